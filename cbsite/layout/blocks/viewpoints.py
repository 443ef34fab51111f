"""What several sources say on one question, side by side."""

from __future__ import annotations

from msgspec.structs import replace

from cbsite.layout.parts.context import Context, source_name
from cbsite.layout.parts.stances import stance
from cbsite.layout.parts.wording import when
from cbsite.layout.values import View, Viewpoints
from cbsite.records.blocks import View as WrittenView
from cbsite.records.blocks import ViewpointsBlock
from cbsite.records.document import Document
from cbsite.records.source import SourceRecord


def viewpoints(context: Context, fields: ViewpointsBlock) -> Viewpoints:
    return Viewpoints(fields.question, tuple(_view(context, view) for view in fields.views))


def _view(context: Context, view: WrittenView) -> View:
    """The view; of a source that is not published yet, no more than its name."""
    entry = context.library.find(("source", view.source.id))
    assert entry is not None
    source = entry.record
    assert isinstance(source, Document | SourceRecord)
    seen = context.library.is_published(entry)
    date = view.date or (source.issued if seen else None)
    return View(
        who=view.who or (_author(context, source) if seen else source_name(source)),
        stance=stance(source) if seen else None,
        says=view.says,
        when=when(date) if date else None,
        source=replace(context.cite(view.source), note=""),
    )


def _author(context: Context, source: Document | SourceRecord) -> str:
    """Who speaks in a source: its author, else its publisher."""
    if source.author:
        return source.author
    if isinstance(source, SourceRecord):
        return source.publisher
    return context.link_to("organisation", source.publisher).text
