"""Programmes: what government and councils set up, and what came before and beside."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from cbsite.records.dates import When
from cbsite.records.fields import (
    Citation,
    FigureId,
    Part,
    ProgrammeId,
    Record,
    Ref,
    Slug,
    Text,
    ThemeId,
    problem_at,
)

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
    figures: Annotated[
        tuple[FigureId, ...], Field(description="Figures about this group, for its page")
    ] = ()


class Priority(Part):
    """What the programme, or a body for it, set out to do."""

    text: Text
    source: Citation


class Relation(Part):
    """Another programme that this one follows or competes with, and who says so."""

    id: ProgrammeId
    source: Citation | None = None
    note: Text | None = None


def _from_id(value: Any) -> Any:
    return {"id": value} if isinstance(value, str) else value


Related = Annotated[Relation, BeforeValidator(_from_id), Ref("programme")]
"""An id alone, or a mapping of id, source and note."""


class Programme(Record):
    """A programme."""

    name: Text
    names: tuple[Text, ...] = ()
    stage: Literal["proposed", "announced", "live", "ended", "not-known"]
    phases: tuple[Phase, ...] = ()
    cohorts: tuple[Cohort, ...] = ()
    follows: Annotated[
        tuple[Related, ...],
        Field(description="What came before it: ids, or groups of id, source and note"),
    ] = ()
    competes_with: Annotated[
        tuple[Related, ...],
        Field(description="What stands beside it: ids, or groups of id, source and note"),
    ] = ()
    priorities: tuple[Priority, ...] = ()
    themes: tuple[ThemeId, ...] = ()
    sources: tuple[Citation, ...] = ()

    @model_validator(mode="after")
    def _cohorts_apart(self) -> Self:
        seen: set[str] = set()
        for index, cohort in enumerate(self.cohorts):
            if cohort.id in seen:
                raise problem_at(
                    ("cohorts", index, "id"),
                    f"Two cohorts of the programme have the id '{cohort.id}'.",
                    "Give one of them another id: each has a page of its own.",
                )
            seen.add(cohort.id)
        return self

    @model_validator(mode="after")
    def _became_cohorts(self) -> Self:
        for index, cohort in enumerate(self.cohorts):
            others = [other.id for other in self.cohorts if other.id != cohort.id]
            for number, id in enumerate(cohort.became):
                if id not in others:
                    raise problem_at(
                        ("cohorts", index, "became", number),
                        f"The programme has no other cohort '{id}'.",
                        f"Use the id of one of its others: {', '.join(others) or 'there is none yet'}.",
                    )
        return self

    @property
    def heading(self) -> str:
        return self.name
