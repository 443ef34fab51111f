"""Keys, and the memo that answers for them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from cbsite.ports.store import Store

_ENCODER = msgspec.msgpack.Encoder()
_SIZE = 16

_MOST_WAITING = 16_000_000
"""Bytes that wait in memory to be written."""


def digest(*parts: Any) -> bytes:
    """16 bytes that stand for some values: anything that msgspec can encode, told apart by type and place."""
    return hashlib.blake2b(_ENCODER.encode(parts), digest_size=_SIZE).digest()


class Memo:
    """Remembers the bytes that a stage gave for an input, from one run to the next.

    `stage` names a pure function. What is put in is written when it is much, and when `flush` is called.
    """

    def __init__(self, store: Store, engine: bytes) -> None:
        self._store, self._engine = store, engine
        self._new: dict[bytes, bytes] = {}
        self._used: set[bytes] = set()
        self._waiting = 0

    def key(self, stage: str, *parts: Any) -> bytes:
        """The key of an input to a stage."""
        return digest(self._engine, stage, *parts)

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """What is known for those of the keys that were met before."""
        self._used.update(keys)
        known = {key: self._new[key] for key in keys if key in self._new}
        return known | self._store.get([key for key in keys if key not in known])

    def put(self, values: Mapping[bytes, bytes] | Iterable[tuple[bytes, bytes]]) -> None:
        """Remember some results."""
        for key, value in values.items() if isinstance(values, Mapping) else values:
            self._new[key] = value
            self._waiting += len(value)
        if self._waiting > _MOST_WAITING:
            self.flush()

    def use(self, keys: Iterable[bytes]) -> None:
        """These are still of use, though nobody asked for them."""
        self._used.update(keys)

    def may_forget(self, used: int) -> bool:
        """Whether there is anything to tidy up in a run that has use for so many keys, or more."""
        return self._store.holds_much_more(used)

    def flush(self, tidy: bool = False) -> None:
        """Write what is new; `tidy`: forget what this run had no use for, where that is most of the store."""
        if self._new:
            self._store.put(self._new)
            self._used.update(self._new)
            self._new, self._waiting = {}, 0
        if tidy:
            self._store.keep(self._used)

    def close(self) -> None:
        self._store.close()
