"""Documents on their pages: one page, or cover, parts and whole; what they offer to take away."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

from cbsite.layout.lay_out import lay_out_sitemap
from cbsite.layout.parts.files import file_note, size_words
from cbsite.layout.values import (
    Contents,
    DocumentContents,
    Gap,
    Items,
    PageValue,
    Paper,
    Row,
    Section,
    Steps,
    Table,
    Text,
    Words,
)
from tests.support.documents import (
    ANNEXES,
    CITING,
    FOLDER,
    ONE_PAGE,
    SPLIT,
    front,
    of_every_kind,
)
from tests.support.hubs import Files, Made, make
from tests.support.prose import elements, inside, words

COVER = "/documents/two-rivers/"


def made(folder: Path, *files: Files) -> Made:
    found = make(folder, {name: text for part in files for name, text in part.items()})
    assert [d for d in found.report if d.level == "error"] == []
    return found


def titles(page: PageValue) -> list[str]:
    return [section.title for section in page.sections if section.title]


def rows(page: PageValue) -> dict[str, tuple[str, ...]]:
    """The lines of all summary lists: terms and words."""
    return {row.term: tuple(w.text for w in row.values) for row in inside(page, Row)}


def section(page: PageValue, id: str) -> Section:
    return next(section for section in page.sections if section.id == id)


def way(page: str, href: str | None) -> str:
    """Where a link on the page at this address leads, from the root of the site."""
    return urljoin(page, href) if href is not None else ""


def ids(page: PageValue) -> list[str]:
    """Every id that the sections of a page ask for."""
    prose = [found.get("id") for found in elements(page.sections) if found.get("id")]
    paragraphs = [
        p.anchor
        for paper in inside(page.sections, Paper)
        for p in paper.parts
        if hasattr(p, "anchor")
    ]
    return [*(s.id for s in page.sections if s.id), *prose, *paragraphs]


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1000, "1 kB"), (1499, "1 kB"), (12_400, "12 kB"),
     (999_499, "999 kB"), (999_500, "1 MB"), (1_235_000, "1.2 MB"), (2_000_000, "2 MB"), (9_960_000, "10 MB"),
     (25_300_000, "25 MB"), (3_100_000_000, "3.1 GB"), (5 * 10**15, "5000 TB")],
)  # fmt: skip
def test_size_in_words(size: int, words: str) -> None:
    assert size_words(size) == words


@pytest.mark.parametrize(
    ("path", "note"),
    [("form.pdf", "(PDF, 12 kB)"), ("a/My%20Form.XLSX", "(Excel spreadsheet, 12 kB)"),
     ("list.csv#top", "(CSV, 12 kB)"), ("talk.mp3?x=.pdf", "(MP3 audio, 12 kB)")],
)  # fmt: skip
def test_type_in_words(path: str, note: str) -> None:
    assert file_note(path, 12_000) == note


def test_the_files_of_an_item_have_type_and_size(tmp_path: Path) -> None:
    page = made(tmp_path, SPLIT, ANNEXES).page(COVER)
    (block,) = section(page, "see_downloads").blocks
    assert isinstance(block, Items)
    (line,) = block.items
    assert line.title == Words(
        "The form for asking", "../../files/documents/two-rivers/form.pdf", note="(PDF, 1.2 MB)"
    )
    original = next(row for row in inside(page, Row) if row.term == "Original").values
    assert [(word.text, word.note) for word in original] == [
        ("The original as a file", "(PDF, 1.2 MB)")
    ]


def test_a_link_to_a_file_in_a_text_has_type_and_size(tmp_path: Path) -> None:
    page = made(tmp_path, SPLIT, ANNEXES, CITING).page("/reader/")
    paragraphs = elements(section(page, "see_text"), "p")
    assert paragraphs[-1].words.endswith("the form (PDF, 1.2 MB)")
    assert "kB" not in paragraphs[0].words


def test_one_page_holds_text_annexes_and_their_files(tmp_path: Path) -> None:
    page = made(tmp_path, ONE_PAGE, ANNEXES, CITING).page(COVER)
    assert page.template == "pages/document.html"
    assert titles(page)[:4] == [
        "In this paper",
        "Annexes",
        "Money in and out of the pool",
        "How we counted",
    ]
    (contents,) = inside(page, Contents)
    assert [(w.note, w.text, w.href) for w in contents.entries] == [
        ("1 to 2", "Context", "#context"),
        ("3 to 4", "Money", "#money"),
        ("", "Annexes", "#see_annexes"),
    ]
    listed = section(page, "see_annexes").blocks[0]
    assert isinstance(listed, Table)
    assert [(row[0].href, row[1].href) for row in listed.rows] == [
        ("#part_annex-a", "#para-3-1"), (None, "#para-2"), ("#part_annex-c", None),
    ]  # fmt: skip
    table, files = section(page, "part_annex-a").blocks
    assert isinstance(table, Table)
    assert table.rows[0] == (Words("Families"), Words("Yes"), Words("1,200,000"))
    assert isinstance(files, Items)
    assert files.items[0].title.note == "(CSV, 63 bytes)"
    annex = section(page, "part_annex-c")
    (heading,) = elements(annex, "h3")
    assert heading.get("id") == "annex-c_method"
    assert not elements(annex, "h2")
    assert len(ids(page)) == len(set(ids(page)))


def test_a_cover_leads_to_every_part_and_keeps_every_anchor(tmp_path: Path) -> None:
    one = made(tmp_path / "one", ONE_PAGE, ANNEXES).page(COVER)
    before = {anchor for anchor in ids(one) if "_" not in anchor}
    assert before == {
        "context",
        "money",
        "the-sums",
        "para-1",
        "para-2",
        "para-3",
        "para-3-1",
        "para-4",
    }
    page = made(tmp_path / "split", SPLIT, ANNEXES).page(COVER)
    (contents,) = inside(page, DocumentContents)
    signposts = [s for p in contents.parts for s in (p.title, *p.numbers, *p.headings)]
    assert before <= {signpost.anchor for signpost in signposts}
    ways = {s.words.text: way(COVER, s.words.href) for s in signposts if s.anchor in before}
    assert {words: where.removeprefix(COVER) for words, where in ways.items()} == {
        "Context": "context/", "1": "context/#para-1", "2": "context/#para-2", "Money": "money/",
        "3": "money/#para-3", "3.1": "money/#para-3-1", "4": "money/#para-4", "The sums": "money/#the-sums",
    }  # fmt: skip
    whole = section(page, "see_contents").more
    assert whole is not None
    assert way(COVER, whole.href) == f"{COVER}print/"


def test_an_anchor_stands_once_on_a_cover(tmp_path: Path) -> None:
    again = front("title: Sums") + "## The sums\n\n## Money\n"
    index = SPLIT[f"{FOLDER}/index.md"] + "\n## Context\n"
    page = made(
        tmp_path, SPLIT, ANNEXES, {f"{FOLDER}/03-sums.md": again, f"{FOLDER}/index.md": index}
    ).page(COVER)
    (contents,) = inside(page, DocumentContents)
    anchors = [s.anchor for p in contents.parts for s in (p.title, *p.numbers, *p.headings)]
    kept = [anchor for anchor in anchors if anchor]
    assert len(kept) == len(set(kept))
    # A heading of the cover's own text goes before.
    assert "context" not in kept
    assert ids(page).count("context") == 1


def test_a_part_has_its_way_back_on_and_round(tmp_path: Path) -> None:
    address = f"{COVER}money/"
    page = made(tmp_path, SPLIT, ANNEXES).page(address)
    assert page.template == "pages/document-section.html"
    assert (page.plate.title, page.plate.item) == ("Money", "7")
    assert [(crumb.text, way(address, crumb.href)) for crumb in page.plate.crumbs] == [
        ("Home", "/"), ("Documents", "/documents/"), ("Two Rivers plan", COVER), ("Money", ""),
    ]  # fmt: skip
    (contents,) = inside(page, Contents)
    assert [(w.note, w.text, way(address, w.href)) for w in contents.entries] == [
        ("1 to 2", "Context", f"{COVER}context/"),
        ("3 to 4", "Money", ""),
        ("", "Money in and out of the pool", f"{COVER}annex-a/"),
        ("", "How we counted", f"{COVER}annex-c/"),
    ]
    (steps,) = inside(page, Steps)
    ways = (steps.previous, steps.next, steps.whole)
    assert [(words.text, way(address, words.href)) for words in ways if words] == [
        ("Context", f"{COVER}context/"),
        ("Money in and out of the pool", f"{COVER}annex-a/"),
        ("The whole document on one page, to read or print", f"{COVER}print/"),
    ]
    assert page.indexed is not None
    assert ("title", f"Money - Two Rivers plan {address}") in page.indexed.sorts
    assert page.frame.updated == "3 February 2026"


def test_the_first_and_the_last_part(tmp_path: Path) -> None:
    hub = made(tmp_path, SPLIT, ANNEXES)
    (first,) = inside(hub.page(f"{COVER}context/"), Steps)
    assert way(f"{COVER}context/", first.previous.href) == COVER
    (last,) = inside(hub.page(f"{COVER}annex-c/"), Steps)
    assert last.next is None


def test_the_whole_is_as_complete_as_one_page(tmp_path: Path) -> None:
    hub = made(tmp_path, SPLIT, ANNEXES, CITING)
    page = hub.page(f"{COVER}print/")
    one = made(tmp_path / "one", ONE_PAGE, ANNEXES, CITING).page(COVER)
    assert rows(page) == rows(one)
    assert titles(page) == titles(one)

    def said(page: PageValue) -> list[Any]:
        (paper,) = inside(section(page, "see_text"), Paper)
        return [(getattr(part, "number", ""), words(part)) for part in paper.parts]

    assert said(page) == said(one)
    assert len(ids(page)) == len(set(ids(page)))
    # What the parts say of one another leads to this page.
    links = {link.words: link.get("href") for link in elements(page.sections, "a")}
    assert (links["The sums"], links["1"]) == ("#money_the-sums", "#para-1")
    assert len(elements(page, "section")) == 1
    notes = [item.get("id") for item in elements(page, "li") if item.get("id").startswith("fn_")]
    assert notes == ["fn_1", "fn_2"]
    references = [a.get("href") for a in elements(page, "a") if a.get("role") == "doc-noteref"]
    assert references == ["#fn_1", "#fn_2"]


def test_search_and_search_engines_have_the_parts_but_not_the_whole(tmp_path: Path) -> None:
    hub = made(tmp_path, SPLIT, ANNEXES)
    page = hub.page(f"{COVER}print/")
    assert page.indexed is None
    assert page.frame.canonical == "https://test.example.org/hub/documents/two-rivers/"
    pages = lay_out_sitemap(hub.library, hub.plan, "feeds/sitemap.xml").pages
    mine = {one.address.partition(COVER)[2] for one in pages if COVER in one.address}
    assert mine == {"", "context/", "money/", "annex-a/", "annex-c/"}


def test_a_document_of_every_kind(tmp_path: Path) -> None:
    hub = made(tmp_path, of_every_kind())
    pages = {kind: hub.page(f"/documents/a-{kind}/") for kind in
             ("prospectus", "briefing", "report", "letter", "guidance", "note")}  # fmt: skip
    assert {kind: titles(page)[0] for kind, page in pages.items()} == {
        "prospectus": "In this prospectus", "briefing": "In this briefing", "report": "In this report",
        "letter": "In this letter", "guidance": "In this guidance", "note": "Left open in this document",
    }  # fmt: skip
    letter = rows(pages["letter"])
    assert letter["From"] == ("Chairman of the first council",)
    assert letter["To"] == ("The Secretary of State",)
    offer = rows(pages["prospectus"])
    assert offer["Closes"] == ("October 2012",)
    assert offer["Offer"] == ("Eight officials for each place",)
    assert offer["Criteria"] == ("Shared borders", "A plan")
    assert rows(pages["guidance"])["Criteria"] == ("Read it",)
    (gap,) = inside(pages["note"].sections, Gap)
    assert gap.text == "The hub does not hold the text of this document."


def test_a_letter_that_names_nobody_says_so(tmp_path: Path) -> None:
    letter = of_every_kind()["content/documents/a-letter.md"]
    lines = [line for line in letter.split("\n") if not line.startswith(("sender", "addressee"))]
    page = made(tmp_path, {"content/documents/a-letter.md": "\n".join(lines)}).page(
        "/documents/a-letter/"
    )
    gaps = {row.term: row.values[0].gap for row in inside(page, Row)}
    assert gaps["From"]
    assert gaps["To"]


def test_a_plain_document_may_be_split_too(tmp_path: Path) -> None:
    index = SPLIT[f"{FOLDER}/index.md"].replace("kind: committee-report", "kind: report")
    parts = {f"{FOLDER}/index.md": index.replace("#para-3-1", "#the-sums")}
    money = SPLIT[f"{FOLDER}/02-money.md"].replace("#para-1", "#context")
    hub = made(tmp_path, SPLIT, ANNEXES, parts, {f"{FOLDER}/02-money.md": money})
    page = hub.page(f"{COVER}print/")
    assert not list(inside(page, Paper))
    text = section(page, "see_text").blocks[0]
    assert isinstance(text, Text)
    assert [heading.words for heading in elements(text, "h2", "h3")] == [
        "Context",
        "Money",
        "The sums",
    ]
    assert len(ids(page)) == len(set(ids(page)))
