"""Events in order of time, each drawn on the ruler of its year only as exactly as the source is."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterable

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.mentions import mentioned
from cbsite.layout.parts.wording import capital, label, when
from cbsite.layout.values import EventRow, Events, Mark, Words
from cbsite.records.dates import PartialDate
from cbsite.records.event import Event

_BY = ("deadline", "target", "claim")
"""Kinds of event whose date is the last day, not the day."""


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    return tuple(sorted(events, key=lambda event: (event.when.sort_key, event.id)))


def events(context: Context, chosen: Iterable[Event], full: bool = False) -> tuple[Events, ...]:
    """A block of events, nothing for no events. `full`: the timeline, where references to events lead."""
    rows = tuple(_row(context, event, full) for event in in_order(chosen))
    return (Events(rows, full),) if rows else ()


def _row(context: Context, event: Event, full: bool) -> EventRow:
    lanes = {lane.id: lane.label for lane in context.library.site.lanes}
    state = label(event.certainty)
    if event.kind in _BY:
        state = f"{label(event.kind)}, {state.lower()}"
    if event.venue:
        state = f"{state}, {event.venue}"
    if event.moved_from:
        before = " and ".join(when(date).text for date in event.moved_from)
        state = f"{state}; before that, {before}"
    if event.series:
        state = f"{state}; part of {event.series}"
    note = " ".join(part for part in (event.summary, event.note, event.when.note) if part)
    return EventRow(
        anchor=event.id if full else "",
        when=capital(event.when.words_before_year),
        year=event.when.year_words,
        inferred=event.when.inferred,
        mark=_mark(event),
        title=Words(event.title) if full else context.link_to("event", event.id),
        state=state,
        lane=lanes.get(event.lane, ""),
        source=context.cite(event.source),
        note=note if full else "",
        who=context.links_to("organisation", event.orgs) if full else (),
        mentioned=mentioned(context, ("event", event.id)) if full else (),
    )


def _mark(event: Event) -> Mark | None:
    """The mark on the ruler of the event's first year; None where only words are known."""
    bounds = event.when.bounds
    if bounds is None or bounds[0].precision == "year":
        return None
    year = bounds[0].year
    start, end = _part(bounds[0].earliest, year), _part(bounds[1].latest + _DAY, year)
    words = when(event.when).text
    if event.certainty == "moved":
        return Mark("moved", _moved_from(event.moved_from, year, start), start, words)
    if event.kind in _BY:
        return Mark("by", max(end - 0.16, 0.0), end, words)
    if event.when.approximate or (event.when.display and bounds[0].precision != "day"):
        return Mark("box", start, end, words)
    if event.certainty in ("planned", "expected"):
        middle = (start + end) / 2
        return Mark("ring", middle, middle, words)
    if bounds[0] == bounds[1] and bounds[0].precision == "day":
        return Mark("dot", start, start, words)
    return Mark("bar", start, end, words)


_DAY = datetime.timedelta(days=1)


def _moved_from(dates: tuple[PartialDate, ...], year: int, now: float) -> float:
    """Where the event stood before; a little to the left where the source gives no date."""
    before = dates[-1].bounds if dates else None
    return _part(before[0].earliest, year) if before else max(now - 0.08, 0.0)


def _part(date: datetime.date, year: int) -> float:
    """How far into `year` a day is, from 0 to 1, to four places."""
    days = 366 if calendar.isleap(year) else 365
    return round(min(max((date - datetime.date(year, 1, 1)).days / days, 0.0), 1.0), 4)
