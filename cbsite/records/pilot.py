"""Pilots: one programme at work in one place."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from cbsite.records.dates import When
from cbsite.records.fields import (
    Citation,
    ContactId,
    EventId,
    OrganisationId,
    Part,
    PlaceId,
    ProgrammeId,
    Record,
    Slug,
    Text,
    ThemeId,
)

PilotStage = Literal[
    "announced", "selected", "scoping", "designing", "proposed", "live", "ended", "not-selected"
]


class StageChange(Part):
    """When the pilot reached a stage, and who says so."""

    stage: PilotStage
    date: When
    source: Citation
    note: Text | None = None


class BudgetLine(Part):
    """A sum of public money that the pilot may pool, and whether it does."""

    name: Text
    department: OrganisationId | None = None
    in_scope: Literal["yes", "no", "sought", "unclear"]
    source: Citation
    note: Text | None = None


class Pilot(Record):
    """A pilot; `stage_history` is only ever added to."""

    name: Text
    programme: ProgrammeId
    cohort: Annotated[Slug | None, Field(description="Id of a cohort of the programme")] = None
    place: PlaceId
    level: Literal["families", "whole-place", "neighbourhood"]
    stage: PilotStage
    stage_history: tuple[StageChange, ...] = ()
    planned: Text | None = None
    themes: tuple[ThemeId, ...] = ()
    team: Text | None = None
    partners: tuple[OrganisationId, ...] = ()
    milestones: tuple[EventId, ...] = ()
    budget_lines: tuple[BudgetLine, ...] = ()
    contact: ContactId | None = None
    sources: tuple[Citation, ...] = ()

    @property
    def heading(self) -> str:
        return self.name
