"""Where on the map a place is: areas, or a point."""

from __future__ import annotations

from dataclasses import dataclass

from cbsite.layout.parts.atlas import Area, Atlas
from cbsite.layout.parts.geometry import Box, area_of, box_of, centre_of
from cbsite.library.library import Library
from cbsite.records.map_file import Point
from cbsite.records.place import Place


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The areas of a place, the largest first; a place without any is a point."""

    areas: tuple[Area, ...]
    centre: Point
    box: Box
    """Round all of it; of no size for a point."""
    square: str


def whereabouts(atlas: Atlas, library: Library, place: Place) -> Whereabouts | None:
    """Where a place is: by `areas`, else its own id, else its members, else its point; None if not on the map."""
    ids = _areas(atlas, library, place, frozenset())
    if ids:
        areas = tuple(
            sorted((atlas.areas[id] for id in ids), key=lambda a: (-area_of(a.largest), a.id))
        )
        rings = tuple(area.largest for area in areas)
        centre = centre_of(rings)
        return Whereabouts(
            areas, centre, box_of(r for area in areas for r in area.rings), atlas.square(centre)
        )
    point = point_of(atlas, place)
    if point is None or not atlas.view.has(point):
        return None
    return Whereabouts((), point, Box(*point, *point), atlas.square(point))


def point_of(atlas: Atlas, place: Place) -> Point | None:
    """Where the place's latitude and longitude fall, on the map or beyond it."""
    if place.lat is None or place.lon is None:
        return None
    return atlas.project(float(place.lat), float(place.lon))


def _areas(atlas: Atlas, library: Library, place: Place, above: frozenset[str]) -> tuple[str, ...]:
    """The ids of a place's areas, each once. `above`: the places that it is a member of, so none is asked twice."""
    if place.areas:
        return tuple(dict.fromkeys(id for id in place.areas if id in atlas.areas))
    if place.id in atlas.areas:
        return (place.id,)
    found: list[str] = []
    for id in place.members:
        entry = library.entries.get(("place", id))
        if id not in above and entry and isinstance(entry.record, Place):
            found += _areas(atlas, library, entry.record, above | {place.id})
    return tuple(dict.fromkeys(found))
