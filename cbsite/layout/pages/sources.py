"""Sources: the documents the hub publishes, and the pages it cites."""

from __future__ import annotations

from cbsite.layout.blocks.lists import items, withdrawn
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.frame import frame
from cbsite.layout.parts.mentions import mentioned
from cbsite.layout.parts.record_page import crumbs
from cbsite.layout.parts.search_tags import plain_tags
from cbsite.layout.parts.wording import label, when
from cbsite.layout.values import Item, Items, PageValue, Plate, Section, Words
from cbsite.records.document import Document
from cbsite.records.source import SourceRecord

_TITLE = "Sources"
_LEDE = (
    "Where everything on this site comes from: the documents summarised here, and the other "
    "public pages that add to them."
)


def sources(context: Context) -> PageValue:
    documents = sorted(context.library.records(Document), key=lambda d: d.issued.sort_key)
    others = sorted(
        context.library.records(SourceRecord), key=lambda s: (s.publisher.lower(), s.short_title)
    )
    lines = tuple(_line(context, source) for source in others)
    gone = (entry.record for entry in context.library.of_kind("source"))
    return PageValue(
        "pages/sources.html",
        frame(context, _TITLE, _LEDE),
        Plate(_TITLE, _LEDE, crumbs=crumbs(context, _TITLE)),
        (
            *(
                (Section("see_documents", "Documents on this site", items(context, documents)),)
                if documents
                else ()
            ),
            *(
                (Section("see_others", "Other public pages", (Items(lines, searchable=True),)),)
                if lines
                else ()
            ),
            *withdrawn(gone),
        ),
        indexed=plain_tags(_TITLE, _TITLE),
    )


def _line(context: Context, source: SourceRecord) -> Item:
    title = Words(source.title, source.url)
    meta = (
        source.publisher,
        when(source.issued).text if source.issued else "No date given",
        label(source.kind),
        *((f"by {source.author}",) if source.author else ()),
        *(("No web address known",) if not source.url else ()),
    )
    return Item(
        title, meta, source.note or "", source.id, mentioned(context, ("source", source.id))
    )
