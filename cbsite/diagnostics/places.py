"""Places in source files, and edits there."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace


class Position(msgspec.Struct, frozen=True, order=True, array_like=True, gc=False):
    """A place in a file: line and column, both from 1, the column in characters."""

    line: int
    column: int


class Span(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A stretch of a source file, from `start` to just before `end`.

    `path` is relative to the hub, with forward slashes; `text` is the whole line that `start` is on.
    A span without a start means the file (or folder) as a whole.
    """

    path: str
    start: Position | None = None
    end: Position | None = None
    text: str = ""

    def of(self, words: str) -> Span:
        """The span of the last such words in this one, such as of an id between quotes; itself where they are not."""
        if not self.start or not self.end or self.start.line != self.end.line:
            return self
        at = self.text.rfind(words, self.start.column - 1, self.end.column - 1) if words else -1
        if at < 0:
            return self
        line = self.start.line
        return replace(self, start=Position(line, at + 1), end=Position(line, at + len(words) + 1))


class Source:
    """A text file of the hub: its path (relative, forward slashes) and text (lines end with LF)."""

    __slots__ = ("_lines", "path", "text")

    def __init__(self, path: str, text: str) -> None:
        self.path, self.text = path, text
        self._lines: tuple[str, ...] | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Source) and (self.path, self.text) == (other.path, other.text)

    def __hash__(self) -> int:
        return hash((self.path, self.text))

    @property
    def lines(self) -> tuple[str, ...]:
        if self._lines is None:
            self._lines = tuple(self.text.split("\n"))
        return self._lines

    def line(self, number: int) -> str:
        """The text of line `number` (from 1), empty beyond the end."""
        lines = self.lines
        return lines[number - 1] if 0 < number <= len(lines) else ""

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


class Edit(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Put `replacement` where `span` is."""

    span: Span
    replacement: str
