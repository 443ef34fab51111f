"""Records that lead back to themselves, and lists that name something twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cbsite.diagnostics import Report, Span
from cbsite.library.library import Library
from cbsite.read.entry import Entry, Key
from cbsite.records.common import Item
from cbsite.records.event import Event
from cbsite.records.figure import Figure
from cbsite.records.inside import references_in
from cbsite.records.kinds import BY_NAME
from cbsite.records.organisation import Organisation
from cbsite.records.part import Loc
from cbsite.records.place import Place
from cbsite.records.programme import Programme
from cbsite.records.record import Record

_ONE_WAY: tuple[tuple[type[Record], str], ...] = (
    (Event, "outcome_of"),
    (Figure, "supersedes"),
    (Item, "translation_of"),
    (Organisation, "parent"),
    (Place, "members"),
    (Programme, "follows"),
)
"""Fields that lead one way only, so that nobody can come back to where they began."""

_NAMED_FOR_ITSELF = ("source", "contact")
"""What a record may well name itself as: a document is the source of what it says."""

Ways = Mapping[str, tuple[tuple[str, Span], ...]]
"""What leads where: from each to others, with where that is written."""


def check_circles(library: Library, report: Report) -> None:
    """Report each reference to the record itself or to one listed before, and each circle (E-VALUE)."""
    for entry in library.entries.values():
        _itself_or_twice(entry, report)
        if isinstance(entry.record, Programme):
            _report_circles(_cohorts(entry, entry.record), "became", report)
        if isinstance(entry.record, Item):
            _translation(library, entry, entry.record, report)
    for model, field in _ONE_WAY:
        entries = [e for e in library.entries.values() if isinstance(e.record, model)]
        ways = {":".join(entry.key): tuple(_ways(entry, field)) for entry in entries}
        _report_circles(ways, field, report)


def _itself_or_twice(entry: Entry, report: Report) -> None:
    seen: set[tuple[Loc, Key]] = set()
    for loc, kind, id in references_in(entry.record):
        if (kind, id) == entry.key and kind not in _NAMED_FOR_ITSELF:
            report.add(
                "E-VALUE",
                entry.span(*loc),
                f"The {BY_NAME[entry.kind].noun} names itself under '{loc[0]}'.",
                "Take it out, or write the id of the one that is meant.",
            )
        if isinstance(loc[-1], int):
            if (loc[:-1], (kind, id)) in seen:
                report.add(
                    "E-VALUE",
                    entry.span(*loc),
                    f"The list '{loc[-2]}' names '{id}' twice.",
                    "Take it out here; once is enough.",
                )
            seen.add((loc[:-1], (kind, id)))


def _translation(library: Library, entry: Entry, item: Item, report: Report) -> None:
    """A translation is in another language than what it translates."""
    named = next((r for r in references_in(item) if r[0] == ("translation_of",)), None)
    original = library.find((named[1], named[2])) if named else None
    if original is None or original.key == entry.key or not isinstance(original.record, Item):
        return
    language, other = (one.lang or library.site.language for one in (item, original.record))
    if language.casefold() != other.casefold():
        return
    if item.lang is None:
        report.add(
            "E-VALUE",
            entry.span("translation_of"),
            "It is a translation, but nothing says into which language.",
            "Add  lang:  with its language, such as  lang: cy  for Welsh.",
        )
    else:
        report.add(
            "E-VALUE",
            entry.span("lang"),
            f"It is a translation, but what it translates is in the same language ({other}).",
            "Put the language of one of the two right, or take out  translation_of.",
        )


def _ways(entry: Entry, field: str) -> Iterator[tuple[str, Span]]:
    """Where a field leads: kind and id of each record in it."""
    for loc, kind, id in references_in(entry.record):
        if loc[0] == field:
            yield f"{kind}:{id}", entry.span(*loc)


def _cohorts(entry: Entry, programme: Programme) -> Ways:
    """What the groups of a programme became."""
    return {
        cohort.id: tuple(
            (later, entry.span("cohorts", index, "became", number))
            for number, later in enumerate(cohort.became)
        )
        for index, cohort in enumerate(programme.cohorts)
    }


def _report_circles(ways: Ways, field: str, report: Report) -> None:
    for circle, span in circles(ways):
        names = [name.rpartition(":")[2] for name in (*circle, circle[0])]
        report.add(
            "E-VALUE",
            span,
            f"'{field}' comes back to where it began: {', '.join(names)}.",
            f"Take out '{names[-1]}' here, or one of the steps before.",
        )


def circles(ways: Ways) -> Iterator[tuple[tuple[str, ...], Span]]:
    """Each circle of two or more, from where it is entered; and where the reference back is written."""
    done: set[str] = set()
    for start in ways:
        path = [start]
        steps = [iter(ways[start])]
        while steps:
            step = next(steps[-1], None)
            if step is None:
                done.add(path.pop())
                steps.pop()
                continue
            to, span = step
            if to in path and to != path[-1]:
                yield tuple(path[path.index(to) :]), span
            elif to in ways and to not in done and to not in path:
                path.append(to)
                steps.append(iter(ways[to]))
