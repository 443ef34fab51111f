"""What people write for a date in words, and what they mean by it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

from cbsite.records.date_digits import (
    DAY_FORM,
    FORMS,
    MONTHS,
    READINGS,
    Meant,
    day_meant,
    from_to,
    unreadable,
)

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
    return Meant(unreadable(words), DAY_FORM if whole_day else FORMS)


def _in_words(words: str, whole_day: bool) -> Meant | None:
    """`26 June 2012`, `Tuesday 26th of June, 2012`, `June 26, 2012`, `26-Jun-12`, `2012 June 26`."""
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    for form in (rf"{_WEEKDAY}{day}(?: of)?[ -]?{_NAME},?[ -]?(?P<year>\d{{4}}|\d\d)",
                 rf"{_WEEKDAY}{_NAME} {day},? (?P<year>\d{{4}})",
                 rf"{_WEEKDAY}(?P<year>\d{{4}})[ -]{_NAME}[ -]{day}"):  # fmt: skip
        found = re.fullmatch(form, words, re.ASCII | re.IGNORECASE)
        if found and (month := _month(found["month"])):
            hint = "Write the date in digits: the year, the month, the day."
            year = int(found["year"])
            if year < 100:
                hint = "Write the year with four digits, then the month, then the day."
                return day_meant(words, 2000 + year, month, int(found["day"]), hint, False)
            meant = day_meant(words, year, month, int(found["day"]), hint)
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
    """`May 2012`, `May-2012`, `2012 May`."""
    found = re.fullmatch(rf"{_NAME},?[ -](?P<year>\d{{4}})", words, re.ASCII) or re.fullmatch(
        rf"(?P<year>\d{{4}})[ -]{_NAME}", words, re.ASCII
    )
    month = _month(found["month"]) if found else 0
    if not found or not month:
        return None
    if whole_day:
        return Meant(f"'{words}' is not a whole day.", "Write the day too, such as 2012-05-21.")
    date = f"{found['year']}-{month:02}"
    return Meant(unreadable(words), "Write the date in digits: the year, then the month.", date)


def _vague(words: str, whole_day: bool) -> Meant | None:
    """`early May 2012`, `about 2012`, `spring 2012`: as exact as the words are."""
    lower = words.lower()
    hedge, _, rest = lower.partition(" ")
    if hedge in _HEDGES and (date := _plain(rest)):
        if whole_day:
            return Meant(f"'{words}' is not a whole day.", DAY_FORM)
        return Meant(
            unreadable(words), "Write the date in digits, with ~ for about.", f"{date}~", False
        )
    found = re.fullmatch(rf"({_PARTS})[ -](.+)|(?:{_SEASONS}) (\d{{4}})", lower, re.ASCII)
    date = _plain(found[2] or found[3]) if found else ""
    if not found or not date:
        return None
    if whole_day:
        return Meant(f"'{words}' is not a whole day.", DAY_FORM)
    shown = re.sub(r"[ ,]+\d{4}$", "", words)
    return Meant(
        unreadable(words),
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
    """`26 to 28 June 2012`, `May to June 2012`, `2012-06-26 to 2012-06-28`, `2010-2012`."""
    dates = r"\d{4}(?:-\d\d){0,2}"
    iso = re.fullmatch(
        rf"({dates})(?: (?:to|until|-) | ?[–—] ?)({dates})|(\d{{4}}) ?[-–—] ?(\d{{4}})",
        words,
        re.ASCII,
    )
    if iso:
        return from_to(words, whole_day, iso[1] or iso[3], iso[2] or iso[4])
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    found = re.fullmatch(
        rf"(?P<first>.+?)(?: (?:to|until|-) | ?[–—] ?|(?<=\d)-(?=\d{{1,2}} )|(?<=\d) and (?=\d))"
        rf"(?P<last>(?:{day} )?{_NAME},? (?P<year>\d{{4}}))", words, re.ASCII,
    )  # fmt: skip
    if not found:
        return None
    month, year = found["month"], found["year"]
    last = _in_digits(found["last"])
    for typed in (found["first"], f"{found['first']} {year}", f"{found['first']} {month} {year}"):
        if (first := _in_digits(typed)) and len(first) == len(last):
            return from_to(words, whole_day, first, last)
    return None


def _in_digits(words: str) -> str:
    """A day, a month or a year in words in digits; empty for anything else."""
    meant = _in_words(words, False)
    if meant:
        return meant.instead if meant.safe else ""
    return _plain(words)


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
    *READINGS, _in_words, _month_and_year, _vague, _interval, _time, _less_than_a_day,
)  # fmt: skip
