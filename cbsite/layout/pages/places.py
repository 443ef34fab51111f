"""All places: on the map those with pilots of their own, patterned by what kind; in tables all of them."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from cbsite.layout.blocks.maps import overview
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.list_page import list_page
from cbsite.layout.parts.map_places import PATTERNS, MapPlace, map_places, rows
from cbsite.layout.parts.pages import on_this_page
from cbsite.layout.parts.whereabouts import whereabouts
from cbsite.layout.parts.wording import LEVELS, PLACE_KINDS, capital
from cbsite.layout.values import (
    Items,
    ListItem,
    MapDrawing,
    MapRow,
    MapTable,
    PageValue,
    Section,
    Words,
)
from cbsite.plan.orders import places as by_kind
from cbsite.records.pilot import Pilot
from cbsite.records.place import Place

_LEDE = "The places that took part, and the council areas inside them."

_FEW = 24
"""Marks that are listed beside the map; of more, the tables below it show each."""

_COLUMNS = ("Region", "Councils", "Pilots")
_UNKNOWN, _ONE, _NONE = Words("Not given", gap=True), Words("1"), Words("None of its own")
_SAME = {_UNKNOWN, _ONE, _NONE}
"""What a column is left out for, where nothing else stands in it."""

_Levels = tuple[str, ...]
"""The levels of a place's pilots, each once, in the order of their vocabulary."""


def places(context: Context) -> PageValue:
    groups = _groups(context)
    levels = {place.id: _levels(context, place) for _, group in groups for place in group}
    chosen = [place for _, group in groups for place in group if levels[place.id]]
    kinds = sorted({levels[place.id] for place in chosen}, key=_few_first)
    patterns = [kinds.index(levels[place.id]) % PATTERNS + 1 for place in chosen]
    found = map_places(context, chosen, patterns)
    words = f"Map: {len(chosen)} places with pilots. The tables name the same places."
    drawing = overview(context, "map", words, found, _key(kinds, found))
    index = _index(context, drawing, found) if drawing and len(drawing.marks) <= _FEW else None
    marked = {} if index else {one.place.id: one for one in found}
    sections = tuple(
        Section(
            f"list_{number}",
            heading,
            (_table(context, heading, drawing, group, marked, levels),),
        )
        for number, (heading, group) in enumerate(groups, start=1)
    )
    page = list_page(context, _LEDE, sections, len(context.library.once(by_kind)))
    return replace(page, plate=replace(page.plate, map=drawing, map_table=index))


def _groups(context: Context) -> list[tuple[str, list[Place]]]:
    """The places on this page by kind, in the order of the vocabulary, and by name."""
    here = on_this_page(context, context.library.once(by_kind))
    groups = (
        (heading, [place for place in here if place.kind == kind])
        for kind, heading in PLACE_KINDS.items()
    )
    return [(heading, group) for heading, group in groups if group]


def _levels(context: Context, place: Place) -> _Levels:
    pilots = context.library.having(Pilot, "place", place.id)
    own = {pilot.level for pilot in pilots if pilot.stage != "not-selected"}
    return tuple(level for level in LEVELS if level in own)


def _few_first(levels: _Levels) -> tuple[int, list[int]]:
    return len(levels), [list(LEVELS).index(level) for level in levels]


def _key(kinds: list[_Levels], found: tuple[MapPlace, ...]) -> tuple[tuple[int, str], ...]:
    """What each pattern means, of those that are on the map."""
    used = {one.pattern for one in found if one.where}
    words = (capital(" and ".join(LEVELS[level].lower() for level in kind)) for kind in kinds)
    return tuple((n, text) for n, text in enumerate(words, start=1) if n in used)


def _index(context: Context, drawing: MapDrawing, found: tuple[MapPlace, ...]) -> MapTable:
    """The marked places beside the map."""
    shown = [one for one in found if one.where]
    return MapTable(
        drawing.id, "Index to the map", "", (), rows(context, shown, ((),) * len(shown))
    )


def _table(
    context: Context,
    heading: str,
    drawing: MapDrawing | None,
    group: list[Place],
    marked: dict[str, MapPlace],
    levels: dict[str, _Levels],
) -> MapTable | Items:
    """The places of one kind. A column that says nothing, or the same of all, is left out; without any, a list."""
    lines = [_row(context, place, marked.get(place.id), levels[place.id]) for place in group]
    told = [
        column for column in range(len(_COLUMNS)) if _tells(line.cells[column] for line in lines)
    ]
    squares = any(line.square for line in lines)
    if not told and not squares:
        return Items(tuple(ListItem(line.place) for line in lines), short=True)
    return MapTable(
        drawing.id if drawing and squares else "",
        heading if len(lines) == 1 else f"{len(lines)} {heading.lower()} by name",
        "",
        tuple(_COLUMNS[column] for column in told),
        tuple(replace(line, cells=tuple(line.cells[column] for column in told)) for line in lines),
        roomy=True,
    )


def _tells(cells: Iterable[Words]) -> bool:
    """Whether a column tells the places apart, or something of the only one."""
    found = set(cells)
    return len(found) > 1 or not found & _SAME


def _row(context: Context, place: Place, mark: MapPlace | None, levels: _Levels) -> MapRow:
    councils = len(place.members) or int(bool(place.council))
    where = whereabouts(context.atlas, context.library, place) if context.atlas else None
    own = ", ".join(LEVELS[level] for level in levels)
    return MapRow(
        mark.pattern if mark else 0,
        mark.number if mark else "",
        context.link_to("place", place.id),
        (
            Words(place.region) if place.region else _UNKNOWN,
            Words(str(councils)) if councils else _UNKNOWN,
            Words(own) if own else _NONE,
        ),
        where.square if where else "",
    )
