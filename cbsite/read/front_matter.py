"""A Markdown file's two parts: the YAML between its `---` lines, and the text after it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cbsite.diagnostics import Edit, Report, Source

_FENCE = re.compile(r"---[ \t\u00a0]*")
_DASHES = re.compile(r"[ \t\u00a0]*(?:-{2,}|[–—]+-*)[ \t\u00a0]*")
_KEY = re.compile(r"[A-Za-z_]+:(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Parts:
    """Line numbers (from 1): the YAML is from `first` to just before `end`, the text from `body` on."""

    first: int
    end: int
    body: int


def front_matter(source: Source, report: Report) -> Parts | None:
    """Find the front matter; None, and the report says why, if there is none."""
    lines = source.lines
    opening = next((number for number, line in enumerate(lines, 1) if line.strip()), 1)
    if not _FENCE.fullmatch(source.line(opening)):
        _no_opening(source, opening, report)
        return None
    if opening > 1:
        span = source.span(1, 1, opening, 1)
        report.add(
            "E-FRONTMATTER", span, "There is an empty line before the front matter.",
            "Delete it: the file starts with ---", [Edit(span, "")],
        )  # fmt: skip
    for number in range(opening + 1, len(lines) + 1):
        if _FENCE.fullmatch(lines[number - 1]):
            return Parts(opening + 1, number, number + 1)
    _no_closing(source, opening, report)
    return None


def optional_front_matter(source: Source, report: Report) -> Parts | None:
    """As `front_matter`, of a file that may have none: then its text starts on the first line."""
    opening = next((line for line in source.lines if line.strip()), "")
    if not _DASHES.fullmatch(opening):
        return Parts(1, 1, 1)
    return front_matter(source, report)


def _no_opening(source: Source, line: int, report: Report) -> None:
    text = source.line(line)
    span = source.whole_line(line)
    if _DASHES.fullmatch(text):
        report.add(
            "E-FRONTMATTER", span, "The line that opens the front matter is not three plain hyphens.",
            "Write ---", [Edit(source.span(line), "---")],
        )  # fmt: skip
    elif _KEY.match(text):
        start = source.span(line, 1, line, 1)
        report.add(
            "E-FRONTMATTER", span, "The front matter has no opening line.",
            "Put a line with --- above it.", [Edit(start, "---\n")],
        )  # fmt: skip
    else:
        report.add(
            "E-FRONTMATTER", span, "The file has no front matter: the fields between two --- lines.",
            "Start the file with ---, then the fields, then --- again.",
        )  # fmt: skip


def _no_closing(source: Source, opening: int, report: Report) -> None:
    for number in range(opening + 1, len(source.lines) + 1):
        if _DASHES.fullmatch(source.line(number)):
            report.add(
                "E-FRONTMATTER", source.whole_line(number),
                "The line that closes the front matter is not three plain hyphens.",
                "Write ---", [Edit(source.span(number), "---")],
            )  # fmt: skip
            return
    report.add(
        "E-FRONTMATTER", source.whole_line(opening), "The front matter that starts here is not closed.",
        "Put a line with --- after its last field.",
    )  # fmt: skip
