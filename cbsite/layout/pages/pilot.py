"""A pilot: where it stands, who runs it, which money is in it, what is due."""

from __future__ import annotations

from itertools import islice

from cbsite.layout.blocks.events import events, in_order
from cbsite.layout.blocks.figures import cards
from cbsite.layout.blocks.lists import items
from cbsite.layout.blocks.route import pilot_route
from cbsite.layout.parts.cohorts import cohort_link
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.marked_figures import not_in_text
from cbsite.layout.parts.record_page import record_page, text_sections
from cbsite.layout.parts.states import pilot_state, scope
from cbsite.layout.parts.whole_lists import all_of, first_of
from cbsite.layout.parts.wording import LEVELS, row, row_or_gap
from cbsite.layout.values import Gap, PageValue, Section, SummaryList, Table, Words
from cbsite.plan.mentions import MOST
from cbsite.plan.orders import groups_of_pilots
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
        e for e in library.having(Event, "pilots", record.id) if e.id not in record.milestones
    )
    named = (
        *library.having(CaseStudy, "pilot", record.id),
        *library.having(CaseStudy, "pilots", record.id),
    )
    cases = sorted({case.id: case for case in named}.values(), key=lambda case: case.id)
    figures = tuple(
        f
        for f in library.having(Figure, "places", record.place)
        if record.programme in f.programmes
    )
    dates_here, more_dates = first_of(context, entry.key, "event", in_order(dates))
    cases_here, more_cases = first_of(context, entry.key, "case-study", cases)
    figures = tuple(not_in_text(entry, figures))
    more_figures = all_of(context, ("place", record.place), "figure") if figures[MOST:] else None
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
        Section("see_figures", "In numbers", cards(context, figures[:MOST]), more_figures),
        Section("see_milestones", "Milestones", events(context, milestones)),
        Section(
            "see_dates",
            "Other dates" if milestones else "Dates",
            events(context, dates_here),
            more_dates,
        ),
    )
    people = (
        *row_or_gap("Team", "None of our sources describes the team.", record.team),
        *row("Partners", *context.links_to("organisation", record.partners)),
        *row("Contact", context.link_to("contact", record.contact) if record.contact else None),
        *row("Planned", record.planned),
    )
    margin = (
        Section("see_people", "People and bodies", (SummaryList(people),)),
        Section("see_cases", "Case studies", items(context, cases_here, short=True), more_cases),
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
    groups = context.library.once(groups_of_pilots)
    # A withdrawn pilot is in no group.
    everyone = groups.get((record.programme, record.cohort), ())
    others = (pilot for pilot in everyone if pilot.id != record.id)
    more, most = None, MOST
    if len(everyone) - 1 > _FEW and group is not None and group.href:
        more, most = Words(f"All {len(everyone)} of the group", group.href), _FEW
    elif len(everyone) - 1 > most:
        more = all_of(context, ("programme", record.programme), "pilot")
    found = tuple(islice(others, most))
    title = "Others in this group" if record.cohort else "Others in this programme"
    return (Section("see_siblings", title, items(context, found, short=True), more),)
