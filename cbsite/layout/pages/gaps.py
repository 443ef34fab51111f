"""Everything that is not known, gathered by rule: where it stands, and what would close it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from msgspec.structs import replace

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.gaps import TITLES, anchor, place_of
from cbsite.layout.parts.list_page import list_page
from cbsite.layout.parts.pages import on_this_page, titles
from cbsite.layout.parts.plain_prose import paragraph, prose
from cbsite.layout.parts.search_tags import plain_tags
from cbsite.layout.parts.wording import day
from cbsite.layout.values import (
    Contents,
    GapRow,
    GapTable,
    PageValue,
    Section,
    Words,
)
from cbsite.library.gaps import Group, Unknown
from cbsite.plan.address import Location
from cbsite.plan.texts import place_of_paragraph, text_places
from cbsite.read.entry import Entry

_LEDE = (
    "What this hub does not know. The list is gathered from every record and text, so nothing depends on "
    "somebody writing it down here. If you can close a gap, tell us."
)
_SAYS: dict[Group, str] = {
    "not-held": "Our papers name these, but we hold no copy.",
    "unnamed": "Our sources speak of these without a name.",
    "unresolved": "The documents refer to these, but do not say enough to tell what they are.",
    "said": "Paragraphs in the texts of this hub that say what is not known.",
    "missing": "What a record of its kind should say, and none of our sources does.",
    "stale": "The day by which somebody was to look at these again is past.",
}


def gaps(context: Context) -> PageValue:
    unknowns = context.library.unknowns
    here = groupby(on_this_page(context, unknowns.all), key=lambda one: one.group)
    contents = Contents(
        tuple(
            Words(TITLES[group], context.href(place_of(context, group)), str(count))
            for group, count in unknowns.counts.items()
        )
    )
    sections = (
        *((Section("", "", (contents,)),) if len(unknowns.counts) > 1 else ()),
        *(_section(context, group, list(found)) for group, found in here),
    )
    title = titles(context)[0]
    tags = plain_tags(context.page.title, title)
    return list_page(context, _LEDE, sections, len(unknowns.all), tags)


def _section(context: Context, group: Group, found: list[Unknown]) -> Section:
    """A group of gaps; the same gap in several records is one row."""
    rows: dict[tuple[str, str], list[Words]] = {}
    for unknown in found:
        rows.setdefault((unknown.text, unknown.closes), []).append(_where(context, unknown))
    closes = _for_most(unknown.closes for unknown in found)
    table = GapTable(
        _count(len(found), context.library.unknowns.counts[group]),
        tuple(GapRow(text, tuple(where), own) for (text, own), where in rows.items()),
        closes,
    )
    says = _SAYS[group]
    if closes:
        each = "each" if all(unknown.closes == closes for unknown in found) else "most"
        what = "it" if len(found) == 1 else each
        says += f" What would close {what}: {closes[0].lower()}{closes[1:]}"
    intro = prose(paragraph(says))
    return Section(anchor(group), TITLES[group], (intro, table))


def _count(here: int, count: int) -> str:
    """How many gaps there are, and how many of them are on this page where that is not all."""
    words = "One gap" if count == 1 else f"{count} gaps"
    return words if here == count else f"{here} of {words}"


def _for_most(closes: Iterable[str]) -> str:
    """What would close more than half of the gaps; empty where nothing does."""
    counts = Counter(closes)
    (words, count), *_ = counts.most_common(1)
    return words if count * 2 > counts.total() else ""


def _where(context: Context, unknown: Unknown) -> Words:
    """A link to the record, as near to the gap as there is an anchor."""
    note = f"due by {day(unknown.due)}" if unknown.due else ""
    if unknown.key is None:
        link = context.to_address("Accessibility statement", "/accessibility/")
        return replace(link or Words("Accessibility statement"), note=note)
    entry = context.library.entries[unknown.key]
    name, near = context.called(entry.record), _near(context, entry, unknown)
    if unknown.paragraph:
        name = f"{name}, paragraph {unknown.paragraph}"
    return Words(name, context.href(near), note)


def _near(context: Context, entry: Entry, unknown: Unknown) -> Location:
    location = context.plan.locations[entry.key]
    numbers = {found.number for text in entry.texts for found in text.prose.numbers}
    if unknown.paragraph in numbers:
        return place_of_paragraph(entry, location, unknown.paragraph)
    for place in text_places(entry, location):
        if place.text.key == unknown.part:
            heading = place.heading(unknown.heading) if unknown.heading else place.start.anchor
            return Location(place.start.address, heading)
    return location
