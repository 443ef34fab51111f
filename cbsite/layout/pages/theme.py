"""A theme: everything about it."""

from __future__ import annotations

from cbsite.layout.blocks.lists import items
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.record_page import record_page, text_sections
from cbsite.layout.parts.wording import capital, row
from cbsite.layout.values import Gap, PageValue, Section
from cbsite.read.entry import Entry
from cbsite.records.fields import Record
from cbsite.records.kinds import KINDS
from cbsite.records.theme import Theme

_SHOWN = ("case-study", "document", "pilot", "programme", "page")


def theme(context: Context, entry: Entry) -> PageValue:
    record = entry.record
    assert isinstance(record, Theme)
    sections = list(text_sections(context, entry))
    for kind in KINDS:
        about = _mentions(context, entry, kind.name)
        if kind.name in _SHOWN and about:
            title = capital(kind.register.replace("-", " "))
            sections.append(Section(f"see_{kind.name}", title, items(context, about)))
    if not sections:
        sections.append(Section("see_gap", "", (Gap("Nothing on this theme yet."),)))
    rows = (*row("Meaning", record.definition), *row("Also called", *record.synonyms))
    return record_page(context, entry, sections, (), rows, "Theme", not_mentions=_SHOWN)


def _mentions(context: Context, entry: Entry, kind: str) -> tuple[Record, ...]:
    return tuple(
        e.record
        for e in context.library.mentions(entry.key)
        if e.kind == kind and e.record.status != "withdrawn"
    )
