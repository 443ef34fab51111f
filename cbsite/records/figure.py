"""Figures: each number with what it counts, when, and who says so; and the questions they answer."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from cbsite.records.dates import When
from cbsite.records.fields import (
    Citation,
    FigureId,
    Number,
    Part,
    PlaceId,
    ProgrammeId,
    Record,
    Text,
    ThemeId,
    TopicId,
    problem,
)

Qualifier = Literal[
    "about", "around", "possibly around", "up to", "as many as", "over", "more than", "at least",
    "nearly", "under", "less than",
]  # fmt: skip
"""The source's own hedge; it is always shown with the value."""

Unit = Literal["count", "GBP", "percent", "months", "years"]
Rank = Literal["preferred", "normal", "superseded", "disputed"]

_SPANS = ("months", "years")
_MAGNITUDES = ((Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m"))


class Range(Part):
    """A stretch of values, both ends included."""

    low: Number
    high: Number

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.low > self.high:
            raise problem("The range ends below its beginning.", "Swap  low  and  high.")
        return self


class Topic(Record):
    """A question that figures answer, perhaps in rival ways."""

    question: Text
    note: Text | None = None

    @property
    def heading(self) -> str:
        return self.question


class Figure(Record):
    """One claim of a number. `value` or `range` in whole units (pounds, not millions)."""

    topic: TopicId
    statement: Text
    value: Number | None = None
    range: Range | None = None
    unit: Unit = "count"
    display: Annotated[
        Text | None, Field(description="The number in the source's words, such as 'a fifth'")
    ] = None
    qualifier: Qualifier | None = None
    counts: Annotated[Text, Field(description="What is counted")]
    of: Annotated[Text | None, Field(description="The whole that it is a share of")] = None
    as_at: When
    period: Annotated[Text | None, Field(description="The time it covers, such as 'a year'")] = None
    source: Citation
    rank: Rank = "normal"
    supersedes: FigureId | None = None
    note: Text | None = None
    places: tuple[PlaceId, ...] = ()
    programmes: tuple[ProgrammeId, ...] = ()
    themes: tuple[ThemeId, ...] = ()

    @model_validator(mode="after")
    def _value_or_range(self) -> Self:
        if (self.value is None) == (self.range is None):
            raise problem(
                "A figure has either 'value' or 'range'.", "Write one of them, with digits only."
            )
        return self

    @property
    def heading(self) -> str:
        return self.statement

    @property
    def bounds(self) -> tuple[Decimal, Decimal]:
        """The least and the greatest value that is claimed (the same for a single one), in whole units."""
        if self.range:
            return self.range.low, self.range.high
        assert self.value is not None
        return self.value, self.value

    @property
    def number(self) -> str:
        """The value without its hedge, as shown: `120,000`, `£4bn`, `40,000 to 50,000`, `a fifth`."""
        if self.display:
            return self.display
        if self.range:
            low = (
                _plain(self.range.low) if self.unit in _SPANS else amount(self.range.low, self.unit)
            )
            return f"{low} to {amount(self.range.high, self.unit)}"
        assert self.value is not None
        return amount(self.value, self.unit)

    @property
    def words(self) -> str:
        """The value with its hedge and period, as prose shows it: `about 120,000`, `£4bn a year`."""
        return " ".join(part for part in (self.qualifier, self.number, self.period) if part)


def amount(value: Decimal, unit: Unit) -> str:
    """A value as pages show it: `120,000`, `£4bn`, `20%`, `18 months`."""
    if unit == "GBP":
        sign = "-" if value < 0 else ""
        return f"{sign}£{_pounds(abs(value))}"
    if unit == "percent":
        return f"{_plain(value)}%"
    if unit in _SPANS:
        return f"{_plain(value)} {unit.removesuffix('s') if value == 1 else unit}"
    return _plain(value)


def _pounds(value: Decimal) -> str:
    """A sum in billions or millions where that loses nothing and stays short: `4bn`, `1.25m`."""
    for size, suffix in _MAGNITUDES:
        if value >= size and value % (size / 100) == 0:
            return f"{_plain(value / size)}{suffix}"
    return _plain(value)


def _plain(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
