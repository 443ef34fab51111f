"""All places: on the map those with pilots of their own, patterned by what kind; in tables all of them."""

from __future__ import annotations

from cbsite.layout.blocks.maps import overview
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.frame import frame
from cbsite.layout.parts.map_places import PATTERNS, MapPlace, map_places, rows
from cbsite.layout.parts.record_page import crumbs
from cbsite.layout.parts.whereabouts import whereabouts
from cbsite.layout.parts.wording import LEVELS, PLACE_KINDS, capital
from cbsite.layout.values import MapDrawing, MapRow, MapTable, PageValue, Plate, Section, Words
from cbsite.records.pilot import Pilot
from cbsite.records.place import Place

_LEDE = "The places that took part, and the council areas inside them."

_FEW = 24
"""Marks that are listed beside the map; of more, the tables below it show each."""

_Levels = tuple[str, ...]
"""The levels of a place's pilots, each once, in the order of their vocabulary."""


def places(context: Context) -> PageValue:
    title = context.page.title
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
            (_table(context, drawing, group, marked, levels),),
        )
        for number, (heading, group) in enumerate(groups, start=1)
    )
    plate = Plate(title, _LEDE, crumbs=crumbs(context, title), map=drawing, map_table=index)
    return PageValue("pages/places.html", frame(context, title, _LEDE), plate, sections)


def _groups(context: Context) -> list[tuple[str, list[Place]]]:
    """The places by kind, in the order of the vocabulary, and by name."""
    everyone = sorted(context.library.records(Place), key=lambda place: place.name.lower())
    groups = (
        (heading, [place for place in everyone if place.kind == kind])
        for kind, heading in PLACE_KINDS.items()
    )
    return [(heading, group) for heading, group in groups if group]


def _levels(context: Context, place: Place) -> _Levels:
    pilots = (pilot for pilot in context.library.records(Pilot) if pilot.place == place.id)
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
    drawing: MapDrawing | None,
    group: list[Place],
    marked: dict[str, MapPlace],
    levels: dict[str, _Levels],
) -> MapTable:
    lines = tuple(_row(context, place, marked.get(place.id), levels[place.id]) for place in group)
    return MapTable(
        drawing.id if drawing else "",
        f"{len(lines)} by name",
        "",
        ("Region", "Councils", "Pilots"),
        lines,
        roomy=True,
    )


def _row(context: Context, place: Place, mark: MapPlace | None, levels: _Levels) -> MapRow:
    councils = len(place.members) or int(bool(place.council))
    where = whereabouts(context.atlas, context.library, place) if context.atlas else None
    own = ", ".join(LEVELS[level] for level in levels)
    return MapRow(
        mark.pattern if mark else 0,
        mark.number if mark else "",
        context.link_to("place", place.id),
        (
            Words(place.region) if place.region else Words("Not given", gap=True),
            Words(str(councils)) if councils else Words("Not given", gap=True),
            Words(own or "None of its own"),
        ),
        where.square if where else "",
    )
