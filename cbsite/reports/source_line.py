"""A line of a source file as a terminal can show it, with marks under the span."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from cbsite.diagnostics import Span, printable

_CUT = "..."


def marked_line(span: Span, width: int) -> tuple[str, ...]:
    """The source line in at most `width` columns, and marks under its span; nothing for a blank line."""
    if not span.start or not span.text.strip():
        return ()
    cells = _cells(span.text)
    first = min(span.start.column - 1, len(cells))
    end = first + 1
    if span.end and span.end.line == span.start.line:
        end = max(end, min(span.end.column - 1, len(cells)))
    elif span.end:
        end = max(end, len(cells))
    start, stop = _window(cells, first, end, width)
    before = _CUT if start else ""
    after = _CUT if stop < len(cells) else ""
    shown = before + "".join(cells[start:stop]) + after
    blank = _columns(before) + sum(map(_columns, cells[start:first]))
    marks = sum(map(_columns, cells[first : min(end, stop)]))
    return shown, " " * blank + "^" * max(marks, 1)


def shortened(line: str, at: int, width: int) -> str:
    """The line in at most `width` columns, cut round the character `at`, in a form safe to print."""
    cells = _cells(line)
    start, stop = _window(cells, at, at + 1, width)
    return (
        (_CUT if start else "") + "".join(cells[start:stop]) + (_CUT if stop < len(cells) else "")
    )


def _cells(line: str) -> list[str]:
    """What each character is shown as: what cannot be seen is written out, a tab is one space."""
    return [" " if character == "\t" else printable(character) for character in line]


def _columns(text: str) -> int:
    """The columns that a terminal gives to the text."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def _window(cells: Sequence[str], first: int, end: int, width: int) -> tuple[int, int]:
    """The stretch of cells to show: the whole line if it fits, else as much as fits round the span."""
    sizes = [_columns(cell) for cell in cells]
    if sum(sizes) <= width:
        return 0, len(cells)
    room = width - 2 * len(_CUT)
    start = stop = min(first, len(cells))
    # The span first, then as much on both sides, a little more before than after being no harm.
    while stop < min(end, len(cells)) and sum(sizes[start : stop + 1]) <= room:
        stop += 1
    used = sum(sizes[start:stop])
    grew = True
    while grew:
        grew = False
        if start > 0 and used + sizes[start - 1] <= room:
            start, used, grew = start - 1, used + sizes[start - 1], True
        if stop < len(cells) and used + sizes[stop] <= room:
            stop, used, grew = stop + 1, used + sizes[stop], True
    return start, stop
