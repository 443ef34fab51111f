"""A plain page of text."""

from __future__ import annotations

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.record_page import record_page, text_sections
from cbsite.layout.values import PageValue
from cbsite.read.entry import Entry


def page(context: Context, entry: Entry) -> PageValue:
    return record_page(
        context, entry, text_sections(context, entry, gap="This page has no text yet.")
    )
