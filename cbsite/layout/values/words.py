"""Values for some words and for a line of a summary list: what all other values are made of."""

from typing import Literal

from cbsite.layout.values.value import Value

Tone = Literal["plain", "gap", "cite"]


class Words(Value, frozen=True):
    """Some words, perhaps a link. `note` follows in a quiet voice; a gap says what is not known."""

    text: str
    href: str | None = None
    note: str = ""
    gap: bool = False
    shape: str = ""
    """Name of a state shape to print before the words (`parts/shapes.html`), or empty."""
    language: str = ""
    """The language of the words (BCP 47) where it is not the site's, or empty."""


class Row(Value, frozen=True):
    """One line of a summary list: a term and its values (never empty)."""

    term: str
    values: tuple[Words, ...]
