"""Events: everything with a date, whether it happened, was planned, or was only hoped for."""

from typing import Annotated, Literal

from pydantic import Field

from cbsite.records.dates import When
from cbsite.records.fields import (
    EventId,
    OrganisationId,
    PilotId,
    PlaceId,
    ProgrammeId,
    Slug,
    Text,
    ThemeId,
)
from cbsite.records.record import Citation, Record


class Event(Record):
    """Something with a date: it happened, was planned, or was only hoped for."""

    title: Annotated[Text, Field(description="What happened or was to happen, in a few words")]
    when: Annotated[
        When,
        Field(description="When it was, or is to be", examples=["2012-05-21", "2012-05~"]),
    ]
    kind: Annotated[Literal[
        "event", "meeting", "letter", "deadline", "publication", "decision", "launch", "context",
        "announcement", "target", "claim",
    ], Field(description="What sort of event it is; readers narrow the timeline by it")]  # fmt: skip
    certainty: Annotated[
        Literal["happened", "planned", "expected", "moved", "cancelled"],
        Field(
            description="Whether it happened, was planned or only expected, or was moved or cancelled"
        ),
    ]
    lane: Annotated[
        Slug,
        Field(description="Id of a lane in site.yml: the line of the timeline that it stands on"),
    ]
    moved_from: Annotated[
        tuple[When, ...],
        Field(
            description="Dates it had before; readers see them beside the new one",
            examples=[["2012-06-26"]],
        ),
    ] = ()
    venue: Annotated[
        Text | None,
        Field(description="Where it took place", examples=["Local Government House, London"]),
    ] = None
    orgs: Annotated[
        tuple[OrganisationId, ...], Field(description="Ids of the organisations that took part")
    ] = ()
    pilots: Annotated[
        tuple[PilotId, ...],
        Field(description="Ids of the pilots that it concerns; their pages show it"),
    ] = ()
    places: Annotated[
        tuple[PlaceId, ...],
        Field(description="Ids of the places that it concerns; their pages show it"),
    ] = ()
    programmes: Annotated[
        tuple[ProgrammeId, ...],
        Field(description="Ids of the programmes that it concerns; their pages show it"),
    ] = ()
    themes: Annotated[
        tuple[ThemeId, ...], Field(description="What it is about: ids of themes")
    ] = ()
    series: Annotated[
        Text | None, Field(description="Name of the set it belongs to", examples=["Leaders' calls"])
    ] = None
    outcome_of: Annotated[
        tuple[EventId, ...],
        Field(description="What was planned or expected, and came about so: ids of events"),
    ] = ()
    note: Annotated[
        Text | None, Field(description="What readers should know beside the date, in a sentence")
    ] = None
    source: Annotated[Citation, Field(description="Who says so, and where")]

    @property
    def heading(self) -> str:
        return self.title
