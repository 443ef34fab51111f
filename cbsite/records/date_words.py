"""What people write for a date, and what they mean by it."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable
from typing import NamedTuple

MONTHS = (
    "", "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
"""English names by number; not `calendar.month_name`, which follows the machine's locale."""

FORMS = "Write a date as 2012, 2012-05, 2012-05-21 or 2012-05~."
"""What to write where nobody can tell what was meant."""

DAY_FORM = "Write a whole day, such as 2012-05-21."


class Meant(NamedTuple):
    """What is wrong with the words for a date, what to do, and what to write (if known) in their place.

    `safe`: nothing else can have been meant.
    """

    message: str
    hint: str
    instead: str = ""
    safe: bool = True


_HEDGES = {"about": "~", "around": "~", "circa": "~", "c.": "~", "c": "~", "approximately": "~"}
_PARTS = r"early|mid|late|the end of|end of|the beginning of|beginning of|the start of|start of|the middle of"
_SEASONS = r"spring|summer|autumn|winter|easter|christmas"
_NAME = r"(?P<month>[A-Za-z]{3,9})\.?"
_WEEKDAY = r"(?:(?P<weekday>mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?,? )?"
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def meant_by(text: str, whole_day: bool) -> Meant:
    """What the words for a date mean; `whole_day` where only a day will do."""
    words = " ".join(text.split())
    for reading in _READINGS:
        if found := reading(words, whole_day):
            return found
    return Meant(_unreadable(words), DAY_FORM if whole_day else FORMS)


def not_in_calendar(text: str, year: int, month: int) -> Meant:
    """A day that its month does not have."""
    last = calendar.monthrange(year, month)[1]
    name = MONTHS[month]
    hint = f"{last} {name} is the last day of {name}."
    if month == 2 and text[-2:] == "29":
        hint = f"{last} {name} is the last day of {name} {year}."
    return Meant(
        f"'{text}' is not in the calendar.", hint, f"{year:04}-{month:02}-{last:02}", False
    )


def _unreadable(words: str) -> str:
    return f"'{words}' is not a date that can be read here."


def _day(words: str, year: int, month: int, day: int, hint: str, safe: bool = True) -> Meant | None:
    """The answer for a day that the words name; None if there is no such month."""
    if not 1 <= year <= 9998 or not 1 <= month <= 12:
        return None
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return not_in_calendar(words, year, month)
    return Meant(_unreadable(words), hint, f"{year:04}-{month:02}-{day:02}", safe)


def _digits(words: str, whole_day: bool) -> Meant | None:
    """`26/06/2012`, `26.6.12`: the day first."""
    found = re.fullmatch(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})", words, re.ASCII)
    if not found:
        return None
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    if len(found[4]) == 2 and found[2] == "-":
        return Meant(
            f"The year of '{words}' has only two digits.", "Write the year with four digits first."
        )
    if len(found[4]) == 2:
        hint = "Write the year with four digits, then the month, then the day."
        return _day(words, 2000 + year, second, first, hint, False) or Meant(
            f"The year of '{words}' has only two digits.", hint
        )
    if second > 12 >= first:
        hint = "Write the year first, then the month, then the day."
        return _day(words, year, first, second, hint, False)
    hint = "Write the year first, then the month, then the day."
    if first <= 12 and second <= 12:
        hint = "Write the year first, then the month, then the day; here the day is taken to come first."
    return _day(words, year, second, first, hint)


def _year_first(words: str, whole_day: bool) -> Meant | None:
    """`2012-6-5`, `2012/06/05`."""
    found = re.fullmatch(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})", words, re.ASCII)
    if not found:
        return None
    hint = "Write month and day with two digits each, and hyphens between."
    return _day(words, int(found[1]), int(found[3]), int(found[4]), hint)


def _year_and_month(words: str, whole_day: bool) -> Meant | None:
    """`2012-6`; `2012/06` may be a financial year."""
    found = re.fullmatch(r"(\d{4})([-/.])(\d{1,2})", words, re.ASCII)
    if not found or whole_day:
        return None
    year, second = int(found[1]), int(found[3])
    if len(found[3]) == 2 and second == (year + 1) % 100:
        hint = f"Write both years in full if the financial year {year} to {year + 1} is meant."
        return Meant(_unreadable(words), hint, f"{year}/{year + 1}", False)
    if not 1 <= second <= 12:
        return None
    safe = found[2] == "-"
    return Meant(
        _unreadable(words), "Write the month with two digits.", f"{year:04}-{second:02}", safe
    )


def _in_words(words: str, whole_day: bool) -> Meant | None:
    """`26 June 2012`, `Tuesday 26th of June, 2012`, `June 26, 2012`."""
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    for form in (rf"{_WEEKDAY}{day}(?: of)? {_NAME},? (?P<year>\d{{4}})",
                 rf"{_WEEKDAY}{_NAME} {day},? (?P<year>\d{{4}})"):  # fmt: skip
        found = re.fullmatch(form, words, re.ASCII | re.IGNORECASE)
        if found and (month := _month(found["month"])):
            hint = "Write the date in digits: the year, the month, the day."
            meant = _day(words, int(found["year"]), month, int(found["day"]), hint)
            return _on_weekday(meant, found["weekday"]) if meant else None
    return None


