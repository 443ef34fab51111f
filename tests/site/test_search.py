"""Search in a real browser, under a strict policy, at a sub-path; and what the index holds."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, Page

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
    words = page.inner_text("#count")
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
    page.click("#hits h3 a[href*='/places/essex/']")
    page.wait_for_url(f"**{SUB_PATH}/places/essex/?highlight=essex")
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
    page.wait_for_selector("#count:has-text('Nothing found')")
    assert not page.query_selector_all(HITS)
    assert "No page has the word “xylophonist”." in page.inner_text("#notes")
    # Nothing to narrow, nothing to order.
    assert page.is_hidden("form.facets")
    assert page.is_hidden("#sort")
    assert page.is_visible("#lists a")
    # Where to ask.
    assert page.get_attribute("#none a", "href") == "../contact/"


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
    page.wait_for_selector("#count:has-text('Search could not load')")
    page.unroute("**/pagefind/fragment/**")
    page.fill("#q", "Essex")
    page.keyboard.press("Enter")
    assert f"{SUB_PATH}/places/essex/" in hits(page)


def test_what_is_asked_is_never_markup(page: Page, site_server: str, said: list[str]) -> None:
    page.goto(f"{site_server}search/?q=%3Cimg%20src=x%20onerror=alert(1)%3Eessex")
    page.wait_for_selector("#found_said:not(:empty)", state="attached")
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


# ---- The words that are asked ----


def notes(page: Page) -> str:
    page.wait_for_selector("#notes:not([hidden])")
    return page.inner_text("#notes")


def test_did_you_mean(page: Page, site_server: str, said: list[str]) -> None:
    for typed, meant in (("Esex", "essex"), ("essxe", "essex"), ("vommunity", "community")):
        page.goto(f"{site_server}search/?q={typed}&type=Place")
        assert f"Did you mean {meant}?" in notes(page)
        assert not page.query_selector_all(HITS)
    page.goto(f"{site_server}search/?q=Whole+plaec")
    assert "Did you mean Whole place?" in notes(page)
    page.click("#notes a")
    page.wait_for_url("**/search/?q=Whole+place")
    page.wait_for_selector("#count:has-text('for “Whole place”')")
    assert page.is_hidden("#notes:has-text('Did you mean')")


def test_what_is_not_found_is_said_first(page: Page, site_server: str, said: list[str]) -> None:
    page.goto(f"{site_server}search/?q=budgets+electricity")
    hits(page)
    words = page.inner_text("#count")
    assert re.fullmatch(r"No page has all of these words\. \d+ results for “budgets”", words), words
    assert page.inner_text("#found_said").startswith(f"{words}. No page has the word “electricity”")
    # A word that is everywhere is no reason for results.
    page.goto(f"{site_server}search/?q=the+electricity")
    page.wait_for_selector("#count:has-text('Nothing found')")
    assert not page.query_selector_all(HITS)


def test_nothing_is_suggested_without_reason(page: Page, site_server: str, said: list[str]) -> None:
    for typed in ("canx", "Area Based Grant", "<script>alert(1)</script>", "12x"):
        page.goto(f"{site_server}search/?{urlencode({'q': typed})}")
        assert "Did you mean" not in notes(page), typed


def test_several_of_an_acronym(page: Page, site_server: str, said: list[str]) -> None:
    found = []
    for typed in ("GP", "GPs", "gps"):
        page.goto(f"{site_server}search/?q={typed}")
        found.append(hits(page))
    assert found[0] == found[1] == found[2]
    assert f"{SUB_PATH}/glossary/" in found[0]


def test_names_are_marked_as_a_whole(page: Page, site_server: str, said: list[str]) -> None:
    page.goto(f"{site_server}search/?q=C%26L")
    hits(page)
    for link in page.query_selector_all("#hits a"):
        to = urlsplit(str(link.evaluate("a => a.href")))
        assert parse_qs(to.query)["highlight"] == ['"c l" "challenge and learning"']
    page.goto(f"{site_server}glossary/?highlight=%22challenge+and+learning%22+l")
    page.wait_for_load_state("networkidle")
    marked = page.evaluate(MARKED)
    assert marked
    assert {words.lower() for words in marked} == {"challenge and learning"}


def test_a_word_that_only_begins_like_others_finds_nothing(
    page: Page, site_server: str, said: list[str]
) -> None:
    # Pagefind alone would give all pages with "evidence" and the like.
    page.goto(f"{site_server}search/?q=evidencing-zebras")
    assert "“zebras”" in notes(page)
    page.goto(f"{site_server}search/?q=electricity")
    assert "No page has the word “electricity”." in notes(page)
    assert not page.query_selector_all(HITS)


def test_other_names_are_searched_for_too(page: Page, site_server: str, said: list[str]) -> None:
    page.goto(f"{site_server}search/?q=CWAC")
    words = notes(page)
    assert "Also searched for: " in words
    assert "West Cheshire" in words
    more = total(page)
    assert f"{SUB_PATH}/places/cheshire-west-and-chester/" in hits(page)
    page.click("#notes a:has-text('Search only for “CWAC”')")
    page.wait_for_url("**/search/?q=CWAC&only=words")
    page.wait_for_selector("#notes a:has-text('other names')")
    assert total(page) < more
    assert asked(page) == {"q": ["CWAC"], "only": ["words"]}


def test_pages_with_either_name_count_once(
    page: Page, site_server: str, built_hub: Path, said: list[str]
) -> None:
    """Each facet's counts, for what two names find, against a count made from the index."""
    page.goto(f"{site_server}search/?q=CWAC")
    notes(page)
    while page.is_visible("#more"):
        before = len(page.query_selector_all(HITS))
        page.click("#more")
        page.wait_for_selector(f"#hits > li:nth-child({before + 1})")
    found = set(hits(page))
    assert len(found) == total(page) == len(page.query_selector_all(HITS))
    kept = {SUB_PATH + fragment["url"]: fragment["filters"] for fragment in fragments(built_hub)}
    for facet in ("type", "theme", "place", "programme", "year"):
        expected: dict[str, int] = {}
        for path in found:
            for value in kept[path].get(facet, ()):
                expected[value] = expected.get(value, 0) + 1
        assert counts(page, facet) == expected, facet


