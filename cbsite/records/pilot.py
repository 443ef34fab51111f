"""Pilots: one programme at work in one place."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field
from pydantic_core import PydanticCustomError

from cbsite.records.dates import When
from cbsite.records.fields import (
    ContactId,
    EventId,
    OrganisationId,
    PlaceId,
    ProgrammeId,
    Slug,
    Text,
    ThemeId,
)
from cbsite.records.marks import ForAuthors
from cbsite.records.part import Part, problem_at, rule
from cbsite.records.record import Citation, Record

PilotStage = Literal[
    "announced", "selected", "scoping", "designing", "proposed", "live", "ended", "not-selected"
]


class StageChange(Part):
    """When the pilot reached a stage, and who says so."""

    stage: Annotated[PilotStage, Field(description="The stage that the pilot reached")]
    date: Annotated[When, Field(description="When it reached the stage")]
    source: Annotated[Citation, Field(description="Who says so, and where")]
    note: Annotated[
        Text | None, Field(description="What readers should know of it, in a sentence")
    ] = None


class BudgetLine(Part):
    """A sum of public money that the pilot may pool, and whether it does."""

    name: Annotated[
        Text, Field(description="What the money is for", examples=["Youth offending grant"])
    ]
    department: Annotated[
        OrganisationId | None,
        Field(
            description="Id of the organisation whose money it is; left out, the page shows the gap"
        ),
    ] = None
    in_scope: Annotated[
        Literal["yes", "no", "sought", "unclear"],
        Field(description="Whether the pilot pools the money, or asked to"),
    ]
    source: Annotated[Citation, Field(description="Who says so, and where")]
    note: Annotated[
        Text | None, Field(description="What readers should know of it, in a few words")
    ] = None


class Pilot(Record):
    """A pilot; `stage_history` is only ever added to."""

    name: Annotated[
        Text, Field(description="What the pilot is called here", examples=["Essex, whole place"])
    ]
    programme: Annotated[ProgrammeId, Field(description="Id of the programme that it belongs to")]
    cohort: Annotated[
        Slug | None,
        Field(
            description="Id of a cohort of the programme: the group of pilots that it started with"
        ),
    ] = None
    place: Annotated[PlaceId, Field(description="Id of the place where it works")]
    level: Annotated[
        Literal["families", "whole-place", "neighbourhood"],
        Field(description="Whether it works with families, a whole place or a neighbourhood"),
    ]
    stage: Annotated[PilotStage, Field(description="Where it stands now")]
    stage_history: Annotated[
        tuple[StageChange, ...],
        Field(description="The stages it went through, each with its source"),
        ForAuthors("only ever add to them"),
    ] = ()
    planned: Annotated[Text | None, Field(description="What it set out to do, and by when")] = None
    themes: Annotated[
        tuple[ThemeId, ...], Field(description="What it is about: ids of themes")
    ] = ()
    team: Annotated[
        Text | None,
        Field(description="Who works on it, as offices; left out, the page shows the gap"),
    ] = None
    partners: Annotated[
        tuple[OrganisationId, ...], Field(description="Ids of the organisations that take part")
    ] = ()
    milestones: Annotated[
        tuple[EventId, ...], Field(description="Ids of its most important events")
    ] = ()
    budget_lines: Annotated[
        tuple[BudgetLine, ...],
        Field(description="The public money that it may pool, and whether it does"),
    ] = ()
    contact: Annotated[
        ContactId | None, Field(description="Whom to ask: id of an organisation or a person")
    ] = None
    sources: Annotated[tuple[Citation, ...], Field(description="Where this comes from")] = ()

    @rule
    def _ends_last(self) -> Iterator[PydanticCustomError]:
        live = [change.date for change in self.stage_history if change.stage == "live"]
        for index, change in enumerate(self.stage_history):
            if change.stage == "ended" and live and all(change.date.ends_before(d) for d in live):
                yield problem_at(
                    ("stage_history", index, "date"),
                    "By this date the pilot ended before it was live.",
                    "Put one of the two dates right.",
                )

    @property
    def heading(self) -> str:
        return self.name
