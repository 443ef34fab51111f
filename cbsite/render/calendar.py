"""Calendars as iCalendar (RFC 5545)."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from cbsite.layout.values import CalendarEvent, CalendarValue

if TYPE_CHECKING:
    from icalendar import Event

_PRODUCT = "-//cbsite//cbsite//EN"
_REFRESH = datetime.timedelta(days=1)


def render_calendar(value: CalendarValue) -> bytes:
    """The bytes of a calendar: whole days, lines folded and escaped as the standard asks."""
    from icalendar import Calendar, vDuration

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", _PRODUCT)
    calendar.add("calscale", "GREGORIAN")
    # The name twice: as RFC 7986 has it, and as programs older than that know it.
    calendar.add("name", value.name, {"LANGUAGE": value.language})
    calendar.add("x-wr-calname", value.name)
    calendar.add("refresh-interval", vDuration(_REFRESH), {"VALUE": "DURATION"})
    for event in value.events:
        calendar.add_component(_component(event))
    return bytes(calendar.to_ical())


def _component(value: CalendarEvent) -> Event:
    from icalendar import Event, vDatetime

    event = Event()
    event.add("uid", value.uid)
    # When the event's record was last revised is not known, and the day of the build would make it look
    # new every day. So the stamp is the event's own first day, and `sequence` tells that it was moved.
    # A ready value: given a plain one, icalendar would look for a time zone on the disk.
    stamp = datetime.datetime.combine(value.start, datetime.time(), datetime.UTC)
    event.add("dtstamp", vDatetime(stamp))
    event.add("sequence", value.sequence)
    event.add("dtstart", value.start)
    event.add("dtend", value.end)
    event.add("summary", value.summary)
    event.add("status", value.status)
    event.add("description", value.description)
    if value.location:
        event.add("location", value.location)
    event.add("url", value.address)
    event.add("categories", list(value.categories))
    # It stands in people's calendars; it does not keep them busy.
    event.add("transp", "TRANSPARENT")
    return event
