"""The words of a figure: its hedge, its number and its period, as prose shows them."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from cbsite.records.figure import Figure


def figure(**fields: Any) -> Figure:
    return Figure.model_validate(
        {
            "id": "members",
            "topic": "size",
            "statement": "Places in the network",
            "counts": "places",
            "as_at": "2012-05",
            "source": {"id": "paper"},
            **fields,
        }
    )


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"value": "4"}, "4"),
        ({"value": "1"}, "1"),
        ({"value": "0"}, "0"),
        ({"value": "120000", "qualifier": "about"}, "about 120,000"),
        ({"value": "1234567"}, "1,234,567"),
        ({"value": "4.50"}, "4.5"),
        ({"value": "100"}, "100"),
        ({"value": "4000000000", "unit": "GBP", "period": "a year"}, "\u00a34bn a year"),
        ({"value": "8500000", "unit": "GBP", "qualifier": "over"}, "over \u00a38.5m"),
        ({"value": "999999", "unit": "GBP"}, "\u00a3999,999"),
        ({"value": "1000000", "unit": "GBP"}, "\u00a31m"),
        ({"value": "250", "unit": "GBP"}, "\u00a3250"),
        ({"value": "47.0", "unit": "percent"}, "47%"),
        ({"value": "18", "unit": "months", "qualifier": "up to"}, "up to 18 months"),
        ({"range": {"low": "40000", "high": "50000"}}, "40,000 to 50,000"),
        (
            {"range": {"low": "12", "high": "18"}, "unit": "months", "qualifier": "about"},
            "about 12 to 18 months",
        ),
        ({"value": "20", "unit": "percent", "display": "a fifth"}, "a fifth"),
    ],
)
def test_words(fields: dict[str, Any], words: str) -> None:
    assert figure(**fields).words == words


@pytest.mark.parametrize("fields", [{}, {"value": "4", "range": {"low": "1", "high": "2"}}])
def test_value_or_range(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="either 'value' or 'range'"):
        figure(**fields)


def test_the_hedge_is_one_of_the_sources_own() -> None:
    with pytest.raises(ValidationError, match="possibly around"):
        figure(value="4", qualifier="roughly")
