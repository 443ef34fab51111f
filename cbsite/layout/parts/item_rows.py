"""What case studies, documents and pages say about themselves in the same way."""

from __future__ import annotations

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.wording import day, row
from cbsite.layout.values import Row, Section, SummaryList, Words
from cbsite.records.common import Item

_CHANGES = "see_changes"


def item_rows(context: Context, item: Item, own_pilot: str | None = None) -> tuple[Row, ...]:
    """What the item belongs to, where it comes from, what may be done with it, how old it is.

    `own_pilot` stands elsewhere on the page.
    """
    pilots = tuple(id for id in item.pilots if id != own_pilot)
    return (
        *row("Themes", *context.links_to("theme", item.themes)),
        *row("Places", *context.links_to("place", item.places)),
        *row("Programmes", *context.links_to("programme", item.programmes)),
        *row("Pilots", *context.links_to("pilot", pilots)),
        *row("Hubs", *context.links_to("hub", item.hubs)),
        *row("Sources", *context.links_to("source", item.sources)),
        *row("Licence", item.licence),
        *row("On this hub since", day(item.date)),
        *row("Last updated", _updated(item)),
        *row("To be reviewed by", day(item.review_by) if item.review_by else None),
    )


def _updated(item: Item) -> Words | None:
    """The day of the last update, with the way to what was changed."""
    return Words(day(item.updated), f"#{_CHANGES}") if item.updated else None


def changes_section(item: Item) -> tuple[Section, ...]:
    """What was changed and when, the newest first; nothing for no changes."""
    changes = sorted(item.changes, key=lambda change: change.date, reverse=True)
    rows = tuple(Row(day(change.date), (Words(change.note),)) for change in changes)
    return (Section(_CHANGES, "Changes", (SummaryList(rows),)),) if rows else ()
