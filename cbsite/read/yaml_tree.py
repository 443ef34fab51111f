"""YAML as a tree of text with positions; no value is ever guessed."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from cbsite.diagnostics import Span

LOST = "\ufdd0"
"""Stands, while a text is read, where something could not be; no text that an author types holds it."""


class Scalar(msgspec.Struct, frozen=True, tag=True, array_like=True, gc=False):
    """A single value, always text. `quoted` tells `"12"` from `12`."""

    text: str
    quoted: bool
    span: Span

    @property
    def is_lost(self) -> bool:
        return self.text == LOST


class Sequence(msgspec.Struct, frozen=True, tag=True, array_like=True, gc=False):
    """A list; `lost` if entries are missing because they could not be read."""

    items: tuple[Value, ...]
    span: Span
    lost: bool = False


class Mapping(msgspec.Struct, frozen=True, tag=True, array_like=True, gc=False):
    """Keys and values, in order. `lost` names the fields that could not be read; empty for an unknown one."""

    entries: tuple[tuple[Scalar, Value], ...]
    span: Span
    lost: frozenset[str] = frozenset()

    def get(self, key: str) -> Value | None:
        return next((value for name, value in self.entries if name.text == key), None)

    def key(self, key: str) -> Scalar | None:
        """The key itself, for its span."""
        return next((name for name, _ in self.entries if name.text == key), None)

    def may_have_had(self, key: str) -> bool:
        """Whether a field may be missing only because it could not be read."""
        return key in self.lost or "" in self.lost


Value = Scalar | Sequence | Mapping


def packed(mapping: Mapping) -> bytes:
    """A mapping as bytes, a tenth of its size in memory."""
    return msgspec.msgpack.encode(mapping)


def unpacked(data: bytes) -> Mapping:
    """The mapping that some bytes were packed from."""
    return _DECODER.decode(data)


_DECODER = msgspec.msgpack.Decoder(Mapping)


def is_whole(value: Value) -> bool:
    """Whether all of a value could be read."""
    if isinstance(value, Scalar):
        return True
    inner = value.items if isinstance(value, Sequence) else [item for _, item in value.entries]
    return not value.lost and all(is_whole(item) for item in inner)


def plain(value: Value) -> object:
    """The tree as `dict`, `tuple` and `str`; an empty unquoted value is None."""
    if isinstance(value, Scalar):
        return value.text if value.text or value.quoted else None
    if isinstance(value, Sequence):
        return tuple(plain(item) for item in value.items)
    return {key.text: plain(item) for key, item in value.entries}


def locate(value: Value, loc: tuple[str | int, ...]) -> Span:
    """The span of the value at `loc`; where the path ends early, of the key or value it got to."""
    span = value.span
    for step in loc:
        if isinstance(value, Mapping) and isinstance(step, str):
            key, inner = value.key(step), value.get(step)
            if key is None or inner is None:
                return span
            empty = isinstance(inner, Scalar) and not inner.text and not inner.quoted
            span = key.span if empty else inner.span
            value = inner
        elif isinstance(value, Sequence) and isinstance(step, int) and step < len(value.items):
            value = value.items[step]
            span = value.span
        else:
            return span
    return span


def places_in(
    value: Value, loc: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], Span]]:
    """Each value inside, by its path, and where it is written."""
    if isinstance(value, Mapping):
        inner: list[tuple[str | int, Value]] = [(key.text, item) for key, item in value.entries]
    elif isinstance(value, Sequence):
        inner = list(enumerate(value.items))
    else:
        return
    for step, item in inner:
        yield (*loc, step), item.span
        yield from places_in(item, (*loc, step))
