"""Places that name areas and points which the map does not have."""

from __future__ import annotations

from pathlib import Path

from cbsite.checks.map_areas import check_map_areas
from cbsite.diagnostics import Diagnostic, Report
from tests.support.hubs import make
from tests.support.maps import atlas_of, map_text


def _check(folder: Path, places: str, has_map: bool = True) -> list[Diagnostic]:
    made = make(folder, {"content/data/places.yml": places, "content/data/pilots.yml": ""})
    report = Report()
    check_map_areas(made.library, atlas_of(map_text()) if has_map else None, report)
    return list(report)


ESSEX = "- {id: essex, name: Essex, kind: council}\n"
WRONG = ESSEX + "- id: north\n  name: North\n  kind: council\n  areas: [kent, surey]\n"
FAR = ESSEX + "- id: far\n  name: Far\n  kind: neighbourhood\n  lat: 4.5\n  lon: -4.5\n"


def test_an_unknown_area_is_reported_with_the_nearest(tmp_path: Path) -> None:
    (found,) = _check(tmp_path, WRONG)
    assert (found.code, found.message) == ("E-REF", "The map has no area with the id 'surey'.")
    assert found.hint == "Write surrey if you mean that."
    assert found.span.path == "content/data/places.yml"
    assert found.span.start is not None
    assert (found.span.start.line, found.span.start.column) == (5, 17)


def test_a_point_beyond_the_map_is_reported(tmp_path: Path) -> None:
    (found,) = _check(tmp_path, FAR)
    assert found.code == "E-VALUE"
    assert found.message == "The point 4.5, -4.5 is not on the map."
    assert found.span.start is not None
    assert found.span.start.line == 5


def test_a_hub_without_a_map_asks_for_nothing(tmp_path: Path) -> None:
    assert _check(tmp_path, WRONG, has_map=False) == []
