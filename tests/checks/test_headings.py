"""Headings go down one level at a time, below the page's title."""

from __future__ import annotations

from pathlib import Path

import pytest

from cbsite.diagnostics import apply_edits
from tests.support.rules import CASE, FIRST, case, places, remarks


@pytest.mark.parametrize(
    ("text", "where", "corrected"),
    [
        ("## A\n\n#### B\n", ["3:1"], "## A\n\n### B\n"),
        ("### A\n", ["1:1"], "## A\n"),
        ("### A\n\n#### B\n\n### C\n\n## D\n", ["1:1"], "## A\n\n### B\n\n## C\n\n## D\n"),
        ("## A\n\n#### B\n\n##### C\n\n#### D\n\n### E\n", ["3:1"], "## A\n\n### B\n\n#### C\n\n### D\n\n### E\n"),
        ("## A\n\n##### B\n\n## C\n\n#### D\n", ["3:1", "7:1"], "## A\n\n### B\n\n## C\n\n### D\n"),
        ("# A\n\n## B\n", ["1:1"], "## A\n\n## B\n"),
        ("Title\n=====\n\nx\n", ["1:1"], "## Title\n\nx\n"),
        ("> #### A\n", ["1:1"], "> ## A\n"),
        ("- ### A #\n", ["1:1"], "- ## A #\n"),
    ],
)  # fmt: skip
def test_levels_left_out(tmp_path: Path, text: str, where: list[str], corrected: str) -> None:
    files = case(text)
    found = remarks("W-HEADING", tmp_path, files)
    assert [one.code for one in found] == ["W-HEADING"] * len(where)
    assert places(found, FIRST) == where
    assert not any(one.safe for one in found if one.edits)
    edits = [edit for one in found for edit in one.edits]
    assert apply_edits(files[CASE], edits) == case(corrected)[CASE]


@pytest.mark.parametrize(
    "text",
    [
        "## A\n\n### B\n\n#### C\n\n## D\n\n### E\n",
        "No heading.\n",
        "A\n---\n\nx\n",
        "```\n# not a heading\n```\n",
    ],
)
def test_levels_in_order(tmp_path: Path, text: str) -> None:
    assert remarks("W-HEADING", tmp_path, case(text)) == []


def test_the_title_again_is_taken_out_by_people(tmp_path: Path) -> None:
    (found,) = remarks("W-HEADING", tmp_path, case("# The *joint* plan\n", "The joint plan"))
    assert (found.edits, found.hint) == ((), "Take this line out.")


def test_the_next_run_brings_nothing_new(tmp_path: Path) -> None:
    text = "# The plan\n\n### Who\n"
    again, step = remarks("W-HEADING", tmp_path, case(text, "The plan"))
    assert (places([again, step], FIRST), again.edits) == (["1:1", "3:1"], ())
    corrected = apply_edits(case(text, "The plan")[CASE], step.edits)
    assert corrected == case("# The plan\n\n## Who\n", "The plan")[CASE]


@pytest.mark.parametrize("text", ["## \n\nOne.\n", "#\n\nOne.\n"])
def test_a_heading_without_words(tmp_path: Path, text: str) -> None:
    (found,) = remarks("W-HEADING", tmp_path, case(text))
    assert (places([found], FIRST), found.message) == (["1:1"], "The heading has no words.")


def test_headings_of_one_mistake_are_not_called_mistakes_one_by_one(tmp_path: Path) -> None:
    text = "".join(f"#### Heading {number}\n\n" for number in range(9))
    assert len(remarks("W-HEADING", tmp_path, case(text))) == 1
