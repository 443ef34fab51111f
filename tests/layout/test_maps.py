"""Maps on pages: where discs and names stand, what a crop holds, and that the table says the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

import pytest

from cbsite.layout.blocks.maps import map_figure, overview
from cbsite.layout.blocks.place_map import place_map
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.geometry import Box, box_of
from cbsite.layout.parts.map_places import map_places
from cbsite.layout.parts.placing import wrap
from cbsite.layout.values import MapDrawing, MapText
from cbsite.records.map_file import rings_of
from cbsite.records.place import Place
from tests.support.hubs import ASSETS, make
from tests.support.maps import england

FOUR = ("cheshire-west-and-chester", "essex", "greater-manchester", "west-london")
MANCHESTER = (
    "bolton", "bury", "manchester", "oldham", "rochdale", "salford", "stockport", "tameside", "trafford", "wigan",
)  # fmt: skip
LONDON = ("hammersmith-and-fulham", "kensington-and-chelsea", "westminster")
MANY = (
    "barnet", "birmingham", "blackburn-with-darwen", "blackpool", "bradford", "croydon", "islington", "kent",
    "kingston-upon-hull", "leicestershire", "lewisham", "lincolnshire", "swindon",
)  # fmt: skip


def _context(folder: Path) -> Context:
    """A hub whose places are areas of the theme's map."""
    names = {id: england().areas[id].name for id in (*FOUR[:2], *MANCHESTER, *LONDON, *MANY)}
    lines = [f"- {{id: {id}, name: {name}, kind: council}}" for id, name in names.items()]
    lines += [
        f"- {{id: greater-manchester, name: Greater Manchester, kind: area, members: [{', '.join(MANCHESTER)}]}}",
        f"- {{id: west-london, name: West London, kind: area, members: [{', '.join(LONDON)}]}}",
        "- {id: haverhill, name: Haverhill, kind: neighbourhood, lat: 52.08, lon: 0.44}",
        "- {id: nowhere, name: Nowhere, kind: neighbourhood}",
    ]
    made = make(folder, {"content/data/places.yml": "\n".join(lines) + "\n"})
    assert [d for d in made.report if d.level == "error"] == []
    return Context(made.library, made.plan, made.plan.pages["/"], ASSETS, england())


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Context:
    return _context(tmp_path_factory.mktemp("maps"))


def _places(context: Context, ids: Iterable[str]) -> tuple[Place, ...]:
    return tuple(context.record(Place, "place", id) for id in ids)


def _overview(context: Context, ids: Iterable[str]) -> MapDrawing:
    drawing = overview(context, "map", "A map", map_places(context, _places(context, ids)))
    assert drawing is not None
    return drawing


def _discs(drawing: MapDrawing) -> list[Box]:
    r = drawing.radius
    return [Box(m.x - r, m.y - r, m.x + r, m.y + r) for m in drawing.marks]


SETS = [FOUR, ("essex",), ("birmingham", "kent"), MANY[:8], MANY, (*FOUR, *MANY, "haverhill")]


@pytest.mark.parametrize("ids", SETS, ids=lambda ids: str(len(ids)))
def test_discs_stand_apart_and_inside(context: Context, ids: tuple[str, ...]) -> None:
    drawing = _overview(context, ids)
    discs = _discs(drawing)
    assert len(discs) == len(ids)
    assert not [pair for pair in combinations(discs, 2) if pair[0].meets(pair[1])]
    assert all(Box(0, 60, drawing.width, drawing.height).holds(disc) for disc in discs)
    assert all(mark.link.href for mark in drawing.marks)


@pytest.mark.parametrize("ids", SETS[:4], ids=lambda ids: str(len(ids)))
def test_a_few_places_have_their_names_clear_of_all_else(
    context: Context, ids: tuple[str, ...]
) -> None:
    drawing = _overview(context, ids)
    boxes = []
    for mark in drawing.marks:
        assert mark.label is not None
        assert " ".join(mark.label.lines) == mark.link.text
        wide = max(map(len, mark.label.lines)) * 27
        left = mark.label.x - {"start": 0, "middle": wide / 2, "end": wide}[mark.label.side]
        top = mark.label.y - 40
        boxes.append(Box(left, top, left + wide, top + drawing.line * len(mark.label.lines) - 10))
    apart = [*boxes, *_discs(drawing)]
    assert not [pair for pair in combinations(apart, 2) if pair[0].meets(pair[1])]
    assert all(Box(0, 0, drawing.width, drawing.height).holds(box) for box in boxes)
    shapes = [box_of(rings_of(mark.d)) for mark in drawing.marks if not mark.inset]
    assert not [1 for disc in _discs(drawing) for shape in shapes if disc.meets(shape)]


def test_the_same_places_give_the_same_map(context: Context) -> None:
    assert _overview(context, FOUR) == _overview(context, FOUR)


def test_numbers_follow_the_order_and_patterns_differ(context: Context) -> None:
    marks = {mark.link.text: mark for mark in _overview(context, FOUR).marks}
    assert {name: mark.number for name, mark in marks.items()} == {
        "Cheshire West and Chester": "1", "Essex": "2", "Greater Manchester": "3", "West London": "4",
    }  # fmt: skip
    assert {mark.pattern for mark in marks.values()} == {1, 2, 3, 4}
    assert {name: mark.square for name, mark in marks.items()} == {
        "Cheshire West and Chester": "D4", "Essex": "F6", "Greater Manchester": "D4", "West London": "F7",
    }  # fmt: skip


