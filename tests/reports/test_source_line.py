"""A source line with marks under its span, whatever it holds and however long it is."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbsite.diagnostics import Position, Source, Span, printable
from cbsite.reports.source_line import marked_line, shortened


@pytest.mark.parametrize(
    ("line", "shown", "marked"),
    [
        ("- id: a\x1b[2Jb", "- id: a<U+001B>[2Jb", "<U+001B>"),
        ("- id: a\u202eb", "- id: a<U+202E>b", "<U+202E>"),
        ("- \x9b31m: a\x07b", "- <U+009B>31m: a<U+0007>b", "<U+0007>"),
        ("title:\u00a0Essex", "title:<U+00A0>Essex", "<U+00A0>"),
        ("- id:\ta", "- id: a", "a"),
        ("- id: caf\u00e9 x", "- id: caf\u00e9 x", "x"),
        ("a \U00020000 is b", "a \U00020000 is b", "b"),
    ],
)
def test_a_line_is_shown_without_what_acts_on_a_terminal(
    line: str, shown: str, marked: str
) -> None:
    wanted = next(c for c in reversed(line) if printable(c) == marked)
    column = line.rindex(wanted) + 1
    text, marks = marked_line(Source("a.yml", line).span(1, column, 1, column + 1), 160)
    assert text == shown
    wide = sum(c == "\U00020000" for c in line)  # takes two columns
    assert marks == " " * (text.rindex(marked) + wide) + "^" * len(marked)


@pytest.mark.parametrize(
    ("start", "end", "marks"),
    [(1, 4, "^^^"), (4, 4, "   ^"), (2, 99, " ^^"), (9, 12, "   ^")],
)
def test_marks_beyond_the_line(start: int, end: int, marks: str) -> None:
    span = Span("a.yml", Position(1, start), Position(1, end), "abc")
    assert marked_line(span, 160) == ("abc", marks)


def test_a_span_over_several_lines_is_marked_to_the_end_of_its_first() -> None:
    span = Span("a.yml", Position(1, 3), Position(4, 2), "abcde")
    assert marked_line(span, 160) == ("abcde", "  ^^^")


@pytest.mark.parametrize(
    "span", [Span("a.yml"), Span("a.yml", Position(1, 1), Position(1, 2), " \t")]
)
def test_where_there_is_nothing_to_show(span: Span) -> None:
    assert marked_line(span, 160) == ()


def test_a_long_line_is_cut_round_its_span() -> None:
    line = f"{'before ' * 40}HERE{' after' * 40}"
    at = line.index("HERE") + 1
    text, marks = marked_line(Source("a.md", line).span(1, at, 1, at + 4), 60)
    assert text.startswith("...")
    assert text.endswith("...")
    assert len(text) <= 60
    assert text[marks.index("^") : len(marks)] == "HERE"


LINES = st.text(
    st.characters(codec="utf-8", exclude_characters="\n", exclude_categories=["Mn", "Mc", "Me"]),
    min_size=1,
    max_size=300,
)


@given(LINES, st.integers(1, 320), st.integers(0, 320), st.integers(40, 200))
def test_whatever_the_line_it_fits_and_marks_something(
    line: str, column: int, length: int, width: int
) -> None:
    span = Span("a.md", Position(1, column), Position(1, column + length), line)
    if not line.strip():
        assert marked_line(span, width) == ()
        return
    shown, marks = marked_line(span, width)
    assert shown.isprintable()
    assert len(shown) <= width
    assert re.fullmatch(" *\\^+", marks)
    assert len(marks) <= width + 1


@given(LINES, st.integers(0, 320), st.integers(40, 200))
def test_a_shortened_line_fits(line: str, at: int, width: int) -> None:
    shown = shortened(line, at, width)
    assert shown.isprintable()
    assert len(shown) <= width
