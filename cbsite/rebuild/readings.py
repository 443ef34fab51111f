"""Units of content read again only where their bytes changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from cbsite.diagnostics import Diagnostic
from cbsite.memo import Memo
from cbsite.ports.workers import Workers
from cbsite.read.stored import Kept, kept
from cbsite.read.unit import Reading, Unit, read_unit

_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Kept)


class UnitRead(msgspec.Struct, frozen=True, array_like=True):
    """What there is to remember of a unit that was read."""

    key: bytes
    facts: bytes
    words: bytes
    found: tuple[Diagnostic, ...]


def unit_key(memo: Memo, unit: Unit, hashes: Mapping[str, bytes]) -> bytes:
    """The key of a unit's reading. `hashes` are those of the files in content/, by path there."""
    files = [(path, hashes[path]) for path, _ in unit.files]
    return memo.key("read", unit.prefix, unit.kind, unit.form, unit.id, files, unit.parts)


class Readings(msgspec.Struct):
    """Reads units, and knows from then on what was read (`marks`, by path)."""

    memo: Memo
    workers: Workers
    hashes: Mapping[str, bytes]
    marks: dict[str, UnitRead] = msgspec.field(default_factory=dict)
    fresh: int = 0
    """How many units were not remembered."""

    def __call__(self, units: Sequence[Unit]) -> Iterator[Reading]:
        """The reading of each unit, in order."""
        for unit, found in zip(units, self.kept(units), strict=True):
            key = unit_key(self.memo, unit, self.hashes)
            self.marks[unit.path] = UnitRead(key, found.facts, found.words, found.found)
            yield found.reading()

    def kept(self, units: Sequence[Unit]) -> Iterator[Kept]:
        """The same as bytes."""
        keys = [unit_key(self.memo, unit, self.hashes) for unit in units]
        known = self.memo.get(keys)
        missing = [unit for unit, key in zip(units, keys, strict=True) if key not in known]
        self.fresh += len(missing)
        made = iter(self.workers.map(read_to_bytes, missing))
        for key in keys:
            data = known.get(key)
            if data is None:
                data = next(made)
                self.memo.put([(key, data)])
            yield _DECODER.decode(data)


def read_to_bytes(unit: Unit) -> bytes:
    """A unit's reading as bytes: what other processes are asked for."""
    return _ENCODER.encode(kept(read_unit(unit)))


def kept_in(data: bytes) -> Kept:
    return _DECODER.decode(data)
