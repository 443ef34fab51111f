"""Tabs, which YAML does not take at the start of a line: where the line should stand instead."""

from __future__ import annotations

import re
from typing import NamedTuple

from cbsite.diagnostics import Diagnostic, Edit, diagnose
from cbsite.read.field_names import holds_more
from cbsite.read.yaml_lines import Line, Window
from cbsite.read.yaml_trouble import Trouble

_ENTRY = re.compile(r"[ \t]*-(?:[ \t]|$)")
_MOST_LOOKED_AT = 100


class _Column(NamedTuple):
    """A column, from 0, and whether no other is possible."""

    at: int
    certain: bool


def tab(trouble: Trouble) -> Diagnostic | None:
    window = trouble.window
    for number in trouble.suspects():
        text = window.line(number)
        lead = text[: len(text) - len(text.lstrip())]
        if "\t" in lead:
            return _at_start(window, number, lead)
    return _inside(trouble)


def _at_start(window: Window, number: int, lead: str) -> Diagnostic:
    span = window.span(number, 0, number, len(lead))
    column = _in_text(window, number, lead) or _meant(window, number, len(lead.replace("\t", "  ")))
    hint = f"Put {column.at} spaces in its place."
    if column.at == 0:
        hint = "Delete it, so that nothing stands before the first word."
    edit = Edit(span, " " * column.at)
    return diagnose(
        "E-YAML-TAB", span, "The line starts with a tab.", hint, (edit,), safe=column.certain
    )


def _in_text(window: Window, number: int, lead: str) -> _Column | None:
    """Where a line should stand that goes on from words above it; None if it does not."""
    above = number - 1
    while above >= 0 and not window.line(above).strip():
        above -= 1
    if above < 0:
        return None
    own, line = window.indent_of(above), window.taken_apart(above)
    is_words = not _ENTRY.match(window.line(number)) and not _first_key(window.line(number))
    if line.key and line.value[:1] in ("|", ">"):
        return _Column(line.key_column + 2, lead == "\t")
    if not line.key and not _ENTRY.match(window.line(above)) and own > 0:
        return _Column(own, is_words and lead == "\t")
    return _Column(line.indent + 2, True) if is_words and (line.key or line.indent > own) else None


def _meant(window: Window, number: int, width: int) -> _Column:
    """Where a line that starts with a tab should stand, by the lines above it; `width` is how far in it seems."""
    entry = _ENTRY.match(window.line(number)) is not None
    key = _first_key(window.line(number))
    columns: set[int] = set()
    limit = _MOST_LOOKED_AT
    nearest_above = True
    for above in range(number - 1, max(number - _MOST_LOOKED_AT, -1), -1):
        text = window.line(above)
        own = window.indent_of(above)
        if not text.strip() or text.lstrip().startswith("#") or own >= limit:
            continue
        line = window.taken_apart(above)
        if nearest_above and line.key and not line.value and holds_more(line.key):
            columns.add(line.key_column + 2)  # It may be the first line of what this field holds.
        columns |= _columns_of(line, text, own, entry, key)
        nearest_above = False
        limit = own
        if own == 0:
            break
    inner = {column for column in columns if column > 0} or {0}
    best = min(inner, key=lambda column: (abs(column - width), -column))
    first = not any(window.line(above).strip() for above in range(number))
    alone = first and window.indent_of(window.next_line(number)) == 0
    return _Column(best, alone if not columns else len(inner) == 1 and len(columns) <= 2 - entry)


def _columns_of(line: Line, text: str, own: int, entry: bool, key: str) -> set[int]:
    """Where a line could stand beside one above it: entries beside entries, fields beside fields."""
    is_entry = _ENTRY.match(text) is not None
    if entry:
        return {own} if is_entry and _first_key(text) == key else set()
    return {line.key_column} if line.key else set()


def _first_key(text: str) -> str:
    found = re.match(r"[ \t]*(?:-[ \t]+)*([\w.-]+)[ ]*:(?:\s|$)", text)
    return found[1] if found else ""


def _inside(trouble: Trouble) -> Diagnostic | None:
    """A tab further on in the line where the parser stopped: after a colon or a hyphen, or at the end."""
    text = trouble.window.line(trouble.line)
    if text[trouble.column : trouble.column + 1] != "\t":
        return None
    found = re.search(r"[ \t]*", text[trouble.column :])
    assert found is not None  # it may be empty
    end = trouble.column + found.end()
    span = trouble.window.span(trouble.line, trouble.column, trouble.line, end)
    before = text[: trouble.column]
    instead = "" if end == len(text) or before.endswith(" ") else " "
    return diagnose(
        "E-YAML-TAB", span, "There is a tab in the line.", "Use a space in its place.", (Edit(span, instead),)
    )  # fmt: skip
