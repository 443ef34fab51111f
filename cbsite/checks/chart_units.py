"""A chart has one scale, so its figures must have one unit."""

from __future__ import annotations

from cbsite.diagnostics import Report
from cbsite.library.library import Library
from cbsite.records.blocks import ChartBlock
from cbsite.records.figure import Figure, Unit

_NAMES: dict[Unit, str] = {
    "count": "counts",
    "GBP": "pounds",
    "percent": "percentages",
    "months": "months",
    "years": "years",
}


def check_chart_units(library: Library, report: Report) -> None:
    """Report each chart in prose whose figures have several units (E-CHART)."""
    for entry in library.entries.values():
        for block in (block for text in entry.texts for block in text.prose.blocks):
            if not isinstance(block.fields, ChartBlock):
                continue
            units: dict[Unit, list[str]] = {}
            for figure in _figures(library, block.fields):
                units.setdefault(figure.unit, []).append(figure.id)
            if len(units) > 1:
                field = "topic" if block.fields.topic else "figures"
                same = max(units.values(), key=len)
                report.add(
                    "E-CHART",
                    dict(block.where).get((field,), block.span),
                    f"The chart would set {_listed(units)} on one scale.",
                    f"Make one chart for each unit, such as one with 'figures: [{', '.join(same)}]'.",
                )


def _figures(library: Library, fields: ChartBlock) -> tuple[Figure, ...]:
    """The published figures of a chart, in the order of their ids."""
    return tuple(
        figure
        for figure in library.records(Figure)
        if figure.topic == fields.topic or figure.id in fields.figures
    )


def _listed(units: dict[Unit, list[str]]) -> str:
    *some, last = (_NAMES[unit] for unit in units)
    return f"{', '.join(some)} and {last}"
