"""What the search index keeps of a page: filters, sort keys, other names."""

from __future__ import annotations

from msgspec.structs import replace

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.facets import SEARCH, value_label
from cbsite.layout.parts.stances import stance_word
from cbsite.layout.parts.wording import DOCUMENT_KINDS, capital
from cbsite.layout.values import SearchTags
from cbsite.read.entry import Entry
from cbsite.records.common import Item
from cbsite.records.document import Document
from cbsite.records.kinds import BY_NAME

NO_DATE = "0000-00-00"


def search_tags(context: Context, entry: Entry) -> SearchTags:
    """The tags of a record's page. Every page has every sort key, or sorting would lose it."""
    facets = context.plan.facets
    years = facets.values(entry.record, "year")
    filters = [("type", _type(entry))]
    for facet in SEARCH[1:]:
        values = facets.values(entry.record, facet)
        filters += [(facet, value_label(context, facet, value)) for value in values]
    dates = facets.dates(entry.record)
    first = dates[0].sort_key[:10] if dates and years else NO_DATE
    illustrative = isinstance(entry.record, Item) and entry.record.illustrative
    told = (_type(entry), stance_word(entry.record).lower(), "illustrative" if illustrative else "")
    metadata = (("type", ", ".join(word for word in told if word)), ("year", ", ".join(years)))
    return SearchTags(
        tuple(filters),
        (("title", entry.record.heading), ("date", first)),
        tuple((name, value) for name, value in metadata if value),
        entry.record.other_names,
    )


def plain_tags(type_name: str, title: str) -> SearchTags:
    """The tags of a page that no single record stands behind."""
    return SearchTags(
        (("type", type_name),), (("title", title), ("date", NO_DATE)), (("type", type_name),)
    )


def without_ties(tags: SearchTags, address: str) -> SearchTags:
    """The tags of the page at this address, each sort key with the address after it.

    Pagefind leaves pages with the same key in the order in which the disk listed them.
    """
    return replace(tags, sorts=tuple((key, f"{value} {address}") for key, value in tags.sorts))


def _type(entry: Entry) -> str:
    if isinstance(entry.record, Document):
        return DOCUMENT_KINDS[entry.record.kind]
    return "Figure" if entry.kind == "topic" else capital(BY_NAME[entry.kind].noun)
