"""How well one colour can be read on another (WCAG 2.2, success criteria 1.4.3 and 1.4.11)."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

TEXT, SHAPE = 4.5, 3.0
"""The least contrast of words on their ground, and of borders and shapes that carry a meaning."""

_GROUNDS = ("paper", "sea", "land", "tint")

PAIRS: tuple[tuple[str, str, float], ...] = (
    *((text, ground, TEXT) for text in ("ink", "ink-2", "spruce", "madder") for ground in _GROUNDS),
    *((text, "madder-t", TEXT) for text in ("ink", "ink-2")),
    *(("on", ground, TEXT) for ground in ("spruce", "madder")),
    *(("edge", ground, SHAPE) for ground in ("paper", "sea", "land")),
)
"""Tokens that stand on one another in the theme: what is read, its ground, and the least contrast."""

_MIDDLE = 0.18
"""The luminance that black and white stand out from alike."""

_HEX = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)


class Faint(msgspec.Struct, frozen=True):
    """A pair of tokens whose contrast, `ratio` to 1, is below the `least` that readers need."""

    text: str
    ground: str
    ratio: float
    least: float
    ground_is_dark: bool


def faint_pairs(values: Mapping[str, str]) -> list[Faint]:
    """The pairs that cannot be read well with these values of tokens; only colours in hex are judged."""
    light = {name: luminance(value) for name, value in values.items()}
    found = []
    for text, ground, least in PAIRS:
        first, second = light.get(text), light.get(ground)
        if first is not None and second is not None:
            ratio = (max(first, second) + 0.05) / (min(first, second) + 0.05)
            if ratio < least:
                found.append(Faint(text, ground, ratio, least, second < _MIDDLE))
    return found


def luminance(colour: str) -> float | None:
    """The relative luminance of a colour in hex, from 0 (black) to 1 (white); None for other values."""
    match = _HEX.fullmatch(colour.strip())
    if match is None:
        return None
    digits = match[1] if len(match[1]) == 6 else "".join(digit * 2 for digit in match[1])
    red, green, blue = (_linear(int(digits[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
