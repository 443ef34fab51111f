"""YAML without what cannot be seen: no-break spaces made plain, characters without width taken out."""

from __future__ import annotations

import re

from cbsite.diagnostics import Edit, Report
from cbsite.read.unseen import (
    CONTROLS,
    FRENCH,
    ODD_SPACES,
    Change,
    controls,
    is_french,
    may_hold_controls,
    mojibake,
    zero_width,
)
from cbsite.read.yaml_lines import Window

_PERHAPS = re.compile(f"[^\\x00-\\x7f]|{CONTROLS.pattern}")


def seen(window: Window, report: Report) -> Window:
    """The window as its author sees it. What was there instead is reported, but for what `decode` has reported."""
    if window.text.isascii() and not may_hold_controls(window.text):
        return window
    edits: list[Edit] = []
    french = FRENCH.search(window.text) is not None
    for number, line in enumerate(window.lines):
        if not _PERHAPS.search(line):
            continue
        known = [*mojibake(line)]
        inside = {column for change in known for column in range(change.start, change.end)}
        known += [change for change in controls(line) if change.start not in inside]
        spaces = [change for change in _odd_spaces(line, french) if change.start not in inside]
        unseen = list(zero_width(line))
        _report_spaces(window, number, spaces, report)
        _report_unseen(window, number, unseen, report)
        edits += _edits(window, number, known) + _edits(window, number, spaces + unseen)
    return window.mended(edits) or window


def _odd_spaces(line: str, french: bool) -> list[Change]:
    return [
        Change(found.start(), found.end(), found[0], " " * len(found[0]))
        for found in ODD_SPACES.finditer(line)
        if not (french and is_french(line, found) and ":" not in line[found.end() :][:1])
    ]


def _report_spaces(window: Window, number: int, spaces: list[Change], report: Report) -> None:
    if not spaces:
        return
    no_break = spaces[0].found[0] in "\u00a0\u202f\u2007"
    report.add(
        "W-NBSP", window.span(number, spaces[0].start, number, spaces[0].end),
        "A no-break space stands where a plain one is meant."
        if no_break
        else "A space of an unusual width stands where a plain one is meant.",
        "Type a plain space in its place.", _edits(window, number, spaces),
    )  # fmt: skip


def _report_unseen(window: Window, number: int, unseen: list[Change], report: Report) -> None:
    if not unseen:
        return
    first = unseen[0]
    code = f"U+{ord(first.found[0]):04X}"
    message = f"The text holds a character that cannot be seen ({code})."
    if first.found[0] == "\u00ad":
        message = "The text holds a soft hyphen of a word processor, which cannot be seen."
    elif first.found[0] in "\u2028\u2029":
        message = f"The text holds a line break that cannot be seen ({code})."
    hint = "Put a plain space in its place." if first.instead else "Delete it."
    report.add(
        "E-UNSEEN", window.span(number, first.start, number, first.end), message, hint,
        _edits(window, number, unseen),
    )  # fmt: skip


def _edits(window: Window, number: int, changes: list[Change]) -> list[Edit]:
    return [
        Edit(window.span(number, change.start, number, change.end), change.instead)
        for change in changes
        if change.instead is not None
    ]
