"""The front page: what the hub is, where its places are, what is known in numbers, and what is not."""

from __future__ import annotations

from dataclasses import replace

from cbsite.layout.blocks.events import events
from cbsite.layout.blocks.figures import cards
from cbsite.layout.blocks.lists import items
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.frame import frame
from cbsite.layout.parts.search_tags import plain_tags
from cbsite.layout.values import PageValue, Plate, Section, Slot, Slots, Words
from cbsite.records.case_study import CaseStudy
from cbsite.records.common import Item
from cbsite.records.document import Document
from cbsite.records.event import Event
from cbsite.records.figure import Figure
from cbsite.records.hub import Hub
from cbsite.records.place import Place

_NEWEST = 4
_PLACES = 12


def home(context: Context) -> PageValue:
    library, site = context.library, context.library.site
    chosen = context.published(Place, "place", site.home.places) or library.records(Place)[:_PLACES]
    places = tuple(_with_count(context, place) for place in chosen)
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
        Section("hubs", "Hubs", _hubs(context), context.to_address("All hubs", "/hubs/")),
    )
    return PageValue(
        "pages/home.html",
        frame(context, "", site.home.lede),
        Plate(
            site.home.title,
            site.home.lede,
            search=True,
            index_title=site.home.places_title if places else "",
            index=places,
        ),
        tuple(section for section in sections if section.blocks),
        indexed=plain_tags("Front page", site.name),
    )


def _with_count(context: Context, place: Place) -> Words:
    count = len(place.members)
    return context.link_to(
        "place",
        place.id,
        note=f"{count} councils" if count else "1 council" if place.council else "",
    )


def _newest(context: Context) -> list[Item]:
    """Case studies and documents, the newest first."""
    library = context.library
    found: list[Item] = [
        item
        for item in (*library.records(CaseStudy), *library.records(Document))
        if item.status == "published"
    ]
    return sorted(found, key=lambda item: (-item.date.toordinal(), item.id))[:_NEWEST]


def _hubs(context: Context) -> tuple[Slots, ...]:
    hubs = context.library.records(Hub)
    if not hubs:
        return ()
    slots = tuple(
        Slot(str(number), replace(context.link_to("hub", hub.id), gap=not hub.name))
        for number, hub in enumerate(hubs, start=1)
    )
    named = sum(1 for hub in hubs if hub.name_status == "known")
    are = "is" if named == 1 else "are"
    text = f"{len(hubs)} hubs are on the register; {named or 'none'} of them {are} named in our sources."
    return (Slots(slots, text, context.library.site.home.gap or ""),)
