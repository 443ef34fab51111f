"""Numbers of paragraphs that run back or leave one out; what is in order is let be."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbsite.checks.paragraph_order import check_paragraph_order
from cbsite.diagnostics import Report
from cbsite.read.paragraph_numbers import missing_between as between
from tests.support.hubs import SMALL, make

PAPER = SMALL["content/documents/paper.md"].split("## What was said")[0]


def said(folder: Path, text: str, held: str = "full") -> list[str]:
    paper = PAPER.replace("held: full", f"held: {held}") + text
    figures = SMALL["content/data/figures.yml"].replace(', paragraph: "1"', "")
    case = SMALL["content/case-studies/one-door.md"].replace("paragraph:paper#2", "document:paper")
    changes = {
        "content/documents/paper.md": paper,
        "content/data/figures.yml": figures,
        "content/case-studies/one-door.md": case,
    }
    report = Report()
    check_paragraph_order(make(folder, changes).library, report)
    assert {d.code for d in report} <= {"W-PARA"}
    return [d.message for d in report]


@pytest.mark.parametrize(
    ("numbers", "messages"),
    [
        ("1 2 3", []),
        ("12 12.1 12.2 13 13.1", []),
        ("1.1 1.2 2.1 2.2 2.2.1 3", []),
        ("7 8", []),
        ("1 3", ["Between 1 and 3 there is no 2."]),
        ("12.1 12.5", ["Between 12.1 and 12.5 there is no 12.2 to 12.4."]),
        ("12 12.2", ["Between 12 and 12.2 there is no 12.1."]),
        ("12.4 13.2", ["Between 12.4 and 13.2 there is no 13.1."]),
        ("1 2 4 3 5", ["Paragraph 3 stands after paragraph 4."]),
        ("3 4 6 5 8", ["Paragraph 5 stands after paragraph 6.", "Between 6 and 8 there is no 7."]),
        ("1 3 2 7", ["Paragraph 2 stands after paragraph 3.", "Between 3 and 7 there is no 4 to 6."]),
        ("1 9 4 5 10", [
            "Between 1 and 9 there is no 2 to 3, 6 to 8.", "Paragraph 4 stands after paragraph 9."]),
        ("5.1 5.2 1 2 3 5.3", ["Paragraph 1 stands after paragraph 5.2."]),
        ("1 2 3 1 2 4", []),
        ("2.1 1.1", ["Paragraph 1.1 stands after paragraph 2.1."]),
    ],
)  # fmt: skip
def test_numbers(tmp_path: Path, numbers: str, messages: list[str]) -> None:
    text = "\n\n".join(
        f"{number}{'' if '.' in number else '.'} Words." for number in numbers.split()
    )
    assert said(tmp_path, text) == messages


def test_a_number_without_its_space_is_there(tmp_path: Path) -> None:
    assert said(tmp_path, "1. One.\n\n2.Two.\n\n3. Three.\n") == []


@pytest.mark.parametrize("held", ["extract", "summary"])
def test_an_extract_may_leave_some_out_but_not_run_back(tmp_path: Path, held: str) -> None:
    assert said(tmp_path, "1. One.\n\n5. Five.\n\n4. Four.\n", held) == [
        "Paragraph 4 stands after paragraph 5."
    ]


@given(st.lists(st.integers(1, 6), min_size=1, max_size=6), st.data())
def test_a_paper_in_order_has_no_gap_and_one_without_a_number_has(
    parts: list[int], data: st.DataObject
) -> None:
    numbers = [(part, n) for part, size in enumerate(parts, 1) for n in range(1, size + 1)]
    assert not any(between(a, b) for a, b in pairwise(numbers))
    inner = [n for n in range(1, len(numbers) - 1) if numbers[n + 1][0] == numbers[n][0]]
    if inner:
        gone = data.draw(st.sampled_from(inner))
        assert between(numbers[gone - 1], numbers[gone + 1]) == [numbers[gone]] * 2
