"""What a page says: figures with their marks, gaps, notices, relative links."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cbsite.layout.values import Confidence, Gap, Notes, Paper, SourceNotes, Table, Text
from tests.support.hubs import SMALL, Made, make
from tests.support.prose import Element, elements, inside

CASE = SMALL["content/case-studies/one-door.md"]
FILE = "content/case-studies/one-door.md"
ADDRESS = "/case-studies/one-door/"


def marks(value: Any) -> list[Element]:
    """The figures in a page's prose."""
    return [found for found in elements(value, "span") if found.get("class") == "fm"]


def sources(value: Any) -> list[Element]:
    """The links from figures to their sources in a page's prose."""
    found = elements(value, "a")
    return [link for link in found if link.get("href").startswith("#note_")]


def links(value: Any) -> list[tuple[str, str]]:
    """Words and href of the links in a page's prose."""
    found = elements(value, "a")
    return [(a.words, a.get("href")) for a in found if not a.get("href").startswith("#note_")]


def case(folder: Path, more: str = "", **changes: str) -> Made:
    text = CASE + more
    for old, new in changes.items():
        text = text.replace(f"{old}:", f"{new}\n{old}:", 1)
    return make(folder, {FILE: text})


def test_a_figure_in_prose_has_its_value_mark_and_source(tmp_path: Path) -> None:
    page = case(tmp_path).page(ADDRESS)
    (mark,), (source,) = marks(page), sources(page)
    assert (mark.words, mark.get("id")) == ("4", "fm_1_1")
    assert (source.words, source.get("href")) == ("1", "#note_1")
    (notes,) = inside(page, SourceNotes)
    (note,) = notes.notes
    assert note.number == "1"
    assert note.back == ("fm_1_1",)
    assert note.figure.href == "../../figures/size/#members"
    assert note.source.text == "The paper, paragraph 1"
    assert note.source.href == "../../documents/paper/#para-1"


def test_marks_are_counted_by_figure(tmp_path: Path) -> None:
    more = SMALL["content/data/figures.yml"] + SMALL["content/data/figures.yml"].replace(
        "id: members", "id: others"
    ).replace("value: 4", "value: 9\n  qualifier: over")
    text = CASE.replace(
        "[](figure:members)", "[](figure:members), [](figure:others), [](figure:members)"
    )
    page = make(tmp_path, {FILE: text, "content/data/figures.yml": more}).page(ADDRESS)
    assert [(mark.words, mark.get("id")) for mark in marks(page)] == [
        ("4", "fm_1_1"),
        ("over 9", "fm_2_1"),
        ("4", "fm_1_2"),
    ]
    (notes,) = inside(page, SourceNotes)
    assert [note.back for note in notes.notes] == [("fm_1_1", "fm_1_2"), ("fm_2_1",)]


def test_the_registers_value_is_shown_whatever_the_words(tmp_path: Path) -> None:
    page = make(tmp_path, {FILE: CASE.replace("[](figure", "[over 30](figure")}).page(ADDRESS)
    assert [mark.words for mark in marks(page)] == ["4"]


def test_links_are_relative_and_empty_words_are_filled(tmp_path: Path) -> None:
    more = "\n[](place:kent), [the day](event:meeting), [up](#the-problem), [out](https://example.org/)\n"
    assert links(case(tmp_path, more).page(ADDRESS)) == [
        ("the paper", "../../documents/paper/#para-2"),
        ("Kent", "../../places/kent/"),
        ("the day", "../../timeline/#meeting"),
        ("up", "#the-problem"),
        ("out", "https://example.org/"),
    ]


@pytest.mark.parametrize(
    ("address", "root", "stylesheet", "search"),
    [
        ("/", "", "assets/style.css", "search/"),
        ("/search/", "../", "../assets/style.css", "./"),
        ("/places/essex/", "../../", "../../assets/style.css", "../../search/"),
        ("/404.html", "/hub/", "/hub/assets/style.css", "/hub/search/"),
    ],
)
def test_the_frame_knows_its_way(
    tmp_path: Path, address: str, root: str, stylesheet: str, search: str
) -> None:
    frame = make(tmp_path).page(address).frame
    assert (frame.root, frame.assets.stylesheet, frame.search_href) == (root, stylesheet, search)
    assert frame.canonical == f"https://test.example.org/hub{address}"


