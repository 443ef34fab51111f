"""Values for documents that are split into parts: the way to each part, and from one to the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from cbsite.layout.values.words import Words


@dataclass(frozen=True, slots=True)
class Signpost:
    """A link to something in a part, with the anchor that it had while the document was one page.

    The anchor is empty where something else on the page has it.
    """

    words: Words
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class PartLink:
    """A part of a document: its page, then the numbers of its paragraphs and its headings."""

    title: Signpost
    numbers: tuple[Signpost, ...] = ()
    headings: tuple[Signpost, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentContents:
    """The parts of a document on its cover. What led to an anchor of the whole document still finds it here."""

    template: ClassVar[str] = "document_contents"
    label: str
    parts: tuple[PartLink, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """The way to the part before (the cover, before the first) and after, and to the whole on one page."""

    template: ClassVar[str] = "steps"
    label: str
    previous: Words
    next: Words | None
    whole: Words
