"""A page of a list: its head, its part of the list, and the way to the other pages."""

from __future__ import annotations

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.frame import frame
from cbsite.layout.parts.pages import is_first, pagination, titles
from cbsite.layout.values import PageValue, Plate, SearchTags, Section


def list_page(
    context: Context,
    lede: str,
    sections: tuple[Section, ...],
    count: int,
    indexed: SearchTags | None = None,
) -> PageValue:
    """The planned page of a list of `count` things; only the first says what the list is."""
    title, trail = titles(context)
    kind = context.page.kind
    said = lede if is_first(context) else ""
    return PageValue(
        f"pages/{kind}.html",
        frame(context, title, said or f"{title}: {context.library.site.name}"),
        Plate(title, said, crumbs=trail),
        sections,
        indexed=indexed,
        pagination=pagination(context, f"/{kind}/", count),
    )
