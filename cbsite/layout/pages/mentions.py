"""Everything that refers to a record, or all of one kind, where the record's own page shows only the first of it."""

from __future__ import annotations

from itertools import groupby

from cbsite.layout.blocks.lists import items
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.frame import frame
from cbsite.layout.parts.pages import on_this_page, pagination
from cbsite.layout.parts.wording import capital
from cbsite.layout.values import PageValue, Plate, Section, Words
from cbsite.plan.lists import ListPart
from cbsite.plan.mentions import mentions_in_order, whole_list
from cbsite.read.entry import Entry
from cbsite.records.kinds import BY_NAME


def mentions(context: Context, entry: Entry) -> PageValue:
    """The page that the plan names, by kind and name; search and search engines are led to the record."""
    part = ListPart.of(context.page)
    whole = whole_list(context.library, context.plan.facets, entry.key, part.value)
    assert whole is not None
    every = context.library.once(mentions_in_order)[entry.key]
    found = [one for one in every if part.value in ("", one.kind)]
    here = groupby(on_this_page(context, found), key=lambda one: one.kind)
    sections = tuple(
        Section(
            f"list_{number}",
            _title(kind),
            items(context, (one.record for one in group), short=True),
        )
        for number, (kind, group) in enumerate(here, start=1)
    )
    name = context.called(entry.record)
    what = _title(part.value) if part.value else "Pages"
    title = f"{what} that name {name}"
    if part.number > 1:
        title = f"{title}, page {part.number}"
    trail = (Words("Home", context.href_of("/")), context.link(entry), Words(what))
    return PageValue(
        "pages/list.html",
        frame(context, title, f"{title}: {context.library.site.name}"),
        Plate(title, crumbs=trail),
        sections,
        pagination=pagination(context, whole.address, len(found)),
    )


def _title(kind: str) -> str:
    return capital(BY_NAME[kind].register.replace("-", " "))
