"""Events: everything with a date, whether it happened, was planned, or was only hoped for."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from cbsite.records.dates import When
from cbsite.records.fields import (
    Citation,
    EventId,
    OrganisationId,
    PilotId,
    PlaceId,
    ProgrammeId,
    Record,
    Slug,
    Text,
    ThemeId,
)


class Event(Record):
    """An event on the timeline."""

    title: Text
    when: When
    kind: Literal[
        "event", "meeting", "letter", "deadline", "publication", "decision", "launch", "context",
        "announcement", "target", "claim",
    ]  # fmt: skip
    certainty: Literal["happened", "planned", "expected", "moved", "cancelled"]
    lane: Annotated[Slug, Field(description="Id of a lane in site.yml")]
    moved_from: Annotated[tuple[When, ...], Field(description="Dates it had before")] = ()
    venue: Text | None = None
    orgs: tuple[OrganisationId, ...] = ()
    pilots: tuple[PilotId, ...] = ()
    places: tuple[PlaceId, ...] = ()
    programmes: tuple[ProgrammeId, ...] = ()
    themes: tuple[ThemeId, ...] = ()
    series: Annotated[Text | None, Field(description="Name of the set it belongs to")] = None
    outcome_of: Annotated[
        tuple[EventId, ...], Field(description="What was planned or expected, and came about so")
    ] = ()
    note: Text | None = None
    source: Citation

    @property
    def heading(self) -> str:
        return self.title
