"""A list over several pages: the things on this one, and the way to the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from cbsite.layout.parts.context import Context
from cbsite.layout.values import PageLink, Pagination
from cbsite.plan import Location
from cbsite.plan.lists import PAGE_SIZE, UNDIVIDED, ListPart, number_of_pages

T = TypeVar("T")

_NEAR = 2
"""How many pages before and after this one are named; the first and the last always are."""


def on_this_page(context: Context, things: Sequence[T]) -> tuple[T, ...]:
    """Those of the things that the planned page shows."""
    if context.page.kind in UNDIVIDED:
        return tuple(things)
    start = (ListPart.of(context.page).number - 1) * PAGE_SIZE
    return tuple(things[start : start + PAGE_SIZE])


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
    )
