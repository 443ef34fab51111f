"""What is not known, in words, and the note on a page that says how much of it there is."""

from __future__ import annotations

from collections import Counter

from cbsite.layout.parts.context import Context
from cbsite.layout.values import Note, Notes, Section, Words
from cbsite.library.gaps import GROUPS, Group
from cbsite.plan.address import Location
from cbsite.plan.lists import ListPart, page_of
from cbsite.read.entry import Key

ADDRESS = "/gaps/"
ANCHOR = "see_gaps"

TITLES: dict[Group, str] = {
    "not-held": "Not held",
    "unnamed": "Not named",
    "unresolved": "Left open",
    "said": "Named in a text",
    "missing": "Missing in a record",
    "stale": "Due to be read again",
}


def anchor(group: Group) -> str:
    return f"gaps_{group.replace('-', '_')}"


def place_of(context: Context, group: Group) -> Location:
    """Where a group of gaps begins."""
    number = page_of("gaps", context.library.unknowns.first_of_group[group])
    return Location(ListPart(number=number).address(ADDRESS), anchor(group))


def gap_count(context: Context, key: Key) -> int:
    """How many gaps there are on a record and what is about it."""
    return len(context.library.unknowns.about(key))


def gaps_section(context: Context, key: Key) -> tuple[Section, ...]:
    """For the margin: how many gaps there are on a theme, a place or another record; nothing for none."""
    groups = Counter(unknown.group for unknown in context.library.unknowns.about(key))
    count = sum(groups.values())
    if not count:
        return ()
    links = tuple(
        Words(
            f"{groups[group]} {TITLES[group].lower()}",
            context.href(place_of(context, group)),
        )
        for group in GROUPS
        if groups[group]
    )
    lead = "One gap:" if count == 1 else f"{count} gaps:"
    return (Section(ANCHOR, "Not known", (Notes((Note("gap", lead, links),)),)),)
