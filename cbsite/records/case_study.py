"""Case studies: what a place tried, what changed, what it cost, and how to copy it."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from cbsite.records.common import Item
from cbsite.records.dates import Day, When
from cbsite.records.fields import (
    FigureId,
    Flag,
    OrganisationId,
    Part,
    PilotId,
    Summary,
    Text,
    ThemeId,
    WebAddress,
    problem,
    problem_at,
)

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


class Partner(Part):
    """An organisation that took part, and how."""

    org: OrganisationId
    role: Text | None = None


class Dates(Part):
    """When the scheme ran."""

    start: When | None = None
    end: When | None = None
    ongoing: Flag = False

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start and self.end and self.end.ends_before(self.start):
            raise problem_at(
                ("end",), "The scheme ends before it starts.", "Put one of the two right."
            )
        return self


class Cost(Part):
    """A sum of money, and what it is."""

    figure: FigureId
    kind: Literal["set-up", "running", "saving", "benefit"]
    bearer: OrganisationId | None = None


class Evidence(Part):
    """How sure we are that it works."""

    confidence: Literal["0", "1", "2", "3", "4", "5"] = "0"
    effect: Literal["better", "none", "worse", "mixed", "too-early", "not-known"] = "not-known"
    method: Text | None = None
    assessed_by: Text | None = None
    assessed_on: Day | None = None
    link: WebAddress | None = None


class Transfer(Part):
    """What another place must know before it copies the scheme."""

    needs: tuple[Text, ...] = ()
    would_not_work_if: tuple[Text, ...] = ()


class CaseStudy(Item):
    """A case study. Its body has the seven `SECTIONS` as second-level headings."""

    summary: Summary
    themes: Annotated[tuple[ThemeId, ...], Field(min_length=1)]
    pilot: PilotId | None = None
    lead: OrganisationId | None = None
    partners: tuple[Partner, ...] = ()
    dates: Dates | None = None
    stage: Literal["idea", "design", "testing", "live", "scaled", "stopped"] | None = None
    population: Annotated[Text | None, Field(description="Who it is for")] = None
    reach: FigureId | None = None
    cost: tuple[Cost, ...] = ()
    evidence: Evidence = Evidence()
    transfer: Transfer | None = None
    story: Annotated[Flag, Field(description="It tells of a family or a person")] = False
    anonymised: Annotated[Flag, Field(description="Nobody in the story can be recognised")] = False

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
            lines = "  and  ".join(f"{name}:" for name in missing)
            registers = " and ".join(f"{name}.yml" for name in missing)
            raise problem(
                f"A case study names no {' and no '.join(missing)}.",
                f"Add  {lines}  with a list of ids from {registers}.",
            )
        return self
