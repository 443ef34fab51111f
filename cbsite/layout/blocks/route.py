"""The way of a pilot or programme: every stage, with all that our sources say of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.wording import capital, label, when
from cbsite.layout.values import Gap, Route, Said, Stop, StopState
from cbsite.records.dates import PartialDate
from cbsite.records.pilot import Pilot, PilotStage
from cbsite.records.programme import PHASES, Programme
from cbsite.records.record import Citation

_WAY: tuple[PilotStage, ...] = ("announced", "selected", "scoping", "designing", "proposed", "live")

_STEP = tuple[str, PartialDate, Citation, str | None]
"""A stage, when it was reached, who says so, and a note."""


def pilot_route(context: Context, pilot: Pilot) -> tuple[Route | Gap, ...]:
    """The stages of a pilot. `ended` closes the way; one that was not selected has no way beyond that."""
    steps = tuple((s.stage, s.date, s.source, s.note) for s in pilot.stage_history)
    if pilot.stage == "not-selected":
        known = {step[0] for step in steps}
        before = tuple(stage for stage in _WAY if stage in known)
        stops = [Stop("done", label(stage), _said(context, stage, steps)) for stage in before]
        refused = _said(context, pilot.stage, steps) or (_NO_DATE,)
        return (Route((*stops, Stop("refused", label(pilot.stage), refused))),)
    if not steps:
        state = label(pilot.stage).lower()
        return (
            Gap(f"Our sources give no dates for this pilot. Its last known state is: {state}."),
        )
    way = (*_WAY, "ended") if pilot.stage == "ended" else _WAY
    return (_route(context, way, way.index(pilot.stage), steps),)


def programme_route(context: Context, programme: Programme) -> tuple[Route | Gap, ...]:
    """The phases of a programme; two sources for one phase stand side by side."""
    steps = tuple((p.phase, p.date, p.source, p.note) for p in programme.phases)
    if programme.stage in PHASES:
        return (_route(context, PHASES, PHASES.index(programme.stage), steps),)
    known = [PHASES.index(phase) for phase, *_ in steps]
    if known:
        return (_route(context, PHASES, max(known), steps, current=False),)
    if programme.stage == "proposed":
        return (Gap("It was proposed. None of our sources says that it was announced."),)
    return (Gap("None of our sources says when it was announced, or how far it came."),)


_NO_DATE = Said("No date in our sources", gap=True)
_NOT_SAID = Said("Our sources do not say", gap=True)


def _route(
    context: Context,
    way: Sequence[str],
    now: int,
    steps: Iterable[_STEP],
    current: bool = True,
) -> Route:
    """The stages of `way`. `now` is the last that was reached; `current`: it is where things stand."""
    stops = []
    for index, stage in enumerate(way):
        state: StopState = "todo" if index > now else "now" if current and index == now else "done"
        nothing = _NOT_SAID if state == "todo" else _NO_DATE
        stops.append(Stop(state, label(stage), _said(context, stage, steps) or (nothing,)))
    return Route(tuple(stops))


def _said(context: Context, stage: str, steps: Iterable[_STEP]) -> tuple[Said, ...]:
    """What each source says of a stage, in order of the dates they give."""
    found = sorted((step for step in steps if step[0] == stage), key=lambda step: step[1].sort_key)
    return tuple(
        Said(
            capital(when(date).text),
            " ".join(part for part in (note, date.note) if part),
            context.cite(source),
        )
        for _, date, source, note in found
    )
