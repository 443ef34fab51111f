"""Reading on after a mistake that nobody can mend: the smallest part that is in the way is taken out."""

from __future__ import annotations

import re

from cbsite.diagnostics import Diagnostic
from cbsite.read.yaml_lines import Window
from cbsite.read.yaml_tree import LOST

_LEAD = re.compile(r"[ \t]*(?:-[ ]+)*")


def without(window: Window, cause: Diagnostic, stopped: int) -> Window | None:
    """The window with a mark where the mistake was; None if there is nothing left to take out.

    First the field at fault goes, with the lines that belong to it; if that is not enough, its whole entry.
    `stopped` is the line at which the parser stopped.
    """
    line = cause.span.start.line - window.first if cause.span.start else stopped
    line = min(line, len(window.lines) - 1)
    while line > 0 and not window.line(line).strip():
        line -= 1
    if line >= 0 and LOST not in window.line(line):
        return window.with_lines(_field(window, line))
    return _without_entry(window, line)


def _field(window: Window, line: int) -> dict[int, str]:
    """The field on a line, and all that stands further in below it."""
    taken = window.taken_apart(line)
    lead = _LEAD.match(window.line(line))
    assert lead is not None  # every part of the pattern may be empty
    indent = lead[0].replace("\t", "  ")
    is_entry = lead[0].rstrip().endswith("-") and not taken.key
    mark = LOST if is_entry else f"{taken.key or LOST}: {LOST}"
    lines = {line: indent + mark}
    below = line + 1
    while below < len(window.lines) and (
        not window.line(below).strip()
        or window.indent_of(below) > len(indent)
        or (taken.key and window.line(below).startswith(indent + "- "))
    ):
        lines[below] = ""
        below += 1
    return lines


def _without_entry(window: Window, line: int) -> Window | None:
    """The window without the entry or field of the outermost level that a line belongs to."""
    first = line
    while first > 0 and not _is_outermost(window.line(first)):
        first -= 1
    end = line + 1
    while end < len(window.lines) and not _is_outermost(window.line(end)):
        end += 1
    key = window.taken_apart(first).key or LOST
    mark = f"- {LOST}" if window.line(first).startswith("-") else f"{key}: {LOST}"
    lines = dict.fromkeys(range(first, end), "") | {first: mark}
    if all(window.line(number) == text for number, text in lines.items()):
        return None
    return window.with_lines(lines)


def _is_outermost(text: str) -> bool:
    return text[:1] not in ("", " ", "#", "\t")
