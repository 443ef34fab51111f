"""Events in order of time, each drawn on the ruler of its year only as exactly as the source is."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterable

from cbsite.layout.blocks.marks import BY, drawn
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.feed_links import event_file
from cbsite.layout.parts.mentions import mentioned
from cbsite.layout.parts.whole_lists import all_of
from cbsite.layout.parts.wording import capital, earlier_dates, label, row, when
from cbsite.layout.values import EventRow, Events, Mark, Row, Words
from cbsite.plan.mentions import MOST
from cbsite.records.event import Event


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    return tuple(sorted(events, key=lambda event: (event.when.sort_key, event.id)))


def events(context: Context, chosen: Iterable[Event], full: bool = False) -> tuple[Events, ...]:
    """A block of events, nothing for no events. `full`: the timeline, where references to events lead."""
    rows = tuple(_row(context, event, full) for event in in_order(chosen))
    return (Events(rows, full),) if rows else ()


def _row(context: Context, event: Event, full: bool) -> EventRow:
    lanes = {lane.id: lane.label for lane in context.library.site.lanes}
    state = label(event.certainty)
    if event.kind in BY:
        state = f"{label(event.kind)}, {state.lower()}"
    if event.venue:
        state = f"{state}, {event.venue}"
    state = "; ".join((state, *earlier_dates(event)))
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
        outcomes=_outcomes(context, event),
        mentioned=mentioned(context, ("event", event.id)) if full else (),
        calendar=event_file(context, event) if full else None,
    )


def _outcomes(context: Context, event: Event) -> tuple[Row, ...]:
    """What was planned, where this event is what came of it; and what came of it, where it was planned."""
    foreseen = context.published(Event, "event", event.outcome_of)
    came = in_order(context.library.having(Event, "outcome_of", event.id))
    dated = tuple(_dated(context, other) for other in came[:MOST])
    more = all_of(context, ("event", event.id), "event") if len(came) > MOST else None
    return (
        *row("Foreseen as", *(_dated(context, other) for other in in_order(foreseen))),
        *row("What came of it", *dated, more),
    )


def _dated(context: Context, event: Event) -> Words:
    return context.link_to("event", event.id, note=when(event.when).text)


def _mark(event: Event) -> Mark | None:
    """The mark on the ruler of the event's first year; None where only words or the year are known."""
    found = drawn(event)
    if found is None:
        return None
    year, words = found.start.year, when(event.when).text
    start, end = _part(found.start, year), _part(found.end, year)
    if found.shape == "moved":
        # A little to the left where the source gives no date.
        before = _part(found.before, year) if found.before else max(start - 0.08, 0.0)
        return Mark("moved", before, start, words)
    if found.shape == "dot":
        return Mark("dot", start, start, words)
    return Mark(found.shape, start, end, words)


def _part(date: datetime.date, year: int) -> float:
    """How far into `year` a day is, from 0 to 1, to four places."""
    days = 366 if calendar.isleap(year) else 365
    return round(min(max((date - datetime.date(year, 1, 1)).days / days, 0.0), 1.0), 4)
