"""The texts that rules on words look at: those that readers see, or will once the fields above are right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from cbsite.diagnostics import Source
from cbsite.read.entry import Entry, TextKey, UnreadText
from cbsite.read.tree import Prose
from cbsite.records.common import Item
from cbsite.records.document import Document

_PRINTED = ("full", "extract")


class ShownText(msgspec.Struct, frozen=True):
    """One text of a record, with what rules must know of the record.

    `record` is the same for all texts of a record, and `introduction` its words above them. `own` tells that
    the hub's people may put the words in another way; those of a paper stand as they are.
    """

    key: TextKey
    record: tuple[str, ...]
    prose: Prose
    source: Source
    title: str
    introduction: str
    english: bool
    own: bool


def shown_entries(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Those of some published records whose texts readers see."""
    return (entry for entry in entries if entry.record.status != "withdrawn")


def shown_texts(entries: Iterable[Entry], language: str) -> Iterator[ShownText]:
    """Each text of some published records; `language` is the site's."""
    for entry in shown_entries(entries):
        record = entry.record
        title, summary, lang = "", "", None
        if isinstance(record, Item):
            title, summary, lang = (
                record.heading,
                getattr(record, "summary", None) or "",
                record.lang,
            )
        own = not (isinstance(record, Document) and record.held in _PRINTED)
        english, introduction = _is_english(lang or language), f"{title}. {summary}"
        for text in entry.texts:
            yield ShownText(
                text.key, entry.key, text.prose, text.source, title, introduction, english, own
            )


def unread_texts(texts: Iterable[UnreadText], language: str) -> Iterator[ShownText]:
    """Each text of records whose fields have errors."""
    for unread in texts:
        if unread.written("status").lower() not in ("draft", "withdrawn"):
            yield _unread(unread, language)


def _unread(text: UnreadText, language: str) -> ShownText:
    """Such a text has no place in the plan, so its key is that of no text there."""
    path, title = text.source.path, text.written("title")
    return ShownText(
        (path,), (path,), text.prose, text.source, title, f"{title}. {text.written('summary')}",
        # Where nothing of the fields could be read, the text may be in any language.
        bool(text.typed) and _is_english(text.written("lang") or language),
        text.written("held") not in _PRINTED,
    )  # fmt: skip


def _is_english(language: str) -> bool:
    """Whether a language is English; rules on English words let others be."""
    return language.casefold().partition("-")[0] == "en"
