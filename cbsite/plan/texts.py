"""Where the texts of a record stand: on its own page or, of a document that is split, each on one of its own."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from cbsite.plan.address import Location
from cbsite.read.entry import DocumentPart, Entry, EntryText
from cbsite.read.nodes import paragraph_anchor
from cbsite.read.tree import Prose

PRINT = "print"
"""The last part of the address where a split document stands on one page."""


class TextPlace(msgspec.Struct, frozen=True):
    """A text and where it stands.

    `part` is None for the record's own text. `start` is where it begins; `prefix` goes before the ids
    of its headings where it shares a page with other texts, so that no two are the same.
    """

    text: EntryText
    part: DocumentPart | None
    start: Location
    prefix: str = ""

    def heading(self, id: str) -> str:
        """The id that a heading of the text has on its page."""
        return self.prefix + id

    def anchors(self) -> dict[str, Location]:
        """Each anchor that an author may name, and where it stands: headings, then paragraphs."""
        prose, address = self.text.prose, self.start.address
        headings = {h.id: Location(address, self.heading(h.id)) for h in prose.headings}
        return headings | {a: Location(address, a) for a in _paragraphs(prose)}


def text_places(entry: Entry, location: Location) -> tuple[TextPlace, ...]:
    """Each text of the record whose page is `location`, in order, and where it stands on the site."""
    return tuple(_places(entry, location.address, bool(entry.sections)))


def places_in_print(entry: Entry, address: str) -> tuple[TextPlace, ...]:
    """Where each text stands on the page `address`, which holds the whole document."""
    return tuple(_places(entry, address, split=False))


def part_address(location: Location, part: DocumentPart) -> str:
    """The page of a part of a split document."""
    return f"{location.address}{part.slug}/"


def print_address(location: Location) -> str:
    """The page that holds the whole of a split document."""
    return f"{location.address}{PRINT}/"


def place_of_paragraph(entry: Entry, location: Location, number: str) -> Location:
    """Where a numbered paragraph stands; the page of a withdrawn document has only its notice."""
    if entry.record.status == "withdrawn":
        return location
    anchor = paragraph_anchor(number)
    for place in text_places(entry, location):
        if any(found.number == number for found in place.text.prose.numbers):
            return Location(place.start.address, anchor)
    return Location(location.address, anchor)


def anchors_of_record(entry: Entry, location: Location) -> dict[str, Location]:
    """Each anchor that a text of the record may name, and where it stands.

    An anchor in the record's own text goes before the same in a part. The slug of a part is an anchor
    too. So what named a heading or paragraph of a document still finds it after the document is split.
    """
    found: dict[str, Location] = {}
    for place in text_places(entry, location):
        if place.part is not None:
            found.setdefault(place.part.slug, place.start)
        for anchor, where in place.anchors().items():
            found.setdefault(anchor, where)
    return found


def anchors_in(prose: Prose | None) -> set[str]:
    """The anchors that a text has: its headings and numbered paragraphs."""
    return set() if prose is None else {h.id for h in prose.headings} | set(_paragraphs(prose))


def anchors_on_pages(entry: Entry, location: Location) -> dict[str, set[str]]:
    """The anchors on each page of the record; the cover of a split document has all that it ever had."""
    places = text_places(entry, location)
    found = {location.address: set[str]()}
    if entry.sections:
        found[location.address] |= anchors_of_record(entry, location).keys()
        places += places_in_print(entry, print_address(location))
    for place in places:
        anchors = found.setdefault(place.start.address, set())
        anchors |= {where.anchor for where in place.anchors().values()} | {place.start.anchor}
        anchors.discard("")
    return found


def _places(entry: Entry, address: str, split: bool) -> Iterator[TextPlace]:
    if entry.prose is not None:
        yield TextPlace(EntryText(entry.key, entry.prose, entry.source), None, Location(address))
    for part in entry.parts:
        text = entry.text_of(part)
        if split:
            yield TextPlace(text, part, Location(part_address(Location(address), part)))
        else:
            # Ids with an underscore are never those of a heading.
            yield TextPlace(text, part, Location(address, f"part_{part.slug}"), f"{part.slug}_")


def _paragraphs(prose: Prose) -> list[str]:
    return [paragraph_anchor(number.number) for number in prose.numbers]
