"""Rival claims on one scale: what each source says, drawn only as exactly as it says it.

Claims are comparable where they have the same words in `counts`, `of` and `period`, and the same places. The
largest such group that has two sources or more is drawn as dots and rings; every other claim is a square, as
it counts something else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from cbsite.layout.blocks.scale import Scale, scale_for
from cbsite.layout.parts.context import Context, source_name
from cbsite.layout.parts.drawing import LINE, place, text_width, wrap
from cbsite.layout.values import Chart, ClaimRow, Drawing, Label, Table, Words
from cbsite.records.figure import Figure, Unit, amount

_UP = ("over", "more than", "at least")
_DOWN = ("up to", "as many as", "under", "less than")
_NEARLY = "nearly"
_SOFT = ("about", "around", "possibly around", _NEARLY)
"""The hedges: what is open above, what is open below, and what is not sharp."""

_STUB = 34.0
"""How far a soft end reaches, in CSS pixels."""
_VALUE = 13.0
"""From the line of a claim up to the base of its value."""

Size = Literal["narrow", "mid", "wide"]
_Basis = tuple[str, str, str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Form:
    """How a drawing of one size is laid out: its width, and how wide the names are (0: above the line)."""

    size: Size
    width: float
    names: float


_NARROW = _Form("narrow", 360.0, 0.0)
_MID = _Form("mid", 680.0, 230.0)
_WIDE = _Form("wide", 1160.0, 340.0)


@dataclass(frozen=True, slots=True)
class _Claim:
    """A figure to be drawn: who says it, about what, and whether it counts what the dots count."""

    figure: Figure
    who: str
    about: str
    comparable: bool


def topic_charts(context: Context, figures: Sequence[Figure]) -> tuple[Chart, ...]:
    """One chart for each unit that two or more of the figures have; the table follows on the page."""
    units: dict[Unit, list[Figure]] = {}
    for figure in figures:
        units.setdefault(figure.unit, []).append(figure)
    return tuple(
        _chart(context, _finding(same), same, (_NARROW, _MID, _WIDE), None)
        for same in units.values()
        if len(same) > 1
    )


def prose_chart(context: Context, title: str, figures: Sequence[Figure]) -> Chart:
    """A chart inside a text (of at least one figure, all of one unit), with its own table."""
    columns = ("Who says", "Value", "Counts", "Source")
    rows = tuple(
        (
            Words(_who(context, figure)),
            Words(figure.words),
            Words(figure.counts),
            context.cite(figure.source),
        )
        for figure in figures
    )
    table = Table(f"The same {len(rows)} numbers as a table", columns, rows)
    return _chart(context, title, figures, (_NARROW, _MID), table)


def _chart(
    context: Context,
    title: str,
    figures: Sequence[Figure],
    forms: Iterable[_Form],
    table: Table | None,
) -> Chart:
    claims = _claims(context, figures)
    drawings = tuple(_drawing(claims, form) for form in forms)
    values = "; ".join(f"{claim.who}: {claim.figure.words}" for claim in claims)
    where = "The table below gives the same values."
    label = f"Chart of {len(claims)} claims on one scale. {values}. {where}"
    return Chart(title, _how_to_read(claims, drawings[0].rows), label, drawings, table)


def _claims(context: Context, figures: Sequence[Figure]) -> tuple[_Claim, ...]:
    groups: dict[_Basis, set[str]] = {}
    for figure in figures:
        groups.setdefault(_basis(figure), set()).add(figure.source.id)
    counts = Counter(_basis(figure) for figure in figures)
    # A source is no rival of itself. Of several groups of one size, the one that is ranked first.
    rivals = [basis for basis, sources in groups.items() if len(sources) > 1]
    dots = max(rivals, key=counts.__getitem__, default=None)
    # Where a source says several things, what it says tells the rows apart better than what it counts.
    several = len({figure.source.id for figure in figures}) < len(figures)
    return tuple(
        _Claim(
            figure,
            _who(context, figure),
            figure.statement if several else figure.counts,
            _basis(figure) == dots,
        )
        for figure in figures
    )


def _basis(figure: Figure) -> _Basis:
    """What must be the same for two numbers to be comparable."""
    return figure.counts.casefold(), figure.of or "", figure.period or "", figure.places


def _who(context: Context, figure: Figure) -> str:
    source = context.library.find(("source", figure.source.id))
    assert source is not None
    return source_name(source.record)


def _finding(figures: Sequence[Figure]) -> str:
    """What the chart of a topic shows."""
    low = min(figure.bounds[0] for figure in figures)
    high = max(figure.bounds[1] for figure in figures)
    if low == high:
        return f"All {len(figures)} claims name {amount(low, figures[0].unit)}"
    ends = f"from {amount(low, figures[0].unit)} to {amount(high, figures[0].unit)}"
    return f"{len(figures)} claims, {ends}"


def _how_to_read(claims: Sequence[_Claim], rows: Sequence[ClaimRow]) -> str:
    """One line on the marks that are in use."""
    shapes = {row.shape for row in rows}
    hedges = {claim.figure.qualifier for claim in claims}
    parts = []
    if "dot" in shapes:
        parts.append("Filled dot: a printed number.")
    if "ring" in shapes:
        parts.append("Ring: a number with a hedge.")
    if hedges & {*_UP, *_DOWN, _NEARLY}:
        parts.append("Arrow: the source leaves that end open.")
    if hedges & {*_SOFT}:
        parts.append("Dashed: it is not sharp.")
    if any(len(row.marks) > 1 for row in rows):
        parts.append("A line between two marks: a range.")
    if shapes == {"square"}:
        parts.append("Square: each counts something of its own, so compare with care.")
    elif "square" in shapes:
        parts.append("Square: counts something else.")
    return " ".join(parts)


def _drawing(claims: Sequence[_Claim], form: _Form) -> Drawing:
    left = form.names + 20 if form.names else 16.0
    scale = scale_for([claim.figure for claim in claims], left, form.width - 16)
    y, rows = 0.0, []
    for claim in claims:
        row, height = _row(claim, form, scale, y)
        rows.append(row)
        y += height
    bar = scale.bar(y + 10, form.width)
    return Drawing(form.size, form.width, place(y + 48), tuple(rows), bar)


def _row(claim: _Claim, form: _Form, scale: Scale, top: float) -> tuple[ClaimRow, float]:
    """The row of a claim and its height. Who says it, and about what, stands beside the line or above it."""
    space = form.names or form.width
    who = wrap(claim.who, space, bold=True)
    lines = [(line, True) for line in who]
    lines += [(line, False) for line in wrap(claim.about, space)]
    tall = len(lines) * LINE
    if form.names:
        height = max(tall + 16, 54.0)
        y = top + max(height / 2, 34.0)
        base = y - tall / 2 + 15
    else:
        height = tall + 56
        y = top + tall + 36
        base = top + 20
    names = tuple(
        Label(0, place(base + number * LINE), text, voice="bold" if bold else "quiet")
        for number, (text, bold) in enumerate(lines)
    )
    return _marked(claim, form, scale, place(y), names), height


def _marked(
    claim: _Claim, form: _Form, scale: Scale, y: float, names: tuple[Label, ...]
) -> ClaimRow:
    """A claim on its line: the mark, the open or soft end, and the value over it."""
    figure = claim.figure
    marks = tuple(place(scale.at(value)) for value in dict.fromkeys(figure.bounds))
    low, high = marks[0], marks[-1]
    hedge = figure.qualifier
    line: tuple[float, float] | None = (low, high) if low != high else None
    arrow: Literal["", "left", "right"] = ""
    if hedge in _UP:
        line, arrow = (low, scale.right), "right"
    elif hedge in _DOWN:
        line, arrow = (scale.left, high), "left"
    elif hedge == _NEARLY:
        line, arrow = (max(low - 2 * _STUB, scale.left), high), "left"
    elif hedge in _SOFT:
        line = (max(low - _STUB, scale.left), min(high + _STUB, scale.right))
    shape: Literal["dot", "ring", "square"] = "ring" if hedge else "dot"
    return ClaimRow(
        y=y,
        names=names,
        value=_value(figure, low, form, y),
        shape=shape if claim.comparable else "square",
        marks=marks,
        line=(place(line[0]), place(line[1])) if line else None,
        soft=hedge in _SOFT,
        arrow=arrow,
    )


def _value(figure: Figure, x: float, form: _Form, y: float) -> Label:
    """The value over its line: from the mark rightwards, or up to the edge where that is too near.

    Where there is no room for all its words, the period goes first, then the hedge, which the mark shows too.
    """
    hedged = f"{figure.qualifier or ''} {figure.number}".strip()
    fitting = (w for w in (figure.words, hedged) if text_width(w, bold=True) <= form.width)
    words = next(fitting, figure.number)
    at = min(x + 10, form.width - text_width(words, bold=True))
    return Label(place(max(at, 0.0)), place(y - _VALUE), words, voice="bold")
