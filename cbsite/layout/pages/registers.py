"""Lists of all records of a kind, grouped as readers look for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from cbsite.layout.blocks.lists import items
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.frame import frame
from cbsite.layout.parts.record_page import crumbs
from cbsite.layout.parts.wording import DOCUMENT_KINDS, LEVELS, PLACE_KINDS, label
from cbsite.layout.values import Block, PageValue, Plate, Section, Table, Words
from cbsite.records.document import Document
from cbsite.records.fields import Record
from cbsite.records.kinds import BY_REGISTER
from cbsite.records.organisation import Organisation
from cbsite.records.pilot import Pilot
from cbsite.records.place import Place
from cbsite.records.programme import Programme

LEDES = {
    "places": "The places that took part, and the council areas inside them.",
    "pilots": "Each pilot is one programme at work in one place.",
    "hubs": "Hubs are places that help their neighbours learn. What is not known about them is shown as a gap.",
    "case-studies": "What places tried, what changed, what it cost and how to copy it.",
    "documents": "Papers, prospectuses, briefings and reports, with their paragraph numbers where they print them.",
    "programmes": "What government and councils set up, what came before it, and what stood beside it.",
    "themes": "What the pilots are about.",
    "organisations": "Who is who: councils, departments, groups and networks.",
}


def register(context: Context) -> PageValue:
    """The list page of the register that the planned page names."""
    name, title = context.page.kind, context.page.title
    records = tuple(context.library.records(BY_REGISTER[name].model))
    groups = _grouped(records, _GROUPS[name]) if name in _GROUPS else (("", records),)
    sections = tuple(
        Section(f"list_{number}", group, _block(context, name, members))
        for number, (group, members) in enumerate(groups, start=1)
    )
    return PageValue(
        f"pages/{name}.html",
        frame(context, title, LEDES[name]),
        Plate(title, LEDES[name], crumbs=crumbs(context, title)),
        sections,
    )


def _block(context: Context, name: str, members: tuple[Record, ...]) -> tuple[Block, ...]:
    ordered = sorted(members, key=lambda record: record.heading.lower())
    if name == "places":
        return (_places(context, (p for p in ordered if isinstance(p, Place))),)
    if name == "pilots":
        return (_pilots(context, (p for p in ordered if isinstance(p, Pilot))),)
    if name == "hubs":
        return items(context, sorted(members, key=lambda record: record.id))
    if name == "organisations":
        return items(context, ordered, short=True)
    return items(context, ordered)


def _places(context: Context, places: Iterable[Place]) -> Table:
    rows = []
    for place in places:
        pilots = sum(1 for pilot in context.library.records(Pilot) if pilot.place == place.id)
        rows.append(
            (
                context.link_to("place", place.id),
                Words(place.region) if place.region else Words("Not given", gap=True),
                Words(
                    str(len(place.members))
                    if place.members
                    else "1"
                    if place.council
                    else "Not given"
                ),
                Words(str(pilots) if pilots else "None of its own"),
            )
        )
    return Table(f"{len(rows)} by name", ("Place", "Region", "Councils", "Pilots"), tuple(rows))


def _pilots(context: Context, pilots: Iterable[Pilot]) -> Table:
    rows = tuple(
        (
            context.link_to("pilot", pilot.id),
            context.link_to("place", pilot.place),
            Words(label(pilot.stage)),
            context.cite(pilot.sources[0]) if pilot.sources else Words("Not given", gap=True),
        )
        for pilot in pilots
    )
    return Table(f"{len(rows)} by name", ("Pilot", "Place", "State", "Source"), rows)


def _grouped(
    records: tuple[Record, ...], name_of: Callable[[Record], str]
) -> tuple[tuple[str, tuple[Record, ...]], ...]:
    groups: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        groups[name_of(record)].append(record)
    return tuple(
        (name, tuple(members)) for name, members in sorted(groups.items(), key=_group_order)
    )


def _group_order(group: tuple[str, list[Record]]) -> tuple[int, str]:
    """Known groups in the order of their vocabulary, others by name."""
    order = [
        *PLACE_KINDS.values(),
        LEVELS["whole-place"],
        *LEVELS.values(),
        *DOCUMENT_KINDS.values(),
    ]
    name = group[0]
    return (order.index(name) if name in order else len(order)), name


def _place_group(record: Record) -> str:
    assert isinstance(record, Place)
    return PLACE_KINDS[record.kind]


def _pilot_group(record: Record) -> str:
    assert isinstance(record, Pilot)
    return LEVELS[record.level]


def _document_group(record: Record) -> str:
    assert isinstance(record, Document)
    return DOCUMENT_KINDS[record.kind]


def _organisation_group(record: Record) -> str:
    assert isinstance(record, Organisation)
    return label(record.kind)


def _programme_group(record: Record) -> str:
    assert isinstance(record, Programme)
    return label(record.stage)


_GROUPS: dict[str, Callable[[Record], str]] = {
    "places": _place_group,
    "pilots": _pilot_group,
    "documents": _document_group,
    "organisations": _organisation_group,
    "programmes": _programme_group,
}
