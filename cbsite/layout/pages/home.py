"""The front page: what the hub is, where its places are, what is known in numbers, and what is not."""

from __future__ import annotations

from cbsite.layout.blocks.events import events
from cbsite.layout.blocks.figures import cards
from cbsite.layout.blocks.hubs import hub_slots
from cbsite.layout.blocks.lists import items
from cbsite.layout.blocks.maps import overview
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.frame import frame
from cbsite.layout.parts.map_places import MapPlace, map_places, rows
from cbsite.layout.parts.search_tags import plain_tags
from cbsite.layout.values import MapDrawing, MapTable, PageValue, Plate, Section, Words
from cbsite.records.case_study import CaseStudy
from cbsite.records.common import Item
from cbsite.records.document import Document
from cbsite.records.event import Event
from cbsite.records.figure import Figure
from cbsite.records.news import News
from cbsite.records.place import Place

_NEWEST = 4
_PLACES = 12


def home(context: Context) -> PageValue:
    library, site = context.library, context.library.site
    chosen = context.published(Place, "place", site.home.places) or library.records(Place)[:_PLACES]
    found = map_places(context, chosen)
    title = f"Map: {site.home.places_title}. The table beside it names the same places."
    drawing = overview(context, "map", title, found)
    figures = context.published(Figure, "figure", site.home.figures)
    dates = context.published(Event, "event", site.home.events)
    sections = (
        Section("numbers", "In numbers", cards(context, figures)),
        Section(
            "dates",
            site.home.events_title,
            events(context, dates),
            context.to_address("The whole timeline", "/timeline/"),
        ),
        Section("newest", "On the hub", items(context, _newest(context), short=False)),
        Section(
            "hubs",
            "Hubs",
            hub_slots(context, site.home.gap or ""),
            context.to_address("All hubs", "/hubs/"),
        ),
    )
    return PageValue(
        "pages/home.html",
        frame(context, "", site.home.lede),
        Plate(
            site.home.title,
            site.home.lede,
            search=True,
            index_title=site.home.places_title if chosen and not drawing else "",
            index=() if drawing else tuple(_with_count(context, place) for place in chosen),
            map=drawing,
            map_table=_table(context, drawing, found),
        ),
        tuple(section for section in sections if section.blocks),
        indexed=plain_tags("Front page", site.name),
    )


def _table(
    context: Context, drawing: MapDrawing | None, places: tuple[MapPlace, ...]
) -> MapTable | None:
    """The table beside the map: the same places, in the same order."""
    if drawing is None:
        return None
    cells = (
        (Words(str(len(one.place.members) or int(bool(one.place.council)) or "")),)
        for one in places
    )
    note = context.library.site.home.places_title
    return MapTable(
        drawing.id, "Index to the map", note, ("Councils",), rows(context, places, cells)
    )


def _with_count(context: Context, place: Place) -> Words:
    count = len(place.members)
    return context.link_to(
        "place",
        place.id,
        note=f"{count} councils" if count else "1 council" if place.council else "",
    )


def _newest(context: Context) -> list[Item]:
    """Current news, case studies and documents that the hub has something of, the newest first."""
    library = context.library
    found: list[Item] = [
        item
        for item in (*library.records(CaseStudy), *library.records(Document))
        if item.status == "published" and not _only_named(item)
    ]
    found += (item for item in library.records(News) if item.is_current(library.as_of))
    return sorted(found, key=lambda item: (-item.date.toordinal(), item.id))[:_NEWEST]


def _only_named(item: Item) -> bool:
    return isinstance(item, Document) and item.held in ("reference-only", "not-held")
