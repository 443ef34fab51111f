"""People in public roles, by organisation."""

from __future__ import annotations

from collections import defaultdict

from cbsite.layout.blocks.lists import withdrawn
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.frame import frame
from cbsite.layout.parts.people import by_name, person_entry
from cbsite.layout.parts.record_page import crumbs
from cbsite.layout.parts.search_tags import plain_tags
from cbsite.layout.values import Directory, PageValue, Plate, Section, Words
from cbsite.records.person import Person

_LEDE = (
    "Who held which public role, as our sources print it. A name stands here only as far and as long as it "
    "may; otherwise the role alone."
)
_NOWHERE = "No organisation in our sources"


def people(context: Context) -> PageValue:
    title = context.page.title
    gone = (entry.record for entry in context.library.of_kind("person"))
    return PageValue(
        "pages/people.html",
        frame(context, title, _LEDE),
        Plate(title, _LEDE, crumbs=crumbs(context, title)),
        (*_groups(context), *withdrawn(gone)),
        indexed=plain_tags(title, title),
    )


def _groups(context: Context) -> tuple[Section, ...]:
    """A section for each organisation by name, then those of none."""
    groups: defaultdict[str, list[Person]] = defaultdict(list)
    for person in context.library.records(Person):
        groups[person.org or ""].append(person)
    links = {id: context.link_to("organisation", id) for id in groups if id}
    ordered = sorted(groups, key=lambda id: (not id, links[id].text.casefold() if id else "", id))
    return tuple(
        Section(
            f"list_{number}",
            links[id].text if id else _NOWHERE,
            (_list(context, groups[id]),),
            Words(f"About {links[id].text}", links[id].href) if id and links[id].href else None,
        )
        for number, id in enumerate(ordered, start=1)
    )


def _list(context: Context, members: list[Person]) -> Directory:
    ordered = sorted(members, key=lambda person: by_name(context, person))
    return Directory(tuple(person_entry(context, person) for person in ordered))
