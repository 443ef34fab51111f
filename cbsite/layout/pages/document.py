"""A document: its cover, contents, text and annexes, and what cites it."""

from __future__ import annotations

from cbsite.layout.blocks.paper import contents, paper
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.item_rows import item_rows
from cbsite.layout.parts.prose import ProseLinker
from cbsite.layout.parts.record_page import record_page, text_sections
from cbsite.layout.parts.wording import DOCUMENT_KINDS, HELD, STANCES, label, row, row_or_gap, when
from cbsite.layout.values import Note, Notes, PageValue, Row, Section, SummaryList, Table, Words
from cbsite.read.entry import Entry
from cbsite.records.document import Annex, Document


def document(context: Context, entry: Entry) -> PageValue:
    record = entry.record
    assert isinstance(record, Document)
    toc = contents(context, entry) if entry.prose else None
    sections = (
        Section("see_cover", "", (SummaryList(_cover(context, record)), _cover_notes(record))),
        Section("see_contents", "In this paper", (toc,) if toc else ()),
        *_text(context, entry, record),
        Section("see_annexes", "Annexes", (_annexes(record.annexes),) if record.annexes else ()),
        Section(
            "see_unresolved",
            "Left open in this document",
            (_unresolved(record),) if record.unresolved else (),
        ),
    )
    body = context.link_to("organisation", record.body).text if record.body else ""
    kicker = " - ".join(part for part in (body, DOCUMENT_KINDS[record.kind]) if part)
    return record_page(context, entry, sections, kicker=kicker, item=record.item or "")


def _text(context: Context, entry: Entry, record: Document) -> tuple[Section, ...]:
    if not record.has_numbered_paragraphs or entry.prose is None:
        return text_sections(context, entry, gap="The hub does not hold the text of this document.")
    linker = ProseLinker(context, entry)
    block = paper(context, entry, linker)
    return (Section("see_text", "", (block, *linker.notes()), language=record.lang or ""),)


def _cover(context: Context, record: Document) -> tuple[Row, ...]:
    original = record.original
    web = Words(original.url, original.url) if original and original.url else None
    archived = (
        Words("Archived copy", original.archived_url)
        if original and original.archived_url
        else None
    )
    note = original.note if original else None
    committee = record.kind == "committee-report"
    body = context.link_to("organisation", record.body) if record.body else None
    return (
        *row("Published by", context.link_to("organisation", record.publisher)),
        *(row_or_gap("Committee", "The paper does not name it.", body) if committee else ()),
        *row("Author", record.author),
        *row("Purpose", f"For {record.purpose}" if record.purpose else None),
        *row("Asked of members", record.recommendation),
        *row("Next action", record.action),
        *row(
            "Contact",
            Words(record.contact_role, note="office only") if record.contact_role else None,
        ),
        *row("Date", when(record.issued)),
        *row("Meeting", when(record.meeting) if record.meeting else None),
        *row("Closes", when(record.closes) if record.closes else None),
        *row("Offer", record.offer),
        *row("Criteria", *record.criteria),
        *row("We hold", HELD[record.held]),
        *row("Original", web, archived, note),
        *item_rows(context, record),
    )


def _cover_notes(record: Document) -> Notes:
    notes = [Note("plain", "Stance.", (Words(f"{STANCES[record.stance]}."),))]
    if record.disclaimer:
        notes.append(Note("plain", "Disclaimer.", (Words(record.disclaimer),)))
    return Notes(tuple(notes))


def _annexes(annexes: tuple[Annex, ...]) -> Table:
    rows = tuple(
        (
            Words(annex.title),
            Words(f"Paragraph {annex.named_in}" if annex.named_in else "Not said"),
            Words(label(annex.held), gap=annex.held == "not-held"),
            Words(annex.note or ""),
        )
        for annex in annexes
    )
    return Table("Annexes to this document", ("Annex", "Named in", "Held", "Note"), rows)


def _unresolved(record: Document) -> Notes:
    return Notes(tuple(Note("gap", "Gap.", (Words(text),)) for text in record.unresolved))
