"""What case studies, documents and pages say about themselves in the same way."""

from __future__ import annotations

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.wording import day, row
from cbsite.layout.values import Row, Section, SummaryList, Words
from cbsite.records.common import Item


def item_rows(context: Context, item: Item) -> tuple[Row, ...]:
    """What the item belongs to, where it comes from, who answers for it."""
    contact = context.link_to("contact", item.contact) if item.contact else None
    return (
        *row("Themes", *context.links_to("theme", item.themes)),
        *row("Places", *context.links_to("place", item.places)),
        *row("Programmes", *context.links_to("programme", item.programmes)),
        *row("Pilots", *context.links_to("pilot", item.pilots)),
        *row("Hubs", *context.links_to("hub", item.hubs)),
        *row("Sources", *context.links_to("source", item.sources)),
        *row("Contact", contact),
        *row("Licence", item.licence),
        *row("To be reviewed by", day(item.review_by) if item.review_by else None),
    )


def changes_section(item: Item) -> tuple[Section, ...]:
    """What was changed and when, the newest first; nothing for no changes."""
    changes = sorted(item.changes, key=lambda change: change.date, reverse=True)
    rows = tuple(Row(day(change.date), (Words(change.note),)) for change in changes)
    return (Section("see_changes", "Changes", (SummaryList(rows),)),) if rows else ()
