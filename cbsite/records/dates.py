"""Partial dates: only as exact as the source is.

The form is a subset of EDTF (ISO 8601-2): a year, month or day, `~` for about, `?` for uncertain, and an
interval of two. Where the source's own words matter more, or no date can be given at all, they are kept.
"""

from __future__ import annotations

import calendar
import datetime
import re
from functools import lru_cache
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

MONTHS = (
    "", "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
"""English names by number; not `calendar.month_name`, which follows the machine's locale."""

Precision = Literal["day", "month", "year"]

_EDTF = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?P<mark>[~?%])?", re.ASCII
)
_DAY_FIRST = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", re.ASCII)
_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3,9}) (\d{4})", re.ASCII)


class CalendarDate(BaseModel):
    """A year, month or day of the proleptic Gregorian calendar, as printed."""

    model_config = ConfigDict(frozen=True)
    year: int
    month: int | None = None
    day: int | None = None
    approximate: bool = False
    uncertain: bool = False

    @property
    def precision(self) -> Precision:
        return "day" if self.day else "month" if self.month else "year"

    @property
    def earliest(self) -> datetime.date:
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> datetime.date:
        month = self.month or 12
        return datetime.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def words(self, with_year: bool = True, with_month: bool = True) -> str:
        parts = [str(self.day)] if self.day else []
        if self.month and with_month:
            parts.append(MONTHS[self.month])
        if with_year:
            parts.append(str(self.year))
        return " ".join(parts)


