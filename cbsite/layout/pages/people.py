"""People in public roles, by organisation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from cbsite.layout.blocks.lists import withdrawn
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.list_page import list_page
from cbsite.layout.parts.pages import on_this_page, titles
from cbsite.layout.parts.people import person_entry
from cbsite.layout.parts.search_tags import plain_tags
from cbsite.layout.values import Directory, PageValue, Section, Words
from cbsite.plan.registers import register_of
from cbsite.records.person import Person

_LEDE = (
    "Who held which public role, as our sources print it. A name stands here only as far and as long as it "
    "may; otherwise the role alone."
)
_NOWHERE = "No organisation in our sources"


def people(context: Context) -> PageValue:
    every = register_of(context.library, context.page.kind)
    here = on_this_page(context, every)
    shown = [one for one in here if isinstance(one, Person) and one.status != "withdrawn"]
    sections = (*_groups(context, shown), *withdrawn(here))
    title = titles(context)[0]
    return list_page(context, _LEDE, sections, len(every), plain_tags(context.page.title, title))


def _groups(context: Context, shown: Iterable[Person]) -> Iterator[Section]:
    """A section for each organisation by name, then those of none."""
    for number, (id, members) in enumerate(groupby(shown, key=lambda one: one.org), start=1):
        link = context.link_to("organisation", id) if id else Words(_NOWHERE)
        entries = tuple(person_entry(context, person) for person in members)
        more = Words(f"About {link.text}", link.href) if link.href else None
        yield Section(f"list_{number}", link.text, (Directory(entries),), more)
