"""The map of one place: a crop of the hub's map round it, with what is named and squared within.

Only what comes near the crop is sent. Everything here is chosen by rule from the place's own extent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from cbsite.layout.blocks.maps import grid_lines
from cbsite.layout.parts.atlas import Area, Atlas
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.geometry import (
    Box,
    Scale,
    area_of,
    box_of,
    centre_of,
    clip_ring,
    near,
    path,
)
from cbsite.layout.parts.map_places import shape
from cbsite.layout.parts.whereabouts import Whereabouts, whereabouts
from cbsite.layout.values import MapDrawing, MapMark, MapText, Words
from cbsite.records.map_file import Ring
from cbsite.records.place import Place

_WIDTH, _HEIGHT = 1280, 1100
_SAFE = (0.12, 0.08)
"""Parts of the width and of the height that the page may cut off at each side, so that no words stand there."""

_SHARE = 0.4
"""Part of the width, and at most of the height, that the place takes up."""

_CLOSEST = 1 / 11
"""Part of the whole map's width that a crop shows at least: the borders are no more exact than that."""

_POINT = 1 / 7
"""The same for a place that is only a point."""

_SUB, _SEA, _SUBJECT, _BELOW = 15, 17, 33, 29
"""Widths of a letter of the names of areas, of seas and of the place: on it, and under it."""

_MOVES = (0, -30, 30, -60, 60)
"""How far from the middle of its area a name may stand, up and down, where the middle is taken."""

_MOST = 14
"""Names of areas round the place."""


def place_map(context: Context, place: Place, pattern: int) -> tuple[MapDrawing, str] | None:
    """The map of a place and its square; None where it is not on the map, or the hub has none."""
    atlas = context.atlas
    where = whereabouts(atlas, context.library, place) if atlas else None
    if atlas is None or where is None:
        return None
    crop = _crop(atlas, where)
    scale = Scale(_WIDTH / crop.width, crop.left, crop.top)
    around = crop.grown(crop.width * 0.05)
    texts, named = _texts(atlas, where, place.name, crop, scale)
    d, inner = shape(where, scale, 18)
    mark = MapMark("", Words(place.name), where.square, pattern, d, inner, 0, 0, "", None)
    others = f", with {_listed(named)} round it" if named else ""
    return MapDrawing(
        id="map_",
        title=f"{place.name} on the map, in square {where.square}{others}.",
        width=_WIDTH,
        height=_HEIGHT,
        land=path(_clipped(atlas.outline, around), scale),
        borders=path((run for b in atlas.borders for run in near(b, around)), scale, closed=False),
        abroad=path(_clipped(atlas.neighbours, around), scale),
        grid=grid_lines(atlas, scale, around),
        texts=texts,
        marks=(mark,),
        insets=(),
        patterns=(pattern,),
        credit=atlas.credit,
        crop=True,
    ), where.square


def _crop(atlas: Atlas, where: Whereabouts) -> Box:
    """The part of the map to show: the place in the middle, and its neighbours, but never beyond the map."""
    shape = _WIDTH / _HEIGHT
    least = atlas.width * (_CLOSEST if where.areas else _POINT)
    wide = max(where.box.width / _SHARE, where.box.height / _SHARE * 0.85 * shape, least)
    wide = min(wide, atlas.width, atlas.height * shape)
    high = wide / shape
    x, y = where.box.centre
    left = min(max(x - wide / 2, 0), atlas.width - wide)
    top = min(max(y - high / 2, 0), atlas.height - high)
    return Box(left, top, left + wide, top + high)


def _safe(crop: Box) -> Box:
    """The part of a crop that shows whatever the shape of the page."""
    x, y = crop.width * _SAFE[0], crop.height * _SAFE[1]
    return Box(crop.left + x, crop.top + y, crop.right - x, crop.bottom - y)


def _clipped(rings: Iterable[Ring], box: Box) -> Iterator[Ring]:
    return (part for ring in rings if (part := clip_ring(ring, box)))


def _texts(
    atlas: Atlas, where: Whereabouts, name: str, crop: Box, scale: Scale
) -> tuple[tuple[MapText, ...], tuple[str, ...]]:
    """All words on the map, none over another, and the names of the areas round the place among them."""
    taken: list[Box] = []
    crop = _safe(crop)
    squares = tuple(_squares(atlas, scale.box(where.box), crop, scale, taken))
    inside = _parts(where, crop, scale, taken)
    subject = () if inside else _subject(where, name, scale, taken)
    own = {area.id for area in where.areas}
    insets = tuple(_insets(atlas, where, crop, scale, taken))
    seas = tuple(_seas(atlas, crop, scale, taken))
    rest = sorted(
        (a for a in atlas.areas.values() if a.id not in own and a.box.meets(crop)),
        key=lambda a: (-area_of(a.largest), a.id),
    )
    others = tuple(_areas(rest, crop, scale, taken))[:_MOST]
    named = (*insets, *others, *(text for text in seas if text.kind == "land"))
    return (*squares, *seas, *insets, *others, *inside, *subject), tuple(t.text for t in named)


