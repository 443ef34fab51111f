"""Lines that YAML cannot read: dashes, crooked indentation, words alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cbsite.diagnostics import Diagnostic, Edit, diagnose
from cbsite.read.field_names import field_names
from cbsite.read.yaml_glued import glued_entry
from cbsite.read.yaml_lines import Window
from cbsite.read.yaml_trouble import Trouble

_DASH = re.compile(r"([ ]*(?:-[ ]+)*)([–—−‐‑•·●▪◦‣]|\*(?=[ ]+\S))[ ]*(?=\S)")
_FIELD = re.compile(r"(\w+):(?:\s|$)")
_MOST_MOVED = 50
_ENTRY = re.compile(r"[ ]*-(?: |$)")
_NO_COLON = re.compile(r"([ ]*(?:-[ ]+)*)([A-Za-z_]+)([ ]*[;=：][ ]*|[ ]+[–-][ ]+|[ ]+)(?=\S)")


def long_dash(trouble: Trouble) -> Diagnostic | None:
    return next((c for n in trouble.suspects() if (c := long_dash_on(trouble.window, n))), None)


def long_dash_on(window: Window, number: int) -> Diagnostic | None:
    """A list marked with a dash or bullet from a word processor."""
    match = _DASH.match(window.line(number))
    if match is None:
        return None
    span = window.span(number, match.start(2), number, match.end(2))
    instead = "-" if match.end() > match.end(2) else "- "
    field = _FIELD.match(window.line(number), match.end())
    return diagnose(
        "E-YAML-DASH",
        span,
        f"The line starts with {match[2]} instead of a plain hyphen.",
        "Mark each entry of a list with a plain hyphen and a space.",
        (Edit(span, instead),),
        # At the edge of front matter, a field rather than the first of an entry.
        safe=not (field and field[1] in field_names() and window.first > 1 and not match[1]),
    )


def deeper_than_above(trouble: Trouble) -> Diagnostic | None:
    """A field that is indented as if it belonged to the value above it."""
    line = trouble.window.taken_apart(trouble.line)
    above = trouble.suspects()[-1]
    if not line.key or trouble.line == above or "mapping values" not in trouble.said:
        return None
    window = trouble.window
    if trouble.column > window.line(trouble.line).find(":", line.key_column):
        return None
    if not window.taken_apart(above).key and window.indent_of(above) == line.key_column:
        while (
            above > 0 and window.line(above - 1).strip() and not window.taken_apart(above - 1).key
        ):
            above -= 1
        return words_alone(window, above)
    return crooked(window, trouble.line)


def bad_indent(trouble: Trouble) -> Diagnostic | None:
    if "block" not in trouble.said or not trouble.window.line(trouble.line).strip():
        return None
    if trouble.column > trouble.window.indent_of(trouble.line):
        return None
    return crooked(trouble.window, trouble.line)


def crooked(window: Window, number: int) -> Diagnostic:
    """A line in a column where nothing above it stands, with the nearest that would do."""
    if cause := _entry_without_hyphen(window, number):
        return cause
    indent = window.indent_of(number)
    column = _nearest_column(window, number)
    edits: tuple[Edit, ...] = ()
    what = "hyphens of one list" if _ENTRY.match(window.line(number)) else "fields of one record"
    hint = f"Start the {what} in the same column."
    if column is not None and column != indent:
        edits = tuple(_moved(window, number, column - indent))
        hint = f"Start the {what} in the same column: {spaces_before(column)}"
    return diagnose("E-YAML-INDENT",
        window.whole_line(number), "The line does not stand under the lines that it belongs to.",
        hint, edits, safe=False,
    )  # fmt: skip


def _entry_without_hyphen(window: Window, number: int) -> Diagnostic | None:
    """The first field of an entry, in the column of the hyphens above, that has no hyphen itself."""
    line, column = window.taken_apart(number), window.indent_of(number)
    above = number - 1
    while above > number - _MOST_MOVED and window.indent_of(above) > column:
        above -= 1
    text = window.line(above)
    is_first = line.key == window.taken_apart(above).key and line.key_column == column
    if not is_first or not _ENTRY.match(text) or window.indent_of(above) != column:
        return None
    start = window.span(number, column, number, column)
    unindented = [
        edit for edit in _moved(window, number, 2) if window.indent_of(number + 1) == column
    ][1:]
    return diagnose(
        "E-YAML-INDENT", window.whole_line(number),
        f"The line stands under the hyphens above, but has none before '{line.key}'.",
        "Put a hyphen and a space before it if a new entry starts here.",
        (Edit(start, "- "), *unindented), safe=False,
    )  # fmt: skip


def _moved(window: Window, number: int, by: int) -> Iterator[Edit]:
    """The edits that move a line, and those below it that stand no further out.

    A field takes no entry of the list round it along.
    """
    indent = window.indent_of(number)
    entry = _ENTRY.match(window.line(number))
    for below in range(number, min(number + _MOST_MOVED, len(window.lines))):
        own = window.indent_of(below)
        text = window.line(below)
        if own < indent and text.strip():
            break
        if own == indent and below > number and not entry and _ENTRY.match(text):
            break
        if text.strip():
            yield Edit(window.span(below, 0, below, own), " " * (own + by))


def spaces_before(column: int) -> str:
    """How far in a line should stand, as the end of a sentence."""
    if column == 0:
        return "this one without a space before it."
    return f"this one after {column} space{'s' if column > 1 else ''}."


def _nearest_column(window: Window, number: int) -> int | None:
    """The column of the entries or fields above that a line is nearest to; of two, the one further in."""
    entry = _ENTRY.match(window.line(number)) is not None
    indent = window.indent_of(number)
    columns: set[int] = set()
    limit = len(window.line(number)) + 100
    for above in range(number - 1, max(number - 100, -1), -1):
        text = window.line(above)
        own = window.indent_of(above)
        if not text.strip() or text.lstrip().startswith("#") or own >= limit:
            continue
        limit = own if not _ENTRY.match(text) else own + 1
        line = window.taken_apart(above)
        if not entry and line.key:
            columns.add(line.key_column)
        elif entry and _ENTRY.match(text):
            columns.add(own)
        limit = min(limit, own + 1)
        if own == 0:
            break
    return min(columns, key=lambda column: (abs(column - indent), -column), default=None)


def no_colon(trouble: Trouble) -> Diagnostic | None:
    window = trouble.window
    number = trouble.began if trouble.began >= 0 else trouble.line
    if "document start" in trouble.said:
        # The lines above were taken for one value that is all there is.
        number = window.next_line(-1)
        if number >= trouble.line or window.taken_apart(number).key:
            return None
    elif "simple key" not in trouble.said:
        return None
    return glued_entry(window, number) or words_alone(window, number)


def words_alone(window: Window, number: int) -> Diagnostic:
    """A line of words that are neither a field nor an entry."""
    edits: tuple[Edit, ...] = ()
    hint = "Write a field as a name, a colon, a space and a value."
    match = _NO_COLON.match(window.line(number))
    above = window.taken_apart(number - 1) if number else None
    if match and match[2].lower() in field_names():
        edits = (Edit(window.span(number, match.start(3), number, match.end(3)), ": "),)
        hint = f"Put a colon and a space after '{match[2]}'."
    elif above and above.key and _goes_on(window, number, above.value):
        column = above.key_column + 2
        edits = (Edit(window.span(number, 0, number, window.indent_of(number)), " " * column),)
        hint = "Indent the line by two spaces if it goes on from the one above."
    return diagnose("E-YAML-LINE",
        window.whole_line(number), "The line is neither a field, a list entry nor a comment.",
        hint, edits, safe=False,
    )  # fmt: skip


def _goes_on(window: Window, number: int, value_above: str) -> bool:
    """Whether a line of words may go on from the value above."""
    first = window.line(number).lstrip()[:1]
    may_start = first.isalnum() or first in tuple("“‘('\"£€")
    return may_start and value_above[:1] not in ("", *"\"'[{|>")
