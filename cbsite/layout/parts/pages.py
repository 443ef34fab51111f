"""A list over several pages: the things on this one, and the way to the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.facets import LABELS, value_label
from cbsite.layout.parts.record_page import crumbs
from cbsite.layout.parts.wording import capital
from cbsite.layout.values import PageLink, Pagination, Words
from cbsite.plan.address import Location
from cbsite.plan.anchors import moved_anchors
from cbsite.plan.lists import ListPart, number_of_pages, page_size

T = TypeVar("T")

_NEAR = 2
"""How many pages before and after this one are named; the first and the last always are."""


def on_this_page(context: Context, things: Sequence[T]) -> tuple[T, ...]:
    """Those of the things that the planned page shows."""
    size = page_size(context.page.kind)
    start = (ListPart.of(context.page).number - 1) * size
    return tuple(things[start : start + size])


def is_first(context: Context) -> bool:
    """Whether the planned page is the first of its list."""
    return ListPart.of(context.page).number == 1


def titles(context: Context) -> tuple[str, tuple[Words, ...]]:
    """The title of a page of a list (`Case studies: Families, page 2`) and its breadcrumb."""
    part, title = ListPart.of(context.page), context.page.title
    own = []
    if part.facet and part.value:
        words = value_label(context, part.facet, part.value)
        # A confidence level or a year says little without the name of its facet.
        own.append(f"{LABELS[part.facet]} {words}" if words[:1].isdigit() else words)
    elif part.facet:
        own.append(f"by {LABELS[part.facet].lower()}")
    if part.number > 1:
        own.append(f"page {part.number}")
    if not own:
        return title, crumbs(context, title)
    return f"{title}: {', '.join(own)}", crumbs(context, capital(", ".join(own)))


def pagination(context: Context, first: str, count: int) -> Pagination | None:
    """The way through a list of `count` things, the whole of which begins at `first`; None for a single page."""
    shown, last = ListPart.of(context.page), number_of_pages(context.page.kind, count)
    if last == 1:
        return None

    def href(number: int) -> str:
        return context.href(Location(ListPart(shown.facet, shown.value, number).address(first)))

    near = range(shown.number - _NEAR, shown.number + _NEAR + 1)
    named = [number for number in range(1, last + 1) if number in (1, last) or number in near]
    links = tuple(
        PageLink(number, None if number == shown.number else href(number), number - before > 1)
        for before, number in zip([0, *named], named, strict=False)
    )
    return Pagination(
        links,
        href(shown.number - 1) if shown.number > 1 else None,
        href(shown.number + 1) if shown.number < last else None,
        len(context.library.once(moved_anchors).get(context.page.address, ())),
    )
