"""A page about one record: what all of them share."""

from __future__ import annotations

from collections.abc import Iterable

from cbsite.layout.parts.cite import cite_section
from cbsite.layout.parts.contact import contact_section
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.downloads import downloads_section
from cbsite.layout.parts.facets import LABELS
from cbsite.layout.parts.frame import frame
from cbsite.layout.parts.item_rows import changes_section
from cbsite.layout.parts.lead_picture import lead_picture
from cbsite.layout.parts.mentions import mentions_section
from cbsite.layout.parts.notices import notices
from cbsite.layout.parts.on_page import on_page
from cbsite.layout.parts.prose import ProseLinker
from cbsite.layout.parts.related import related_section
from cbsite.layout.parts.search_tags import search_tags
from cbsite.layout.parts.translations import translations
from cbsite.layout.values import Block, Gap, PageValue, Plate, Row, Section, Words
from cbsite.plan.facets import FINDERS
from cbsite.plan.lists import ListPart
from cbsite.plan.plan import PlannedPage
from cbsite.read.entry import Entry
from cbsite.records.common import Item
from cbsite.records.document import Document


def record_page(
    context: Context,
    entry: Entry,
    sections: Iterable[Section],
    margin: Iterable[Section] = (),
    rows: tuple[Row, ...] = (),
    kicker: str = "",
    item: str = "",
    not_mentions: tuple[str, ...] = (),
    wide: bool = False,
) -> PageValue:
    """The page of `entry`: its plate, notices and sections; where it is mentioned, whom to ask, how to cite it.

    Sections without blocks are left out. A `wide` page, and that of a document, has no margin of its own:
    what stands there elsewhere comes at the end. A withdrawn record keeps its address and its notice, and
    nothing else.
    """
    record = entry.record
    withdrawn = record.status == "withdrawn"
    wide = wide or isinstance(record, Document)
    changes = changes_section(record) if isinstance(record, Item) else ()
    at_end, in_margin = mentions_section(context, entry.key, not_mentions, wide)
    contact = contact_section(context, record) if isinstance(record, Item) else ()
    related, cite = related_section(context, entry), cite_section(context, entry)
    body = (
        *lead_picture(context, entry),
        *(s for s in sections if s.blocks),
        *downloads_section(context, entry),
        *(related if wide else ()),
        *changes,
        *at_end,
        *((*contact, *cite) if wide else ()),
    )
    beside = (
        *(s for s in margin if s.blocks),
        *(() if wide else (*contact, *related, *in_margin, *cite)),
    )
    others = translations(context, entry)
    summary = "" if withdrawn else record.summary or ""
    description = summary or f"{record.heading}: {context.library.site.name}"
    return PageValue(
        template=f"pages/{entry.kind}.html",
        frame=frame(context, record.heading, description, "article", others),
        plate=Plate(
            title=record.heading,
            lede=summary,
            language=_language(entry),
            kicker=kicker,
            item=item,
            crumbs=crumbs(context, record.heading),
            rows=() if withdrawn else rows,
        ),
        sections=() if withdrawn else body,
        margin=() if withdrawn else beside,
        notices=notices(context, entry),
        contents=() if withdrawn or wide else on_page(entry, body),
        indexed=None if withdrawn else search_tags(context, entry),
    )


def crumbs(context: Context, title: str) -> tuple[Words, ...]:
    """Home, the pages above this one, this page."""
    above = [Words("Home", context.href_of("/"))]
    steps = context.page.address.strip("/").split("/")
    for depth in range(1, len(steps)):
        page = context.plan.pages.get(f"/{'/'.join(steps[:depth])}/")
        if page is not None:
            above.append(Words(_name(page), context.href_of(page.address)))
    return (*above, Words(title))


def _name(page: PlannedPage) -> str:
    """What a breadcrumb calls a page: its title, or which facet it lists the values of."""
    part = ListPart.of(page) if page.kind in FINDERS else ListPart()
    return f"By {LABELS[part.facet].lower()}" if part.facet and not part.value else page.title


def _language(entry: Entry) -> str:
    """The language of a record's own words, where it says that it has one."""
    return entry.record.lang or "" if isinstance(entry.record, Item) else ""


def text_sections(context: Context, entry: Entry, gap: str = "") -> tuple[Section, ...]:
    """The record's own text and the sources of its figures; without text, the gap if there is one to name."""
    blocks = text_blocks(context, entry)
    if blocks:
        return (Section("see_text", "", blocks, language=_language(entry)),)
    return (Section("see_text", "", (Gap(gap),)),) if gap else ()


def text_blocks(context: Context, entry: Entry) -> tuple[Block, ...]:
    """The record's own text, then the sources of its figures."""
    if entry.prose is None or entry.prose.is_empty:
        return ()
    linker = ProseLinker(context, entry)
    text = linker.text(entry.prose.children)
    return (text, *linker.notes())
