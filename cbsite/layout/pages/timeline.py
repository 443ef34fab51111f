"""The timeline: every event, drawn in lanes and listed by year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from msgspec.structs import replace

from cbsite.layout.blocks.events import events
from cbsite.layout.blocks.lanes import lanes, mark_key
from cbsite.layout.blocks.lists import withdrawn
from cbsite.layout.pages.finder import chosen, finder_round, titles
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.facets import facet_data
from cbsite.layout.parts.feed_links import calendar_tool
from cbsite.layout.parts.frame import frame
from cbsite.layout.parts.search_tags import plain_tags
from cbsite.layout.values import Events, PageValue, Plate, Section
from cbsite.plan.lists import ListPart
from cbsite.records.event import Event

_LEDE = (
    "What happened, what was planned and what moved, drawn only as exactly as the sources "
    "give it. A year in square brackets is not printed; the hub worked it out."
)


def timeline(context: Context) -> PageValue:
    """All events, or those with one value of a facet."""
    found = tuple(event for event in chosen(context) if isinstance(event, Event))
    whole = ListPart.of(context.page) == ListPart()
    gone = (entry.record for entry in context.library.of_kind("event")) if whole else ()
    title, trail = titles(context)
    return PageValue(
        "pages/timeline.html",
        frame(context, title, _LEDE if whole else f"{title}: {context.library.site.name}"),
        Plate(
            title,
            _LEDE if whole else "",
            crumbs=trail,
            tool=calendar_tool(context) if whole else None,
        ),
        (*by_year(context, found), *withdrawn(gone)),
        indexed=plain_tags(title, title) if whole else None,
        finder=finder_round(context, len(found), "event", "events", live=True),
        above=overview(context, found),
    )


def overview(context: Context, found: Iterable[Event]) -> tuple[Section, ...]:
    """All the events in one drawing, where they fit, and how to read the marks."""
    found = tuple(found)
    drawing, key = lanes(context, found), mark_key(found)
    return (
        *((Section("see_overview", "", drawing),) if drawing else ()),
        *((Section("see_key", "How to read the marks", key),) if key else ()),
    )


def by_year(context: Context, found: Iterable[Event]) -> tuple[Section, ...]:
    """The events listed by year; each year is drawn where one drawing cannot hold them all."""
    found = tuple(found)
    years: defaultdict[str, list[Event]] = defaultdict(list)
    for event in found:
        years[str(event.when.year or "No year given")].append(event)
    divided = not lanes(context, found)
    return tuple(
        Section(
            f"y_{year.split()[0].lower()}",
            year,
            (
                *(lanes(context, years[year]) if divided else ()),
                *marked(context, events(context, years[year], full=True)),
            ),
        )
        for year in sorted(years)
    )


def marked(context: Context, blocks: Iterable[Events]) -> tuple[Events, ...]:
    """The lists of events, each event with its facets."""

    def data(id: str) -> tuple[tuple[str, str], ...]:
        return facet_data(context, "timeline", context.record(Event, "event", id))

    return tuple(
        replace(block, rows=tuple(replace(row, data=data(row.anchor)) for row in block.rows))
        for block in blocks
    )
