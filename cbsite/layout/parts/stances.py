"""Record, claim and opinion, told apart wherever a source is named."""

from __future__ import annotations

from cbsite.layout.values import Words
from cbsite.records.document import Document
from cbsite.records.record import Record
from cbsite.records.source import SourceRecord

_WORDS = {"record": "Record", "claim": "Claim", "opinion": "Opinion"}


def stance(source: Record) -> Words:
    """What sort of text a source or document is, in one word with its shape."""
    assert isinstance(source, Document | SourceRecord)
    return Words(_WORDS[source.stance], shape=source.stance)


def stance_word(source: Record) -> str:
    """The word that a claim or an opinion carries in lists and tables; a record, and what we have not seen, none."""
    if isinstance(source, Document) and source.known_stance is None:
        return ""
    told = isinstance(source, Document | SourceRecord) and source.stance != "record"
    return stance(source).text if told else ""
