"""Pages that readers would come to in vain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cbsite.checks.reading_ease import count_characters
from cbsite.checks.texts import ShownText, shows_texts
from cbsite.diagnostics import Report
from cbsite.read.entry import Entry
from cbsite.read.nodes import Node
from cbsite.records.case_study import CaseStudy
from cbsite.records.common import Item
from cbsite.records.document import Document
from cbsite.records.kinds import BY_NAME
from cbsite.records.news import News
from cbsite.records.page import Page

_IN_THE_TEXT = (CaseStudy, News, Page)
_SEEN = ("image", "block", "code_block")
_TO_COME = frozenset({
    "coming soon", "i'w gadarnhau", "i ddilyn", "placeholder", "tba", "tbc", "tbd", "text to follow", "to be added",
    "to be announced", "to be completed", "to be confirmed", "to be written", "to come", "to do", "to follow", "todo",
    "under construction", "xxx",
})  # fmt: skip
"""What stands where a text is still to be written."""


_LONG = 100
"""Letters and digits that are more than any of these has; most texts begin with a paragraph that long."""


def check_empty_pages(entries: Iterable[Entry], texts: Sequence[ShownText], report: Report) -> None:
    """Report each item whose page would have no text (W-EMPTY); `texts` are those of the entries."""
    for entry in filter(shows_texts, entries):
        own = [text for text in texts if text.record == entry.key]
        if _lives_by_its_text(entry) and not _has_content(entry, own):
            report.add(
                "W-EMPTY",
                entry.source.whole(),
                f"The {BY_NAME[entry.kind].noun} has no text yet, so its page would be empty.",
                "Write its text below the second line of hyphens, or add  status: draft  until there is one.",
            )


def _lives_by_its_text(entry: Entry) -> bool:
    """Whether the text is what readers come for; of a paper that is not held, a record is all there is."""
    record = entry.record
    if isinstance(record, Document):
        return record.held in ("full", "extract", "summary") and not entry.parts
    return isinstance(record, _IN_THE_TEXT)


def _has_content(entry: Entry, texts: Sequence[ShownText]) -> bool:
    image = entry.record.image if isinstance(entry.record, Item) else None
    passages = (passage for text in texts for passage in text.passages)
    if image is not None or any(
        p.kind != "heading" and count_characters(p.words) > _LONG for p in passages
    ):
        return True
    nodes = [node for text in texts for top in text.prose.children for node in _all(top)]
    if any(node.type in _SEEN for node in nodes):
        return True
    words = " ".join("".join(node.text for node in nodes).casefold().split()).strip(
        ".!:\u2026[]() "
    )
    return bool(words) and words not in _TO_COME


def _all(node: Node) -> Iterator[Node]:
    """What a node holds, without headings, which announce what is to come."""
    if node.type == "heading":
        return
    yield node
    for child in node.children:
        yield from _all(child)
