"""The lines of one YAML text inside a file, what each is made of, and how to quote a value."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cbsite.diagnostics import Edit, Source, Span

_LINE = re.compile(
    r"(?P<lead>[ \t]*(?:-[ ]+)*)"
    r"(?:(?P<key>\w[\w.-]*(?: [\w.-]+){0,3})[ ]*:(?P<gap>[ ]+|$))?"
    r"(?P<value>.*?)"
    r"(?P<comment>[ ]{2,}#(?: .*)?|[ ]*)$"
)
_ODD_SPACES = re.compile(r"[ \t\u00a0]*(?:-[ \u00a0]+)*(?:[\w.-]+[ \u00a0]*:(?:[ \u00a0]+|$))?")
_LINE_MARKS = re.compile("[\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line taken apart; columns count from 0. `key` is empty where the line has none."""

    key: str
    key_column: int
    value: str
    column: int

    @property
    def indent(self) -> int:
        return self.key_column if self.key else self.column


@dataclass(frozen=True, slots=True)
class Window:
    """Some lines of a file, of which the first is line `first` and all are moved right by `indent`."""

    source: Source
    lines: tuple[str, ...]
    first: int = 1
    indent: int = 0

    @property
    def text(self) -> str:
        """What the YAML parser sees: the same columns, with no-break spaces between fields made plain.

        Other marks that YAML would take for the end of a line become spaces.
        """
        return "\n".join(_plain_spaces(line) for line in self.lines)

    def line(self, number: int) -> str:
        """A line by its number from 0, as the parser sees it; empty beyond the end."""
        return _plain_spaces(self.lines[number]) if 0 <= number < len(self.lines) else ""

    def taken_apart(self, number: int) -> Line:
        match = _LINE.match(self.line(number))
        assert match is not None  # every part of the pattern may be empty
        return Line(match["key"] or "", match.end("lead"), match["value"], match.start("value"))

    def span(
        self, line: int, column: int, end_line: int | None = None, end_column: int | None = None
    ) -> Span:
        """A span in the file from places in the window, all counted from 0."""
        line, column = min(line, max(len(self.lines) - 1, 0)), column + self.indent + 1
        if end_line is None or end_column is None:
            return self.source.span(line + self.first, column)
        return self.source.span(
            line + self.first, column, end_line + self.first, end_column + self.indent + 1
        )

    def value_span(self, number: int) -> Span:
        """The span of the value on a line."""
        line = self.taken_apart(number)
        return self.span(number, line.column, number, line.column + len(line.value))

    def whole_line(self, number: int) -> Span:
        """The span of a line without the white space round it; of the last line beyond the end."""
        number = max(min(number, len(self.lines) - 1), 0)
        text = self.line(number)
        return self.span(number, len(text) - len(text.lstrip()), number, len(text.rstrip()))

    def quoting(self, number: int) -> tuple[str, Edit]:
        """A line's value in quotes: the line as it should be, and the edit that makes it so."""
        line = self.taken_apart(number)
        quoted = quote(line.value)
        shown = f"{line.key}: {quoted}" if line.key else quoted
        return shown, Edit(self.value_span(number), quoted)


def quote(value: str) -> str:
    """The value in the quotes that need least escaping."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"


def _plain_spaces(line: str) -> str:
    if line.isascii():
        return line
    line = _LINE_MARKS.sub(" ", line)
    match = _ODD_SPACES.match(line)
    assert match is not None  # every part of the pattern may be empty
    return match[0].replace("\u00a0", " ") + line[match.end() :]
