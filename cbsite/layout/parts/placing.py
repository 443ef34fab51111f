"""Where the numbered discs of a map stand, and the names beside them: one rule for any set of places.

Each place in turn takes the best of many positions round it: not on another disc, name or inset, rather on
the sea than on land, and near. Lengths are units of the picture.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Literal

from cbsite.layout.parts.atlas import ABROAD, HOME
from cbsite.layout.parts.geometry import Box
from cbsite.records.map_file import Point

Side = Literal["start", "middle", "end"]

LINE = 60
"""Height of a line of a name."""

_LETTER = 31
"""Width of a letter of a name, on average and in the widest of the theme's typefaces."""

_ANGLES = 24
_RINGS = 8
_STEP = 70


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that wants a disc: where it is, the shapes it covers, and its name (empty: none is printed)."""

    at: Point
    shapes: tuple[Box, ...]
    name: str
    within: Box | None = None
    """A frame that the disc should stay in, such as that of its inset."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a disc stands, and its name in lines: `label` is the start of the first line's baseline."""

    disc: Point
    lines: tuple[str, ...]
    label: Point
    side: Side


@dataclass(frozen=True, slots=True)
class _Choice:
    disc: Point
    boxes: tuple[Box, ...]
    distance: float
    label: Point
    side: Side


def place_discs(
    spots: tuple[Spot, ...],
    view: Box,
    radius: int,
    taken: tuple[Box, ...],
    surface: Callable[[Point], int],
) -> tuple[Placed, ...]:
    """A position for each spot, in order. `taken`: boxes to keep clear; `surface`: what lies at a point."""
    busy = list(taken)
    found = []
    for spot in spots:
        own = spot.shapes if spot.name or _small(spot, radius) else ()
        shapes = [*own, *(box for other in spots if other is not spot for box in other.shapes)]
        lines = wrap(spot.name)

        cost = partial(_cost, spot, view, tuple(busy), shapes, surface)
        best = min(_choices(spot, lines, radius), key=cost)
        busy += best.boxes
        found.append(Placed(best.disc, lines, best.label, best.side))
    return tuple(found)


def _small(spot: Spot, radius: int) -> bool:
    """Whether a disc would hide the place that it stands for."""
    wide = max(box.right for box in spot.shapes) - min(box.left for box in spot.shapes)
    high = max(box.bottom for box in spot.shapes) - min(box.top for box in spot.shapes)
    return min(wide, high) < 4 * radius


def wrap(name: str) -> tuple[str, ...]:
    """A name in one line, or two about equally long."""
    gaps = [index for index, letter in enumerate(name) if letter == " "]
    if len(name) <= 18 or not gaps:
        return (name,) if name else ()
    middle = min(gaps, key=lambda index: abs(2 * index - len(name)))
    return name[:middle], name[middle + 1 :]


def _choices(spot: Spot, lines: tuple[str, ...], radius: int) -> Iterator[_Choice]:
    """Positions for one disc: on the place itself (if no name goes with it), then rings round it."""
    if not lines:
        yield _choice(spot.at, (), radius, 0, "start")
    reach = max((max(box.width, box.height) for box in spot.shapes), default=0) / 2 if lines else 0
    for ring in range(_RINGS):
        distance = reach + radius * 1.15 + ring * _STEP
        for turn in range(_ANGLES):
            angle = 2 * math.pi * turn / _ANGLES
            disc = (
                round(spot.at[0] + distance * math.cos(angle), 3),
                round(spot.at[1] + distance * math.sin(angle), 3),
            )
            if not lines:
                yield _choice(disc, (), radius, distance, "start")
            for side in _sides() if lines else ():
                yield _choice(disc, lines, radius, distance, side)


def _sides() -> tuple[Side, ...]:
    return "start", "end", "middle"


def _choice(
    disc: Point, lines: tuple[str, ...], radius: int, distance: float, side: Side
) -> _Choice:
    x, y = disc
    boxes = [Box(x, y, x, y).grown(radius + 6)]
    wide = max(map(len, lines), default=0) * _LETTER
    high = len(lines) * LINE
    if side == "middle":
        label, left, top = (x, y + radius + LINE), x - wide / 2, y + radius + 14
    else:
        way = 1 if side == "start" else -1
        label = x + way * (radius + 20), y - high / 2 + LINE * 0.78
        left, top = (label[0] if way > 0 else label[0] - wide), y - high / 2
    if lines:
        boxes.append(Box(left, top, left + wide, top + high))
    return _Choice(disc, tuple(boxes), distance, label, side)


def _cost(
    spot: Spot,
    view: Box,
    busy: tuple[Box, ...],
    shapes: list[Box],
    surface: Callable[[Point], int],
    choice: _Choice,
) -> float:
    cost = choice.distance * 0.4
    for box in choice.boxes:
        cost += 5000 * (not view.holds(box))
        cost += sum(300 if other == spot.within else 1500 for other in busy if box.meets(other))
        cost += 400 * any(box.meets(shape) for shape in shapes)
        if spot.within is not None and not spot.name:
            cost += 300 * (not spot.within.holds(box))
        if spot.name:
            grounds = [surface(point) for point in _sample(box)]
            cost += (160 * grounds.count(HOME) + 30 * grounds.count(ABROAD)) / len(grounds)
    if spot.name:
        cost += 600 * sum(_crosses(spot.at, choice.disc, box) for box in busy)
    return round(cost, 3)


def _sample(box: Box) -> list[Point]:
    return [
        (box.left + box.width * column / 4, box.top + box.height * row / 2)
        for row in range(3)
        for column in range(5)
    ]


def _crosses(start: Point, end: Point, box: Box) -> bool:
    """Whether a straight line goes through a box that it does not begin in."""
    if box.has(start):
        return False
    steps = 12
    return any(
        box.has(
            (
                start[0] + (end[0] - start[0]) * step / steps,
                start[1] + (end[1] - start[1]) * step / steps,
            )
        )
        for step in range(steps + 1)
    )
