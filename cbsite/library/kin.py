"""What items share with one another: the index behind "related"."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from heapq import nlargest
from itertools import chain

import msgspec

from cbsite.read.entry import Entry, Key
from cbsite.records.case_study import CaseStudy
from cbsite.records.common import Item
from cbsite.records.page import Page
from cbsite.records.pilot import Pilot
from cbsite.records.record import Record

_WEIGHTS = {"pilot": 4, "place": 3, "theme": 2, "programme": 1}
"""How much it says that two items share one of these: the narrower, the more."""

_COMMON = 200
"""What more items than this share tells nothing about any two of them."""


@dataclass(frozen=True, slots=True)
class Relative:
    """Another item and what it shares with this one, the weightiest first."""

    key: Key
    shared: tuple[Key, ...]


class KinTable(msgspec.Struct, frozen=True, array_like=True):
    """What is to be known of all items to tell which are kin: the day of each, and which have what in common."""

    days: Mapping[Key, int]
    holders: Mapping[Key, tuple[Key, ...]]


def kin_table(entries: Mapping[Key, Entry]) -> KinTable:
    """The table of some records."""
    candidates = {key: e.record for key, e in entries.items() if _may_be_shown(e.record)}
    holders: defaultdict[Key, list[Key]] = defaultdict(list)
    for key, record in candidates.items():
        for tag in _shown_for(record):
            holders[tag].append(key)
    return KinTable(
        {key: _day(record).toordinal() for key, record in candidates.items()},
        {tag: tuple(keys) for tag, keys in holders.items() if len(keys) <= _COMMON},
    )


class Kin:
    """Which items share pilots, places, themes and programmes."""

    def __init__(self, entries: Mapping[Key, Entry], table: KinTable) -> None:
        self._entries, self._days, self._holders = entries, table.days, table.holders

    def of(self, key: Key, most: int = 1_000_000) -> tuple[Relative, ...]:
        """The items that share something with this one: what shares most first, then the newest; at most so many."""
        tags = _tags(self._entries[key].record)
        # Each as often as it weighs, for that is counted without a step in Python for each of thousands.
        sharing = (self._holders.get(tag, ()) * _WEIGHTS[tag[0]] for tag in tags)
        scores = Counter(chain.from_iterable(sharing))
        scores.pop(key, None)
        least = min(nlargest(most, scores.values()), default=0)
        chosen = sorted(
            (other for other, score in scores.items() if score >= least),
            key=lambda other: (-scores[other], -self._days[other], other),
        )
        return tuple(Relative(other, self._shared(tags, other)) for other in chosen[:most])

    def _shared(self, tags: tuple[Key, ...], other: Key) -> tuple[Key, ...]:
        theirs = _shown_for(self._entries[other].record)
        return tuple(tag for tag in tags if tag in theirs and tag in self._holders)


def _may_be_shown(record: Record) -> bool:
    """Items that somebody might read next; a plain page is reached from the foot of every page."""
    kind = isinstance(record, Item | Pilot) and not isinstance(record, Page)
    return kind and record.status == "published"


def _day(record: Record) -> datetime.date:
    return record.shown_updated if isinstance(record, Item) else datetime.date.min


def _shown_for(record: Record) -> tuple[Key, ...]:
    """What brings a record into the list of another: a pilot only its place, as all of a programme share the rest."""
    tags = _tags(record)
    return tuple(tag for tag in tags if tag[0] == "place") if isinstance(record, Pilot) else tags


def _tags(record: Record) -> tuple[Key, ...]:
    """What a record is about, the weightiest first, each once."""
    found = dict.fromkeys(_named(record))
    return tuple(sorted(found, key=lambda tag: -_WEIGHTS[tag[0]]))


def _named(record: Record) -> Iterator[Key]:
    if isinstance(record, Pilot):
        yield "place", record.place
        yield "programme", record.programme
        yield from (("theme", id) for id in record.themes)
    elif isinstance(record, Item):
        if isinstance(record, CaseStudy) and record.pilot:
            yield "pilot", record.pilot
        yield from (("pilot", id) for id in record.pilots)
        yield from (("place", id) for id in record.places)
        yield from (("theme", id) for id in record.themes)
        yield from (("programme", id) for id in record.programmes)
