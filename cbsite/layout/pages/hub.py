"""A dissemination hub, and the list of them; where little is known, the gaps are what there is to see."""

from __future__ import annotations

from cbsite.layout.blocks.hubs import hub_slots
from cbsite.layout.blocks.lists import items
from cbsite.layout.parts.contact import person_ways
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.list_page import list_page
from cbsite.layout.parts.pages import on_this_page
from cbsite.layout.parts.record_page import record_page, text_sections
from cbsite.layout.parts.wording import label, row, row_or_gap, when
from cbsite.layout.values import Block, Gap, PageValue, Row, Section, Table, Words
from cbsite.plan.lists import ListPart, page_size
from cbsite.read.entry import Entry
from cbsite.records.hub import Hub
from cbsite.records.person import Person
from cbsite.records.place import Place

_LEDE = "Hubs are places that help their neighbours learn. What is not known about them is shown as a gap."
_UNKNOWN = Words("Not known", gap=True)


def hub(context: Context, entry: Entry) -> PageValue:
    record = entry.record
    assert isinstance(record, Hub)
    host = context.link_to("organisation", record.host) if record.host else None
    opened = when(record.opened) if record.opened else None
    rows = (
        *row_or_gap("Name", "No source that we hold names this hub.", record.name),
        *row_or_gap("Host", "Not known.", host),
        *row_or_gap("Opened", "Not known.", opened),
        *_contact(context, record),
        *row("Source", *context.cite_all(record.sources)),
    )
    sections = (
        Section("see_offers", "What it offers", (_offers(context, record),)),
        Section("see_places", "Places it serves", _serves(context, record)),
        *text_sections(context, entry),
        Section(
            "see_hubs", "All hubs", hub_slots(context), context.to_address("All hubs", "/hubs/")
        ),
    )
    return record_page(context, entry, sections, (), rows, "Dissemination hub")


def hubs(context: Context) -> PageValue:
    """All hubs as boxes, then as a table with what is known of each."""
    found = context.library.records(Hub)
    here = on_this_page(context, found)
    rows = tuple(
        (
            context.link_to("hub", one.id),
            Words("Named") if one.name_status == "known" else Words("Not named", gap=True),
            context.link_to("organisation", one.host) if one.host else _UNKNOWN,
            Words(_named(context, one)) if one.serves else _UNKNOWN,
            Words("; ".join(offer.text for offer in one.offers)) if one.offers else _UNKNOWN,
        )
        for one in here
    )
    count = "One hub" if len(here) == 1 else f"{len(here)} hubs"
    table = Table(
        f"{count}, and what is known of each", ("Hub", "Name", "Host", "Serves", "Offers"), rows
    )
    gap = context.library.site.home.gap or ""
    start = (ListPart.of(context.page).number - 1) * page_size(context.page.kind)
    sections = (
        Section("", "", hub_slots(context, gap, start)),
        Section("list_1", "The register", (table,)),
    )
    return list_page(context, _LEDE, sections, len(found))


def _contact(context: Context, hub: Hub) -> tuple[Row, ...]:
    """Whom to ask; a person by name, with details, only as long as that may be shown."""
    if hub.contact is None:
        return row_or_gap("Contact", "Not known.", None)
    entry = context.library.find(("contact", hub.contact))
    assert entry is not None
    published = context.library.is_published(entry)
    person = entry.record if isinstance(entry.record, Person) and published else None
    return row("Contact", context.link(entry), *(person_ways(context, person) if person else ()))


def _offers(context: Context, hub: Hub) -> Block:
    """What the hub does or means to do, and who says so."""
    if not hub.offers:
        return Gap("None of our sources says what this hub offers.")
    rows = tuple(
        (
            Words(offer.text),
            Words(label(offer.state), gap=offer.state == "not-known"),
            context.cite(offer.source) if offer.source else Words("Not given", gap=True),
        )
        for offer in hub.offers
    )
    return Table("Offers to other places", ("Offer", "State", "Source"), rows)


def _serves(context: Context, hub: Hub) -> tuple[Block, ...]:
    if not hub.serves:
        return (Gap("None of our sources says which places this hub serves."),)
    return items(context, context.published(Place, "place", hub.serves), short=True)


def _named(context: Context, hub: Hub) -> str:
    return ", ".join(context.link_to("place", id).text for id in hub.serves)
