"""A network with as many case studies as are asked for, and other records in proportion."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from benchmarks.corpus.dice import Dice
from benchmarks.corpus.network import (
    Event,
    Figure,
    Network,
    Organisation,
    Pilot,
    Place,
    Source,
    Study,
    Theme,
    Topic,
)
from benchmarks.corpus.vocabulary import HOW, NAME_ENDS, NAME_STARTS, THEMES, WHAT

T = TypeVar("T")

STAGES = ("design", "testing", "live", "scaled", "stopped")
PILOT_STAGES = ("announced", "selected", "scoping", "designing", "proposed", "live", "ended")
LEVELS = ("families", "whole-place", "neighbourhood")
EVENT_KINDS = ("event", "meeting", "launch", "decision", "publication")
LANES = ("national", "local")
ORGANISATION_KINDS = ("council", "charity", "agency", "group", "firm")


def invent(studies: int) -> Network:
    """A network of `studies` case studies (at least 10), with a tenth as many pilots."""
    if studies < 10:
        raise ValueError("A corpus has at least 10 case studies.")
    themes = tuple(Theme(slug(label), label) for label in THEMES)
    places = tuple(_place(n) for n in range(max(5, studies // 20)))
    organisations = tuple(_organisation(n) for n in range(max(5, studies // 50)))
    sources = tuple(_source(n) for n in range(max(5, studies // 50)))
    topics = tuple(_topic(n) for n in range(max(5, studies // 50)))
    figures = tuple(_figure(n, topics, sources) for n in range(max(10, studies // 5)))
    pilots = tuple(_pilot(n, places, themes, organisations, sources) for n in range(studies // 10))
    events = tuple(_event(n, pilots, sources) for n in range(max(5, studies // 10)))
    made = tuple(_study(n, themes, pilots, organisations, figures, sources) for n in range(studies))
    return Network(themes, places, organisations, sources, topics, figures, pilots, events, made)


def slug(words: str) -> str:
    return words.lower().replace(" ", "-")


def town(number: int) -> str:
    """A name that only this number has."""
    start = NAME_STARTS[number % len(NAME_STARTS)]
    # Neighbours in number must not look alike, so the endings walk with another step.
    turn, step = divmod(number, len(NAME_STARTS))
    end = NAME_ENDS[(step * 11 + turn) % len(NAME_ENDS)]
    return start + end + (f" {_roman(turn // len(NAME_ENDS))}" if turn >= len(NAME_ENDS) else "")


def _roman(number: int) -> str:
    return "I" * number if number < 4 else str(number)


def _day(dice: Dice, first: int, last: int) -> str:
    """A day of the years from first to last."""
    return f"{dice.between(first, last)}-{dice.between(1, 12):02}-{dice.between(1, 28):02}"


def _place(number: int) -> Place:
    dice = Dice("place", number)
    north, east = dice.between(5100, 5450), dice.between(-220, 20)
    return Place(slug(town(number)), town(number), f"{north / 100:.2f}", f"{east / 100:.2f}")


def _organisation(number: int) -> Organisation:
    kind = ORGANISATION_KINDS[number % len(ORGANISATION_KINDS)]
    name = f"{town(number)} {kind.title()}"
    return Organisation(slug(name), name, kind)


def _source(number: int) -> Source:
    dice = Dice("source", number)
    title = f"Report {number + 1:03}: the {dice.pick(HOW)} {dice.pick(WHAT)} in {town(number)}"
    return Source(f"report-{number + 1:03}", title, _day(dice, 2012, 2016))


def _topic(number: int) -> Topic:
    dice = Dice("topic", number)
    what = dice.pick(WHAT)
    return Topic(
        f"topic-{number + 1:03}", f"How much does the {what} of {town(number)} cost or save?"
    )


def _figure(number: int, topics: Sequence[Topic], sources: Sequence[Source]) -> Figure:
    dice = Dice("figure", number)
    money = number % 2 == 1
    what = dice.pick(WHAT)
    return Figure(
        id=f"figure-{number + 1:04}",
        topic=topics[number % len(topics)],
        statement=f"{'Cost of' if money else 'People reached by'} the {dice.pick(HOW)} {what}",
        value=dice.between(12, 990) * (1000 if money else 1),
        unit="GBP" if money else "count",
        counts=f"{'spending on' if money else 'people helped by'} the {what}",
        as_at=str(dice.between(2012, 2016)),
        source=dice.pick(sources),
    )


def _pilot(
    number: int,
    places: Sequence[Place],
    themes: Sequence[Theme],
    organisations: Sequence[Organisation],
    sources: Sequence[Source],
) -> Pilot:
    dice = Dice("pilot", number)
    place = places[number % len(places)]
    what, how = dice.pick(WHAT), dice.pick(HOW)
    return Pilot(
        id=f"pilot-{number + 1:04}",
        name=f"{place.name}: the {how} {what} ({number + 1})",
        summary=f"A pilot in {place.name} which gives residents one {how} {what} and counts what comes of it.",
        place=place,
        level=dice.pick(LEVELS),
        stage=dice.pick(PILOT_STAGES),
        started=_day(dice, 2011, 2013),
        themes=dice.some(themes, 2),
        partners=dice.some(organisations, 2),
        source=dice.pick(sources),
    )


def _event(number: int, pilots: Sequence[Pilot], sources: Sequence[Source]) -> Event:
    dice = Dice("event", number)
    pilot = pilots[number % len(pilots)]
    return Event(
        id=f"event-{number + 1:04}",
        title=f"The {dice.pick(HOW)} {dice.pick(WHAT)} of {pilot.place.name} is opened",
        day=_day(dice, 2012, 2016),
        kind=dice.pick(EVENT_KINDS),
        lane=dice.pick(LANES),
        pilot=pilot,
        source=dice.pick(sources),
    )


def _study(
    number: int,
    themes: Sequence[Theme],
    pilots: Sequence[Pilot],
    organisations: Sequence[Organisation],
    figures: Sequence[Figure],
    sources: Sequence[Source],
) -> Study:
    dice = Dice("study", number)
    pilot = pilots[number % len(pilots)]
    what, how = dice.pick(WHAT), dice.pick(HOW)
    return Study(
        number=number,
        id=f"study-{number + 1:05}",
        title=f"How {pilot.place.name} made its {how} {what} work, part {number + 1}",
        summary=f"One {how} {what} was tried in {pilot.place.name}, and most of those who used it stayed with it.",
        day=_day(dice, 2014, 2020),
        themes=dice.some(themes, dice.between(1, 3)),
        pilot=pilot,
        lead=dice.pick(organisations),
        stage=dice.pick(STAGES),
        reach=dice.pick(figures[::2]),
        cost=dice.pick(figures[1::2]),
        source=dice.pick(sources),
    )
