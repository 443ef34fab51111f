"""Values for what is not known, as a table."""

from typing import ClassVar

from cbsite.layout.values.value import Value
from cbsite.layout.values.words import Words


class GapRow(Value, frozen=True):
    """Something that is not known, where on the site that shows (once or more), and what would close the gap."""

    text: str
    where: tuple[Words, ...]
    closes: str


class GapTable(Value, frozen=True):
    """Things that are not known."""

    template: ClassVar[str] = "gap_table"
    caption: str
    rows: tuple[GapRow, ...]
    closes: str = ""
    """What would close those that say nothing else of it; empty where each says its own."""