# ---- What is found ----


def counts(page: Page, facet: str) -> dict[str, int]:
    """The values that a facet offers, with their counts."""
    shown: dict[str, int] = page.evaluate(
        """(name) => Object.fromEntries(
          [...document.querySelectorAll(`fieldset[data-facet=${name}] .opt:not([hidden])`)].map((row) =>
            [row.querySelector("input").value, parseInt(row.querySelector(".num").textContent, 10)]))""",
        facet,
    )
    return shown


def register(site: Path, name: str) -> list[dict[str, Any]]:
    found = json.loads((site / "data" / f"{name}.json").read_text("utf-8"))
    assert isinstance(found, list)
    return found


def press_until(page: Page, key: str, test: str) -> None:
    """Press a key until the element with the focus passes the test."""
    for _ in range(250):
        page.keyboard.press(key)
        if page.evaluate(f"() => document.activeElement.matches({json.dumps(test)})"):
            return
    raise AssertionError(f"{key} never leads to {test}")


def test_by_keyboard_a_type_and_two_themes_and_the_counts_are_right(
    page: Page, site_server: str, built_hub: Path, said: list[str]
) -> None:
    """The counts against the registers as JSON, and the address opened afresh."""
    names = {theme["id"]: theme["label"] for theme in register(built_hub, "themes")}
    pilots = {
        pilot["id"]: {names[id] for id in pilot["themes"]}
        for pilot in register(built_hub, "pilots")
    }
    text = {
        fragment["url"]: " ".join([fragment["content"], *fragment["meta"].values()]).lower()
        for fragment in fragments(built_hub)
    }
    pilots = {id: of for id, of in pilots.items() if "budget" in text[f"/pilots/{id}/"]}
    themes = sorted({theme for of in pilots.values() for theme in of})
    expected = {theme: sum(theme in of for of in pilots.values()) for theme in themes}
    assert len(themes) >= 2
    first, second = themes[0], themes[-1]

    page.goto(f"{site_server}search/")
    press_until(page, "Tab", "#q")
    page.keyboard.type("budget")
    page.keyboard.press("Enter")
    page.wait_for_selector(HITS)

    press_until(page, "Tab", "fieldset[data-facet=type] input[value=Pilot]")
    page.keyboard.press("Space")
    page.wait_for_selector(f"#count:text-is('{len(pilots)} results for “budget”')")
    assert counts(page, "theme") == expected
    for chosen in ([first], [first, second]):
        box = f"fieldset[data-facet=theme] input[value='{chosen[-1]}']"
        press_until(page, "Tab", box)
        page.keyboard.press("Space")
        number = sum(bool(of & set(chosen)) for of in pilots.values())
        page.wait_for_selector(
            f"#count:text-is('{number} {'result' if number == 1 else 'results'} for “budget”')"
        )
        # The focus stays where it is, and what the other values would add stays in view.
        assert page.evaluate(f"() => document.activeElement.matches({json.dumps(box)})")
        assert counts(page, "theme") == expected
    assert asked(page) == {"q": ["budget"], "type": ["Pilot"], "theme": [first, second]}
    shown = hits(page)

    fresh = page.context.new_page()
    fresh.goto(page.url)
    assert hits(fresh) == shown
    assert fresh.inner_text("#count") == page.inner_text("#count")
    assert counts(fresh, "theme") == expected
    fresh.close()

    # A chosen value is taken away by its chip; the focus is then on the number of results.
    press_until(page, "Tab", "#chips li:last-child a")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"#count:has-text('{expected[first]} result')")
    assert asked(page)["theme"] == [first]
    page.wait_for_selector("#count:focus")


