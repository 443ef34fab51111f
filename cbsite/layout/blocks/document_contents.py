"""The contents of a split document: on its cover, and on each of its pages; the way from part to part."""

from __future__ import annotations

from cbsite.layout.blocks.paper import covered
from cbsite.layout.parts.context import Context
from cbsite.layout.values import Contents, DocumentContents, PartLink, Signpost, Steps, Words
from cbsite.plan.address import Location
from cbsite.plan.texts import TextPlace, anchors_of_record, print_address, text_places
from cbsite.read.entry import Entry
from cbsite.read.nodes import paragraph_anchor
from cbsite.records.document import Document

_LABEL = "Parts of this document"


def cover_contents(context: Context, entry: Entry) -> DocumentContents:
    """Every part, paragraph number and heading; each carries the anchor that it had on the one page."""
    location = context.plan.locations[entry.key]
    old = anchors_of_record(entry, location)

    def signpost(words: str, where: Location, anchor: str) -> Signpost:
        return Signpost(Words(words, context.href(where)), anchor if old[anchor] == where else "")

    def part_link(place: TextPlace) -> PartLink:
        assert place.part is not None
        prose, address = place.text.prose, place.start.address
        numbers = ((found.number, paragraph_anchor(found.number)) for found in prose.numbers)
        return PartLink(
            signpost(place.part.title, place.start, place.part.slug),
            tuple(signpost(n, Location(address, anchor), anchor) for n, anchor in numbers),
            tuple(signpost(h.words, Location(address, h.id), h.id) for h in prose.headings),
        )

    parts = tuple(part_link(p) for p in text_places(entry, location) if p.part)
    return DocumentContents(_LABEL, parts)


def part_contents(context: Context, entry: Entry) -> Contents:
    """Every part with the paragraphs in it; the one that is this page is no link."""
    entries = []
    for place in _parts(context, entry):
        assert place.part is not None
        href = None if _is_here(context, place) else context.href(place.start)
        numbers = [found.number for found in place.text.prose.numbers]
        entries.append(Words(place.part.title, href, note=covered(numbers)))
    return Contents(tuple(entries), _LABEL)


def steps(context: Context, entry: Entry) -> Steps:
    """From this part to those before and after it; before the first comes the cover."""
    record, location = entry.record, context.plan.locations[entry.key]
    assert isinstance(record, Document)
    ways = [Words(record.short_title, context.href(location))]
    here = 1
    for number, place in enumerate(_parts(context, entry), start=1):
        assert place.part is not None
        ways.append(Words(place.part.title, context.href(place.start)))
        here = number if _is_here(context, place) else here
    return Steps(
        "Previous and next part",
        ways[here - 1],
        ways[here + 1] if here + 1 < len(ways) else None,
        whole_link(context, entry),
    )


def whole_link(context: Context, entry: Entry) -> Words:
    """The way to the page that holds all of the document."""
    address = print_address(context.plan.locations[entry.key])
    return Words("The whole document on one page, to read or print", context.href_of(address))


def _parts(context: Context, entry: Entry) -> list[TextPlace]:
    places = text_places(entry, context.plan.locations[entry.key])
    return [place for place in places if place.part is not None]


def _is_here(context: Context, place: TextPlace) -> bool:
    return place.start.address == context.page.address
