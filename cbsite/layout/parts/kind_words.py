"""What sort of thing a record is, in words."""

from __future__ import annotations

from cbsite.layout.parts.wording import DOCUMENT_KINDS, capital
from cbsite.records.document import Document
from cbsite.records.kinds import BY_NAME, KIND_OF
from cbsite.records.record import Record


def kind_words(record: Record) -> str:
    """`Case study`, `Pilot`; of a document its own kind, such as `Letter`."""
    if isinstance(record, Document):
        return DOCUMENT_KINDS[record.kind]
    return capital(BY_NAME[KIND_OF[type(record)]].noun)


def kind_count(kind: str, count: int) -> str:
    """`1 case study`, `3 case studies`."""
    words = BY_NAME[kind].noun if count == 1 else BY_NAME[kind].register.replace("-", " ")
    return f"{count} {words}"
