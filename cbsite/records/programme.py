"""Programmes: what government and councils set up, and what came before and beside."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from cbsite.records.dates import When
from cbsite.records.fields import FigureId, ProgrammeId, Slug, Text, ThemeId
from cbsite.records.marks import ForAuthors, Ref
from cbsite.records.part import Part, problem_at, rule
from cbsite.records.record import Citation, Record

PHASES = ("announced", "confirmed", "live", "ended")
"""What a programme goes through, in order."""


class Phase(Part):
    """When the programme reached a phase, and who says so; two sources may differ."""

    phase: Annotated[
        Literal["announced", "confirmed", "live", "ended"],
        Field(description="What the programme reached"),
    ]
    date: Annotated[When, Field(description="When it reached the phase, as this source has it")]
    source: Annotated[Citation, Field(description="Who says so, and where")]
    note: Annotated[
        Text | None, Field(description="What readers should know of it, in a sentence")
    ] = None


class Cohort(Part):
    """A group of pilots that started together: `planned` is what was intended, `outcome` what came of it."""

    id: Annotated[
        Slug,
        Field(description="Its name in the programme and in its address", examples=["whole-place"]),
    ]
    name: Annotated[
        Text,
        Field(description="What the group of pilots is called", examples=["Four whole places"]),
    ]
    planned: Annotated[
        Text | None, Field(description="What was intended; readers see it beside what came of it")
    ] = None
    announced: Annotated[When | None, Field(description="When the group was announced")] = None
    source: Annotated[Citation | None, Field(description="Who tells of the plan, and where")] = None
    outcome: Annotated[Text | None, Field(description="What came of it")] = None
    outcome_source: Annotated[
        Citation | None, Field(description="Who tells what came of it, and where")
    ] = None
    became: Annotated[
        tuple[Slug, ...], Field(description="Ids of the programme's cohorts that it turned into")
    ] = ()
    figures: Annotated[
        tuple[FigureId, ...], Field(description="Figures about this group, for its page")
    ] = ()


class Priority(Part):
    """What the programme, or a body for it, set out to do."""

    text: Annotated[Text, Field(description="What the programme set out to do, in a sentence")]
    source: Annotated[Citation, Field(description="Who says so, and where")]


class Relation(Part):
    """Another programme that this one follows or competes with, and who says so."""

    id: Annotated[ProgrammeId, Field(description="Id of the other programme")]
    source: Annotated[
        Citation | None, Field(description="Who says that the two belong together, and where")
    ] = None
    note: Annotated[Text | None, Field(description="How they belong together, in a sentence")] = (
        None
    )


def _from_id(value: Any) -> Any:
    return {"id": value} if isinstance(value, str) else value


Related = Annotated[Relation, BeforeValidator(_from_id), Ref("programme")]
"""An id alone, or a mapping of id, source and note."""


class Programme(Record):
    """What government and councils set up, with its phases and its groups of pilots."""

    name: Annotated[Text, Field(description="What it is called", examples=["Community Budgets"])]
    names: Annotated[
        tuple[Text, ...], Field(description="Other names for it, found by search")
    ] = ()
    stage: Annotated[
        Literal["proposed", "announced", "live", "ended", "not-known"],
        Field(description="Where it stands now"),
    ]
    phases: Annotated[
        tuple[Phase, ...],
        Field(description="When it reached each phase; two sources that differ stand side by side"),
    ] = ()
    cohorts: Annotated[
        tuple[Cohort, ...], Field(description="Its groups of pilots, each with a page of its own")
    ] = ()
    follows: Annotated[
        tuple[Related, ...],
        Field(
            description="What came before it",
            examples=[["total-place"]],
        ),
        ForAuthors("ids, or groups of id, source and note"),
    ] = ()
    competes_with: Annotated[
        tuple[Related, ...],
        Field(description="What stands beside it"),
        ForAuthors("ids, or groups of id, source and note"),
    ] = ()
    priorities: Annotated[tuple[Priority, ...], Field(description="What it set out to do")] = ()
    themes: Annotated[
        tuple[ThemeId, ...], Field(description="What it is about: ids of themes")
    ] = ()
    sources: Annotated[tuple[Citation, ...], Field(description="Where this comes from")] = ()

    @rule
    def _cohorts_apart(self) -> Iterator[PydanticCustomError]:
        seen: set[str] = set()
        for index, cohort in enumerate(self.cohorts):
            if cohort.id in seen:
                yield problem_at(
                    ("cohorts", index, "id"),
                    f"Two cohorts of the programme have the id '{cohort.id}'.",
                    "Give one of them another id: each has a page of its own.",
                )
            seen.add(cohort.id)

    @rule
    def _became_cohorts(self) -> Iterator[PydanticCustomError]:
        if len({cohort.id for cohort in self.cohorts}) < len(self.cohorts):
            return  # An id that stands twice is told; what it names cannot be known before that is mended.
        for index, cohort in enumerate(self.cohorts):
            others = [other.id for other in self.cohorts if other.id != cohort.id]
            for number, id in enumerate(cohort.became):
                if id not in others:
                    yield problem_at(
                        ("cohorts", index, "became", number),
                        f"The programme has no other cohort '{id}'.",
                        f"Use the id of one of its others: {', '.join(others) or 'there is none yet'}.",
                    )

    @rule
    def _phases_in_order(self) -> Iterator[PydanticCustomError]:
        """Sources may differ on a date: wrong is only a phase that is over, by all, before an earlier one began."""
        for index, later in enumerate(self.phases):
            ends = [phase.date for phase in self.phases if phase.phase == later.phase]
            for earlier in PHASES[: PHASES.index(later.phase)]:
                begins = [phase.date for phase in self.phases if phase.phase == earlier]
                if begins and all(end.ends_before(begin) for end in ends for begin in begins):
                    yield problem_at(
                        ("phases", index, "date"),
                        f"By this date the programme was '{later.phase}' before it was '{earlier}'.",
                        "Put one of the two dates right.",
                    )

    @property
    def heading(self) -> str:
        return self.name

    @property
    def other_names(self) -> tuple[str, ...]:
        return self.names