def test_the_navigation_marks_where_one_is(tmp_path: Path) -> None:
    made = make(tmp_path)
    current = {
        address: [item.words for item in made.page(address).frame.nav if item.current]
        for address in ("/", "/places/", "/places/essex/", "/figures/size/", "/themes/")
    }
    assert current == {
        "/": [],
        "/places/": ["Places"],
        "/places/essex/": ["Places"],
        "/figures/size/": [],
        "/themes/": [],
    }


def test_numbered_paragraphs_keep_their_numbers(tmp_path: Path) -> None:
    (paper,) = inside(make(tmp_path).page("/documents/paper/"), Paper)
    numbered = [part for part in paper.parts if not isinstance(part, Text)]
    assert [(part.number, part.anchor) for part in numbered] == [("1", "para-1"), ("2", "para-2")]
    # What cites a paragraph stands beside it.
    beside = {part.number: [w.text for n in part.notes for w in n.words] for part in numbered}
    assert any("One door" in text for text in beside["2"])


def test_what_is_not_known_is_a_gap(tmp_path: Path) -> None:
    made = make(tmp_path)
    gaps = [gap.text for gap in inside(made.page("/places/kent/"), Gap)]
    assert "None of our sources names a pilot here." in gaps
    page = made.page(ADDRESS)
    rows = {row.term: row.values for block in inside(page, object) if hasattr(block, "rows")
            and not isinstance(block, Table) for row in block.rows if hasattr(row, "term")}  # fmt: skip
    assert rows["Led by"][0].gap
    assert rows["Led by"][0].text == "Not in our sources."
    assert not rows["Places"][0].gap


def test_missing_sections_of_a_case_study_are_named(tmp_path: Path) -> None:
    page = case(tmp_path, "\n## What it cost\n\nNothing.\n").page(ADDRESS)
    leads = [(n.lead, n.words[0].text) for notes in inside(page, Notes) for n in notes.notes]
    assert ("2 of 7 sections", "are here.") in leads
    (missing,) = (words for lead, words in leads if lead == "Missing:")
    assert missing.startswith("what we did, ")
    assert "what it cost" not in missing


def test_how_sure_we_are(tmp_path: Path) -> None:
    (unknown,) = inside(make(tmp_path / "a").page(ADDRESS), Confidence)
    assert (unknown.level, unknown.words) == (0, "Not yet known.")
    made = case(tmp_path / "b", themes="evidence: {confidence: 3, effect: better}")
    (some,) = inside(made.page(ADDRESS), Confidence)
    assert (some.level, some.words) == (3, "Compared with a similar group.")
    assert "Effect: better." in some.details


def test_a_withdrawn_page_says_so_and_nothing_else(tmp_path: Path) -> None:
    made = case(tmp_path, themes="status: withdrawn\nwithdrawn_reason: It was wrong.")
    page = made.page(ADDRESS)
    (notice,) = page.notices
    assert (notice.kind, notice.text) == ("withdrawn", "It was wrong.")
    assert page.sections == page.margin == ()
    assert page.indexed is None
    assert page.plate.title == "One door"
    assert "/case-studies/" not in made.plan.pages


@pytest.mark.parametrize(
    ("field", "kind"),
    [("status: archived", "archived"), ("illustrative: true", "illustrative")],
)
def test_notices(tmp_path: Path, field: str, kind: str) -> None:
    page = case(tmp_path, themes=field).page(ADDRESS)
    assert [notice.kind for notice in page.notices] == [kind]
    assert page.sections
    assert page.indexed is not None


def test_every_indexed_page_can_be_filtered_and_sorted(tmp_path: Path) -> None:
    made = make(tmp_path)
    indexed = 0
    for planned in made.plan.pages.values():
        tags = made.page(planned.address).indexed
        if tags is not None:
            indexed += 1
            assert [name for name, _ in tags.filters].count("type") == 1
            assert [name for name, _ in tags.sorts] == ["title", "date"]
            # No two pages have the same key: Pagefind would leave them as the disk lists them.
            assert all(value.endswith(f" {planned.address}") for _, value in tags.sorts)
    assert indexed > 8


def test_a_page_value_cannot_be_changed_and_can_be_compared(tmp_path: Path) -> None:
    made = make(tmp_path)
    for planned in made.plan.pages.values():
        page = made.page(planned.address)
        assert page == made.page(planned.address)
        assert isinstance(hash(page), int)


def test_the_language_of_a_text_is_marked_where_it_stands(tmp_path: Path) -> None:
    page = case(tmp_path, themes="lang: cy").page(ADDRESS)
    assert page.frame.language == "en-GB"
    assert page.plate.language == "cy"
    assert [section.language for section in page.sections if section.id == "see_text"] == ["cy"]
