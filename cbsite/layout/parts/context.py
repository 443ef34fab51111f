"""The page being laid out, with everything it may draw on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from cbsite.layout.parts.files import file_note
from cbsite.layout.parts.stances import stance_word
from cbsite.layout.values import Assets, Words
from cbsite.library.library import Library
from cbsite.plan.address import Location, relative
from cbsite.plan.plan import Plan, PlannedPage
from cbsite.plan.texts import place_of_paragraph
from cbsite.read.entry import Entry
from cbsite.records.common import Item
from cbsite.records.document import Document
from cbsite.records.person import Person
from cbsite.records.record import Citation, Record
from cbsite.records.source import SourceRecord

if TYPE_CHECKING:
    from cbsite.layout.parts.atlas import Atlas

R = TypeVar("R", bound=Record)

NOT_FOUND = "/404.html"


@dataclass(frozen=True, slots=True)
class Context:
    """Library, plan and the page: makes links from it, always relative.

    The page for missing addresses is the exception: it is shown at any depth, so its links begin at the
    root of the site.
    """

    library: Library
    plan: Plan
    page: PlannedPage
    assets: Assets
    atlas: Atlas | None = None
    """The hub's map, if it has one."""
    used_terms: set[str] = field(default_factory=set, compare=False)
    """Ids of the glossary entries that the page has linked to so far; only `TermLinker` adds to it."""

    def href(self, location: Location) -> str:
        """The href on this page that leads to `location`."""
        if self.page.address == NOT_FOUND:
            anchor = f"#{location.anchor}" if location.anchor else ""
            return self.library.site.base_path + location.address.removeprefix("/") + anchor
        return relative(self.page.address, location)

    def href_of(self, address: str) -> str:
        return self.href(Location(address))

    def to_address(self, text: str, address: str) -> Words | None:
        """A link to a page of the site, or None if the site has no such page."""
        return Words(text, self.href(Location(address))) if address in self.plan.pages else None

    def absolute(self, location: Location) -> str:
        """The whole web address of `location`, as the outside world sees it."""
        return self.library.site.absolute(location.address)

    def link(self, entry: Entry, text: str = "", note: str = "") -> Words:
        """A link to a record by its heading, or by `text`; words only where it is not published."""
        record, key = entry.record, entry.key
        words = text or self.called(record)
        language = ""
        if isinstance(record, Item):
            note = note or ("illustrative" if record.illustrative else "")
            language = "" if text else self.language_of(record)
        location = self.plan.locations[key] if key in self.library.entries else None
        is_here = location and location.address == self.page.address and not location.anchor
        href = self.href(location) if location and not is_here else None
        return Words(words, href, note=note, language=language)

    def language_of(self, record: Record) -> str:
        """The language of a record's title and text, where it is not the site's; else empty."""
        language = (record.lang if isinstance(record, Item) else None) or ""
        return "" if language == self.library.site.language else language

    def called(self, record: Record) -> str:
        """What pages call a record: its heading, and a person by name as long as that may be shown."""
        if isinstance(record, Person):
            return record.shown(self.library.as_of)
        return record.heading

    def link_to(self, kind: str, id: str, text: str = "", note: str = "") -> Words:
        """A link to the record `kind:id`, whose reference has been checked before."""
        entry = self.library.find((kind, id))
        assert entry is not None
        return self.link(entry, text, note)

    def links_to(self, kind: str, ids: tuple[str, ...]) -> tuple[Words, ...]:
        return tuple(self.link_to(kind, id) for id in ids)

    def download(self, entry: Entry, path: str, text: str, part: str = "") -> Words | None:
        """A link to a file that a field of the record (or one of its parts) names, with its type and size."""
        target = self.plan.links[(*entry.key, part) if part else entry.key].get(path)
        size = self.plan.sizes.get(target.address) if isinstance(target, Location) else None
        if not isinstance(target, Location) or size is None:
            return None
        return Words(text, self.href(target), note=file_note(path, size))

    def cite(self, citation: Citation) -> Words:
        """A link to what a citation cites: `LGA paper, May 2012, paragraph 2`; a claim or an opinion says so."""
        entry = self.library.find(("source", citation.id))
        assert entry is not None
        place = f"paragraph {citation.paragraph}" if citation.paragraph else citation.locator or ""
        name = ", ".join(part for part in (source_name(entry.record), place) if part)
        words = self.link(entry, name)
        if not self.library.is_published(entry):
            return words
        notes = (stance_word(entry.record).lower(), words.note)
        words = replace(words, note=", ".join(note for note in notes if note))
        if citation.paragraph and words.href:
            location = self.plan.locations[entry.key]
            location = place_of_paragraph(entry, location, citation.paragraph)
            return replace(words, href=self.href(location))
        return words

    def cite_all(self, citations: tuple[Citation, ...]) -> tuple[Words, ...]:
        return tuple(self.cite(citation) for citation in citations)

    def published(self, model: type[R], kind: str, ids: Iterable[str]) -> tuple[R, ...]:
        """Those of the records `kind:id` that readers may see, in the order of `ids`."""
        entries = (self.library.entries.get((kind, id)) for id in ids)
        return tuple(
            entry.record
            for entry in entries
            if entry and isinstance(entry.record, model) and entry.record.status != "withdrawn"
        )

    def record(self, model: type[R], kind: str, id: str) -> R:
        return self.library.record(model, kind, id)


def source_name(record: Record) -> str:
    """What citations call a source or document."""
    return record.short_title if isinstance(record, Document | SourceRecord) else record.heading
