"""The whole map with some places marked on it, each numbered, patterned, and linked."""

from __future__ import annotations

from collections.abc import Iterable

from cbsite.layout.parts.atlas import Atlas, InsetPart
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.geometry import Box, Scale, area_of, path
from cbsite.layout.parts.map_places import MapPlace, map_places, rows, shape
from cbsite.layout.parts.placing import LINE, Placed, Spot, place_discs
from cbsite.layout.parts.whereabouts import Whereabouts
from cbsite.layout.values import (
    MapDrawing,
    MapFigure,
    MapInset,
    MapLabel,
    MapMark,
    MapTable,
    MapText,
    Words,
)
from cbsite.records.map_file import Point
from cbsite.records.place import Place

_WIDTH = 2300
"""Of every drawing of the whole map, so that type and lines have one size."""

_FEW = 8
"""Places up to this number get their names on the map, beside larger discs."""

_EDGE = 90
"""Left and top of the drawing are kept for the letters and numbers of the squares."""

_BEYOND = 1.6
"""How far the lines of the grid run, in widths and heights of the map: a page may show what lies beyond it."""

_NAME = 25
"""Width of a letter of a name in the sea."""


def overview(
    context: Context,
    id: str,
    title: str,
    places: Iterable[MapPlace],
    key: tuple[tuple[int, str], ...] = (),
) -> MapDrawing | None:
    """The whole map with those of the places that are on it; None where none is, or the hub has no map."""
    atlas = context.atlas
    shown = [(one, one.where) for one in places if one.where]
    if atlas is None or not shown:
        return None
    scale = Scale(_WIDTH / atlas.width)
    view = scale.box(atlas.view)
    insets = [i for i in atlas.insets if any(atlas.inset_of(w.box) == i for _, w in shown)]
    texts = _names(atlas, scale, insets)
    named = len(shown) <= _FEW
    radius = 78 if named else 46
    spots = [_spot(atlas, scale, where, one.place.name if named else "") for one, where in shown]
    taken = (
        *(_name_box(text) for text in texts),
        *(box for inset in insets for box in _inset_boxes(inset, scale)),
    )
    placed = place_discs(
        tuple(spots),
        Box(_EDGE, _EDGE, view.right - 20, view.bottom - 20),
        radius,
        taken,
        lambda point: atlas.surface((point[0] / scale.factor, point[1] / scale.factor)),
    )
    marks = [
        _mark(context, one, where, scale, spot, disc, insets)
        for (one, where), spot, disc in zip(shown, spots, placed, strict=True)
    ]
    order = sorted(zip(marks, (_size(where) for _, where in shown), strict=True), key=_larger_first)
    return MapDrawing(
        id=f"{id}_",
        title=title,
        width=_WIDTH,
        height=round(view.bottom),
        land=path(atlas.outline, scale),
        borders=path(atlas.borders, scale, closed=False),
        abroad=path(atlas.neighbours, scale),
        grid=grid_lines(atlas, scale, Box(0, 0, atlas.width * _BEYOND, atlas.height * _BEYOND)),
        texts=(*_squares(atlas, scale), *texts),
        marks=tuple(mark for mark, _ in order),
        insets=tuple(_inset(inset, n, scale) for n, inset in enumerate(insets, start=1)),
        patterns=tuple(sorted({mark.pattern for mark in marks})),
        credit=atlas.credit,
        key=key,
        dense=not named,
        radius=radius,
        line=LINE,
    )


def map_figure(context: Context, id: str, title: str, places: tuple[Place, ...]) -> MapFigure:
    """A map in a text, with its table."""
    found = map_places(context, places)
    drawing = overview(context, id, f"Map: {title}", found)
    cells = tuple((Words(place.region or ""),) for place in places)
    table = MapTable(
        drawing.id if drawing else "",
        "Index to the map" if drawing else title,
        "",
        ("Region",),
        rows(context, found, cells),
    )
    return MapFigure(title, drawing, table)


def grid_lines(atlas: Atlas, scale: Scale, within: Box) -> str:
    """The lines between the squares, across the part of the map that is `within`."""
    box = scale.box(within)
    columns = (scale.point((atlas.square_box(n, 0).left, 0))[0] for n in range(1, atlas.columns))
    lines = (scale.point((0, atlas.square_box(0, n).top))[1] for n in range(1, atlas.rows))
    return "".join(
        (
            *(f"M{x:.0f} {box.top:.0f}V{box.bottom:.0f}" for x in columns),
            *(f"M{box.left:.0f} {y:.0f}H{box.right:.0f}" for y in lines),
        )
    )


def _squares(atlas: Atlas, scale: Scale) -> tuple[MapText, ...]:
    """The letters of the columns along the top, the numbers of the rows down the left."""
    columns = (scale.point(atlas.square_box(n, 0).centre)[0] for n in range(atlas.columns))
    lines = (scale.point(atlas.square_box(0, n).centre)[1] for n in range(atlas.rows))
    return (
        *(MapText("grid", chr(ord("A") + n), round(x), 58) for n, x in enumerate(columns)),
        *(MapText("grid", str(n), 40, round(y) + 16) for n, y in enumerate(lines, start=1)),
    )


