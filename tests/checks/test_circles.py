"""What leads back to itself, and what is named twice, is reported where it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from cbsite.checks.circles import check_circles, circles
from cbsite.diagnostics import Report, Span
from tests.support.hubs import SMALL, Made, make

HERE = Span("here.yml")
CASE = SMALL["content/case-studies/one-door.md"]
EVENT = "kind: event, certainty: happened, lane: local, source: {id: release}"


def problems(folder: Path, files: dict[str, str]) -> list[tuple[str, str]]:
    """Each problem: its place, and what it says."""
    made = make(folder, files)
    assert not made.messages("E-VALUE"), "the records themselves are in order"
    report = Report()
    check_circles(made.library, report)
    assert all(found.code == "E-VALUE" and found.hint for found in report)
    places = Made(made.library, made.plan, report).problems()
    return list(zip(places, (found.message for found in report), strict=True))


def test_circles_of_any_length_are_found_once() -> None:
    def ways(**to: str) -> dict[str, tuple[tuple[str, Span], ...]]:
        return {one: tuple((other, HERE) for other in others) for one, others in to.items()}

    assert [path for path, _ in circles(ways(a="b", b="c", c=""))] == []
    assert [path for path, _ in circles(ways(a="b", b="a"))] == [("a", "b")]
    assert [path for path, _ in circles(ways(z="a", a="b", b="c", c="a"))] == [("a", "b", "c")]
    # Two ways to one end are no circle; itself is another mistake; what is not there leads nowhere.
    assert [path for path, _ in circles(ways(a="bc", b="d", c="d", d="dx"))] == []
    long = {str(n): ((str(n + 1), HERE),) for n in range(5000)}
    assert list(circles(long)) == []


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "programmes",
            "- {id: budgets, name: A, stage: live, follows: [b]}\n"
            "- {id: b, name: B, stage: live, follows: [{id: budgets}]}\n",
            [("1:49", "'follows' comes back to where it began: b, budgets, b.")],
        ),
        (
            "programmes",
            "- {id: budgets, name: A, stage: live, follows: [budgets], competes_with: [budgets]}\n",
            [
                ("1:49", "The programme names itself under 'follows'."),
                ("1:75", "The programme names itself under 'competes_with'."),
            ],
        ),
        (
            "programmes",
            "- id: budgets\n  name: A\n  stage: live\n  cohorts:\n"
            "    - {id: one, name: One, became: [two]}\n    - {id: two, name: Two, became: [one]}\n",
            [("6:37", "'became' comes back to where it began: one, two, one.")],
        ),
        (
            "events",
            f"- {{id: a, title: A, when: 2012, outcome_of: [a], {EVENT}}}\n",
            [("1:46", "The event names itself under 'outcome_of'.")],
        ),
        (
            "events",
            f"- {{id: a, title: A, when: 2012, outcome_of: [b], {EVENT}}}\n"
            f"- {{id: b, title: B, when: 2012, outcome_of: [a], {EVENT}}}\n",
            [("2:46", "'outcome_of' comes back to where it began: a, b, a.")],
        ),
        (
            "places",
            "- {id: essex, name: Essex, kind: area, members: [kent]}\n"
            "- {id: kent, name: Kent, kind: area, members: [essex]}\n",
            [("2:48", "'members' comes back to where it began: essex, kent, essex.")],
        ),
        (
            "organisations",
            "- {id: lga, name: LGA, kind: group, parent: dept}\n"
            "- {id: dept, name: Dept, kind: department, parent: lga}\n",
            [("1:45", "'parent' comes back to where it began: dept, lga, dept.")],
        ),
        (
            "glossary",
            "- {id: pot, label: Pot, definition: A pot., see: [pot]}\n",
            [("1:51", "The glossary entry names itself under 'see'.")],
        ),
    ],
)
def test_in_registers(
    tmp_path: Path, name: str, text: str, expected: list[tuple[str, str]]
) -> None:
    path = f"content/data/{name}.yml"
    assert problems(tmp_path, {path: text}) == [
        (f"E-VALUE {path}:{place}", message) for place, message in expected
    ]


def case(folder: Path, fields: str, more: dict[str, str] | None = None) -> list[tuple[str, str]]:
    path = "content/case-studies/one-door.md"
    found = problems(folder, {path: CASE.replace("themes:", f"{fields}themes:", 1), **(more or {})})
    return [(place.rpartition(f"{path}:")[2], message) for place, message in found]


def test_in_items(tmp_path: Path) -> None:
    assert case(
        tmp_path, "related: [place:kent, case-study:one-door, document:paper, place:kent]\n"
    ) == [
        ("5:23", "The case study names itself under 'related'."),
        ("5:60", "The list 'related' names 'kent' twice."),
    ]


def test_a_translation_is_in_another_language(tmp_path: Path) -> None:
    assert case(tmp_path / "a", "translation_of: document:paper\n") == [
        ("5:17", "It is a translation, but nothing says into which language.")
    ]
    assert case(tmp_path / "b", "lang: en-GB\ntranslation_of: document:paper\n") == [
        ("5:7", "It is a translation, but what it translates is in the same language (en-GB).")
    ]
    assert case(tmp_path / "c", "lang: cy\ntranslation_of: document:paper\n") == []
    assert case(tmp_path / "d", "translation_of: case-study:one-door\n") == [
        ("5:17", "The case study names itself under 'translation_of'.")
    ]
    # What is in the site's own language need not say so, if its original is in another.
    paper = SMALL["content/documents/paper.md"].replace("kind:", "lang: cy\nkind:", 1)
    more = {"content/documents/paper.md": paper}
    assert case(tmp_path / "e", "translation_of: document:paper\n", more) == []


def test_a_thing_may_stand_in_two_groups_of_a_collection_but_once_in_each(tmp_path: Path) -> None:
    text = """\
---
title: First steps
summary: What to read first on a hub that has one of nearly everything in it.
date: 2026-01-05
groups:
  - title: One
    items: [place:essex, place:kent, place:essex]
  - title: Two
    items: [place:essex]
---
"""
    path = "content/collections/first-steps.md"
    assert problems(tmp_path, {path: text}) == [
        (f"E-VALUE {path}:7:38", "The list 'items' names 'essex' twice.")
    ]


def test_a_hub_in_order_has_none(tmp_path: Path) -> None:
    assert problems(tmp_path, {}) == []
