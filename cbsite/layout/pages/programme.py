"""A programme: how far it came, what came before, its groups of pilots, what it set out to do."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from cbsite.layout.blocks.events import events, in_order
from cbsite.layout.blocks.lineage import cohort_lineage, programme_lineage, rivalry
from cbsite.layout.blocks.lists import items
from cbsite.layout.blocks.plans import plans
from cbsite.layout.blocks.route import programme_route
from cbsite.layout.parts.cohorts import cohort_words
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.record_page import record_page, text_sections
from cbsite.layout.parts.states import programme_state
from cbsite.layout.parts.whole_lists import all_of, first_of
from cbsite.layout.parts.wording import row
from cbsite.layout.values import Block, Items, ListItem, PageValue, Section, Table, Words
from cbsite.plan.mentions import MOST
from cbsite.plan.orders import groups_of_pilots
from cbsite.read.entry import Entry
from cbsite.records.case_study import CaseStudy
from cbsite.records.document import Document
from cbsite.records.event import Event
from cbsite.records.pilot import Pilot
from cbsite.records.programme import Programme, Relation

_FEW = 8
"""Pilots that the margin lists one by one; more are listed on the pages of their groups."""


def programme(context: Context, entry: Entry) -> PageValue:
    record, library = entry.record, context.library
    assert isinstance(record, Programme)
    key, id = entry.key, record.id
    cases, more_cases = first_of(
        context, key, "case-study", library.having(CaseStudy, "programmes", id)
    )
    papers, more_papers = first_of(
        context, key, "document", library.having(Document, "programmes", id)
    )
    dates, more_dates = first_of(
        context, key, "event", in_order(library.having(Event, "programmes", id))
    )
    after = (p for p in library.having(Programme, "follows.id", id) if p.id != id)
    followers = ((p.id, said) for p in after for said in p.follows if said.id == id)
    named = {said.id for said in record.competes_with} | {
        p.id for p in library.having(Programme, "competes_with.id", id)
    }
    others = context.published(Programme, "programme", sorted(named - {id}))
    rivals = ((p.id, said) for p in others for said in rivalry(record, p))
    rows = (
        *row("State", programme_state(record)),
        *row("Also called", *record.names),
        *row("Follows", *_related(context, ((said.id, said) for said in record.follows))),
        *row("Followed by", *_related(context, followers), all_of(context, key, "programme")),
        *row("Competes with", *_related(context, rivals)),
        *row("Themes", *context.links_to("theme", record.themes)),
        *row("Source", *context.cite_all(record.sources)),
    )
    groups: tuple[Block, ...] = (
        *plans(context, record, record.cohorts),
        *cohort_lineage(context, record),
    )
    sections = (
        Section("see_phases", "How far it came", programme_route(context, record)),
        *text_sections(context, entry),
        Section("see_cohorts", "Groups of pilots", groups),
        Section("see_lineage", "Before and beside", programme_lineage(context, record)),
        Section("see_priorities", "Priorities", _priorities(context, record)),
        Section("see_dates", "Dates", events(context, dates), more_dates),
    )
    margin = (
        Section("see_pilots", "Pilots", *_pilots(context, record)),
        Section("see_cases", "Case studies", items(context, cases, short=True), more_cases),
        Section("see_documents", "Documents", items(context, papers, short=True), more_papers),
    )
    hidden = ("pilot", "case-study", "document", "event", "figure", "programme")
    return record_page(context, entry, sections, margin, rows, "Programme", not_mentions=hidden)


def _related(context: Context, relations: Iterable[tuple[str, Relation]]) -> tuple[Words, ...]:
    """The programmes by id, each with what its relation rests on: `opinion, the post`."""
    sources: dict[str, list[str]] = {}
    for id, said in relations:
        found = sources.setdefault(id, [])
        if said.source:
            cited = context.cite(said.source)
            found.append(", ".join(part for part in (cited.note, cited.text) if part))
    return tuple(
        context.link_to("programme", id, note="; ".join(dict.fromkeys(found)))
        for id, found in islice(sources.items(), MOST)
    )


def _pilots(context: Context, record: Programme) -> tuple[tuple[Items, ...], Words | None]:
    """The pilots one by one, or, where they are many, how many each group has; and the way to all of very many."""
    pilots = context.library.having(Pilot, "programme", record.id)
    if len(pilots) <= _FEW:
        return items(context, pilots, short=True), None
    groups = context.library.once(groups_of_pilots)
    lines = []
    for cohort in record.cohorts:
        named = len(groups.get((record.id, cohort.id), ()))
        if named:
            count = "1 pilot" if named == 1 else f"{named} pilots"
            lines.append(ListItem(cohort_words(context, record, cohort), (count,)))
    in_none = groups.get((record.id, None), ())
    few, more = first_of(context, ("programme", record.id), "pilot", in_none)
    alone = items(context, few, short=True)
    return (*((Items(tuple(lines), short=True),) if lines else ()), *alone), more


def _priorities(context: Context, record: Programme) -> tuple[Table, ...]:
    rows = tuple(
        (Words(priority.text), context.cite(priority.source)) for priority in record.priorities
    )
    columns = ("Priority", "Source")
    return (Table("What was to be done, and who said so", columns, rows),) if rows else ()
