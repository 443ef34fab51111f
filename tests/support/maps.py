"""A small map of three square areas, and the theme's own map, for tests."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from cbsite.diagnostics import Report, Source
from cbsite.layout.parts.atlas import Atlas, open_atlas
from cbsite.read.map_file import read_map
from tests.support.command import REPOSITORY
from tests.support.hubs import SITE, Files


def small_map() -> dict[str, Any]:
    """Essex and Kent side by side, Surrey apart; blank land in the west; a sea in the east. 1 degree is 10 units."""
    box = {"x": 20, "y": 20, "width": 10, "height": 10}
    return {
        "name": "A small map",
        "credit": "Made for a test",
        "width": 100,
        "height": 90,
        "projection": {"x": 0, "east": 10, "y": 90, "north": -10},
        "grid": {"columns": 4, "rows": 3},
        "insets": [{"name": "Kent", "source": {**box, "x": 29}, "magnify": 2, "at": {"x": 70, "y": 2}}],
        "names": [
            {"text": "The Sea", "kind": "sea", "at": {"x": 80, "y": 60},
             "reach": {"x": 60, "y": 0, "width": 40, "height": 90}},
        ],
        "neighbours": [{"name": "Abroad", "path": "M0 0h10v90h-10z"}],
        "areas": [
            {"id": "essex", "name": "Essex", "path": "M20 20h10v10h-10z"},
            {"id": "kent", "name": "Kent", "path": "M30 20h8v10h-8z"},
            {"id": "surrey", "name": "Surrey", "path": "M20 50h10v10h-10z"},
        ],
    }  # fmt: skip


def map_text(**changes: Any) -> str:
    """The small map as a file, an area a line; a field that is None is left out."""
    fields = {
        name: value for name, value in {**small_map(), **changes}.items() if value is not None
    }
    lines = []
    for name, value in fields.items():
        if isinstance(value, list) and value:
            inner = ",\n".join(json.dumps(item) for item in value)
            lines.append(f'"{name}": [\n{inner}\n]')
        else:
            lines.append(f'"{name}": {json.dumps(value)}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def with_map(text: str | None = None, **files: str) -> Files:
    """Files that give the small hub a map."""
    return {
        "content/site.yml": SITE.replace("home:\n", "map: small\nhome:\n"),
        "templates/maps/small.json": map_text() if text is None else text,
        **files,
    }


def atlas_of(text: str) -> Atlas:
    report = Report()
    file = read_map(Source("templates/maps/small.json", text), report)
    assert file is not None, list(report)
    return open_atlas(file)


@cache
def england() -> Atlas:
    """The map that the theme brings."""
    return atlas_of((REPOSITORY / "templates/maps/england-2009.json").read_text("utf-8"))
