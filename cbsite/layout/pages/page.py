"""A plain page of text."""

from __future__ import annotations

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.item_rows import item_rows
from cbsite.layout.parts.record_page import record_page, text_sections
from cbsite.layout.values import PageValue, Section, SummaryList
from cbsite.read.entry import Entry
from cbsite.records.page import Page


def page(context: Context, entry: Entry) -> PageValue:
    record = entry.record
    assert isinstance(record, Page)
    rows = item_rows(context, record)
    margin = (Section("see_summary", "About this page", (SummaryList(rows),) if rows else ()),)
    sections = text_sections(context, entry, gap="This page has no text yet.")
    return record_page(context, entry, sections, margin)
