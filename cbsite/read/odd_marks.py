"""Marks of Markdown that stand where they mean nothing, or mean something that nobody wanted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from cbsite.diagnostics import Edit, Report, Source
from cbsite.read.stretches import Stretch

_HEADING = re.compile(r"[ ]{0,3}(#{2,6})(?=[^\W_])")
_BOLD = re.compile(r"(?<![^\s(\[\"'“‘])\*\*(?![\s*])([^*\n\0]{1,200}?)([ \t]+)\*\*(?!\*)(\w?)")
_ENTRY = re.compile(r"[ ]{0,3}(?:-(?=[^\W\d_])|\*(?=[^\W\d_][^*]*$)|\d{1,3}[.)](?=[^\W\d_]{2}))")
_WORD = re.compile(r"[\"'“‘(]*[\w’'£-]+(?:[./,:]\w+)*%?[\"'”’)]*[.,:;?!]*[\"'”’)]*|[–—&-]")
_IN_CODE = re.compile(r"[{}=<>|$\\]|_\w|\w\(|\S  +\S|;$|^(?:#|//)", re.MULTILINE)
_SENTENCE = 6
"""Words that a sentence has at least, to be told from code."""

_LONG = 12
"""Words that no heading has."""


def report_odd_marks(stretch: Stretch, numbered: bool, report: Report) -> None:
    """Report marks in a paragraph without the space they need, or with one that they must not have."""
    for at, line in stretch.lines if "##" in stretch.content else ():
        if found := _HEADING.match(line):
            here = stretch.span(at + found.start(1), at + found.end(1))
            report.add(
                "W-MARKDOWN", here, f"There is no space after {found[1]}, so this is no heading.",
                "Put a space there.", [Edit(here, f"{found[1]} ")], safe=False,
            )  # fmt: skip
    if "**" in stretch.content and stretch.may_have_in_plain("**"):
        for found in _BOLD.finditer(stretch.plain):
            end = found.start(3)
            edit = Edit(stretch.span(found.start(2), end), "** " if found[3] else "**")
            report.add(
                "W-MARKDOWN", stretch.span(found.start(), end),
                "A space stands before the second **, so this is not bold.",
                "Let the second ** touch the word before it.", [edit], safe=False,
            )  # fmt: skip
    if numbered or "\n" in stretch.content:
        _report_entries(stretch, numbered, report)


def report_open_comment(stretch: Stretch, report: Report) -> None:
    """Report a comment within a paragraph that nothing ends, as readers would see it."""
    at = stretch.plain.find("<!--")
    if at >= 0:
        report.add(
            "E-HTML", stretch.span(at, at + len("<!--")), "The comment that starts here is not closed.",
            "Put --> at its end, in the same paragraph.",
        )  # fmt: skip


def _report_entries(stretch: Stretch, numbered: bool, report: Report) -> None:
    """Two or more lines that are nearly entries of a list, or one that is nearly a numbered paragraph."""
    for is_entry, group in groupby(stretch.lines, lambda line: _ENTRY.match(line[1]) is not None):
        run = list(group)
        by_number = numbered and is_entry and run[0][1].lstrip()[:1].isdigit()
        if not is_entry or (len(run) < 2 and not by_number):
            continue
        edits = []
        for at, line in run:
            found = _ENTRY.match(line)
            assert found
            edits.append(Edit(stretch.span(at + found.end(), at + found.end()), " "))
        first, line = run[0]
        mark = {"-": "the hyphen", "*": "the star"}.get(line.lstrip()[0], "the number")
        what = "paragraph of its own" if by_number else "list"
        span = stretch.span(first, first + len(line))
        report.add(
            "W-MARKDOWN", span, f"There is no space after {mark}, so this is no {what}.",
            "Put a space there.", edits, safe=False,
        )  # fmt: skip


def report_indented(code: str, source: Source, line: int, report: Report) -> None:
    """Report sentences that the spaces before them turn into code."""
    words = code.split()
    if (
        len(words) >= _SENTENCE
        and words[0][0].isupper()
        and words[-1].endswith((".", ":", ";", "?", "!"))
        and not _IN_CODE.search(code)
        and all(_WORD.fullmatch(word) for word in words)
    ):
        report.add(
            "W-MARKDOWN", source.whole_line(line), "Four spaces or a tab before a line make code of it.",
            "Take the spaces before the lines out.",
        )  # fmt: skip


def report_underlined(
    source: Source, headings: Iterable[tuple[int, int, str]], report: Report
) -> None:
    """Report sentences that a line of hyphens below them turns into headings (first and last line, words)."""
    for first, last, words in headings:
        sentence = words.rstrip().endswith((".", ";", ":", ",")) or len(words.split()) > _LONG
        if not sentence and last - first < 2:
            continue
        at = source.span(last, 1, last, 1)
        report.add(
            "W-MARKDOWN", source.whole_line(last), "The line below the paragraph makes a heading of it.",
            "Put an empty line between them.", [Edit(at, "\n")], safe=False,
        )  # fmt: skip
