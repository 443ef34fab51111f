"""Groups of pilots: what was planned beside what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from cbsite.layout.parts.cohorts import cohort_words
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.wording import when
from cbsite.layout.values import Plan, Plans, Words
from cbsite.plan.orders import groups_of_pilots
from cbsite.records.pilot import Pilot
from cbsite.records.programme import Cohort, Programme


def plans(context: Context, programme: Programme, cohorts: Sequence[Cohort]) -> tuple[Plans, ...]:
    """One row for each group; nothing for no groups."""
    if not cohorts:
        return ()
    caption = "The plan, and what came of it"
    return (Plans(caption, tuple(plan(context, programme, cohort) for cohort in cohorts)),)


def pilots_of(context: Context, programme: Programme, cohort: Cohort) -> tuple[Pilot, ...]:
    """The pilots of a group that the register names, by id."""
    return context.library.once(groups_of_pilots).get((programme.id, cohort.id), ())


def plan(context: Context, programme: Programme, cohort: Cohort) -> Plan:
    """The plan for one group and its outcome."""
    named = len(pilots_of(context, programme, cohort))
    by_id = {one.id: one for one in programme.cohorts}
    announced = f"Announced {when(cohort.announced).text}" if cohort.announced else ""
    return Plan(
        name=cohort_words(context, programme, cohort),
        planned=_words(cohort.planned, "None of our sources gives a plan."),
        planned_by=(
            *((Words(announced),) if announced else ()),
            *((context.cite(cohort.source),) if cohort.source else ()),
        ),
        outcome=_words(cohort.outcome, "None of our sources says what came of it."),
        outcome_by=(context.cite(cohort.outcome_source),) if cohort.outcome_source else (),
        became=tuple(cohort_words(context, programme, by_id[id]) for id in cohort.became),
        pilots=Words(str(named)) if named else Words("None named", gap=True),
    )


def _words(text: str | None, gap: str) -> Words:
    return Words(text) if text else Words(gap, gap=True)
