"""Every page of the demonstration hub, by a crawler that knows nothing of cbsite."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.pages import Page, broken, read_pages
from tests.support.server import SUB_PATH

BASE = f"https://hub.example.org{SUB_PATH}"


@pytest.fixture(scope="module")
def pages(built_hub: Path) -> dict[str, Page]:
    found = read_pages(built_hub, SUB_PATH)
    assert len(found) > 150
    return found


def proper(pages: dict[str, Page]) -> list[Page]:
    """All but the redirects, which people never see."""
    return [page for page in pages.values() if not page.refresh]


def test_nothing_is_broken(built_hub: Path, pages: dict[str, Page]) -> None:
    assert broken(built_hub, SUB_PATH) == []
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
    alone = {path for path, page in pages.items() if page.refresh} | {"404.html"}
    assert set(pages) - reached == alone


def test_nothing_is_loaded_from_elsewhere(built_hub: Path, pages: dict[str, Page]) -> None:
    assert {page.path: page.outside(page.loads) for page in pages.values() if page.loads} == {
        page.path: [] for page in pages.values() if page.loads
    }
    assert all(page.loads for page in proper(pages))
    for sheet in (built_hub / "assets").glob("*.css"):
        text = sheet.read_text(encoding="utf-8")
        assert not re.search(r"@import|https?:|url\(\s*['\"]?//", text), sheet.name


def test_links_are_relative_so_that_the_site_works_anywhere(pages: dict[str, Page]) -> None:
    rooted = {
        page.path for page in pages.values() for a in (*page.leads, *page.loads) if a[:1] == "/"
    }
    assert rooted == {"404.html"}  # it is shown at any depth


def test_the_page_for_missing_addresses_knows_the_sub_path(built_hub: Path) -> None:
    page = Page("404.html", (built_hub / "404.html").read_text(encoding="utf-8"))
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
        assert page.canonical == BASE + page.address
    titles = [page.title for page in proper(pages)]
    assert sorted({title for title in titles if titles.count(title) > 1}) == []


def test_nothing_is_inline(pages: dict[str, Page]) -> None:
    assert {page.path: page.inline for page in pages.values() if page.inline} == {}


def test_the_sitemap_lists_the_pages(built_hub: Path, pages: dict[str, Page]) -> None:
    text = (built_hub / "sitemap.xml").read_text(encoding="utf-8")
    listed = re.findall(r"<loc>(.*?)</loc>", text)
    assert sorted(listed) == sorted(
        BASE + page.address for page in proper(pages) if page.path != "404.html"
    )
    robots = (built_hub / "robots.txt").read_text(encoding="utf-8")
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
