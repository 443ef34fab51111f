"""When a page was last updated, as far as anybody knows: as its record says, else as the history of files does."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping

from cbsite.library.library import Library
from cbsite.plan.lists import ListPart
from cbsite.plan.plan import PlannedPage
from cbsite.plan.registers import claims_of
from cbsite.read.entry import Entry
from cbsite.records.common import Item

_REGISTERS = {
    "places": ("place",),
    "pilots": ("pilot",),
    "hubs": ("hub",),
    "programmes": ("programme",),
    "themes": ("theme",),
    "organisations": ("organisation",),
    "timeline": ("event",),
    "people": ("person",),
    "sources": ("source",),
    "glossary": ("term",),
    "figures": ("topic", "figure"),
}
"""Kinds of pages that list a register, and the kinds of records whose files they are made from."""

_OF_AN_ITEM = ("document-section", "document-print")
"""Kinds of pages that show a part of an item, or all of it, beside its own page."""


def updated(library: Library, page: PlannedPage) -> datetime.date | None:
    """The day that a page says it was last updated; None where it says nothing.

    An item says so itself. A list is as old as the newest commit of its register's files. The page of another
    record is as old as the record's own file, and a topic's as the files of its figures too. Records that share
    a file have no day of their own, nor has a choice from a list; and no day is told that leaves out a file
    without one.
    """
    if page.key is None:
        is_whole = page.kind in _REGISTERS and not ListPart.of(page).facet
        return library.once(_days_of_lists).get(page.kind) if is_whole else None
    entry = library.entries[page.key]
    if page.kind != entry.kind and page.kind not in _OF_AN_ITEM:
        return None
    if isinstance(entry.record, Item):
        return entry.record.shown_updated
    if not library.days:
        return None
    figures = claims_of(library, entry.id) if entry.kind == "topic" else ()
    shown = (entry, *(library.entries["figure", figure.id] for figure in figures))
    return _newest(library, shown) if all(one.by_name for one in shown) else None


def _days_of_lists(library: Library) -> Mapping[str, datetime.date | None]:
    """The day of each list; for `Library.once`."""
    return {
        page: _newest(library, (entry for kind in kinds for entry in library.of_kind(kind)))
        for page, kinds in (_REGISTERS.items() if library.days else ())
    }


def _newest(library: Library, entries: Iterable[Entry]) -> datetime.date | None:
    """The newest day of the files of some records; None where that of one is not known."""
    days = [library.days.get(path) for path in {entry.source.path for entry in entries}]
    known = [day for day in days if day is not None]
    return max(known) if known and len(known) == len(days) else None
