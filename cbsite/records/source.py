"""Sources that the hub cites but does not publish; documents are sources too."""

from __future__ import annotations

from typing import Literal

from cbsite.records.dates import When
from cbsite.records.fields import Held, Record, Stance, Text, WebAddress


class SourceRecord(Record):
    """A source. `title` as printed; `short_title` is what citations call it."""

    title: Text
    short_title: Text
    publisher: Text
    author: Text | None = None
    issued: When | None = None
    kind: Literal[
        "web-page", "report", "evidence", "news", "briefing", "prospectus", "guidance", "data"
    ]
    stance: Stance = "record"
    url: WebAddress | None = None
    archived: WebAddress | None = None
    licence: Text | None = None
    held: Held = "reference-only"
    note: Text | None = None

    @property
    def heading(self) -> str:
        return self.short_title
