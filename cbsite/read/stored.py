"""Readings as bytes, for the memo and for other processes; and what a reading says but for its words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from cbsite.diagnostics import Diagnostic, Source
from cbsite.memo import digest
from cbsite.read.entry import Entry
from cbsite.read.tree import Prose
from cbsite.read.unit import Reading
from cbsite.read.yaml_tree import plain


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """A reading as it is kept.

    `facts` stands for all that the rest of the site may depend on; `words` for what only the unit's own pages
    show. Where things are in the file is in neither.
    """

    facts: bytes
    words: bytes
    found: tuple[Diagnostic, ...]
    body: bytes

    def reading(self) -> Reading:
        """The reading itself."""
        texts, body = _OUTER.decode(self.body)
        sources = {path: Source(path, text) for path, text in texts}
        # The hook of a decoder cannot be given more, so the sources of one reading stand beside it.
        _Table.sources = sources
        return _DECODER.decode(body)


def kept(reading: Reading) -> Kept:
    """A reading as bytes."""
    sources: dict[str, str] = {}

    def hook(value: Any) -> str:
        if isinstance(value, Source):
            sources[value.path] = value.text
            return value.path
        raise NotImplementedError(type(value))

    body = msgspec.msgpack.encode(reading, enc_hook=hook)
    outer = msgspec.msgpack.encode((tuple(sources.items()), body))
    entries = [record.entry for record in reading.records if record.entry]
    facts = digest([_facts(entry) for entry in entries], reading.unread, len(reading.records))
    words = digest([text.prose.tree for entry in entries for text in entry.texts])
    return Kept(facts, words, reading.found, outer)


def _facts(entry: Entry) -> list[Any]:
    parts = [
        (part.role, part.slug, part.title, part.source.path, part.table, part.table_path)
        for part in entry.parts
    ]
    texts = [list(_outline(text.prose)) for text in entry.texts]
    own = entry.prose is not None
    return [entry.kind, entry.id, entry.source.path, plain(entry.yaml), own, parts, texts]


def _outline(prose: Prose) -> Iterator[Any]:
    yield prose.is_empty
    yield [(link.target, link.words, link.image, link.title) for link in prose.links]
    yield [(heading.level, heading.id, heading.words) for heading in prose.headings]
    yield [number.number for number in prose.numbers]
    yield [(block.word, plain(block.yaml)) for block in prose.blocks]
    yield [(table.headings, table.rows) for table in prose.tables]
    yield prose.gaps


class _Table:
    """The sources of the reading that is being decoded, by path."""

    sources: dict[str, Source] = {}  # noqa: RUF012


def _source(kind: type, value: Any) -> Any:
    if kind is Source:
        return _Table.sources[value]
    raise NotImplementedError(kind)


_OUTER = msgspec.msgpack.Decoder(tuple[tuple[tuple[str, str], ...], bytes])
_DECODER = msgspec.msgpack.Decoder(Reading, dec_hook=_source)
