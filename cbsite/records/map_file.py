"""A map of the theme or of a hub: `templates/maps/<name>.json`, in the units of its own drawing."""

from __future__ import annotations

import re
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from cbsite.records.fields import Number, Part, Slug, Text, problem, problem_at

Point = tuple[float, float]
"""x to the right and y down, in units of the drawing."""

Ring = tuple[Point, ...]
"""A closed line; its first point is not written again at its end."""

_TOKEN = re.compile(r"[MmLlHhVvZz]|-?(?:\d+\.?\d*|\.\d+)")
_ALLOWED = re.compile(r"(?:[MmLlHhVvZz]|-?(?:\d+\.?\d*|\.\d+)|[\s,])+")
_NUMBERS = {"M": 2, "L": 2, "H": 1, "V": 1, "Z": 0}


def rings_of(path: str) -> tuple[Ring, ...]:
    """The closed lines of SVG path data; ValueError, in words, where it holds anything but straight lines."""
    if not _ALLOWED.fullmatch(path) or path[0] not in "Mm":
        raise ValueError("It may hold the commands M, L, H, V and Z only, and begins with M.")
    rings: list[list[Point]] = []
    x = y = 0.0
    command = ""
    numbers: list[float] = []
    for token in _TOKEN.findall(path):
        if token.isalpha():
            if numbers:
                raise ValueError(f"A number is missing after {command}.")
            command = token
            if token in "Zz" and rings:
                x, y = rings[-1][0]
            continue
        numbers.append(float(token))
        if len(numbers) < _NUMBERS[command.upper()] or command in "Zz":
            if command in "Zz":
                raise ValueError("After Z, a new line begins with M.")
            continue
        relative = command.islower()
        if command in "Hh":
            x = numbers[0] + (x if relative else 0)
        elif command in "Vv":
            y = numbers[0] + (y if relative else 0)
        else:
            x, y = numbers[0] + (x if relative else 0), numbers[1] + (y if relative else 0)
        numbers = []
        if command in "Mm":
            rings.append([])
            command = "l" if relative else "L"
        rings[-1].append((x, y))
    if numbers:
        raise ValueError(f"A number is missing after {command}.")
    closed = [ring[:-1] if ring[0] == ring[-1] else ring for ring in rings]
    if any(len(set(ring)) < 3 for ring in closed):
        raise ValueError("Each of its lines needs at least three points.")
    return tuple(map(tuple, closed))


def _path(value: str) -> str:
    try:
        rings_of(value)
    except ValueError as error:
        raise problem(
            f"This is not a path of straight lines. {error}", "Write for example  M10 10l50 0 0 40z"
        ) from error
    return value


Path = Annotated[str, Field(min_length=1), AfterValidator(_path)]
"""SVG path data made of straight lines: the commands M, L, H, V and Z, in either case."""

Length = Annotated[Number, Field(gt=0)]


class MapBox(Part):
    """A part of the drawing: its top left corner and its size."""

    x: Number
    y: Number
    width: Length
    height: Length


class MapPoint(Part):
    """A point of the drawing."""

    x: Number
    y: Number


class Projection(Part):
    """How degrees become units: x = x + east * longitude, y = y + north * latitude (`north` is negative)."""

    x: Number
    y: Number
    east: Number
    north: Number


class Grid(Part):
    """Squares over the whole drawing: columns are lettered from A, rows numbered from 1."""

    columns: Annotated[Number, Field(ge=1, le=26)]
    rows: Annotated[Number, Field(ge=1, le=99)]


class Inset(Part):
    """A part of the map that is too small at its scale: what (`source`), how much larger, and where it stands."""

    name: Text
    source: MapBox
    magnify: Annotated[Number, Field(gt=1)]
    at: MapPoint


class MapName(Part):
    """A name of a sea, or of land round the map's own: where it stands, and how far it reaches."""

    text: Text
    kind: Literal["sea", "land"]
    at: MapPoint
    reach: MapBox


class Neighbour(Part):
    """Land round the map's own, drawn blank. It may run on under the areas, which are drawn over it."""

    name: Text
    path: Path


class MapArea(Part):
    """An area that a place can be: its id is what `areas` of a place name."""

    id: Slug
    name: Text
    path: Path


class MapFile(Part):
    """A whole map. Areas that share a border share its points, so that it is drawn once."""

    name: Text
    credit: Annotated[Text, Field(description="Printed wherever the map is shown")]
    width: Length
    height: Length
    projection: Projection
    grid: Grid
    insets: tuple[Inset, ...] = ()
    names: tuple[MapName, ...] = ()
    neighbours: tuple[Neighbour, ...] = ()
    areas: Annotated[tuple[MapArea, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        met: set[str] = set()
        for number, area in enumerate(self.areas):
            if area.id in met:
                raise problem_at(
                    ("areas", number, "id"),
                    f"Two areas of the map have the id '{area.id}'.",
                    "Give one of the two another id.",
                )
            met.add(area.id)
        return self
