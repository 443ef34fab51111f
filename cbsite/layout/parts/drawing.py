"""What drawings share: how wide words are, how they wrap, and bars in blocks.

Fonts differ from reader to reader, so widths are those of the widest font that the theme may fall back to
(DejaVu Sans at 16 px): words then never run into each other.
"""

from __future__ import annotations

from itertools import pairwise

from cbsite.layout.values import Label, ScaleBar

LINE = 20.0
"""From line to line of words, in CSS pixels."""

_NARROW = frozenset("iIjlftr1.,:;'|!()[] ")
_WIDE = frozenset("mwMW%&@£") | frozenset("ABCDEGHKNOPQRUVXYZ")


def text_width(text: str, bold: bool = False) -> float:
    """How wide some words are at 16 px, at the most."""
    width = sum(6.0 if c in _NARROW else 13.5 if c in _WIDE else 10.0 for c in text)
    return width * (1.08 if bold else 1.0)


def wrap(text: str, width: float, bold: bool = False) -> tuple[str, ...]:
    """The words of a text in lines of at most `width`; a word that is longer stands alone."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def place(value: float) -> float:
    """A measure to one place, as drawings print it."""
    return round(value, 1)


def scale_bar(y: float, edges: tuple[float, ...], labels: tuple[Label, ...]) -> ScaleBar:
    """A bar at `y` whose blocks lie between `edges`, the first of them dark."""
    blocks = list(pairwise(edges))[::2]
    dark = tuple((place(start), place(end - start)) for start, end in blocks)
    return ScaleBar(place(y), place(edges[0]), place(edges[-1]), dark, labels)
