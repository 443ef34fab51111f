"""The timeline: every event, drawn in lanes and listed by year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from msgspec.structs import replace

from cbsite.layout.blocks.events import events
from cbsite.layout.blocks.lanes import lanes, mark_key
from cbsite.layout.blocks.lists import withdrawn
from cbsite.layout.pages.finder import chosen, finder_round, finder_values, lists_values
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.facets import facet_data
from cbsite.layout.parts.feed_links import calendar_tool
from cbsite.layout.parts.frame import frame
from cbsite.layout.parts.pages import on_this_page, pagination, titles
from cbsite.layout.parts.search_tags import plain_tags
from cbsite.layout.values import Events, PageValue, Plate, Section
from cbsite.plan.lists import ListPart
from cbsite.plan.registers import register_of
from cbsite.records.event import Event

_LEDE = (
    "What happened, what was planned and what moved, drawn only as exactly as the sources "
    "give it. A year in square brackets is not printed; the hub worked it out."
)


def timeline(context: Context) -> PageValue:
    """All events, or those with one value of a facet."""
    if lists_values(context):
        return finder_values(context)
    part = ListPart.of(context.page)
    first = part == ListPart()
    found = chosen(context)
    every = found if part.facet else register_of(context.library, context.page.kind)
    listed = on_this_page(context, every)
    here = [one for one in listed if isinstance(one, Event) and one.status != "withdrawn"]
    way = pagination(context, "/timeline/", len(every))
    title, trail = titles(context)
    return PageValue(
        "pages/timeline.html",
        frame(context, title, _LEDE if first else f"{title}: {context.library.site.name}"),
        Plate(
            title,
            _LEDE if first else "",
            crumbs=trail,
            tool=calendar_tool(context) if first else None,
        ),
        (*by_year(context, here), *(() if part.facet else withdrawn(listed))),
        indexed=None if part.facet else plain_tags(context.page.title, title),
        finder=finder_round(context, len(found), "event", "events", live=way is None),
        above=overview(context, here),
        pagination=way,
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
