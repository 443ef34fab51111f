"""How to cite a page: a reference in plain text, as other people's papers need it."""

from __future__ import annotations

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.wording import day, sentence
from cbsite.layout.values import Note, Notes, Section, Words
from cbsite.plan.address import Location
from cbsite.read.entry import Entry
from cbsite.records.common import Item
from cbsite.records.document import Document

_AS_HELD = {
    "full": "Text on",
    "extract": "Extract on",
    "summary": "Summary on",
    "reference-only": "Entry on",
    "not-held": "Entry on",
}
"""What of a document its page gives."""


def cite_section(context: Context, entry: Entry) -> tuple[Section, ...]:
    """Who published it, year, title, hub, address and the day as shown; nothing for what is no item.

    A document is cited by its publisher: authors are written in many ways, and not always with a name.
    """
    item = entry.record
    if not isinstance(item, Item):
        return ()
    site = context.library.site
    address = context.absolute(Location(context.page.canonical or context.page.address))
    if isinstance(item, Document):
        publisher = context.link_to("organisation", item.publisher).text
        said = f"{publisher} ({_year(item)}). {sentence(item.title)} {_AS_HELD[item.held]} {site.name}."
    else:
        said = f"{site.name} ({item.shown_updated.year}). {sentence(item.title)}"
    dated = f"last updated {day(item.updated)}" if item.updated else f"published {day(item.date)}"
    reference = f"{said} {address} ({dated})."
    note = Note("cite", "", (Words(reference),))
    return (Section("see_cite", "Cite this page", (Notes((note,)),)),)


def _year(document: Document) -> str:
    """The year or years of issue, marked where they are inferred: `2012`, `[2010-11]`."""
    years = document.issued.years
    return (f"[{years}]" if document.issued.inferred else years) or "no date"
