"""Words that YAML would drop, change or run together without a word: found and reported."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cbsite.diagnostics import Diagnostic, Edit, diagnose
from cbsite.read.yaml_comments import comment_between_brackets, is_plain, with_room
from cbsite.read.yaml_glued import glued_entry, glued_on
from cbsite.read.yaml_layout_errors import long_dash_on, spaces_before
from cbsite.read.yaml_lines import Window, quote
from cbsite.read.yaml_quotes import IN_CURLY, backslash, closing_missing

CURLY = "“”„‘’"

_COMMENT = re.compile(r"[ \t]{2,}#(?:\s|$)|[ \t]*$")
_ENTRY = re.compile(r"([ ]*)-[ ]")
_NUMBER = re.compile(r"#\s?\d+\s*$")
_PATH = re.compile(r"\"(?:[A-Za-z]:|\\\\?)\\")
_CHANGED = re.compile(r"\\[ntrabfve0]")
"""What YAML makes a line break, a tab or the like of, and Windows begins the name of a folder with."""


def losses(window: Window, start: tuple[int, int], end: tuple[int, int]) -> Iterator[Diagnostic]:
    """What is wrong round an unquoted value from `start` to `end` (line and column, from 0)."""
    if (cause := _dropped(window, start, end)) or (cause := _curly(window, start, end)):
        yield cause
    # A value that stands on a line of its own may be a list with a dash from Word.
    text = window.line(start[0])
    on_own_line = not text[: start[1]].strip()
    first = start[0] if on_own_line and start != end else start[0] + 1
    for number in range(first, end[0] + 1):
        if (cause := long_dash_on(window, number)) or (
            number > start[0] and (cause := _joined(window, start, number))
        ):
            yield cause
    a_number = text[start[1] + 1 : start[1] + 2].isdigit()
    if on_own_line and not a_number and (cause := glued_entry(window, start[0])):
        yield cause


def quoted_losses(
    window: Window, start: tuple[int, int], end: tuple[int, int]
) -> Iterator[Diagnostic]:
    """What is wrong in a quoted value: fields that it swallows, a path that its backslashes spoil."""
    if start[0] != end[0] and (cause := closing_missing(window, start[0])):
        yield cause
    elif start[0] == end[0]:
        typed = window.line(start[0])[start[1] : end[1]]
        if _PATH.match(typed):
            yield backslash(window, start[0], start[1])
        elif typed.startswith('"') and _CHANGED.search(typed.replace("\\\\", "")):
            yield backslash(window, start[0], start[1], safe=False)
        elif cause := _dropped(window, start, end):
            yield cause


def _curly(window: Window, start: tuple[int, int], end: tuple[int, int]) -> Diagnostic | None:
    """A value between curly quotes, which YAML takes for part of it."""
    value = window.line(start[0])[start[1] : end[1]]
    if start[0] != end[0] or not IN_CURLY.fullmatch(value):
        return None
    edit = Edit(window.span(start[0], start[1], end[0], end[1]), quote(value[1:-1]))
    return diagnose(
        "E-YAML-CURLY", edit.span, "The value is in curly quotes, which would be shown.",
        "Use straight quotes, or put straight quotes round the curly ones if they are meant to be seen.",
        (edit,), safe=False,
    )  # fmt: skip


def _dropped(window: Window, start: tuple[int, int], end: tuple[int, int]) -> Diagnostic | None:
    """A comment that was probably meant as words.

    A comment after a value is set off by two spaces or more and has a space after its #, the usual
    form, and is more than a number; anything else after a value might be words, as in `Pilot # 4`.
    """
    rest = window.line(end[0])[end[1] :]
    words = rest.lstrip()
    value = window.line(start[0])[start[1] : end[1]] if start[0] == end[0] else ""
    a_number = _NUMBER.match(words) is not None and value != "" and not is_plain(value)
    # Right after the colon of an empty field one space of the gap belongs to the colon.
    if not words.startswith("#") or (_COMMENT.match(rest) and not a_number):
        return None
    in_brackets = window.taken_apart(end[0]).value[:1] in ("[", "{")
    if in_brackets and (cause := comment_between_brackets(window, end[0])):
        return cause
    column = end[1] + len(rest) - len(words)
    span = window.span(end[0], column, end[0], end[1] + len(rest.rstrip()))
    if is_plain(value) and not words[1:2].isdigit():
        return with_room(window, end[0], column)
    edits = []
    safe = False
    if start[0] == end[0] and value[:1] not in ("'", '"'):
        from_column = start[1] if start != end else column
        whole = window.line(end[0])[from_column:].rstrip()
        span_of_all = window.span(end[0], from_column, end[0], from_column + len(whole))
        edits = [Edit(span_of_all, quote(whole))]
        numbered = words[1:2].isdigit() or (a_number and not _COMMENT.match(rest))
        safe = numbered and not is_plain(value)
    return diagnose("E-YAML-HASH",
        span, "Everything after # is a comment here, so these words would be lost.",
        "Put quotes round the whole value, or give a comment a line of its own.", edits, safe,
    )  # fmt: skip


def _joined(window: Window, start: tuple[int, int], number: int) -> Diagnostic | None:
    """A line that YAML adds to the value above, though it looks like an entry or field of its own."""
    match = _ENTRY.match(window.line(number))
    if match is None:
        return glued_on(window, number) or None
    above = _ENTRY.match(window.line(start[0]))
    span = window.span(number, 0, number, match.end(1))
    edits = (Edit(span, above[1]),) if above else ()
    hint = "Start the hyphens of one list in the same column."
    if above:
        hint = f"{hint[:-1]}: {spaces_before(len(above[1]))}"
    return diagnose("E-YAML-INDENT",
        window.whole_line(number), "This entry does not stand under the one above, so it would be joined to it.",
        hint, edits,
    )  # fmt: skip
