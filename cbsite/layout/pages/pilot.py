"""A pilot: where it stands, who runs it, what is due."""

from __future__ import annotations

from cbsite.layout.blocks.events import events
from cbsite.layout.blocks.figures import cards
from cbsite.layout.blocks.lists import items
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.record_page import record_page, text_sections
from cbsite.layout.parts.wording import LEVELS, label, row, row_or_gap, when
from cbsite.layout.values import (
    Gap,
    Note,
    Notes,
    PageValue,
    Route,
    Section,
    Stop,
    StopState,
    SummaryList,
    Words,
)
from cbsite.read.entry import Entry
from cbsite.records.case_study import CaseStudy
from cbsite.records.event import Event
from cbsite.records.figure import Figure
from cbsite.records.pilot import Pilot, PilotStage
from cbsite.records.programme import Programme

_WAY: tuple[PilotStage, ...] = ("announced", "selected", "scoping", "designing", "proposed", "live")


def pilot(context: Context, entry: Entry) -> PageValue:
    record, library = entry.record, context.library
    assert isinstance(record, Pilot)
    programmes = context.published(Programme, "programme", (record.programme,))
    cohorts = {cohort.id: cohort.name for programme in programmes for cohort in programme.cohorts}
    dates = tuple(
        e for e in library.records(Event) if record.id in e.pilots or e.id in record.milestones
    )
    cases = tuple(
        c for c in library.records(CaseStudy) if c.pilot == record.id or record.id in c.pilots
    )
    figures = tuple(
        f
        for f in library.records(Figure)
        if record.place in f.places and record.programme in f.programmes
    )
    siblings = tuple(
        p
        for p in library.records(Pilot)
        if (p.programme, p.cohort) == (record.programme, record.cohort) and p.id != record.id
    )
    rows = (
        *row("Place", context.link_to("place", record.place)),
        *row(
            "Programme",
            context.link_to(
                "programme", record.programme, note=cohorts.get(record.cohort or "", "")
            ),
        ),
        *row("Level", LEVELS[record.level]),
        *row("State", label(record.stage)),
        *row("Themes", *context.links_to("theme", record.themes)),
        *row("Source", *context.cite_all(record.sources)),
    )
    sections = (
        Section("see_route", "Where the pilot stands", _stages(context, record)),
        *text_sections(context, entry),
        Section("see_figures", "In numbers", cards(context, figures)),
        Section("see_dates", "Dates", events(context, dates)),
    )
    people = (
        *row_or_gap("Team", "None of our sources describes the team.", record.team),
        *row("Partners", *context.links_to("organisation", record.partners)),
        *row("Planned", record.planned),
    )
    margin = (
        Section("see_people", "People and bodies", (SummaryList(people),)),
        Section("see_cases", "Case studies", items(context, cases, short=True)),
        Section("see_siblings", "Others in this group", items(context, siblings, short=True)),
    )
    hidden = ("event", "case-study", "place")
    return record_page(context, entry, sections, margin, rows, "Pilot", not_mentions=hidden)


def _stages(context: Context, record: Pilot) -> tuple[Route | Gap | Notes, ...]:
    """The way of the pilot; a pilot that was not selected has none."""
    if record.stage == "not-selected":
        return (
            Notes(
                (Note("plain", "Not selected.", (Words("The place bid, and was not chosen."),)),)
            ),
        )
    if not record.stage_history:
        return (
            Gap(
                f"Our sources give no dates for this pilot. Its last known state is: {label(record.stage).lower()}."
            ),
        )
    known = {change.stage: change for change in record.stage_history}
    now = _WAY.index(record.stage) if record.stage in _WAY else len(_WAY)
    stops = []
    for index, stage in enumerate(_WAY):
        change = known.get(stage)
        words = (
            " ".join(part for part in (when(change.date).text, change.note) if part)
            if change
            else ""
        )
        if not words:
            words = (
                "No date in our sources" if index <= now else "Not yet, as far as our sources go"
            )
        state: StopState = "now" if index == now else "done" if index < now else "todo"
        stops.append(
            Stop(state, label(stage), words, context.cite(change.source) if change else None)
        )
    closing = None
    if record.stage == "ended":
        ended = known.get("ended")
        closing = Words(f"Ended {when(ended.date).text}" if ended else "Ended")
    return (Route(tuple(stops), closing),)
