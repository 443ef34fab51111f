"""A document: its cover, contents, text and annexes, and what cites it."""

from __future__ import annotations

from msgspec.structs import replace

from cbsite.layout.blocks.document_contents import cover_contents, whole_link
from cbsite.layout.blocks.document_cover import annex_list, cover_section, kicker, unresolved
from cbsite.layout.blocks.document_text import one_page, one_part
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.record_page import record_page
from cbsite.layout.parts.wording import DOCUMENT_NOUNS
from cbsite.layout.values import Contents, Gap, PageValue, Section, Words
from cbsite.plan.texts import TextPlace, places_in_print, text_places
from cbsite.read.entry import Entry
from cbsite.records.document import Document


def document(context: Context, entry: Entry) -> PageValue:
    """The page of a document: all of it or, where it is split, its cover."""
    record = entry.record
    assert isinstance(record, Document)
    location = context.plan.locations[entry.key]
    if not entry.sections:
        return _whole(context, entry, text_places(entry, location))
    own = next((p for p in text_places(entry, location) if p.part is None), None)
    sections = (
        cover_section(context, entry),
        *((one_part(context, entry, own),) if own and not own.text.prose.is_empty else ()),
        Section(
            "see_contents",
            in_this(record),
            (cover_contents(context, entry),),
            whole_link(context, entry),
        ),
        *annex_list(context, entry),
        *unresolved(record),
    )
    return record_page(
        context, entry, sections, kicker=kicker(context, record), item=record.item or ""
    )


def document_print(context: Context, entry: Entry) -> PageValue:
    """The whole of a split document on one page; search and search engines have its cover instead."""
    record = entry.record
    assert isinstance(record, Document)
    page = _whole(context, entry, places_in_print(entry, context.page.address))
    cover = context.href(context.plan.locations[entry.key])
    above = (*page.plate.crumbs[:-2], Words(record.short_title, cover), Words("Whole document"))
    plate = replace(page.plate, crumbs=above)
    title = f"{record.title}, whole document - {page.frame.site_name}"
    return replace(
        page,
        template="pages/document-print.html",
        frame=replace(page.frame, title=title),
        plate=plate,
        indexed=None,
    )


def _whole(context: Context, entry: Entry, places: tuple[TextPlace, ...]) -> PageValue:
    """All of a document on this page."""
    record = entry.record
    assert isinstance(record, Document)
    headings, text, annexes = one_page(context, entry, places)
    listed = annex_list(context, entry, {place.text.key: place for place in places})
    entries = (*headings, *(Words(section.title, f"#{section.id}") for section in listed))
    gap = Section("see_text", "", (Gap("The hub does not hold the text of this document."),))
    sections = (
        cover_section(context, entry),
        Section("see_contents", in_this(record), (Contents(entries),) if len(headings) > 1 else ()),
        *(text or (() if annexes else (gap,))),
        *listed,
        *annexes,
        *unresolved(record),
    )
    return record_page(
        context, entry, sections, kicker=kicker(context, record), item=record.item or ""
    )


def in_this(record: Document) -> str:
    """The heading of the contents: `In this paper`."""
    return f"In this {DOCUMENT_NOUNS[record.kind]}"
