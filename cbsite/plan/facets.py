"""Facets: what lists and search are narrowed by, and the values that each record has.

The one place that knows. A value is a slug: it stands in addresses (`/case-studies/theme/families/`), in the
query of a page that filters, and in the `data-` attributes of a list. Its words are made in the layout.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cached_property

from cbsite.library.library import Library
from cbsite.plan.orders import listed
from cbsite.read.headings import Anchors
from cbsite.records.case_study import CaseStudy
from cbsite.records.dates import PartialDate
from cbsite.records.document import Document
from cbsite.records.event import Event
from cbsite.records.figure import Figure, Topic
from cbsite.records.inside import topics_in
from cbsite.records.kinds import KIND_OF
from cbsite.records.news import News
from cbsite.records.pilot import Pilot
from cbsite.records.place import Place
from cbsite.records.programme import Programme
from cbsite.records.record import Record

FINDERS: dict[str, tuple[type[Record], tuple[str, ...]]] = {
    "case-studies": (
        CaseStudy,
        ("theme", "place", "region", "programme", "stage", "confidence", "effect", "year"),
    ),
    "documents": (Document, ("kind", "publisher", "stance", "year", "programme", "theme")),
    "timeline": (Event, ("kind", "certainty", "lane", "year")),
}
"""Lists that can be narrowed, by kind of page: what they list, and by which facets."""

MOST_VALUES = 50
"""Values of a facet that a finder names on each of its pages; of more, those that most records have."""

_NAMED = ("theme", "place", "programme")
"""Facets whose values are records: the ones that a record refers to, and itself."""

_FIELDS = {
    CaseStudy: ("stage",),
    Document: ("kind", "publisher", "stance"),
    Event: ("kind", "certainty", "lane"),
}
"""Facets that are a field of the record, by its name."""

_CALLED = {"stance": "known_stance"}
"""Fields of another name than their facet: what a paper is that nobody here has seen is not known."""


class Facets:
    """The facet values of a library's records, each found once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: dict[tuple[str, str, str], tuple[str, ...]] = {}
        self._sorted: dict[tuple[str, str], dict[str, tuple[Record, ...]]] = {}
        self._counts: dict[str, dict[str, dict[str, int]]] = {}
        self._ordered: dict[tuple[str, str], tuple[str, ...]] = {}

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
        if finder not in self._counts:
            sorted_out = {name: self._by_value(finder, name) for name in FINDERS[finder][1]}
            self._counts[finder] = {
                name: {value: len(records) for value, records in by_value.items()}
                for name, by_value in sorted_out.items()
                if len(by_value) > 1
            }
        return self._counts[finder]

    def commonest(self, finder: str, facet: str) -> tuple[str, ...]:
        """The values of a facet that a finder names on each page: all, or those that most records have."""
        counts = self.counts(finder)[facet]
        if len(counts) <= MOST_VALUES:
            return tuple(counts)
        return self._in_order(f"{finder} by count", facet, counts, lambda one: (-counts[one], one))[
            :MOST_VALUES
        ]

    def all_values(self, finder: str, facet: str) -> tuple[str, ...]:
        """Every value of a facet: years from the newest, all else by name."""
        counts = self.counts(finder)[facet]
        if facet == "year":
            return self._in_order(finder, facet, counts, lambda one: (-int(one), ""))
        return self._in_order(finder, facet, counts, lambda one: (0, self._name(facet, one)))

    def _in_order(
        self,
        name: str,
        facet: str,
        counts: dict[str, int],
        key: Callable[[str], tuple[int, str]],
    ) -> tuple[str, ...]:
        """The values in an order that is found once."""
        if (name, facet) not in self._ordered:
            self._ordered[name, facet] = tuple(sorted(sorted(counts), key=key))
        return self._ordered[name, facet]

    def _name(self, facet: str, value: str) -> str:
        """What a value is called, without its capitals; of the fixed words of a register, the word itself."""
        if facet == "region":
            return self.regions[value].casefold()
        kind = "organisation" if facet == "publisher" else facet
        entry = self._library.find((kind, value)) if kind in (*_NAMED, "organisation") else None
        return entry.record.heading.casefold() if entry else value

    def having(self, finder: str, facet: str, value: str) -> tuple[Record, ...]:
        """The records of a finder that have a value of a facet, in the order of its list."""
        return self._by_value(finder, facet).get(value, ())

    def _by_value(self, finder: str, facet: str) -> dict[str, tuple[Record, ...]]:
        if (finder, facet) not in self._sorted:
            found: defaultdict[str, list[Record]] = defaultdict(list)
            for record in listed(self._library, finder):
                for value in self.values(record, facet):
                    found[value].append(record)
            self._sorted[finder, facet] = {value: tuple(own) for value, own in found.items()}
        return self._sorted[finder, facet]

    def dates(self, record: Record) -> tuple[PartialDate, ...]:
        """The dates that a record is about (not the day on which the hub published it), the earliest first."""
        return tuple(sorted(self._dates(record), key=lambda date: date.sort_key))

    @cached_property
    def regions(self) -> dict[str, str]:
        """The regions that places name, by value; different names never share a value."""
        names = sorted({place.region for place in self._library.records(Place) if place.region})
        anchors = Anchors()
        return {anchors.give(name): name for name in names}

    @cached_property
    def _regions_by_name(self) -> dict[str, str]:
        return {name: value for value, name in self.regions.items()}

    def _values(self, record: Record, facet: str) -> Iterator[str]:
        if facet in _NAMED:
            yield from self._named(record, facet)
        elif facet == "region":
            for id in self._named(record, "place"):
                region = self._library.record(Place, "place", id).region
                if region:
                    yield self._regions_by_name[region]
        elif facet == "year":
            yield from (str(date.year) for date in self._dates(record) if date.year)
        elif facet in _FIELDS.get(type(record), ()):
            value = getattr(record, _CALLED.get(facet, facet))
            if value:
                yield str(value)
        elif isinstance(record, CaseStudy) and facet in ("confidence", "effect"):
            yield str(getattr(record.evidence, facet))

    def _named(self, record: Record, kind: str) -> Iterator[str]:
        """Ids of the published records of a kind that this one is about."""
        ids = {id for referred, id in topics_in(record) if referred == kind}
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
            figures = self._library.having(Figure, "topic", record.id)
            yield from (figure.as_at for figure in figures)
        elif isinstance(record, CaseStudy) and record.dates:
            yield from (date for date in (record.dates.start, record.dates.end) if date)
        elif isinstance(record, Programme):
            yield from (phase.date for phase in record.phases)
        elif isinstance(record, News):
            yield PartialDate(date=record.date.isoformat())
