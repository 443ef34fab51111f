"""Finders in a real browser: links without JavaScript, boxes to tick with it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.support.pages import read_pages

LISTS = {"case-studies": "case study", "documents": "document", "timeline": "event"}
ROWS = "#found_list li[data-year], #found_list li[data-kind], #found_list li[data-theme]"


@pytest.fixture
def said(page: Page) -> Iterator[list[str]]:
    """What the browser complains about; nothing may be."""
    found: list[str] = []
    page.on("console", lambda m: found.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    yield found
    assert found == []


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A page in a browser without JavaScript."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def register(site: Path, name: str) -> list[dict[str, Any]]:
    found = json.loads((site / "data" / f"{name}.json").read_text("utf-8"))
    assert isinstance(found, list)
    return found


def rows(page: Page) -> int:
    return sum(1 for row in page.query_selector_all(ROWS) if row.is_visible())


def number(page: Page) -> int:
    return int(page.inner_text("#found_count").split()[0])


def boxes(page: Page, facet: str) -> dict[str, int]:
    """The values that a facet offers, with their counts."""
    shown: dict[str, int] = page.evaluate(
        """(name) => Object.fromEntries(
          [...document.querySelectorAll(`fieldset[data-facet=${name}] .opt:not([hidden])`)].map((row) =>
            [row.querySelector("input").value, parseInt(row.querySelector(".num").textContent, 10)]))""",
        facet,
    )
    return shown


def test_without_javascript_values_lead_to_pages(
    plain: Page, site_server: str, built_hub: Path
) -> None:
    for name in LISTS:
        plain.goto(f"{site_server}{name}/")
        assert rows(plain) == number(plain) > 1
        # The first value of each facet.
        links = {
            str(link.evaluate("a => a.href")): link.evaluate(
                "a => parseInt(a.nextElementSibling.textContent, 10)"
            )
            for link in plain.query_selector_all(".facets li:first-child a")
        }
        assert links
        for href, count in links.items():
            plain.goto(href)
            assert rows(plain) == number(plain) == count, href
            assert plain.get_attribute("link[rel=canonical]", "href", strict=True) == (
                "https://hub.example.org" + urlsplit(href).path
            )
            assert (
                plain.evaluate("() => document.querySelector('.facets [aria-current]').href")
                == href
            )
        plain.click(".found a")
        assert plain.url == f"{site_server}{name}/"


def test_the_pages_of_values_are_in_the_sitemap_and_not_in_the_search(built_hub: Path) -> None:
    sitemap = (built_hub / "sitemap.xml").read_text("utf-8")
    pages = read_pages(built_hub)
    found = [p for p in pages if p.startswith(("case-studies/theme/", "timeline/year/"))]
    assert len(found) > 3
    for path in found:
        assert f"https://hub.example.org/hub{pages[path].address}</loc>" in sitemap
        assert not pages[path].indexed


def test_values_of_one_facet_add_up_and_facets_narrow(
    page: Page, site_server: str, built_hub: Path, said: list[str]
) -> None:
    """The counts against the register as JSON."""
    events = [event for event in register(built_hub, "events") if event["status"] != "withdrawn"]
    lanes = sorted({event["lane"] for event in events})[:2]
    first = [event for event in events if event["lane"] == lanes[0]]
    both = [event for event in events if event["lane"] in lanes]
    states = {
        state: sum(event["certainty"] == state for event in both)
        for state in sorted({event["certainty"] for event in both})
    }
    page.goto(f"{site_server}timeline/")
    assert number(page) == rows(page) == len(events)

    page.check(f"fieldset[data-facet=lane] input[value='{lanes[0]}']")
    assert number(page) == rows(page) == len(first)
    page.check(f"fieldset[data-facet=lane] input[value='{lanes[1]}']")
    assert number(page) == rows(page) == len(both)
    assert boxes(page, "certainty") == states
    # What the other lanes would add.
    assert sum(boxes(page, "lane").values()) == len(events)

    page.check("fieldset[data-facet=certainty] input[value=happened]")
    assert number(page) == rows(page) == states["happened"]
    assert page.inner_text("#found_said") == page.inner_text("#found_count")
    query = parse_qs(urlsplit(page.url).query)
    assert query == {"lane": lanes, "certainty": ["happened"]}

    # The address alone gives the same; back takes the last step away.
    fresh = page.context.new_page()
    fresh.goto(page.url)
    assert number(fresh) == rows(fresh) == states["happened"]
    assert fresh.inner_text("#found_said") == ""
    fresh.close()
    page.go_back()
    page.wait_for_selector(f"#found_count:text-is('{len(both)} events')")
    assert not page.is_checked("fieldset[data-facet=certainty] input[value=happened]")
    # A year without any event left has no heading either.
    assert all(
        section.query_selector("li:not([hidden])")
        for section in page.query_selector_all("#found_list > .sec:not([hidden])")
    )


def test_by_keyboard(page: Page, site_server: str, said: list[str]) -> None:
    page.goto(f"{site_server}case-studies/")
    whole = number(page)
    box = "fieldset[data-facet=theme] input"
    for _ in range(100):
        page.keyboard.press("Tab")
        if page.evaluate(f"() => document.activeElement.matches({json.dumps(box)})"):
            break
    page.keyboard.press("Space")
    assert page.evaluate(f"() => document.activeElement.matches({json.dumps(box)})")
    narrowed = number(page)
    assert 0 < narrowed < whole
    for _ in range(100):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.matches('#chips a')"):
            break
    page.keyboard.press("Enter")
    assert number(page) == whole
    assert page.evaluate("() => document.activeElement.id") == "found_count"
    assert page.is_hidden("#chips")


def test_nothing_with_all_filters(page: Page, site_server: str, said: list[str]) -> None:
    page.goto(f"{site_server}case-studies/?theme=no-such-theme&year=constructor")
    assert page.inner_text("#found_count") == "No case studies with all of these filters"
    assert rows(page) == 0
    assert "no-such-theme" in page.inner_text("#chips")
