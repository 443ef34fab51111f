"""Blocks that authors put into prose: a fenced block with a known word and a few lines of YAML."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from cbsite.records.fields import (
    FigureId,
    Part,
    PilotId,
    PlaceId,
    ProgrammeId,
    Text,
    TopicId,
    problem,
)


class FiguresBlock(Part):
    """Figures as cards (`figures`), or all rival claims of one question as a table (`topic`)."""

    topic: TopicId | None = None
    figures: tuple[FigureId, ...] = ()

    @model_validator(mode="after")
    def _one_of(self) -> Self:
        if (self.topic is None) == (not self.figures):
            raise problem(
                "A figures block has either 'topic' or 'figures'.", "Keep one of the two."
            )
        return self


class TimelineBlock(Part):
    """The events of some programmes, pilots or places, in order of time."""

    programmes: tuple[ProgrammeId, ...] = ()
    pilots: tuple[PilotId, ...] = ()
    places: tuple[PlaceId, ...] = ()

    @model_validator(mode="after")
    def _something(self) -> Self:
        if not (self.programmes or self.pilots or self.places):
            raise problem(
                "A timeline block says nothing to show.", "Add  programmes:  with a list of ids."
            )
        return self


class TableBlock(Part):
    """A small table. The first column heads each row."""

    caption: Text
    columns: Annotated[tuple[Text, ...], Field(min_length=2)]
    rows: Annotated[tuple[tuple[Text, ...], ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _equal_width(self) -> Self:
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.columns):
                raise problem(
                    f"Row {number} of the table has {len(row)} cells, but there are {len(self.columns)} columns.",
                    "Give every row one cell for each column.",
                )
        return self


BLOCKS: dict[str, type[Part]] = {
    "figures": FiguresBlock,
    "timeline": TimelineBlock,
    "table": TableBlock,
}
"""The known words, each with the fields its YAML may have."""
