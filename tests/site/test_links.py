"""Every page of the demonstration hub and of the full one, by a crawler that knows nothing of cbsite."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from tests.support.pages import Page, broken, read_pages
from tests.support.server import SUB_PATH
from tests.support.templates import BuiltHub

BASE = f"https://hub.example.org{SUB_PATH}"

WITHDRAWN = " is withdrawn."
"""What the page of a withdrawn record says."""


@pytest.fixture(scope="module")
def pages(each_hub: BuiltHub) -> dict[str, Page]:
    found = read_pages(each_hub.site, SUB_PATH)
    assert len(found) > 150
    return found


def proper(pages: dict[str, Page]) -> list[Page]:
    """All but the redirects, which people never see."""
    return [page for page in pages.values() if not page.refresh]


def listed(pages: dict[str, Page]) -> list[Page]:
    """The pages that search engines are told of: not what is withdrawn, nor a document again for print."""
    return [
        page
        for page in proper(pages)
        if page.canonical == BASE + page.address
        and WITHDRAWN not in page.words
        and page.path != "404.html"
    ]


def test_nothing_is_broken(each_hub: BuiltHub, pages: dict[str, Page]) -> None:
    assert broken(each_hub.site, SUB_PATH) == []
    # So that a crawler that finds nothing to follow does not pass.
    assert sum(len(page.targets(page.leads)) for page in pages.values()) > 5000
    assert sum(bool(a) for page in pages.values() for _, a in page.targets(page.leads)) > 300


def test_every_page_is_reached_from_the_front_page(pages: dict[str, Page]) -> None:
    reached, ahead = set(), ["index.html"]
    while ahead:
        path = ahead.pop()
        if path in pages and path not in reached:
            reached.add(path)
            ahead += [target for target, _ in pages[path].targets(pages[path].leads)]
    missed = {page.path for page in pages.values() if not page.refresh} - reached
    assert {path for path in missed if WITHDRAWN not in pages[path].words} == {"404.html"}
    assert not any(pages[path].refresh for path in reached)


def test_nothing_is_loaded_from_elsewhere(each_hub: BuiltHub, pages: dict[str, Page]) -> None:
    assert {page.path: page.outside(page.loads) for page in pages.values() if page.loads} == {
        page.path: [] for page in pages.values() if page.loads
    }
    assert all(page.loads for page in proper(pages))
    for sheet in (each_hub.site / "assets").glob("*.css"):
        text = sheet.read_text(encoding="utf-8")
        assert not re.search(r"@import|https?:|url\(\s*['\"]?//", text), sheet.name


def test_links_are_relative_so_that_the_site_works_anywhere(pages: dict[str, Page]) -> None:
    rooted = {
        page.path for page in pages.values() for a in (*page.leads, *page.loads) if a[:1] == "/"
    }
    assert rooted == {"404.html"}  # it is shown at any depth


def test_the_page_for_missing_addresses_knows_the_sub_path(each_hub: BuiltHub) -> None:
    page = Page("404.html", (each_hub.site / "404.html").read_text(encoding="utf-8"))
    inside = [a for a in (*page.leads, *page.loads) if not a.startswith(("#", "http", "mailto:"))]
    assert len(inside) > 10
    assert [a for a in inside if not a.startswith(f"{SUB_PATH}/")] == []


def test_every_id_stands_once_a_page(pages: dict[str, Page]) -> None:
    twice = {p.path: sorted({i for i in p.ids if p.ids.count(i) > 1}) for p in pages.values()}
    assert {path: ids for path, ids in twice.items() if ids} == {}
    assert all(id and not re.search(r"\s", id) for page in pages.values() for id in page.ids)


def test_every_page_says_what_it_is(pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert page.tags.count("h1") == 1, page.path
        assert page.title.strip(), page.path
        assert page.language == "en-GB", page.path
        assert page.canonical.startswith(f"{BASE}/"), page.path
    for page in proper(pages):
        assert page.description.strip(), page.path
        original = page.address.removesuffix("print/")
        assert page.canonical in (BASE + page.address, BASE + original), page.path
    titles = [page.title for page in proper(pages)]
    assert sorted({title for title in titles if titles.count(title) > 1}) == []


def test_headings_go_down_one_level_at_a_time(pages: dict[str, Page]) -> None:
    for page in pages.values():
        levels = [int(tag[1]) for tag in page.tags if re.fullmatch("h[1-6]", tag)]
        assert levels[0] == 1, page.path
        assert all(lower <= upper + 1 for upper, lower in pairwise(levels)), page.path


def test_nothing_is_inline(pages: dict[str, Page]) -> None:
    assert {page.path: page.inline for page in pages.values() if page.inline} == {}


def test_the_sitemap_lists_the_pages(each_hub: BuiltHub, pages: dict[str, Page]) -> None:
    text = (each_hub.site / "sitemap.xml").read_text(encoding="utf-8")
    addresses = re.findall(r"<loc>(.*?)</loc>", text)
    assert sorted(addresses) == sorted(BASE + page.address for page in listed(pages))
    robots = (each_hub.site / "robots.txt").read_text(encoding="utf-8")
    assert f"Sitemap: {BASE}/sitemap.xml" in robots


def test_the_crawler_finds_what_is_broken(tmp_path: Path) -> None:
    folder = tmp_path / "a"
    folder.mkdir()
    (tmp_path / "index.html").write_text(
        '<a href="a/">1</a><a href="a/#x">2</a><a href="b/">3</a><img src="c.png">'
        '<a href="https://example.org/no">4</a><a href="#here" id="here">5</a>'
    )
    (folder / "index.html").write_text(
        '<a href="..">up</a><a href="../#no">no</a><link rel="stylesheet" href="s.css">'
    )
    assert broken(tmp_path) == [
        "a/index.html -> index.html#no",
        "a/index.html -> a/s.css",
        "index.html -> a/index.html#x",
        "index.html -> b/index.html",
        "index.html -> c.png",
    ]
