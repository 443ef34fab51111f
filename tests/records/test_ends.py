"""Where a record has two ends, the second is not before the first; the second is what is pointed at."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from cbsite.records.document import Document
from cbsite.records.figure import Figure
from cbsite.records.news import News
from cbsite.records.person import Person
from cbsite.records.pilot import Pilot
from cbsite.records.programme import Programme
from cbsite.records.record import Record

SAYS = {"id": "release"}
PERSON = {
    "id": "chair",
    "role": "Chair",
    "publish": "full",
    "basis": "Consent",
    "name": "Ann Example",
}
NEWS = {
    "id": "n",
    "title": "News",
    "date": "2026-01-05",
    "summary": "What is new on the hub, said in one sentence.",
}
PAPER = NEWS | {
    "kind": "note", "short_title": "Paper", "publisher": "lga", "issued": "2012-05", "stance": "record", "held": "full"
}  # fmt: skip
PROGRAMME = {"id": "p", "name": "Programme", "stage": "ended"}
PILOT = {
    "id": "p",
    "name": "Pilot",
    "programme": "p",
    "place": "essex",
    "level": "families",
    "stage": "ended",
}
FIGURE = {
    "id": "f",
    "topic": "t",
    "statement": "Some.",
    "counts": "councils",
    "as_at": "2012",
    "source": SAYS,
}


def phases(*dates: tuple[str, str], name: str = "phase") -> tuple[dict[str, Any], ...]:
    return tuple({name: word, "date": date, "source": SAYS} for word, date in dates)


def change(day: str) -> tuple[dict[str, str], ...]:
    return ({"date": day, "note": "Put right."},)


@pytest.mark.parametrize(
    ("model", "fields", "place"),
    [
        (Person, PERSON | {"start": "2024", "end": "2023"}, ("end",)),
        (Person, PERSON | {"start": "2024", "until": "2023-12-31"}, ("until",)),
        (News, NEWS | {"expires": "2026-01-05"}, ("expires",)),
        (News, NEWS | {"review_by": "2026-01-04"}, ("review_by",)),
        (News, NEWS | {"changes": change("2026-01-04")}, ("changes", 0, "date")),
        (News, NEWS | {"updated": "2026-02-01", "changes": change("2026-02-02")}, ("changes", 0, "date")),
        (Document, PAPER | {"closes": "2012-04"}, ("closes",)),
        (Programme, PROGRAMME | {"phases": phases(("ended", "2010"), ("live", "2011"))}, ("phases", 0, "date")),
        (Programme, PROGRAMME | {"phases": phases(("live", "2011"), ("ended", "2010"))}, ("phases", 1, "date")),
        (Pilot, PILOT | {"stage_history": phases(("live", "2011"), ("ended", "2010"), name="stage")},
         ("stage_history", 1, "date")),
        (Figure, FIGURE | {"range": {"low": "4", "high": "3"}}, ("high",)),
    ],
)  # fmt: skip
def test_an_end_before_its_start(
    model: type[Record], fields: dict[str, Any], place: tuple[str]
) -> None:
    with pytest.raises(ValidationError) as caught:
        model.model_validate(fields)
    (error,) = caught.value.errors()
    assert error["ctx"]["at"] == place
    assert error["ctx"]["hint"].endswith(".")


@pytest.mark.parametrize(
    ("model", "fields"),
    [
        (Person, PERSON | {"start": "2024", "end": "2024", "until": "2024-01-01"}),
        (News, NEWS | {"review_by": "2026-01-05", "changes": change("2026-01-05")}),
        (News, NEWS | {"updated": "2026-02-01", "changes": change("2026-02-01")}),
        (Document, PAPER | {"closes": "2012"}),
        (Programme, PROGRAMME | {"phases": phases(("announced", "2010"), ("live", "2010"), ("ended", "2010"))}),
        # Two sources differ, and one of them has them in order.
        (Programme, PROGRAMME | {"phases": phases(("ended", "2010"), ("ended", "2012"), ("live", "2011"))}),
        (Pilot, PILOT | {"stage_history": phases(("live", "2011"), ("live", "2009"), ("ended", "2010"), name="stage")}),
    ],
)  # fmt: skip
def test_ends_that_may_be(model: type[Record], fields: dict[str, Any]) -> None:
    model.model_validate(fields)
