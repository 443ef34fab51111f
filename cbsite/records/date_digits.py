"""What people write for a date in digits, and what they mean by it."""

from __future__ import annotations

import calendar
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

_DASHES = str.maketrans("‐‑‒–—−", "------")
"""What word processors make of hyphens."""


class Meant(NamedTuple):
    """What is wrong with the words for a date, what to do, and what to write (if known) in their place.

    `safe`: nothing else can have been meant.
    """

    message: str
    hint: str
    instead: str = ""
    safe: bool = True


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


def unreadable(words: str) -> str:
    """What is said of words that are no date as they stand."""
    return f"'{words}' is not a date that can be read here."


def day_meant(
    words: str, year: int, month: int, day: int, hint: str, safe: bool = True
) -> Meant | None:
    """The answer for a day that the words name; None if there is no such month."""
    if not 1 <= year <= 9998 or not 1 <= month <= 12:
        return None
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return not_in_calendar(words, year, month)
    return Meant(unreadable(words), hint, f"{year:04}-{month:02}-{day:02}", safe)


def _part(words: str, whole_day: bool, hint: str, instead: str) -> Meant:
    """The answer for what is no single day."""
    if whole_day:
        return Meant(f"'{words}' is not a whole day.", DAY_FORM)
    return Meant(unreadable(words), hint, instead)


def _is_date(text: str) -> bool:
    """Whether a year, a month or a day in digits is in the calendar."""
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", text, re.ASCII):
        return False
    year, month, day = (int(part) for part in f"{text}-01-01".split("-")[:3])
    if not 1 <= year <= 9998 or not 1 <= month <= 12:
        return False
    return 1 <= day <= calendar.monthrange(year, month)[1]


def from_to(words: str, whole_day: bool, first: str, last: str) -> Meant | None:
    """The answer for an interval of two dates in digits; None if they are none, or the wrong way round."""
    if not _is_date(first) or not _is_date(last) or first[: len(last)] > last[: len(first)]:
        return None
    if whole_day:
        return Meant(f"'{words}' is more than one day.", DAY_FORM)
    hint = "Write the first and the last date with / between them."
    return Meant(unreadable(words), hint, f"{first}/{last}")


def _dashes(words: str, whole_day: bool) -> Meant | None:
    """`2012–05–21` with dashes, and `2012-05-21 / 2012-05-23` or `2012-05 ~` with spaces."""
    plain = re.sub(r" ?([-/]) ?| (?=~$)", r"\1", words.translate(_DASHES))
    if plain == words:
        return None
    hint = "Write plain hyphens, and no spaces."
    if found := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", plain, re.ASCII):
        return day_meant(words, int(found[1]), int(found[2]), int(found[3]), hint)
    if day_first := _digits(plain, whole_day):
        return day_first._replace(message=day_first.message.replace(plain, words))
    if re.fullmatch(r"\d{4}(-\d\d){0,2}~", plain, re.ASCII) and " " in words:
        return _part(words, whole_day, hint, plain) if _is_date(plain[:-1]) else None
    return from_to(words, whole_day, *plain.split("/")) if plain.count("/") == 1 else None


def _run_together(words: str, whole_day: bool) -> Meant | None:
    """`20120521`, as programs write it."""
    found = re.fullmatch(r"((?:19|20)\d\d)(\d\d)(\d\d)", words, re.ASCII)
    if not found or not _is_date("-".join(found.groups())):
        return None
    hint = "Write hyphens after the year and the month."
    return Meant(unreadable(words), hint, "-".join(found.groups()))


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
        return day_meant(words, 2000 + year, second, first, hint, False) or Meant(
            f"The year of '{words}' has only two digits.", hint
        )
    if second > 12 >= first:
        hint = "Write the year first, then the month, then the day."
        return day_meant(words, year, first, second, hint, False)
    hint = "Write the year first, then the month, then the day."
    if first <= 12 and second <= 12:
        hint = "Write the year first, then the month, then the day; here the day is taken to come first."
    return day_meant(words, year, second, first, hint)


def _year_first(words: str, whole_day: bool) -> Meant | None:
    """`2012-6-5`, `2012/06/05`."""
    found = re.fullmatch(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})", words, re.ASCII)
    if not found:
        return None
    hint = "Write month and day with two digits each, and hyphens between."
    return day_meant(words, int(found[1]), int(found[3]), int(found[4]), hint)


def _year_and_month(words: str, whole_day: bool) -> Meant | None:
    """`2012-6`; `2012/06` may be a financial year; `06/2012`."""
    found = re.fullmatch(r"(\d{1,2})[-/.](\d{4})", words, re.ASCII)
    if found and _is_date(instead := f"{found[2]}-{int(found[1]):02}"):
        return _part(words, whole_day, "Write the year first, then the month.", instead)
    found = re.fullmatch(r"(\d{4})([-/.])(\d{1,2})", words, re.ASCII)
    if not found or whole_day:
        return None
    year, second = int(found[1]), int(found[3])
    if len(found[3]) == 2 and second == (year + 1) % 100:
        hint = f"Write both years in full if the financial year {year} to {year + 1} is meant."
        return Meant(unreadable(words), hint, f"{year}/{year + 1}", False)
    if not 1 <= second <= 12:
        return None
    safe = found[2] == "-"
    return Meant(
        unreadable(words), "Write the month with two digits.", f"{year:04}-{second:02}", safe
    )


READINGS: tuple[Callable[[str, bool], Meant | None], ...] = (
    _dashes, _run_together, _digits, _year_first, _year_and_month,
)  # fmt: skip
"""Each takes the words and whether only a whole day will do."""
