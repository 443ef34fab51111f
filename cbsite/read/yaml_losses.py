"""Words that YAML would drop or run together without a word: found and reported."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cbsite.diagnostics import Edit
from cbsite.read.yaml_comments import comment_between_brackets
from cbsite.read.yaml_layout_errors import glued_on, hyphen_on, long_dash_on
from cbsite.read.yaml_lines import Window, quote
from cbsite.read.yaml_trouble import Cause

_COMMENT = re.compile(r"[ \t]{2,}#(?:\s|$)|[ \t]*$")
_ENTRY = re.compile(r"([ ]*)-[ ]")


def losses(window: Window, start: tuple[int, int], end: tuple[int, int]) -> Iterator[Cause]:
    """What is wrong round an unquoted value from `start` to `end` (line and column, from 0)."""
    if cause := _dropped(window, start, end):
        yield cause
    # A value that stands on a line of its own may be a list with a dash from Word.
    on_own_line = not window.line(start[0])[: start[1]].strip()
    first = start[0] if on_own_line and start != end else start[0] + 1
    for number in range(first, end[0] + 1):
        if (cause := long_dash_on(window, number)) or (
            number > start[0] and (cause := _joined(window, start, number))
        ):
            yield cause
    if on_own_line and end[0] > start[0] and (cause := hyphen_on(window, start[0])):
        yield cause


def _dropped(window: Window, start: tuple[int, int], end: tuple[int, int]) -> Cause | None:
    """A comment that was probably meant as words.

    A comment after a value is set off by two spaces or more and has a space after its #, the usual
    form; anything else on the line of an unquoted value might be words, as in `Pilot # 4`.
    """
    rest = window.line(end[0])[end[1] :]
    words = rest.lstrip()
    # Right after the colon of an empty field one space of the gap belongs to the colon.
    if not words.startswith("#") or _COMMENT.match(rest):
        return None
    in_brackets = window.taken_apart(end[0]).value[:1] in ("[", "{")
    if in_brackets and (cause := comment_between_brackets(window, end[0])):
        return cause
    column = end[1] + len(rest) - len(words)
    span = window.span(end[0], column, end[0], end[1] + len(rest.rstrip()))
    edits = []
    if start[0] == end[0]:
        from_column = start[1] if start != end else column
        value = window.line(end[0])[from_column:].rstrip()
        edits = [
            Edit(window.span(end[0], from_column, end[0], from_column + len(value)), quote(value))
        ]
        hint = f"Put quotes round the whole value:  {quote(value)}"
    else:
        hint = "Put quotes round the whole value."
    return Cause(
        span, "Everything after # is a comment here, so these words would be lost.",
        f"{hint}  (A comment has a line of its own.)", tuple(edits),
    )  # fmt: skip


def _joined(window: Window, start: tuple[int, int], number: int) -> Cause | None:
    """A line that YAML adds to the value above, though it looks like an entry or field of its own."""
    match = _ENTRY.match(window.line(number))
    if match is None:
        return glued_on(window, number) or None
    above = _ENTRY.match(window.line(start[0]))
    span = window.span(number, 0, number, match.end(1))
    edits = (Edit(span, above[1]),) if above else ()
    return Cause(
        window.whole_line(number), "This entry does not stand under the one above, so it would be joined to it.",
        "Start the hyphens of one list in the same column.", edits,
    )  # fmt: skip
