"""Blocks that authors put into prose: a fenced block with a known word and a few lines of YAML."""

from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from cbsite.records.dates import When
from cbsite.records.fields import (
    FigureId,
    PilotId,
    PlaceId,
    ProgrammeId,
    Text,
    TextOrNothing,
    TopicId,
)
from cbsite.records.part import Part, problem, problem_at
from cbsite.records.record import Citation


class FiguresBlock(Part):
    """Figures as cards (`figures`), or all rival claims of one question as a table (`topic`)."""

    topic: Annotated[
        TopicId | None,
        Field(description="Id of a question: all claims that answer it stand in a table"),
    ] = None
    figures: Annotated[
        tuple[FigureId, ...],
        Field(description="Ids of figures, which stand as cards in this order"),
    ] = ()

    @model_validator(mode="after")
    def _one_of(self) -> Self:
        if (self.topic is None) == (not self.figures):
            raise problem(
                "A figures block has either 'topic' or 'figures'.", "Keep one of the two."
            )
        return self


class TimelineBlock(Part):
    """The events of some programmes, pilots or places, in order of time."""

    programmes: Annotated[
        tuple[ProgrammeId, ...], Field(description="Ids of programmes whose events to show")
    ] = ()
    pilots: Annotated[
        tuple[PilotId, ...], Field(description="Ids of pilots whose events to show")
    ] = ()
    places: Annotated[
        tuple[PlaceId, ...], Field(description="Ids of places whose events to show")
    ] = ()

    @model_validator(mode="after")
    def _something(self) -> Self:
        if not (self.programmes or self.pilots or self.places):
            raise problem(
                "A timeline block says nothing to show.", "Add  programmes:  with a list of ids."
            )
        return self


class ChartBlock(Part):
    """A small chart of the claims of one question (`topic`) or of some figures with one unit."""

    title: Annotated[Text, Field(description="What the chart shows, as a finding")]
    topic: Annotated[
        TopicId | None, Field(description="Id of a question: the claims that answer it are drawn")
    ] = None
    figures: Annotated[
        tuple[FigureId, ...],
        Field(description="Ids of figures with one unit, which are drawn in this order"),
    ] = ()

    @model_validator(mode="after")
    def _one_of(self) -> Self:
        if (self.topic is None) == (not self.figures):
            raise problem("A chart has either 'topic' or 'figures'.", "Keep one of the two.")
        return self


class MapBlock(Part):
    """Some places on the hub's map, and the same places as a table."""

    title: Annotated[Text, Field(description="What the map shows")]
    places: Annotated[
        tuple[PlaceId, ...],
        Field(
            min_length=1,
            description="Ids of the places to draw, and to name in the table beside the map",
            examples=[["essex", "kent"]],
        ),
    ]


class View(Part):
    """What one source says on a question, in our words."""

    says: Annotated[Text, Field(description="What the source says on the question, in our words")]
    who: Annotated[
        Text | None, Field(description="Who says it, where not the source's author or publisher")
    ] = None
    date: Annotated[When | None, Field(description="When, where not the source's own date")] = None
    source: Annotated[Citation, Field(description="Where it is said")]


class ViewpointsBlock(Part):
    """What several sources say on one question, side by side; the order is the author's."""

    question: Annotated[Text, Field(description="What the sources differ on, as a question")]
    views: Annotated[
        tuple[View, ...],
        Field(
            min_length=2,
            description="What each of two or more sources says, in the order to read it",
        ),
    ]


def _headed(row: tuple[str, ...]) -> tuple[str, ...]:
    if row and not row[0]:
        raise problem_at(
            (0,), "The first cell of the row is empty.", "Write what the row is about."
        )
    return row


Row = Annotated[tuple[TextOrNothing, ...], AfterValidator(_headed)]


class TableBlock(Part):
    """A small table. The first column heads each row, so it has no empty cells."""

    caption: Annotated[Text, Field(description="What the table shows; read out before it")]
    columns: Annotated[
        tuple[Text, ...],
        Field(
            min_length=2,
            description="The heading of each column, two or more",
            examples=[["Work-strand", "Progress"]],
        ),
    ]
    rows: Annotated[
        tuple[Row, ...],
        Field(
            min_length=1,
            description='The cells of each row, one for each column; "" for an empty cell',
            examples=[[["Scope", "In the specification"]]],
        ),
    ]

    @model_validator(mode="after")
    def _equal_width(self) -> Self:
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.columns):
                width = "1 cell" if len(row) == 1 else f"{len(row)} cells"
                raise problem_at(
                    ("rows", number - 1),
                    f"Row {number} of the table has {width}, but there are {len(self.columns)} columns.",
                    "Give every row one cell for each column.",
                )
        return self


BLOCKS: dict[str, type[Part]] = {
    "chart": ChartBlock,
    "figures": FiguresBlock,
    "map": MapBlock,
    "timeline": TimelineBlock,
    "table": TableBlock,
    "viewpoints": ViewpointsBlock,
}
"""The known words, each with the fields its YAML may have."""
