"""Characters in prose that are not what they look like: no-break spaces, and some that cannot be seen."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from cbsite.diagnostics import Edit, Report, Source, Span
from cbsite.read.stretches import Stretch
from cbsite.read.unseen import FRENCH, RIGHT_TO_LEFT, TURNING, is_french, zero_width

_NAMES = {
    "\u00ad": "soft hyphen", "\u200b": "zero-width space", "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner", "\u2028": "line separator", "\u2029": "paragraph separator",
    "\u2060": "word joiner",
}  # fmt: skip
_TURNED = re.compile("[\u061c\u200f\u202b\u202d\u202e\u2067]")
"""Marks that show letters or signs in another order than they are written in."""

_NO_BREAK = re.compile("[\u00a0\u202f]+")
_KEPT_BEFORE = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sir|Lord|Cllr|No|p|pp|para|paras|s|c|art)\.?|&)$"
)
"""After a title or an abbreviation of a number, where a line should not break either."""

_UNIT = re.compile(r"[^\W_]|[%°€£$]")
_ENTRY = re.compile(
    r"[ \t>]*(?:[\u00a0\u202f]\s*(?:[-*+]|\d{1,9}[.)])\s|(?:[-*+]|\d{1,9}[.)])[\u00a0\u202f])"
)
"""What may be an entry of a list, whose level and mark a no-break space hides from Markdown."""


def report_unseen(source: Source, first: int, skipped: Collection[int], report: Report) -> None:
    """Report, line by line, what cannot be seen; `skipped` are lines that others look through.

    Marks for the direction of letters are left alone in a text with letters that run from right to left.
    """
    needs_turning = RIGHT_TO_LEFT.search(source.text) is not None
    is_turned = _TURNED.search(source.text) is not None
    for number in range(first, len(source.lines) + 1):
        line = source.lines[number - 1]
        found = [c for c in zero_width(line) if not (needs_turning and TURNING.search(c.found))]
        if not found or number in skipped:
            continue
        turns = is_turned and any(TURNING.search(c.found) for c in found)
        edits = [
            Edit(source.span(number, c.start + 1, number, c.end + 1), c.instead or "")
            for c in found
        ]
        characters = "".join(change.found for change in found)
        name = _NAMES.get(characters, "character")
        if TURNING.fullmatch(characters):
            name = "mark for the direction of letters"
        what = f"a {name}" if len(characters) == 1 else f"{len(characters)} characters"
        report.add(
            "E-UNSEEN", edits[0].span, f"The line holds {what} that nobody can see.",
            "Delete it." if len(characters) == 1 else "Delete them.", edits, safe=not turns,
        )  # fmt: skip


def report_no_break_spaces(
    stretches: Iterable[Stretch], bullets: Collection[int], report: Report
) -> None:
    """Report no-break spaces, one message a line. Between a number and its unit they are right.

    On lines with `bullets` those that stand beside the bullet are mended with it.
    """
    lines: dict[int, list[Edit]] = {}
    entries: set[int] = set()
    french: bool | None = None  # looked for once, and only where it matters
    for stretch in stretches:
        if not stretch.content and stretch.type == "paragraph":
            # A line of nothing else, which readers see as a gap.
            number = stretch.places.line
            span = stretch.places.source.span(number)
            if _NO_BREAK.search(span.text):
                lines.setdefault(number, []).append(Edit(span, ""))
        if stretch.content.isascii():
            continue
        if french is None:
            french = FRENCH.search(stretch.places.source.text) is not None
        for at, line in stretch.lines:
            first, last = len(line) - len(line.lstrip()), len(line.rstrip())
            for found in _NO_BREAK.finditer(line):
                if _is_unit(line, found) or (french and is_french(line, found)):
                    continue
                span = stretch.span(at + found.start(), at + found.end())
                number = span.start.line if span.start else 0
                if _ENTRY.match(line):
                    entries.add(number)
                if number in bullets and found.start() <= first + 1:
                    continue
                # A plain space at the edge of a line could mean code, or a break.
                at_edge = found.end() <= first or found.start() >= last
                plain = "" if at_edge else " " * len(found[0])
                lines.setdefault(number, []).append(Edit(span, plain))
    for number, edits in lines.items():
        count = sum(_length(edit.span) for edit in edits)
        many = "A no-break space stands" if count == 1 else f"{count} no-break spaces stand"
        report.add(
            "W-NBSP", edits[0].span, f"{many} where a plain one is meant.",
            "Type a plain space, or &nbsp; where a line must not break.", edits,
            safe=number not in entries,
        )  # fmt: skip


def _is_unit(line: str, found: re.Match[str]) -> bool:
    start, end = found.span()
    if end - start != 1 or not start > 0 or end >= len(line):
        return False
    if _KEPT_BEFORE.search(line[:start]) or line[start - 1] == "«" or line[end] in "»;?!:%&(":
        return True
    return line[start - 1].isdecimal() and _UNIT.match(line, end) is not None


def _length(span: Span) -> int:
    return span.end.column - span.start.column if span.start and span.end else 0
