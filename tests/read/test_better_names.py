"""A name that is proposed for one that some systems refuse is one that all can hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbsite.read.names import better_name, name_problem, sort_problem

CHARACTERS = st.one_of(st.characters(codec="utf-8"), st.sampled_from(':?*<>|"\\. -\u202eacon'))


@given(st.text(CHARACTERS, min_size=1, max_size=300).filter(lambda name: "/" not in name))
def test_a_proposed_name_can_be_published(name: str) -> None:
    better = better_name(name)
    assert not better or name_problem(better) is None


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("aux.md", "aux-1.md"),
        ("CON", "CON-1"),
        ("Plan: draft.pdf", "Plan-draft.pdf"),
        ("Why?.pdf", "Why.pdf"),
        ("plan. ", "plan"),
        (" plan.pdf", "plan.pdf"),
        ("plan.pdf ", "plan.pdf"),
        ("???", ""),
    ],
)
def test_proposed_names(name: str, better: str) -> None:
    assert better_name(name) == better


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("notes.doc", "ends in .md"), ("notes.rtf", "ends in .md"), ("notes.pages", "ends in .md"),
        ("photo.HEIC", "JPEG"), ("README", "ending"), ("page.html", "ends in .md"),
        ("plan.xls", ".xlsx"), ("plan.bak", "Delete it"), ("plan.exe", "out of content/"), ("map.svg", "PNG"),
    ],
)  # fmt: skip
def test_what_cannot_be_published_is_told_what_to_do(path: str, hint: str) -> None:
    problem = sort_problem(path)
    assert problem
    assert hint in problem[1]
