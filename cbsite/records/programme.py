"""Programmes: what government and councils set up, and what came before and beside."""

from __future__ import annotations

from typing import Literal

from cbsite.records.dates import When
from cbsite.records.fields import Citation, Part, ProgrammeId, Record, Slug, Text, ThemeId


class Lifecycle(Part):
    """When a programme reached each stage."""

    announced: When | None = None
    confirmed: When | None = None
    live: When | None = None
    ended: When | None = None


class Cohort(Part):
    """A group of pilots that started together; `planned` says what was intended."""

    id: Slug
    name: Text
    planned: Text | None = None
    announced: When | None = None
    source: Citation | None = None


class Priority(Part):
    """What the programme, or a body for it, set out to do."""

    text: Text
    source: Citation


class Programme(Record):
    """A programme."""

    name: Text
    names: tuple[Text, ...] = ()
    stage: Literal["proposed", "announced", "live", "ended", "not-known"]
    dates: Lifecycle = Lifecycle()
    cohorts: tuple[Cohort, ...] = ()
    follows: tuple[ProgrammeId, ...] = ()
    competes_with: tuple[ProgrammeId, ...] = ()
    priorities: tuple[Priority, ...] = ()
    themes: tuple[ThemeId, ...] = ()
    sources: tuple[Citation, ...] = ()

    @property
    def heading(self) -> str:
        return self.name
