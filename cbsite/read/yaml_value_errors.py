"""Values that YAML cannot read: colons, and characters it keeps for itself at the start."""

from __future__ import annotations

import re

from cbsite.diagnostics import Diagnostic, Edit, diagnose
from cbsite.read.field_names import list_names
from cbsite.read.yaml_glued import names_field
from cbsite.read.yaml_lines import Line, Window
from cbsite.read.yaml_quoting import quoting
from cbsite.read.yaml_trouble import Trouble

STARTERS = "@`%*&!|>[{]},?#"
"""Characters that mean something to YAML at the start of a value."""

_CLOSING = {"[": "]", "{": "}"}
_ID = re.compile(r"[a-z0-9][a-z0-9:-]*")
_ENTRY = re.compile(r"[ ]*-[ ]")


def special_start(trouble: Trouble) -> Diagnostic | None:
    window = trouble.window
    for number in trouble.suspects()[:2]:
        line = window.taken_apart(number)
        if not line.key and line.column == window.indent_of(number) and _is_alone(window, number):
            continue
        if needs_quotes(line) and not (line.value[0] in "[{" and _is_whole(line.value)):
            if line.value[0] in "[{" and not _is_closed(line.value):
                continue
            return starts_with(window, number)
    return None


def needs_quotes(line: Line) -> bool:
    """Whether a value starts with a character that YAML keeps for itself."""
    return line.value[:1] != "" and (line.value[0] in STARTERS or line.value.startswith("- "))


def starts_with(window: Window, number: int) -> Diagnostic:
    """A value starts with a character that YAML keeps for itself."""
    if cause := _entry_beside_key(window, number):
        return cause
    mark = window.taken_apart(number).value[:1]
    edits, safe = quoting(window, number)
    return diagnose(
        "E-YAML-START",
        window.value_span(number),
        f"A value cannot start with {mark} here.",
        "Put quotes round the value.",
        edits,
        safe,
    )


def _is_alone(window: Window, number: int) -> bool:
    """Whether words on a line of their own can be no value of the field above."""
    above = number - 1
    while above > 0 and not window.line(above).strip():
        above -= 1
    line = window.taken_apart(above)
    return not (line.key and not line.value) and not (above < 0)


def _entry_beside_key(window: Window, number: int) -> Diagnostic | None:
    """The first entry of a list on the line of the list's own field."""
    line = window.taken_apart(number)
    if not line.value.startswith("- ") or line.key not in list_names():
        return None
    below = window.next_line(number)
    column = window.indent_of(below)
    words = line.value[2:].strip()
    edits: tuple[Edit, ...] = ()
    gap = window.line(number)[: line.column]
    start = line.column - (len(gap) - len(gap.rstrip()))
    if _ENTRY.match(window.line(below)) and column >= line.key_column:
        span = window.span(number, start, number, line.column)
        edits = (Edit(span, "\n" + " " * column),)
    elif _ID.fullmatch(words):
        edits = (Edit(window.value_span(number), f"[{words}]"),)
    return diagnose(
        "E-YAML-START", window.value_span(number), f"An entry cannot start on the line of '{line.key}'.",
        "Put each entry on a line of its own, or all between square brackets.", edits,
    )  # fmt: skip


def colon_in_value(trouble: Trouble) -> Diagnostic | None:
    if "mapping values" not in trouble.said:
        return None
    window, line = trouble.window, trouble.window.taken_apart(trouble.line)
    if line.key and line.column <= trouble.column and re.search(r":(\s|$)", line.value):
        span = window.span(trouble.line, trouble.column, trouble.line, trouble.column + 1)
        edits, safe = quoting(window, trouble.line)
        return diagnose(
            "E-YAML-COLON",
            span,
            f"The value of '{line.key}' has a colon in it.",
            "Put quotes round the value.",
            edits,
            safe=safe and not names_field(line.value),
        )
    return None


def _is_closed(value: str) -> bool:
    return _CLOSING[value[0]] in value


def _is_whole(value: str) -> bool:
    return value.rstrip().endswith(_CLOSING[value[0]])
