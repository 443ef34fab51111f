"""Every date in a record, and which are too far away to be meant."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from pydantic import BaseModel

from cbsite.records.dates import PartialDate
from cbsite.records.part import Loc

FIRST_YEAR = 1900
"""Dates of an earlier year are asked about."""

YEARS_AHEAD = 30
"""Dates further in the future are asked about."""


def dates_in(part: BaseModel, at: Loc = ()) -> Iterator[tuple[Loc, PartialDate | datetime.date]]:
    """Every date inside a group of fields, with its place."""
    for name in type(part).model_fields:
        yield from _in_value(getattr(part, name), (*at, name))


def _in_value(value: object, at: Loc) -> Iterator[tuple[Loc, PartialDate | datetime.date]]:
    if isinstance(value, PartialDate | datetime.date):
        yield at, value
    elif isinstance(value, BaseModel):
        yield from dates_in(value, at)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _in_value(item, (*at, index))


def years_of(date: PartialDate | datetime.date) -> tuple[int, ...]:
    """The years that a date names, the first first."""
    if isinstance(date, datetime.date):
        return (date.year,)
    return tuple(dict.fromkeys(end.year for end in date.bounds)) if date.bounds else ()


def is_far(year: int, as_of: datetime.date) -> bool:
    """Whether a year is so far away that it is most likely mistyped."""
    return not FIRST_YEAR <= year <= as_of.year + YEARS_AHEAD


def meant_year(year: int, as_of: datetime.date) -> int | None:
    """The one year of our time that `year` is with one digit wrong or two swapped, such as 2012 for 2102 or 1012.

    Two that stand beside each other are swapped more often than a digit is mistyped.
    """
    digits = f"{year:04}"
    swapped = {int(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]) for at in range(3)}
    first = {int(f"{digit}{digits[1:]}") for digit in "12"}
    for others in (swapped, first):
        near = [other for other in others if 1990 <= other <= as_of.year + 5]
        if near:
            return near[0] if len(near) == 1 else None
    return None
