"""An organisation: its names over time, its members and people, what it published; and the list of all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cbsite.layout.blocks.events import events, in_order
from cbsite.layout.blocks.lists import items
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.list_page import list_page
from cbsite.layout.parts.pages import on_this_page
from cbsite.layout.parts.people import by_name
from cbsite.layout.parts.record_page import record_page, text_sections
from cbsite.layout.parts.whole_lists import first_of
from cbsite.layout.parts.wording import label, row, when
from cbsite.layout.values import (
    Items,
    ListItem,
    PageValue,
    Row,
    Section,
    Table,
    Words,
)
from cbsite.plan.orders import organisations as by_kind
from cbsite.read.entry import Entry
from cbsite.records.case_study import CaseStudy
from cbsite.records.document import Document
from cbsite.records.event import Event
from cbsite.records.hub import Hub
from cbsite.records.kinds import KIND_OF
from cbsite.records.organisation import Member, Name, Organisation
from cbsite.records.person import Person
from cbsite.records.pilot import Pilot
from cbsite.records.place import Place
from cbsite.records.record import Record

_LEDE = "Who is who: departments, committees, groups, networks and councils."
_KINDS = {
    "department": "Departments",
    "agency": "Agencies",
    "group": "Groups",
    "committee": "Committees",
    "network": "Networks",
    "charity": "Charities",
    "firm": "Firms",
    "council": "Councils",
}
"""In the order in which the list has them."""

_TAKES_PART_IN: tuple[tuple[str, type[Record]], ...] = (
    ("Case studies", CaseStudy),
    ("Pilots", Pilot),
    ("Hubs", Hub),
)
"""What names an organisation because it has a part in it."""


def organisation(context: Context, entry: Entry) -> PageValue:
    record, library = entry.record, context.library
    assert isinstance(record, Organisation)
    id = record.id
    people = sorted(
        library.having(Person, "org", id),
        key=lambda person: by_name(context, person),
    )
    papers = sorted(
        library.having(Document, "publisher", id),
        key=lambda paper: (paper.issued.sort_key, paper.id),
    )
    naming = [one.record for one in library.mentions(entry.key)]
    key = entry.key
    people_here, more_people = first_of(context, key, "person", people)
    papers_here, more_papers = first_of(context, key, "document", papers)
    dates, more_dates = first_of(
        context, key, "event", in_order(one for one in naming if isinstance(one, Event))
    )
    places = [one for one in naming if isinstance(one, Place)]
    sections = (
        *text_sections(context, entry),
        Section("see_names", "Names", _names(context, record.names)),
        Section("see_members", "Members", _members(context, record.members)),
        Section("see_people", "People in public roles", items(context, people_here), more_people),
        Section("see_documents", "Documents from here", items(context, papers_here), more_papers),
        *(
            Section(f"see_{number}", words, items(context, shown), more)
            for number, (words, model) in enumerate(_TAKES_PART_IN, start=1)
            for shown, more in (
                first_of(context, key, KIND_OF[model], (o for o in naming if isinstance(o, model))),
            )
        ),
        Section("see_dates", "Dates", events(context, dates), more_dates),
    )
    rows = tuple(_rows(context, record))
    # A place that names it as its council stands in the panel; one that speaks of it does not.
    spoken_of = any(place.council != id for place in places)
    hidden = ("person", "event", "hub", "case-study", "pilot", *(() if spoken_of else ("place",)))
    return record_page(context, entry, sections, (), rows, "Organisation", not_mentions=hidden)


def organisations(context: Context) -> PageValue:
    """All organisations by kind; councils last, and briefly, as there are many."""
    found = context.library.once(by_kind)
    here = on_this_page(context, found)
    groups = (
        (number, kind, [one for one in here if one.kind == kind])
        for number, kind in enumerate(_KINDS, start=1)
    )
    sections = tuple(
        Section(f"list_{number}", _KINDS[kind], (_list(context, members, short=kind == "council"),))
        for number, kind, members in groups
        if members
    )
    return list_page(context, _LEDE, sections, len(found))


def _list(context: Context, members: Iterable[Organisation], short: bool) -> Items:
    ordered = sorted(members, key=lambda one: (one.name.casefold(), one.id))
    lines = (
        ListItem(
            context.link_to("organisation", one.id), tuple(_facts(context, one)), one.summary or ""
        )
        for one in ordered
    )
    return Items(tuple(lines), short)


def _facts(context: Context, record: Organisation) -> Iterator[str]:
    """Its other names, each once, and what it is part of."""
    names = dict.fromkeys(name.name for name in record.names if name.name != record.name)
    if names:
        yield f"Also {', '.join(names)}"
    if record.parent:
        yield f"Part of {context.link_to('organisation', record.parent).text}"


def _rows(context: Context, record: Organisation) -> Iterator[Row]:
    library = context.library
    areas = library.having(Place, "council", record.id)
    above = library.having(Organisation, "members.org", record.id)
    inside = library.having(Organisation, "parent", record.id)
    yield from row("Kind", label(record.kind))
    yield from row("Area", *_linked(context, record, "place", areas))
    if record.parent:
        yield from row("Part of", context.link_to("organisation", record.parent))
    yield from row("Includes", *_linked(context, record, "organisation", inside))
    yield from row("Member of", *_linked(context, record, "organisation", above))
    yield from row("Website", Words(record.url, record.url) if record.url else None)
    yield from row("Source", *context.cite_all(record.sources))


def _linked(
    context: Context, record: Organisation, kind: str, found: Sequence[Record]
) -> tuple[Words | None, ...]:
    """Links to records that name the organisation; of very many the first, and the way to all."""
    shown, more = first_of(context, ("organisation", record.id), kind, found)
    return (*(context.link_to(kind, one.id) for one in shown), more)


def _names(context: Context, names: tuple[Name, ...]) -> tuple[Table, ...]:
    """Each name as it was printed, and when."""
    rows = tuple((Words(name.name), _time(name), _printed(context, name)) for name in names)
    return (Table("Names in our sources", ("Name", "When", "As printed in"), rows),) if rows else ()


def _time(name: Name) -> Words:
    """When the name was in use, as far as that is known."""
    if name.start and name.end:
        first, last = when(name.start), when(name.end)
        return Words(f"{first.text} to {last.text}", note=first.note or last.note)
    if name.end:
        last = when(name.end)
        return Words(f"Until {last.text}", note=last.note)
    return when(name.start) if name.start else Words("Not known", gap=True)


def _printed(context: Context, name: Name) -> Words:
    return context.cite(name.source) if name.source else Words("Not given", gap=True)


def _members(context: Context, members: tuple[Member, ...]) -> tuple[Table, ...]:
    rows = tuple(
        (
            Words(member.role),
            context.link_to("organisation", member.org)
            if member.org
            else Words("Not named", gap=True),
        )
        for member in members
    )
    return (Table("Who belongs to it", ("Member", "From"), rows),) if rows else ()
