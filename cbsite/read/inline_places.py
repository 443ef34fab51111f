"""From a place in the words of a paragraph to the place in the file."""

from __future__ import annotations

from bisect import bisect_right

from cbsite.diagnostics import Source, Span


class InlinePlaces:
    """The words of one paragraph, heading or table cell.

    markdown-it takes quotation marks, indentation and so on off each line; what is left is the end of
    the line in the file, or (headings, cells) a part of it from `cursor` on.
    """

    def __init__(self, source: Source, content: str, line: int, cursor: int = 0) -> None:
        self.source = source
        self.content = content
        self.line = line  # of the first line of `content`, from 1
        self.cursor = cursor
        self._starts = [0]  # of the lines of `content`
        at = content.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = content.find("\n", at + 1)
        self._columns: dict[int, int] = {}

    def span(self, at: int, to: int) -> Span:
        """The span of `content[at:to]`."""
        line, column = self.position(at)
        end_line, end_column = self.position(to)
        return self.source.span(line, column, end_line, end_column)

    def position(self, index: int) -> tuple[int, int]:
        """Line and column in the file, from 1, of a character in `content`."""
        row = bisect_right(self._starts, index) - 1
        column = self._columns.get(row)
        if column is None:
            column = self._columns[row] = self._column(row)
        return self.line + row, column + index - self._starts[row] + 1

    def _column(self, row: int) -> int:
        """How many characters of the file's line were taken off before the paragraph's line."""
        start = self._starts[row]
        end = self._starts[row + 1] - 1 if row + 1 < len(self._starts) else len(self.content)
        words, typed = self.content[start:end].rstrip(), self.source.line(self.line + row).rstrip()
        if not self.cursor and typed.endswith(words):
            return len(typed) - len(words)
        return max(
            typed.find(words.strip(), self.cursor) - (len(words) - len(words.lstrip())), self.cursor
        )
