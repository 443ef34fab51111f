"""A line chart as SVG: sizes of the corpus to the right, cost per page upwards from zero."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from math import log10

WIDTH, HEIGHT = 720, 360
LEFT, RIGHT, TOP, BOTTOM = 70, 230, 40, 50
COLOURS = ("#1b5e5a", "#a3225f", "#3b5bdb", "#b35c00", "#5f3dc4", "#2b8a3e")
DASHES = ("none", "6 3", "2 3", "8 3 2 3", "none", "6 3")

Point = tuple[int, float]
"""How many pages, and the cost of each."""


def line_chart(title: str, unit: str, series: Mapping[str, Sequence[Point]]) -> str:
    """The chart; a series has a colour, a dash and its name at its end."""
    highest = max(value for points in series.values() for _, value in points) * 1.1
    sizes = sorted({size for points in series.values() for size, _ in points})

    def x(size: int) -> float:
        if len(sizes) == 1:
            return LEFT
        part = log10(size / sizes[0]) / log10(sizes[-1] / sizes[0])
        return LEFT + part * (WIDTH - LEFT - RIGHT)

    def y(value: float) -> float:
        return HEIGHT - BOTTOM - value / highest * (HEIGHT - TOP - BOTTOM)

    drawn = [_text(LEFT, TOP - 18, title, "start", 15)]
    for part in range(5):
        value = highest * part / 4
        drawn.append(
            f'<path d="M{LEFT} {y(value):.1f}H{WIDTH - RIGHT}" stroke="#ccc" fill="none"/>'
            + _text(LEFT - 8, y(value) + 4, f"{value:.3g}", "end")
        )
    drawn += [_text(x(size), HEIGHT - BOTTOM + 20, f"{size:,}", "middle") for size in sizes]
    drawn.append(_text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, f"pages ({unit} a page)", "middle"))
    for place, (name, points) in enumerate(series.items()):
        colour, dash = COLOURS[place % 6], DASHES[place % 6]
        path = "L".join(f"{x(size):.1f} {y(value):.1f}" for size, value in points)
        drawn.append(
            f'<path d="M{path}" stroke="{colour}" stroke-width="2" stroke-dasharray="{dash}" fill="none"/>'
        )
        drawn.append(_legend(place, name, colour, dash))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'font-family="sans-serif"><title>{escape(title)}</title>'
        f'<path d="M0 0h{WIDTH}v{HEIGHT}H0z" fill="#fff"/>{"".join(drawn)}</svg>\n'
    )


def _legend(place: int, name: str, colour: str, dash: str) -> str:
    left, middle = WIDTH - RIGHT + 14, TOP + place * 22
    return (
        f'<path d="M{left} {middle}h28" stroke="{colour}" stroke-width="2" stroke-dasharray="{dash}"/>'
        + _text(left + 36, middle + 4, name, "start")
    )


def _text(x: float, y: float, words: str, anchor: str, size: int = 12) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}" fill="#222">{escape(words)}</text>'
