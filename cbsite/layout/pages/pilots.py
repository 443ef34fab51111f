"""All pilots, by programme and group."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from cbsite.layout.blocks.pilots import pilots_table
from cbsite.layout.parts.cohorts import cohort_words
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.list_page import list_page
from cbsite.layout.parts.pages import on_this_page
from cbsite.layout.parts.wording import LEVELS
from cbsite.layout.values import PageValue, Section, Words
from cbsite.plan.orders import group_rank, is_in_group
from cbsite.plan.orders import pilots as by_group
from cbsite.records.pilot import Pilot
from cbsite.records.programme import Programme

_LEDE = "Each pilot is one programme at work in one place."


def pilots(context: Context) -> PageValue:
    found = context.library.once(by_group)
    sections = tuple(
        Section(f"list_{number}", heading, (pilots_table(context, caption, members),), more)
        for number, (heading, caption, members, more) in enumerate(_groups(context, found), start=1)
    )
    return list_page(context, _LEDE, sections, len(found))


def _groups(
    context: Context, found: tuple[Pilot, ...]
) -> Iterator[tuple[str, str, list[Pilot], Words | None]]:
    """Heading, caption, pilots, and the way to the page of the group: groups first, then who is in none."""
    library = context.library
    several = sum(1 for one in library.records(Programme) if one.cohorts) > 1
    grouped = bool(found) and is_in_group(library, found[0])
    here = groupby(on_this_page(context, found), key=lambda pilot: group_rank(library, pilot))
    for members in (list(group) for _, group in here):
        pilot = members[0]
        if not is_in_group(library, pilot):
            words = LEVELS[pilot.level]
            heading = f"{words}, in no group" if grouped else words
            yield heading, f"{_count(members)} by name", members, None
            continue
        programme = library.record(Programme, "programme", pilot.programme)
        cohort = next(one for one in programme.cohorts if one.id == pilot.cohort)
        more = Words(
            f"About this group: {cohort.name}", cohort_words(context, programme, cohort).href
        )
        heading = f"{programme.name}: {cohort.name}" if several else cohort.name
        yield heading, f"{_count(members)} of {programme.name}", members, more


def _count(pilots: list[Pilot]) -> str:
    return "1 pilot" if len(pilots) == 1 else f"{len(pilots)} pilots"
