"""How to cite a page: a reference in plain text, as other people's papers need it."""

from __future__ import annotations

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.wording import day
from cbsite.layout.values import Note, Notes, Section, Words
from cbsite.plan import Location
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
        said = f"{publisher} ({_year(item)}). {_sentence(item.title)} {_AS_HELD[item.held]} {site.name}."
    else:
        said = f"{site.name} ({item.shown_updated.year}). {_sentence(item.title)}"
    dated = f"last updated {day(item.updated)}" if item.updated else f"published {day(item.date)}"
    reference = f"{said} {address} ({dated})."
    note = Note("cite", "", (Words(reference),))
    return (Section("see_cite", "Cite this page", (Notes((note,)),)),)


def _year(document: Document) -> str:
    year = document.issued.year
    if year is None:
        return "no date"
    return f"[{year}]" if document.issued.inferred else str(year)


def _sentence(title: str) -> str:
    return title if title.endswith(("?", "!", ".")) else f"{title}."
