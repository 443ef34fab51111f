"""A group of pilots: what was planned, what came of it, which pilots were in it."""

from __future__ import annotations

from collections.abc import Sequence

from cbsite.layout.blocks.figures import cards
from cbsite.layout.blocks.lineage import cohort_lineage
from cbsite.layout.blocks.pilots import pilots_table
from cbsite.layout.blocks.plans import pilots_of, plan
from cbsite.layout.parts.cohorts import cohort_words
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.frame import frame
from cbsite.layout.parts.search_tags import NO_DATE
from cbsite.layout.parts.wording import LEVELS, row, row_or_gap, when
from cbsite.layout.values import (
    Block,
    Gap,
    PageValue,
    Plate,
    SearchTags,
    Section,
    Words,
)
from cbsite.plan.lists import ListPart, page_of
from cbsite.plan.mentions import MOST
from cbsite.plan.orders import places_of_pilots
from cbsite.read.entry import Entry
from cbsite.records.figure import Figure
from cbsite.records.pilot import Pilot
from cbsite.records.programme import Cohort, Programme

_KIND = "Group of pilots"


def cohort(context: Context, entry: Entry) -> PageValue:
    """The page of the group that the planned page names; `entry` is its programme."""
    programme = entry.record
    assert isinstance(programme, Programme)
    group = next(one for one in programme.cohorts if one.id == context.page.detail[0])
    by_id = {one.id: one for one in programme.cohorts}
    came_from = tuple(one for one in programme.cohorts if group.id in one.became)
    pilots = pilots_of(context, programme, group)
    sources = (one for one in (group.source, group.outcome_source) if one)
    rows = (
        *row("Programme", context.link_to("programme", programme.id)),
        *row_or_gap(
            "Announced",
            "No date in our sources",
            when(group.announced) if group.announced else None,
        ),
        *row_or_gap("Pilots we can name", "None", str(len(pilots)) if pilots else None),
        *row("Came from", *(cohort_words(context, programme, one) for one in came_from)),
        *row("Became", *(cohort_words(context, programme, by_id[id]) for id in group.became)),
        *row("Source", *dict.fromkeys(context.cite(one) for one in sources)),
    )
    figures = context.published(Figure, "figure", group.figures)
    sections = (
        Section("see_plan", "", (plan(context, programme, group),)),
        *_pilots(context, pilots),
        Section("see_figures", "In numbers", cards(context, figures)),
        Section("see_lineage", "What became of what", cohort_lineage(context, programme, group)),
    )
    lede = f"A group of pilots of {programme.name}."
    return PageValue(
        "pages/cohort.html",
        frame(context, f"{group.name}: {programme.name}", lede),
        Plate(group.name, kicker=_KIND, crumbs=_crumbs(context, programme, group), rows=rows),
        tuple(section for section in sections if section.blocks),
        indexed=_tags(programme, group),
    )


def _pilots(context: Context, pilots: Sequence[Pilot]) -> tuple[Section, ...]:
    """The pilots by level, or the gap where none of our sources names one."""
    if not pilots:
        gap: tuple[Block, ...] = (Gap("None of our sources names a pilot of this group."),)
        return (Section("see_pilots", "Pilots", gap),)
    shown = pilots[:MOST]
    more = _of_group(context, pilots) if len(pilots) > MOST else None
    levels = [level for level in LEVELS if any(pilot.level == level for pilot in shown)]
    tables = tuple(
        pilots_table(context, f"Level: {LEVELS[level].lower()}", _of(shown, level))
        for level in levels
    )
    return (Section("see_pilots", "Pilots", tables, more),)


def _of_group(context: Context, pilots: Sequence[Pilot]) -> Words:
    """The way to all pilots of a large group: to the page of the list of pilots on which it begins."""
    first = min(pilots, key=lambda pilot: (pilot.name.casefold(), pilot.id))
    number = page_of("pilots", context.library.once(places_of_pilots)[first.id])
    address = ListPart(number=number).address("/pilots/")
    return Words(f"All {len(pilots)} pilots, in the list of pilots", context.href_of(address))


def _of(pilots: Sequence[Pilot], level: str) -> tuple[Pilot, ...]:
    return tuple(pilot for pilot in pilots if pilot.level == level)


def _crumbs(context: Context, programme: Programme, group: Cohort) -> tuple[Words, ...]:
    """Home, the register, the programme, this page."""
    above = (("Home", "/"), ("Programmes", "/programmes/"))
    found = (context.to_address(words, address) for words, address in above)
    return (
        *(link for link in found if link),
        context.link_to("programme", programme.id),
        Words(group.name),
    )


def _tags(programme: Programme, group: Cohort) -> SearchTags:
    date = group.announced.sort_key[:10] if group.announced and group.announced.bounds else NO_DATE
    year = str(group.announced.year) if group.announced and group.announced.year else ""
    return SearchTags(
        (("type", _KIND), ("programme", programme.name), *((("year", year),) if year else ())),
        (("title", group.name), ("date", date)),
        (("type", _KIND), *((("year", year),) if year else ())),
    )
