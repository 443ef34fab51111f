"""Figures: all questions, and one question with its rival claims."""

from __future__ import annotations

from msgspec.structs import replace

from cbsite.layout.blocks.charts import topic_charts
from cbsite.layout.blocks.figures import cards, in_short, rivals, rivals_of
from cbsite.layout.blocks.lists import withdrawn
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.list_page import list_page
from cbsite.layout.parts.pages import is_first, on_this_page, pagination, titles
from cbsite.layout.parts.record_page import record_page, text_sections
from cbsite.layout.values import Block, Note, Notes, PageValue, Section, Table, Words
from cbsite.plan.address import Location
from cbsite.plan.orders import topics as by_question
from cbsite.plan.registers import claims_of
from cbsite.read.entry import Entry
from cbsite.records.figure import Figure, Topic

_LEDE = (
    "Every number on this site, with what it counts, who says so and when. Where sources "
    "disagree, they stand side by side."
)


def figures(context: Context) -> PageValue:
    topics = context.library.once(by_question)
    rows = tuple(_line(context, topic) for topic in on_this_page(context, topics))
    table = Table("Questions that figures answer", ("Question", "Answer", "Who says"), rows)
    sections = (Section("see_questions", "Questions", (table,) if rows else ()),)
    return list_page(context, _LEDE, sections, len(topics))


def _line(context: Context, topic: Topic) -> tuple[Words, ...]:
    claims = rivals_of(context, topic.id)
    question = context.link_to("topic", topic.id)
    if not claims:
        return question, Words("No figure yet", gap=True), Words("Nobody", gap=True)
    first = claims[0]
    if first.rank != "preferred":
        ids = {claim.source.id for claim in claims}
        who = context.cite(first.source) if len(claims) == 1 else Words(_sources(len(ids)))
        return question, Words(in_short(claims)), who
    location = context.plan.locations["figure", first.id]
    others = len(claims) - 1
    note = f"preferred among {len(claims)} claims" if others else ""
    value = Words(first.words, context.href(Location(location.address, first.id)), note=note)
    return question, value, context.cite(first.source)


def _sources(count: int) -> str:
    return "One source" if count == 1 else f"{count} sources"


def _headline(context: Context, claims: tuple[Figure, ...]) -> tuple[Block, ...]:
    """The claim that the hub prefers, set large; without one, what all claims come to, in a line."""
    if claims and claims[0].rank != "preferred":
        return (_note(f"{in_short(claims)}.", "In short."),)
    return cards(context, claims[:1])


def topic(context: Context, entry: Entry) -> PageValue:
    record = entry.record
    assert isinstance(record, Topic)
    claims, every = rivals_of(context, record.id), claims_of(context.library, record.id)
    here = [figure for figure in on_this_page(context, every) if isinstance(figure, Figure)]
    shown = [figure for figure in here if figure.status != "withdrawn"]
    of_topic = (
        Section(
            "see_first",
            "",
            (
                *_headline(context, claims),
                *((_note(record.note, "Note."),) if record.note else ()),
            ),
        ),
    )
    first = is_first(context)
    sections = (
        *(of_topic if first else ()),
        Section(
            "see_claims",
            "Who says what",
            (*topic_charts(context, shown), rivals(context, record.id, shown, anchors=True))
            if shown
            else (),
        ),
        *(text_sections(context, entry) if first else ()),
        *withdrawn(here),
    )
    page = record_page(
        context, entry, sections, kicker="Figure", not_mentions=("figure",), wide=True
    )
    way = pagination(context, context.plan.locations[entry.key].address, len(every))
    return replace(page if first else _later(context, page), pagination=way)


def _later(context: Context, page: PageValue) -> PageValue:
    """A page of a topic after its first: the claims alone, and not what the first says of all of them."""
    title, trail = titles(context)
    plate = replace(page.plate, title=title, lede="", crumbs=trail)
    sections = tuple(one for one in page.sections if one.id in ("see_claims", "see_withdrawn"))
    around = replace(page.frame, title=f"{title} - {page.frame.site_name}")
    return replace(page, plate=plate, frame=around, sections=sections, indexed=None)


def _note(text: str, lead: str) -> Notes:
    return Notes((Note("plain", lead, (Words(text),)),))
