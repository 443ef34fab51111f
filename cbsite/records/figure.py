"""Figures: each number with what it counts, when, and who says so; and the questions they answer."""

from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from cbsite.records.dates import When
from cbsite.records.fields import FigureId, Number, PlaceId, ProgrammeId, Text, ThemeId, TopicId
from cbsite.records.marks import ForAuthors
from cbsite.records.part import Part, problem, problem_at
from cbsite.records.record import Citation, Record

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

    low: Annotated[Number, Field(description="The least value, which the range includes")]
    high: Annotated[Number, Field(description="The greatest value, which the range includes")]

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.low > self.high:
            raise problem_at(
                ("high",),
                f"The range ends below its beginning: {self.high} is less than {self.low}.",
                "Swap the two numbers.",
            )
        return self


class Topic(Record):
    """A question that figures answer, perhaps in rival ways."""

    question: Annotated[
        Text,
        Field(
            description="The question that figures answer",
            examples=["How many families have several problems at once?"],
        ),
    ]
    note: Annotated[
        Text | None, Field(description="What readers should know before they compare the answers")
    ] = None

    @property
    def heading(self) -> str:
        return self.question


class Figure(Record):
    """One claim of a number. `value` or `range` in whole units (pounds, not millions)."""

    topic: Annotated[
        TopicId,
        Field(
            description="Id of the question that it answers; figures with the same one are shown as rivals"
        ),
    ]
    statement: Annotated[
        Text,
        Field(
            description="What the number says, as a heading without the number",
            examples=["Councils taking part in the first 16 areas"],
        ),
    ]
    value: Annotated[
        Number | None,
        Field(
            description="The number in whole units; each figure has either a value or a range",
            examples=["120000"],
        ),
        ForAuthors("digits only"),
    ] = None
    range: Annotated[
        Range | None, Field(description="From what to what, where the source gives two numbers")
    ] = None
    unit: Annotated[
        Unit, Field(description="What the number is a number of; left out, it counts things")
    ] = "count"
    display: Annotated[
        Text | None,
        Field(
            description="The number in the source's words, such as 'a fifth'", examples=["a fifth"]
        ),
    ] = None
    qualifier: Annotated[
        Qualifier | None,
        Field(description="The source's own hedge, such as over; always shown with the number"),
    ] = None
    counts: Annotated[
        Text, Field(description="What is counted", examples=["councils in the 16 areas"])
    ]
    of: Annotated[
        Text | None,
        Field(description="The whole that it is a share of", examples=["families in England"]),
    ] = None
    as_at: Annotated[
        When, Field(description="The date that the number is for, or on which it was said")
    ]
    period: Annotated[
        Text | None, Field(description="The time it covers, such as 'a year'", examples=["a year"])
    ] = None
    source: Annotated[Citation, Field(description="Who says so, and where")]
    rank: Annotated[
        Rank, Field(description="How it stands among its rivals; a preferred one is shown first")
    ] = "normal"
    supersedes: Annotated[
        FigureId | None, Field(description="Id of the older figure whose place it takes")
    ] = None
    note: Annotated[
        Text | None, Field(description="What readers should know of the number, in a sentence")
    ] = None
    places: Annotated[
        tuple[PlaceId, ...],
        Field(description="Ids of the places that it is about; their pages show it"),
    ] = ()
    programmes: Annotated[
        tuple[ProgrammeId, ...],
        Field(description="Ids of the programmes that it is about; their pages show it"),
    ] = ()
    themes: Annotated[
        tuple[ThemeId, ...], Field(description="What it is about: ids of themes")
    ] = ()

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
