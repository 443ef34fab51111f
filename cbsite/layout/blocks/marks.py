"""How the date of an event is drawn: only as exactly as the source is."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from cbsite.layout.values import Shape
from cbsite.records.dates import PartialDate
from cbsite.records.event import Event

BY = ("deadline", "target", "claim")
"""Kinds of event whose date is the last day, not the day."""

MEANINGS: tuple[tuple[Shape, str], ...] = (
    ("dot", "a day"),
    ("bar", "some day in a month, or several days"),
    ("box", "about, or a season"),
    ("by", "by this date"),
    ("ring", "a day that was planned"),
    ("open", "planned for some day in a month, or for several days"),
    ("moved", "moved to another day"),
    ("cancelled", "cancelled"),
)
"""Every shape, in the order of the key, with what it means."""

_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Drawn:
    """The shape of an event, from the first day to the day after the last.

    `before`: the day that a moved event stood on before, where a source gives it.
    """

    shape: Shape
    start: datetime.date
    end: datetime.date
    before: datetime.date | None = None


def drawn(event: Event) -> Drawn | None:
    """How an event is drawn; None where only its year or only words are known."""
    bounds = event.when.bounds
    if bounds is None or bounds[0].precision == "year":
        return None
    start, end = bounds[0].earliest, bounds[1].latest + _DAY
    before = event.moved_from[-1].bounds if event.moved_from else None
    return Drawn(_shape(event), start, end, before[0].earliest if before else None)


def _shape(event: Event) -> Shape:
    if event.certainty in ("moved", "cancelled"):
        return "moved" if event.certainty == "moved" else "cancelled"
    if event.kind in BY:
        return "by"
    one_day = _one_day(event.when)
    if event.when.approximate or not (one_day or _clear(event.when)):
        return "box"
    if event.certainty in ("planned", "expected"):
        return "ring" if one_day else "open"
    return "dot" if one_day else "bar"


def _one_day(when: PartialDate) -> bool:
    first, last = when.bounds or (None, None)
    return first is not None and first == last and first.precision == "day"


def _clear(when: PartialDate) -> bool:
    """Whether a date is a month or a run of days, and the source's own words (`early May`) say no less."""
    if when.bounds is None:
        return False
    first, last = when.bounds
    if first != last and not (first.precision == last.precision == "day"):
        return False
    plain = when.model_copy(update={"display": None})
    return when.words_before_year == plain.words_before_year
