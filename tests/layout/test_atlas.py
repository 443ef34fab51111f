"""The map as values: projection, squares, what lies where, and where a place is."""

from __future__ import annotations

from pathlib import Path

import pytest

from cbsite.layout.parts.atlas import ABROAD, HOME, SEA
from cbsite.layout.parts.geometry import area_of
from cbsite.layout.parts.whereabouts import whereabouts
from cbsite.records.place import Place
from tests.support.hubs import make
from tests.support.maps import atlas_of, england, map_text


@pytest.mark.parametrize(
    ("area", "lat", "lon"),
    [("essex", 51.78, 0.55), ("cornwall", 50.45, -4.65), ("northumberland", 55.25, -2.05)],
)
def test_points_fall_into_their_area(area: str, lat: float, lon: float) -> None:
    atlas = england()
    assert atlas.areas[area].box.has(atlas.project(lat, lon))
    assert atlas.surface(atlas.project(lat, lon)) == HOME


@pytest.mark.parametrize(
    ("lat", "lon", "kind"),
    [
        (52.4, -3.6, ABROAD), (55.5, -3.8, ABROAD), (54.23, -4.52, ABROAD), (49.5, 0.6, ABROAD),
        (53.2, -6.3, ABROAD), (54.6, 1.5, SEA), (50.2, -1.0, SEA), (53.7, -4.2, SEA), (52.48, -1.9, HOME),
    ],
)  # fmt: skip
def test_neighbours_are_land_and_not_sea(lat: float, lon: float, kind: int) -> None:
    """Wales, Scotland, the Isle of Man, France and Ireland; the North Sea, the Channel, the Irish Sea."""
    assert england().surface(england().project(lat, lon)) == kind


def test_no_gap_shows_between_england_and_wales_or_scotland() -> None:
    """Along the border, from the Severn to the Dee and from the Solway to the Tweed, there is no sea."""
    atlas = england()
    inland = [(51.9, -2.9), (52.3, -3.1), (52.7, -3.05), (53.0, -2.9), (55.2, -2.9), (55.4, -2.4)]
    for lat, lon in inland:
        row = [atlas.surface(atlas.project(lat, lon + step / 50)) for step in range(-12, 13)]
        assert SEA not in row
        assert {ABROAD, HOME} <= set(row)


def test_the_map_is_whole() -> None:
    atlas = england()
    assert len(atlas.areas) == 151
    covered = sum(area_of(area.largest) for area in atlas.areas.values())
    assert sum(map(area_of, atlas.outline)) == pytest.approx(covered, rel=0.03)
    assert {name.text for name in atlas.names} >= {
        "Wales",
        "Scotland",
        "Ireland",
        "France",
        "North Sea",
    }
    for inset in atlas.insets:
        assert atlas.view.holds(inset.frame)
    assert atlas.inset_of(atlas.areas["croydon"].box) == atlas.insets[1]
    assert atlas.inset_of(atlas.areas["essex"].box) is None


@pytest.mark.parametrize(
    ("point", "square"), [((0, 0), "A1"), ((2300, 2560), "H9"), ((1690, 1650), "F6")]
)
def test_squares_are_lettered_across_and_numbered_down(
    point: tuple[float, float], square: str
) -> None:
    assert england().square(point) == square


PLACES = """\
- {id: essex, name: Essex, kind: council}
- {id: other-name, name: Other, kind: council, areas: [kent, surrey]}
- {id: both, name: Both, kind: area, members: [essex, other-name]}
- {id: more, name: More, kind: area, members: [both, nowhere]}
- {id: point, name: Point, kind: neighbourhood, lat: 4.5, lon: 5.0}
- {id: beyond, name: Beyond, kind: neighbourhood, lat: 4.5, lon: 50}
- {id: nowhere, name: Nowhere, kind: region, members: [point]}
- {id: one, name: One, kind: area, members: [two]}
- {id: two, name: Two, kind: area, members: [one]}
"""


@pytest.mark.parametrize(
    ("id", "areas", "square"),
    [
        ("essex", {"essex"}, "B1"),
        ("other-name", {"kent", "surrey"}, "B2"),
        ("both", {"essex", "kent", "surrey"}, "B2"),
        ("more", {"essex", "kent", "surrey"}, "B2"),
        ("point", set(), "C2"),
    ],
)
def test_a_place_is_where_its_fields_say(
    tmp_path: Path, id: str, areas: set[str], square: str
) -> None:
    library = make(
        tmp_path, {"content/data/places.yml": PLACES, "content/data/pilots.yml": ""}
    ).library
    where = whereabouts(atlas_of(map_text()), library, library.record(Place, "place", id))
    assert where is not None
    assert {area.id for area in where.areas} == areas
    assert where.square == square


@pytest.mark.parametrize("id", ["beyond", "nowhere", "one", "two"])
def test_other_places_are_not_on_the_map(tmp_path: Path, id: str) -> None:
    library = make(
        tmp_path, {"content/data/places.yml": PLACES, "content/data/pilots.yml": ""}
    ).library
    assert whereabouts(atlas_of(map_text()), library, library.record(Place, "place", id)) is None