def _on_weekday(meant: Meant, weekday: str | None) -> Meant:
    """The answer, in doubt where the day was another day of the week than the words say."""
    if not weekday or not meant.safe:
        return meant
    right = _WEEKDAYS[datetime.date.fromisoformat(meant.instead).weekday()]
    if right.lower().startswith(weekday.lower()):
        return meant
    hint = f"That day is a {right}: look which of the two is right, and write the date in digits."
    return Meant(meant.message, hint, meant.instead, False)


def _month_and_year(words: str, whole_day: bool) -> Meant | None:
    found = re.fullmatch(rf"{_NAME},? (?P<year>\d{{4}})", words, re.ASCII)
    month = _month(found["month"]) if found else 0
    if not found or not month:
        return None
    if whole_day:
        return Meant(f"'{words}' is not a whole day.", "Write the day too, such as 2012-05-21.")
    date = f"{found['year']}-{month:02}"
    return Meant(_unreadable(words), "Write the date in digits: the year, then the month.", date)


def _vague(words: str, whole_day: bool) -> Meant | None:
    """`early May 2012`, `about 2012`, `spring 2012`: as exact as the words are."""
    lower = words.lower()
    hedge, _, rest = lower.partition(" ")
    if hedge in _HEDGES and (date := _plain(rest)):
        if whole_day:
            return Meant(f"'{words}' is not a whole day.", DAY_FORM)
        return Meant(
            _unreadable(words), "Write the date in digits, with ~ for about.", f"{date}~", False
        )
    found = re.fullmatch(rf"({_PARTS})[ -](.+)|(?:{_SEASONS}) (\d{{4}})", lower, re.ASCII)
    date = _plain(found[2] or found[3]) if found else ""
    if not found or not date:
        return None
    if whole_day:
        return Meant(f"'{words}' is not a whole day.", DAY_FORM)
    shown = re.sub(r"[ ,]*\d{4}$", "", words)
    return Meant(
        _unreadable(words),
        "Give the date as exactly as it is known, and the words beside it as what is shown.",
        f"{{date: {date}~, display: {shown}}}",
        False,
    )


def _plain(words: str) -> str:
    """`May 2012` or `2012` in digits; empty for anything else."""
    if re.fullmatch(r"\d{4}", words, re.ASCII):
        return words
    found = re.fullmatch(rf"{_NAME},? (?P<year>\d{{4}})", words, re.ASCII)
    month = _month(found["month"]) if found else 0
    return f"{found['year']}-{month:02}" if found and month else ""


def _interval(words: str, whole_day: bool) -> Meant | None:
    """`26 to 28 June 2012`, `2012-06-26 to 2012-06-28`."""
    between = r" ?(?:to|until|-|–|—|and) ?"
    iso = re.fullmatch(r"(\d{4}(?:-\d\d){0,2}) (?:to|until|-|–|—) (\d{4}(?:-\d\d){0,2})", words)
    found = re.fullmatch(rf"(\d{{1,2}}){between}(\d{{1,2}}) {_NAME} (?P<year>\d{{4}})", words)
    month = _month(found["month"]) if found else 0
    if iso:
        instead = f"{iso[1]}/{iso[2]}"
    elif found and month and 1 <= int(found[1]) < int(found[2]) <= 28:
        year = found["year"]
        instead = f"{year}-{month:02}-{int(found[1]):02}/{year}-{month:02}-{int(found[2]):02}"
    else:
        return None
    if whole_day:
        return Meant(f"'{words}' is more than one day.", DAY_FORM)
    return Meant(
        _unreadable(words), "Write the first and the last date with / between them.", instead
    )


def _time(words: str, whole_day: bool) -> Meant | None:
    """`10:30`, and a day with a time after it."""
    time = r"\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?Z?"
    if re.fullmatch(time, words, re.ASCII | re.IGNORECASE):
        return Meant(
            f"'{words}' is a time of day, and this field takes a date.",
            "Write the date here, such as 2012-05-21, and the time in a text.",
        )
    found = re.fullmatch(
        rf"(\d{{4}}-\d{{2}}-\d{{2}})(?: |, |T){time}", words, re.ASCII | re.IGNORECASE
    )
    if found:
        hint = "Write the date alone, and the time in a text."
        return Meant(f"'{words}' has a time, and this field takes a date.", hint, found[1], False)
    return None


def _less_than_a_day(words: str, whole_day: bool) -> Meant | None:
    if whole_day and re.fullmatch(r"\d{4}(-\d{2})?[~?%]?|\d{4}-\d{2}-\d{2}[~?%]", words, re.ASCII):
        return Meant(f"'{words}' is not a whole day.", DAY_FORM)
    return None


def _month(name: str) -> int:
    """The number of a month by its name or the first letters of it; 0 if there is none."""
    lower = name.lower()
    if lower == "sept":
        return 9
    return next((n for n, month in enumerate(MONTHS) if n and month.lower().startswith(lower)), 0)


_READINGS: tuple[Callable[[str, bool], Meant | None], ...] = (
    _digits, _year_first, _year_and_month, _in_words, _month_and_year, _vague, _interval, _time,
    _less_than_a_day,
)  # fmt: skip
