"""News feeds: what the standard asks (RFC 4287), and nothing that readers may not see."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from tests.support.hubs import SMALL, Files, site, small, write

ATOM = "{http://www.w3.org/2005/Atom}"
CASE = SMALL["content/case-studies/one-door.md"]


def news(date: str, more: str = "", title: str = "News") -> str:
    summary = "Something new on the hub, said in one sentence of some length."
    return f"---\ntitle: {title}\nsummary: {summary}\ndate: {date}\n{more}---\n\nWords.\n"


def feed(folder: Path, changes: Files, path: str = "feed.xml") -> ElementTree.Element:
    made, _ = site(write(folder, small(changes)))
    return ElementTree.fromstring((made / path).read_bytes())


def text(element: ElementTree.Element, name: str) -> str:
    """The text of the one child with this name."""
    (child,) = element.findall(f"{ATOM}{name}")
    assert child.text
    return child.text


def titles(found: ElementTree.Element) -> list[str]:
    return [text(entry, "title") for entry in found.findall(f"{ATOM}entry")]


def test_a_feed_has_what_the_standard_asks(tmp_path: Path) -> None:
    found = feed(tmp_path, {"content/news/first.md": news("2026-02-01", title="First & <second>")})
    assert found.tag == f"{ATOM}feed"
    assert found.get("{http://www.w3.org/XML/1998/namespace}lang") == "en-GB"
    assert text(found, "id") == "https://test.example.org/hub/feed.xml"
    assert text(found, "title") == "Test hub"
    assert text(found, "rights") == "Open licence"
    links = {link.get("rel"): link.get("href") for link in found.findall(f"{ATOM}link")}
    assert links == {
        "self": "https://test.example.org/hub/feed.xml",
        "alternate": "https://test.example.org/hub/",
    }
    (author,) = found.findall(f"{ATOM}author")
    assert text(author, "name") == "Test hub"
    entries = found.findall(f"{ATOM}entry")
    assert titles(found) == ["First & <second>", "One door", "A paper"]
    assert text(found, "updated") == text(entries[0], "updated") == "2026-02-01T00:00:00Z"
    assert len({text(entry, "id") for entry in entries}) == 3
    for entry in entries:
        (link,) = entry.findall(f"{ATOM}link")
        assert link.get("rel") == "alternate"
        address = link.get("href") or ""
        assert urlsplit(address).netloc == "test.example.org"
        page = urlsplit(address).path.removeprefix("/hub/")
        assert (tmp_path / "site" / page / "index.html").is_file()
        assert text(entry, "summary")
    (who,) = entries[2].findall(f"{ATOM}author")
    assert text(who, "name") == "The LGA"
    assert entries[1].findall(f"{ATOM}author") == []
    (category,) = entries[1].findall(f"{ATOM}category")
    assert category.attrib == {"term": "families", "label": "Families"}


def test_a_change_brings_an_item_to_the_top(tmp_path: Path) -> None:
    changed = "updated: 2026-04-01\nchanges: [{date: 2026-04-01, note: More.}]\n"
    files = {
        "content/news/old.md": news("2026-01-01", changed, "Old and changed"),
        "content/news/new.md": news("2026-02-01", title="New"),
    }
    found = feed(tmp_path, files)
    assert titles(found)[:2] == ["Old and changed", "New"]
    entry = found.findall(f"{ATOM}entry")[0]
    assert text(entry, "published") == "2026-01-01T00:00:00Z"
    assert text(entry, "updated") == text(found, "updated") == "2026-04-01T00:00:00Z"


@pytest.mark.parametrize(
    "more",
    [
        "status: draft\n",
        "status: archived\n",
        "status: withdrawn\nwithdrawn_reason: Wrong.\n",
        "expires: 2026-06-01\n",
    ],
)
def test_what_is_not_current_is_in_no_feed(tmp_path: Path, more: str) -> None:
    files = {"content/news/gone.md": news("2026-02-01", f"themes: [families]\n{more}", "Gone")}
    made, _ = site(write(tmp_path, small(files)))
    feeds = [path.read_text("utf-8") for path in made.rglob("feed.xml")]
    assert len(feeds) == 2
    assert not [words for words in feeds if "Gone" in words]


def test_what_waits_is_in_no_feed_and_an_example_is_labelled(tmp_path: Path) -> None:
    files = {
        "content/news/later.md": news("2026-06-02", title="Later"),
        "content/case-studies/one-door.md": CASE.replace("themes:", "illustrative: yes\nthemes:"),
    }
    assert titles(feed(tmp_path, files)) == ["One door (illustrative)", "A paper"]


def test_a_feed_is_bounded(tmp_path: Path) -> None:
    files = {f"content/news/n{n}.md": news("2026-02-01", title=f"News {n}") for n in range(60)}
    assert len(titles(feed(tmp_path, files))) == 50


def test_a_theme_has_a_feed_and_its_page_names_both(tmp_path: Path) -> None:
    found = feed(tmp_path, {}, "themes/families/feed.xml")
    assert titles(found) == ["One door"]
    assert text(found, "title") == "Families - Test hub"
    page = (tmp_path / "site/themes/families/index.html").read_text("utf-8")
    kind = '<link rel="alternate" type="application/atom+xml"'
    assert f'{kind} title="Families - Test hub" href="../../themes/families/feed.xml">' in page
    for path in (tmp_path / "site").rglob("*.html"):
        html = path.read_text("utf-8")
        assert html.count(f'{kind} title="Test hub" href="') == ("http-equiv" not in html)
    assert f'{kind} title="Test hub" href="feed.xml">' in (tmp_path / "site/index.html").read_text(
        "utf-8"
    )
