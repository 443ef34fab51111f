"""YAML as a tree of text with positions; no value is ever guessed."""

from __future__ import annotations

from dataclasses import dataclass

from cbsite.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value, always text. `quoted` tells `"12"` from `12`."""

    text: str
    quoted: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Value, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values, in order."""

    entries: tuple[tuple[Scalar, Value], ...]
    span: Span

    def get(self, key: str) -> Value | None:
        return next((value for name, value in self.entries if name.text == key), None)

    def key(self, key: str) -> Scalar | None:
        """The key itself, for its span."""
        return next((name for name, _ in self.entries if name.text == key), None)


Value = Scalar | Sequence | Mapping


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
