"""The hub's map as values: its areas, what lies round them, its squares, and where a point falls."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from cbsite.layout.parts.geometry import Box, Line, area_of, box_of, outline_and_borders
from cbsite.records.map_file import MapBox, MapFile, Point, Projection, Ring, rings_of

SEA, ABROAD, HOME = 0, 1, 2
"""What a point of the map can be: sea, blank land round the map's own, the map's own land."""

_CELLS = 120
"""Columns of the coarse picture that says what a point is; finer than any label."""


@dataclass(frozen=True, slots=True)
class Area:
    """An area that a place can be."""

    id: str
    name: str
    rings: tuple[Ring, ...]
    box: Box

    @property
    def largest(self) -> Ring:
        return max(self.rings, key=area_of)


@dataclass(frozen=True, slots=True)
class InsetPart:
    """A part of the map that is drawn again, larger: `frame` is where, `source` what."""

    name: str
    source: Box
    magnify: float
    frame: Box


@dataclass(frozen=True, slots=True)
class Name:
    """A name on the sea or on blank land, where it stands and how far it reaches."""

    text: str
    kind: int
    """SEA or ABROAD."""
    at: Point
    reach: Box


@dataclass(frozen=True)
class Atlas:
    """A map. All lengths are units of its own drawing, from its top left corner."""

    credit: str
    width: float
    height: float
    projection: Projection
    columns: int
    rows: int
    insets: tuple[InsetPart, ...]
    names: tuple[Name, ...]
    neighbours: tuple[Ring, ...]
    areas: Mapping[str, Area]

    @property
    def view(self) -> Box:
        return Box(0, 0, self.width, self.height)

    @cached_property
    def _lines(self) -> tuple[tuple[Ring, ...], tuple[Line, ...]]:
        return outline_and_borders(ring for area in self.areas.values() for ring in area.rings)

    @property
    def outline(self) -> tuple[Ring, ...]:
        """The coast and outer border of all areas together."""
        return self._lines[0]

    @property
    def borders(self) -> tuple[Line, ...]:
        """The lines between areas, each once."""
        return self._lines[1]

    def project(self, lat: float, lon: float) -> Point:
        """Where degrees north and east fall; west and south are negative."""
        p = self.projection
        return float(p.x) + float(p.east) * lon, float(p.y) + float(p.north) * lat

    def square(self, point: Point) -> str:
        """The square of a point: `F6`."""
        column = min(max(int(point[0] * self.columns / self.width), 0), self.columns - 1)
        row = min(max(int(point[1] * self.rows / self.height), 0), self.rows - 1)
        return f"{chr(ord('A') + column)}{row + 1}"

    def square_box(self, column: int, row: int) -> Box:
        """The square in a column and row, both from 0."""
        wide, high = self.width / self.columns, self.height / self.rows
        return Box(column * wide, row * high, (column + 1) * wide, (row + 1) * high)

    def inset_of(self, box: Box) -> InsetPart | None:
        """The inset that shows a box, if there is one; a little of the box may be cut off at an edge."""
        spare = self.width / 250
        return next((i for i in self.insets if i.source.grown(spare).holds(box)), None)

    def surface(self, point: Point) -> int:
        """What is at a point, to the nearest cell: SEA, ABROAD or HOME."""
        size = self.width / _CELLS
        x, y = int(point[0] // size), int(point[1] // size)
        return self._cells[y][x] if 0 <= y < len(self._cells) and 0 <= x < _CELLS else SEA

    @cached_property
    def _cells(self) -> tuple[bytes, ...]:
        size = self.width / _CELLS
        rows = []
        for y in range(int(self.height / size) + 1):
            row = bytearray(_CELLS)
            for kind, rings in ((ABROAD, self.neighbours), (HOME, self.outline)):
                _fill(row, _crossings(rings, (y + 0.5) * size), size, kind)
            rows.append(bytes(row))
        return tuple(rows)


def open_atlas(file: MapFile) -> Atlas:
    """The atlas of a map file."""
    areas = {
        area.id: Area(area.id, area.name, rings, box_of(rings))
        for area in file.areas
        for rings in (rings_of(area.path),)
    }
    insets = (
        InsetPart(i.name, _box(i.source), float(i.magnify), frame)
        for i in file.insets
        for wide, high in ((i.source.width * i.magnify, i.source.height * i.magnify),)
        for frame in (_box(MapBox(x=i.at.x, y=i.at.y, width=wide, height=high)),)
    )
    names = (
        Name(
            n.text,
            SEA if n.kind == "sea" else ABROAD,
            (float(n.at.x), float(n.at.y)),
            _box(n.reach),
        )
        for n in file.names
    )
    neighbours = (ring for land in file.neighbours for ring in rings_of(land.path))
    return Atlas(
        file.credit,
        float(file.width),
        float(file.height),
        file.projection,
        int(file.grid.columns),
        int(file.grid.rows),
        tuple(insets),
        tuple(names),
        tuple(neighbours),
        areas,
    )


def _box(box: MapBox) -> Box:
    left, top = float(box.x), float(box.y)
    return Box(left, top, left + float(box.width), top + float(box.height))


def _crossings(rings: Iterable[Ring], y: float) -> list[float]:
    """Where a level line meets the sides of some rings, from left to right."""
    found = []
    for ring in rings:
        for (a, b), (c, d) in zip(ring, (*ring[1:], ring[0]), strict=True):
            if (b > y) != (d > y):
                found.append(a + (y - b) / (d - b) * (c - a))
    return sorted(found)


def _fill(row: bytearray, crossings: list[float], size: float, kind: int) -> None:
    for left, right in zip(crossings[::2], crossings[1::2], strict=False):
        for x in range(max(int(left / size), 0), min(int(right / size) + 1, len(row))):
            row[x] = kind