def _names(atlas: Atlas, scale: Scale, insets: list[InsetPart]) -> tuple[MapText, ...]:
    """The names of seas and of the land round about, but those that an inset would cover."""
    frames = [box for inset in insets for box in _inset_boxes(inset, scale)]
    texts = (
        MapText("land" if name.kind else "sea", name.text, *map(round, scale.point(name.at)))
        for name in atlas.names
    )
    return tuple(t for t in texts if not any(_name_box(t).meets(frame) for frame in frames))


def _name_box(text: MapText) -> Box:
    wide = len(text.text) * _NAME / 2
    return Box(text.x - wide, text.y - 45, text.x + wide, text.y + 15)


def _inset_boxes(inset: InsetPart, scale: Scale) -> tuple[Box, Box]:
    """The frame, and the words under it."""
    frame = scale.box(inset.frame)
    lines = _lines(inset, frame)
    wide = max(map(len, lines)) * _NAME
    left = frame.right - wide if _on_the_right(frame) else frame.left
    return frame, Box(left, frame.bottom, left + wide, frame.bottom + 50 * len(lines) + 12)


def _lines(inset: InsetPart, frame: Box) -> tuple[str, ...]:
    """The words under a frame: two lines where one would be wider than the frame."""
    times = f"enlarged {inset.magnify:g} times"
    whole = f"{inset.name} {times}"
    return (whole,) if len(whole) * _NAME <= frame.width else (inset.name, times)


def _on_the_right(frame: Box) -> bool:
    """Whether a frame's words end at its right, away from the map's own land."""
    return frame.centre[0] > _WIDTH / 2


def _inset(inset: InsetPart, number: int, scale: Scale) -> MapInset:
    frame, source = scale.box(inset.frame), scale.box(inset.source)
    left, top, wide, high = map(round, (source.left, source.top, source.width, source.height))
    return MapInset(
        number=number,
        lines=_lines(inset, frame),
        side="end" if _on_the_right(frame) else "start",
        magnify=f"{1 / inset.magnify:.3f}",
        x=round(frame.left),
        y=round(frame.top),
        width=round(frame.width),
        height=round(frame.height),
        source=f"{left} {top} {wide} {high}",
        source_d=f"M{left} {top}h{wide}v{high}h-{wide}z",
    )


def _spot(atlas: Atlas, scale: Scale, where: Whereabouts, name: str) -> Spot:
    """Where a place is in the picture: in its inset, if it has one."""
    inset = atlas.inset_of(where.box)
    boxes = [area.box for area in where.areas] or [where.box.grown(atlas.width / 160)]
    at = where.centre
    if inset is None:
        return Spot(scale.point(at), tuple(map(scale.box, boxes)), name)
    frame = scale.box(inset.frame)
    large = Scale(
        scale.factor * inset.magnify,
        inset.source.left - inset.frame.left / inset.magnify,
        inset.source.top - inset.frame.top / inset.magnify,
    )
    return Spot(large.point(at), tuple(map(large.box, boxes)), name, frame)


def _mark(
    context: Context,
    one: MapPlace,
    where: Whereabouts,
    scale: Scale,
    spot: Spot,
    placed: Placed,
    insets: list[InsetPart],
) -> MapMark:
    assert context.atlas is not None
    inset = context.atlas.inset_of(where.box)
    d, inner = shape(where, scale, 16)
    x, y = map(round, placed.disc)
    label = MapLabel(placed.lines, round(placed.label[0]), round(placed.label[1]), placed.side)
    return MapMark(
        number=one.number,
        link=context.link_to("place", one.place.id),
        square=where.square,
        pattern=one.pattern,
        d=d,
        inner=inner,
        x=x,
        y=y,
        leader=_leader(spot, placed.disc),
        label=label if placed.lines else None,
        inset=insets.index(inset) + 1 if inset in insets else 0,
    )


def _leader(spot: Spot, disc: Point) -> str:
    """A line from just inside the place's shape to its disc; none to a disc that stands on the place."""
    (x, y), (u, v) = spot.at, disc
    if spot.at == disc:
        return ""
    wide = (max(box.right for box in spot.shapes) - min(box.left for box in spot.shapes)) * 0.36
    high = (max(box.bottom for box in spot.shapes) - min(box.top for box in spot.shapes)) * 0.36
    away = max(abs(u - x) / wide, abs(v - y) / high)
    start = (x + (u - x) / away, y + (v - y) / away)
    return f"M{start[0]:.0f} {start[1]:.0f}L{u} {v}"


def _size(where: Whereabouts) -> float:
    return sum(area_of(area.largest) for area in where.areas)


def _larger_first(mark: tuple[MapMark, float]) -> float:
    """What is small is drawn over what is large."""
    return -mark[1]