def _squares(
    atlas: Atlas, subject: Box, crop: Box, scale: Scale, taken: list[Box]
) -> Iterator[MapText]:
    """Each square's name in one of its corners, as far as it is in view, rather not on the place itself."""
    for row in range(atlas.rows):
        for column in range(atlas.columns):
            square = atlas.square_box(column, row)
            if not square.meets(crop):
                continue
            seen = scale.box(square.common(crop))
            if seen.width > 120 and seen.height > 80:
                text = f"{chr(ord('A') + column)}{row + 1}"
                corners = (
                    MapText("grid", text, round(x), round(y))
                    for y in (seen.top + 44, seen.bottom - 20)
                    for x in (seen.left + 40, seen.right - 40)
                )
                found = min(corners, key=lambda corner: _box(corner, _SUB).meets(subject))
                taken.append(_box(found, _SUB))
                yield found


def _subject(where: Whereabouts, name: str, scale: Scale, taken: list[Box]) -> tuple[MapText, ...]:
    """The place's own name: on it if it fits there, else under it."""
    box = scale.box(where.box)
    x, y = map(round, scale.point(where.centre))
    if len(name) * _SUBJECT <= box.width * 0.85:
        text = MapText("subject", name, x, y + 20)
    else:
        text = MapText("below", name, round(box.centre[0]), round(box.bottom) + 56)
        taken.append(box)
    taken.append(_box(text, _SUBJECT if text.kind == "subject" else _BELOW))
    return (text,)


def _parts(where: Whereabouts, crop: Box, scale: Scale, taken: list[Box]) -> tuple[MapText, ...]:
    """The names of the areas that make up the place, if most of them have room."""
    if len(where.areas) == 1:
        return ()
    trial = list(taken)
    found = tuple(_areas(where.areas, crop, scale, trial, 1.8))
    if 2 * len(found) <= len(where.areas):
        return ()
    taken[:] = trial
    return found


def _areas(
    areas: Iterable[Area], crop: Box, scale: Scale, taken: list[Box], wider: float = 1.1
) -> Iterator[MapText]:
    """The names of areas that have room for them: `wider` times their own width."""
    view = scale.box(crop)
    for area in areas:
        rings = tuple(_clipped((area.largest,), crop))
        if not rings:
            continue
        seen = scale.box(box_of(rings))
        x, y = map(round, scale.point(centre_of(rings)))
        moves = (move for move in _MOVES if abs(move) < seen.height / 2 - 20)
        texts = (MapText("sub", area.name, x, y + 10 + move) for move in moves)
        fitting = (
            text
            for text in texts
            if _wide(text, _SUB) <= seen.width * wider and _free(_box(text, _SUB), view, taken)
        )
        if found := next(fitting, None):
            taken.append(_box(found, _SUB))
            yield found


def _insets(
    atlas: Atlas, where: Whereabouts, crop: Box, scale: Scale, taken: list[Box]
) -> Iterator[MapText]:
    """What is enlarged elsewhere is too small to be named area by area: its name as a whole."""
    for inset in atlas.insets:
        if inset.source.has(where.centre) or not crop.has(inset.source.centre):
            continue
        x, y = map(round, scale.point(inset.source.centre))
        text = MapText("sub", inset.name, x, y + 10)
        box = _box(text, _SUB)
        if _free(box, scale.box(crop), taken):
            taken.append(box)
            yield text


def _seas(atlas: Atlas, crop: Box, scale: Scale, taken: list[Box]) -> Iterator[MapText]:
    """Seas and blank land: each name where there is most room for it, nearest to the middle."""
    view = scale.box(crop)
    for name in atlas.names:
        if not name.reach.meets(crop):
            continue
        reach = scale.box(name.reach.common(crop))
        kind: Literal["land", "sea"] = "land" if name.kind else "sea"
        spots = sorted(
            _lattice(reach),
            key=lambda p, r=reach: abs(p[0] - r.centre[0]) + abs(p[1] - r.centre[1]),  # type: ignore[misc]
        )
        for room in (60, 20):
            texts = (MapText(kind, name.text, round(x), round(y)) for x, y in spots)
            fitting = (
                text
                for text in texts
                if _free(_box(text, _SEA), view, taken)
                and _all(atlas, scale, _box(text, _SEA).grown(room), name.kind)
            )
            if found := next(fitting, None):
                taken.append(_box(found, _SEA))
                yield found
                break


def _lattice(box: Box) -> list[tuple[float, float]]:
    return [
        (box.left + box.width * (column + 0.5) / 12, box.top + box.height * (row + 0.5) / 12)
        for row in range(12)
        for column in range(12)
    ]


def _all(atlas: Atlas, scale: Scale, box: Box, kind: int) -> bool:
    """Whether all of a box, in the picture, lies on one kind of ground (blank land may run under the sea's edge)."""
    for column in range(7):
        for row in range(4):
            x, y = box.left + box.width * column / 6, box.top + box.height * row / 3
            here = (x / scale.factor + scale.left, y / scale.factor + scale.top)
            if atlas.surface(here) != kind:
                return False
    return True


def _wide(text: MapText, letter: int) -> float:
    return len(text.text) * letter


def _box(text: MapText, letter: int) -> Box:
    wide = _wide(text, letter) / 2 + 6
    high = 60 if text.kind == "subject" else 34
    return Box(text.x - wide, text.y - high, text.x + wide, text.y + 12)


def _free(box: Box, view: Box, taken: list[Box]) -> bool:
    return view.grown(-12).holds(box) and not any(box.meets(other) for other in taken)


def _listed(names: tuple[str, ...]) -> str:
    """`Kent, London and Suffolk`."""
    *first, last = sorted(names)
    return f"{', '.join(first)} and {last}" if first else last
