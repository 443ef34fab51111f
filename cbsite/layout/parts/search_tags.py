"""What the search index keeps of a page: filters, sort keys, other names."""

from __future__ import annotations

from collections.abc import Iterator

from cbsite.layout.blocks.figures import rivals_of
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.wording import DOCUMENT_KINDS, capital
from cbsite.layout.values import SearchTags
from cbsite.read.entry import Entry
from cbsite.records.case_study import CaseStudy
from cbsite.records.common import Item
from cbsite.records.dates import PartialDate
from cbsite.records.document import Document
from cbsite.records.fields import references_in
from cbsite.records.figure import Topic
from cbsite.records.kinds import BY_NAME
from cbsite.records.organisation import Organisation
from cbsite.records.pilot import Pilot
from cbsite.records.place import Place
from cbsite.records.programme import Programme
from cbsite.records.theme import Theme

FACETS = (
    ("type", "Type"),
    ("place", "Place"),
    ("programme", "Programme"),
    ("theme", "Theme"),
    ("year", "Year"),
)
"""The filters of the search page, with their labels."""

_BY_KIND = ("place", "programme", "theme")
NO_DATE = "0000-00-00"


def search_tags(context: Context, entry: Entry) -> SearchTags:
    """The tags of a record's page. Every page has every sort key, or sorting would lose it."""
    dates = sorted(_dates(context, entry), key=lambda date: date.sort_key)
    years = sorted({date.year for date in dates if date.year})
    filters = [("type", _type(entry))]
    for kind in _BY_KIND:
        names = {entry.record.heading} if entry.kind == kind else set()
        for _, referred, id in references_in(entry.record):
            if referred == kind:
                names.add(context.link_to(kind, id).text)
        filters += [(kind, name) for name in sorted(names)]
    filters += [("year", str(year)) for year in years]
    first = dates[0].sort_key[:10] if dates and years else NO_DATE
    illustrative = isinstance(entry.record, Item) and entry.record.illustrative
    shown = f"{_type(entry)}, illustrative" if illustrative else _type(entry)
    metadata = (("type", shown), ("year", ", ".join(str(year) for year in years)))
    return SearchTags(
        tuple(filters),
        (("title", entry.record.heading), ("date", first)),
        tuple((name, value) for name, value in metadata if value),
        tuple(_synonyms(entry)),
    )


def plain_tags(type_name: str, title: str) -> SearchTags:
    """The tags of a page that no single record stands behind."""
    return SearchTags(
        (("type", type_name),), (("title", title), ("date", NO_DATE)), (("type", type_name),)
    )


def _type(entry: Entry) -> str:
    if isinstance(entry.record, Document):
        return DOCUMENT_KINDS[entry.record.kind]
    return "Figure" if entry.kind == "topic" else capital(BY_NAME[entry.kind].noun)


def _dates(context: Context, entry: Entry) -> Iterator[PartialDate]:
    """The dates a record is about (not the day on which the hub published it)."""
    record = entry.record
    if isinstance(record, Document):
        yield record.issued
    elif isinstance(record, Pilot):
        yield from (change.date for change in record.stage_history)
    elif isinstance(record, Topic):
        yield from (figure.as_at for figure in rivals_of(context, record.id))
    elif isinstance(record, CaseStudy) and record.dates:
        yield from (date for date in (record.dates.start, record.dates.end) if date)
    elif isinstance(record, Programme):
        yield from (phase.date for phase in record.phases)


def _synonyms(entry: Entry) -> Iterator[str]:
    record = entry.record
    if isinstance(record, Place):
        yield from record.aka
    elif isinstance(record, Theme):
        yield from record.synonyms
    elif isinstance(record, Organisation):
        yield from (name.name for name in record.names)
    elif isinstance(record, Programme):
        yield from record.names
