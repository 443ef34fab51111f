"""What a reader must know before reading on."""

from __future__ import annotations

from collections.abc import Iterator

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.languages import language_name
from cbsite.layout.parts.wording import day
from cbsite.layout.values import Notice
from cbsite.read.entry import Entry
from cbsite.records.common import Item
from cbsite.records.document import Document
from cbsite.records.kinds import BY_NAME

_STANCES = {
    "opinion": Notice(
        "opinion",
        "Opinion.",
        "This gives the author's own view; it is not a record of decisions.",
    ),
    "claim": Notice(
        "claim",
        "Claim.",
        "This argues for something. Read what it says as the claim of those who published it.",
    ),
}

_HELD = {
    "extract": Notice(
        "held", "An extract.", "This page gives a part of the document, not the whole."
    ),
    "summary": Notice(
        "held",
        "A summary.",
        "This page gives a summary in our own words, not the text of the document.",
    ),
    "reference-only": Notice(
        "held",
        "A reference only.",
        "This page says what the document is, and gives none of its text.",
    ),
    "not-held": Notice(
        "held", "Not held.", "Other papers name this document. We have no copy of it."
    ),
}


def notices(context: Context, entry: Entry) -> tuple[Notice, ...]:
    """The notices of a record's page, the gravest first; a withdrawn record has that one alone."""
    record, noun = entry.record, BY_NAME[entry.kind].noun
    if record.status == "withdrawn":
        lead = f"This {noun} is withdrawn."
        return (Notice("withdrawn", lead, record.withdrawn_reason or ""),)
    found: list[Notice] = []
    if record.status == "archived":
        text = "It is kept as a record and no longer updated."
        found.append(Notice("archived", f"This {noun} is archived.", text))
    if isinstance(record, Item):
        found += _of_item(context, record, noun)
    if isinstance(record, Document):
        found += _of_document(context, record)
    return tuple(found)


def _of_item(context: Context, item: Item, noun: str) -> Iterator[Notice]:
    if item.review_by and item.is_overdue(context.library.as_of):
        lead = f"This {noun} was to be reviewed by {day(item.review_by)}."
        yield Notice("review", lead, "It may be out of date.")
    if item.illustrative:
        yield Notice(
            "illustrative", f"Illustrative {noun}.", "This is an example, not a real scheme."
        )
    if item.translation_of:
        language = language_name(item.lang or context.library.site.language)
        yield Notice(
            "translation", f"A translation ({language}).", "It says what another page here says."
        )


def _of_document(context: Context, document: Document) -> Iterator[Notice]:
    if document.known_stance in _STANCES:
        yield _STANCES[document.known_stance]
    if document.held in _HELD:
        yield _HELD[document.held]
    history = context.library.site.history
    if history and history.covers(document.issued):
        yield Notice("history", history.lead, history.text)
