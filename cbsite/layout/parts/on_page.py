"""What a long page holds: its headings, to go straight to one."""

from __future__ import annotations

from collections.abc import Iterable

from cbsite.layout.values import Section, Text, Words
from cbsite.read.entry import Entry

_LONG = 3
"""From so many headings on, a text has a list of them."""


def on_page(entry: Entry, sections: Iterable[Section]) -> tuple[Words, ...]:
    """The headings of a record's page; nothing where its own text is short."""
    headings = entry.prose.headings if entry.prose else ()
    if sum(1 for heading in headings if heading.level == 2) < _LONG:
        return ()
    return headings_of(sections)


def headings_of(sections: Iterable[Section]) -> tuple[Words, ...]:
    """The second-level headings of some sections, in order, each with its href."""
    found: list[Words] = []
    for section in sections:
        if section.title:
            found.append(Words(section.title, f"#{section.id}"))
        for block in section.blocks:
            if isinstance(block, Text):
                found += block.headings
    return tuple(found)
