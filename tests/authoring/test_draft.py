"""Edits to a file's text: which are made together, and what of the bytes stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbsite.authoring.choose import choose
from cbsite.authoring.draft import Draft, draft_of
from cbsite.diagnostics import Diagnostic, Edit, Source, diagnose

PATH = "content/pages/a.md"


def edit(text: str, at: str, replacement: str, path: str = PATH) -> Edit:
    """An edit of `text` at `line:column-line:column`."""
    start, end = (tuple(map(int, place.split(":"))) for place in at.split("-"))
    return Edit(Source(path, text).span(start[0], start[1], end[0], end[1]), replacement)


def mend(*edits: Edit, safe: bool = True, code: str = "W-WORD") -> Diagnostic:
    return diagnose(code, edits[0].span, "A message.", "A hint.", edits, safe)


@pytest.mark.parametrize(
    ("before", "at", "replacement", "after"),
    [
        (b"a\r\nb\r\n", "1:1-1:2", "x", b"x\r\nb\r\n"),
        (b"a\r\nb\nc\rd", "2:1-3:2", "x\ny", b"a\r\nx\ny\rd"),
        (b"a\r\nb", "2:2-2:2", "\n---", b"a\r\nb\r\n---"),
        (b"a\nb\r\nc\r\n", "1:2-1:2", "\nx", b"a\nx\nb\r\nc\r\n"),
        (b"\n\r\n---\r", "1:1-3:1", "", b"---\r"),
        (b"a\r\nb\nc", "1:2-2:1", " ", b"a b\nc"),
        (b"a\r\nb\r\n", "2:1-3:1", "", b"a\r\n"),
        (b"one", "1:4-1:4", "\n", b"one\n"),
        (b"\xef\xbb\xbfa\r\n", "1:1-1:2", "b", b"b\r\n"),
        ("a\r\né".encode("utf-16"), "1:1-1:2", "b", "b\r\né".encode()),
        (b"caf\xe9\r\n", "1:1-1:2", "C", "Café\r\n".encode()),
        (b"\x93a\x94 \x96 b", "1:2-1:3", "x", "“x” – b".encode()),
    ],
)
def test_line_ends_stay_and_the_rest_becomes_utf_8(
    before: bytes, at: str, replacement: str, after: bytes
) -> None:
    draft = draft_of(before)
    assert draft.edited([edit(draft.text, at, replacement)]).to_bytes() == after


TEXTS = st.text(alphabet="ab \n\ré\u00a0\x0b\x85\u2028", max_size=30)


@given(TEXTS)
def test_without_edits_the_bytes_stay(text: str) -> None:
    assert draft_of(text.encode()).to_bytes() == text.encode()


@given(TEXTS, st.data())
def test_an_edit_changes_its_place_alone(text: str, data: st.DataObject) -> None:
    draft = draft_of(text.encode())
    places = [
        (line, column)
        for line, words in enumerate(draft.lines, start=1)
        for column in range(1, len(words) + 2)
    ]
    start, end = sorted((data.draw(st.sampled_from(places)), data.draw(st.sampled_from(places))))
    replacement = data.draw(st.text(alphabet="x\n", max_size=5))
    there = Edit(Source(PATH, draft.text).span(*start, *end), replacement)
    made = draft.edited([there])
    before = "\n".join([*draft.lines[: start[0] - 1], draft.lines[start[0] - 1][: start[1] - 1]])
    after = "\n".join([draft.lines[end[0] - 1][end[1] - 1 :], *draft.lines[end[0] :]])
    assert made.text == before + replacement + after
    assert draft_of(made.to_bytes()).text == made.text


def test_each_line_knows_where_it_came_from() -> None:
    draft = draft_of(b"\n\na\nb\nc\n")
    made = draft.edited([edit(draft.text, "1:1-3:1", "---\n"), edit(draft.text, "4:2-4:2", "\nx")])
    assert made.text == "---\na\nb\nx\nc\n"
    assert made.origins == (1, 3, 4, 4, 5, 6)
    again = made.edited([edit(made.text, "5:1-5:1", "y\n")])
    assert again.origins == (1, 3, 4, 4, 5, 5, 6)


TEXT = "0123456789\n0123456789\n"


def chosen(*mends: Diagnostic, draft: Draft | None = None) -> list[int]:
    """The numbers of those that are chosen."""
    there = draft or draft_of(TEXT.encode())

    def fits(edit: Edit) -> bool:
        start, end = edit.span.start, edit.span.end
        return bool(start and end and start <= end and there.has(start) and there.has(end))

    made = choose(mends, fits)
    return [number for number, one in enumerate(mends) if one in made]


def test_what_is_apart_is_mended_together() -> None:
    assert chosen(mend(edit(TEXT, "1:1-1:3", "x")), mend(edit(TEXT, "1:3-1:5", "y"))) == [0, 1]
    assert chosen(mend(edit(TEXT, "1:1-1:1", "x")), mend(edit(TEXT, "2:1-2:1", "y"))) == [0, 1]
    there = mend(edit(TEXT, "1:1-1:3", "x")), mend(edit(TEXT, "1:1-1:3", "y", "content/b.md"))
    assert chosen(*there) == [0, 1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1:1-1:5", "1:4-1:6"),
        ("1:1-1:5", "1:2-1:3"),
        ("1:1-2:5", "2:4-2:4"),
        ("1:3-1:3", "1:3-1:3"),
        ("1:3-1:3", "1:3-1:5"),
        ("1:1-1:3", "1:3-1:3"),
        ("1:3-1:5", "1:5-1:5"),
    ],
)
def test_what_is_in_the_way_waits(one: str, other: str) -> None:
    first, second = mend(edit(TEXT, one, "x")), mend(edit(TEXT, other, "y"))
    assert chosen(first, second) == [0]
    assert chosen(second, first) == [0]


def test_a_mend_is_made_whole_or_not_at_all() -> None:
    quotes = mend(edit(TEXT, "1:2-1:2", '"'), edit(TEXT, "1:8-1:8", '"'))
    shorter = mend(edit(TEXT, "1:2-1:2", '"'), edit(TEXT, "1:5-1:5", '"'))
    beyond = mend(edit(TEXT, "2:2-2:2", '"'), edit(TEXT, "2:12-2:12", '"'))
    assert chosen(quotes, shorter, beyond) == [0]
    assert chosen(mend(edit(TEXT, "1:2-1:5", "x"), edit(TEXT, "1:4-1:6", "y"))) == []


def test_the_same_mend_of_two_problems_is_made_once() -> None:
    same = [mend(edit(TEXT, "1:2-1:3", "\n\n"), code=code) for code in ("W-WORD", "W-NBSP")]
    assert chosen(*same) == [0, 1]
    draft = draft_of(TEXT.encode()).edited([one.edits[0] for one in same])
    assert draft.text == TEXT.replace("1", "\n\n", 1)
    assert draft.origins == (1, 1, 1, 2, 3)


@pytest.mark.parametrize("at", ["1:1-1:12", "3:2-3:2", "4:1-4:1", "1:5-1:3"])
def test_a_place_that_the_text_does_not_have(at: str) -> None:
    assert chosen(mend(edit(TEXT, at, "x"))) == []


def test_proposals_are_for_people() -> None:
    assert chosen(mend(edit(TEXT, "1:1-1:2", "x"), safe=False)) == []
    assert chosen(mend(Edit(Source(PATH, TEXT).whole(), "x"))) == []
