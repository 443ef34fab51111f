"""Case studies: what a place tried, what changed, what it cost, and how to copy it."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from cbsite.records.common import Item
from cbsite.records.dates import Day, When
from cbsite.records.fields import (
    FigureId,
    Flag,
    OrganisationId,
    PilotId,
    PlaceId,
    SourceId,
    Summary,
    Text,
    ThemeId,
    WebAddress,
)
from cbsite.records.marks import ForAuthors
from cbsite.records.part import Part, problem, problem_at

SECTIONS = (
    "The problem", "What we did", "What changed", "What it cost",
    "What did not work", "How to copy this", "Find out more",
)  # fmt: skip
"""The headings a complete case study has, in order."""

CONFIDENCE = (
    "not yet known",
    "an account of why it should work",
    "measured before and after",
    "compared with a similar group",
    "independent evaluation",
    "repeated elsewhere with the same result",
)
"""The confidence ladder, by level from 0 to 5 (levels 1 to 5 after Nesta's Standards of Evidence)."""

_WANTED = {
    "sources": "with ids from sources.yml or of documents",
    "places": "with ids from places.yml",
}
"""What to write in the fields that a case study needs unless it is illustrative."""


class Partner(Part):
    """An organisation that took part, and how."""

    org: Annotated[OrganisationId, Field(description="Id of an organisation that took part")]
    role: Annotated[
        Text | None, Field(description="What it did", examples=["Ran the front door"])
    ] = None


class Dates(Part):
    """When the scheme ran."""

    start: Annotated[When | None, Field(description="When the scheme began")] = None
    end: Annotated[When | None, Field(description="When the scheme ended")] = None
    ongoing: Annotated[Flag, Field(description="The scheme still runs")] = False

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start and self.end and self.end.ends_before(self.start):
            raise problem_at(
                ("end",), "The scheme ends before it starts.", "Put one of the two right."
            )
        return self


class Cost(Part):
    """A sum of money, and what it is."""

    figure: Annotated[
        FigureId, Field(description="Id of the figure that gives the sum, with its source")
    ]
    kind: Annotated[
        Literal["set-up", "running", "saving", "benefit"],
        Field(
            description="What the sum is: a cost of setting up or of running, a saving, or a benefit to others"
        ),
    ]
    bearer: Annotated[
        OrganisationId | None,
        Field(description="Id of the organisation that bears the cost or has the saving"),
    ] = None


class Evidence(Part):
    """How sure we are that it works."""

    confidence: Annotated[
        Literal["0", "1", "2", "3", "4", "5"],
        Field(
            description="How sure we are that it works, from 0 (not yet known) to 5 (repeated elsewhere)"
        ),
    ] = "0"
    effect: Annotated[
        Literal["better", "none", "worse", "mixed", "too-early", "not-known"],
        Field(description="What the scheme changed, as far as anybody knows"),
    ] = "not-known"
    method: Annotated[
        Text | None,
        Field(description="How that was found out", examples=["Compared with a similar area"]),
    ] = None
    assessed_by: Annotated[Text | None, Field(description="Who found it out")] = None
    assessed_on: Annotated[Day | None, Field(description="The day on which they did")] = None
    link: Annotated[WebAddress | None, Field(description="Web address of the evaluation")] = None


class Transfer(Part):
    """What another place must know before it copies the scheme."""

    needs: Annotated[
        tuple[Text, ...],
        Field(description="What another place needs before it can copy the scheme, one thing each"),
    ] = ()
    would_not_work_if: Annotated[
        tuple[Text, ...], Field(description="Where the scheme would not work, one reason each")
    ] = ()


class CaseStudy(Item):
    """What a place tried, and what came of it. Its text has seven headings, from The problem to Find out more."""

    summary: Annotated[
        Summary,
        Field(description="What was tried and what came of it; shown in lists and search"),
        ForAuthors("40 to 220 characters"),
    ]
    themes: Annotated[
        tuple[ThemeId, ...],
        Field(
            min_length=1,
            description="What it is about: one theme or more, by which readers narrow lists and search",
        ),
    ]
    places: Annotated[
        tuple[PlaceId, ...],
        Field(
            description="The places that it is about; their pages lead here", examples=[["essex"]]
        ),
        ForAuthors(needed="unless it is illustrative"),
    ] = ()
    sources: Annotated[
        tuple[SourceId, ...],
        Field(
            description="Where it comes from: ids of sources, and of documents on this site",
            examples=[["whole-place-update"]],
        ),
        ForAuthors(needed="unless it is illustrative"),
    ] = ()
    pilot: Annotated[
        PilotId | None, Field(description="Id of the pilot that the scheme was part of")
    ] = None
    lead: Annotated[
        OrganisationId | None,
        Field(
            description="Id of the organisation that led the scheme; left out, the page shows the gap"
        ),
    ] = None
    partners: Annotated[tuple[Partner, ...], Field(description="Who else took part, and how")] = ()
    dates: Annotated[Dates | None, Field(description="When the scheme ran")] = None
    stage: Annotated[
        Literal["idea", "design", "testing", "live", "scaled", "stopped"] | None,
        Field(description="How far the scheme has come"),
    ] = None
    population: Annotated[
        Text | None,
        Field(description="Who it is for", examples=["Families with several problems at once"]),
    ] = None
    reach: Annotated[
        FigureId | None,
        Field(description="Id of the figure that says how many people or places it reached"),
    ] = None
    cost: Annotated[
        tuple[Cost, ...],
        Field(description="What it cost and saved, each sum a figure with its source"),
    ] = ()
    evidence: Annotated[
        Evidence, Field(description="How sure we are that it works, and how anybody knows")
    ] = Evidence.model_construct()
    transfer: Annotated[
        Transfer | None,
        Field(description="What another place must know before it copies the scheme"),
    ] = None
    story: Annotated[Flag, Field(description="It tells of a family or a person")] = False
    anonymised: Annotated[
        Flag,
        Field(description="Nobody in the story can be recognised"),
        ForAuthors(needed="where story is yes"),
    ] = False

    @model_validator(mode="after")
    def _sources_and_places(self) -> Self:
        if self.story and not self.anonymised:
            raise problem_at(
                ("story",),
                "The case study tells of a family or a person, but does not say that nobody can be recognised.",
                "Check that, then add  anonymised: yes",
            )
        missing = [name for name in ("sources", "places") if not getattr(self, name)]
        if missing and not self.illustrative:
            wanted = ", and  ".join(f"{name}:  {_WANTED[name]}" for name in missing)
            raise problem(
                f"A case study names no {' and no '.join(missing)}.",
                f"Add  {wanted}.",
                "needed",
            )
        return self
