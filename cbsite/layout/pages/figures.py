"""Figures: all questions, and one question with its rival claims."""

from __future__ import annotations

from cbsite.layout.blocks.charts import topic_charts
from cbsite.layout.blocks.figures import cards, in_short, rivals, rivals_of
from cbsite.layout.blocks.lists import withdrawn
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.frame import frame
from cbsite.layout.parts.record_page import crumbs, record_page, text_sections
from cbsite.layout.values import Block, Note, Notes, PageValue, Plate, Section, Table, Words
from cbsite.plan import Location
from cbsite.read.entry import Entry
from cbsite.records.figure import Figure, Topic

_TITLE = "Figures"
_LEDE = (
    "Every number on this site, with what it counts, who says so and when. Where sources "
    "disagree, they stand side by side."
)


def figures(context: Context) -> PageValue:
    topics = context.library.records(Topic)
    rows = tuple(_line(context, topic) for topic in sorted(topics, key=lambda t: t.question))
    table = Table("Questions that figures answer", ("Question", "Answer", "Who says"), rows)
    return PageValue(
        "pages/figures.html",
        frame(context, _TITLE, _LEDE),
        Plate(_TITLE, _LEDE, crumbs=crumbs(context, _TITLE)),
        (Section("see_questions", "Questions", (table,) if rows else ()),),
    )


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
    claims = rivals_of(context, record.id)
    figures = (entry.record for entry in context.library.of_kind("figure"))
    gone = (f for f in figures if isinstance(f, Figure) and f.topic == record.id)
    sections = (
        Section(
            "see_first",
            "",
            (
                *_headline(context, claims),
                *((_note(record.note, "Note."),) if record.note else ()),
            ),
        ),
        Section(
            "see_claims",
            "Who says what",
            (*topic_charts(context, claims), rivals(context, record.id, anchors=True))
            if claims
            else (),
        ),
        *text_sections(context, entry),
        *withdrawn(gone),
    )
    return record_page(
        context, entry, sections, kicker="Figure", not_mentions=("figure",), wide=True
    )


def _note(text: str, lead: str) -> Notes:
    return Notes((Note("plain", lead, (Words(text),)),))