class PartialDate(BaseModel):
    """When something was, is or should be, with how the hub knows it.

    `date` is EDTF text; `display` the source's own words (needed where there is no date); `basis` says
    whether the source prints the year or the hub infers it; `note` why. Written as plain EDTF text when
    there is nothing else to say.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)
    date: Annotated[
        str | None, Field(description="EDTF: 2012, 2012-05, 2012-05-21, 2012-05~, a/b")
    ] = None
    display: str | None = None
    basis: Literal["printed", "inferred"] = "printed"
    note: str | None = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.date is None:
            if self.display is None:
                raise PydanticCustomError(
                    "date",
                    "A date needs either 'date' or 'display'.",
                    {
                        "hint": "Write for example  date: 2012-05  or  display: before the summer recess"
                    },
                )
        else:
            parse_edtf(self.date)
        return self

    @property
    def bounds(self) -> tuple[CalendarDate, CalendarDate] | None:
        """First and last calendar date (the same for a single one); None where only words are known."""
        return parse_edtf(self.date) if self.date else None

    @property
    def sort_key(self) -> str:
        """Earliest then latest day as ISO text; what has no date sorts last."""
        if self.bounds is None:
            return "9999-12-31/9999-12-31"
        return f"{self.bounds[0].earliest.isoformat()}/{self.bounds[1].latest.isoformat()}"

    @property
    def year(self) -> int | None:
        return self.bounds[0].year if self.bounds else None

    @property
    def words(self) -> str:
        """The date in words: `15 to 16 November 2010`, `December [2010] to January [2011]`."""
        return " ".join(part for part in (self.words_before_year, self.marked_year) if part)

    @property
    def words_before_year(self) -> str:
        """What stands before the year (`early May`); all the source's words where they hold the year.

        Between two years it holds the first, which is marked as any inferred year is: `December [2010] to January`.
        """
        if self.display is not None:
            return self._own_words[0]
        first, last = self._bounds()
        if first.year != last.year:
            begin = " ".join(
                part
                for part in (first.words(with_year=False), self._marked(str(first.year)))
                if part
            )
            text = f"{begin} to {last.words(with_year=False)}".rstrip()
        elif (first.month, first.day) == (last.month, last.day):
            text = first.words(with_year=False)
        else:
            months = first.month != last.month
            text = f"{first.words(False, months)} to {last.words(with_year=False)}".strip()
        hedges = (("perhaps", "uncertain"), ("about", "approximate"))
        hedge = (word for word, mark in hedges if getattr(first, mark) or getattr(last, mark))
        return " ".join((*hedge, text)).strip()

    @property
    def year_words(self) -> str:
        """The year that follows, as text: the last one of an interval; both (`2010-11`) after the source's own words.

        Empty where only words are known, and where the source's words hold a year.
        """
        if self.bounds is None:
            return ""
        if self.display is not None:
            return self._own_words[1]
        return str(self.bounds[1].year)

    @property
    def _own_words(self) -> tuple[str, str]:
        """The source's own words before the year, and the year that follows.

        Words that hold other years too are kept whole: their author has marked what is inferred in them.
        """
        words = self.display or ""
        if self.bounds is None:
            return words, ""
        years = [str(end.year) for end in self.bounds]
        rest = words.removesuffix(years[1]).rstrip()
        if any(year in rest for year in years):
            return words, ""
        return rest, years[1] if words.endswith(years[1]) else self.years

    @property
    def marked_year(self) -> str:
        """The year that follows, in square brackets where it is inferred."""
        return self._marked(self.year_words)

    @property
    def years(self) -> str:
        """All years of the date, without their mark: `2012`, `2010-11`, `1999-2001`; empty without a date."""
        if self.bounds is None:
            return ""
        first, last = (f"{end.year:04}" for end in self.bounds)
        if first == last:
            return str(self.bounds[0].year)
        return f"{first}-{last[2:] if first[:2] == last[:2] else last}"

    @property
    def approximate(self) -> bool:
        return bool(self.bounds and any(end.approximate or end.uncertain for end in self.bounds))

    @property
    def inferred(self) -> bool:
        return self.basis == "inferred"

    def ends_before(self, start: PartialDate) -> bool:
        """Whether all that it may be is before all that `start` may be."""
        return bool(
            self.bounds and start.bounds and self.bounds[1].latest < start.bounds[0].earliest
        )

    def _marked(self, year: str) -> str:
        return f"[{year}]" if year and self.inferred else year

    def _bounds(self) -> tuple[CalendarDate, CalendarDate]:
        assert self.date is not None
        return parse_edtf(self.date)


@lru_cache(maxsize=4096)
def parse_edtf(text: str) -> tuple[CalendarDate, CalendarDate]:
    """First and last date of EDTF text; raises PydanticCustomError with a fix where it cannot be one."""
    parts = text.split("/")
    if len(parts) > 2 or not all(_EDTF.fullmatch(part) for part in parts):
        raise _bad_form(text)
    dates = tuple(_calendar_date(part) for part in parts)
    first, last = dates[0], dates[-1]
    if last.latest < first.earliest:
        raise PydanticCustomError(
            "date",
            "'{text}' ends before it begins.",
            {"text": text, "hint": f"Write {parts[1]}/{parts[0]}"},
        )
    return first, last


def parse_day(value: Any) -> Any:
    """A full calendar day from text; raises PydanticCustomError with a fix."""
    if not isinstance(value, str):
        return value
    first, last = parse_edtf(value) if _EDTF.fullmatch(value) else (None, None)
    if first is None or first != last or first.day is None or first.approximate or first.uncertain:
        raise _bad_form(value, "a day, such as 2012-05-21")
    return first.earliest


def _calendar_date(text: str) -> CalendarDate:
    match = _EDTF.fullmatch(text)
    assert match is not None
    year, month, day = (
        int(match[name]) if match[name] else None for name in ("year", "month", "day")
    )
    assert year is not None
    if not 1 <= year <= 9998:
        raise _bad_form(text)
    if month is not None and not 1 <= month <= 12:
        raise PydanticCustomError(
            "date",
            "'{text}' has no such month.",
            {"text": text, "hint": "Months run from 01 to 12."},
        )
    if month is not None and day is not None:
        last = calendar.monthrange(year, month)[1]
        if not 1 <= day <= last:
            raise _not_in_calendar(text, year, month, last)
    mark = match["mark"] or ""
    return CalendarDate(
        year=year,
        month=month,
        day=day,
        approximate=mark in ("~", "%"),
        uncertain=mark in ("?", "%"),
    )


def _bad_form(
    text: str, wanted: str = "a date, such as 2012, 2012-05, 2012-05-21 or 2012-05~"
) -> PydanticCustomError:
    """The error for text in another form, with the ISO form of what it seems to mean."""
    day = _day_in_words(text)
    if day and 1 <= day[0] <= 9998 and 1 <= day[1] <= 12:
        last = calendar.monthrange(day[0], day[1])[1]
        if not 1 <= day[2] <= last:
            return _not_in_calendar(text, day[0], day[1], last)
        hint = f"Write {day[0]:04}-{day[1]:02}-{day[2]:02}"
    else:
        hint = f"Write {wanted}."
    return PydanticCustomError(
        "date", "'{text}' is not a date that can be read here.", {"text": text, "hint": hint}
    )


def _not_in_calendar(text: str, year: int, month: int, last: int) -> PydanticCustomError:
    name = MONTHS[month]
    hint = f"{last} {name} is the last day of {name}. Did you mean {year:04}-{month:02}-{last:02}?"
    return PydanticCustomError(
        "date", "'{text}' is not in the calendar.", {"text": text, "hint": hint}
    )


def _day_in_words(text: str) -> tuple[int, int, int] | None:
    """Year, month and day of `26/06/2012` or `26 June 2012`, in the calendar or not."""
    if match := _DAY_FIRST.fullmatch(text):
        return int(match[3]), int(match[2]), int(match[1])
    if match := _WORDS.fullmatch(text):
        names = [name for name in MONTHS if name and name.lower().startswith(match[2].lower())]
        return (int(match[3]), MONTHS.index(names[0]), int(match[1])) if names else None
    return None


def _from_text(value: Any) -> Any:
    return {"date": value} if isinstance(value, str) else value


When = Annotated[PartialDate, BeforeValidator(_from_text)]
"""A field that takes EDTF text, or a mapping of date, display, basis and note."""

Day = Annotated[datetime.date, BeforeValidator(parse_day)]
"""A field that takes one full day, `2012-05-21`."""
