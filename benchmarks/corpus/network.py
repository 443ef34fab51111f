"""What the made-up network is made of. Every id is a file name; every date is fixed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """What pages are about; the peers have it as a tag."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Place:
    """A district; `latitude` and `longitude` in degrees."""

    id: str
    name: str
    latitude: str
    longitude: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body that leads or takes part."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Source:
    """A report that figures and pages cite."""

    id: str
    title: str
    issued: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A question that figures answer."""

    id: str
    question: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, and who says so."""

    id: str
    topic: Topic
    statement: str
    value: int
    unit: str
    counts: str
    as_at: str
    source: Source


@dataclass(frozen=True, slots=True)
class Pilot:
    """A pilot in a place."""

    id: str
    name: str
    summary: str
    place: Place
    level: str
    stage: str
    started: str
    themes: tuple[Theme, ...]
    partners: tuple[Organisation, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Event:
    """Something with a day."""

    id: str
    title: str
    day: str
    kind: str
    lane: str
    pilot: Pilot
    source: Source


@dataclass(frozen=True, slots=True)
class Study:
    """A case study; its text is made when it is asked for."""

    number: int
    id: str
    title: str
    summary: str
    day: str
    themes: tuple[Theme, ...]
    pilot: Pilot
    lead: Organisation
    stage: str
    reach: Figure
    cost: Figure
    source: Source


@dataclass(frozen=True, slots=True)
class Network:
    """All records, in the order of their numbers."""

    themes: tuple[Theme, ...]
    places: tuple[Place, ...]
    organisations: tuple[Organisation, ...]
    sources: tuple[Source, ...]
    topics: tuple[Topic, ...]
    figures: tuple[Figure, ...]
    pilots: tuple[Pilot, ...]
    events: tuple[Event, ...]
    studies: tuple[Study, ...]
