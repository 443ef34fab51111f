"""What has a beginning and an end has them in that order, as far as the dates are known."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from cbsite.records.organisation import Name
from cbsite.records.person import Person
from cbsite.records.site import History


def refused(model: type[Person | Name | History], fields: dict[str, str]) -> tuple[str, object]:
    """The message, and the field that it points at."""
    with pytest.raises(ValidationError) as caught:
        model.model_validate(fields)
    (found,) = caught.value.errors()
    return found["msg"], found["ctx"]["at"]


def person(start: str, end: str) -> dict[str, str]:
    return {"id": "chair", "role": "Chair", "publish": "role-only", "start": start, "end": end}


def test_what_ends_before_it_begins_is_refused() -> None:
    before = {"start": "2012-05", "end": "2012-04-30"}
    assert refused(Person, person(**before)) == ("The person left before they began.", ("end",))
    said = "The name went out of use before it came in."
    assert refused(Name, {"name": "Old name", **before}) == (said, ("end",))
    days = {"lead": "Old.", "text": "It is old.", "start": "2012-05-02", "end": "2012-05-01"}
    assert refused(History, days) == ("The period ends before it starts.", ("end",))


def test_dates_that_may_be_in_order_are_taken() -> None:
    for start, end in (("2012-05-31", "2012-05"), ("2012", "2012-01"), ("2012-05", "2013")):
        assert Person.model_validate(person(start, end)).end
    worded = {"id": "chair", "role": "Chair", "publish": "role-only", "start": "2012"}
    assert Person.model_validate({**worded, "end": {"display": "when it was over"}}).end