def test_results_are_announced_once(page: Page, site_server: str, said: list[str]) -> None:
    page.goto(f"{site_server}search/?q=Essex")
    hits(page)
    page.evaluate(
        """() => {
          window.announced = [];
          new MutationObserver(() => window.announced.push(document.querySelector("#found_said").textContent))
            .observe(document.querySelector("#found_said"), { childList: true });
        }"""
    )
    tick(page, "type", "Place")
    assert page.evaluate("() => window.announced") == [page.inner_text("#count") + "."]
    assert page.get_attribute("#found_said", "role") == "status"
    # Nothing else speaks.
    assert len(page.query_selector_all("[role=status], [role=alert], [aria-live]")) == 1


def test_with_no_results_there_is_a_way_on(page: Page, site_server: str, said: list[str]) -> None:
    page.goto(f"{site_server}search/?q=Essex&type=Place&year=1999")
    page.wait_for_selector("#tips a")
    tips = page.inner_text("#tips")
    assert "Without the filter “1999”: " in tips
    assert "Without the filter “Place”" not in tips
    assert "Without any filter: " in tips
    page.click("#tips a:has-text('1999')")
    assert hits(page)
    assert asked(page) == {"q": ["Essex"], "type": ["Place"]}
    assert page.is_hidden("#none")


def test_results_lead_to_parts_of_pages(page: Page, site_server: str, said: list[str]) -> None:
    page.goto(f"{site_server}search/?q=Treasury&type=Committee+paper")
    page.wait_for_selector("#hits .parts a")
    found = {
        str(link.evaluate("a => a.href")): link.inner_text()
        for link in page.query_selector_all("#hits .parts a")
    }
    numbered = [href for href, words in found.items() if re.match(r"Paragraph [\d.]+\b", words)]
    assert numbered
    page.goto(numbered[0])
    anchor = urlsplit(numbered[0]).fragment
    assert anchor.startswith("para-")
    assert "treasury" in page.inner_text(f"[id='{anchor}']").lower()


def test_parts_of_the_text_come_before_sections_of_the_theme(
    page: Page, site_server: str, said: list[str]
) -> None:
    page.goto(f"{site_server}search/?q=scope")
    hits(page)
    anchors = [
        urlsplit(str(link.evaluate("a => a.href"))).fragment
        for link in page.query_selector_all("#hits .parts a")
    ]
    assert len(anchors) > 3
    # What only repeats other pages is no part.
    assert not {"see_route", "see_milestones", "see_dates", "see_people"} & set(anchors)
    # By its name alone a link says of which page it is a part.
    for result in page.query_selector_all("#hits > li:has(.parts)"):
        (title,) = [heading.inner_text() for heading in result.query_selector_all("h3")]
        for link in result.query_selector_all(".parts a"):
            assert str(link.text_content()).endswith(f", {title}")


