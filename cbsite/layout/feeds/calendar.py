"""Events that are known to the day, as a calendar."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from urllib.parse import urlsplit

from cbsite.layout.parts.context import source_name
from cbsite.layout.parts.wording import earlier_dates, label
from cbsite.layout.values import CalendarEvent, CalendarValue
from cbsite.library.library import Library
from cbsite.plan.feeds import PlannedFeed, calendar_days, latest_dates
from cbsite.plan.orders import themes_by_id
from cbsite.plan.plan import Plan
from cbsite.records.event import Event
from cbsite.records.record import Citation

_STATUS = {"happened": "CONFIRMED", "cancelled": "CANCELLED"}
"""The word of iCalendar for a certainty; TENTATIVE for all that was only planned, expected or moved."""

_TOLD = ("deadline", "target", "claim")
"""Kinds that are said before the title: a calendar shows little else."""


def lay_out_calendar(library: Library, plan: Plan, feed: PlannedFeed) -> CalendarValue:
    """The calendar of the whole site, or of the one event that it was planned for."""
    site = library.site
    if feed.key is not None:
        event = library.record(Event, *feed.key)
        own = _event(library, plan, event)
        return CalendarValue(f"{event.title} - {site.name}", site.language, own)
    made = (one for event in latest_dates(library) for one in _event(library, plan, event))
    return CalendarValue(site.name, site.language, tuple(made))


def _event(library: Library, plan: Plan, event: Event) -> tuple[CalendarEvent, ...]:
    """The event, or nothing where it is not known to the day."""
    days = calendar_days(event)
    if days is None:
        return ()
    location = plan.locations["event", event.id]
    address = f"{library.site.absolute(location.address)}#{location.anchor}"
    lanes = {lane.id: lane.label for lane in library.site.lanes}
    known = library.once(themes_by_id)
    themes = (known[id].label for id in sorted(set(event.themes) & known.keys()))
    made = CalendarEvent(
        uid=_uid(library.site.base_url, event.id),
        summary=f"{label(event.kind)}: {event.title}" if event.kind in _TOLD else event.title,
        start=days[0],
        end=days[1] + datetime.timedelta(days=1),
        status=_STATUS.get(event.certainty, "TENTATIVE"),
        sequence=_sequence(event),
        description="\n".join([*_description(library, event), address]),
        location=event.venue or "",
        address=address,
        categories=(lanes[event.lane], *themes),
    )
    return (made,)


def _sequence(event: Event) -> int:
    """How often the event was revised, as far as is known: each date that it had before, and that it was called off."""
    moved = event.certainty == "moved" and not event.moved_from
    return len(event.moved_from) + (event.certainty == "cancelled" or moved)


def _description(library: Library, event: Event) -> Iterator[str]:
    """What a reader must know who sees the event in a calendar and not on the timeline."""
    yield f"{'; '.join((label(event.certainty), *earlier_dates(event)))}."
    if event.when.inferred:
        yield " ".join(("The source does not print the year.", event.when.note or "")).strip()
    elif event.when.note:
        yield event.when.note
    if event.when.display:
        yield f"The date in the source's words: {event.when.display}"
    yield from (text for text in (event.summary, event.note) if text)
    yield f"Source: {_cited(library, event.source)}"


def _cited(library: Library, citation: Citation) -> str:
    entry = library.find(("source", citation.id))
    assert entry is not None
    place = f"paragraph {citation.paragraph}" if citation.paragraph else citation.locator
    return ", ".join(part for part in (source_name(entry.record), place) if part)


def _uid(base_url: str, id: str) -> str:
    """A name that no other event in the world has, and that stays: two hubs on one host differ too."""
    parts = urlsplit(base_url)
    folders = (part for part in parts.path.split("/") if part)
    return f"{'.'.join((id, *folders))}@{parts.hostname}"
