"""Whether every reference leads somewhere; where one does not, which was most likely meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from cbsite.diagnostics import Edit, Report, Span, nearest
from cbsite.library.library import Library
from cbsite.library.references import Reference
from cbsite.read.entry import SITE_KEY, Entry, Key, UnreadText
from cbsite.records.document import Document
from cbsite.records.event import Event
from cbsite.records.fields import slug_problem
from cbsite.records.kinds import BY_NAME, Kind, kinds_named
from cbsite.records.pilot import Pilot
from cbsite.records.programme import Programme
from cbsite.records.record import Citation


@dataclass(frozen=True)
class ReferenceCheck:
    """Checks references against one library."""

    library: Library
    report: Report

    def reference(self, name: str, span: Span, reference: Reference) -> None:
        """Report a reference that leads nowhere, or to what is not published. `name` is who refers."""
        key = reference.kind, reference.id
        if self.library.is_unread(key):
            return
        kinds = [BY_NAME[kind] for kind in kinds_named(reference.kind) if kind in BY_NAME]
        entry = self.library.find(key)
        if not kinds:
            message = f"'{reference.kind}' is not a kind of record."
            kind = span.of(f"{reference.kind}:").of(reference.kind)
            self._unknown(kind, message, reference.kind, list(BY_NAME), "the kinds of record")
        elif entry is None:
            self._no_record(span, reference, kinds)
        elif not self.library.is_published(entry):
            self.report.add(
                "W-DRAFTREF",
                span,
                f"{name} refers to {reference.kind}:{reference.id}, which is not published yet.",
                "Publish it, or take the reference out: until then its words show without a link.",
            )
        elif reference.paragraph:
            self._paragraph(entry, span, reference.paragraph)

    def citation(self, span: Span, citation: Citation) -> None:
        """Report a citation of a paragraph that its source does not have."""
        if self.library.is_unread(("source", citation.id)):
            return
        cited = self.library.find(("source", citation.id))
        if cited is not None and citation.paragraph:
            self._paragraph(cited, span, citation.paragraph)

    def own_lists(self, entry: Entry) -> None:
        """Report references to things that are no records of their own: cohorts and lanes."""
        record = entry.record
        if isinstance(record, Pilot) and record.cohort:
            self._cohort(entry.span("cohort"), record.programme, record.cohort)
        if isinstance(record, Event):
            self._lane(entry.span("lane"), record.lane)

    def unread(self, text: UnreadText) -> None:
        """Report what the fields of a record with other errors name and nobody knows."""
        for span, kind, id in text.names.references:
            self.reference("The record", span, Reference(kind, id))
        for span, citation in text.names.citations:
            self.citation(span, citation)
        cohort, lane = text.typed.get("cohort"), text.typed.get("lane")
        if text.kind == "pilot" and cohort and not slug_problem(cohort.text):
            self._cohort(cohort.span, text.written("programme"), cohort.text)
        if text.kind == "event" and lane and not slug_problem(lane.text):
            self._lane(lane.span, lane.text)

    def _cohort(self, span: Span, programme_id: str, cohort: str) -> None:
        programme = self.library.find(("programme", programme_id))
        if programme and isinstance(programme.record, Programme):
            cohorts = [one.id for one in programme.record.cohorts]
            self._member(span, cohort, cohorts, f"the cohorts of '{programme.record.name}'")

    def _lane(self, span: Span, lane: str) -> None:
        if not self.library.is_unread(SITE_KEY):
            lanes = [one.id for one in self.library.site.lanes]
            self._member(span, lane, lanes, "the lanes in site.yml")

    def _no_record(self, span: Span, reference: Reference, kinds: Sequence[Kind]) -> None:
        nouns = " or ".join(kind.noun for kind in kinds)
        others = self._kinds_by_id.get(reference.id, ())
        if others:
            noun, register = BY_NAME[others[0]].noun, BY_NAME[others[0]].register
            prefix = f"{reference.kind}:"
            # In a text the kind is written before the id; in a field the field says it.
            named = span.of(f"{prefix}{reference.id}")
            right = f"{others[0]}:{reference.id}"
            written = named.of(prefix) != named
            self.report.add(
                "E-REF",
                named if written else span.of(reference.id),
                f"There is no {nouns} '{reference.id}', but a {noun} of that id.",
                f"Refer to it as a {noun}, or write the id of a {nouns}."
                if written
                else f"Name the {noun} in a field for {register}, or write the id of a {nouns} here.",
                (Edit(named, right),) if written else (),
                safe=False,
            )
            return
        registers = " or ".join(kind.register for kind in kinds)
        message = f"There is no {nouns} with the id '{reference.id}'."
        ids = [id for kind in kinds for id in self._ids_by_kind.get(kind.name, ())]
        self._unknown(span.of(reference.id), message, reference.id, ids, registers)

    def _paragraph(self, cited: Entry, span: Span, number: str) -> None:
        record = cited.record
        if not isinstance(record, Document) or not record.has_numbered_paragraphs:
            self.report.add(
                "E-REF",
                span.of(number),
                f"'{record.heading}' prints no paragraph numbers here, so paragraph {number} cannot be cited.",
                "Take the number out, and say in words where it is: in a citation under  locator:",
            )
        elif number not in (numbers := self._numbers(cited)):
            # The nearest number is a guess that nobody could check without the paper.
            self.report.add(
                "E-REF",
                span.of(number),
                f"'{record.heading}' has no paragraph {number}.",
                f"Use a number that stands in the paper ({_some(tuple(numbers))})."
                if numbers
                else "Take the number out: no paragraph there has one.",
            )

    def _numbers(self, cited: Entry) -> dict[str, None]:
        """The numbers of a document's paragraphs in order, found once for each: many may cite one paper."""
        found = self._numbers_by_key.get(cited.key)
        if found is None:
            numbers = (number.number for text in cited.texts for number in text.prose.numbers)
            found = self._numbers_by_key[cited.key] = dict.fromkeys(numbers)
        return found

    def _member(self, span: Span, value: str, allowed: Sequence[str], where: str) -> None:
        if value not in allowed:
            message = f"'{value}' is not one of {where}."
            self._unknown(span.of(value), message, value, allowed, where)

    def _unknown(
        self, span: Span, message: str, word: str, allowed: Sequence[str], where: str
    ) -> None:
        """Report a word that is not one of those allowed, with the one that was most likely meant."""
        close = nearest(word, allowed)
        edits = (Edit(span, close),) if close and span.start else ()
        self.report.add(
            "E-REF", span, message, self._hint(close, allowed, where), edits, safe=False
        )

    def _hint(self, close: str | None, allowed: Sequence[str], where: str) -> str:
        if close:
            return f"Write {close} if you mean that."
        if not allowed:
            return f"There is nothing in {where} yet: add it there first."
        return f"Use one that is in {where} ({_some(sorted(allowed))}), or add it there first."

    @cached_property
    def _numbers_by_key(self) -> dict[Key, dict[str, None]]:
        """What `_numbers` has found so far."""
        return {}

    @cached_property
    def _ids_by_kind(self) -> dict[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for shelf in (self.library.entries, self.library.hidden):
            for kind, id in shelf:
                found[kind].append(id)
        return dict(found)

    @cached_property
    def _kinds_by_id(self) -> dict[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for kind, ids in self._ids_by_kind.items():
            for id in ids:
                found[id].append(kind)
        return dict(found)


def _some(words: Sequence[str]) -> str:
    """The first few of some words, as a list."""
    return ", ".join(words[:8]) + (", ..." if len(words) > 8 else "")
