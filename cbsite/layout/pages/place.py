"""A place: its councils, pilots, case studies, dates and figures."""

from __future__ import annotations

from cbsite.layout.blocks.events import events
from cbsite.layout.blocks.figures import cards
from cbsite.layout.blocks.lists import items
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.record_page import record_page, text_sections
from cbsite.layout.parts.wording import label, row
from cbsite.layout.values import Block, Gap, PageValue, Section, Words
from cbsite.read.entry import Entry
from cbsite.records.case_study import CaseStudy
from cbsite.records.document import Document
from cbsite.records.event import Event
from cbsite.records.figure import Figure
from cbsite.records.hub import Hub
from cbsite.records.pilot import Pilot
from cbsite.records.place import Place

_KINDS = {"council": "Council area", "area": "Area of several councils"}


def place(context: Context, entry: Entry) -> PageValue:
    record, library = entry.record, context.library
    assert isinstance(record, Place)
    pilots = tuple(p for p in library.records(Pilot) if p.place == record.id)
    cases = tuple(c for c in library.records(CaseStudy) if record.id in c.places)
    papers = tuple(d for d in library.records(Document) if record.id in d.places)
    figures = tuple(f for f in library.records(Figure) if record.id in f.places)
    dates = tuple(
        e for e in library.records(Event) if record.id in e.places or _of_pilots(e, pilots)
    )
    hubs = tuple(h for h in library.records(Hub) if record.id in h.serves)
    parts_of = tuple(p for p in library.records(Place) if record.id in p.members)
    around = tuple(context.link_to("place", p.id) for p in parts_of)
    rows = (
        *row("Kind", _KINDS.get(record.kind, label(record.kind))),
        *row(
            "Council", context.link_to("organisation", record.council) if record.council else None
        ),
        *row("Councils", *context.links_to("place", record.members)),
        *row("Part of", *around),
        *row("Region", record.region),
        *row("Also called", *record.aka),
        *row("Code (GSS)", Words(record.gss, note=record.gss_year or "") if record.gss else None),
        *row("Source", *context.cite_all(record.sources)),
    )
    sections = (
        *text_sections(context, entry),
        Section("see_pilots", "Pilots here", _pilots(context, pilots, bool(parts_of))),
        Section("see_figures", "In numbers", cards(context, figures)),
        Section("see_dates", "Dates", events(context, dates)),
    )
    margin = (
        Section("see_hub", "Hub", _hubs(context, hubs)),
        Section(
            "see_cases", "Case studies", items(context, cases, short=True) or (Gap("None yet."),)
        ),
        Section("see_documents", "Documents", items(context, papers, short=True)),
    )
    hidden = ("pilot", "case-study", "document", "figure", "event", "hub")
    return record_page(context, entry, sections, margin, rows, "Place", not_mentions=hidden)


def _of_pilots(event: Event, pilots: tuple[Pilot, ...]) -> bool:
    return any(pilot.id in event.pilots for pilot in pilots)


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
