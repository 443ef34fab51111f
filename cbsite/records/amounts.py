"""What people write for a number, and the digits that it stands for."""

from __future__ import annotations

import re
from decimal import Decimal

_MULTIPLIERS = {
    "k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "bn": 9, "b": 9, "billion": 9,
}  # fmt: skip
_AMOUNT = re.compile(
    r"(?P<before>[£$€]?) ?(?P<whole>-?[0-9]{1,3}(?:[, ][0-9]{3})+|-?[0-9]+)(?P<rest>\.[0-9]+)?"
    r" ?(?P<word>[a-z]*) ?(?P<after>[%+]?)",
    re.IGNORECASE,
)
_BELOW_ZERO = {"w", "west", "s", "south", "minus"}
"""Words that make a number one below zero: a longitude, a latitude."""

_MINUS = re.compile(r"^[\u2212\u2013](?=[0-9])")
"""The minus sign of typesetters, and the dash that word processors make of a hyphen."""


def digits_in(value: str) -> tuple[str, bool]:
    """The number that words hold, in digits alone, and whether nothing else can be meant; empty if none is clear."""
    written = value.strip()
    found = _AMOUNT.fullmatch(_MINUS.sub("-", written))
    if not found:
        return _only_number(written), False
    plain = _plain(found)
    word = found["word"].lower()
    if not word:
        # A sign of money, percent or more says something that the digits alone do not.
        return plain, not (found["before"] or found["after"] or written.startswith("\u2013"))
    if word in _BELOW_ZERO:
        return "", False
    return f"{Decimal(plain).scaleb(_MULTIPLIERS.get(word, 0)):f}", False


def _plain(found: re.Match[str]) -> str:
    return found["whole"].replace(",", "").replace(" ", "") + (found["rest"] or "")


def _only_number(value: str) -> str:
    """The one number among words, such as `over 30`; empty if there are several, or a word makes another of it."""
    numbers = re.findall(r"(?<!\S)[-\u2212\u2013]?[0-9][0-9,.]*|[0-9][0-9,.]*", value)
    words = {word.lower() for word in re.findall(r"[A-Za-z]+", value)}
    if len(numbers) != 1 or words & (_BELOW_ZERO | set(_MULTIPLIERS)):
        return ""
    found = _AMOUNT.fullmatch(_MINUS.sub("-", numbers[0].rstrip(".,")))
    return _plain(found) if found else ""
