"""What to read next: what the authors chose, else what shares most with the item, and why."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.kind_words import kind_words
from cbsite.layout.parts.stances import stance_word
from cbsite.layout.values import Items, ListItem, Section
from cbsite.library.kin import Relative
from cbsite.library.references import parse_reference
from cbsite.read.entry import Entry
from cbsite.records.common import Item

_MOST = 5


def related_section(context: Context, entry: Entry) -> tuple[Section, ...]:
    """At most five other pages, each with what it is and why it is here; nothing where there is none."""
    if not isinstance(entry.record, Item):
        return ()
    lines = tuple(islice(_lines(context, entry, entry.record), _MOST))
    return (Section("see_related", "Related", (Items(lines, short=True),)),) if lines else ()


def _lines(context: Context, entry: Entry, item: Item) -> Iterator[ListItem]:
    library = context.library
    if item.related:
        references = (parse_reference(written) for written in item.related)
        found = (library.entries.get((one.kind, one.id)) for one in references if one)
        yield from (_line(context, e) for e in found if e and e.record.status != "withdrawn")
    else:
        for relative in library.kin.of(entry.key, _MOST):
            yield _line(context, library.entries[relative.key], _reason(context, relative))


def _line(context: Context, entry: Entry, reason: str = "") -> ListItem:
    facts = (kind_words(entry.record), stance_word(entry.record), reason)
    return ListItem(context.link(entry), tuple(fact for fact in facts if fact))


def _reason(context: Context, relative: Relative) -> str:
    """Why it is here, by the weightiest thing shared that readers can see: `same place: Essex`."""
    seen = (tag for tag in relative.shared if tag in context.library.entries)
    return next((f"same {kind}: {context.link_to(kind, id).text}" for kind, id in seen), "")
