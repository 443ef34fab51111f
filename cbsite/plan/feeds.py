"""Files for other programs: news feeds, calendars, and the data of every register."""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec

from cbsite.library.library import Library
from cbsite.read.entry import Entry, Key
from cbsite.records.common import Item
from cbsite.records.event import Event
from cbsite.records.kinds import KIND_OF, KINDS, Kind
from cbsite.records.news import News
from cbsite.records.theme import Theme

FEED, CALENDAR, PACKAGE = "/feed.xml", "/events.ics", "/data/datapackage.json"
"""The addresses of the news feed and the calendar of the whole site, and of what describes its data."""

FEED_KINDS = ("news", "case-study", "document", "collection", "page")
"""What a feed tells of: what the hub publishes, and so has a day of publishing."""

MOST_RECORDS = 1000
"""Records in one file of data; a register with more is in several."""

MOST_DATES = 500
"""Events in the calendar of the site: the latest. Each event has a calendar file of its own too."""

_LAST_DAYS = ("deadline", "target", "claim")
"""Kinds of event whose date is the last day; a stretch of days is then no event of so many days."""

_HEDGE = re.compile(
    r"\b(?:by|before|after|about|around|circa|early|mid|late|later|until|since|perhaps|or|some ?time)\b",
    re.IGNORECASE,
)
"""In a source's own words for a date: that it was on some day near there, not on that day."""


class PlannedFeed(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One file for programs to make, at `address` (`/events.ics`).

    atom: what is new, on the whole site or on one theme (`key`). calendar: all events, or one (`key`).
    csv and json: the records of the kind `register` is of. package: the columns of all csv files. sitemap: some
    of the addresses of all pages. anchors: on which page of the list at `register` (`/timeline/`) things now stand.
    """

    address: str
    form: Literal["atom", "calendar", "csv", "json", "package", "sitemap", "anchors"]
    key: Key | None = None
    register: str = ""
    number: int = 1
    """Which part it is, from 1, of a register or sitemap in several files."""


def plan_feeds(library: Library) -> Iterator[PlannedFeed]:
    """Every feed, calendar and data file of the site, and none that would be empty."""
    if library.once(newest_items):
        yield PlannedFeed(FEED, "atom")
    themes = library.once(newest_by_theme)
    for theme in library.records(Theme):
        if theme.id in themes:
            yield PlannedFeed(theme_feed(theme.id), "atom", ("theme", theme.id))
    events = [event for event in library.records(Event) if calendar_days(event)]
    if events:
        yield PlannedFeed(CALENDAR, "calendar")
    for event in events:
        yield PlannedFeed(event_calendar(event.id), "calendar", ("event", event.id))
    kinds = data_kinds(library)
    for kind in kinds:
        for number in range(1, parts_of(library, kind) + 1):
            for form in ("csv", "json"):
                address = data_address(kind.register, form, number)
                yield PlannedFeed(address, form, None, kind.register, number)
    if kinds:
        yield PlannedFeed(PACKAGE, "package")


def data_kinds(library: Library) -> tuple[Kind, ...]:
    """The kinds with any published record, in the order of `KINDS`."""
    return tuple(kind for kind in KINDS if library.of_kind(kind.name))


def parts_of(library: Library, kind: Kind) -> int:
    """In how many files the data of a register is."""
    return -(-len(library.of_kind(kind.name)) // MOST_RECORDS)


def records_in_part(library: Library, kind: Kind, number: int) -> tuple[Entry, ...]:
    """The records in the `number`th of those files, from 1, by id."""
    start = (number - 1) * MOST_RECORDS
    return library.of_kind(kind.name)[start : start + MOST_RECORDS]


def latest_dates(library: Library) -> tuple[Event, ...]:
    """The events in the calendar of the site: of those known to the day the latest, in order of time."""
    dated = (event for event in library.records(Event) if calendar_days(event))
    return tuple(sorted(dated, key=lambda event: (event.when.sort_key, event.id))[-MOST_DATES:])


def data_address(register: str, form: Literal["csv", "json"], number: int = 1) -> str:
    """Where the data of a register is: `/data/places.csv`, its second part `/data/places/2.csv`."""
    part = f"/{number}" if number > 1 else ""
    return f"/data/{register}{part}.{form}"


def parts_address(register: str) -> str:
    """Where the files are listed of a register that is in several."""
    return f"/data/{register}/"


def theme_feed(id: str) -> str:
    """Where the news feed of a theme is."""
    return f"/themes/{id}/feed.xml"


def event_calendar(id: str) -> str:
    """Where the calendar with one event is."""
    return f"/events/{id}.ics"


def feed_items(library: Library) -> tuple[Item, ...]:
    """What may stand in a feed: published, and neither archived nor expired; by kind and id."""
    records = (entry.record for name in FEED_KINDS for entry in library.of_kind(name))
    return tuple(
        record
        for record in records
        if isinstance(record, Item)
        and record.status == "published"
        and not _has_expired(record, library.as_of)
    )


def newest_items(library: Library) -> tuple[Item, ...]:
    """What may stand in a feed, the newest first; for `Library.once`."""
    newest = sorted(feed_items(library), key=lambda item: (KIND_OF[type(item)], item.id))
    newest.sort(key=lambda item: (item.shown_updated, item.date), reverse=True)
    return tuple(newest)


def newest_by_theme(library: Library) -> Mapping[str, tuple[Item, ...]]:
    """The same for each theme that has any; for `Library.once`."""
    found: defaultdict[str, list[Item]] = defaultdict(list)
    for item in library.once(newest_items):
        for theme in dict.fromkeys(item.themes):
            found[theme].append(item)
    return {theme: tuple(items) for theme, items in found.items()}


def _has_expired(item: Item, as_of: datetime.date) -> bool:
    return isinstance(item, News) and item.expires is not None and item.expires <= as_of


def calendar_days(event: Event) -> tuple[datetime.date, datetime.date] | None:
    """The first and last day of an event that is known to the day; None for all others.

    Months, seasons, hedges and what the source tells only in words stay out of calendars, which would
    show them as days that nobody gave.
    """
    bounds = event.when.bounds
    if bounds is None or event.when.approximate or any(end.day is None for end in bounds):
        return None
    if event.when.display and _HEDGE.search(event.when.display):
        return None
    first, last = bounds[0].earliest, bounds[1].latest
    return None if first != last and event.kind in _LAST_DAYS else (first, last)
