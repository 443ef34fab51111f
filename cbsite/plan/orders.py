"""The order of the long lists: what stands on which of their pages follows from it.

Each is a function for `Library.once`, so that a register is put in order once, and not for each of its pages.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import TypeVar

from cbsite.library.library import Library
from cbsite.records.case_study import CaseStudy
from cbsite.records.collection import Collection
from cbsite.records.document import Document
from cbsite.records.event import Event
from cbsite.records.figure import Figure, Topic
from cbsite.records.glossary import Term
from cbsite.records.hub import Hub
from cbsite.records.kinds import KIND_OF
from cbsite.records.news import News
from cbsite.records.organisation import Organisation
from cbsite.records.page import Page
from cbsite.records.person import Person
from cbsite.records.pilot import Pilot
from cbsite.records.place import Place
from cbsite.records.programme import Programme
from cbsite.records.record import Record
from cbsite.records.source import SourceRecord
from cbsite.records.theme import Theme

R = TypeVar("R", bound=Record)

PLACE_KINDS = ("area", "council", "neighbourhood", "region")
LEVELS = ("families", "whole-place", "neighbourhood")
ORGANISATION_KINDS = (
    "department", "agency", "group", "committee", "network", "charity", "firm", "council",
)  # fmt: skip
"""Kinds in the order in which their lists have them; councils last, as there are many."""

NO_LETTER = "0 to 9"
"""Stands for labels that begin with no letter."""

_RANKS = {"preferred": 0, "normal": 1, "disputed": 2, "superseded": 3}


def case_studies(library: Library) -> tuple[CaseStudy, ...]:
    """By title."""
    return tuple(sorted(library.records(CaseStudy), key=_by_heading))


def documents(library: Library) -> tuple[Document, ...]:
    """By the day they were issued, what has no day last."""
    return tuple(sorted(library.records(Document), key=lambda one: (one.issued.sort_key, one.id)))


def events(library: Library) -> tuple[Event, ...]:
    """By year, then in order of time; what has no year last."""
    return tuple(
        sorted(
            library.records(Event),
            key=lambda one: (
                str(one.when.year or "No year given"), one.when.sort_key, one.id
            ),
        )
    )  # fmt: skip


def people(library: Library) -> tuple[Person, ...]:
    """By their organisation, those of none last; then by name, as far as it may be shown."""

    def key(person: Person) -> tuple[bool, str, str, str, str]:
        found = library.find(("organisation", person.org)) if person.org else None
        heading = found.record.heading.casefold() if found else ""
        shown = person.shown(library.as_of).casefold()
        return not person.org, heading, person.org or "", shown, person.id

    return tuple(sorted(library.records(Person), key=key))


def sources(library: Library) -> tuple[SourceRecord, ...]:
    """By publisher, then by title."""
    found = library.records(SourceRecord)
    return tuple(sorted(found, key=lambda one: (one.publisher.lower(), one.short_title)))


def terms(library: Library) -> tuple[Term, ...]:
    """By letter, what begins with none first; then without regard to capitals and accents."""

    def key(term: Term) -> tuple[bool, str, str, str]:
        first = letter(term)
        return first != NO_LETTER, first, _plain(term.label), term.id

    return tuple(sorted(library.records(Term), key=key))


def letter(term: Term) -> str:
    """The letter that a term stands under in the glossary."""
    first = _plain(term.label)[:1].upper()
    return first if first.isalpha() else NO_LETTER


def _plain(label: str) -> str:
    """The label in small letters without accents, so that `Élan` stands under E."""
    apart = unicodedata.normalize("NFD", label.casefold())
    return "".join(one for one in apart if not unicodedata.combining(one))


def places(library: Library) -> tuple[Place, ...]:
    """By kind, then by name."""
    found = sorted(library.records(Place), key=lambda one: one.name.lower())
    return tuple(sorted(found, key=lambda one: PLACE_KINDS.index(one.kind)))


def organisations(library: Library) -> tuple[Organisation, ...]:
    """By kind, then by name."""
    found = sorted(library.records(Organisation), key=_by_heading)
    return tuple(sorted(found, key=lambda one: ORGANISATION_KINDS.index(one.kind)))


def pilots(library: Library) -> tuple[Pilot, ...]:
    """By programme and group, then those in no group by level; then by name."""
    found = sorted(library.records(Pilot), key=_by_heading)
    return tuple(sorted(found, key=lambda pilot: group_rank(library, pilot)))


def places_of_pilots(library: Library) -> Mapping[str, int]:
    """At which place of the list of pilots each stands, from 0."""
    return {pilot.id: position for position, pilot in enumerate(library.once(pilots))}


def group_rank(library: Library, pilot: Pilot) -> int:
    """Where the pilot's group comes among those of the programmes; after them the levels, for pilots in none."""
    ranks = library.once(_ranks_of_groups)
    return ranks.get((pilot.programme, pilot.cohort or ""), len(ranks) + LEVELS.index(pilot.level))


