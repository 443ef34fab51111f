"""A theme: everything about it, and what is not known; and the list of all themes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from msgspec.structs import replace

from cbsite.layout.blocks.events import events, in_order
from cbsite.layout.blocks.figures import rivals_of
from cbsite.layout.blocks.lists import items
from cbsite.layout.blocks.pilots import pilots_table
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.gaps import ANCHOR as GAPS_ANCHOR
from cbsite.layout.parts.gaps import gap_count, gaps_section
from cbsite.layout.parts.kind_words import kind_count
from cbsite.layout.parts.list_page import list_page
from cbsite.layout.parts.pages import on_this_page
from cbsite.layout.parts.record_page import record_page, text_sections
from cbsite.layout.parts.whole_lists import all_of, first_of
from cbsite.layout.parts.wording import capital, row
from cbsite.layout.values import Block, Gap, Items, ListItem, PageValue, Section, Words
from cbsite.library.library import Library
from cbsite.plan.address import Location
from cbsite.plan.mentions import MOST
from cbsite.plan.orders import listed
from cbsite.read.entry import Entry
from cbsite.records.case_study import CaseStudy
from cbsite.records.collection import Collection
from cbsite.records.document import Document
from cbsite.records.event import Event
from cbsite.records.figure import Figure, Topic
from cbsite.records.glossary import Term
from cbsite.records.kinds import KIND_OF
from cbsite.records.news import News
from cbsite.records.page import Page
from cbsite.records.pilot import Pilot
from cbsite.records.programme import Programme
from cbsite.records.record import Record
from cbsite.records.theme import Theme

_LEDE = (
    "What the work is about. Each theme gathers everything on it: what was tried, what is said, and "
    "what is not known."
)

_SHOWN = (
    "case-study",
    "document",
    "pilot",
    "programme",
    "page",
    "event",
    "figure",
    "collection",
    "news",
)
"""Kinds that have a section of their own."""

_COUNTED = ("case-study", "document", "pilot", "event", "figure")
"""Kinds that the list of themes counts."""


def theme(context: Context, entry: Entry) -> PageValue:
    record = entry.record
    assert isinstance(record, Theme)
    sections = tuple(
        section
        for section in (*text_sections(context, entry), *_sections(context, record))
        if section.blocks
    )
    by_name = context.library.once(_terms_by_name)
    named = {term.id: term for name in _names(record) for term in by_name.get(name, ())}
    terms = sorted(named.values(), key=lambda term: term.id)[:MOST]
    margin = (
        *gaps_section(context, entry.key),
        Section("see_terms", "In the glossary", items(context, terms, short=True)),
    )
    page = record_page(
        context,
        entry,
        sections or (Section("see_gap", "", (Gap("Nothing on this theme yet."),)),),
        margin,
        row("Also called", ", ".join(record.synonyms)),
        "Theme",
        not_mentions=_SHOWN,
    )
    lede = page.plate.lede or record.definition or ""
    return replace(page, plate=replace(page.plate, lede=lede))


def themes(context: Context) -> PageValue:
    found = listed(context.library, "themes")
    lines = tuple(
        ListItem(
            context.link_to("theme", record.id),
            tuple(_counts(context, record)),
            record.summary or record.definition or "",
            links=tuple(_gaps(context, record)),
        )
        for record in on_this_page(context, found)
        if isinstance(record, Theme)
    )
    return list_page(context, _LEDE, (Section("", "", (Items(lines),)),), len(found))


def _sections(context: Context, theme: Theme) -> Iterator[Section]:
    found: defaultdict[type[Record], list[Record]] = defaultdict(list)
    for record in _about(context, theme):
        found[type(record)].append(record)
    pilots = [record for record in found[Pilot] if isinstance(record, Pilot)]
    figures = [record for record in found[Figure] if isinstance(record, Figure)]
    dates = [record for record in found[Event] if isinstance(record, Event)]

    def listing(id: str, title: str, model: type[Record]) -> Section:
        shown, more = first_of(context, ("theme", theme.id), KIND_OF[model], found[model])
        return Section(id, title, items(context, shown), more)

    yield listing("see_cases", "Case studies", CaseStudy)
    yield listing("see_documents", "Documents", Document)
    yield Section("see_figures", "In numbers", *_topics(context, theme, figures))
    few, more = first_of(context, ("theme", theme.id), "pilot", pilots)
    caption = kind_count("pilot", len(pilots))
    table = pilots_table(
        context, f"{len(few)} of {caption}" if len(few) < len(pilots) else caption, few
    )
    yield Section("see_pilots", "Pilots", (table,) if pilots else (), more)
    yield listing("see_programmes", "Programmes", Programme)
    days, more = first_of(context, ("theme", theme.id), "event", in_order(dates))
    yield Section("see_dates", "Dates", events(context, days), more)
    yield listing("see_collections", "Collections", Collection)
    yield listing("see_news", "News", News)
    yield listing("see_pages", "Pages", Page)


def _about(context: Context, theme: Theme) -> Iterator[Record]:
    """The records that name the theme, by kind and id."""
    return (entry.record for entry in context.library.mentions(("theme", theme.id)))


def _topics(
    context: Context, theme: Theme, figures: list[Figure]
) -> tuple[tuple[Block, ...], Words | None]:
    """The questions that the figures answer, each with the one among them that stands first there."""
    topics = context.published(Topic, "topic", sorted({figure.topic for figure in figures}))
    ids = {figure.id for figure in figures}
    lines = tuple(_topic(context, topic, ids) for topic in topics[:MOST])
    return (Items(lines),) if lines else (), all_of(context, ("theme", theme.id), "figure")


def _topic(context: Context, topic: Topic, ids: set[str]) -> ListItem:
    claims = [figure for figure in rivals_of(context, topic.id) if figure.id in ids]
    count = "One claim" if len(claims) == 1 else f"{len(claims)} claims"
    return ListItem(
        context.link_to("topic", topic.id),
        (count,),
        f"{capital(claims[0].words)}: {claims[0].statement}",
        links=(context.cite(claims[0].source),),
    )


def _counts(context: Context, theme: Theme) -> Iterator[str]:
    """How much there is on a theme: `3 case studies`, `5 documents`."""
    counts = Counter(entry.kind for entry in context.library.mentions(("theme", theme.id)))
    yield from (kind_count(kind, counts[kind]) for kind in _COUNTED if counts[kind])


def _gaps(context: Context, theme: Theme) -> Iterator[Words]:
    """How many gaps there are on a theme, with the way to what the theme's page says of them."""
    if gaps := gap_count(context, ("theme", theme.id)):
        address = context.plan.locations["theme", theme.id].address
        words = "1 gap" if gaps == 1 else f"{gaps} gaps"
        yield Words(words, context.href(Location(address, GAPS_ANCHOR)))


def _terms_by_name(library: Library) -> dict[str, list[Term]]:
    """The entries of the glossary by each of their names, without capitals."""
    found: defaultdict[str, list[Term]] = defaultdict(list)
    for term in library.records(Term):
        for name in _names(term):
            found[name].append(term)
    return dict(found)


def _names(record: Theme | Term) -> set[str]:
    """All that a theme or an entry is called, without capitals."""
    expanded = (record.expand,) if isinstance(record, Term) and record.expand else ()
    return {name.casefold() for name in (record.label, *record.synonyms, *expanded)}
