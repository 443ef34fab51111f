"""Partial dates: what is a date, in what words, in what order, and what to type instead."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from cbsite.records.date_words import meant_by
from cbsite.records.dates import Day, PartialDate, When

WHEN: TypeAdapter[PartialDate] = TypeAdapter(When)
DAY: TypeAdapter[datetime.date] = TypeAdapter(Day)


def problem(adapter: TypeAdapter[Any], value: object) -> tuple[str, str]:
    """The message and hint with which a value is refused."""
    with pytest.raises(ValidationError) as caught:
        adapter.validate_python(value)
    (found,) = caught.value.errors()
    return found["msg"], str(found.get("ctx", {}).get("hint", ""))


@pytest.mark.parametrize(
    ("text", "words", "first", "last", "approximate"),
    [
        ("2012", "2012", "2012-01-01", "2012-12-31", False),
        ("2012-05", "May 2012", "2012-05-01", "2012-05-31", False),
        ("2012-02", "February 2012", "2012-02-01", "2012-02-29", False),
        ("2011-02", "February 2011", "2011-02-01", "2011-02-28", False),
        ("2012-05-21", "21 May 2012", "2012-05-21", "2012-05-21", False),
        ("2012-02-29", "29 February 2012", "2012-02-29", "2012-02-29", False),
        ("2000-02-29", "29 February 2000", "2000-02-29", "2000-02-29", False),
        ("2012~", "about 2012", "2012-01-01", "2012-12-31", True),
        ("2012-05~", "about May 2012", "2012-05-01", "2012-05-31", True),
        ("2012-05?", "perhaps May 2012", "2012-05-01", "2012-05-31", True),
        ("2012-05%", "perhaps about May 2012", "2012-05-01", "2012-05-31", True),
        ("2010-11-15/2010-11-16", "15 to 16 November 2010", "2010-11-15", "2010-11-16", False),
        (
            "2010-11-29/2010-12-02",
            "29 November to 2 December 2010",
            "2010-11-29",
            "2010-12-02",
            False,
        ),
        ("2012-04/2012-06", "April to June 2012", "2012-04-01", "2012-06-30", False),
        ("2010-11/2011-02", "November 2010 to February 2011", "2010-11-01", "2011-02-28", False),
        (
            "2010-12-31/2011-01-02",
            "31 December 2010 to 2 January 2011",
            "2010-12-31",
            "2011-01-02",
            False,
        ),
        ("2010/2012", "2010 to 2012", "2010-01-01", "2012-12-31", False),
        ("2012-05/2012-05", "May 2012", "2012-05-01", "2012-05-31", False),
    ],
)
def test_a_date_in_words_and_days(
    text: str, words: str, first: str, last: str, approximate: bool
) -> None:
    date = WHEN.validate_python(text)
    assert date.words == words
    assert date.sort_key == f"{first}/{last}"
    assert date.approximate is approximate
    assert date.year == int(text[:4])


@pytest.mark.parametrize(
    ("text", "hint", "instead"),
    [
        ("2011-02-29", "28 February is the last day of February 2011.", "2011-02-28"),
        ("1900-02-29", "28 February is the last day of February 1900.", "1900-02-28"),
        ("2012-06-31", "30 June is the last day of June.", "2012-06-30"),
        ("2012-06-00", "30 June is the last day of June.", "2012-06-30"),
        ("2012-13", "Write both years in full", "2012/2013"),
        ("2012-14", "Write a month from 01 to 12.", ""),
        ("2012-00", "Write a month from 01 to 12.", ""),
        ("26/06/2012", "Write the year first", "2012-06-26"),
        ("1.2.2012", "the day is taken to come first", "2012-02-01"),
        ("26 June 2012", "Write the date in digits", "2012-06-26"),
        ("3rd Jan 2012", "Write the date in digits", "2012-01-03"),
        ("31/02/2012", "29 February is the last day of February.", "2012-02-29"),
        ("June 2012", "Write the date in digits", "2012-06"),
        ("", "Write a date as 2012", ""),
        ("soon", "Write a date as 2012", ""),
        ("2012-5-1", "two digits each", "2012-05-01"),
        ("12-05-01", "Write the year with four digits", ""),
        ("20120521", "Write hyphens after the year", "2012-05-21"),
        ("20121305", "Write a date as 2012", ""),
        ("2012–05–21", "Write plain hyphens", "2012-05-21"),
        ("2012 - 05 - 21", "Write plain hyphens", "2012-05-21"),
        ("26–06–2012", "Write the year first", "2012-06-26"),
        ("31 / 06 / 2012", "30 June is the last day of June.", "2012-06-30"),
        ("2012–06–31", "30 June is the last day of June.", "2012-06-30"),
        ("2010–12", "Write a date as 2012", ""),
        ("2012-05 ~", "no spaces", "2012-05~"),
        ("05/2012", "Write the year first", "2012-05"),
        ("13/2012", "Write a date as 2012", ""),
        ("26-Jun-2012", "Write the date in digits", "2012-06-26"),
        ("26-Jun-12", "four digits", "2012-06-26"),
        ("2012 June 26", "Write the date in digits", "2012-06-26"),
        ("2012 June", "Write the date in digits", "2012-06"),
        ("2012-05-21 / 2012-05-23", "with / between them", "2012-05-21/2012-05-23"),
        ("2012-05-21–2012-05-23", "with / between them", "2012-05-21/2012-05-23"),
        ("2012-05-21 to 2012-05-32", "Write a date as 2012", ""),
        ("2010-2012", "with / between them", "2010/2012"),
        ("15-16 November 2010", "with / between them", "2010-11-15/2010-11-16"),
        ("30 and 31 May 2012", "with / between them", "2012-05-30/2012-05-31"),
        ("30 to 31 June 2012", "Write a date as 2012", ""),
        ("28 May to 3 June 2012", "with / between them", "2012-05-28/2012-06-03"),
        ("May–June 2012", "with / between them", "2012-05/2012-06"),
        ("Nov 2010 - Jan 2011", "with / between them", "2010-11/2011-01"),
        ("June to May 2012", "Write a date as 2012", ""),
        ("3 May to June 2012", "Write a date as 2012", ""),
        ("early May 2012", "as exactly as it is known", "{date: 2012-05~, display: early May}"),
        ("mid-2012", "as exactly as it is known", "{date: 2012~, display: mid-2012}"),
        ("2012-05-21T10:00", "Write the date alone", "2012-05-21"),
        ("2012/2013/2014", "Write a date as 2012", ""),
        ("0000", "Write a date as 2012", ""),
        ("9999", "Write a date as 2012", ""),
        ("2012-05-16/2012-05-15", "Write the earlier date first.", "2012-05-15/2012-05-16"),
        ("2012/2010", "Write the earlier date first.", "2010/2012"),
    ],
)
def test_what_is_no_date_is_refused_with_what_to_type(text: str, hint: str, instead: str) -> None:
    message, said = problem(WHEN, text)
    assert text in message
    assert hint in said
    with pytest.raises(ValidationError) as caught:
        WHEN.validate_python(text)
    assert caught.value.errors()[0]["ctx"]["instead"] == instead


@pytest.mark.parametrize(
    ("fields", "words", "before", "year"),
    [
        ({"date": "2012-05", "display": "early May 2012"}, "early May 2012", "early May", "2012"),
        (
            {"date": "2012-10", "display": "by the end of October"},
            "by the end of October 2012",
            "by the end of October",
            "2012",
        ),
        (
            {"date": "2012-07", "display": "the 2012 summer recess"},
            "the 2012 summer recess",
            "the 2012 summer recess",
            "",
        ),
        ({"display": "before the recess"}, "before the recess", "before the recess", ""),
        ({"date": "2012~", "display": "mid-2012"}, "mid-2012", "mid-2012", ""),
        (
            {"date": "2010-12/2011-02", "display": "that winter"},
            "that winter 2010-11",
            "that winter",
            "2010-11",
        ),
        (
            {"date": "2010-12/2011-01", "display": "winter 2010"},
            "winter 2010",
            "winter 2010",
            "",
        ),
        (
            {"date": "2010-12/2011-01", "display": "New Year 2011"},
            "New Year 2011",
            "New Year",
            "2011",
        ),
    ],
)
def test_the_words_of_the_source(
    fields: dict[str, str], words: str, before: str, year: str
) -> None:
    date = WHEN.validate_python(fields)
    assert (date.words, date.words_before_year, date.year_words) == (words, before, year)


def test_an_inferred_year_is_known_as_one() -> None:
    date = WHEN.validate_python({"date": "2012-05-21", "basis": "inferred", "note": "From Annex A"})
    assert date.inferred
    assert date.note == "From Annex A"
    assert not WHEN.validate_python("2012-05-21").inferred


@pytest.mark.parametrize(
    ("text", "display", "words", "years"),
    [
        ("2012-05-21", None, "21 May [2012]", "2012"),
        ("2010-12/2011-01", None, "December [2010] to January [2011]", "2010-11"),
        ("2010/2011", None, "[2010] to [2011]", "2010-11"),
        ("2010-12-31~/2011-01-02", None, "about 31 December [2010] to 2 January [2011]", "2010-11"),
        ("1999-12/2001-01", None, "December [1999] to January [2001]", "1999-2001"),
        ("2010-12/2011-02", "that winter", "that winter [2010-11]", "2010-11"),
        ("2010-11-15/2010-11-16", None, "15 to 16 November [2010]", "2010"),
    ],
)
def test_every_year_that_is_inferred_is_marked(
    text: str, display: str | None, words: str, years: str
) -> None:
    date = WHEN.validate_python({"date": text, "display": display, "basis": "inferred"})
    assert (date.words, date.years) == (words, years)


def test_what_has_no_date_sorts_last() -> None:
    texts: list[object] = [{"display": "in due course"}, "2012-05-02", "2012", "2012-05", "2011-12"]
    dates = sorted((WHEN.validate_python(t) for t in texts), key=lambda date: date.sort_key)
    assert [date.words for date in dates] == [
        "December 2011",
        "2012",
        "May 2012",
        "2 May 2012",
        "in due course",
    ]


def test_a_date_needs_something_to_say() -> None:
    assert problem(WHEN, {"note": "no idea"})[0] == "A date needs either 'date' or 'display'."


def test_dates_are_values() -> None:
    one, other = WHEN.validate_python("2012-05"), WHEN.validate_python({"date": "2012-05"})
    assert one == other
    assert hash(one) == hash(other)
    with pytest.raises(ValidationError):
        one.note = "changed"  # type: ignore[misc]
    assert isinstance(one, BaseModel)


def test_a_day_is_a_whole_day() -> None:
    assert DAY.validate_python("2012-05-21") == datetime.date(2012, 5, 21)
    for text in ("2012-05", "2012", "2012-05-21~", "2012-05-21?", "2012-05-21/2012-05-22"):
        assert problem(DAY, text)[1] == "Write a whole day, such as 2012-05-21."
    assert problem(DAY, "21/05/2012")[1] == "Write the year first, then the month, then the day."
    assert problem(DAY, "2012-04-31")[1] == "30 April is the last day of April."


def test_words_that_hold_two_years_are_kept_whole() -> None:
    date = PartialDate.model_validate(
        {
            "date": "2011-11-10/2012-05",
            "display": "between November [2011] and May 2012",
            "basis": "inferred",
        }
    )
    assert date.words == "between November [2011] and May 2012"
    assert (date.words_before_year, date.year_words) == (date.words, "")


@pytest.mark.parametrize(
    ("words", "safe"), [("Tuesday 5 May 2026", True), ("Monday 5 May 2026", False)]
)
def test_a_weekday_that_does_not_fit_is_a_doubt(words: str, safe: bool) -> None:
    meant = meant_by(words, True)
    assert (meant.instead, meant.safe) == ("2026-05-05", safe)
    assert ("Tuesday" in meant.hint) == (not safe)
