"""Records as lines of a list."""

from __future__ import annotations

from collections.abc import Iterable

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.stances import stance_word
from cbsite.layout.parts.wording import DOCUMENT_KINDS, LEVELS, day, label, when
from cbsite.layout.values import Items, ListItem, Section, Words
from cbsite.records.case_study import CaseStudy
from cbsite.records.document import Document
from cbsite.records.hub import Hub
from cbsite.records.kinds import KIND_OF
from cbsite.records.news import News
from cbsite.records.pilot import Pilot
from cbsite.records.programme import Programme
from cbsite.records.record import Record


def items(context: Context, records: Iterable[Record], short: bool = False) -> tuple[Items, ...]:
    """Each record with its name, what it is about, and its summary; nothing for no records."""
    lines = tuple(_item(context, record) for record in records)
    return (Items(lines, short),) if lines else ()


def withdrawn(records: Iterable[Record]) -> tuple[Section, ...]:
    """A section that keeps the anchors of withdrawn records, each with the reason; or nothing."""
    lines = tuple(
        ListItem(Words(record.heading), ("Withdrawn",), record.withdrawn_reason or "", record.id)
        for record in records
        if record.status == "withdrawn"
    )
    return (Section("see_withdrawn", "Withdrawn", (Items(lines),)),) if lines else ()


def _item(context: Context, record: Record) -> ListItem:
    kind = KIND_OF[type(record)]
    return ListItem(
        context.link_to(kind, record.id), tuple(_meta(context, record)), record.summary or ""
    )


def _meta(context: Context, record: Record) -> Iterable[str]:
    if isinstance(record, Pilot):
        yield LEVELS[record.level]
        yield label(record.stage)
    elif isinstance(record, Document):
        yield DOCUMENT_KINDS[record.kind]
        yield when(record.issued).text
        if word := stance_word(record):
            yield word
    elif isinstance(record, CaseStudy):
        yield from (context.link_to("place", id).text for id in record.places)
        yield f"Confidence {record.evidence.confidence} of 5"
    elif isinstance(record, Programme):
        yield label(record.stage)
    elif isinstance(record, News):
        yield "News"
        yield day(record.date)
    elif isinstance(record, Hub):
        yield "Named" if record.name_status == "known" else "Not named in our sources"
    if record.status == "archived":
        yield "Archived"