def test_the_first_result_is_near(page: Page, site_server: str, said: list[str]) -> None:
    page.goto(f"{site_server}search/?q=Essex")
    hits(page)
    heard = page.inner_text("#found_said")
    page.focus("a[href='#count']")
    box = page.locator("a[href='#count']").bounding_box()
    assert box is not None
    assert box["height"] >= 24
    assert box["width"] > 50
    page.keyboard.press("Enter")
    page.wait_for_selector("#count:focus")
    assert page.inner_text("#found_said") == heard
    press_until(page, "Tab", HITS)


MARKED = """() => [...(CSS.highlights.get("found") ?? [])].map((range) => range.toString())"""


def test_the_words_are_marked_on_the_page_that_is_found(
    page: Page, site_server: str, said: list[str]
) -> None:
    page.goto(f"{site_server}pilots/whole-place-essex/")
    words, height = page.inner_text("main"), page.evaluate("() => document.body.scrollHeight")
    assert page.evaluate(MARKED) == []
    page.goto(f"{site_server}pilots/whole-place-essex/?highlight=essex+propose")
    page.wait_for_load_state("networkidle")
    marked = {word.lower() for word in page.evaluate(MARKED)}
    assert "essex" in marked
    assert {word[:6] for word in marked} <= {"essex", "propos"}
    # Nothing else changes.
    assert page.inner_text("main") == words
    assert page.evaluate("() => document.body.scrollHeight") == height
    assert page.evaluate("() => scrollY") == 0
    assert page.query_selector_all("main mark") == []
    canonical = page.get_attribute("link[rel=canonical]", "href")
    assert canonical == "https://hub.example.org/hub/pilots/whole-place-essex/"


def test_what_is_to_be_marked_is_never_markup(
    page: Page, site_server: str, said: list[str]
) -> None:
    page.goto(f"{site_server}places/essex/?highlight=%3Cimg%20src=x%20onerror=alert(1)%3E+.*")
    page.wait_for_load_state("networkidle")
    assert page.query_selector_all("main img[src=x]") == []
    assert set(page.evaluate(MARKED)) <= {"x", "X", "1"}


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
            # The address, so that no two pages have the same.
            date = page.sorts["date"][0].removesuffix(f" {page.address}")
            assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", date), page.path


def test_each_kind_of_page_is_found(built_hub: Path) -> None:
    types = {page.filters["type"][0] for page in read_pages(built_hub).values() if page.indexed}
    assert types >= {"Place", "Pilot", "Case study", "Figure", "Programme", "Theme", "Organisation"}


def test_pages_about_nothing_are_not_found(built_hub: Path) -> None:
    pages = read_pages(built_hub)
    for path in ("search/index.html", "404.html"):
        assert not pages[path].indexed


def test_what_the_theme_says_on_every_page_is_not_found(built_hub: Path) -> None:
    for fragment in fragments(built_hub):
        if fragment["url"].startswith(("/pilots/", "/places/", "/figures/")):
            for words in ("Where the pilot stands.", "Milestones.", "Who says what", "Printed in"):
                assert words not in fragment["content"], fragment["url"]


def test_the_lists_of_words_are_those_of_the_index(built_hub: Path) -> None:
    pages = [
        " ".join([fragment["content"], *fragment["meta"].values()]).lower()
        for fragment in fragments(built_hub)
    ]
    lists = [
        json.loads(file.read_text("utf-8"))
        for file in (built_hub / "search" / "words").glob("*.json")
        if file.stem not in ("lists", "synonyms")
    ]
    assert max(map(len, lists)) <= 1000
    words = {word: number for found in lists for word, number in found.items()}
    for word in ("essex", "treasury", "ringfencing", "2012"):
        expected = sum(word in re.findall(r"[a-z0-9]+", page) for page in pages)
        assert words.get(word, 0) == expected, word
    assert sum(len(gzip.compress(json.dumps(one).encode())) for one in lists) < 100_000
