"""Lists that can be narrowed: all of them, those with one value of a facet, and their pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from cbsite.layout.blocks.lists import items
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.facets import facet_data, facet_groups, value_label
from cbsite.layout.parts.frame import frame
from cbsite.layout.parts.pages import on_this_page, pagination, titles
from cbsite.layout.values import Finder, Items, ListItem, PageValue, Plate, Section, Words
from cbsite.plan.lists import ListPart
from cbsite.plan.orders import listed
from cbsite.records.record import Record


@dataclass(frozen=True, slots=True)
class Kind:
    """What a finder says: its lede, and the names of what it lists."""

    lede: str
    one: str
    many: str


KINDS = {
    "case-studies": Kind(
        "What places tried, what changed, what it cost and how to copy it.",
        "case study",
        "case studies",
    ),
    "documents": Kind(
        "Papers, prospectuses, briefings, letters and reports in order of issue, with their "
        "paragraph numbers where they print them.",
        "document",
        "documents",
    ),
}
"""The finders that list pages; the timeline is a finder too, but draws its own list."""


def finder(context: Context) -> PageValue:
    """The finder that the planned page names: the whole list, or what has one value of a facet."""
    kind = KINDS[context.page.kind]
    if lists_values(context):
        return finder_values(context)
    found = chosen(context)
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
    """The records that the planned page is about, in order: all, or those with its value of its facet."""
    part = ListPart.of(context.page)
    if not part.facet:
        return listed(context.library, context.page.kind)
    return context.plan.facets.having(context.page.kind, part.facet, part.value)


def lists_values(context: Context) -> bool:
    """Whether the planned page lists the values of a facet, and not what has one of them."""
    part = ListPart.of(context.page)
    return bool(part.facet) and not part.value


def finder_values(context: Context) -> PageValue:
    """Every value of a facet that has more than the finder names, each with its count and the way to its page."""
    kind, facet = context.page.kind, ListPart.of(context.page).facet
    counts = context.plan.facets.counts(kind)[facet]
    values = context.plan.facets.all_values(kind, facet)
    first = f"/{kind}/"
    lines = tuple(
        ListItem(
            Words(
                value_label(context, facet, value),
                context.href_of(ListPart(facet, value).address(first)),
                note=str(counts[value]),
            )
        )
        for value in on_this_page(context, values)
    )
    title, trail = titles(context)
    return PageValue(
        "pages/list.html",
        frame(context, title, f"{title}: {context.library.site.name}"),
        Plate(title, crumbs=trail),
        (Section("", "", (Items(lines, short=True),)),),
        pagination=pagination(context, first, len(values)),
    )


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
