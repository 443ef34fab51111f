"""Places that say where they are on the map: the areas they name, and the points they give."""

from __future__ import annotations

from cbsite.diagnostics import Edit, Report, nearest
from cbsite.layout.parts.atlas import Atlas
from cbsite.layout.parts.whereabouts import point_of
from cbsite.library.library import Library
from cbsite.records.place import Place


def check_map_areas(library: Library, atlas: Atlas | None, report: Report) -> None:
    """Report areas that the hub's map does not have, and points beyond it. Without a map there is nothing to ask."""
    if atlas is None:
        return
    for entry in library.of_kind("place"):
        place = entry.record
        assert isinstance(place, Place)
        for number, id in enumerate(place.areas):
            if id not in atlas.areas:
                better = nearest(id, atlas.areas)
                place_of_id = entry.span("areas", number).of(id)
                report.add(
                    "E-REF",
                    place_of_id,
                    f"The map has no area with the id '{id}'.",
                    f"Write {better} if you mean that."
                    if better
                    else f"Look for the area's id in templates/maps/{library.site.map}.json.",
                    (Edit(place_of_id, better),) if better else (),
                    safe=False,
                )
        point = point_of(atlas, place)
        if point is not None and not atlas.view.has(point):
            report.add(
                "E-VALUE",
                entry.span("lat"),
                f"The point {place.lat}, {place.lon} is not on the map.",
                "Look at the sign and the order: lat is north, lon is east, and west is negative.",
            )
