"""Notices: what readers must know first, each once, in order, with a mark of its own."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from cbsite.layout.values import Notice
from tests.support.command import REPOSITORY
from tests.support.hubs import SITE, SMALL, Made, make

CASE = SMALL["content/case-studies/one-door.md"]
PAPER = SMALL["content/documents/paper.md"]
HISTORY = """\
history:
  lead: From an earlier time.
  text: It is kept as a record.
  start: 2010-05-11
  end: 2015-05-08
"""


def paper(folder: Path, site: str = SITE, **changes: str) -> list[tuple[str, str]]:
    """Kind and first words of the notices on a document's page, with fields changed."""
    text = PAPER
    for field, value in changes.items():
        text = re.sub(rf"^{field}: .*$", f"{field}: {value}", text, count=1, flags=re.M)
    made = make(folder, {"content/documents/paper.md": text, "content/site.yml": site})
    return [(n.kind, n.lead) for n in made.page("/documents/paper/").notices]


def case(folder: Path, fields: str, as_of: datetime.date = datetime.date(2026, 6, 1)) -> Made:
    changed = CASE.replace("themes:", f"{fields}\nthemes:", 1)
    return make(folder, {"content/case-studies/one-door.md": changed}, as_of=as_of)


def kinds(made: Made) -> list[str]:
    return [notice.kind for notice in made.page("/case-studies/one-door/").notices]


@pytest.mark.parametrize(
    ("stance", "expected"),
    [("record", []), ("claim", [("claim", "Claim.")]), ("opinion", [("opinion", "Opinion.")])],
)
def test_a_record_a_claim_and_an_opinion_are_told_apart(
    tmp_path: Path, stance: str, expected: list[tuple[str, str]]
) -> None:
    assert paper(tmp_path, stance=stance) == expected


@pytest.mark.parametrize(
    ("held", "lead"),
    [
        ("full", None),
        ("extract", "An extract."),
        ("summary", "A summary."),
        ("reference-only", "A reference only."),
        ("not-held", "Not held."),
    ],
)
def test_what_is_held_of_a_document(tmp_path: Path, held: str, lead: str | None) -> None:
    assert paper(tmp_path, held=held) == ([("held", lead)] if lead else [])


@pytest.mark.parametrize(
    ("issued", "marked"),
    [
        ("2012-05", True),
        ("2010-05-11", True),
        ("2015-05-08", True),
        ("2010-05-10", False),
        ("2015-05-09", False),
        ("2010", False),  # it may have been before
        ("{display: some time}", False),
    ],
)
def test_a_document_of_an_earlier_time(tmp_path: Path, issued: str, marked: bool) -> None:
    found = paper(tmp_path, SITE + HISTORY, issued=issued)
    assert found == ([("history", "From an earlier time.")] if marked else [])


def test_the_day_of_review(tmp_path: Path) -> None:
    on_the_day = case(tmp_path / "a", "review_by: 2026-06-01")
    assert kinds(on_the_day) == []
    after = case(tmp_path / "b", "review_by: 2026-06-01", datetime.date(2026, 6, 2))
    (notice,) = after.page("/case-studies/one-door/").notices
    assert (notice.kind, notice.lead) == (
        "review",
        "This case study was to be reviewed by 1 June 2026.",
    )
    archived = "review_by: 2026-02-01\nstatus: archived"
    assert kinds(case(tmp_path / "c", archived)) == ["archived"]


def test_the_gravest_comes_first_and_withdrawn_stands_alone(tmp_path: Path) -> None:
    both = case(tmp_path / "a", "review_by: 2026-02-01\nillustrative: yes")
    assert kinds(both) == ["review", "illustrative"]
    gone = "review_by: 2026-02-01\nillustrative: yes\nstatus: withdrawn\nwithdrawn_reason: Wrong."
    assert kinds(case(tmp_path / "b", gone)) == ["withdrawn"]


def test_every_notice_has_a_mark_of_its_own() -> None:
    kinds = get_args(get_type_hints(Notice)["kind"])
    shapes = (REPOSITORY / "templates/parts/shapes.html").read_text("utf-8")
    (sign,) = re.findall(r"macro sign\(name\).*?endmacro", shapes, re.S)
    marks = dict(re.findall(r"name == '(\w+)' -%\}(.*)", sign))
    assert set(marks) == set(kinds)
    assert len(set(marks.values())) == len(kinds)
