"""The words for values that authors write as keywords."""

from __future__ import annotations

import datetime

from cbsite.layout.values import Row, Words
from cbsite.records.dates import MONTHS, PartialDate
from cbsite.records.event import Event


def label(keyword: str) -> str:
    """A keyword as people read it: `not-selected` is `Not selected`, `GBP` stays."""
    text = keyword.replace("-", " ")
    return text[:1].upper() + text[1:]


LEVELS = {
    "families": "Families with complex needs",
    "whole-place": "Whole place",
    "neighbourhood": "Neighbourhood",
}

PLACE_KINDS = {
    "area": "Areas",
    "council": "Council areas",
    "neighbourhood": "Neighbourhoods",
    "region": "Regions",
}

DOCUMENT_KINDS = {
    "committee-report": "Committee paper",
    "prospectus": "Prospectus",
    "briefing": "Briefing",
    "report": "Report",
    "letter": "Letter",
    "guidance": "Guidance",
    "note": "Note",
}

DOCUMENT_NOUNS = {"committee-report": "paper"} | {
    kind: name.lower() for kind, name in DOCUMENT_KINDS.items() if kind != "committee-report"
}
"""What a document calls itself: `In this paper`."""

HELD = {
    "full": "The whole text",
    "extract": "An extract",
    "summary": "A summary in our own words",
    "reference-only": "A reference only",
    "not-held": "Nothing: it is named but not held",
}

STANCES = {
    "record": "Record: it reports what was done or agreed",
    "claim": "Claim: it argues for something",
    "opinion": "Opinion: the author's own view",
}

EFFECTS = {
    "better": "better",
    "none": "no difference",
    "worse": "worse",
    "mixed": "mixed",
    "too-early": "too early to say",
    "not-known": "not known",
}


def day(date: datetime.date) -> str:
    """A day in words: `21 May 2012`."""
    return f"{date.day} {MONTHS[date.month]} {date.year}"


def when(date: PartialDate) -> Words:
    """A partial date in words; an inferred year stands in square brackets, and the reason follows."""
    return Words(date.words, note=date.note or "")


def earlier_dates(event: Event) -> tuple[str, ...]:
    """What is said of the dates that an event had before: those, or that our sources do not give them."""
    if event.moved_from:
        return (f"before that, {' and '.join(when(date).text for date in event.moved_from)}",)
    return ("the earlier date is not in our sources",) if event.certainty == "moved" else ()


def row(term: str, *values: Words | str | None) -> tuple[Row, ...]:
    """A summary row, or none at all where there is nothing to say."""
    words = tuple(Words(value) if isinstance(value, str) else value for value in values if value)
    return (Row(term, words),) if words else ()


def row_or_gap(term: str, gap: str, *values: Words | str | None) -> tuple[Row, ...]:
    """A summary row, or the gap in its place."""
    return row(term, *values) or (Row(term, (Words(gap, gap=True),)),)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """Words with a full stop, unless they end a sentence already."""
    return text if text.endswith((".", "!", "?")) else f"{text}."
