"""The timeline: every event, by year."""

from __future__ import annotations

from collections import defaultdict

from cbsite.layout.blocks.events import events
from cbsite.layout.blocks.lists import withdrawn
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.frame import frame
from cbsite.layout.parts.record_page import crumbs
from cbsite.layout.parts.search_tags import plain_tags
from cbsite.layout.values import PageValue, Plate, Section
from cbsite.records.event import Event

_TITLE = "Timeline"
_LEDE = (
    "What happened, what was planned and what moved, drawn only as exactly as the sources "
    "give it. A year in square brackets is not printed; the hub worked it out."
)


def timeline(context: Context) -> PageValue:
    years: defaultdict[str, list[Event]] = defaultdict(list)
    for event in context.library.records(Event):
        years[str(event.when.year or "No year given")].append(event)
    sections = tuple(
        Section(f"y_{year.split()[0].lower()}", year, events(context, years[year], full=True))
        for year in sorted(years)
    )
    gone = (entry.record for entry in context.library.of_kind("event"))
    return PageValue(
        "pages/timeline.html",
        frame(context, _TITLE, _LEDE),
        Plate(_TITLE, _LEDE, crumbs=crumbs(context, _TITLE)),
        (*sections, *withdrawn(gone)),
        indexed=plain_tags(_TITLE, _TITLE),
    )
