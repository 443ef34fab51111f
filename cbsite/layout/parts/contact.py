"""Whom to ask about a page: its own contact, else the hub."""

from __future__ import annotations

import re

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.frame import CONTACT, CONTACT_TITLE
from cbsite.layout.parts.wording import row
from cbsite.layout.values import Row, Section, SummaryList, Words
from cbsite.records.case_study import CaseStudy
from cbsite.records.common import Item
from cbsite.records.document import Document
from cbsite.records.organisation import Organisation
from cbsite.records.person import Person


def contact_section(context: Context, item: Item) -> tuple[Section, ...]:
    """The contact of an item and the way to the hub itself.

    A case study without a contact shows the gap; a document shows only a contact it has, as its cover
    gives the one that was printed.
    """
    if isinstance(item, Document) and not item.contact:
        return ()
    rows = _rows(context, item)
    hub = row("This hub", Words(CONTACT_TITLE, context.href_of(CONTACT)))
    return (Section("see_contact", "Contact", (SummaryList((*rows, *hub), searchable=False),)),)


def _rows(context: Context, item: Item) -> tuple[Row, ...]:
    if item.contact is None:
        gap = Words("None of our sources names one.", gap=True)
        return row("Who knows more", gap) if isinstance(item, CaseStudy) else ()
    entry = context.library.find(("contact", item.contact))
    assert entry is not None
    name = context.link(entry)
    record = entry.record
    if not context.library.is_published(entry):
        return row("Who knows more", name)
    if isinstance(record, Organisation):
        web = Words("Its website", record.url) if record.url else None
        return row("Who knows more", name, web)
    assert isinstance(record, Person)
    return row("Who knows more", name, *person_ways(context, record))


def person_ways(context: Context, person: Person) -> tuple[Words, ...]:
    """E-mail and telephone of a person, as long as they may be shown."""
    if not person.is_named(context.library.as_of):
        return ()
    ways = (
        mail(person.email) if person.email else None,
        telephone(person.phone) if person.phone else None,
    )
    return tuple(way for way in ways if way)


def mail(address: str) -> Words:
    return Words(address, f"mailto:{address}")


def telephone(number: str) -> Words:
    """A telephone number as it is written, and to be dialled; no link where it is more than a number.

    The `(0)` of `+44 (0)20 7946 0123` is dialled only without the country's number.
    """
    dialled = re.sub(r"(?<=\d)\s*\(0\)", "", number) if number.startswith("+") else number
    plain = re.sub(r"[\s().-]", "", dialled)
    return Words(number, f"tel:{plain}" if re.fullmatch(r"\+?[0-9]{3,15}", plain) else None)
