"""A dissemination hub; most of what one wants to know about the first nine is a gap."""

from __future__ import annotations

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.record_page import record_page, text_sections
from cbsite.layout.parts.wording import label, row, row_or_gap, when
from cbsite.layout.values import PageValue, Row, Section, SummaryList, Words
from cbsite.read.entry import Entry
from cbsite.records.hub import Hub, Offer


def hub(context: Context, entry: Entry) -> PageValue:
    record = entry.record
    assert isinstance(record, Hub)
    host = context.link_to("organisation", record.host) if record.host else None
    opened = when(record.opened) if record.opened else None
    rows: tuple[Row, ...] = (
        *row_or_gap("Name", "No source that we hold names this hub.", record.name),
        *row_or_gap("Host", "Not known.", host),
        *row_or_gap("Serves", "Not known.", *context.links_to("place", record.serves)),
        *row_or_gap("Offers", "Not known.", *(_offer(context, offer) for offer in record.offers)),
        *row_or_gap("Opened", "Not known.", opened),
        *row("Source", *context.cite_all(record.sources)),
    )
    sections = (
        Section("see_facts", "What is known", (SummaryList(rows),)),
        *text_sections(context, entry),
    )
    return record_page(context, entry, sections, kicker="Dissemination hub")


def _offer(context: Context, offer: Offer) -> Words:
    return Words(offer.text, note=label(offer.state))
