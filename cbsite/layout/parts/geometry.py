"""Plane geometry for maps: boxes, rings, shared borders, clipping, and SVG path data.

Points are x to the right and y down. A ring is a closed line without its first point again at its end.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cbsite.records.map_file import Point, Ring

Line = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with upright sides."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def centre(self) -> Point:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def grown(self, by: float) -> Box:
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def meets(self, other: Box) -> bool:
        """Whether the two have a part in common, not just an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: Box) -> bool:
        """Whether `other` lies inside, edges included."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )

    def has(self, point: Point) -> bool:
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom

    def common(self, other: Box) -> Box:
        """The part in common with a box that this one meets."""
        return Box(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )


@dataclass(frozen=True, slots=True)
class Scale:
    """From the units of a map to those of a picture: first moved by `left` and `top`, then multiplied."""

    factor: float
    left: float = 0
    top: float = 0

    def point(self, point: Point) -> Point:
        return (point[0] - self.left) * self.factor, (point[1] - self.top) * self.factor

    def box(self, box: Box) -> Box:
        return Box(*self.point((box.left, box.top)), *self.point((box.right, box.bottom)))


def box_of(rings: Iterable[Iterable[Point]]) -> Box:
    """The smallest box round some rings (at least one point in all)."""
    points = [point for ring in rings for point in ring]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def area_of(ring: Ring) -> float:
    """The area inside a ring, never negative."""
    pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
    return abs(sum(x * v - u * y for (x, y), (u, v) in pairs)) / 2


def centre_of(rings: Sequence[Ring]) -> Point:
    """The centre of gravity of some rings, none of which is a hole; of their box if they have no area."""
    whole = x_sum = y_sum = 0.0
    for ring in rings:
        sign = _turn(ring)
        for (x, y), (u, v) in zip(ring, (*ring[1:], ring[0]), strict=True):
            cross = (x * v - u * y) * sign
            whole += cross
            x_sum += (x + u) * cross
            y_sum += (y + v) * cross
    return (x_sum / (3 * whole), y_sum / (3 * whole)) if whole else box_of(rings).centre


def _turn(ring: Ring) -> int:
    pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
    return 1 if sum(x * v - u * y for (x, y), (u, v) in pairs) > 0 else -1


def outline_and_borders(rings: Iterable[Ring]) -> tuple[tuple[Ring, ...], tuple[Line, ...]]:
    """What bounds some rings together, and what lies between them: an edge that two share is a border.

    Filled by the even-odd rule, the outline covers what the rings cover.
    """
    count: dict[tuple[Point, Point], int] = {}
    for ring in rings:
        for a, b in zip(ring, (*ring[1:], ring[0]), strict=True):
            if a != b:
                edge = (a, b) if a < b else (b, a)
                count[edge] = count.get(edge, 0) + 1
    outer = _chains([edge for edge, times in count.items() if times == 1], stop=False)
    inner = _chains([edge for edge, times in count.items() if times > 1], stop=True)
    return tuple(line[:-1] if line[0] == line[-1] else line for line in outer), inner


def _chains(edges: Sequence[tuple[Point, Point]], stop: bool) -> tuple[Line, ...]:
    """Edges joined to lines. `stop`: a line ends where more than two edges meet."""
    at: defaultdict[Point, list[Point]] = defaultdict(list)
    for a, b in edges:
        at[a].append(b)
        at[b].append(a)
    left = set(edges)
    nodes = {point for point, others in at.items() if stop and len(others) != 2}
    lines = []
    # From the nodes first, so that no line begins in the middle of another.
    for start in (*(p for edge in edges for p in edge if p in nodes), *(a for a, _ in edges)):
        while first := _next(at, left, start):
            line = [start, first]
            while line[-1] not in nodes and (following := _next(at, left, line[-1])):
                line.append(following)
            lines.append(tuple(line))
    return tuple(lines)


def _next(
    at: dict[Point, list[Point]], left: set[tuple[Point, Point]], here: Point
) -> Point | None:
    """The other end of an edge at `here` that is not used yet, which is used from now on."""
    for there in at[here]:
        edge = (here, there) if here < there else (there, here)
        if edge in left:
            left.remove(edge)
            return there
    return None


def clip_ring(ring: Ring, box: Box) -> Ring:
    """The part of a ring inside a box, closed along the box's sides; may be empty (Sutherland, Hodgman)."""
    points: list[Point] = list(ring)
    for axis, bound, sign in (
        (0, box.left, 1),
        (0, box.right, -1),
        (1, box.top, 1),
        (1, box.bottom, -1),
    ):
        kept: list[Point] = []
        for here, there in zip([points[-1], *points[:-1]] if points else [], points, strict=True):
            inside_here = (here[axis] - bound) * sign >= 0
            inside_there = (there[axis] - bound) * sign >= 0
            if inside_here != inside_there:
                part = (bound - here[axis]) / (there[axis] - here[axis])
                other = here[1 - axis] + part * (there[1 - axis] - here[1 - axis])
                kept.append((bound, other) if axis == 0 else (other, bound))
            if inside_there:
                kept.append(there)
        points = kept
    return tuple(points)


def near(line: Line, box: Box) -> tuple[Line, ...]:
    """The stretches of a line whose edges come near a box; each edge is kept whole."""
    runs: list[list[Point]] = []
    last = -2
    for number, (a, b) in enumerate(pairwise(line)):
        edge = Box(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))
        if box.meets(edge.grown(0.5)):
            if last != number - 1:
                runs.append([a])
            runs[-1].append(b)
            last = number
    return tuple(map(tuple, runs))


def path(lines: Iterable[Line], scale: Scale, closed: bool = True) -> str:
    """SVG path data in whole units, as short as it can be said simply; points that fall together are one."""
    return "".join(_path(line, scale, closed) for line in lines)


def _path(line: Line, scale: Scale, closed: bool) -> str:
    points: list[tuple[int, int]] = []
    for x, y in map(scale.point, line):
        here = round(x), round(y)
        if not points or points[-1] != here:
            points.append(here)
    if closed and len(points) > 1 and points[0] == points[-1]:
        points.pop()
    if len(points) < (3 if closed else 2):
        return ""
    written = f"M{points[0][0]}{_signed(points[0][1])}l"
    for (x, y), (u, v) in pairwise(points):
        step = f"{u - x}{_signed(v - y)}"
        written += step if step[0] == "-" or written[-1] == "l" else f" {step}"
    return written + ("z" if closed else "")


def _signed(number: int) -> str:
    """A number that follows another: a minus parts them as well as a space does."""
    return str(number) if number < 0 else f" {number}"
