"""Values for files that other programs read: news feeds, calendars, data."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TypeAlias

from cbsite.layout.values.value import Value


class FeedEntry(Value, frozen=True):
    """One thing that is new, as an entry of Atom (RFC 4287). Times are RFC 3339 text, addresses whole."""

    id: str
    title: str
    address: str
    published: str
    updated: str
    summary: str = ""
    author: str = ""
    """Who made it, where that is not the site."""
    language: str = ""
    """The language of its words, where it is not the site's."""
    licence: str = ""
    """What readers may do with it, where that is not the site's licence."""
    categories: tuple[tuple[str, str], ...] = ()
    """The id and label of each theme."""


class FeedValue(Value, frozen=True):
    """A feed of Atom: what is new, the newest first. Times are RFC 3339 text, addresses whole."""

    template: str
    id: str
    title: str
    subtitle: str
    language: str
    address: str
    page: str
    """The address of the page that people read instead."""
    updated: str
    author: str
    author_address: str
    licence: str
    entries: tuple[FeedEntry, ...]


class CalendarEvent(Value, frozen=True):
    """An event of whole days. `status` is a word of iCalendar; `end` is the day after the last."""

    uid: str
    summary: str
    start: datetime.date
    end: datetime.date
    status: str
    sequence: int
    """How often the event has been given another date."""
    description: str
    location: str
    address: str
    categories: tuple[str, ...]


class CalendarValue(Value, frozen=True):
    """A calendar (RFC 5545) with its events in order of time."""

    name: str
    language: str
    events: tuple[CalendarEvent, ...]


class Fields(Value, frozen=True):
    """The fields of a record, or of a group in it, in the order of the model."""

    pairs: tuple[tuple[str, Plain], ...]


Plain: TypeAlias = bool | Decimal | str | tuple["Plain", ...] | Fields | None
"""What data is made of: numbers, text, lists, groups of fields."""


class Dataset(Value, frozen=True):
    """All records of a register. `columns` are the paths of its fields, such as `source.id`."""

    columns: tuple[str, ...]
    records: tuple[Fields, ...]
