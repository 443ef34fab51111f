"""A programme: what it set out to do, what came before, and its groups of pilots."""

from __future__ import annotations

from cbsite.layout.blocks.events import events
from cbsite.layout.blocks.lists import items
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.record_page import record_page, text_sections
from cbsite.layout.parts.wording import label, row, when
from cbsite.layout.values import PageValue, Section, Table, Words
from cbsite.read.entry import Entry
from cbsite.records.case_study import CaseStudy
from cbsite.records.document import Document
from cbsite.records.event import Event
from cbsite.records.pilot import Pilot
from cbsite.records.programme import Programme


def programme(context: Context, entry: Entry) -> PageValue:
    record, library = entry.record, context.library
    assert isinstance(record, Programme)
    pilots = tuple(p for p in library.records(Pilot) if p.programme == record.id)
    cases = tuple(c for c in library.records(CaseStudy) if record.id in c.programmes)
    papers = tuple(d for d in library.records(Document) if record.id in d.programmes)
    dates = tuple(e for e in library.records(Event) if record.id in e.programmes)
    followers = tuple(p for p in library.records(Programme) if record.id in p.follows)
    rows = (
        *row("State", label(record.stage)),
        *(line for phase in record.phases for line in row(label(phase.phase), when(phase.date))),
        *row("Also called", *record.names),
        *row("Follows", *context.links_to("programme", record.follows)),
        *row("Followed by", *(context.link_to("programme", p.id) for p in followers)),
        *row("Competes with", *context.links_to("programme", record.competes_with)),
        *row("Themes", *context.links_to("theme", record.themes)),
        *row("Source", *context.cite_all(record.sources)),
    )
    sections = (
        *text_sections(context, entry),
        Section(
            "see_cohorts",
            "Groups of pilots",
            (_cohorts(context, record, pilots),) if record.cohorts else (),
        ),
        Section(
            "see_priorities",
            "Priorities",
            (_priorities(context, record),) if record.priorities else (),
        ),
        Section("see_dates", "Dates", events(context, dates)),
    )
    margin = (
        Section("see_pilots", "Pilots", items(context, pilots, short=True)),
        Section("see_cases", "Case studies", items(context, cases, short=True)),
        Section("see_documents", "Documents", items(context, papers, short=True)),
    )
    hidden = ("pilot", "case-study", "document", "event", "figure", "programme")
    return record_page(context, entry, sections, margin, rows, "Programme", not_mentions=hidden)


def _cohorts(context: Context, record: Programme, pilots: tuple[Pilot, ...]) -> Table:
    rows = []
    for cohort in record.cohorts:
        listed = sum(1 for pilot in pilots if pilot.cohort == cohort.id)
        rows.append(
            (
                Words(cohort.name),
                Words(cohort.planned or "Not in our sources", gap=not cohort.planned),
                when(cohort.announced)
                if cohort.announced
                else Words("Not in our sources", gap=True),
                Words(str(listed)) if listed else Words("None named here"),
                context.cite(cohort.source) if cohort.source else Words("Not given", gap=True),
            )
        )
    columns = ("Group", "Planned", "Announced", "Pilots in our register", "Source")
    return Table("Groups of pilots, as planned and as listed here", columns, tuple(rows))


def _priorities(context: Context, record: Programme) -> Table:
    rows = tuple(
        (Words(priority.text), context.cite(priority.source)) for priority in record.priorities
    )
    return Table("What was to be done, and who said so", ("Priority", "Source"), rows)
