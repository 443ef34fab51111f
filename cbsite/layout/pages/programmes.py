"""All programmes: their lineage, then a list by how far they came."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from cbsite.layout.blocks.lineage import programme_lineage
from cbsite.layout.blocks.lists import items
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.frame import frame
from cbsite.layout.parts.record_page import crumbs
from cbsite.layout.parts.wording import label
from cbsite.layout.values import Items, PageValue, Plate, Section
from cbsite.records.programme import Programme

_LEDE = "What government and councils set up, what came before it, and what stood beside it."
_STAGES = ("live", "announced", "proposed", "ended", "not-known")
_HEADINGS = {"not-known": "State not in our sources"}


def programmes(context: Context) -> PageValue:
    title = context.page.title
    stages: defaultdict[str, list[Programme]] = defaultdict(list)
    for programme in sorted(
        context.library.records(Programme), key=lambda one: (one.name.casefold(), one.id)
    ):
        stages[programme.stage].append(programme)
    lists = tuple(
        Section(
            f"list_{stage}", _HEADINGS.get(stage, label(stage)), _listed(context, stages[stage])
        )
        for stage in _STAGES
        if stages[stage]
    )
    lineage = programme_lineage(context)
    return PageValue(
        "pages/programmes.html",
        frame(context, title, _LEDE),
        Plate(title, _LEDE, crumbs=crumbs(context, title)),
        (*((Section("see_lineage", "What came from what", lineage),) if lineage else ()), *lists),
    )


def _listed(context: Context, members: list[Programme]) -> tuple[Items, ...]:
    """The programmes of one state as a list; their heading says the state already."""
    return tuple(
        replace(block, items=tuple(replace(line, meta=()) for line in block.items))
        for block in items(context, members)
    )
