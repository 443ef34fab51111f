"""The library and the plan of the last build, whose records are read only when somebody asks for them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from cbsite.library.library import Library
from cbsite.memo import Memo
from cbsite.plan.facets import Facets
from cbsite.plan.plan import Plan
from cbsite.read.entry import Entry, Key
from cbsite.read.unit import Reading
from cbsite.rebuild.index import Index
from cbsite.rebuild.last import UnitMark
from cbsite.rebuild.readings import kept_in
from cbsite.rebuild.retouch import Forgotten
from cbsite.records.site import Site


class Shelves:
    """The readings of units, each taken from the memo when it is first asked for."""

    def __init__(self, memo: Memo, units: Mapping[str, UnitMark]) -> None:
        self._memo, self._units = memo, units
        self._known: dict[str, dict[Key, Entry]] = {}

    def put(self, path: str, reading: Reading) -> None:
        """This is how the unit at `path` reads now."""
        entries = (record.entry for record in reading.records)
        self._known[path] = {entry.key: entry for entry in entries if entry}

    def entry(self, path: str, key: Key) -> Entry:
        """A record of a unit. Raises Forgotten."""
        if path not in self._known:
            data = self._memo.get([self._units[path].key]).get(self._units[path].key)
            if data is None:
                raise Forgotten(path)
            self.put(path, kept_in(data).reading())
        return self._known[path][key]


class Entries(Mapping[Key, Entry]):
    """Records by key, in order; each is read when it is first asked for."""

    def __init__(self, shelves: Shelves, paths: Mapping[Key, str]) -> None:
        self._shelves, self._paths = shelves, paths

    def __getitem__(self, key: Key) -> Entry:
        return self._shelves.entry(self._paths[key], key)

    def __contains__(self, key: object) -> bool:
        return key in self._paths

    def __iter__(self) -> Iterator[Key]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def library_of(
    index: Index,
    shelves: Shelves,
    site: Site,
    as_of: datetime.date,
    days: Mapping[str, datetime.date],
) -> Library:
    """The library of the last build."""
    published, hidden = Entries(shelves, index.published), Entries(shelves, index.hidden)
    known = index.known
    return Library(site, published, hidden, index.mentioned_in, as_of, known=known, days=days)


def plan_of(index: Index, library: Library) -> Plan:
    """The plan of the last build."""
    return Plan(
        {page.address: page for page in index.pages},
        index.locations,
        index.redirects,
        index.links,
        index.files,
        index.sizes,
        index.pictures,
        Facets(library),
        {feed.address: feed for feed in index.feeds},
    )
