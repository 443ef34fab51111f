"""Registers whose records stand as `#id` on the pages of a list: on which of them each is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cbsite.library.library import Library
from cbsite.plan.address import Location
from cbsite.plan.lists import ListPart, page_of
from cbsite.plan.orders import claims, listed, withdrawn_claims, withdrawn_of
from cbsite.read.entry import Key
from cbsite.records.event import Event
from cbsite.records.glossary import Term
from cbsite.records.person import Person
from cbsite.records.record import Record
from cbsite.records.source import SourceRecord

ON_REGISTER_PAGE = {
    "event": "/timeline/",
    "person": "/people/",
    "source": "/sources/",
    "term": "/glossary/",
}
"""Kinds whose records stand as `#id` on the pages of one list, and where its first page is."""

_MODELS: dict[str, type[Record]] = {
    "timeline": Event,
    "people": Person,
    "sources": SourceRecord,
    "glossary": Term,
}


def register_of(library: Library, kind: str) -> tuple[Record, ...]:
    """All that the pages of a register have, by its kind of page: in its order, then what is withdrawn."""
    return (*listed(library, kind), *withdrawn_of(library, _MODELS[kind]))


def claims_of(library: Library, topic: str) -> tuple[Record, ...]:
    """All that the pages of a topic have: its figures in order, then those withdrawn."""
    return (
        *library.once(claims).get(topic, ()),
        *library.once(withdrawn_claims).get(topic, ()),
    )


def places_on_registers(library: Library) -> Mapping[Key, Location]:
    """Where each record is that has an anchor and no page of its own; for `Library.once`.

    The page of a withdrawn topic has only its notice, so its figures have no anchor.
    """
    return dict(_places(library))


def _places(library: Library) -> Iterator[tuple[Key, Location]]:
    for kind, first in ON_REGISTER_PAGE.items():
        page_kind = first.strip("/")
        for position, record in enumerate(register_of(library, page_kind)):
            part = ListPart(number=page_of(page_kind, position))
            yield (kind, record.id), Location(part.address(first), record.id)
    topics = {*library.once(claims), *library.once(withdrawn_claims)}
    for topic in sorted(topics):
        entry = library.entries.get(("topic", topic))
        withdrawn = entry is not None and entry.record.status == "withdrawn"
        first = f"/figures/{topic}/"
        for position, record in enumerate(claims_of(library, topic)):
            part = ListPart(number=1 if withdrawn else page_of("topic", position))
            anchor = "" if withdrawn else record.id
            yield ("figure", record.id), Location(part.address(first), anchor)
