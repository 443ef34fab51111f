"""Plane geometry for maps."""

from __future__ import annotations

import pytest

from cbsite.layout.parts.geometry import (
    Box,
    Scale,
    area_of,
    box_of,
    centre_of,
    clip_ring,
    near,
    outline_and_borders,
    path,
)
from cbsite.records.map_file import Ring, rings_of

LEFT: Ring = ((0, 0), (10, 0), (10, 10), (0, 10))
RIGHT: Ring = ((10, 0), (20, 0), (20, 10), (10, 10))


def test_paths_of_straight_lines_are_read() -> None:
    assert rings_of("M0 0L10 0l0 10-10 0z") == (LEFT,)
    assert rings_of("M0,0H10V10H0Zm20 0h5v5z") == (LEFT, ((20, 0), (25, 0), (25, 5)))
    assert rings_of("m1.5-2 3 0 0 3") == (((1.5, -2), (4.5, -2), (4.5, 1)),)


@pytest.mark.parametrize(
    "wrong", ["L0 0", "M0 0C1 1 2 2 3 3", "M0 0 10", "M0 0 1 1", "M0 0 5 5 5 0z3", "M0 0h"]
)
def test_other_paths_are_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"It|number|points|After"):
        rings_of(wrong)


@pytest.mark.parametrize("second", [RIGHT, RIGHT[::-1]])
def test_an_edge_that_two_areas_share_is_one_border(second: Ring) -> None:
    outline, borders = outline_and_borders((LEFT, second))
    assert len(outline) == 1
    assert area_of(outline[0]) == 200
    assert [set(line) for line in borders] == [{(10, 0), (10, 10)}]


def test_borders_end_where_three_areas_meet() -> None:
    below: Ring = ((0, 10), (10, 10), (20, 10), (20, 20), (0, 20))
    outline, borders = outline_and_borders((LEFT, RIGHT, below))
    assert sum(map(area_of, outline)) == 400
    assert sorted(len(line) for line in borders) == [2, 2, 2]
    assert all((10, 10) in (line[0], line[-1]) for line in borders)


def test_a_hole_stays_open() -> None:
    hole: Ring = ((5, 5), (5, 9), (9, 9), (9, 5))
    outline, borders = outline_and_borders((LEFT, hole))
    assert sorted(map(area_of, outline)) == [16, 100]
    assert borders == ()


def test_a_ring_is_clipped_to_a_box() -> None:
    assert box_of((clip_ring(LEFT, Box(5, 5, 50, 50)),)) == Box(5, 5, 10, 10)
    assert clip_ring(LEFT, Box(50, 50, 60, 60)) == ()
    assert area_of(clip_ring(LEFT, Box(-5, -5, 50, 50))) == 100


def test_only_the_stretches_near_a_box_are_kept() -> None:
    line = ((0.0, 0.0), (10.0, 0.0), (20.0, 0.0), (30.0, 0.0), (30.0, 50.0))
    assert near(line, Box(12, -5, 18, 5)) == (((10, 0), (20, 0)),)
    assert near(line, Box(100, 100, 110, 110)) == ()


def test_centres_do_not_depend_on_direction() -> None:
    assert centre_of((LEFT,)) == centre_of((LEFT[::-1],)) == (5, 5)
    assert centre_of((LEFT, RIGHT[::-1])) == (10, 5)


def test_path_data_is_whole_and_short() -> None:
    assert path((LEFT,), Scale(1)) == "M0 0l10 0 0 10-10 0z"
    assert path((LEFT,), Scale(2, left=5, top=5)) == "M-10-10l20 0 0 20-20 0z"
    assert path((LEFT,), Scale(0.01)) == ""
    assert rings_of(path((RIGHT,), Scale(3))) == (tuple((x * 3, y * 3) for x, y in RIGHT),)
