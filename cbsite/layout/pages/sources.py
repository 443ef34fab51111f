"""Sources: the documents the hub publishes, and the pages it cites."""

from __future__ import annotations

from cbsite.layout.blocks.lists import items, withdrawn
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.frame import frame
from cbsite.layout.parts.mentions import mentioned
from cbsite.layout.parts.record_page import crumbs
from cbsite.layout.parts.search_tags import plain_tags
from cbsite.layout.parts.stances import stance_word
from cbsite.layout.parts.wording import HELD, label, when
from cbsite.layout.values import Items, ListItem, PageValue, Plate, Section, Words
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


def _line(context: Context, source: SourceRecord) -> ListItem:
    issued = when(source.issued) if source.issued else Words("No date given")
    facts = (
        source.publisher,
        issued.text,
        label(source.kind),
        f"By {source.author}" if source.author else "",
        "" if source.url else "No web address known",
        stance_word(source),
        "" if source.held == "reference-only" else f"We hold: {HELD[source.held].lower()}",
        f"Licence: {source.licence}" if source.licence else "",
    )
    return ListItem(
        Words(source.title, source.url),
        tuple(fact for fact in facts if fact),
        " ".join(part for part in (source.summary, source.note, issued.note) if part),
        source.id,
        (Words("Archived copy", source.archived),) if source.archived else (),
        mentioned(context, ("source", source.id)),
    )
