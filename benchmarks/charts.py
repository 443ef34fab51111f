"""The charts of cost per page, from the results."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.catalogue import LARGE
from benchmarks.plot import Point, line_chart
from benchmarks.samples import Results

KINDS = (
    ("wall", 1000.0, "milliseconds", "Seconds of a cold build, for each page"),
    ("peak", 1 / 1024, "KiB", "Peak memory of a cold build, for each page"),
)
"""The quantity, what turns it into the unit, the unit, the title."""


def charts(results: Results) -> Iterator[tuple[str, str, str]]:
    """Quantity, title and SVG of each chart; none where there is one size only."""
    sizes = sorted({sample.pages for sample in results.samples})
    for what, factor, unit, title in KINDS:
        series: dict[str, list[Point]] = {}
        for name in LARGE:
            points = [
                (pages, value / pages * factor)
                for pages in sizes
                if (value := results.median(pages, name, "cold", what)) is not None
            ]
            if len(points) > 1:
                series[name] = points
        if series:
            yield what, title, line_chart(title, unit, series)
