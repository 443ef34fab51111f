"""The files that an item offers to take away."""

from __future__ import annotations

from cbsite.layout.parts.context import Context
from cbsite.layout.values import Items, ListItem, Section
from cbsite.read.entry import Entry
from cbsite.records.common import Item


def downloads_section(context: Context, entry: Entry) -> tuple[Section, ...]:
    """The files by name, each with its type and size; nothing for none."""
    if not isinstance(entry.record, Item):
        return ()
    links = (context.download(entry, one.file, one.title) for one in entry.record.downloads)
    lines = tuple(ListItem(link) for link in links if link)
    block = Items(lines, short=True, searchable=True)
    return (Section("see_downloads", "Downloads", (block,)),) if lines else ()
