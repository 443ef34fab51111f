"""Lists that can be narrowed: all of them, those with one value of a facet, and their pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from cbsite.layout.blocks.lists import items
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.facets import LABELS, facet_data, facet_groups, value_label
from cbsite.layout.parts.frame import frame
from cbsite.layout.parts.pages import on_this_page, pagination
from cbsite.layout.parts.record_page import crumbs
from cbsite.layout.parts.wording import capital
from cbsite.layout.values import Finder, Items, PageValue, Plate, Section, Words
from cbsite.plan.facets import FINDERS
from cbsite.plan.lists import ListPart
from cbsite.records.document import Document
from cbsite.records.record import Record


@dataclass(frozen=True, slots=True)
class Kind:
    """What a finder says: its lede, the names of what it lists, and their order."""

    lede: str
    one: str
    many: str
    order: Callable[[Record], tuple[str, ...]]


def by_heading(record: Record) -> tuple[str, ...]:
    return record.heading.casefold(), record.id


def by_date(record: Record) -> tuple[str, ...]:
    """Documents by the day they were issued, what has no day last."""
    assert isinstance(record, Document)
    return record.issued.sort_key, record.id


KINDS = {
    "case-studies": Kind(
        "What places tried, what changed, what it cost and how to copy it.",
        "case study",
        "case studies",
        by_heading,
    ),
    "documents": Kind(
        "Papers, prospectuses, briefings, letters and reports in order of issue, with their "
        "paragraph numbers where they print them.",
        "document",
        "documents",
        by_date,
    ),
}
"""The finders that list pages; the timeline is a finder too, but draws its own list."""


def finder(context: Context) -> PageValue:
    """The finder that the planned page names: the whole list, or what has one value of a facet."""
    kind = KINDS[context.page.kind]
    found = sorted(chosen(context), key=kind.order)
    here = on_this_page(context, found)
    way = pagination(context, f"/{context.page.kind}/", len(found))
    title, trail = titles(context)
    lede = "" if ListPart.of(context.page) != ListPart() else kind.lede
    return PageValue(
        f"pages/{context.page.kind}.html",
        frame(context, title, lede or f"{title}: {context.library.site.name}"),
        Plate(title, lede, crumbs=trail),
        (Section("", "", _marked(context, here)),),
        finder=finder_round(context, len(found), kind.one, kind.many, live=way is None),
        pagination=way,
    )


def chosen(context: Context) -> tuple[Record, ...]:
    """The records that the planned page is about: all, or those with its value of its facet."""
    model, _ = FINDERS[context.page.kind]
    part = ListPart.of(context.page)
    if not part.facet:
        return context.library.records(model)
    return context.plan.facets.having(context.page.kind, part.facet, part.value)


def titles(context: Context) -> tuple[str, tuple[Words, ...]]:
    """The title of the page (`Case studies: Families, page 2`) and its breadcrumb."""
    part, title = ListPart.of(context.page), context.page.title
    own = []
    if part.facet:
        words = value_label(context, part.facet, part.value)
        # A confidence level or a year says little without the name of its facet.
        own.append(f"{LABELS[part.facet]} {words}" if words[:1].isdigit() else words)
    if part.number > 1:
        own.append(f"page {part.number}")
    if not own:
        return title, crumbs(context, title)
    return f"{title}: {', '.join(own)}", crumbs(context, capital(", ".join(own)))


def finder_round(context: Context, count: int, one: str, many: str, live: bool) -> Finder:
    """What stands round the list of the planned page, of `count` things."""
    part, first = ListPart.of(context.page), f"/{context.page.kind}/"
    words = f"{count} {one if count == 1 else many}"
    return Finder(
        facet_groups(context, context.page.kind),
        words,
        one,
        many,
        live and not part.facet,
        Words(f"All {many}", context.href_of(first)) if part.facet else None,
    )


def _marked(context: Context, records: Sequence[Record]) -> tuple[Items, ...]:
    """The records as lines of a list, each with its facets."""
    return tuple(
        replace(
            block,
            items=tuple(
                replace(line, data=facet_data(context, context.page.kind, record))
                for line, record in zip(block.items, records, strict=True)
            ),
        )
        for block in items(context, records)
    )
