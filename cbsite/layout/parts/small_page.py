"""A page about the site itself, generated from `site.yml`."""

from __future__ import annotations

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.frame import frame
from cbsite.layout.parts.on_page import headings_of
from cbsite.layout.parts.plain_prose import prose
from cbsite.layout.parts.record_page import crumbs
from cbsite.layout.parts.search_tags import plain_tags
from cbsite.layout.values import Block, PageValue, Plate, Section
from cbsite.read.nodes import Node


def section(id: str, title: str, *parts: Node | Block) -> Section:
    """A section of such a page; running prose stands together, other blocks on their own."""
    blocks: list[Block] = []
    run: list[Node] = []
    for part in parts:
        if isinstance(part, Node):
            run.append(part)
            continue
        if run:
            blocks.append(prose(*run))
            run = []
        blocks.append(part)
    if run:
        blocks.append(prose(*run))
    return Section(f"see_{id}", title, tuple(blocks))


def small_page(context: Context, lede: str, *sections: Section) -> PageValue:
    """The page, with its headings in the margin; sections without blocks are left out."""
    title = context.page.title
    shown = tuple(section for section in sections if section.blocks)
    return PageValue(
        f"pages/{context.page.kind}.html",
        frame(context, title, lede),
        Plate(title, lede, crumbs=crumbs(context, title)),
        shown,
        contents=headings_of(shown),
        indexed=plain_tags("Page", title),
    )
