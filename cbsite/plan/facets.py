"""Facets: what lists and search are narrowed by, and the values that each record has.

The one place that knows. A value is a slug: it stands in addresses (`/case-studies/theme/families/`), in the
query of a page that filters, and in the `data-` attributes of a list. Its words are made in the layout.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from cbsite.library import Library
from cbsite.read.headings import Anchors
from cbsite.records.case_study import CaseStudy
from cbsite.records.dates import PartialDate
from cbsite.records.document import Document
from cbsite.records.event import Event
from cbsite.records.fields import Record, references_in
from cbsite.records.figure import Figure, Topic
from cbsite.records.kinds import KIND_OF
from cbsite.records.news import News
from cbsite.records.pilot import Pilot
from cbsite.records.place import Place
from cbsite.records.programme import Programme

FINDERS: dict[str, tuple[type[Record], tuple[str, ...]]] = {
    "case-studies": (
        CaseStudy,
        ("theme", "place", "region", "programme", "stage", "confidence", "effect", "year"),
    ),
    "documents": (Document, ("kind", "publisher", "stance", "year", "programme", "theme")),
    "timeline": (Event, ("kind", "certainty", "lane", "year")),
}
"""Lists that can be narrowed, by kind of page: what they list, and by which facets."""

_NAMED = ("theme", "place", "programme")
"""Facets whose values are records: the ones that a record refers to, and itself."""

_ASIDE = ("related", "translation_of")
"""Fields that name other reading, not what the record is about."""

_FIELDS = {
    CaseStudy: ("stage",),
    Document: ("kind", "publisher", "stance"),
    Event: ("kind", "certainty", "lane"),
}
"""Facets that are a field of the record, by its name."""


class Facets:
    """The facet values of a library's records, each found once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: dict[tuple[str, str, str], tuple[str, ...]] = {}

    def values(self, record: Record, facet: str) -> tuple[str, ...]:
        """The values that a record has of a facet, in order, each once; none where it has none."""
        key = KIND_OF[type(record)], record.id, facet
        if key not in self._known:
            self._known[key] = tuple(sorted(set(self._values(record, facet))))
        return self._known[key]

    def counts(self, finder: str) -> dict[str, dict[str, int]]:
        """How many records of a finder have each value of each of its facets.

        A facet with fewer than two values narrows nothing, and is left out.
        """
        model, names = FINDERS[finder]
        records = self._library.records(model)
        counted = {
            name: Counter(value for record in records for value in self.values(record, name))
            for name in names
        }
        return {name: dict(counter) for name, counter in counted.items() if len(counter) > 1}

    def dates(self, record: Record) -> tuple[PartialDate, ...]:
        """The dates that a record is about (not the day on which the hub published it), the earliest first."""
        return tuple(sorted(self._dates(record), key=lambda date: date.sort_key))

    @cached_property
    def regions(self) -> dict[str, str]:
        """The regions that places name, by value; different names never share a value."""
        names = sorted({place.region for place in self._library.records(Place) if place.region})
        anchors = Anchors()
        return {anchors.give(name): name for name in names}

    def _values(self, record: Record, facet: str) -> Iterator[str]:
        if facet in _NAMED:
            yield from self._named(record, facet)
        elif facet == "region":
            values = {name: value for value, name in self.regions.items()}
            for id in self._named(record, "place"):
                region = self._library.record(Place, "place", id).region
                if region:
                    yield values[region]
        elif facet == "year":
            yield from (str(date.year) for date in self._dates(record) if date.year)
        elif facet in _FIELDS.get(type(record), ()):
            value = getattr(record, facet)
            if value:
                yield str(value)
        elif isinstance(record, CaseStudy) and facet in ("confidence", "effect"):
            yield str(getattr(record.evidence, facet))

    def _named(self, record: Record, kind: str) -> Iterator[str]:
        """Ids of the published records of a kind that this one is about."""
        ids = {
            id
            for loc, referred, id in references_in(record)
            if referred == kind and loc[0] not in _ASIDE
        }
        if KIND_OF[type(record)] == kind:
            ids.add(record.id)
        for id in ids:
            entry = self._library.entries.get((kind, id))
            if entry is not None and entry.record.status != "withdrawn":
                yield id

    def _dates(self, record: Record) -> Iterator[PartialDate]:
        if isinstance(record, Document):
            yield record.issued
        elif isinstance(record, Event):
            yield record.when
        elif isinstance(record, Pilot):
            yield from (change.date for change in record.stage_history)
        elif isinstance(record, Topic):
            figures = self._library.records(Figure)
            yield from (figure.as_at for figure in figures if figure.topic == record.id)
        elif isinstance(record, CaseStudy) and record.dates:
            yield from (date for date in (record.dates.start, record.dates.end) if date)
        elif isinstance(record, Programme):
            yield from (phase.date for phase in record.phases)
        elif isinstance(record, News):
            yield PartialDate(date=record.date.isoformat())
