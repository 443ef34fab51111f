"""The value for a table of words."""

from typing import ClassVar

from cbsite.layout.values.value import Value
from cbsite.layout.values.words import Words


class Table(Value, frozen=True):
    """A table; the first cell of a row is its heading. On a phone, rows become blocks."""

    template: ClassVar[str] = "table"
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]
