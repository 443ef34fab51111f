"""Partial dates: only as exact as the source is.

The form is a subset of EDTF (ISO 8601-2): a year, month or day, `~` for about, `?` for uncertain, and an
interval of two. Where the source's own words matter more, or no date can be given at all, they are kept.
"""

import calendar
import datetime
import re
from functools import lru_cache
from typing import Annotated, Any, Literal, Self

import msgspec
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from cbsite.records.date_digits import MONTHS as MONTHS
from cbsite.records.date_digits import Meant, not_in_calendar
from cbsite.records.fields import Text
from cbsite.records.marks import ForAuthors, Form

Precision = Literal["day", "month", "year"]

_EDTF = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?P<mark>[~?%])?", re.ASCII
)


class CalendarDate(msgspec.Struct, frozen=True):
    """A year, month or day of the proleptic Gregorian calendar, as printed."""

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

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)
    date: Annotated[
        str | None,
        Form("date"),
        Field(
            description="The date, as exact as the source has it; 2012-05~ is about May 2012, and a/b from a to b",
            examples=["2012-05", "2010-11-15/2010-11-16"],
        ),
    ] = None
    display: Annotated[
        Text | None,
        Field(
            description="The source's own words for the date",
            examples=["early May"],
        ),
        ForAuthors(needed="where there is no date"),
    ] = None
    basis: Annotated[
        Literal["printed", "inferred"],
        Field(
            description="Whether the source prints the year, or the hub infers it; an inferred year has brackets"
        ),
    ] = "printed"
    note: Annotated[
        Text | None,
        Field(description="Why the hub takes it for that date; readers see it with the date"),
    ] = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.date is None:
            if self.display is None:
                raise PydanticCustomError(
                    "date",
                    "A date needs either 'date' or 'display'.",
                    {
                        "hint": "Write for example  date: 2012-05  or  display: before the summer recess."
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

        Words that hold other years too are kept whole: their author has marked what is inferred in them. So
        are those that a hyphen ties to the year, such as `mid-2012`.
        """
        words = self.display or ""
        if self.bounds is None:
            return words, ""
        years = [str(end.year) for end in self.bounds]
        rest = words.removesuffix(years[1]).rstrip()
        if any(year in rest for year in years) or (rest.endswith("-") and rest != words):
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

    def ends_before(self, start: Self) -> bool:
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
        raise _error(_meant(text, whole_day=False))
    dates = tuple(_calendar_date(part) for part in parts)
    first, last = dates[0], dates[-1]
    if last.latest < first.earliest:
        hint = "Write the earlier date first."
        raise _error(
            Meant(f"'{text}' ends before it begins.", hint, f"{parts[1]}/{parts[0]}", False)
        )
    return first, last


def parse_day(value: Any) -> Any:
    """A full calendar day from text; raises PydanticCustomError with a fix."""
    if not isinstance(value, str):
        return value
    first, last = parse_edtf(value) if _EDTF.fullmatch(value) else (None, None)
    if first is None or first != last or first.day is None or first.approximate or first.uncertain:
        raise _error(_meant(value, whole_day=True))
    return first.earliest


def _calendar_date(text: str) -> CalendarDate:
    match = _EDTF.fullmatch(text)
    assert match is not None
    year, month, day = (
        int(match[name]) if match[name] else None for name in ("year", "month", "day")
    )
    assert year is not None
    if not 1 <= year <= 9998:
        raise _error(_meant(text, whole_day=False))
    if month is not None and not 1 <= month <= 12:
        meant = _meant(text, whole_day=False)
        if meant.instead:
            raise _error(meant)
        raise _error(Meant(f"'{text}' has no such month.", "Write a month from 01 to 12."))
    if month is not None and day is not None:
        last = calendar.monthrange(year, month)[1]
        if not 1 <= day <= last:
            raise _error(not_in_calendar(text, year, month))
    mark = match["mark"] or ""
    return CalendarDate(
        year, month, day, approximate=mark in ("~", "%"), uncertain=mark in ("?", "%")
    )


def _meant(text: str, whole_day: bool) -> Meant:
    # Imported here, as most dates are written as they should be.
    from cbsite.records.date_words import meant_by

    return meant_by(text, whole_day)


def _error(meant: Meant) -> PydanticCustomError:
    """The error that says what was meant; `instead` and `safe` become an edit."""
    context = {
        "said": meant.message,
        "hint": meant.hint,
        "instead": meant.instead,
        "safe": meant.safe,
    }
    return PydanticCustomError("date", "{said}", context)


def _from_text(value: Any) -> Any:
    return {"date": value} if isinstance(value, str) else value


When = Annotated[PartialDate, BeforeValidator(_from_text)]
"""A field that takes EDTF text, or a mapping of date, display, basis and note."""

Day = Annotated[datetime.date, BeforeValidator(parse_day)]
"""A field that takes one full day, `2012-05-21`."""
