"""Records to one library: who is published, and whether every reference leads somewhere."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Mapping

from cbsite.diagnostics import Report, Source, Span, nearest
from cbsite.library.library import Library
from cbsite.library.references import (
    Reference,
    citations_in_prose,
    citations_of,
    references_in_prose,
    references_of,
)
from cbsite.read.entry import SITE_KEY, Content, Entry, Key, SiteEntry
from cbsite.read.yaml_tree import Mapping as YamlMapping
from cbsite.records.common import Item
from cbsite.records.document import Document
from cbsite.records.event import Event
from cbsite.records.fields import Citation, references_in
from cbsite.records.figure import Figure
from cbsite.records.kinds import BY_NAME, kinds_named
from cbsite.records.pilot import Pilot
from cbsite.records.programme import Programme
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
    content: Content, site: SiteEntry | None, as_of: datetime.date, drafts: bool, report: Report
) -> Library:
    """Join all records; problems go to `report`. `drafts` publishes drafts and future items too.

    Without a readable `site.yml` everything else is checked all the same.
    """
    site = site or _NO_SITE
    shelves: tuple[dict[Key, Entry], dict[Key, Entry]] = ({}, {})
    for entry in content.entries:
        shelves[not drafts and _waits(entry, as_of, report)][entry.key] = entry
    published, hidden = shelves
    _hide_answers_to_hidden_questions(published, hidden, report)
    mentions = _mentions(published)
    library = Library(
        site.record, published, hidden, mentions, as_of, content.unread, content.unread_texts
    )
    for loc, kind, id in references_in(site.record):
        _check_reference(library, "The site", site.span(*loc), Reference(kind, id), report)
    for entry in published.values():
        name = f"The {BY_NAME[entry.kind].noun} '{entry.record.id}'"
        for span, reference in references_of(entry):
            _check_reference(library, name, span, reference, report)
        for span, citation in citations_of(entry):
            _check_citation(library, span, citation, report)
        _check_own_lists(library, entry, report)
    for text in content.unread_texts:
        for span, reference in references_in_prose(text.prose):
            _check_reference(library, "The text", span, reference, report)
        for span, citation in citations_in_prose(text.prose):
            _check_citation(library, span, citation, report)
        for span, kind, id in () if text.draft and not drafts else text.references:
            _check_reference(library, "The record", span, Reference(kind, id), report)
    return library


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
        for _, reference in references_of(entry):
            key = reference.kind, reference.id
            keys = ((kind, reference.id) for kind in kinds_named(reference.kind))
            key = next((named for named in keys if named in published), key)
            if key != entry.key:
                found[key].add(entry.key)
    return {key: tuple(sorted(keys)) for key, keys in found.items()}


def _check_reference(
    library: Library, name: str, span: Span, reference: Reference, report: Report
) -> None:
    key = reference.kind, reference.id
    if library.is_unread(key):
        return
    kinds = [BY_NAME[kind] for kind in kinds_named(reference.kind) if kind in BY_NAME]
    if not kinds:
        hint = _did_you_mean(reference.kind, list(BY_NAME), "the kinds of record")
        report.add("E-REF", span, f"'{reference.kind}' is not a kind of record.", hint)
        return
    entry = library.find(key)
    written = f"{reference.kind}:{reference.id}"
    if entry is None:
        nouns = " or ".join(kind.noun for kind in kinds)
        registers = " or ".join(kind.register for kind in kinds)
        report.add(
            "E-REF",
            span,
            f"There is no {nouns} with the id '{reference.id}'.",
            _did_you_mean(reference.id, _ids(library, reference.kind), registers),
        )
    elif not library.is_published(entry):
        report.add(
            "W-DRAFTREF",
            span,
            f"{name} refers to {written}, which is not published yet.",
            "Its words will show without a link. Publish it, or take the reference out.",
        )
    elif reference.paragraph:
        _check_paragraph(entry, span, reference.paragraph, report)


def _check_citation(library: Library, span: Span, citation: Citation, report: Report) -> None:
    if library.is_unread(("source", citation.id)):
        return
    cited = library.find(("source", citation.id))
    if cited is not None and citation.paragraph:
        _check_paragraph(cited, span, citation.paragraph, report)


def _check_paragraph(cited: Entry, span: Span, number: str, report: Report) -> None:
    record = cited.record
    numbers = [number.number for text in cited.texts for number in text.prose.numbers]
    if not isinstance(record, Document) or not record.has_numbered_paragraphs:
        report.add(
            "E-REF",
            span,
            f"'{record.heading}' prints no paragraph numbers here, so paragraph {number} cannot be cited.",
            "Use  locator:  and say in words where it is, such as  locator: summary",
        )
    elif number not in numbers:
        hint = _did_you_mean(number, numbers, "the paper")
        report.add("E-REF", span, f"'{record.heading}' has no paragraph {number}.", hint)


def _check_own_lists(library: Library, entry: Entry, report: Report) -> None:
    """References to things that are no records of their own: cohorts and lanes."""
    record = entry.record
    if isinstance(record, Pilot) and record.cohort:
        programme = library.find(("programme", record.programme))
        if programme and isinstance(programme.record, Programme):
            cohorts = [cohort.id for cohort in programme.record.cohorts]
            _check_member(
                entry,
                "cohort",
                record.cohort,
                cohorts,
                f"the cohorts of '{programme.record.name}'",
                report,
            )
    if isinstance(record, Event) and not library.is_unread(SITE_KEY):
        lanes = [lane.id for lane in library.site.lanes]
        _check_member(entry, "lane", record.lane, lanes, "the lanes in site.yml", report)


def _check_member(
    entry: Entry, field: str, value: str, allowed: list[str], where: str, report: Report
) -> None:
    if value not in allowed:
        hint = _did_you_mean(value, allowed, where)
        report.add("E-REF", entry.span(field), f"'{value}' is not one of {where}.", hint)


def _ids(library: Library, kind: str) -> list[str]:
    kinds = kinds_named(kind)
    return [id for shelf in (library.entries, library.hidden) for k, id in shelf if k in kinds]


def _did_you_mean(word: str, allowed: list[str], where: str) -> str:
    if close := nearest(word, allowed):
        return f"Did you mean {close}?"
    if not allowed:
        return f"There is nothing in {where} yet. Add it there first."
    shown = ", ".join(sorted(allowed)[:8]) + (", ..." if len(allowed) > 8 else "")
    return f"Use one that is in {where} ({shown}), or add it there first."
