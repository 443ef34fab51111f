"""A page about one record: what all of them share."""

from __future__ import annotations

from collections.abc import Iterable

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.frame import frame
from cbsite.layout.parts.item_rows import changes_section
from cbsite.layout.parts.mentions import mentions_section
from cbsite.layout.parts.prose import ProseLinker
from cbsite.layout.parts.search_tags import search_tags
from cbsite.layout.parts.wording import day
from cbsite.layout.values import Block, Gap, Notice, PageValue, Plate, Row, Section, Words
from cbsite.read.entry import Entry
from cbsite.records.common import Item
from cbsite.records.document import Document
from cbsite.records.kinds import BY_NAME


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
    """The page of `entry`: its plate, notices, sections, and where it is mentioned.

    Sections without blocks are left out; a `wide` page has no margin of its own for mentions. A
    withdrawn record keeps its address and its notice, and nothing else.
    """
    record = entry.record
    withdrawn = record.status == "withdrawn"
    updated = day(record.shown_updated) if isinstance(record, Item) else ""
    changes = changes_section(record) if isinstance(record, Item) else ()
    at_end, in_margin = mentions_section(context, entry.key, not_mentions, wide)
    description = record.summary or f"{record.heading}: {context.library.site.name}"
    return PageValue(
        template=f"pages/{entry.kind}.html",
        frame=frame(context, record.heading, description, updated),
        plate=Plate(
            title=record.heading,
            lede=record.summary or "",
            language=_language(entry),
            kicker=kicker,
            item=item,
            crumbs=crumbs(context, record.heading),
            rows=() if withdrawn else rows,
        ),
        sections=() if withdrawn else (*(s for s in sections if s.blocks), *changes, *at_end),
        margin=() if withdrawn else (*(s for s in margin if s.blocks), *in_margin),
        notices=notices(entry),
        indexed=None if withdrawn else search_tags(context, entry),
    )


def crumbs(context: Context, title: str) -> tuple[Words, ...]:
    """Home, the register, this page."""
    above = [Words("Home", context.href_of("/"))]
    first = context.page.address.split("/")[1]
    if first and context.page.address != f"/{first}/":
        register = context.plan.pages.get(f"/{first}/")
        if register is not None:
            above.append(Words(register.title, context.href_of(register.address)))
    return (*above, Words(title))


def _language(entry: Entry) -> str:
    """The language of a record's own words, where it says that it has one."""
    return entry.record.lang or "" if isinstance(entry.record, Item) else ""


def text_sections(context: Context, entry: Entry, gap: str = "") -> tuple[Section, ...]:
    """The record's own text and the sources of its figures; without text, the gap if there is one to name."""
    blocks = text_blocks(context, entry)
    if blocks:
        return (Section("", "", blocks, language=_language(entry)),)
    return (Section("", "", (Gap(gap),)),) if gap else ()


def text_blocks(context: Context, entry: Entry) -> tuple[Block, ...]:
    """The record's own text, then the sources of its figures."""
    if entry.prose is None or not entry.prose.children:
        return ()
    linker = ProseLinker(context, entry)
    text = linker.text(entry.prose.children)
    return (text, *linker.notes())


def notices(entry: Entry) -> tuple[Notice, ...]:
    """What a reader must know before reading on."""
    record = entry.record
    noun = BY_NAME[entry.kind].noun
    found: list[Notice] = []
    if record.status == "withdrawn":
        found.append(
            Notice("withdrawn", f"This {noun} is withdrawn.", record.withdrawn_reason or "")
        )
    if record.status == "archived":
        found.append(
            Notice(
                "archived",
                f"This {noun} is archived.",
                "It is kept as a record and no longer updated.",
            )
        )
    if isinstance(record, Item) and record.illustrative:
        found.append(
            Notice(
                "illustrative", f"Illustrative {noun}.", "This is an example, not a real scheme."
            )
        )
    if isinstance(record, Document) and record.stance == "opinion":
        found.append(
            Notice(
                "opinion",
                "Opinion.",
                "This gives the author's own view; it is not a record of decisions.",
            )
        )
    return tuple(found)
