"""Which map a hub has: the one that `map` in site.yml names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from cbsite.diagnostics import Edit, Report, Source, nearest
from cbsite.read.entry import SiteEntry

if TYPE_CHECKING:
    from cbsite.layout.parts.atlas import Atlas


def choose_atlas(
    site: SiteEntry | None, maps: Mapping[str, Source], report: Report
) -> Atlas | None:
    """The hub's map, or None for a hub without one. `maps` are the theme's map files by name."""
    name = site.record.map if site else None
    if site is None or name is None:
        return None
    if name not in maps:
        better = nearest(name, maps)
        report.add(
            "E-MAP",
            site.span("map"),
            f"There is no map called '{name}'.",
            f"Write {better} if you mean that."
            if better
            else f"Add the file templates/maps/{name}.json, or write one of: {', '.join(sorted(maps))}.",
            (Edit(site.span("map"), better),) if better else (),
            safe=False,
        )
        return None
    # Imported here, as many hubs have no map.
    from cbsite.layout.parts.atlas import open_atlas
    from cbsite.read.map_file import read_map

    file = read_map(maps[name], report)
    return open_atlas(file) if file else None
