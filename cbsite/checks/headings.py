"""Headings go down one level at a time from the page's title, which is the only heading of the first level."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cbsite.checks.texts import ShownText
from cbsite.diagnostics import Edit, Report, Source
from cbsite.read.tree import Heading

_MARKS = re.compile(r"#{1,6}(?=[ \t]|$)")
_UNDERLINE = re.compile(r"[ \t]{0,3}(=+|-+)[ \t]*")


def check_headings(texts: Iterable[ShownText], report: Report) -> None:
    """Report each heading of the first level, and each step that leaves a level out (W-HEADING).

    Every text begins at the second level, that of a section or annex too: its page has a title of its own,
    and where several stand on one page they are moved down together.
    """
    for text in texts:
        _first_levels(text, report)
        _steps(text, report)
        for heading in text.headings:
            if not heading.words.strip():
                report.add(
                    "W-HEADING",
                    heading.span,
                    "The heading has no words.",
                    "Write its words after the marks, or take the line out.",
                )


def _is_title(text: ShownText, heading: Heading) -> bool:
    return heading.level == 1 and heading.words.split() == text.title.split()


def _first_levels(text: ShownText, report: Report) -> None:
    for heading in text.headings:
        if heading.level > 1 or not heading.words.strip():
            continue
        if _is_title(text, heading):
            report.add(
                "W-HEADING",
                heading.span,
                "The text begins with its title again, which the page shows already.",
                "Take this line out.",
            )
            continue
        report.add(
            "W-HEADING",
            heading.span,
            f"The heading '{heading.words}' is of the first level, which is for the page's title alone.",
            "Begin the main headings of a text with ## and those below them with ###.",
            _at_level(text.source, heading, 2),
            safe=False,
        )


def _steps(text: ShownText, report: Report) -> None:
    """Report each step down over more than one level, with all headings that must move with it."""
    # A title that is said again is to go, so what follows must do without it.
    headings = [h for h in text.headings if h.words.strip() and not _is_title(text, h)]
    before, index = 1, 0
    while index < len(headings):
        level = max(headings[index].level, 2)
        if level <= before + 1:
            before, index = level, index + 1
            continue
        after = index
        while after < len(headings) and headings[after].level >= level:
            after += 1
        _report_step(text.source, headings[index:after], before, report)
        before, index = headings[after - 1].level - (level - before - 1), after


def _report_step(source: Source, moved: Sequence[Heading], before: int, report: Report) -> None:
    first, up = moved[0], moved[0].level - before - 1
    above = (
        f"the one above it has {before * '#'}" if before > 1 else "no heading with ## is above it"
    )
    edits = [edit for one in moved for edit in _at_level(source, one, one.level - up)]
    report.add(
        "W-HEADING",
        first.span,
        f"The heading '{first.words}' has {first.level * '#'}, but {above}.",
        "Leave no level out, as people who hear the page find their way by the levels.",
        edits,
        safe=False,
    )


def _at_level(source: Source, heading: Heading, level: int) -> tuple[Edit, ...]:
    """The edits that put a heading on a level, whichever way it is written."""
    assert heading.span.start
    line, column = heading.span.start.line, heading.span.start.column
    typed = source.line(line)
    if marks := _MARKS.search(typed, column - 1):
        span = source.span(line, marks.start() + 1, line, marks.end() + 1)
        return (Edit(span, level * "#"),)
    if not _UNDERLINE.fullmatch(source.line(line + 1)):
        return ()
    under = source.span(line, column, line + 1, len(source.line(line + 1)) + 1)
    return (Edit(under, f"{level * '#'} {typed.strip()}"),)
