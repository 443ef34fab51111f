"""Acronyms that nothing explains are named once, at their first place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.rules import CASE, FIRST, case, marked, places, remarks

TERM = "- {id: qzb, label: QZB, expand: Quiet Zone Board, definition: One., synonyms: [QZX]}\n"


@pytest.mark.parametrize(
    ("text", "words", "where"),
    [
        ("The QZB met, and the QZB went.\n", ["QZB"], ["1:5"]),
        ("Two met\nthe [place](place:essex) and **a *QZB* too**.\n", ["QZB"], ["2:35"]),
        ("Two QZBs met the QZB's CSZ.\n", ["QZBs", "CSZ"], ["1:5", "1:24"]),
        ("- QZB\n", ["QZB"], ["1:3"]),
        ("A QZB-led board.\n", ["QZB"], ["1:3"]),
        ("## The QZB\n\nThe QZB met.\n", ["QZB"], ["3:5"]),
        ("## The QZB\n\nIt met.\n", ["QZB"], ["1:8"]),
        ("The QZB met the Quiet Zone Board (QZB).\n", ["QZB"], ["1:5"]),
        ("A quite different thing (QZB).\n", ["QZB"], ["1:26"]),
        ("The QZB (the other one) met.\n", ["QZB"], ["1:5"]),
    ],
)
def test_what_is_not_explained(
    tmp_path: Path, text: str, words: list[str], where: list[str]
) -> None:
    found = remarks("W-ACRONYM", tmp_path, case(text))
    assert (marked(found), places(found, FIRST)) == (words, where)


@pytest.mark.parametrize(
    "text",
    [
        "The Quiet Zone Board (QZB) met. The QZB went.\n",
        "The QZB (Quiet Zone Board) met.\n",
        "The board for quiet zones in Britain, BQZB (board for quiet zones in Britain).\n",
        "The NHS, the UK and an MP read a PDF in 2012, part IV.\n",
        "## QZB AND ALL THAT\n\nThey met.\n",
        "Type `QZB` or see https://example.org/QZB and [y bwrdd QZB]{lang=cy}.\n",
        "At 10 Long Road, SW1A 2AA and E1 6AN, by the A40.\n",
        "They did NOT meet, and must NOT.\n",
        "The LGiU, a PhD and U.S. law.\n",
        "QZB (the Quiet Zone Board) met a QZX (an inner quiet zone for X), or not.\n".replace(
            "inner ", ""
        ),
        "Hammersmith & Fulham (LBHF) met Directors of Adult Social Services (DASS), Children's Services (DCS).\n",
        "\u201cTotal Place\u201d (TP), the quiet zone board (the \u201cQZB\u201d), the loud board (hereafter LB).\n",
        "The quiet zone board, or QZB, met the Loud Zone Board [LZB].\n",
        "QZB \u2013 quiet zone board. LZB: loud zone board.\n",
        "AZB is the all-zone board. IZB stands for inner zone board.\n",
        "QZB, i.e. Quiet Zone Board. LZB, that is the loud zone board. CZH data (common zones of health).\n",
        "Two OTs, occupational therapists who work here. Continuing health or care, CHC for short.\n",
        "| Short | Long |\n| --- | --- |\n| QZB | Quiet zone board |\n\nThe QZB met.\n",
        "| QZB |\n| --- |\n| 1 |\n\nQZB is the quiet zone board.\n",
        "ACTION: AGREE and NOTE the DRAFT, ANNEX E. NOTED.\n",
        "They said LOUDLY what they said loudly. PLEASE READ IT ALL. Then go.\n",
        "Leeds CC (AOB, TBC), PO3 and KS2, LS1, H1N1, MP3 and CO3.\n",
        "In [2011] EWCA Civ 12 and [2012] 1 WLR 55.\n",
        "A book (London: TSO, 2003).\n",
    ],
)
def test_what_needs_no_explanation(tmp_path: Path, text: str) -> None:
    assert remarks("W-ACRONYM", tmp_path, case(text)) == []


@pytest.mark.parametrize(
    ("register", "record"),
    [
        ("glossary", TERM),
        ("glossary", TERM.replace("QZB", "QZBs")),
        ("glossary", "- {id: b, label: Quiet board, definition: One., synonyms: [QZB]}\n"),
        ("programmes", "- {id: budgets, name: The QZB budgets, stage: live}\n"),
        ("places", "- {id: essex, name: Essex, kind: council, aka: [QZB]}\n"),
    ],
)
def test_the_glossary_and_names_explain(tmp_path: Path, register: str, record: str) -> None:
    files = case("The QZB met.\n") | {f"content/data/{register}.yml": record}
    assert remarks("W-ACRONYM", tmp_path, files) == []


@pytest.mark.parametrize(
    ("text", "message", "where"),
    [
        ("The QZB met.\n\nThe Quiet Zone Board (QZB) met.\n", "only on line 11.", "1:5"),
        ("The QZB met the Quiet Zone Board (QZB). The QZB.\n", "only on line 9.", "1:5"),
    ],
)
def test_what_is_explained_too_late(tmp_path: Path, text: str, message: str, where: str) -> None:
    (found,) = remarks("W-ACRONYM", tmp_path, case(text))
    assert found.message == f"'QZB' is explained {message}"
    assert places([found], FIRST) == [where]


def test_words_above_the_text_explain(tmp_path: Path) -> None:
    files = case("The QZB met.\n", title="The Quiet Zone Board (QZB)")
    assert remarks("W-ACRONYM", tmp_path, files) == []


def test_a_paper_is_left_as_it_is(tmp_path: Path) -> None:
    paper = (
        "---\ntitle: A plan\nshort_title: Plan\nkind: note\ndate: 2026-01-02\npublisher: lga\nissued: 2012\n"
        "summary: How two invented councils mean to share a budget.\nstance: record\nheld: full\n---\n\n"
        "The QZB, the LZB and JH met.\n\nThe Quiet Zone Board (QZB) left.\n"
    )
    (found,) = remarks("W-ACRONYM", tmp_path, {"content/documents/plan.md": paper})
    assert (marked([found]), "Leave the words as they are" in found.hint) == (["LZB"], True)


def test_other_languages_are_left_out(tmp_path: Path) -> None:
    assert remarks("W-ACRONYM", tmp_path, case("Y QZB.\n", more="lang: cy\n")) == []


def test_once_in_each_text(tmp_path: Path) -> None:
    files = case("The QZB met.\n")
    files["content/case-studies/other.md"] = files[CASE]
    assert len(remarks("W-ACRONYM", tmp_path, files)) == 2
