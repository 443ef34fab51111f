"""Search in a real browser, under a strict policy, at a sub-path; and what the index holds."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.support.command import REPOSITORY
from tests.support.pages import read_pages
from tests.support.server import SUB_PATH

HITS = "#hits li h3 a"


@pytest.fixture
def said(page: Page) -> Iterator[list[str]]:
    """What the browser complains about; nothing may be."""
    found: list[str] = []
    page.on("console", lambda m: found.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("response", lambda r: found.append(f"{r.status} {r.url}") if r.status >= 400 else None)
    page.add_init_script(
        "addEventListener('securitypolicyviolation',"
        " (e) => console.error('policy: ' + e.violatedDirective + ' ' + e.blockedURI))"
    )
    yield found
    assert found == []


def hits(page: Page) -> list[str]:
    """The addresses of the results that are shown, once they are."""
    page.wait_for_selector(HITS)
    return [
        urlsplit(str(link.evaluate("a => a.href"))).path for link in page.query_selector_all(HITS)
    ]


def total(page: Page) -> int:
    words = page.inner_text("#count h2")
    found = re.match(r"(\d+) results? for", words)
    assert found, words
    return int(found[1])


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def tick(page: Page, facet: str, value: str) -> None:
    """Tick a filter, and wait until its results are there."""
    page.evaluate("() => document.querySelector('#hits').replaceChildren()")
    page.check(f"fieldset[data-facet={facet}] input[value='{value}']")
    page.wait_for_selector(HITS)


def test_from_the_front_page_to_essex(page: Page, site_server: str, said: list[str]) -> None:
    page.goto(site_server)
    page.fill("header input[name=q]", "Essex")
    page.keyboard.press("Enter")
    page.wait_for_url("**/hub/search/?q=Essex")
    assert hits(page)[0] == f"{SUB_PATH}/places/essex/"
    page.click("#hits a[href$='/places/essex/']")
    page.wait_for_url(f"**{SUB_PATH}/places/essex/")
    assert page.inner_text("h1") == "Essex"


def test_the_header_form_of_any_page(page: Page, site_server: str, said: list[str]) -> None:
    page.goto(f"{site_server}pilots/whole-place-essex/")
    page.fill("header input[name=q]", "families")
    page.keyboard.press("Enter")
    page.wait_for_url("**/hub/search/?q=families")
    assert len(hits(page)) > 3


def test_filters_narrow_and_stand_in_the_address(
    page: Page, site_server: str, said: list[str]
) -> None:
    page.goto(f"{site_server}search/?q=Essex")
    everything, count = hits(page), total(page)
    assert count > 3

    tick(page, "type", "Place")
    places, fewer = hits(page), total(page)
    assert 0 < fewer < count
    assert f"{SUB_PATH}/places/essex/" in places
    assert all(path.startswith(f"{SUB_PATH}/places/") for path in places)
    assert asked(page) == {"q": ["Essex"], "type": ["Place"]}

    # Two values of one facet add up.
    tick(page, "type", "Pilot")
    both = total(page)
    assert fewer < both < count
    assert asked(page) == {"q": ["Essex"], "type": ["Place", "Pilot"]}
    shown = hits(page)
    assert {path.split("/")[2] for path in shown} == {"places", "pilots"}

    # The address alone gives the same results.
    fresh = page.context.new_page()
    fresh.goto(page.url)
    assert hits(fresh) == shown
    assert total(fresh) == both
    fresh.close()

    page.evaluate("() => document.querySelector('#hits').replaceChildren()")
    page.go_back()
    assert hits(page) == places
    page.evaluate("() => document.querySelector('#hits').replaceChildren()")
    page.go_back()
    assert hits(page) == everything
    assert asked(page) == {"q": ["Essex"]}


def test_a_place_filter_holds_what_is_about_the_place(
    page: Page, site_server: str, said: list[str]
) -> None:
    page.goto(f"{site_server}search/?q=families&place=Essex")
    assert hits(page)
    assert total(page) >= 1
    assert asked(page)["place"] == ["Essex"]
    assert page.is_checked("fieldset[data-facet=place] input[value='Essex']")


def test_sorting_loses_no_page(page: Page, site_server: str, said: list[str]) -> None:
    counts = {}
    for sort in ("", "date", "title"):
        page.goto(f"{site_server}search/?q=budgets&sort={sort}")
        hits(page)
        counts[sort] = total(page)
    assert counts[""] > 10
    assert set(counts.values()) == {counts[""]}


def test_a_word_that_is_nowhere(page: Page, site_server: str, said: list[str]) -> None:
    page.goto(f"{site_server}search/?q=xylophonist")
    page.wait_for_selector("#count h2:has-text('Nothing found')")
    assert not page.query_selector_all(HITS)
    assert "xylophonist" in page.inner_text("#missing")
    assert page.is_visible("#lists a")


def test_a_browser_of_2022(page: Page, site_server: str, said: list[str]) -> None:
    page.add_init_script("delete URLSearchParams.prototype.size")
    page.goto(f"{site_server}search/")
    page.fill("#q", "Essex")
    page.keyboard.press("Enter")
    page.wait_for_url("**/hub/search/?q=Essex")
    assert f"{SUB_PATH}/places/essex/" in hits(page)


def test_an_order_that_is_none(page: Page, site_server: str, said: list[str]) -> None:
    page.goto(f"{site_server}search/?q=Essex&sort=constructor")
    hits(page)
    tick(page, "type", "Place")
    assert asked(page) == {"q": ["Essex"], "type": ["Place"]}


def test_a_failed_search_can_be_repeated(page: Page, site_server: str) -> None:
    page.route("**/pagefind/fragment/**", lambda route: route.abort())
    page.goto(f"{site_server}search/?q=Essex")
    page.wait_for_selector("#count h2:has-text('Search could not load')")
    page.unroute("**/pagefind/fragment/**")
    page.fill("#q", "Essex")
    page.keyboard.press("Enter")
    assert f"{SUB_PATH}/places/essex/" in hits(page)


def test_the_script_is_small() -> None:
    script = REPOSITORY / "templates" / "assets" / "search.js"
    assert len(gzip.compress(script.read_bytes())) <= 15_000


def test_what_is_asked_is_never_markup(page: Page, site_server: str, said: list[str]) -> None:
    page.goto(f"{site_server}search/?q=%3Cimg%20src=x%20onerror=alert(1)%3Eessex")
    page.wait_for_selector("#count h2:not(:has-text('Searching'))")
    assert page.query_selector_all("main img") == []


def test_without_javascript_there_are_links_to_the_lists(
    browser: Browser, site_server: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_server}search/?q=Essex")
    assert page.is_visible("#no-script")
    assert not page.is_visible("#finder")
    links = [link.get_attribute("href") for link in page.query_selector_all("#lists a")]
    assert "../places/" in links
    assert "../sources/" in links
    page.click("#lists a:has-text('Places')")
    assert page.url == f"{site_server}places/"
    page.fill("header input[name=q]", "Essex")
    page.keyboard.press("Enter")
    page.wait_for_url("**/hub/search/?q=Essex")
    context.close()


# ---- The index ----


def fragments(site: Path) -> list[dict[str, Any]]:
    """What Pagefind keeps of each page."""
    found = []
    for file in sorted((site / "pagefind" / "fragment").iterdir()):
        text = gzip.decompress(file.read_bytes()).decode("utf-8")
        found.append(json.loads(text.removeprefix("pagefind_dcd")))
    return found


def test_the_index_holds_each_page_that_asks_for_it(built_hub: Path) -> None:
    pages = {page.address: page for page in read_pages(built_hub).values() if page.indexed}
    assert len(pages) > 100
    kept = {fragment["url"]: fragment for fragment in fragments(built_hub)}
    assert set(kept) == set(pages)
    entry = json.loads((built_hub / "pagefind" / "pagefind-entry.json").read_text())
    assert [language["page_count"] for language in entry["languages"].values()] == [len(pages)]
    for address, page in pages.items():
        filters = {name: sorted(values) for name, values in kept[address]["filters"].items()}
        assert filters == {name: sorted(values) for name, values in page.filters.items()}


def test_every_page_that_is_found_can_be_filtered_and_sorted(built_hub: Path) -> None:
    for page in read_pages(built_hub).values():
        if page.indexed:
            assert len(page.filters["type"]) == 1, page.path
            assert page.filters["type"][0], page.path
            assert set(page.sorts) == {"title", "date"}, page.path
            assert all(len(values) == 1 and values[0] for values in page.sorts.values()), page.path
            assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", page.sorts["date"][0]), page.path


def test_each_kind_of_page_is_found(built_hub: Path) -> None:
    types = {page.filters["type"][0] for page in read_pages(built_hub).values() if page.indexed}
    assert types >= {"Place", "Pilot", "Case study", "Figure", "Programme", "Theme", "Organisation"}


def test_pages_about_nothing_are_not_found(built_hub: Path) -> None:
    pages = read_pages(built_hub)
    for path in ("search/index.html", "404.html"):
        assert not pages[path].indexed
