"""Dates far away, wherever a record has one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbsite.checks.far_dates import check_far_dates
from cbsite.diagnostics import Report, corrected_lines
from cbsite.records.all_dates import is_far, meant_year
from tests.support.hubs import AS_OF, SMALL, make

EVENTS = SMALL["content/data/events.yml"]


def found(folder: Path, when: str) -> list[tuple[str, tuple[str, ...]]]:
    events = EVENTS.replace("when: 2012-05-21", f"when: {when}")
    report = Report()
    check_far_dates(make(folder, {"content/data/events.yml": events}).library, None, report)
    assert all(d.code == "W-DATE" and not d.safe for d in report)
    return [(d.message, tuple(line.strip() for line in corrected_lines(d.edits))) for d in report]


@pytest.mark.parametrize("when", ["1900", "2056-12-31", "{display: long ago}", "2010/2012"])
def test_dates_of_our_time(tmp_path: Path, when: str) -> None:
    assert found(tmp_path, when) == []


@pytest.mark.parametrize(
    ("when", "message", "corrected"),
    [
        ("1899", "The year 1899 is before 1900.", ()),
        ("2057-01", "The year 2057 is more than 30 years ahead.", ()),
        ("2102-05~", "The year 2102 is more than 30 years ahead.", ("when: 2012-05~",)),
        ("0212", "The year 212 is before 1900.", ("when: 2012",)),
        ("2010/2102", "The year 2102 is more than 30 years ahead.", ("when: 2010/2012",)),
        ("{date: 2102, basis: inferred}", "The year 2102 is more than 30 years ahead.",
         ("when: {date: 2012, basis: inferred}",)),
    ],
)  # fmt: skip
def test_dates_far_away(tmp_path: Path, when: str, message: str, corrected: tuple[str]) -> None:
    assert found(tmp_path, when) == [(message, corrected)]


def test_drafts_blocks_and_the_hub_itself_are_asked_too(tmp_path: Path) -> None:
    case = SMALL["content/case-studies/one-door.md"].replace("date: 2026-01-03", "date: 2062-01-03")
    views = "\n``` viewpoints\nquestion: Why?\nviews:\n  - says: So.\n    date: 1812\n    source: release\n"
    views = views.replace("source: release", "source: {id: release}")
    paper = (
        SMALL["content/documents/paper.md"]
        + views
        + "  - says: No.\n    source: {id: release}\n```\n"
    )
    files = {"content/case-studies/one-door.md": case, "content/documents/paper.md": paper}
    report = Report()
    check_far_dates(make(tmp_path, files).library, None, report)
    places = [(d.span.path, d.span.start.line if d.span.start else 0) for d in report]
    assert places == [("content/case-studies/one-door.md", 4), ("content/documents/paper.md", 23)]


@given(st.integers(1, 9998))
def test_a_year_that_is_meant_is_near_and_of_nearly_the_same_digits(year: int) -> None:
    meant = meant_year(year, AS_OF)
    if meant is not None:
        digits = f"{year:04}"
        assert sorted(str(meant)) == sorted(digits) or str(meant)[1:] == digits[1:]
        assert not is_far(meant, AS_OF)
