"""The places of one map, numbered: what a drawing and its table both begin with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.geometry import Scale, outline_and_borders, path
from cbsite.layout.parts.whereabouts import Whereabouts, whereabouts
from cbsite.layout.values import MapRow, Words
from cbsite.records.place import Place

PATTERNS = 8
"""Four patterns (stripe, dot, bar, grid) in two colours."""


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A place to show; `number` and `where` are empty for one that is not on the map."""

    place: Place
    pattern: int
    number: str = ""
    where: Whereabouts | None = None


def map_places(
    context: Context, places: Iterable[Place], patterns: Iterable[int] = ()
) -> tuple[MapPlace, ...]:
    """The places with their numbers, in order; each has a pattern of its own unless `patterns` says which."""
    if context.atlas is None:
        return tuple(MapPlace(place, 0) for place in places)
    given = list(patterns)
    found: list[MapPlace] = []
    number = 0
    for index, place in enumerate(places):
        where = whereabouts(context.atlas, context.library, place)
        number += where is not None
        pattern = given[index] if given else (number - 1) % PATTERNS + 1
        found.append(MapPlace(place, pattern, str(number), where) if where else MapPlace(place, 0))
    return tuple(found)


def rows(
    context: Context, places: Iterable[MapPlace], cells: Iterable[tuple[Words, ...]]
) -> tuple[MapRow, ...]:
    """The rows of the table: the same places in the same order."""
    return tuple(
        MapRow(
            one.pattern,
            one.number,
            context.link_to("place", one.place.id),
            facts,
            one.where.square if one.where else "",
        )
        for one, facts in zip(places, cells, strict=True)
    )


def shape(where: Whereabouts, scale: Scale, dot: float) -> tuple[str, str]:
    """Path data of a place's outline and of the borders inside it; a point is a circle of radius `dot`."""
    if not where.areas:
        x, y = map(round, scale.point(where.centre))
        r = round(dot)
        return f"M{x - r} {y}a{r} {r} 0 1 0 {2 * r} 0a{r} {r} 0 1 0-{2 * r} 0z", ""
    outline, inner = outline_and_borders(ring for area in where.areas for ring in area.rings)
    return path(outline, scale), path(inner, scale, closed=False)
