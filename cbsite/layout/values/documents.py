"""Values for documents that are split into parts: the way to each part, and from one to the next."""

from typing import ClassVar

from cbsite.layout.values.value import Value
from cbsite.layout.values.words import Words


class Signpost(Value, frozen=True):
    """A link to something in a part, with the anchor that it had while the document was one page.

    The anchor is empty where something else on the page has it.
    """

    words: Words
    anchor: str = ""


class PartLink(Value, frozen=True):
    """A part of a document: its page, then the numbers of its paragraphs and its headings."""

    title: Signpost
    numbers: tuple[Signpost, ...] = ()
    headings: tuple[Signpost, ...] = ()


class DocumentContents(Value, frozen=True):
    """The parts of a document on its cover. What led to an anchor of the whole document still finds it here."""

    template: ClassVar[str] = "document_contents"
    label: str
    parts: tuple[PartLink, ...]


class Steps(Value, frozen=True):
    """The way to the part before (the cover, before the first) and after, and to the whole on one page."""

    template: ClassVar[str] = "steps"
    label: str
    previous: Words
    next: Words | None
    whole: Words
