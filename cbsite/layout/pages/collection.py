"""A collection: things of any kind that belong together, in the order that somebody chose; and all of them."""

from __future__ import annotations

from collections.abc import Iterator

from cbsite.layout.blocks.figures import rivals_of
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.item_rows import item_rows
from cbsite.layout.parts.kind_words import kind_words
from cbsite.layout.parts.list_page import list_page
from cbsite.layout.parts.pages import on_this_page
from cbsite.layout.parts.plain_prose import paragraph, prose
from cbsite.layout.parts.record_page import record_page, text_sections
from cbsite.layout.parts.stances import stance_word
from cbsite.layout.parts.wording import capital, day, row, when
from cbsite.layout.values import (
    Block,
    Items,
    ListItem,
    PageValue,
    Section,
    SummaryList,
    Words,
)
from cbsite.library.references import parse_reference
from cbsite.plan.orders import collections as by_title
from cbsite.read.entry import Entry
from cbsite.records.collection import Collection, Group
from cbsite.records.common import Item
from cbsite.records.document import Document
from cbsite.records.event import Event
from cbsite.records.figure import Figure, Topic
from cbsite.records.glossary import Term
from cbsite.records.record import Record
from cbsite.records.theme import Theme

_LEDE = "Reading lists: things on this hub that belong together, in the order that somebody chose."
_CLAIMS = 2
"""As many claims of a question are given in a list."""


def collection(context: Context, entry: Entry) -> PageValue:
    record = entry.record
    assert isinstance(record, Collection)
    sections = (
        *text_sections(context, entry),
        *(
            Section(f"group_{number}", group.title, tuple(_group(context, group)))
            for number, group in enumerate(record.groups, start=1)
        ),
    )
    rows = (*row("In all", _count(record)), *item_rows(context, record))
    margin = (Section("see_summary", "At a glance", (SummaryList(rows),)),)
    return record_page(context, entry, sections, margin, kicker="Collection")


def collections(context: Context) -> PageValue:
    found = context.library.once(by_title)
    lines = tuple(
        ListItem(context.link_to("collection", one.id), (_count(one), day(one.date)), one.summary)
        for one in on_this_page(context, found)
    )
    return list_page(context, _LEDE, (Section("", "", (Items(lines),)),), len(found))


def _count(record: Collection) -> str:
    count = sum(len(group.items) for group in record.groups)
    return "One thing" if count == 1 else f"{count} things"


def _group(context: Context, group: Group) -> Iterator[Block]:
    if group.note:
        yield prose(paragraph(group.note))
    yield Items(tuple(_line(context, written) for written in group.items))


def _line(context: Context, written: str) -> ListItem:
    """A thing by its kind, name and summary; of a draft, that there is one, and of what is withdrawn, why."""
    reference = parse_reference(written)
    assert reference is not None
    entry = context.library.find((reference.kind, reference.id))
    assert entry is not None
    record = entry.record
    if not context.library.is_published(entry):
        return ListItem(Words(f"{kind_words(record)}, not published yet", gap=True))
    if record.status == "withdrawn":
        facts = kind_words(record), "Withdrawn"
        return ListItem(context.link(entry), facts, record.withdrawn_reason or "")
    return ListItem(context.link(entry), tuple(_facts(record)), _says(context, record))


def _facts(record: Record) -> Iterator[str]:
    yield kind_words(record)
    if word := stance_word(record):
        yield word
    if isinstance(record, Document):
        yield when(record.issued).text
    elif isinstance(record, Event):
        yield when(record.when).text
    elif isinstance(record, Item):
        yield day(record.date)
    if record.status == "archived":
        yield "Archived"


def _says(context: Context, record: Record) -> str:
    """What it is about: its summary, or what says that in a record of its kind."""
    if record.summary:
        return record.summary
    if isinstance(record, Figure):
        return record.words
    if isinstance(record, Topic):
        claims = rivals_of(context, record.id)
        return "; ".join(f"{capital(claim.words)}: {claim.statement}" for claim in claims[:_CLAIMS])
    if isinstance(record, Term | Theme):
        return record.definition or ""
    if isinstance(record, Event):
        return record.note or ""
    return ""
