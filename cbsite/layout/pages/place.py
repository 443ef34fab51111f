"""A place: where it is, its councils, pilots, case studies, dates and figures."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from cbsite.layout.blocks.events import events, in_order
from cbsite.layout.blocks.figures import cards
from cbsite.layout.blocks.lists import items
from cbsite.layout.blocks.place_map import place_map
from cbsite.layout.blocks.route import pilot_route
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.map_places import PATTERNS
from cbsite.layout.parts.marked_figures import not_in_text
from cbsite.layout.parts.own_dates import all_dates, own_dates
from cbsite.layout.parts.record_page import record_page, text_sections
from cbsite.layout.parts.states import pilot_state
from cbsite.layout.parts.whereabouts import whereabouts
from cbsite.layout.parts.whole_lists import first_of
from cbsite.layout.parts.wording import LEVELS, label, row
from cbsite.layout.values import Block, Gap, Items, ListItem, PageValue, Section, Words
from cbsite.plan.orders import groups_of_pilots
from cbsite.read.entry import Entry
from cbsite.records.case_study import CaseStudy
from cbsite.records.document import Document
from cbsite.records.figure import Figure
from cbsite.records.hub import Hub
from cbsite.records.pilot import Pilot
from cbsite.records.place import Place

_KINDS = {"council": "Council area", "area": "Area of several councils"}

_FEW = 12
"""Other places of a group that the margin names."""


def place(context: Context, entry: Entry) -> PageValue:
    record, library = entry.record, context.library
    assert isinstance(record, Place)
    pilots = library.having(Pilot, "place", record.id)
    cases = library.having(CaseStudy, "places", record.id)
    papers = library.having(Document, "places", record.id)
    figures = library.having(Figure, "places", record.id)
    dates = in_order(own_dates(context, record, pilots))
    key = entry.key
    pilots_here, more_pilots = first_of(context, key, "pilot", pilots)
    cases_here, more_cases = first_of(context, key, "case-study", cases)
    papers_here, more_papers = first_of(context, key, "document", papers)
    figures_here, more_figures = first_of(context, key, "figure", not_in_text(entry, figures))
    dates_here, more_dates = first_of(context, key, "event", dates)
    hubs_here, more_hubs = first_of(context, key, "hub", library.having(Hub, "serves", record.id))
    parts_of = library.having(Place, "members", record.id)
    around, more_around = first_of(context, key, "place", parts_of)
    above = (*(context.link_to("place", p.id) for p in around), more_around)
    rows = (
        *row(
            "Council", context.link_to("organisation", record.council) if record.council else None
        ),
        *row("Councils", _count(record)),
        *row("Part of", *above),
        *row("Region", record.region),
        *(r for pilot in pilots_here for r in row(LEVELS[pilot.level], pilot_state(pilot))),
        *row("Also called", *record.aka),
        *row("Code (GSS)", Words(record.gss, note=record.gss_year or "") if record.gss else None),
        *row("Source", *context.cite_all(record.sources)),
    )
    sections = (
        *(
            Section(
                "see_route",
                "Where the pilot stands",
                pilot_route(context, p),
                context.link_to("pilot", p.id),
            )
            for p in _drawn(pilots)
        ),
        *text_sections(context, entry),
        Section("see_councils", "The councils", _councils(context, record)),
        Section(
            "see_pilots", "Pilots here", _pilots(context, pilots_here, bool(parts_of)), more_pilots
        ),
        Section("see_figures", "In numbers", cards(context, figures_here), more_figures),
        Section(
            "see_dates",
            "Dates",
            events(context, dates_here),
            more_dates or all_dates(context, pilots, dates_here),
        ),
    )
    margin = (
        Section("see_hub", "Hub", _hubs(context, hubs_here), more_hubs),
        Section(
            "see_cases",
            "Case studies",
            items(context, cases_here, short=True) or (Gap("None yet."),),
            more_cases,
        ),
        Section("see_documents", "Documents", items(context, papers_here, short=True), more_papers),
        Section("see_others", "Other places in the same group", _others(context, pilots)),
    )
    hidden = ("pilot", "case-study", "document", "figure", "event", "hub")
    kicker = _KINDS.get(record.kind, label(record.kind))
    page = record_page(context, entry, sections, margin, rows, kicker, not_mentions=hidden)
    drawn = place_map(context, record, _pattern(context, record))
    if drawn is None or record.status == "withdrawn":
        return page
    return replace(page, plate=replace(page.plate, map=drawn[0], square=drawn[1]))


def _pattern(context: Context, place: Place) -> int:
    """The pattern that the place has on the front page's map, if it is there."""
    chosen = context.library.site.home.places
    return chosen.index(place.id) % PATTERNS + 1 if place.id in chosen else 1


def _count(place: Place) -> Words | None:
    """How many councils an area has, with the way to their list."""
    if not place.members:
        return None
    return Words(
        "1 council" if len(place.members) == 1 else f"{len(place.members)} councils",
        "#see_councils",
    )


def _councils(context: Context, place: Place) -> tuple[Items, ...]:
    """The council areas inside an area, with their map squares."""
    members = tuple(
        ListItem(context.link_to("place", id), tuple(_square(context, id))) for id in place.members
    )
    return (Items(members, short=True),) if members else ()


def _square(context: Context, id: str) -> Iterator[str]:
    for place in context.published(Place, "place", (id,)):
        where = whereabouts(context.atlas, context.library, place) if context.atlas else None
        if where:
            yield f"Map square {where.square}"


def _drawn(pilots: tuple[Pilot, ...]) -> tuple[Pilot, ...]:
    """The pilot whose way is drawn here: of several, the one with most stages behind it."""
    known = [pilot for pilot in pilots if pilot.stage_history]
    return (max(known, key=lambda pilot: len(pilot.stage_history)),) if known else ()


def _others(context: Context, pilots: tuple[Pilot, ...]) -> tuple[Items, ...]:
    """The places of the smallest group that a pilot here belongs to, with their squares."""
    by_group = context.library.once(groups_of_pilots)
    groups = [by_group[pilot.programme, pilot.cohort] for pilot in pilots if pilot.cohort]
    # A large group is left out, and so need not be looked through.
    others = (
        tuple(other.place for other in group if other.place != pilots[0].place)
        for group in groups
        if len(group) <= _FEW + len(pilots)
    )
    few = min((places for places in others if places), key=len, default=())
    if not few or len(few) > _FEW:
        return ()
    lines = tuple(
        ListItem(context.link_to("place", id), tuple(_square(context, id)))
        for id in dict.fromkeys(few)
    )
    return (Items(lines, short=True),)


def _pilots(context: Context, pilots: tuple[Pilot, ...], inside_another: bool) -> tuple[Block, ...]:
    if pilots:
        return items(context, pilots)
    return () if inside_another else (Gap("None of our sources names a pilot here."),)


def _hubs(context: Context, hubs: tuple[Hub, ...]) -> tuple[Block, ...]:
    if hubs:
        return items(context, hubs, short=True)
    if context.library.of_kind("hub"):
        return (Gap("We do not know which hub, if any, served this place."),)
    return (Gap("No hub serves this place."),)
