"""Values for some words and for a line of a summary list: what all other values are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tone = Literal["plain", "gap", "cite"]


@dataclass(frozen=True, slots=True)
class Words:
    """Some words, perhaps a link. `note` follows in a quiet voice; a gap says what is not known."""

    text: str
    href: str | None = None
    note: str = ""
    gap: bool = False
    shape: str = ""
    """Name of a state shape to print before the words (`parts/shapes.html`), or empty."""
    language: str = ""
    """The language of the words (BCP 47) where it is not the site's, or empty."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a summary list: a term and its values (never empty)."""

    term: str
    values: tuple[Words, ...]
