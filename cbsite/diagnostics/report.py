"""Diagnostics, and the report that collects them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

import msgspec
from msgspec.structs import replace

from cbsite.diagnostics.codes import CODES, Level
from cbsite.diagnostics.places import Edit, Position, Span
from cbsite.diagnostics.words import natural_order

SetLevel = Literal["error", "warning", "info", "off"]
"""What a hub may make of a code that is no error by itself."""


class Diagnostic(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One problem: what is wrong (`message`), what to do (`hint`), and where (`span`).

    `edits` mend it. They are `safe` where nothing that a reader sees is lost and nobody has to be asked;
    the others are proposals, such as the nearest right spelling, which people make themselves.
    """

    code: str
    level: Level
    span: Span
    message: str
    hint: str
    edits: tuple[Edit, ...] = ()
    safe: bool = True


def diagnose(
    code: str, span: Span, message: str, hint: str, edits: Iterable[Edit] = (), safe: bool = True
) -> Diagnostic:
    """A diagnostic of the level that `CODES` gives its code."""
    return Diagnostic(code, CODES[code][0], span, message, hint, tuple(edits), safe)


class Report(msgspec.Struct):
    """All diagnostics of one run, at the levels that the hub has set."""

    _found: dict[Diagnostic, None] = msgspec.field(default_factory=dict)
    _levels: Mapping[str, SetLevel] = msgspec.field(default_factory=dict)

    def keep(self, diagnostic: Diagnostic) -> None:
        """Record a problem; the same one a second time changes nothing."""
        self._found[diagnostic] = None

    def add(
        self,
        code: str,
        span: Span,
        message: str,
        hint: str,
        edits: Iterable[Edit] = (),
        safe: bool = True,
    ) -> None:
        """Record a problem. `code` must be one of `CODES`, which also gives its level."""
        self.keep(diagnose(code, span, message, hint, edits, safe))

    @property
    def found(self) -> tuple[Diagnostic, ...]:
        """Each problem once, in the order in which they were recorded, at the level of its code."""
        return tuple(self._found)

    def set_levels(self, levels: Mapping[str, SetLevel]) -> None:
        """From now on, take codes at these levels; what is off is as if it had not been found."""
        self._levels = levels

    def __iter__(self) -> Iterator[Diagnostic]:
        """Each problem once, by file, then place, then code."""
        return iter(sorted(self._levelled(), key=_order))

    def count(self, level: Level) -> int:
        return sum(1 for diagnostic in self._levelled() if diagnostic.level == level)

    def blocks(self, strict: bool) -> bool:
        """Whether nothing may be published: an error, or (strict) a warning."""
        blocking = ("error", "warning") if strict else ("error",)
        return any(diagnostic.level in blocking for diagnostic in self._levelled())

    def _levelled(self) -> Iterator[Diagnostic]:
        for diagnostic in self._found:
            level = self._levels.get(diagnostic.code, diagnostic.level)
            if level != "off":
                yield diagnostic if level == diagnostic.level else replace(diagnostic, level=level)


def _order(diagnostic: Diagnostic) -> tuple[tuple[str | int, ...], Position, str, str]:
    start = diagnostic.span.start or Position(0, 0)
    return natural_order(diagnostic.span.path), start, diagnostic.code, diagnostic.message