def test_the_keyboard_meets_the_discs_by_number(context: Context) -> None:
    drawing = _overview(context, MANY)
    numbers = [str(number) for number in range(1, len(MANY) + 1)]
    assert [mark.number for mark in drawing.stops] == numbers
    assert [mark.number for mark in drawing.marks] != numbers  # they are drawn by size


def test_what_is_too_small_stands_in_an_inset(context: Context) -> None:
    drawing = _overview(context, FOUR)
    assert [" ".join(inset.lines) for inset in drawing.insets] == [
        "Greater Manchester enlarged 2.6 times",
        "London enlarged 4 times",
    ]
    assert {mark.link.text: mark.inset for mark in drawing.marks} == {
        "Cheshire West and Chester": 0, "Essex": 0, "Greater Manchester": 1, "West London": 2,
    }  # fmt: skip
    assert _overview(context, ("essex",)).insets == ()


def test_small_places_are_drawn_over_the_large_ones_that_hold_them(context: Context) -> None:
    names = [mark.link.text for mark in _overview(context, ("salford", "greater-manchester")).marks]
    assert names == ["Greater Manchester", "Salford"]


def test_a_map_in_a_text_and_its_table_hold_the_same_places(context: Context) -> None:
    figure = map_figure(context, "map_1", "Some", _places(context, ("kent", "nowhere", "essex")))
    assert figure.map is not None
    drawn = {(mark.number, mark.link, mark.square) for mark in figure.map.marks}
    assert {(row.number, row.place, row.square) for row in figure.table.rows if row.number} == drawn
    assert [row.place.text for row in figure.table.rows] == ["Kent", "Nowhere", "Essex"]
    assert figure.table.rows[1].square == ""


def test_without_a_place_on_it_there_is_no_map(context: Context) -> None:
    figure = map_figure(context, "map_1", "Some", _places(context, ("nowhere",)))
    assert figure.map is None
    assert figure.table.caption == "Some"
    assert place_map(context, _places(context, ("nowhere",))[0], 1) is None


@pytest.mark.parametrize(
    "id", ["essex", "kingston-upon-hull", "islington", "greater-manchester", "haverhill"]
)
def test_a_crop_holds_its_place_in_the_middle(context: Context, id: str) -> None:
    found = place_map(context, _places(context, (id,))[0], 1)
    assert found is not None
    drawing, _ = found
    (mark,) = drawing.marks
    x, y, right = 0.2 * drawing.width, 0.2 * drawing.height, 0.8 * drawing.width
    if id == "haverhill":
        assert mark.d.startswith(f"M{drawing.width // 2 - 18} {drawing.height // 2}a")
    else:
        assert Box(x, y, right, 0.8 * drawing.height).holds(box_of(rings_of(mark.d)))
    assert len(drawing.land) + len(drawing.borders) + len(drawing.abroad) < 12_000


def _box(text: MapText) -> Box:
    # As wide as in the widest typeface that a reader may have in the place of the theme's own.
    wide = len(text.text) * {"sub": 12, "grid": 12, "below": 28}.get(text.kind, 20) / 2
    return Box(text.x - wide, text.y - 24, text.x + wide, text.y + 4)


@pytest.mark.parametrize(
    "id", ["essex", "islington", "greater-manchester", "west-london", "cheshire-west-and-chester"]
)
def test_names_in_a_crop_stand_apart_and_where_every_page_shows_them(
    context: Context, id: str
) -> None:
    found = place_map(context, _places(context, (id,))[0], 1)
    assert found is not None
    boxes = [_box(text) for text in found[0].texts]
    assert not [pair for pair in combinations(boxes, 2) if pair[0].meets(pair[1])]
    shown = Box(
        0.1 * found[0].width, 0.05 * found[0].height, 0.9 * found[0].width, 0.95 * found[0].height
    )
    assert all(shown.holds(box) for box in boxes)


@pytest.mark.parametrize(
    ("id", "names"),
    [
        ("essex", {"Essex", "Suffolk", "Cambridgeshire", "Hertfordshire", "Kent", "London", "North Sea", "F6"}),
        ("greater-manchester", {"Bolton", "Rochdale", "Derbyshire", "Warrington", "D4"}),
        ("west-london", {"West London", "Barnet", "Surrey", "F7"}),
        ("cheshire-west-and-chester", {"Cheshire West and Chester", "Wales", "Shropshire", "Irish Sea"}),
    ],
)  # fmt: skip
def test_neighbours_seas_and_squares_are_named(context: Context, id: str, names: set[str]) -> None:
    found = place_map(context, _places(context, (id,))[0], 1)
    assert found is not None
    assert names <= {text.text for text in found[0].texts}
    assert f"in square {found[1]}" in found[0].title


def test_long_names_take_two_lines() -> None:
    assert wrap("Essex") == ("Essex",)
    assert wrap("Cheshire West and Chester") == ("Cheshire West", "and Chester")
    assert wrap("Llanfairpwllgwyngyllgogerych") == ("Llanfairpwllgwyngyllgogerych",)
    assert wrap("") == ()


def test_path_data_is_whole_numbers(context: Context) -> None:
    drawing = _overview(context, FOUR)
    for d in (drawing.land, drawing.borders, drawing.abroad, *(mark.d for mark in drawing.marks)):
        assert re.fullmatch(r"[Mlz0-9 -]+", d)
