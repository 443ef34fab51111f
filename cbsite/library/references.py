"""What refers to what: in fields, in prose, and in blocks."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from cbsite.diagnostics import Span
from cbsite.read.entry import Entry
from cbsite.read.tree import Prose
from cbsite.records.inside import citations_in, references_in
from cbsite.records.kinds import BY_NAME
from cbsite.records.record import Citation

PARAGRAPH = "paragraph"


class Reference(msgspec.Struct, frozen=True):
    """A mention of the record `kind:id`, perhaps of one of its numbered paragraphs."""

    kind: str
    id: str
    paragraph: str = ""


def parse_reference(target: str) -> Reference | None:
    """The reference that a link's address is, or None for any other address.

    `pilot:whole-place-essex`, or `paragraph:whole-place-update#3.4` (a document and its number).
    """
    word, colon, rest = target.partition(":")
    if not colon:
        return None
    if word == PARAGRAPH:
        id, _, number = rest.partition("#")
        return Reference("document", id, number)
    return Reference(word, rest) if word in BY_NAME else None


def named_by(entry: Entry) -> Iterator[tuple[str, str]]:
    """The kind and id of each record that an entry refers to, as written; some more than once."""
    for _, kind, id in references_in(entry.record):
        yield kind, id
    for text in entry.texts:
        for link in text.prose.links:
            if reference := parse_reference(link.target):
                yield reference.kind, reference.id
        for block in text.prose.blocks:
            for _, kind, id in references_in(block.fields):
                yield kind, id


def references_in_prose(prose: Prose) -> Iterator[tuple[Span, Reference]]:
    """Each reference in a text's links and blocks, with where it is written."""
    for link in prose.links:
        if reference := parse_reference(link.target):
            yield link.target_span or link.span, reference
    for block in prose.blocks:
        where = dict(block.where)
        for loc, kind, id in references_in(block.fields):
            yield where.get(loc, block.span), Reference(kind, id)
    for span, kind, id in prose.names.references:
        yield span, Reference(kind, id)


def citations_of(entry: Entry) -> Iterator[tuple[Span, Citation]]:
    """Each citation in an entry's fields and blocks, with where its paragraph is written."""
    for loc, citation in citations_in(entry.record):
        yield entry.span(*loc, "paragraph"), citation
    for text in entry.texts:
        yield from citations_in_prose(text.prose)


def citations_in_prose(prose: Prose) -> Iterator[tuple[Span, Citation]]:
    """Each citation in a text's blocks, with where its paragraph is written."""
    for block in prose.blocks:
        where = dict(block.where)
        for loc, citation in citations_in(block.fields):
            yield where.get((*loc, "paragraph"), block.span), citation
    yield from prose.names.citations
