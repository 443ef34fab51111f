"""The library: every record of the hub, and what refers to what."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import TypeVar, cast

import msgspec

from cbsite.library.gaps import Unknowns
from cbsite.library.kin import Kin, KinTable, kin_table
from cbsite.library.terms import Vocabulary
from cbsite.read.entry import Entry, Key, UnreadText
from cbsite.records.glossary import Term
from cbsite.records.kinds import KIND_OF, kinds_named
from cbsite.records.record import Record
from cbsite.records.site import Site

R = TypeVar("R", bound=Record)
T = TypeVar("T")


class Known(msgspec.Struct, frozen=True, array_like=True):
    """What a library knows of all its records at once."""

    withdrawn: frozenset[Key]
    kin: KinTable


@dataclass(frozen=True)
class Library:
    """All records by kind and id, in that order.

    `entries` holds what is published; `hidden` what is not (drafts and items that wait for their
    date), which a page may name but not link to. `mentioned_in` gives, for each record, the records
    that refer to it. `as_of` is the day that the site is made for: it decides what is due or expired.
    `unread` names records that are written but have errors of their own (with an
    empty id: some of a kind), and `unread_texts` holds their texts. `days` are those on which the files of
    registers were last committed, by path (`content/data/places.yml`); empty where the history is not known.
    """

    site: Site
    entries: Mapping[Key, Entry]
    hidden: Mapping[Key, Entry]
    mentioned_in: Mapping[Key, tuple[Key, ...]]
    as_of: datetime.date
    unread: frozenset[Key] = frozenset()
    unread_texts: tuple[UnreadText, ...] = ()
    known: Known | None = None
    """What is known of records that may not have been looked at yet."""
    days: Mapping[str, datetime.date] = field(default_factory=dict)

    def find(self, key: Key) -> Entry | None:
        """The entry, published or hidden; `kind` may stand for several, as `source` does."""
        found = self.entries.get(key) or self.hidden.get(key)
        if found is None:
            kinds = (kind for kind in kinds_named(key[0]) if kind != key[0])
            found = next((e for kind in kinds if (e := self.find((kind, key[1])))), None)
        return found

    def is_unread(self, key: Key) -> bool:
        """Whether the record is written, but could not be read; its own error is reported already."""
        kinds = kinds_named(key[0])
        return any((kind, id) in self.unread for kind in kinds for id in (key[1], ""))

    def is_published(self, entry: Entry) -> bool:
        return entry.key in self.entries

    def of_kind(self, kind: str) -> tuple[Entry, ...]:
        """The published entries of a kind, by id."""
        found = self._of_kind.get(kind)
        if found is None:
            found = tuple(self.entries[key] for key in self._keys.get(kind, ()))
            self._of_kind[kind] = found
        return found

    def records(self, model: type[R]) -> tuple[R, ...]:
        """The published records of a type, by id, without those withdrawn."""
        found = self._records.get(KIND_OF[model])
        if found is None:
            entries = self.of_kind(KIND_OF[model])
            found = tuple(e.record for e in entries if e.record.status != "withdrawn")
            self._records[KIND_OF[model]] = found
        return cast("tuple[R, ...]", found)

    def having(self, model: type[R], field: str, id: str) -> tuple[R, ...]:
        """Those of `records` whose field is an id, or has it in its list: `having(Pilot, "place", "essex")`.

        `members.org` looks into a list of groups. A register is sorted out by a field once, not for each page.
        """
        found = self._by_field.get((model, field))
        if found is None:
            sorted_out: defaultdict[str, list[Record]] = defaultdict(list)
            for record in self.records(model):
                for value in _ids_in(record, field):
                    sorted_out[value].append(record)
            found = {value: tuple(records) for value, records in sorted_out.items()}
            self._by_field[model, field] = found
        return cast("tuple[R, ...]", found.get(id, ()))

    def once(self, make: Callable[[Library], T]) -> T:
        """What a function of a module makes of this library: made once, however many pages ask for it."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast("T", self._made[make])

    @cached_property
    def _by_field(self) -> dict[tuple[type[Record], str], dict[str, tuple[Record, ...]]]:
        """What `having` has sorted out so far."""
        return {}

    @cached_property
    def _made(self) -> dict[Callable[[Library], object], object]:
        """What `once` has made so far."""
        return {}

    @cached_property
    def _records(self) -> dict[str, tuple[Record, ...]]:
        """What `records` has found so far."""
        return {}

    @cached_property
    def _of_kind(self) -> dict[str, tuple[Entry, ...]]:
        """What `of_kind` has found so far."""
        return {}

    @cached_property
    def _keys(self) -> dict[str, tuple[Key, ...]]:
        return {kind: tuple(keys) for kind, keys in groupby(self.entries, key=lambda key: key[0])}

    @cached_property
    def kin(self) -> Kin:
        """Which items share something with which."""
        return Kin(self.entries, self.kin_table)

    @cached_property
    def kin_table(self) -> KinTable:
        """What `kin` is made from."""
        return self.known.kin if self.known else kin_table(self.entries)

    @cached_property
    def withdrawn(self) -> frozenset[Key]:
        """The published records that have only their notice left."""
        if self.known:
            return self.known.withdrawn
        return frozenset(
            k for k, entry in self.entries.items() if entry.record.status == "withdrawn"
        )

    @cached_property
    def unknowns(self) -> Unknowns:
        """What is not known, gathered by rule."""
        return Unknowns(self.entries, self.site, self.as_of)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The labels of the glossary, to be found in texts."""
        return Vocabulary(self.records(Term))

    def record(self, model: type[R], kind: str, id: str) -> R:
        """The record `kind:id`, published or hidden; its reference has been checked before."""
        entry = self.find((kind, id))
        assert entry is not None and isinstance(entry.record, model)
        return entry.record

    def mentions(self, key: Key) -> Iterator[Entry]:
        """The published entries that refer to `key`, by kind and id, without those withdrawn."""
        return (self.entries[mention] for mention in self.mentions_by_key(key))

    def mentions_by_key(self, key: Key) -> Iterator[Key]:
        """The keys of the same."""
        found = self.mentioned_in.get(key, ())
        return (mention for mention in found if mention not in self.withdrawn)


def _ids_in(record: Record, field: str) -> Iterator[str]:
    """The ids that a field of a record holds, each once."""
    name, _, inner = field.partition(".")
    value = getattr(record, name)
    values = value if isinstance(value, tuple) else (value,)
    found = dict.fromkeys(getattr(one, inner) if inner else one for one in values)
    return (id for id in found if id is not None)