def _ranks_of_groups(library: Library) -> dict[tuple[str, str], int]:
    groups = (
        (programme.id, cohort.id)
        for programme in library.records(Programme)
        for cohort in programme.cohorts
    )
    return {group: rank for rank, group in enumerate(groups)}


def is_in_group(library: Library, pilot: Pilot) -> bool:
    """Whether the pilot is in a group that its programme names."""
    return (pilot.programme, pilot.cohort or "") in library.once(_ranks_of_groups)


def groups_of_pilots(library: Library) -> Mapping[tuple[str, str | None], tuple[Pilot, ...]]:
    """The pilots of each programme and group (None: in none), by id."""
    found: defaultdict[tuple[str, str | None], list[Pilot]] = defaultdict(list)
    for pilot in library.records(Pilot):
        found[pilot.programme, pilot.cohort].append(pilot)
    return {group: tuple(members) for group, members in found.items()}


def ids_of_groups(library: Library) -> Mapping[tuple[str, str | None], frozenset[str]]:
    """The ids of the pilots of each programme and group."""
    groups = library.once(groups_of_pilots)
    return {group: frozenset(pilot.id for pilot in own) for group, own in groups.items()}


def hubs(library: Library) -> tuple[Hub, ...]:
    return library.records(Hub)


def programmes(library: Library) -> tuple[Programme, ...]:
    return tuple(sorted(library.records(Programme), key=_by_heading))


def themes(library: Library) -> tuple[Theme, ...]:
    return tuple(sorted(library.records(Theme), key=_by_heading))


def themes_by_id(library: Library) -> Mapping[str, Theme]:
    """The published themes by id."""
    return {theme.id: theme for theme in library.records(Theme)}


def collections(library: Library) -> tuple[Collection, ...]:
    return tuple(sorted(library.records(Collection), key=_by_heading))


def topics(library: Library) -> tuple[Topic, ...]:
    return tuple(sorted(library.records(Topic), key=lambda one: one.question))


def pages(library: Library) -> tuple[Page, ...]:
    return tuple(sorted(library.records(Page), key=_by_heading))


def news(library: Library) -> tuple[News, ...]:
    """The newest first."""
    return tuple(sorted(library.records(News), key=lambda one: (-one.date.toordinal(), one.id)))


def news_by_year(library: Library) -> Mapping[int, tuple[News, ...]]:
    """The news of each year, the newest first."""
    found: defaultdict[int, list[News]] = defaultdict(list)
    for item in library.once(news):
        found[item.date.year].append(item)
    return {year: tuple(items) for year, items in found.items()}


def claims(library: Library) -> Mapping[str, tuple[Figure, ...]]:
    """The figures of each topic: preferred first, then by the date they are as at."""
    found: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in library.records(Figure):
        found[figure.topic].append(figure)
    return {
        topic: tuple(sorted(own, key=lambda f: (_RANKS[f.rank], f.as_at.sort_key, f.id)))
        for topic, own in found.items()
    }


def withdrawn_claims(library: Library) -> Mapping[str, tuple[Figure, ...]]:
    """The withdrawn figures of each topic, by id."""
    found: defaultdict[str, list[Figure]] = defaultdict(list)
    for entry in library.of_kind("figure"):
        if isinstance(entry.record, Figure) and entry.record.status == "withdrawn":
            found[entry.record.topic].append(entry.record)
    return {topic: tuple(own) for topic, own in found.items()}


LISTS: dict[str, Callable[[Library], tuple[Record, ...]]] = {
    "case-studies": case_studies,
    "documents": documents,
    "timeline": events,
    "people": people,
    "sources": sources,
    "glossary": terms,
    "places": places,
    "organisations": organisations,
    "pilots": pilots,
    "hubs": hubs,
    "programmes": programmes,
    "themes": themes,
    "collections": collections,
    "figures": topics,
    "news-list": news,
    "pages": pages,
}
"""The lists of the site by kind of page."""


def listed(library: Library, kind: str) -> tuple[Record, ...]:
    """All that a list has, in order: what is published, and not withdrawn."""
    return library.once(LISTS[kind])


def withdrawn_of(library: Library, model: type[R]) -> tuple[R, ...]:
    """The withdrawn records of a type, by id: at the end of their register, which keeps their anchors."""
    records = (entry.record for entry in library.of_kind(KIND_OF[model]))
    return tuple(one for one in records if isinstance(one, model) and one.status == "withdrawn")


def _by_heading(record: Record) -> tuple[str, str]:
    return record.heading.casefold(), record.id
