"""A pilot: where it stands, who runs it, which money is in it, what is due."""

from __future__ import annotations

from cbsite.layout.blocks.events import events
from cbsite.layout.blocks.figures import cards
from cbsite.layout.blocks.lists import items
from cbsite.layout.blocks.route import pilot_route
from cbsite.layout.parts.cohorts import cohort_link
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.marked_figures import not_in_text
from cbsite.layout.parts.record_page import record_page, text_sections
from cbsite.layout.parts.states import pilot_state, scope
from cbsite.layout.parts.wording import LEVELS, row, row_or_gap
from cbsite.layout.values import Gap, PageValue, Section, SummaryList, Table, Words
from cbsite.read.entry import Entry
from cbsite.records.case_study import CaseStudy
from cbsite.records.event import Event
from cbsite.records.figure import Figure
from cbsite.records.pilot import Pilot

_FEW = 6
"""Other pilots of the group that the margin names; more stand on the page of the group."""


def pilot(context: Context, entry: Entry) -> PageValue:
    record, library = entry.record, context.library
    assert isinstance(record, Pilot)
    milestones = context.published(Event, "event", record.milestones)
    dates = tuple(
        e for e in library.records(Event) if record.id in e.pilots and e.id not in record.milestones
    )
    cases = tuple(
        c for c in library.records(CaseStudy) if c.pilot == record.id or record.id in c.pilots
    )
    figures = tuple(
        f
        for f in library.records(Figure)
        if record.place in f.places and record.programme in f.programmes
    )
    group = cohort_link(context, record)
    rows = (
        *row("Place", context.link_to("place", record.place)),
        *row("Programme", context.link_to("programme", record.programme)),
        *row("Group", group),
        *row("Level", LEVELS[record.level]),
        *row("State", pilot_state(record)),
        *row("Themes", *context.links_to("theme", record.themes)),
        *row("Source", *context.cite_all(record.sources)),
    )
    sections = (
        Section("see_route", "Where the pilot stands", pilot_route(context, record)),
        *text_sections(context, entry),
        Section("see_budgets", "Which money is in", (_budgets(context, record),)),
        Section("see_figures", "In numbers", cards(context, not_in_text(entry, figures))),
        Section("see_milestones", "Milestones", events(context, milestones)),
        Section("see_dates", "Other dates" if milestones else "Dates", events(context, dates)),
    )
    people = (
        *row_or_gap("Team", "None of our sources describes the team.", record.team),
        *row("Partners", *context.links_to("organisation", record.partners)),
        *row("Contact", context.link_to("contact", record.contact) if record.contact else None),
        *row("Planned", record.planned),
    )
    margin = (
        Section("see_people", "People and bodies", (SummaryList(people),)),
        Section("see_cases", "Case studies", items(context, cases, short=True)),
        *_siblings(context, record, group),
    )
    hidden = ("event", "case-study", "place")
    return record_page(context, entry, sections, margin, rows, "Pilot", not_mentions=hidden)


def _budgets(context: Context, record: Pilot) -> Table | Gap:
    """The sums that may be pooled, and whether they are; the gap where no source lists any."""
    if not record.budget_lines:
        return Gap("None of our sources lists the budgets in this pilot, or those left out.")
    rows = tuple(
        (
            Words(line.name, note=line.note or ""),
            scope(line),
            context.link_to("organisation", line.department)
            if line.department
            else Words("Not given", gap=True),
            context.cite(line.source),
        )
        for line in record.budget_lines
    )
    return Table("Budget lines", ("Budget line", "In the pilot", "Whose money", "Source"), rows)


def _siblings(context: Context, record: Pilot, group: Words | None) -> tuple[Section, ...]:
    """The others of the pilot's group, or of its programme where it is in none."""
    found = tuple(
        p
        for p in context.library.records(Pilot)
        if (p.programme, p.cohort) == (record.programme, record.cohort) and p.id != record.id
    )
    more = None
    if len(found) > _FEW and group is not None and group.href:
        more = Words(f"All {len(found) + 1} of the group", group.href)
        found = found[:_FEW]
    title = "Others in this group" if record.cohort else "Others in this programme"
    return (Section("see_siblings", title, items(context, found, short=True), more),)
