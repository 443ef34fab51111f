"""A theme: everything about it, and what is not known; and the list of all themes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from msgspec.structs import replace

from cbsite.layout.blocks.events import events
from cbsite.layout.blocks.figures import rivals_of
from cbsite.layout.blocks.lists import items
from cbsite.layout.blocks.pilots import pilots_table
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.frame import frame
from cbsite.layout.parts.gaps import ANCHOR as GAPS_ANCHOR
from cbsite.layout.parts.gaps import gap_count, gaps_section
from cbsite.layout.parts.kind_words import kind_count
from cbsite.layout.parts.record_page import crumbs, record_page, text_sections
from cbsite.layout.parts.wording import capital, row
from cbsite.layout.values import Block, Gap, Items, ListItem, PageValue, Plate, Section, Words
from cbsite.plan import Location
from cbsite.read.entry import Entry
from cbsite.records.case_study import CaseStudy
from cbsite.records.collection import Collection
from cbsite.records.document import Document
from cbsite.records.event import Event
from cbsite.records.figure import Figure, Topic
from cbsite.records.glossary import Term
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
    terms = tuple(term for term in context.library.records(Term) if _names(term) & _names(record))
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
    title = context.page.title
    found = sorted(context.library.records(Theme), key=lambda t: (t.label.casefold(), t.id))
    lines = tuple(
        ListItem(
            context.link_to("theme", record.id),
            tuple(_counts(context, record)),
            record.summary or record.definition or "",
            links=tuple(_gaps(context, record)),
        )
        for record in found
    )
    return PageValue(
        "pages/themes.html",
        frame(context, title, _LEDE),
        Plate(title, _LEDE, crumbs=crumbs(context, title)),
        (Section("", "", (Items(lines),)),),
    )


def _sections(context: Context, theme: Theme) -> Iterator[Section]:
    found: defaultdict[type[Record], list[Record]] = defaultdict(list)
    for record in _about(context, theme):
        found[type(record)].append(record)
    pilots = [record for record in found[Pilot] if isinstance(record, Pilot)]
    figures = [record for record in found[Figure] if isinstance(record, Figure)]
    dates = [record for record in found[Event] if isinstance(record, Event)]
    yield Section("see_cases", "Case studies", items(context, found[CaseStudy]))
    yield Section("see_documents", "Documents", items(context, found[Document]))
    yield Section("see_figures", "In numbers", _topics(context, figures))
    table = pilots_table(context, kind_count("pilot", len(pilots)), pilots)
    yield Section("see_pilots", "Pilots", (table,) if pilots else ())
    yield Section("see_programmes", "Programmes", items(context, found[Programme]))
    yield Section("see_dates", "Dates", events(context, dates))
    yield Section("see_collections", "Collections", items(context, found[Collection]))
    yield Section("see_news", "News", items(context, found[News]))
    yield Section("see_pages", "Pages", items(context, found[Page]))


def _about(context: Context, theme: Theme) -> Iterator[Record]:
    """The records that name the theme, by kind and id."""
    return (entry.record for entry in context.library.mentions(("theme", theme.id)))


def _topics(context: Context, figures: list[Figure]) -> tuple[Block, ...]:
    """The questions that the figures answer, each with the one among them that stands first there."""
    topics = context.published(Topic, "topic", sorted({figure.topic for figure in figures}))
    lines = tuple(_topic(context, topic, figures) for topic in topics)
    return (Items(lines),) if lines else ()


def _topic(context: Context, topic: Topic, figures: list[Figure]) -> ListItem:
    claims = [figure for figure in rivals_of(context, topic.id) if figure in figures]
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


def _names(record: Theme | Term) -> set[str]:
    """All that a theme or an entry is called, without capitals."""
    expanded = (record.expand,) if isinstance(record, Term) and record.expand else ()
    return {name.casefold() for name in (record.label, *record.synonyms, *expanded)}
