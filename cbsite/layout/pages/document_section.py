"""One part of a split document: a section, or an annex with its text and table."""

from __future__ import annotations

from msgspec.structs import replace

from cbsite.layout.blocks.document_contents import part_contents, steps
from cbsite.layout.blocks.document_text import one_part
from cbsite.layout.pages.document import in_this
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.frame import frame
from cbsite.layout.parts.notices import notices
from cbsite.layout.parts.search_tags import search_tags
from cbsite.layout.values import PageValue, Plate, SearchTags, Section, Words
from cbsite.plan.texts import text_places
from cbsite.read.entry import Entry
from cbsite.records.document import Document


def document_section(context: Context, entry: Entry) -> PageValue:
    """The page of the part whose slug is the page's detail."""
    record, location = entry.record, context.plan.locations[entry.key]
    assert isinstance(record, Document)
    (slug,) = context.page.detail
    place = next(p for p in text_places(entry, location) if p.part and p.part.slug == slug)
    title = context.page.title
    name = f"{title} - {record.short_title}"
    return PageValue(
        "pages/document-section.html",
        frame(context, name, f"{title}: a part of {record.title}."),
        Plate(
            title,
            language=record.lang or "",
            kicker=record.short_title,
            item=record.item or "",
            crumbs=(
                Words("Home", context.href_of("/")),
                Words("Documents", context.href_of("/documents/")),
                Words(record.short_title, context.href(location)),
                Words(title),
            ),
        ),
        (
            Section("see_contents", in_this(record), (part_contents(context, entry),)),
            one_part(context, entry, place),
            Section("see_steps", "", (steps(context, entry),)),
        ),
        notices=notices(context, entry),
        indexed=_tags(search_tags(context, entry), name),
    )


def _tags(tags: SearchTags, name: str) -> SearchTags:
    """The tags of the document, under the name of the part."""
    sorts = tuple((key, name if key == "title" else value) for key, value in tags.sorts)
    return replace(tags, sorts=sorts, metadata=(("title", name), *tags.metadata))
