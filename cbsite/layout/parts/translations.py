"""The same item in other languages: each leads to all the others."""

from __future__ import annotations

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.languages import language_name
from cbsite.layout.values import Translation
from cbsite.library.references import parse_reference
from cbsite.read.entry import Entry, Key
from cbsite.records.common import Item


def translations(context: Context, entry: Entry) -> tuple[Translation, ...]:
    """The other languages that an item can be read in, in order of their tags."""
    if not isinstance(entry.record, Item):
        return ()
    library = context.library
    original = library.entries.get(_original(entry.record) or entry.key)
    if original is None:
        return ()
    group = [original, *(e for e in library.mentions(original.key) if _says(e, original.key))]
    return tuple(
        sorted(
            (_translation(context, other) for other in group if _stands(other, entry)),
            key=lambda found: (found.language, found.address),
        )
    )


def _original(item: Item) -> Key | None:
    reference = parse_reference(item.translation_of or "")
    return (reference.kind, reference.id) if reference else None


def _says(entry: Entry, original: Key) -> bool:
    return isinstance(entry.record, Item) and _original(entry.record) == original


def _stands(other: Entry, entry: Entry) -> bool:
    return other.key != entry.key and other.record.status != "withdrawn"


def _translation(context: Context, entry: Entry) -> Translation:
    location = context.plan.locations[entry.key]
    language = context.library.site.language
    if isinstance(entry.record, Item) and entry.record.lang:
        language = entry.record.lang
    return Translation(
        language, language_name(language), context.href(location), context.absolute(location)
    )
