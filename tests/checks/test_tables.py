"""Tables in Markdown have headings and rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.rules import FIRST, case, marked, places, remarks


@pytest.mark.parametrize(
    ("head", "where", "words"),
    [
        ("| A | | C |", ["3:6"], [" "]),
        ("| A |  |  |", ["3:6", "3:9"], ["  ", "  "]),
        ("A | | C", ["3:4"], [" "]),
        ("| A \\| B | | C |", ["3:11"], [" "]),
        ("| | | |", ["3:1"], ["| | | |"]),
    ],
)
def test_a_column_without_a_heading(
    tmp_path: Path, head: str, where: list[str], words: list[str]
) -> None:
    text = f"One.\n\n{head}\n| --- | --- | --- |\n| 1 | 2 | 3 |\n"
    found = remarks("W-TABLE", tmp_path, case(text))
    assert (places(found, FIRST), marked(found)) == (where, words)


def test_headings_without_rows(tmp_path: Path) -> None:
    found = remarks("W-TABLE", tmp_path, case("| A | B |\n| --- | --- |\n\nOne.\n"))
    assert (places(found, FIRST), marked(found)) == (["1:1"], ["| A | B |"])


@pytest.mark.parametrize(
    "text",
    [
        "| | B |\n| --- | --- |\n| 1 | 2 |\n",
        "| A | B |\n| --- | --- |\n| | |\n",
        "| A | `b` |\n| --- | --- |\n| 1 | 2 |\n",
    ],
)
def test_tables_in_order(tmp_path: Path, text: str) -> None:
    assert remarks("W-TABLE", tmp_path, case(text)) == []


@pytest.mark.parametrize(
    ("text", "where", "hint"),
    [
        ("| A | B | C |\n| --- | --- |\n| 1 | 2 | 3 |\n", "3:1", "they have 3, it has 2."),
        ("A | B | C\n--- | ---\n1 | 2\n", "3:1", "they have 3, it has 2."),
        ("| A | B |\n| 1 | 2 |\n", "3:1", "Write below its headings"),
        ("+---+---+\n| A | B |\n+---+---+\n", "3:1", "Write it with bars"),
        ("Words\n| A | B |\n| 1 | 2 |\n", "4:1", "Write below its headings"),
        ("- | A | B |\n  | 1 | 2 |\n", "3:1", "Write below its headings"),
    ],
)
def test_a_table_that_runs_on_as_words(tmp_path: Path, text: str, where: str, hint: str) -> None:
    (found,) = remarks("W-TABLE", tmp_path, case(f"One.\n\n{text}\nEnd.\n"))
    assert (places([found], FIRST), hint in found.hint) == ([where], True)


@pytest.mark.parametrize(
    "text", ["One | two\nthree | four.\n", "One\n| two.\n", "```\n| A |\n| B |\n```\n"]
)
def test_bars_in_words_are_no_table(tmp_path: Path, text: str) -> None:
    assert remarks("W-TABLE", tmp_path, case(text)) == []
