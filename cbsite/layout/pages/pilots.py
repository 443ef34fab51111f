"""All pilots, by programme and group."""

from __future__ import annotations

from cbsite.layout.blocks.pilots import pilots_table
from cbsite.layout.parts.cohorts import cohort_words
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.frame import frame
from cbsite.layout.parts.record_page import crumbs
from cbsite.layout.parts.wording import LEVELS
from cbsite.layout.values import PageValue, Plate, Section, Words
from cbsite.records.pilot import Pilot
from cbsite.records.programme import Programme

_LEDE = "Each pilot is one programme at work in one place."


def pilots(context: Context) -> PageValue:
    title = context.page.title
    return PageValue(
        "pages/pilots.html",
        frame(context, title, _LEDE),
        Plate(title, _LEDE, crumbs=crumbs(context, title)),
        tuple(
            Section(f"list_{number}", heading, (pilots_table(context, caption, members),), more)
            for number, (heading, caption, members, more) in enumerate(_groups(context), start=1)
        ),
    )


def _groups(context: Context) -> list[tuple[str, str, list[Pilot], Words | None]]:
    """Heading, caption, pilots, and the way to the page of the group: groups first, then who is in none."""
    waiting = list(context.library.records(Pilot))
    found: list[tuple[str, str, list[Pilot], Words | None]] = []
    programmes = context.library.records(Programme)
    for programme in programmes:
        for cohort in programme.cohorts:
            members = [p for p in waiting if (p.programme, p.cohort) == (programme.id, cohort.id)]
            if members:
                waiting = [p for p in waiting if p not in members]
                link = cohort_words(context, programme, cohort)
                more = Words(f"About this group: {cohort.name}", link.href)
                several = sum(1 for one in programmes if one.cohorts) > 1
                heading = f"{programme.name}: {cohort.name}" if several else cohort.name
                found.append((heading, f"{_count(members)} of {programme.name}", members, more))
    for level, words in LEVELS.items():
        members = [p for p in waiting if p.level == level]
        if members:
            heading = f"{words}, in no group" if found else words
            found.append((heading, f"{_count(members)} by name", members, None))
    return found


def _count(pilots: list[Pilot]) -> str:
    return "1 pilot" if len(pilots) == 1 else f"{len(pilots)} pilots"
