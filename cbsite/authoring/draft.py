"""A text file with edits made: its words change, its line ends and all else stay."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from cbsite.authoring.choose import stretch
from cbsite.diagnostics import Edit, Position, apply_edits
from cbsite.read.decode import as_meant

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class Draft:
    """A text (lines end with LF), and for each of its lines the line of the file that it came from."""

    text: str
    origins: tuple[int, ...]
    ends: tuple[str, ...]
    """How each line of the file ends; the last with nothing."""

    @cached_property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    def has(self, position: Position) -> bool:
        """Whether the text has this place."""
        if not 1 <= position.line <= len(self.lines):
            return False
        return 1 <= position.column <= len(self.lines[position.line - 1]) + 1

    def edited(self, edits: Iterable[Edit]) -> Draft:
        """The draft with edits made, which must be in places that it has and not overlap."""
        once = {stretch(edit): edit for edit in edits}
        origins = list(self.origins)
        # From the last to the first, so that the lines before are where they were.
        for start, end, replacement in sorted(once, reverse=True):
            first, last = origins[start.line - 1], origins[end.line - 1]
            origins[start.line - 1 : end.line] = [first] * replacement.count("\n") + [last]
        return Draft(apply_edits(self.text, once.values()), tuple(origins), self.ends)

    def to_bytes(self) -> bytes:
        """In UTF-8 without a mark; each line ends as it did, and new ones as most do."""
        usual = Counter(self.ends[:-1]).most_common(1)[0][0] if self.ends[1:] else "\n"
        ends = [self.ends[origin - 1] or usual for origin in self.origins[:-1]]
        made = ""
        parts = []
        for line, end in zip(self.lines, [*ends, ""], strict=True):
            # Over an empty line, a CR of one sort of line and a LF of another would be one CRLF.
            made = "\r" if (made, line, end) == ("\r", "", "\n") else end
            parts.append(line + made)
        return "".join(parts).encode()


def draft_of(content: bytes) -> Draft:
    """The text of a file as its author meant it."""
    text = as_meant(content).text
    ends = (*_LINE_END.findall(text), "")
    return Draft(_LINE_END.sub("\n", text), tuple(range(1, len(ends) + 1)), ends)
