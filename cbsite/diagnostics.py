"""What is wrong with a hub, in its author's words: one cause and one fix, in place.

A `Diagnostic` points into a source file (`Span`) and says what happened and what to type. A `Report`
collects them; nothing in cbsite stops at the first.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

Level = Literal["error", "warning", "info"]
LEVELS: tuple[Level, ...] = ("error", "warning", "info")

CODES: dict[str, tuple[Level, str]] = {
    "E-YAML": ("error", "The YAML cannot be read"),
    "E-DUPKEY": ("error", "The same key is written twice"),
    "E-FRONTMATTER": (
        "error",
        "The front matter between the two --- lines is missing or not closed",
    ),
    "E-ENCODING": ("error", "The file is not text in UTF-8"),
    "E-PATH": ("error", "The file's name or kind cannot be published"),
    "E-STRAY": ("error", "The file is in a place where cbsite does not look"),
    "E-REQ": ("error", "A field that must be there is missing or empty"),
    "E-KEY": ("error", "The field is not one that this record has"),
    "E-TYPE": ("error", "The field holds the wrong kind of value"),
    "E-ENUM": ("error", "The value is not one of those allowed"),
    "E-VALUE": ("error", "The value is not allowed"),
    "E-DATE": ("error", "The date is impossible or in a form that cannot be read"),
    "E-DUPID": ("error", "Two records have the same id"),
    "E-REF": ("error", "The record referred to does not exist"),
    "E-LINK": ("error", "The page, heading or address linked to does not exist"),
    "E-FILE": ("error", "The file or image named does not exist"),
    "E-ALT": ("error", "The picture has no words for people who cannot see it"),
    "E-IMAGE": ("error", "The picture cannot be published"),
    "E-EXT": ("error", "The page would load something from another website"),
    "E-PARA": ("error", "A paragraph number appears twice"),
    "E-TABLE": ("error", "The table in a CSV file cannot be used"),
    "E-HTML": ("error", "HTML in Markdown is shown as text, not used"),
    "E-DEPTH": ("error", "The text is nested too deeply, or grows too large"),
    "E-LABEL": ("error", "Two entries of the glossary explain the same words"),
    "E-CHART": ("error", "A chart has figures of several units"),
    "E-CLASH": ("error", "Two pages want the same address"),
    "E-TEMPLATE": ("error", "A template cannot be used"),
    "E-MAP": ("error", "The map cannot be found or read"),
    "E-SITE": ("error", "The hub's site.yml is missing"),
    "E-ACCESSIBILITY": ("error", "A public body's hub has no accessibility statement"),
    "W-ACCESSIBILITY": ("warning", "The accessibility statement is missing or old"),
    "W-PRIVACY": ("warning", "The hub does not say what is kept on its readers"),
    "W-REVIEW": ("warning", "The day for looking at an item again is past"),
    "W-DRAFTREF": ("warning", "A published page refers to a draft"),
    "W-FIGURE": ("warning", "The words of a figure differ from the register"),
    "W-EXPIRED": ("warning", "The name of a person is no longer shown"),
    "W-IMAGE": ("warning", "The picture's file is very large"),
    "W-CONTRAST": ("warning", "A colour of the hub's own is hard to read"),
    "I-IMAGE": ("info", "The photo says where it was taken"),
    "I-FUTURE": ("info", "The item waits for its date"),
}
"""Every code: its level and what it means in one line. Explained for authors in docs/errors.md."""


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file: line and column, both from 1, the column in characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a source file, from `start` to just before `end`.

    `path` is relative to the hub, with forward slashes; `text` is the whole line that `start` is on.
    A span without a start means the file (or folder) as a whole.
    """

    path: str
    start: Position | None = None
    end: Position | None = None
    text: str = ""


@dataclass(frozen=True)
class Source:
    """A text file of the hub: its path (relative, forward slashes) and text (lines end with LF)."""

    path: str
    text: str

    @cached_property
    def lines(self) -> tuple[str, ...]:
        return tuple(self.text.split("\n"))

    def line(self, number: int) -> str:
        """The text of line `number` (from 1), empty beyond the end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def span(
        self, line: int, column: int = 1, end_line: int | None = None, end_column: int | None = None
    ) -> Span:
        """A span from a line and column (from 1); without an end it runs to the end of the line."""
        text = self.line(line)
        if end_line is None or end_column is None:
            end_line, end_column = line, max(len(text) + 1, column)
        return Span(self.path, Position(line, column), Position(end_line, end_column), text)

    def whole_line(self, line: int) -> Span:
        """The span of one line without the white space round it."""
        text = self.line(line)
        start = len(text) - len(text.lstrip()) + 1
        return self.span(line, start, line, max(len(text.rstrip()) + 1, start))

    def whole(self) -> Span:
        """The file as a whole."""
        return Span(self.path)


@dataclass(frozen=True, slots=True)
class Edit:
    """A safe mend: put `replacement` where `span` is."""

    span: Span
    replacement: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem: what is wrong (`message`), what to do (`hint`), and where (`span`)."""

    code: str
    level: Level
    span: Span
    message: str
    hint: str
    edits: tuple[Edit, ...] = ()

    def as_json(self) -> dict[str, object]:
        """Plain values for `cbsite check --format json`; line and column are null for a whole file."""
        start, end = self.span.start, self.span.end
        return {
            "path": self.span.path,
            "line": start.line if start else None,
            "column": start.column if start else None,
            "end_line": end.line if end else None,
            "end_column": end.column if end else None,
            "code": self.code,
            "level": self.level,
            "message": self.message,
            "hint": self.hint,
            "edits": [
                {
                    "line": edit.span.start.line,
                    "column": edit.span.start.column,
                    "end_line": edit.span.end.line,
                    "end_column": edit.span.end.column,
                    "replacement": edit.replacement,
                }
                for edit in self.edits
                if edit.span.start and edit.span.end
            ],
        }


@dataclass(slots=True)
class Report:
    """All diagnostics of one run."""

    _found: list[Diagnostic] = field(default_factory=list)

    def add(
        self, code: str, span: Span, message: str, hint: str, edits: Iterable[Edit] = ()
    ) -> None:
        """Record a problem. `code` must be one of `CODES`, which also gives its level."""
        self._found.append(Diagnostic(code, CODES[code][0], span, message, hint, tuple(edits)))

    def __iter__(self) -> Iterator[Diagnostic]:
        """Each problem once, by file, then place, then code."""
        return iter(sorted(dict.fromkeys(self._found), key=_order))

    def count(self, level: Level) -> int:
        return sum(1 for diagnostic in self if diagnostic.level == level)

    def blocks(self, strict: bool) -> bool:
        """Whether nothing may be published: an error, or (strict) a warning."""
        blocking = ("error", "warning") if strict else ("error",)
        return any(diagnostic.level in blocking for diagnostic in self._found)


def _order(diagnostic: Diagnostic) -> tuple[str, Position, str, str]:
    start = diagnostic.span.start or Position(0, 0)
    return diagnostic.span.path, start, diagnostic.code, diagnostic.message


def printable(text: str) -> str:
    """The text with what cannot be seen, or acts on a terminal, written out, such as `<U+202E>`."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in text)


def nearest(word: str, allowed: Iterable[str]) -> str | None:
    """The allowed word most like `word`, or None if none is close."""
    choices = {choice.lower(): choice for choice in allowed}
    found = difflib.get_close_matches(word.lower(), choices, n=1, cutoff=0.6)
    return choices[found[0]] if found else None
