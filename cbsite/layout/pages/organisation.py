"""An organisation: its names over time, its members and people, what it published; and the list of all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cbsite.layout.blocks.events import events
from cbsite.layout.blocks.lists import items
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.frame import frame
from cbsite.layout.parts.people import by_name
from cbsite.layout.parts.record_page import crumbs, record_page, text_sections
from cbsite.layout.parts.wording import label, row, when
from cbsite.layout.values import (
    Items,
    ListItem,
    PageValue,
    Plate,
    Row,
    Section,
    Table,
    Words,
)
from cbsite.read.entry import Entry
from cbsite.records.case_study import CaseStudy
from cbsite.records.document import Document
from cbsite.records.event import Event
from cbsite.records.hub import Hub
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
        (person for person in library.records(Person) if person.org == id),
        key=lambda person: by_name(context, person),
    )
    papers = sorted(
        (paper for paper in library.records(Document) if paper.publisher == id),
        key=lambda paper: (paper.issued.sort_key, paper.id),
    )
    naming = [one.record for one in library.mentions(entry.key)]
    dates = (one for one in naming if isinstance(one, Event))
    places = [one for one in naming if isinstance(one, Place)]
    sections = (
        *text_sections(context, entry),
        Section("see_names", "Names", _names(context, record.names)),
        Section("see_members", "Members", _members(context, record.members)),
        Section("see_people", "People in public roles", items(context, people)),
        Section("see_documents", "Documents from here", items(context, papers)),
        *(
            Section(
                f"see_{number}", words, items(context, (o for o in naming if isinstance(o, model)))
            )
            for number, (words, model) in enumerate(_TAKES_PART_IN, start=1)
        ),
        Section("see_dates", "Dates", events(context, dates)),
    )
    rows = tuple(_rows(context, record))
    # A place that names it as its council stands in the panel; one that speaks of it does not.
    spoken_of = any(place.council != id for place in places)
    hidden = ("person", "event", "hub", "case-study", "pilot", *(() if spoken_of else ("place",)))
    return record_page(context, entry, sections, (), rows, "Organisation", not_mentions=hidden)


def organisations(context: Context) -> PageValue:
    """All organisations by kind; councils last, and briefly, as there are many."""
    title, found = context.page.title, context.library.records(Organisation)
    groups = (
        (number, kind, [one for one in found if one.kind == kind])
        for number, kind in enumerate(_KINDS, start=1)
    )
    return PageValue(
        "pages/organisations.html",
        frame(context, title, _LEDE),
        Plate(title, _LEDE, crumbs=crumbs(context, title)),
        tuple(
            Section(
                f"list_{number}", _KINDS[kind], (_list(context, members, short=kind == "council"),)
            )
            for number, kind, members in groups
            if members
        ),
    )


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
    others = library.records(Organisation)
    areas = (place.id for place in library.records(Place) if place.council == record.id)
    above = (one.id for one in others if any(m.org == record.id for m in one.members))
    inside = (one.id for one in others if one.parent == record.id)
    yield from row("Kind", label(record.kind))
    yield from row("Area", *context.links_to("place", tuple(areas)))
    if record.parent:
        yield from row("Part of", context.link_to("organisation", record.parent))
    yield from row("Includes", *context.links_to("organisation", tuple(inside)))
    yield from row("Member of", *context.links_to("organisation", tuple(above)))
    yield from row("Website", Words(record.url, record.url) if record.url else None)
    yield from row("Source", *context.cite_all(record.sources))


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
