"""Values for a register that stands on one page, such as the glossary: entries with anchors, and ways to them."""

from typing import ClassVar

from cbsite.layout.values.value import Value
from cbsite.layout.values.words import Row, Words


class DirectoryEntry(Value, frozen=True):
    """An entry. `anchor` is its id on the page; `note` follows the title in a quiet voice."""

    anchor: str
    title: str
    note: str = ""
    text: str = ""
    rows: tuple[Row, ...] = ()
    mentioned: tuple[Words, ...] = ()


class Directory(Value, frozen=True):
    """Entries, each under a heading of the third level: it stands in a section with a title."""

    template: ClassVar[str] = "directory"
    entries: tuple[DirectoryEntry, ...]


class Jumps(Value, frozen=True):
    """Short links to the sections of a page, such as the letters of a glossary. `label` names them all."""

    template: ClassVar[str] = "jumps"
    label: str
    links: tuple[Words, ...]
