"""What is gathered while a text is read: links, headings, footnotes, size, and what is wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cbsite.diagnostics import Report, Source
from cbsite.read.headings import Anchors
from cbsite.read.nodes import Node, NodeType
from cbsite.read.raw_references import RawNames
from cbsite.read.tree import (
    Block,
    Heading,
    Link,
    Number,
    Passage,
    Table,
)
from cbsite.read.unseen import RIGHT_TO_LEFT, TURNING

DEEPEST_TREE = 100
"""Levels of the tree. Those that read it may recurse, so it must not grow with the text."""

_LOST = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffd-\uffff]")


class TooLarge(Exception):
    """The tree would have more text than ten times its source and a mebibyte."""


@dataclass(slots=True)
class Found:
    """Grows while one text is read."""

    source: Source
    report: Report
    links: list[Link] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    numbers: list[Number] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    unread: list[RawNames] = field(default_factory=list)  # of blocks with errors
    anchors: Anchors = field(default_factory=Anchors)
    footnotes: dict[str, tuple[int, int]] = field(default_factory=dict)  # number, references to it
    deep_line: int | None = None
    size: int = 0
    largest: int = field(init=False)
    has_codes: bool = field(init=False)  # for characters, by their numbers

    def __post_init__(self) -> None:
        self.largest = 10 * len(self.source.text) + (1 << 20)
        self.has_codes = "&#" in self.source.text

    def node(
        self,
        type: NodeType,
        attrs: tuple[tuple[str, str], ...] = (),
        children: tuple[Node, ...] = (),
        text: str = "",
    ) -> Node:
        """A node whose size is counted."""
        self.size += len(text)
        for _, value in attrs:
            self.size += len(value)
        if self.size > self.largest:
            raise TooLarge
        return Node(type, attrs, children, text)

    def too_deep(self, line: int) -> None:
        """Remember the first line that is nested deeper than the tree may be."""
        if self.deep_line is None:
            self.deep_line = line

    def footnote(self, label: str) -> tuple[int, int]:
        """The number of a footnote and of this reference to it, both from 1."""
        number, references = self.footnotes.get(label, (len(self.footnotes) + 1, 0))
        self.footnotes[label] = number, references + 1
        return number, references + 1

    def no_bidi(self, text: str, line: int, what: str) -> None:
        """Code and addresses must read as they run: marks that turn the order of letters are refused.

        Where no text needs such marks, those that are typed are told of wherever they stand.
        """
        if not text.isascii() and (turn := TURNING.search(text)):
            written = self.source.text
            if turn[0] in written and not RIGHT_TO_LEFT.search(written):
                return
            self.report.add(
                "E-VALUE", self.source.whole_line(line),
                f"{what} holds a mark that turns the order of letters (U+{ord(turn[0]):04X}).", "Type it afresh.",
            )  # fmt: skip

    def no_lost_characters(self, text: str, line: int) -> None:
        """The file itself has none, but `&#0;` and the like make some."""
        if not self.has_codes:
            return
        lost, written = _LOST.findall(text), self.source.text
        if lost and any(c not in written for c in lost):
            self.report.add(
                "E-VALUE", self.source.whole_line(line), "The code for a character here stands for none.",
                "Type the character itself instead of &#...;",
            )  # fmt: skip
