"""Markdown as a frozen tree: what a text is made of, before any link is known to lead somewhere.

The tree holds no HTML and no place in the file, so the same words give the same tree. What must be
found again in the file (links, headings, paragraph numbers, blocks) is listed beside it with its span.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal

import msgspec
from msgspec.structs import replace

from cbsite.diagnostics import Source, Span
from cbsite.read.model_fields import present
from cbsite.read.nodes import Node, is_gap
from cbsite.read.raw_references import NO_NAMES, RawNames
from cbsite.read.yaml_tree import Mapping, places_in, plain
from cbsite.records.blocks import BLOCKS
from cbsite.records.part import Part


class Link(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A link or image as typed: where it leads, its words, and where it stands in the file.

    `span` is all of it, from `[` to `)`; `target_span` its address alone, None where that is written
    elsewhere (`[words][name]`).
    """

    target: str
    words: str
    image: bool
    span: Span
    target_span: Span | None = None
    title: str = ""
    """What stands in quotes after the address: of a picture alone in its paragraph, the caption."""


UNSAID = "\ufffc"
"""The character that stands for an object in a text."""

PassageKind = Literal["paragraph", "entry", "heading", "cell", "quotation"]
"""Where words stand: an entry is one of a list; what stands in a quotation is somebody else's."""


class Passage(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Words that readers see as one piece, and where in the file they stand.

    `runs` are places from which words and file go on side by side: an index into `words`, its line and its
    column. `asides` are stretches of `words` that are no English prose: code, bare addresses, words marked as
    of another language. Words that stand for a picture are left out, and `UNSAID` stands for those of a link
    without words, which its page gives it.
    """

    kind: PassageKind
    words: str
    runs: tuple[tuple[int, int, int], ...]
    asides: tuple[tuple[int, int], ...] = ()

    def span(self, source: Source, start: int, end: int) -> Span:
        """Where `words[start:end]` (not empty) stands in its file."""
        line, column = self._place(start)
        end_line, end_column = self._place(end - 1)
        return source.span(line, column, end_line, end_column + 1)

    def _place(self, index: int) -> tuple[int, int]:
        at, line, column = self.runs[max(bisect_right(self.runs, (index + 1,)) - 1, 0)]
        return line, column + index - at


class Table(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A Markdown table: the line of its headings, their words, and how many rows it has."""

    line: int
    headings: tuple[str, ...]
    rows: int


class Heading(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A heading: its level, anchor and words."""

    level: int
    id: str
    words: str
    span: Span


class Number(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The number of a paragraph as typed, such as `12.1`."""

    number: str
    span: Span


class Block(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A fenced block with a known word, and its YAML."""

    word: str
    yaml: Mapping
    span: Span

    @property
    def fields(self) -> Part:
        """The checked fields of the block."""
        return _fields(self.word, self.yaml)

    @property
    def where(self) -> tuple[tuple[tuple[str | int, ...], Span], ...]:
        """The spans of its fields by their path."""
        return tuple(places_in(self.yaml))


@cache
def _fields(word: str, yaml: Mapping) -> Part:
    model = BLOCKS[word]
    return model.model_validate(present(plain(yaml), model))


class Prose(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A text: its tree, and what must be found again in the file.

    What is large and seldom needed is kept as bytes: a hub has thousands of texts. `gaps` are the
    paragraphs that name a gap: the id of the heading above each, and its words after the mark.
    """

    tree: bytes = b""
    said: bytes = b""
    linked: bytes = b""
    headed: bytes = b""
    numbers: tuple[Number, ...] = ()
    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    gaps: tuple[tuple[str, tuple[Node, ...]], ...] = ()
    names: RawNames = NO_NAMES
    """What blocks with errors name."""

    @property
    def is_empty(self) -> bool:
        return not self.tree

    @property
    def children(self) -> tuple[Node, ...]:
        """The tree, made anew at each call."""
        return _NODES.decode(self.tree) if self.tree else ()

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The words that rules look at, made anew at each call."""
        return _PASSAGES.decode(self.said) if self.said else ()

    @property
    def links(self) -> tuple[Link, ...]:
        """Links and pictures, made anew at each call."""
        return _LINKS.decode(self.linked) if self.linked else ()

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings, made anew at each call."""
        return _HEADINGS.decode(self.headed) if self.headed else ()

    def without(self, passages: Iterable[Passage], links: Iterable[Link]) -> Prose:
        """The same with fewer words in its passages, and fewer links."""
        return replace(self, said=packed(tuple(passages)), linked=packed(tuple(links)))


_NODES = msgspec.msgpack.Decoder(tuple[Node, ...])
_PASSAGES = msgspec.msgpack.Decoder(tuple[Passage, ...])
_LINKS = msgspec.msgpack.Decoder(tuple[Link, ...])
_HEADINGS = msgspec.msgpack.Decoder(tuple[Heading, ...])
_ENCODER = msgspec.msgpack.Encoder()


def packed(values: tuple[Node | Passage | Link | Heading, ...]) -> bytes:
    """Values as a `Prose` keeps them; none are no bytes."""
    return _ENCODER.encode(values) if values else b""


def gaps_in(nodes: Iterable[Node]) -> Iterator[tuple[str, tuple[Node, ...]]]:
    """Paragraphs that begin with **Gap.**, however deep they stand, each with the id of the heading before it."""
    heading = ""
    for node in _flat(nodes):
        if node.type == "heading" and node.words().strip():
            heading = node.get("id")
        elif node.type == "paragraph" and is_gap(node):
            yield heading, node.children[1:]


def _flat(nodes: Iterable[Node]) -> Iterator[Node]:
    """Headings and paragraphs in order."""
    for node in nodes:
        if node.type in ("heading", "paragraph"):
            yield node
        else:
            yield from _flat(node.children)
