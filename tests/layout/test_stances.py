"""Record, claim and opinion: told apart in words wherever a source is named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cbsite.layout.values import FigureCards, Items, Notes, PageValue, Rivals, SourceNotes
from tests.layout.test_pages import sources
from tests.support.hubs import SMALL, Made, make
from tests.support.prose import inside
from tests.support.templates import PAGES

PAPER = SMALL["content/documents/paper.md"]
SOURCES = SMALL["content/data/sources.yml"]


def voiced(folder: Path, stance: str) -> Made:
    """The small hub, whose paper and release both have this stance."""
    return make(
        folder,
        {
            "content/documents/paper.md": PAPER.replace("stance: record", f"stance: {stance}"),
            "content/data/sources.yml": f"{SOURCES}  stance: {stance}\n",
        },
    )


def meta(page: PageValue, name: str) -> tuple[str, ...]:
    """The facts on a list's line."""
    (found,) = [
        i.meta for block in inside(page, Items) for i in block.items if i.title.text == name
    ]
    return tuple(found)


@pytest.mark.parametrize("stance", ["claim", "opinion"])
def test_a_claim_and_an_opinion_are_called_so(tmp_path: Path, stance: str) -> None:
    made = voiced(tmp_path, stance)
    case = made.page("/case-studies/one-door/")
    assert [source.get("aria-label") for source in sources(case)] == [
        f"Source: The paper, paragraph 1 ({stance})"
    ]
    (notes,) = inside(case, SourceNotes)
    assert notes.notes[0].source.note == stance

    (rivals,) = inside(made.page("/figures/size/"), Rivals)
    assert rivals.rows[0].who == f"The paper ({stance})"
    assert rivals.rows[0].source.note == ""

    (event,) = made.page("/timeline/").sections[0].blocks[0].rows  # type: ignore[union-attr]
    assert event.source.note == stance  # type: ignore[union-attr]

    assert stance.capitalize() in meta(made.page("/sources/"), "A release")
    assert stance.capitalize() in meta(made.page("/sources/"), "A paper")
    tags = made.page("/documents/paper/").indexed
    assert tags is not None
    assert dict(tags.metadata)["type"] == f"Committee paper, {stance}"


def test_a_record_needs_no_word(tmp_path: Path) -> None:
    made = voiced(tmp_path, "record")
    case = made.page("/case-studies/one-door/")
    assert [source.get("aria-label") for source in sources(case)] == [
        "Source: The paper, paragraph 1"
    ]
    (rivals,) = inside(made.page("/figures/size/"), Rivals)
    assert rivals.rows[0].who == "The paper"
    assert "Record" not in meta(made.page("/sources/"), "A paper")


def test_the_opinion_piece_of_the_demonstration_is_called_one(built_hub: Path) -> None:
    """On the pages of every template that cite it."""
    found = 0
    for address in PAGES.values():
        file = built_hub / address / "index.html"
        if "?" in address or not file.is_file():
            continue
        for link in re.finditer(
            r">LGiU post, spring 2012[^<]*</a>([^<]*<span[^>]*>[^<]*)?", file.read_text("utf-8")
        ):
            after = link[1] or ""
            found += "opinion" in after
    assert found > 3


def test_cards_name_the_voice(tmp_path: Path) -> None:
    site = SMALL["content/site.yml"].replace("  lede:", "  figures: [members]\n  lede:")
    text = PAPER.replace("stance: record", "stance: claim")
    made = make(tmp_path, {"content/site.yml": site, "content/documents/paper.md": text})
    (cards,) = inside(made.page("/"), FigureCards)
    assert cards.cards[0].source.note == "claim"


@pytest.mark.parametrize("held", ["not-held", "reference-only"])
@pytest.mark.parametrize("stance", ["record", "claim", "opinion"])
def test_nothing_is_said_of_what_a_paper_does_that_nobody_has_seen(
    tmp_path: Path, stance: str, held: str
) -> None:
    head = PAPER.partition("## What was said")[0].replace("kind: committee-report", "kind: letter")
    paper = head.replace("stance: record", f"stance: {stance}").replace(
        "held: full", f"held: {held}"
    )
    made = make(
        tmp_path,
        {
            "content/documents/paper.md": paper,
            "content/data/figures.yml": "",
            "content/case-studies/one-door.md": "",
        },
    )
    assert [d for d in made.report if d.level == "error"] == []
    page = made.page("/documents/paper/")
    leads = [notice.lead for notice in page.notices]
    leads += [note.lead for block in inside(page, Notes) for note in block.notes]
    assert not {"Stance.", "Claim.", "Opinion."} & set(leads)
    assert meta(made.page("/sources/"), "A paper") == ("Letter", "May 2012")
    assert page.indexed is not None
    assert dict(page.indexed.metadata)["type"] == "Letter"
    entry = made.library.entries["document", "paper"]
    assert made.plan.facets.values(entry.record, "stance") == ()
