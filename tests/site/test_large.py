"""A hub past every bound: no list is long, and yet nothing is lost, doubled or out of reach."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from cbsite.plan.anchors import file_of
from cbsite.plan.lists import REGISTER_SIZE
from cbsite.plan.mentions import MOST, MOST_BESIDE
from tests.site.test_axe import violations
from tests.site.test_html import complaints, line
from tests.support.hubs import Made, opened, site, write
from tests.support.large import large
from tests.support.pages import Page as Printed
from tests.support.pages import read_pages
from tests.support.server import served

COUNT = 105
"""Records of each kind: more than any list shows on a page."""

BUDGET = {
    ".html": 400_000,
    ".csv": 1_000_000,
    ".json": 4_000_000,
    ".xml": 2_000_000,
    ".ics": 1_000_000,
}
"""Bytes that a file of each kind may have (docs/adr/0020-bounds.md)."""

LARGE = {
    "what mentions a theme": "mentions/themes/families/pilots/",
    "what mentions a source": "mentions/sources/release/",
    "values of a facet": "case-studies/place/",
    "pages of text": "pages/",
    "a later page of a finder": "case-studies/page/2/",
    "the timeline": "timeline/page/2/",
    "a topic": "figures/size/page/2/",
    "gaps": "gaps/page/2/",
    "glossary": "glossary/page/2/",
    "theme": "themes/families/",
    "place": "places/essex/",
    "organisation": "organisations/lga/",
}
"""Pages that only such a hub has, or that look otherwise in it."""


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write(tmp_path_factory.mktemp("large"), large(COUNT))
    site(folder)
    return folder


@pytest.fixture(scope="module")
def made(hub: Path) -> Made:
    return opened(hub)


@pytest.fixture(scope="module")
def pages(hub: Path) -> dict[str, Printed]:
    return read_pages(hub / "site")


def pages_of(pages: dict[str, Printed], first: str) -> Iterator[Printed]:
    """The pages of a list in order, each reached from the one before by the link to the next."""
    page: Printed | None = pages[f"{first}index.html"]
    while page is not None:
        yield page
        following = re.search('<a href="([^"]*)" rel="next"', page.html)
        page = pages[page.targets([following[1]])[0][0]] if following else None


def test_every_link_leads_somewhere(hub: Path, pages: dict[str, Printed]) -> None:
    files = {path.relative_to(hub / "site").as_posix() for path in (hub / "site").rglob("*.*")}
    lost = [
        (page.path, path, anchor)
        for page in pages.values()
        for path, anchor in page.targets([*page.leads, *page.loads])
        if path not in files or (anchor and path in pages and anchor not in pages[path].ids)
    ]
    assert lost == []


def test_every_page_is_reached_from_the_front_page(pages: dict[str, Printed]) -> None:
    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        page = pages[waiting.pop()]
        found = {path for path, _ in page.targets(page.leads) if path in pages} - reached
        reached |= found
        waiting += found
    assert set(pages) - reached == {"404.html"}


def test_files_are_within_the_budget(hub: Path) -> None:
    files = [path for path in (hub / "site").rglob("*.*") if path.is_file()]
    over = {
        path.name: path.stat().st_size
        for path in files
        if path.stat().st_size > BUDGET.get(path.suffix, 0) and path.suffix in BUDGET
    }
    assert over == {}


def test_no_page_has_an_id_twice(pages: dict[str, Printed]) -> None:
    twice = {
        page.path: id for page in pages.values() for id, n in Counter(page.ids).items() if n > 1
    }
    assert twice == {}


@pytest.mark.parametrize(
    ("first", "kind", "own"),
    [
        ("timeline/", "event", 1),
        ("people/", "person", 0),
        ("sources/", "source", 1),
        ("glossary/", "term", 1),
        ("figures/size/", "figure", 1),
    ],
)
def test_a_register_has_everything_once_where_the_plan_says(
    pages: dict[str, Printed], made: Made, first: str, kind: str, own: int
) -> None:
    found: Counter[str] = Counter()
    every = list(pages_of(pages, first))
    assert len(every) > 1
    ids = {id for named, id in made.library.entries if named == kind}
    assert len(ids) == COUNT + own
    for page in every:
        here = ids & set(page.ids)
        found.update(here)
        assert {made.plan.locations[kind, id].address for id in here} == {page.address}
    assert found == dict.fromkeys(ids, 1)


@pytest.mark.parametrize(
    "register",
    ["case-studies", "documents", "places", "pilots", "organisations", "themes", "hubs",
     "programmes", "collections", "figures", "pages", "news"],
)  # fmt: skip
def test_a_list_leads_to_everything_once(
    pages: dict[str, Printed], made: Made, register: str
) -> None:
    kinds = {"figures": "topic", "case-studies": "case-study", "news": "news"}
    kind = kinds.get(register, register.removesuffix("s"))
    addresses = {
        made.plan.locations[key].address.removeprefix("/") + "index.html"
        for key in made.library.entries
        if key[0] == kind
    }
    assert len(addresses) >= COUNT
    found: Counter[str] = Counter()
    for page in pages_of(pages, f"{register}/"):
        main = page.html.partition("<main")[2].partition("</main>")[0]
        body = Printed(page.path, main.replace('class="slots"', "").partition("<footer")[0])
        leads = {path for path, anchor in body.targets(body.leads) if not anchor}
        found.update(leads & addresses)
    assert found == dict.fromkeys(addresses, 1)


@pytest.mark.parametrize(
    ("owner", "whole", "many"),
    [
        ("themes/families/", "mentions/themes/families/pilots/", COUNT),
        ("places/essex/", "mentions/places/essex/hubs/", COUNT),
        ("organisations/lga/", "mentions/organisations/lga/people/", COUNT),
        ("pilots/whole-essex/", "mentions/pilots/whole-essex/events/", COUNT + 1),
        ("programmes/budgets/", "mentions/programmes/budgets/pilots/", COUNT + 1),
    ],
)
def test_a_long_list_in_a_page_is_cut_and_leads_to_the_whole(
    pages: dict[str, Printed], owner: str, whole: str, many: int
) -> None:
    page = pages[f"{owner}index.html"]
    assert f"{whole}index.html" in {path for path, _ in page.targets(page.leads)}
    assert f"All {many} " in page.words
    listed = [
        target
        for part in pages_of(pages, whole)
        for target in part.targets(part.leads)
        if target[0].startswith(whole.split("/")[3]) or target[1]
    ]
    named = {target for target in listed if target[1] != "main_content"}
    assert len(named) >= many
    words = page.html.partition("<main")[2].partition("</main>")[0]
    assert words.count("<li") + words.count("<tr") < 16 * (MOST + 10)


def test_a_list_of_mentions_has_each_once(pages: dict[str, Printed], made: Made) -> None:
    every = list(pages_of(pages, "mentions/sources/release/"))
    assert len(every) > 1
    main = [
        page.html.partition("<main")[2].partition('<nav aria-label="Pages')[0] for page in every
    ]
    names = Counter(
        name for html in main for name in re.findall('<p class="name"><a[^>]*>(.*?)</a>', html)
    )
    assert sum(names.values()) == len(list(made.library.mentions(("source", "release"))))
    assert max(names.values()) == 1


def test_the_finder_is_the_whole_list_where_it_has_all(pages: dict[str, Printed]) -> None:
    place = pages["places/place-001/index.html"]
    assert "All" not in place.words.partition("Case studies")[2][:80]
    essex = pages["places/essex/index.html"]
    leads = {path for path, _ in essex.targets(essex.leads)}
    assert "case-studies/place/essex/index.html" in leads
    assert "mentions/places/essex/case-studies/index.html" not in pages


def test_a_finder_names_the_commonest_values_and_leads_to_all(pages: dict[str, Printed]) -> None:
    first = pages["case-studies/index.html"]
    group = first.html.partition('data-facet="place"')[2].partition("</div>")[0]
    assert group.count("<a ") == MOST
    assert ">Essex</a>" in group
    values = {
        path
        for page in pages_of(pages, "case-studies/place/")
        for path, _ in page.targets(page.leads)
        if path.startswith("case-studies/place/") and "/page/" not in path
    }
    places = {f"case-studies/place/place-{n:03}/index.html" for n in range(1, COUNT + 1)}
    assert values >= places | {"case-studies/place/essex/index.html"}
    value = pages["case-studies/place/place-105/index.html"]
    assert re.findall(r"<li><a href=.*?>(.*?)</a></li>", value.html.partition("Breadcrumb")[2])[:3] == [
        "Home", "Case studies", "By place",
    ]  # fmt: skip
    # The page of a rare value names it all the same.
    assert 'aria-current="page" data-value="place-105"' in (
        pages["case-studies/place/place-105/index.html"].html
    )


def test_what_many_pages_mention_says_how_many(pages: dict[str, Printed]) -> None:
    entry = next(page for page in pages_of(pages, "sources/") if "release" in page.ids)
    row = entry.html.partition('id="release"')[2].partition("</li>")[0]
    assert "mentions/sources/release/" in row
    assert row.count("<a ") == 1
    assert MOST_BESIDE < COUNT


def test_the_foot_names_few_pages_of_text(pages: dict[str, Printed]) -> None:
    foot = pages["index.html"].html.partition("<footer")[2]
    assert foot.count("pages-") <= 20
    assert 'href="pages/"' in foot


def test_a_link_to_the_first_page_is_led_on(tmp_path: Path) -> None:
    text = "---\ntitle: A page\nsummary: A page that names dates as they once stood.\ndate: 2026-01-02\n---\n\n"
    text += "See [the event](/timeline/#event-105) and [another](/timeline/#event-001).\n"
    found = opened(write(tmp_path, large(COUNT) | {"content/pages/links.md": text}))
    links = found.plan.links["page", "links"]
    assert [getattr(target, "address", None) for target in links.values()] == [
        "/timeline/page/2/", "/timeline/",
    ]  # fmt: skip
    assert "E-LINK" not in {problem.code for problem in found.report}


def test_ids_that_moved_are_listed_in_files(hub: Path, made: Made) -> None:
    moved = json.loads((hub / "site/glossary/anchors/1.json").read_text("utf-8"))
    assert moved == {
        id: 2
        for (kind, id), where in made.plan.locations.items()
        if kind == "term" and where.address == "/glossary/page/2/"
    }
    assert len(moved) == COUNT + 1 - REGISTER_SIZE
    assert moved["term-gone"] == 2
    spread = Counter(file_of(f"event-{number:05}", 20) for number in range(20_000))
    assert max(spread.values()) < 2000


def test_the_new_pages_are_valid(hub: Path, tmp_path: Path) -> None:
    for number, address in enumerate(LARGE.values()):
        shutil.copy(hub / "site" / address / "index.html", tmp_path / f"page{number}.html")
    found = complaints(tmp_path)
    assert [line(one) for one in found if one["type"] != "info"] == []


@pytest.fixture(scope="module")
def server(hub: Path) -> Iterator[str]:
    with served(hub / "site") as address:
        yield address


@pytest.fixture(scope="module")
def seen(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(bypass_csp=True)
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", LARGE)
def test_axe_finds_nothing(seen: Page, server: str, name: str) -> None:
    seen.goto(server + LARGE[name])
    assert violations(seen) == []


def test_an_old_link_finds_its_page(page: Page, server: str) -> None:
    said: list[str] = []
    page.on("console", lambda m: said.append(m.text) if m.type in ("error", "warning") else None)
    page.goto(f"{server}timeline/#event-105")
    page.wait_for_url("**/timeline/page/2/#event-105")
    assert page.locator("#event-105").is_visible()
    page.goto(f"{server}timeline/#event-001")
    page.goto(f"{server}timeline/#no-such-event")
    page.wait_for_load_state("networkidle")
    assert page.url == f"{server}timeline/#no-such-event"
    assert said == []
