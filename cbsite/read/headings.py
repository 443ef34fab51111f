"""Anchors of headings: made of their words, each once on a page."""

from __future__ import annotations

import re
import unicodedata

_RESERVED = re.compile(r"(para|fn|fnref|footnote)-\d")


class Anchors:
    """Gives out anchors; equal words get `-2`, `-3`, in linear time however many there are."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}

    def give(self, words: str) -> str:
        base = slug(words)
        anchor, number = base, self._next.get(base, 2)
        while anchor in self._taken:
            anchor = f"{base}-{number}"
            number += 1
        self._next[base] = number
        self._taken.add(anchor)
        return anchor


def slug(words: str) -> str:
    """Small letters, digits and hyphens; `section` where nothing is left.

    Forms that paragraph numbers and footnotes use are kept free for them.
    """
    plain = (
        unicodedata.normalize("NFKD", re.sub("['\u2019]", "", words))
        .encode("ascii", "ignore")
        .decode()
    )
    made = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:80].strip("-") or "section"
    return f"section-{made}" if _RESERVED.match(made) else made
