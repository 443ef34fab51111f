"""What is not known: gathered from the whole library by rule, so that no gap depends on somebody listing it."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import chain
from typing import Literal

import msgspec

from cbsite.library.references import parse_reference
from cbsite.read.entry import Entry, Key, TextKey
from cbsite.read.nodes import Node
from cbsite.records.case_study import SECTIONS, CaseStudy
from cbsite.records.common import Item
from cbsite.records.document import Document
from cbsite.records.figure import Figure
from cbsite.records.hub import Hub
from cbsite.records.inside import topics_in
from cbsite.records.kinds import kinds_named
from cbsite.records.organisation import Organisation
from cbsite.records.person import Person
from cbsite.records.pilot import Pilot
from cbsite.records.site import Site
from cbsite.records.source import SourceRecord

Group = Literal["not-held", "unnamed", "unresolved", "said", "missing", "stale"]

GROUPS: tuple[Group, ...] = ("not-held", "unnamed", "unresolved", "said", "missing", "stale")
"""Why something is not known, in the order in which readers see it."""


class Unknown(msgspec.Struct, frozen=True):
    """One thing that is not known.

    `text` says what, and `closes` what would close the gap. It stands in the record `key` (None: in
    `site.yml`), in its paragraph `paragraph`, or in its text `part` under `heading`, where there are any.
    `due` is the day by which a stale thing was to be looked at again.
    """

    group: Group
    key: Key | None
    text: str
    closes: str
    paragraph: str = ""
    part: TextKey = ()
    heading: str = ""
    due: datetime.date | None = None


class Unknowns:
    """Everything that a hub does not know on a day: of what is published, never of drafts or what is withdrawn.

    Nor of illustrative items: in an example nothing is missing.
    """

    def __init__(self, entries: Mapping[Key, Entry], site: Site, as_of: datetime.date) -> None:
        self._published, self._site, self._as_of = entries, site, as_of

    @cached_property
    def all(self) -> tuple[Unknown, ...]:
        """By group, then by kind and id."""
        found = [
            *chain.from_iterable(self._of(entry) for entry in self._entries()),
            *self._of_hub(),
        ]
        return tuple(sorted(found, key=lambda unknown: GROUPS.index(unknown.group)))

    @cached_property
    def first_of_group(self) -> Mapping[Group, int]:
        """At which place of `all` each group begins that has anything, from 0."""
        found: dict[Group, int] = {}
        for position, unknown in enumerate(self.all):
            found.setdefault(unknown.group, position)
        return found

    @cached_property
    def counts(self) -> Mapping[Group, int]:
        """How many unknowns each group has that has any."""
        return Counter(unknown.group for unknown in self.all)

    def about(self, key: Key) -> tuple[Unknown, ...]:
        """What is not known of a record and of those that are about it, such as all pilots of a theme."""
        return tuple(self._by_subject.get(key, ()))

    @cached_property
    def _by_subject(self) -> dict[Key, list[Unknown]]:
        found: defaultdict[Key, list[Unknown]] = defaultdict(list)
        for unknown in self.all:
            if unknown.key is not None:
                for subject in _subjects(self._published[unknown.key]):
                    found[subject].append(unknown)
        return found

    def _entries(self) -> Iterator[Entry]:
        for entry in self._published.values():
            record = entry.record
            if record.status != "withdrawn" and not (
                isinstance(record, Item) and record.illustrative
            ):
                yield entry

    def _of(self, entry: Entry) -> Iterator[Unknown]:
        yield from _not_held(entry)
        yield from _unnamed(entry)
        yield from _unresolved(entry)
        said = tuple(self._said(entry))
        yield from said
        yield from _missing(entry, {unknown.heading for unknown in said})
        yield from self._stale(entry)

    def _said(self, entry: Entry) -> Iterator[Unknown]:
        """Paragraphs that begin with **Gap.**, each under the heading before it."""
        for text in entry.texts:
            for heading, nodes in text.prose.gaps:
                words = " ".join("".join(map(self._words, nodes)).split())
                yield Unknown(
                    "said", entry.key, words, "A source that says.", "", text.key, heading
                )

    def _words(self, node: Node) -> str:
        """The words of prose as the page shows them: a figure by its value, a record by its name."""
        reference = parse_reference(node.get("href")) if node.type == "link" else None
        if reference is None:
            return "".join(map(self._words, node.children)) if node.children else node.words()
        keys = ((kind, reference.id) for kind in kinds_named(reference.kind))
        found = next((self._published[key] for key in keys if key in self._published), None)
        if found is None:
            return node.words() or "what is not published yet"
        if isinstance(found.record, Figure):
            return found.record.words
        return node.words() or found.record.heading

    def _stale(self, entry: Entry) -> Iterator[Unknown]:
        record = entry.record
        if isinstance(record, Item) and record.is_overdue(self._as_of):
            yield Unknown(
                "stale", entry.key, "Whether it still holds", "Somebody who reads it again.",
                due=record.review_by,
            )  # fmt: skip

    def _of_hub(self) -> Iterator[Unknown]:
        statement = self._site.accessibility
        if statement and statement.is_overdue(self._as_of):
            yield Unknown(
                "stale", None, "Whether the accessibility statement still holds", "A new review of the site.",
                due=statement.due,
            )  # fmt: skip


def _not_held(entry: Entry) -> Iterator[Unknown]:
    record = entry.record
    if isinstance(record, Document | SourceRecord) and record.held == "not-held":
        yield Unknown("not-held", entry.key, "What it says: we hold no copy", "A copy of it.")
    if isinstance(record, Document):
        for annex in record.annexes:
            if annex.held == "not-held":
                yield Unknown(
                    "not-held", entry.key, annex.title, "A copy of the annex.", annex.named_in or ""
                )


def _unnamed(entry: Entry) -> Iterator[Unknown]:
    record = entry.record
    if isinstance(record, Hub) and record.name_status == "not-in-source":
        yield Unknown("unnamed", entry.key, "The name of the hub", "A source that names it.")
    # Where only the role is to be published, nobody asks for the name.
    if isinstance(record, Person) and not record.name and record.publish == "full":
        yield Unknown("unnamed", entry.key, "Who it is", "A source that names the person.")
    if isinstance(record, Organisation):
        for member in record.members:
            if member.org is None:
                yield Unknown(
                    "unnamed",
                    entry.key,
                    f"“{member.role}”: from which body",
                    "A source that says.",
                )


def _unresolved(entry: Entry) -> Iterator[Unknown]:
    record = entry.record
    if isinstance(record, Document):
        for text in record.unresolved:
            yield Unknown("unresolved", entry.key, text, "A source that settles it.")


def _missing(entry: Entry, said: set[str]) -> Iterator[Unknown]:
    """What a record of this kind should say, and does not; not what its text names as a gap (under `said`)."""
    record = entry.record

    def unknown(text: str, closes: str = "A source that says.") -> Unknown:
        return Unknown("missing", entry.key, text, closes)

    if isinstance(record, CaseStudy):
        headings = {h.words: h.id for text in entry.texts for h in text.prose.headings}
        if not record.lead:
            yield unknown("Who led the scheme")
        if not record.cost and headings.get("What it cost") not in said:
            yield unknown("A figure for what the scheme cost or saved")
        for title in SECTIONS:
            if title not in headings:
                yield unknown(f"The section “{title}”", "A few words from those who know.")
    elif isinstance(record, Pilot):
        if not record.stage_history:
            yield unknown("When the pilot reached its stage")
        if not record.team:
            yield unknown("Who is in the pilot's team")
    elif isinstance(record, Figure) and record.as_at.bounds is None:
        yield unknown("The date that the figure is as at")
    elif isinstance(record, SourceRecord) and (not record.issued or not record.issued.bounds):
        yield unknown("When the source was published", "The date on the original.")
    elif isinstance(record, Document) and record.issued.bounds is None:
        yield unknown("When the document was issued", "The date on the original.")


def _subjects(entry: Entry) -> set[Key]:
    """The record itself, and those that its fields say it is about."""
    return {entry.key, *topics_in(entry.record)}
