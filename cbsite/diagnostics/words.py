"""Words for people: characters that can be seen, and the nearest right word."""

from __future__ import annotations

import re
from collections.abc import Iterable


def printable(text: str) -> str:
    """The text with what cannot be seen, or acts on a terminal, written out, such as `<U+202E>`."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in text)


def printable_lines(text: str) -> str:
    """The same for several lines: their ends stay as they are."""
    return "\n".join(map(printable, text.split("\n")))


def plural(count: int, noun: str) -> str:
    """`1 page`, `2 pages`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def natural_order(path: str) -> tuple[str | int, ...]:
    """What sorts paths as people count: `s2.md` before `s10.md`."""
    parts = re.split("([0-9]+)", path)
    return *(int(part) if at % 2 else part for at, part in enumerate(parts)), path


def nearest(word: str, allowed: Iterable[str]) -> str | None:
    """The allowed word most like `word`, or None if none is close.

    Letters of a short word may all be in a longer one that means something else (`no` in `info`).
    """
    import difflib  # here, as few commands need it and each would wait for it

    most = max(1, len(word) // 2)
    choices = {c.lower(): c for c in allowed if abs(len(c) - len(word)) <= most}
    found = difflib.get_close_matches(word.lower(), choices, n=1, cutoff=0.6)
    return choices[found[0]] if found else None
