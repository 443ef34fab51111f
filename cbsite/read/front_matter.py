"""A Markdown file's two parts: the YAML between its `---` lines, and the text after it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cbsite.diagnostics import Edit, Report, Source
from cbsite.read.front_matter_end import (
    LIKE_CLOSING,
    fields_end,
    is_field,
    last_field,
    later_fields,
)
from cbsite.read.unseen import ODD_SPACES
from cbsite.read.yaml_lines import Window

_FENCE = re.compile(r"---[ \t]*")
_DASHES = re.compile(r"[ \t]*(?:-{2,}|[–—−‐‑]+-*|-[–—−‐‑]+)[ \t]*")
_CODE = re.compile(r"[ \t]*(?:```+|~~~+)[ \t]*(?:ya?ml)?[ \t]*", re.IGNORECASE)
_RULE = re.compile(r"[ \t]*(?:\*{3,}|_{3,}|={3,})[ \t]*")
_TOML = re.compile(r"\+\+\+[ \t]*")
_TOML_FIELD = re.compile(r"\s*[\w-]+\s*=")
_KEY = re.compile(r"[A-Za-z_]+:(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Parts:
    """Line numbers (from 1): the YAML is from `first` to just before `end`, the text from `body` on.

    `skip` is a line in the YAML that is no part of it; 0 for none. `certain` if the YAML can end nowhere else.
    """

    first: int
    end: int
    body: int
    skip: int = 0
    certain: bool = field(default=True, compare=False)

    def window(self, source: Source) -> Window:
        """The YAML of the file."""
        numbers = range(self.first, self.end)
        lines = tuple("" if number == self.skip else source.line(number) for number in numbers)
        return Window(source, lines, self.first, certain=self.certain)


def front_matter(source: Source, report: Report) -> Parts | None:
    """Find the front matter; None, and the report says why, if there is none.

    Where its lines are there but not as they should be, they are reported and taken for what was meant.
    """
    lines = source.lines
    if not source.text.isascii():
        lines = tuple(map(_plain, lines))
    opening = next((number for number, line in enumerate(lines, 1) if line.strip()), 1)
    line = lines[opening - 1]
    if not _FENCE.fullmatch(line):
        return _without_opening(source, lines, opening, report)
    if opening > 1:
        span = source.span(1, 1, opening, 1)
        report.add(
            "E-FRONTMATTER-BLANK", span, "There is an empty line before the front matter.",
            "Delete it, so that the file starts with ---.", [Edit(span, "")],
        )  # fmt: skip
    return _closing(source, lines, opening, report)


def optional_front_matter(source: Source, report: Report) -> Parts | None:
    """As `front_matter`, of a file that may have none: then its text starts on the first line."""
    opening = next((_plain(line) for line in source.lines if line.strip()), "")
    if not _DASHES.fullmatch(opening):
        return Parts(1, 1, 1)
    return front_matter(source, report)


def _plain(line: str) -> str:
    """A line without what cannot be seen, which is reported elsewhere."""
    return (
        line
        if line.isascii()
        else ODD_SPACES.sub(" ", line).replace("\ufeff", "").replace("\u200b", "")
    )


def _without_opening(
    source: Source, lines: tuple[str, ...], line: int, report: Report
) -> Parts | None:
    text = lines[line - 1]
    span = source.whole_line(line)
    if _TOML.fullmatch(text):
        return _toml(source, lines, line, report)
    is_rule = _RULE.fullmatch(text) is not None and line < len(lines)
    if _DASHES.fullmatch(text) or (is_rule and is_field(lines[line])):
        spaces = text.strip() == "---"
        report.add(
            "E-FRONTMATTER-OPEN", span,
            "The line that opens the front matter starts with a space."
            if spaces
            else "The line that opens the front matter is not three plain hyphens.",
            "Take the spaces out." if spaces else "Write three plain hyphens.", [Edit(source.span(line), "---")],
        )  # fmt: skip
        return _closing(source, lines, line, report)
    if _CODE.fullmatch(text) and line < len(lines) and _KEY.match(lines[line]):
        return _code(source, lines, line, report)
    if _KEY.match(text):
        start = source.span(line, 1, line, 1)
        report.add(
            "E-FRONTMATTER-OPEN", span, "The front matter has no opening line.",
            "Put a line with three hyphens above it.", [Edit(start, "---\n")],
        )  # fmt: skip
        return _closing(source, lines, line - 1, report)
    report.add(
        "E-FRONTMATTER", span, "The file has no front matter: the fields between two --- lines.",
        "Start the file with a line of three hyphens, then the fields, then three hyphens again.",
    )  # fmt: skip
    return None


def _toml(source: Source, lines: tuple[str, ...], line: int, report: Report) -> Parts | None:
    """Fields between `+++`: the way of another program, unless YAML stands there."""
    message = "The front matter stands between lines of +++, which is the way of another program."
    end = next((n for n in range(line + 1, len(lines) + 1) if _TOML.fullmatch(lines[n - 1])), None)
    if end is None or any(_TOML_FIELD.match(text) for text in lines[line : end - 1]):
        hint = "Write --- in place of +++, and each field with a colon in place of the = sign."
        report.add("E-FRONTMATTER-OPEN", source.whole_line(line), message, hint)
        return None
    edits = [Edit(source.span(number), "---") for number in (line, end)]
    hint = "Write three hyphens in place of +++."
    report.add("E-FRONTMATTER-OPEN", source.whole_line(line), message, hint, edits)
    return Parts(line + 1, end, end + 1)


def _code(source: Source, lines: tuple[str, ...], line: int, report: Report) -> Parts | None:
    """Fields in a block of code, as chat programs print them."""
    end = next(
        (n for n in range(line + 1, len(lines) + 1)
         if _CODE.fullmatch(lines[n - 1]) or _FENCE.fullmatch(lines[n - 1])), None,
    )  # fmt: skip
    edits = [Edit(source.span(line), "---")]
    if end is not None and not _FENCE.fullmatch(lines[end - 1]):
        edits.append(Edit(source.span(end), "---"))
    report.add(
        "E-FRONTMATTER-OPEN", source.whole_line(line), "The front matter stands in a block of code.",
        "Write three hyphens in place of the lines of backticks.", edits,
    )  # fmt: skip
    return Parts(line + 1, end, end + 1) if end else _closing(source, lines, line, report)


def _closing(source: Source, lines: tuple[str, ...], opening: int, report: Report) -> Parts:
    """The front matter from the line after `opening` to its closing line, whatever that looks like."""
    numbers = range(opening + 1, len(lines) + 1)
    closing = next((n for n in numbers if _FENCE.fullmatch(lines[n - 1])), None)
    last = last_field(lines, opening, closing is not None)
    like = next((n for n in range(last + 1, len(lines) + 1) if lines[n - 1].strip()), 0)
    if like and like != closing and LIKE_CLOSING.fullmatch(lines[like - 1]):
        if later_fields(lines, like):
            return _after_closing(source, lines, opening, like, report)
        spaces = lines[like - 1].strip() == "---"
        report.add(
            "E-FRONTMATTER-CLOSE", source.whole_line(like),
            "The line that closes the front matter starts with a space."
            if spaces
            else "The line that closes the front matter is not three plain hyphens.",
            "Take the spaces out." if spaces else "Write three plain hyphens.", [Edit(source.span(like), "---")],
        )  # fmt: skip
        return Parts(opening + 1, like, like + 1)
    end = fields_end(lines, opening, closing, last)
    if end is None:
        assert closing is not None  # else the fields end somewhere
        return _after_closing(source, lines, opening, closing, report)
    last = max(end.line, 1)
    after = len(source.line(last)) + 1
    span = source.span(last, after, last, after)
    report.add(
        "E-FRONTMATTER-CLOSE", source.whole_line(max(opening, 1)),
        "The front matter that starts here is not closed.",
        "Put a line with three hyphens after its last field.", [Edit(span, "\n---")], safe=end.certain,
    )  # fmt: skip
    return Parts(opening + 1, end.line + 1, end.line + 1, certain=end.certain)


def _after_closing(
    source: Source, lines: tuple[str, ...], opening: int, closing: int, report: Report
) -> Parts:
    """The parts of a file whose front matter is closed, perhaps too early."""
    more = later_fields(lines, closing)
    if more is None:
        return Parts(opening + 1, closing, closing + 1)
    edits = [Edit(source.span(closing, 1, closing + 1, 1), "")]
    if not more.certain:
        after = len(source.line(more.line)) + 1
        edits.append(Edit(source.span(more.line, after, more.line, after), "\n---"))
    report.add(
        "E-FRONTMATTER-CLOSE", source.whole_line(closing),
        "The front matter is closed here, but more fields follow.",
        "Put the line that closes it below the last field.", edits, safe=more.certain,
    )  # fmt: skip
    body = more.line + 2 if more.certain else more.line + 1
    return Parts(opening + 1, more.line + 1, body, closing, more.certain)
