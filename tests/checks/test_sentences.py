"""Where sentences begin and end, and which are very long."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbsite.checks.sentences import LONGEST, count_words, sentences
from tests.support.rules import CASE, FIRST, case, marked, places, remarks

LONG = " ".join(["word"] * (LONGEST - 1))


def split(words: str) -> list[str]:
    return [words[start:end] for start, end in sentences(words)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("One two. Three four.", ["One two.", "Three four."]),
        ("One? Two! Three… Four", ["One?", "Two!", "Three…", "Four"]),
        ('He said "No." Then he left.', ['He said "No."', "Then he left."]),
        ("It ended (at last.) Then more.", ["It ended (at last.)", "Then more."]),
        ("Two. 30 councils met. [2010] was late.", ["Two.", "30 councils met.", "[2010] was late."]),
        ("About 1.5 hours, e.g. Essex, i.e. One. Two.", ["About 1.5 hours, e.g. Essex, i.e. One.", "Two."]),
        ("Mr. Bee, Dr. C. Dee and St. Ann met. They left.", ["Mr. Bee, Dr. C. Dee and St. Ann met.", "They left."]),
        ("See No. 4, para. 12 and pp. 4 to 6. Then go.", ["See No. 4, para. 12 and pp. 4 to 6.", "Then go."]),
        ("They said no. Four left.", ["They said no.", "Four left."]),
        ("It is in Annex A. The rest is not.", ["It is in Annex A.", "The rest is not."]),
        ("A wait ... and more. So", ["A wait ... and more.", "So"]),
        ("In 2012. \ufffc councils met.", ["In 2012.", "\ufffc councils met."]),
        ("  no stop at all ", ["no stop at all"]),
        ("", []),
    ],
)  # fmt: skip
def test_sentences(words: str, expected: list[str]) -> None:
    assert split(words) == expected


@given(st.text(st.sampled_from("aB.?! \"'()[1ée\u201d"), max_size=60))
def test_no_word_is_lost(words: str) -> None:
    assert "".join("".join(split(words)).split()) == "".join(words.split())


def test_words_are_counted() -> None:
    assert count_words("One - two, £3.50 and whole-place \ufffc.") == 6


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (f"The {LONG} end.\n", ["1:1"]),
        (f"The {LONG}.\n", []),
        (f"Short here.\nIt ended.  **The\n{LONG}** end. Short.\n", ["2:14"]),
        (f"- short\n- the {LONG} end\n", ["2:3"]),
        (f"- the {LONG}\n- and\n", []),
        (f"| A |\n| --- |\n| The {LONG} end |\n", ["3:3"]),
        (f"> The {LONG} end.\n", []),
        (f"## The {LONG} end\n", []),
    ],
)
def test_long_sentences(tmp_path: Path, text: str, where: list[str]) -> None:
    found = remarks("I-SENTENCE", tmp_path, case(text))
    assert places(found, FIRST) == where
    assert all(word.lower() == "the" for word in marked(found))


def test_the_words_of_others_stand_as_they_are(tmp_path: Path) -> None:
    paper = (
        "---\ntitle: A plan\nshort_title: Plan\nkind: note\ndate: 2026-01-02\npublisher: lga\nissued: 2012\n"
        f"summary: How two invented councils mean to share a budget.\nstance: record\nheld: HELD\n"
        f"---\n\nThe {LONG} end.\n"
    )
    for held, count in (("full", 0), ("extract", 0), ("summary", 1)):
        files = {"content/documents/plan.md": paper.replace("HELD", held)}
        assert len(remarks("I-SENTENCE", tmp_path / held, files)) == count


def test_other_languages_are_left_out(tmp_path: Path) -> None:
    files = case(f"The {LONG} end.\n", more="lang: cy\n")
    assert "lang: cy" in files[CASE]
    assert remarks("I-SENTENCE", tmp_path, files) == []
