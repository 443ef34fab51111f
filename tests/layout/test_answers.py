"""The answer to a question: large where a claim is preferred, else all claims in a line."""

from __future__ import annotations

from pathlib import Path

import pytest

from cbsite.layout.values import FigureCards, Notes, Table
from tests.support.hubs import Made, make
from tests.support.prose import inside


def figure(id: str, fields: str) -> str:
    return (
        f"- {{id: {id}, topic: size, statement: How many, as_at: 2012-05, "
        f"{fields if 'counts' in fields else f'{fields}, counts: places'}, source: {{id: release}}}}\n"
    )


def hub(folder: Path, *figures: str) -> Made:
    text = "".join(figure(f"f{number}", fields) for number, fields in enumerate(figures))
    case = "content/case-studies/one-door.md"
    return make(folder, {"content/data/figures.yml": text, case: ""})


def shown(made: Made) -> tuple[list[str], list[str]]:
    """The large numbers on the page of the question, and the lines in their place."""
    page = made.page("/figures/size/")
    cards = [card.number for block in inside(page, FigureCards) for card in block.cards]
    notes = [note for block in inside(page, Notes) for note in block.notes]
    return cards, [w.text for note in notes if note.lead == "In short." for w in note.words]


def answer(made: Made) -> tuple[str, ...]:
    """The question's line on the page of all questions."""
    (table,) = inside(made.page("/figures/"), Table)
    (row,) = table.rows
    return tuple(words.text for words in row[1:])


def test_a_preferred_claim_is_set_large(tmp_path: Path) -> None:
    made = hub(tmp_path, "value: 16", "value: 14, rank: preferred")
    assert shown(made) == (["14"], [])
    assert answer(made) == ("14", "The release")


@pytest.mark.parametrize(
    ("figures", "line"),
    [
        (
            ("value: 9000000000, unit: GBP", "value: 2200000000, unit: GBP", "value: 4, unit: GBP"),
            "3 claims, from £4 to £9bn",
        ),
        (("range: {low: 4, high: 9}", "value: 6"), "2 claims, from 4 to 9"),
        (("value: 2, period: a year", "value: 3, period: a year"), "2 claims, from 2 to 3 a year"),
        # What cannot be compared is not put on one scale, and no hedge is lost.
        (("value: 2, period: a year", "value: 3"), "2 claims: 2 a year; 3"),
        (("value: 2, qualifier: over", "value: 3"), "2 claims: over 2; 3"),
        (("value: 2", "value: 20, unit: percent"), "2 claims: 2; 20%"),
        (("value: 2", "value: 2"), "2 claims: 2"),
        (
            ("value: 2, qualifier: over", "value: 3, counts: areas, unit: GBP"),
            "2 claims: over 2 places; £3 (areas)",
        ),
        (
            tuple(f"value: {number}, counts: '{number}s'" for number in (2, 3, 4, 5)),
            "4 claims, among them: 2 2s; 3 3s; 4 4s",
        ),
        (
            tuple(
                f"value: {value}, counts: {what}"
                for value, what in zip("2234", "abcd", strict=True)
            ),
            "4 claims, among them: 2 a; 3 c; 4 d",
        ),
        (("value: 2, qualifier: about",), "One claim: about 2"),
    ],
)
def test_without_one_all_claims_stand_in_a_line(
    tmp_path: Path, figures: tuple[str, ...], line: str
) -> None:
    made = hub(tmp_path, *figures)
    assert shown(made) == ([], [f"{line}."])
    assert answer(made) == (line, "The release" if len(figures) == 1 else "One source")


def test_without_claims_nothing_is_said(tmp_path: Path) -> None:
    assert shown(hub(tmp_path)) == ([], [])
