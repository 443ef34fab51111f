"""Figures as cards, as rival claims, and the passport that goes with each."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from cbsite.layout.parts.context import Context, source_name
from cbsite.layout.parts.mentions import mentioned
from cbsite.layout.parts.wording import capital, label, row, when
from cbsite.layout.values import FigureCard, FigureCards, Rival, Rivals, Row, Words
from cbsite.plan.mentions import MOST
from cbsite.plan.orders import claims
from cbsite.records.figure import Figure, Topic, amount

_SHORT = 3
"""Claims that count different things, in the line that stands for all of them."""


def rivals_of(context: Context, topic: str) -> tuple[Figure, ...]:
    """The figures of a topic: preferred first, then by the date they are as at."""
    return context.library.once(claims).get(topic, ())


def in_short(figures: tuple[Figure, ...]) -> str:
    """What the claims come to, without a choice between them: `3 claims, from £2.2bn to £9bn`.

    Only bare numbers of one thing make a range. Any others are given as they are claimed, each once: with
    what they count where they do not all count the same, and then the first few.
    """
    count = "One claim" if len(figures) == 1 else f"{len(figures)} claims"
    if len({figure.counts for figure in figures}) > 1:
        # Each number before any of them again.
        first = {figure.words: figure for figure in reversed(figures)}
        ordered = sorted(figures, key=lambda figure: first[figure.words] is not figure)
        said = tuple(dict.fromkeys(_of_what(figure) for figure in ordered))
        among = ", among them:" if len(said) > _SHORT else ":"
        return f"{count}{among} {'; '.join(said[:_SHORT])}"
    low = min(figure.bounds[0] for figure in figures)
    high = max(figure.bounds[1] for figure in figures)
    bare = not any(figure.display or figure.qualifier for figure in figures)
    alike = len({(figure.unit, figure.of, figure.period) for figure in figures}) == 1
    if bare and alike and low < high and len(figures) > 1:
        unit, period = figures[0].unit, figures[0].period
        words = f"{count}, from {amount(low, unit)} to {amount(high, unit)}"
        return f"{words} {period}" if period else words
    said = tuple(dict.fromkeys(figure.words for figure in figures))
    among = ", among them:" if len(said) > MOST else ":"
    return f"{count}{among} {'; '.join(said[:MOST])}"


def _of_what(figure: Figure) -> str:
    """A number with what it counts: `16 places`, `£4bn a year (cost of professionals)`."""
    plain = figure.unit == "count" and not figure.display and not figure.period
    return f"{figure.words} {figure.counts}" if plain else f"{figure.words} ({figure.counts})"


def passport(context: Context, figure: Figure) -> tuple[Row, ...]:
    """What a reader must know to use the figure: what it counts, as at when, printed where."""
    older = context.published(Figure, "figure", (figure.supersedes or "",))
    supersedes = (context.link_to("figure", record.id) for record in older)
    return (
        *row("Counts", capital(figure.counts)),
        *row("Out of", figure.of and capital(figure.of)),
        *row("As at", when(figure.as_at)),
        *row("Printed in", context.cite(figure.source)),
        *row("Rank", label(figure.rank)),
        *row("Supersedes", *supersedes),
        *row("Note", figure.summary, figure.note),
    )


def _card(context: Context, figure: Figure) -> FigureCard:
    rivals = len(rivals_of(context, figure.topic)) - 1
    words = "1 other claim" if rivals == 1 else f"{rivals} other claims"
    return FigureCard(
        qualifier=figure.qualifier or "",
        number=figure.number,
        period=figure.period or "",
        statement=Words(figure.statement),
        source=context.cite(figure.source),
        passport=passport(context, figure),
        rivals=context.link_to("topic", figure.topic, words) if rivals > 0 else None,
    )


def cards(context: Context, figures: tuple[Figure, ...]) -> tuple[FigureCards, ...]:
    """Figures side by side, a single one in the largest size; nothing for no figures."""
    return (
        (FigureCards(tuple(_card(context, f) for f in figures), len(figures) == 1),)
        if figures
        else ()
    )


def rivals(
    context: Context, topic: str, shown: Sequence[Figure] | None = None, anchors: bool = False
) -> Rivals:
    """Claims about a topic: those `shown`, or as many as a list has. `anchors`: references to the figures lead here."""
    question = context.record(Topic, "topic", topic).question
    figures = rivals_of(context, topic)
    shown = figures[:MOST] if shown is None else shown
    count = "One claim" if len(figures) == 1 else f"{len(figures)} claims"
    more = None
    if len(shown) < len(figures):
        count = f"{len(shown)} of {count}"
        more = None if anchors else context.link_to("topic", topic, f"All {len(figures)} claims")
    rows = tuple(_rival(context, figure, anchors) for figure in shown)
    return Rivals(f"{count}: {question}", rows, more)


def _rival(context: Context, figure: Figure, anchors: bool) -> Rival:
    source = context.library.find(("source", figure.source.id))
    assert source is not None
    citation = context.cite(figure.source)
    name = source_name(source.record)
    return Rival(
        anchor=figure.id if anchors else "",
        who=f"{name} ({citation.note})" if citation.note else name,
        statement=figure.statement,
        qualifier=figure.qualifier or "",
        number=figure.number,
        period=figure.period or "",
        counts=figure.counts + (f", out of {figure.of}" if figure.of else ""),
        as_at=Words(when(figure.as_at).text),
        rank=Words(label(figure.rank), shape=figure.rank),
        source=replace(citation, note=""),
        note=" ".join(part for part in (figure.summary, figure.note) if part),
        mentioned=mentioned(context, ("figure", figure.id)) if anchors else (),
    )
