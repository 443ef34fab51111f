"""An organisation: its names over time, its members, and where it is mentioned."""

from __future__ import annotations

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.record_page import record_page, text_sections
from cbsite.layout.parts.wording import label, row, when
from cbsite.layout.values import PageValue, Section, SummaryList, Table, Words
from cbsite.read.entry import Entry
from cbsite.records.organisation import Member, Name, Organisation
from cbsite.records.place import Place


def organisation(context: Context, entry: Entry) -> PageValue:
    record, library = entry.record, context.library
    assert isinstance(record, Organisation)
    areas = (
        context.link_to("place", p.id) for p in library.records(Place) if p.council == record.id
    )
    parts = (
        context.link_to("organisation", o.id)
        for o in library.records(Organisation)
        if o.parent == record.id
    )
    rows = (
        *row("Kind", label(record.kind)),
        *row("Area", *areas),
        *row("Part of", context.link_to("organisation", record.parent) if record.parent else None),
        *row("Includes", *parts),
        *row("Website", Words(record.url, record.url) if record.url else None),
        *row("Source", *context.cite_all(record.sources)),
    )
    sections = (
        Section("see_facts", "What is known", (SummaryList(rows),)),
        *text_sections(context, entry),
        Section("see_names", "Names", (_names(context, record.names),) if record.names else ()),
        Section(
            "see_members", "Members", (_members(context, record.members),) if record.members else ()
        ),
    )
    return record_page(context, entry, sections, kicker="Organisation", not_mentions=("place",))


def _names(context: Context, names: tuple[Name, ...]) -> Table:
    rows = tuple(
        (
            Words(name.name),
            when(name.start) if name.start else Words("Not known", gap=True),
            when(name.end) if name.end else Words("Not known", gap=True),
            context.cite(name.source) if name.source else Words("Not given", gap=True),
        )
        for name in names
    )
    return Table("Other and earlier names", ("Name", "From", "To", "Source"), rows)


def _members(context: Context, members: tuple[Member, ...]) -> Table:
    rows = tuple(
        (
            Words(m.role),
            context.link_to("organisation", m.org) if m.org else Words("Not named", gap=True),
        )
        for m in members
    )
    return Table("Who belongs to it", ("Role", "From"), rows)
