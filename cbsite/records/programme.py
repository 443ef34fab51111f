"""Programmes: what government and councils set up, and what came before and beside."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from cbsite.records.dates import When
from cbsite.records.fields import Citation, Part, ProgrammeId, Record, Slug, Text, ThemeId

PHASES = ("announced", "confirmed", "live", "ended")
"""What a programme goes through, in order."""


class Phase(Part):
    """When the programme reached a phase, and who says so; two sources may differ."""

    phase: Literal["announced", "confirmed", "live", "ended"]
    date: When
    source: Citation
    note: Text | None = None


class Cohort(Part):
    """A group of pilots that started together: `planned` is what was intended, `outcome` what came of it."""

    id: Slug
    name: Text
    planned: Text | None = None
    announced: When | None = None
    source: Citation | None = None
    outcome: Text | None = None
    outcome_source: Citation | None = None
    became: Annotated[
        tuple[Slug, ...], Field(description="Ids of the programme's cohorts that it turned into")
    ] = ()


class Priority(Part):
    """What the programme, or a body for it, set out to do."""

    text: Text
    source: Citation


class Programme(Record):
    """A programme."""

    name: Text
    names: tuple[Text, ...] = ()
    stage: Literal["proposed", "announced", "live", "ended", "not-known"]
    phases: tuple[Phase, ...] = ()
    cohorts: tuple[Cohort, ...] = ()
    follows: tuple[ProgrammeId, ...] = ()
    competes_with: tuple[ProgrammeId, ...] = ()
    priorities: tuple[Priority, ...] = ()
    themes: tuple[ThemeId, ...] = ()
    sources: tuple[Citation, ...] = ()

    @property
    def heading(self) -> str:
        return self.name
