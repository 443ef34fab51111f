"""A report as text for people: by file, what matters most first."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence

from cbsite.diagnostics import (
    Diagnostic,
    Level,
    Report,
    plural,
    printable,
    printable_lines,
)
from cbsite.reports.composed import composed
from cbsite.reports.files import by_file
from cbsite.reports.source_line import marked_line, shortened

_LINE_WIDTH = 160
"""Columns of a source line that are shown where no terminal sets a limit."""
_LEAST_WIDTH = 40
_MOST_CORRECTED = 6
_MANY = 10
"""Where a code comes more often than this, only its first message says how to get help."""

_TOTALS_FIRST = 20
"""With more problems than this, how many there are is told at the top too."""
_IN_SHORT = 50
"""With more problems than this, each is told in short."""

_LEVEL_WORDS: dict[Level, str] = {
    "error": "", "warning": "warning: ", "info": "for information: ",
}  # fmt: skip
_COLOURS: dict[Level, str] = {"error": "31", "warning": "33", "info": "36"}
_BOLD = "1"


def as_text(report: Report, colour: bool = False, width: int | None = None) -> str:
    """All problems with what to do, then how many there are; wrapped where a `width` is given.

    Marks are ASCII, and nothing in it acts on a terminal but the colours that were asked for. The level
    is always a word too, as not everybody sees colours.
    """
    times = Counter(diagnostic.code for diagnostic in report)
    total = sum(times.values())
    many = {code for code, often in times.items() if often > _MANY}
    told: set[str] = set()
    lines = [*_wrapped(counts(report), "", "", width), ""] if total > _TOTALS_FIRST else []
    for path, diagnostics in by_file(report):
        lines += [_painted(printable(path), _BOLD, colour)]
        corrected = composed(diagnostics)
        if total > _IN_SHORT:
            for diagnostic in diagnostics:
                lines += _in_short(diagnostic, corrected[diagnostic], colour, width)
            lines += [""]
            continue
        for diagnostic in diagnostics:
            with_help = diagnostic.code not in told
            if diagnostic.code in many:
                told.add(diagnostic.code)
            lines += _problem(diagnostic, corrected[diagnostic], with_help, colour, width)
            lines += [""]
    lines += [*_wrapped(counts(report), "", "", width), *_fixable(report)]
    if total > _IN_SHORT:
        lines += ["To see more of a file, with what to do:  cbsite check FILE"]
    return "\n".join(lines)


def counts(report: Report) -> str:
    """How many problems there are, by level, in a sentence."""
    errors, warnings, notes = (report.count(level) for level in _LEVEL_WORDS)
    told = f", {notes} for information" if notes else ""
    if not errors and not warnings:
        return f"Everything is in order{told}."
    return f"{plural(errors, 'error')}, {plural(warnings, 'warning')}{told}."


def _fixable(report: Report) -> list[str]:
    safe = sum(1 for diagnostic in report if diagnostic.edits and diagnostic.safe)
    if not safe:
        return []
    return [f"{safe} of these can be mended with  cbsite fix"]


def _in_short(
    diagnostic: Diagnostic, corrected: Sequence[str], colour: bool, width: int | None
) -> Iterator[str]:
    """Place, message and code, and the line as it should be."""
    yield from _message(diagnostic, f"  ({diagnostic.code})", colour, width)
    for line in _corrected(diagnostic, corrected, _room(width)):
        yield f"      {line}"


def _message(diagnostic: Diagnostic, after: str, colour: bool, width: int | None) -> Iterator[str]:
    start = diagnostic.span.start
    place = f"line {start.line}, column {start.column}: " if start else ""
    # The words that a message quotes may hold ends of lines.
    message = " ".join(re.split(r"\s*[\r\n]+\s*", diagnostic.message.strip()))
    told = f"{place}{_LEVEL_WORDS[diagnostic.level]}{message}{after}"
    for line in _wrapped(told, "  ", "    ", width):
        yield _painted(line, _COLOURS[diagnostic.level], colour)


def _room(width: int | None) -> int:
    return max(width - 6, _LEAST_WIDTH) if width else _LINE_WIDTH


def _problem(
    diagnostic: Diagnostic,
    corrected: Sequence[str],
    with_help: bool,
    colour: bool,
    width: int | None,
) -> Iterator[str]:
    """Place and message, the line with its span marked, what to do, the line as it should be, the code."""
    span, paint, room = diagnostic.span, _COLOURS[diagnostic.level], _room(width)
    yield from _message(diagnostic, "", colour, width)
    source = marked_line(span, room)
    for line, one_colour in zip(source, ("", paint), strict=False):
        yield f"      {_painted(line, one_colour, colour)}"
    yield from _wrapped(diagnostic.hint, "    ", "    ", width)
    for line in _corrected(diagnostic, corrected, room):
        yield f"      {line}"
    help_words = f", help: cbsite help {diagnostic.code}" if with_help else ""
    yield f"    ({diagnostic.code}{help_words})"


def _corrected(diagnostic: Diagnostic, corrected: Sequence[str], room: int) -> Iterator[str]:
    """The first lines as they should be; a long one is cut round what changes in it."""
    lines = [line for line in corrected if line.strip()]
    old = diagnostic.span.text
    for line in lines[:_MOST_CORRECTED]:
        differs = next((i for i, (a, b) in enumerate(zip(old, line, strict=False)) if a != b), 0)
        yield shortened(line, differs, room)
    if len(lines) > _MOST_CORRECTED:
        yield f"(and {plural(len(lines) - _MOST_CORRECTED, 'more line')})"


def _wrapped(text: str, first: str, then: str, width: int | None) -> list[str]:
    """The text with its indents, in lines of at most `width` columns if that is given."""
    made: list[str] = []
    for line in printable_lines(text).split("\n"):
        indent = then if made else first
        if not width:
            made.append(indent + line)
            continue
        made += textwrap.wrap(
            line, max(width, _LEAST_WIDTH), initial_indent=indent, subsequent_indent=then,
            break_long_words=False, break_on_hyphens=False,
        )  # fmt: skip
    return made


def _painted(text: str, paint: str, colour: bool) -> str:
    return f"\x1b[{paint}m{text}\x1b[0m" if colour and paint else text
