"""Figures: all questions, and one question with its rival claims."""

from __future__ import annotations

from cbsite.layout.blocks.charts import topic_charts
from cbsite.layout.blocks.figures import cards, rivals, rivals_of
from cbsite.layout.blocks.lists import withdrawn
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.frame import frame
from cbsite.layout.parts.record_page import crumbs, record_page, text_sections
from cbsite.layout.values import Note, Notes, PageValue, Plate, Section, Table, Words
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
    table = Table(
        "Questions that figures answer", ("Question", "First answer", "Claims", "Who says"), rows
    )
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
        return question, Words("No figure yet", gap=True), Words("0"), Words("Nobody", gap=True)
    first = claims[0]
    location = context.plan.locations["figure", first.id]
    value = Words(first.words, context.href(Location(location.address, first.id)))
    return question, value, Words(str(len(claims))), context.cite(first.source)


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
            (*cards(context, claims[:1]), *((_note(record.note),) if record.note else ())),
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


def _note(text: str) -> Notes:
    return Notes((Note("plain", "Note.", (Words(text),)),))
