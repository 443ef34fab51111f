"""The lines of one YAML text inside a file, what each is made of, and how to quote a value."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec
from msgspec.structs import replace

from cbsite.diagnostics import Edit, Source, Span

_LINE = re.compile(
    r"(?P<lead>[ \t]*(?:-[ ]+)*)"
    r"(?:(?P<key>\w[\w.-]*(?: [\w.-]+){0,3}|\"[\w.-]+\"|'[\w.-]+')[ ]*:(?P<gap>[ ]+|$))?"
    r"(?P<value>.*?)"
    r"(?P<comment>[ ]{2,}#(?: .*)?|[ ]*)$"
)


class Line(msgspec.Struct, frozen=True):
    """A line taken apart; columns count from 0. `key` is empty where the line has none."""

    key: str
    key_column: int
    value: str
    column: int

    @property
    def indent(self) -> int:
        return self.key_column if self.key else self.column


class Window(msgspec.Struct, frozen=True):
    """Some lines of a file, of which the first is line `first` and all are moved right by `indent`.

    The lines may have been mended, so that reading can go on after a mistake: `moved` gives, of each such line,
    the column in the file's own line where each character (and the end) stands. Spans are always of the file.
    """

    source: Source
    lines: tuple[str, ...]
    first: int = 1
    indent: int = 0
    moved: Mapping[int, tuple[int, ...]] = msgspec.field(default_factory=dict)
    certain: bool = True
    """Whether these lines are the YAML text and no others."""

    @property
    def text(self) -> str:
        """What the YAML parser sees."""
        return "\n".join(self.lines)

    def line(self, number: int) -> str:
        """A line by its number from 0; empty beyond the end."""
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    def taken_apart(self, number: int) -> Line:
        match = _LINE.match(self.line(number))
        assert match is not None  # every part of the pattern may be empty
        key = (match["key"] or "").strip("\"'")
        return Line(key, match.end("lead"), match["value"], match.start("value"))

    def indent_of(self, number: int) -> int:
        """The column of the first character that is no space."""
        text = self.line(number)
        return len(text) - len(text.lstrip(" "))

    def next_line(self, number: int) -> int:
        """The number of the next line that is neither empty nor a comment; beyond the end if there is none."""
        number += 1
        while number < len(self.lines) and self.line(number).lstrip()[:1] in ("", "#"):
            number += 1
        return number

    def span(
        self, line: int, column: int, end_line: int | None = None, end_column: int | None = None
    ) -> Span:
        """A span in the file from places in the window, all counted from 0."""
        line = min(line, max(len(self.lines) - 1, 0))
        start = self._in_file(line, column)
        if end_line is None or end_column is None:
            return self.source.span(line + self.first, start)
        return self.source.span(
            line + self.first, start, end_line + self.first, self._in_file(end_line, end_column)
        )

    def _in_file(self, line: int, column: int) -> int:
        if self.moved and (columns := self.moved.get(line)):
            column = columns[min(column, len(columns) - 1)]
        return column + self.indent + 1

    def value_span(self, number: int) -> Span:
        """The span of the value on a line."""
        line = self.taken_apart(number)
        return self.span(number, line.column, number, line.column + len(line.value))

    def whole_line(self, number: int) -> Span:
        """The span of a line without the white space round it; of the last line beyond the end."""
        number = max(min(number, len(self.lines) - 1), 0)
        text = self.line(number)
        start = len(text) - len(text.lstrip())
        return self.span(number, start, number, max(len(text.rstrip()), start))

    def mended(self, edits: Iterable[Edit]) -> Window | None:
        """The window with edits made, or None if one of them cannot be made within its line."""
        placed: defaultdict[int, list[tuple[int, int, str]]] = defaultdict(list)
        for edit in edits:
            start, end = edit.span.start, edit.span.end
            if not start or not end or start.line != end.line or "\n" in edit.replacement:
                return None
            columns = start.column - self.indent - 1, end.column - self.indent - 1
            placed[start.line - self.first].append((*columns, edit.replacement))
        lines, moved = list(self.lines), dict(self.moved)
        for number, here in placed.items():
            if not 0 <= number < len(lines):
                return None
            for change in sorted(here, reverse=True):
                columns_now = moved.get(number) or tuple(range(len(lines[number]) + 1))
                made = _changed(lines[number], columns_now, *change)
                if made is None:
                    return None
                lines[number], moved[number] = made
        if tuple(lines) == self.lines:
            return None
        return replace(self, lines=tuple(lines), moved=moved)

    def with_lines(self, lines: Mapping[int, str]) -> Window:
        """The window with other words in some lines, of which no place matters any more."""
        return replace(self, lines=tuple(lines.get(n, line) for n, line in enumerate(self.lines)))


def _changed(
    line: str, columns: tuple[int, ...], start: int, end: int, instead: str
) -> tuple[str, tuple[int, ...]] | None:
    """A line with other words from `start` to `end`, which are columns of the file, and its columns there."""
    first, last = _index(columns, start), _index(columns, end)
    if not 0 <= first <= last:
        return None
    inside = _inside(line[first:last], instead, columns[first : last + 1])
    changed = line[:first] + instead + line[last:]
    return changed, (*columns[:first], *inside, *columns[last:])


def _index(columns: tuple[int, ...], column: int) -> int:
    """Where in a mended line a column of the file's line now is; -1 beyond the ends."""
    return bisect_right(columns, column) - 1 if column <= columns[-1] else -1


def _inside(before: str, after: str, columns: tuple[int, ...]) -> tuple[int, ...]:
    """The columns of each character of a replacement; words that were there before keep theirs."""
    shift = max(after.find(before), 0)
    last = len(columns) - 1
    return tuple(columns[min(max(n - shift, 0), last)] for n in range(len(after)))


def quote(value: str) -> str:
    """The value in the quotes that need least escaping."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"
