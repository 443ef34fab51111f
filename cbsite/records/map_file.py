"""A map of the theme or of a hub: `templates/maps/<name>.json`, in the units of its own drawing."""

import re
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from cbsite.records.fields import Number, Slug, Text
from cbsite.records.marks import Form
from cbsite.records.part import Part, problem, problem_at, rule

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


Path = Annotated[str, Field(min_length=1), AfterValidator(_path), Form("path of straight lines")]
"""SVG path data made of straight lines: the commands M, L, H, V and Z, in either case."""

Length = Annotated[Number, Field(gt=0)]


class MapBox(Part):
    """A part of the drawing: its top left corner and its size."""

    x: Annotated[
        Number, Field(description="How far right its left edge is, in units of the drawing")
    ]
    y: Annotated[Number, Field(description="How far down its top edge is, in units of the drawing")]
    width: Annotated[Length, Field(description="Its width, in units of the drawing")]
    height: Annotated[Length, Field(description="Its height, in units of the drawing")]


class MapPoint(Part):
    """A point of the drawing."""

    x: Annotated[Number, Field(description="How far right it is, in units of the drawing")]
    y: Annotated[Number, Field(description="How far down it is, in units of the drawing")]


class Projection(Part):
    """How degrees become units: x = x + east * longitude, y = y + north * latitude (`north` is negative)."""

    x: Annotated[
        Number,
        Field(description="How far right the meridian of Greenwich is, in units of the drawing"),
    ]
    y: Annotated[
        Number, Field(description="How far down the equator would be, in units of the drawing")
    ]
    east: Annotated[Number, Field(description="Units to the right for one degree east")]
    north: Annotated[
        Number, Field(description="Units down for one degree north; below 0, as north is up")
    ]


class Grid(Part):
    """Squares over the whole drawing: columns are lettered from A, rows numbered from 1."""

    columns: Annotated[
        Number,
        Field(
            ge=1, le=26, description="How many columns of squares lie over the map, lettered from A"
        ),
    ]
    rows: Annotated[
        Number,
        Field(
            ge=1, le=99, description="How many rows of squares lie over the map, numbered from 1"
        ),
    ]


class Inset(Part):
    """A part of the map that is too small at its scale: what (`source`), how much larger, and where it stands."""

    name: Annotated[Text, Field(description="What the inset shows, printed beside it")]
    source: Annotated[MapBox, Field(description="The part of the map that it shows larger")]
    magnify: Annotated[Number, Field(gt=1, description="How many times larger")]
    at: Annotated[MapPoint, Field(description="Where its top left corner stands")]


class MapName(Part):
    """A name of a sea, or of land round the map's own: where it stands, and how far it reaches."""

    text: Annotated[Text, Field(description="The name, as printed on the map")]
    kind: Annotated[Literal["sea", "land"], Field(description="Whether it names a sea or land")]
    at: Annotated[MapPoint, Field(description="Where the name stands")]
    reach: Annotated[
        MapBox,
        Field(
            description="How far the sea or land reaches; a map that shows none of it leaves the name out"
        ),
    ]


class Neighbour(Part):
    """Land round the map's own, drawn blank. It may run on under the areas, which are drawn over it."""

    name: Annotated[Text, Field(description="What the land is called")]
    path: Annotated[Path, Field(description="Its outline, as SVG path data of straight lines")]


class MapArea(Part):
    """An area that a place can be: its id is what `areas` of a place name."""

    id: Annotated[
        Slug,
        Field(
            description="What a place names it by, under areas or by its own id", examples=["essex"]
        ),
    ]
    name: Annotated[Text, Field(description="What the area is called")]
    path: Annotated[Path, Field(description="Its outline, as SVG path data of straight lines")]


class MapFile(Part):
    """A whole map. Areas that share a border share its points, so that it is drawn once."""

    name: Annotated[Text, Field(description="What the map shows, and as of when")]
    credit: Annotated[Text, Field(description="Who made the map; printed wherever it is shown")]
    width: Annotated[Length, Field(description="Width of the whole drawing, in its own units")]
    height: Annotated[Length, Field(description="Height of the whole drawing, in its own units")]
    projection: Annotated[
        Projection,
        Field(description="How degrees become units of the drawing, for places that are points"),
    ]
    grid: Annotated[
        Grid, Field(description="The squares over the map, by which tables say where a place is")
    ]
    insets: Annotated[
        tuple[Inset, ...], Field(description="Parts of the map that are drawn larger beside it")
    ] = ()
    names: Annotated[
        tuple[MapName, ...], Field(description="Names of seas and of land round the map's own")
    ] = ()
    neighbours: Annotated[
        tuple[Neighbour, ...], Field(description="Land round the map's own, drawn blank")
    ] = ()
    areas: Annotated[
        tuple[MapArea, ...], Field(min_length=1, description="The areas that places can be")
    ]

    @rule
    def _each_once(self) -> Iterator[PydanticCustomError]:
        met: set[str] = set()
        for number, area in enumerate(self.areas):
            if area.id in met:
                yield problem_at(
                    ("areas", number, "id"),
                    f"Two areas of the map have the id '{area.id}'.",
                    "Give one of the two another id.",
                )
            met.add(area.id)
