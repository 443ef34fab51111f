"""Records to one library: who is published, and whether every reference leads somewhere."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Mapping

from cbsite.diagnostics import Report, Source
from cbsite.library.check_references import ReferenceCheck
from cbsite.library.library import Library
from cbsite.library.references import (
    Reference,
    citations_in_prose,
    named_by,
    references_in_prose,
)
from cbsite.read.entry import Content, Entry, Key, SiteEntry
from cbsite.read.yaml_tree import Mapping as YamlMapping
from cbsite.records.common import Item
from cbsite.records.figure import Figure
from cbsite.records.inside import citations_in, references_in
from cbsite.records.kinds import BY_NAME, kinds_named
from cbsite.records.site import Contact, Home, Licence, Site

_NOTHING = Source("content/site.yml", "")
_NO_SITE = SiteEntry(
    Site(
        name="-",
        strapline="-",
        base_url="https://example.org/",
        licence=Licence(name="-"),
        contact=Contact(text="-"),
        footer="-",
        home=Home(title="-", lede="-"),
    ),
    _NOTHING,
    YamlMapping((), _NOTHING.whole()),
)
"""Stands in for a `site.yml` that cannot be read, so that all else can be checked in the same run."""


def connect(
    content: Content,
    site: SiteEntry | None,
    as_of: datetime.date,
    drafts: bool,
    report: Report,
    days: Mapping[str, datetime.date] | None = None,
) -> Library:
    """Join all records; problems go to `report`. `drafts` publishes drafts and future items too.

    Without a readable `site.yml` everything else is checked all the same. `days` are those of `Library`.
    """
    site = site or _NO_SITE
    shelves: tuple[dict[Key, Entry], dict[Key, Entry]] = ({}, {})
    for entry in content.entries:
        shelves[not drafts and _waits(entry, as_of, report)][entry.key] = entry
    published, hidden = shelves
    _hide_answers_to_hidden_questions(published, hidden, report)
    mentions = _mentions(published)
    library = Library(
        site.record,
        published,
        hidden,
        mentions,
        as_of,
        content.unread,
        content.unread_texts,
        days=days or {},
    )
    check = ReferenceCheck(library, report)
    for loc, kind, id in references_in(site.record):
        check.reference("The site", site.span(*loc), Reference(kind, id))
    for entry in published.values():
        _check(entry, check)
    for text in content.unread_texts:
        for span, reference in references_in_prose(text.prose):
            check.reference("The text", span, reference)
        for span, citation in citations_in_prose(text.prose):
            check.citation(span, citation)
        # The fields of a draft wait with it.
        if drafts or text.written("status").lower() != "draft":
            check.unread(text)
    return library


def _check(entry: Entry, check: ReferenceCheck) -> None:
    """Check what an entry refers to; where in its fields that is written matters to few, so it is found for those."""
    name = f"The {BY_NAME[entry.kind].noun} '{entry.record.id}'"
    for loc, kind, id in references_in(entry.record):
        if (kind, id) not in check.library.entries:
            check.reference(name, entry.span(*loc), Reference(kind, id))
    for loc, citation in citations_in(entry.record):
        if citation.paragraph:
            check.citation(entry.span(*loc, "paragraph"), citation)
    for text in entry.texts:
        for span, reference in references_in_prose(text.prose):
            check.reference(name, span, reference)
        for span, citation in citations_in_prose(text.prose):
            check.citation(span, citation)
    check.own_lists(entry)


def _hide_answers_to_hidden_questions(
    published: dict[Key, Entry], hidden: dict[Key, Entry], report: Report
) -> None:
    """A figure stands on the page of its topic, so it waits for it."""
    for key, entry in tuple(published.items()):
        if isinstance(entry.record, Figure) and ("topic", entry.record.topic) in hidden:
            hidden[key] = published.pop(key)
            report.add(
                "W-DRAFTREF",
                entry.span("topic"),
                f"The figure '{key[1]}' belongs to topic:{entry.record.topic}, which is not published yet.",
                "The figure waits for its topic. Publish that, or give the figure another topic.",
            )


def _waits(entry: Entry, as_of: datetime.date, report: Report) -> bool:
    """Whether an entry is not to be published yet."""
    record = entry.record
    if record.status == "draft":
        return True
    if isinstance(record, Item) and record.date > as_of:
        report.add(
            "I-FUTURE",
            entry.span("date"),
            f"'{record.heading}' waits until {record.date.isoformat()}.",
            "Nothing to do: it is published by the first build on or after that day.",
        )
        return True
    return False


def _mentions(published: Mapping[Key, Entry]) -> dict[Key, tuple[Key, ...]]:
    found: defaultdict[Key, set[Key]] = defaultdict(set)
    for entry in published.values():
        own = entry.key
        for key in dict.fromkeys(named_by(entry)):
            if key not in published:
                keys = ((kind, key[1]) for kind in kinds_named(key[0]))
                key = next((named for named in keys if named in published), key)
            if key != own:
                found[key].add(own)
    return {key: tuple(sorted(keys)) for key, keys in found.items()}
