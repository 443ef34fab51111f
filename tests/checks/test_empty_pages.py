"""Items whose page would have no text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.documents import ANNEXES, SPLIT, of_every_kind
from tests.support.rules import CASE, case, remarks


@pytest.mark.parametrize(
    "text", ["", "\n\n", "<!-- later -->\n", "## \n", "---\n", "## A\n\nTBC\n", "[To follow.]\n"]
)
def test_a_case_study_without_text(tmp_path: Path, text: str) -> None:
    (found,) = remarks("W-EMPTY", tmp_path, case(text))
    assert (found.code, found.span.path, found.span.start) == ("W-EMPTY", CASE, None)


@pytest.mark.parametrize(
    "text",
    [
        "One.\n",
        "It is TBC.\n",
        "- one\n",
        "```\ncode\n```\n",
        "```figures\nfigures: [members]\n```\n",
    ],
)
def test_a_case_study_with_something_to_see(tmp_path: Path, text: str) -> None:
    assert remarks("W-EMPTY", tmp_path, case(text)) == []


def test_withdrawn_items_have_their_notice(tmp_path: Path) -> None:
    more = "status: withdrawn\nwithdrawn_reason: It was wrong.\n"
    assert remarks("W-EMPTY", tmp_path, case("", more=more)) == []


def test_documents(tmp_path: Path) -> None:
    assert remarks("W-EMPTY", tmp_path / "split", {**SPLIT, **ANNEXES}) == []
    files = of_every_kind()
    found = remarks("W-EMPTY", tmp_path / "kinds", files)
    assert [one.span.path for one in found] == ["content/documents/a-note.md"]
    files["content/documents/a-note.md"] = files["content/documents/a-note.md"].replace(
        "held: summary", "held: reference-only"
    )
    assert remarks("W-EMPTY", tmp_path / "reference", files) == []


def test_pages_and_news(tmp_path: Path) -> None:
    files = {
        "content/pages/how.md": "---\ntitle: How\ndate: 2026-01-05\n---\n",
        "content/news/what.md": "---\ntitle: What\nsummary: A news item that nobody ever wrote or will ever write.\n"
        "date: 2026-01-05\n---\n",
        "content/places/kent.md": "---\nname: Kent\nkind: council\n---\n",
        "content/data/places.yml": "- {id: essex, name: Essex, kind: council}\n",
    }
    found = remarks("W-EMPTY", tmp_path, files)
    assert [one.span.path for one in found] == ["content/news/what.md", "content/pages/how.md"]
