"""Annexes that a text names must be among those of its document."""

from __future__ import annotations

from pathlib import Path

import pytest

from cbsite.checks.annexes import check_annexes
from cbsite.diagnostics import Report
from tests.support.hubs import SMALL, make

PAPER = SMALL["content/documents/paper.md"]


def said(folder: Path, words: str, annexes: str = "") -> list[str]:
    paper = PAPER.replace("held: full\n", f"held: full\n{annexes}") + f"\n3. {words}\n"
    report = Report()
    library = make(folder, {"content/documents/paper.md": paper}).library
    check_annexes(library.entries.values(), report)
    return [f"{d.code} {d.message}" for d in report]


def test_each_name_once_with_the_paragraph_that_it_is_in(tmp_path: Path) -> None:
    assert said(tmp_path, "The sums are in Annex 1 and Appendix B; Annex 1 is long.") == [
        "W-ANNEX Annex 1 is mentioned at paragraph 3 but is not here.",
        "W-ANNEX Appendix B is mentioned at paragraph 3 but is not here.",
    ]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("See Annexes B and C.", ["Annex B", "Annex C"]),
        ("See Appendices 1, 2 and 4.", ["Appendix 1", "Appendix 2", "Appendix 4"]),
        ("See Annexes A-C and annexes 1 to 2.", ["Annex A", "Annex B", "Annex C", "Annex 1", "Annex 2"]),
        ("Annex N in full, Annex P from page 4.", ["Annex N", "Annex P"]),
        ("Annex Q with the costs; Annex R to follow.", ["Annex Q", "Annex R"]),
    ],
)  # fmt: skip
def test_names_in_other_forms(tmp_path: Path, words: str, named: list[str]) -> None:
    assert said(tmp_path, words) == [
        f"W-ANNEX {name} is mentioned at paragraph 3 but is not here." for name in named
    ]


@pytest.mark.parametrize(
    "words",
    [
        "The sums are in Appendix 3 (not reproduced here) of that guidance.",
        "*Whole-Place Community Budgets* prospectus (October 2011), Annex A",
        "[the release](source:release), Annex A",
        "Annexes A and B of the prospectus say so.",
        "The annexes A and B built are new.",
        "The sums are in Annex A of the prospectus.",
        "The sums are in the prospectus's Annex A.",
        "The sums are in Annex A (in [the release](source:release)).",
        "The sums are in [Annex A](https://example.org/a).",
        "They built an annex A little later.",
        "`Annex A` is code.",
        "> The sums are in Annex A.",
        "The annexes are long.",
    ],
)
def test_what_is_no_annex_of_this_paper(tmp_path: Path, words: str) -> None:
    assert said(tmp_path, words) == []


@pytest.mark.parametrize(
    "annexes",
    [
        "annexes:\n  - id: annex-a\n    title: The sums\n    held: not-held\n",
        "annexes:\n  - id: a\n    title: The sums\n    held: not-held\n",
        'annexes:\n  - id: sums\n    title: "Annexe A: the sums"\n    held: not-held\n',
        "unresolved:\n  - Annex A, which nobody has\n",
    ],
)
def test_an_annex_is_known_by_its_id_or_title(tmp_path: Path, annexes: str) -> None:
    assert said(tmp_path, "The sums are in Annex A of this paper.", annexes) == []


def test_a_heading_is_the_annex(tmp_path: Path) -> None:
    assert said(tmp_path, "See Annex A.\n\n## Annex A: the sums") == []


def test_the_paragraph_that_names_an_annex_is_there(tmp_path: Path) -> None:
    annex = (
        "annexes:\n  - id: annex-a\n    title: The sums\n    held: not-held\n    named_in: '{}'\n"
    )
    assert said(tmp_path / "a", "See Annex A.", annex.format("3")) == []
    assert said(tmp_path / "b", "See Annex A.", annex.format("the summary")) == []
    assert said(tmp_path / "c", "See Annex A.", annex.format("9")) == [
        "E-REF The document has no paragraph 9, which is to name the annex 'The sums'."
    ]
