"""The cover of a document: what it is and who stands behind it, what is attached, what it leaves open."""

from __future__ import annotations

from collections.abc import Mapping

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.item_rows import item_rows
from cbsite.layout.parts.wording import DOCUMENT_KINDS, HELD, STANCES, label, row, row_or_gap, when
from cbsite.layout.values import Note, Notes, Row, Section, SummaryList, Table, Words
from cbsite.plan.address import Location
from cbsite.plan.texts import TextPlace, text_places
from cbsite.read.entry import Entry, TextKey
from cbsite.read.nodes import paragraph_anchor
from cbsite.records.document import Annex, Document


def kicker(context: Context, record: Document) -> str:
    """Whose document it is, and of which kind: `LGA Executive - Committee paper`."""
    body = context.link_to("organisation", record.body).text if record.body else ""
    return " - ".join(part for part in (body, DOCUMENT_KINDS[record.kind]) if part)


def cover_section(context: Context, entry: Entry) -> Section:
    """The facts on the cover, and beside them how to take what the document says."""
    record = entry.record
    assert isinstance(record, Document)
    # Of a claim and an opinion a notice says so.
    stance = Note("plain", "Stance.", (Words(f"{STANCES[record.stance]}."),))
    notes = [stance] if record.known_stance == "record" else []
    if record.disclaimer:
        notes.append(Note("plain", "Disclaimer.", (Words(record.disclaimer),)))
    rows = (
        *row("Published by", context.link_to("organisation", record.publisher)),
        *_kind_rows(context, record),
        *row("Date", when(record.issued)),
        *row("Meeting", when(record.meeting) if record.meeting else None),
        *row("Closes", when(record.closes) if record.closes else None),
        *row("Offer", record.offer),
        *row("Criteria", *record.criteria),
        *row("We hold", HELD[record.held]),
        *_original(context, entry, record),
        *item_rows(context, record),
    )
    beside = (Notes(tuple(notes)),) if notes else ()
    return Section("see_cover", "", (SummaryList(rows), *beside))


def _kind_rows(context: Context, record: Document) -> tuple[Row, ...]:
    """What only some kinds of document have; a letter or paper without its own shows the gap."""
    committee, letter = record.kind == "committee-report", record.kind == "letter"
    body = context.link_to("organisation", record.body) if record.body else None
    office = Words(record.contact_role, note="office only") if record.contact_role else None
    said = "The letter does not say."
    return (
        *(row_or_gap("Committee", "The paper does not name it.", body) if committee else ()),
        *(row_or_gap("From", said, record.sender) if letter else row("From", record.sender)),
        *(row_or_gap("To", said, record.addressee) if letter else row("To", record.addressee)),
        *row("Author", record.author),
        *row("Purpose", f"For {record.purpose}" if record.purpose else None),
        *row("Asked of members", record.recommendation),
        *row("Next action", record.action),
        *row("Contact", office),
    )


def _original(context: Context, entry: Entry, record: Document) -> tuple[Row, ...]:
    original = record.original
    if original is None:
        return ()
    return row(
        "Original",
        Words(original.url, original.url) if original.url else None,
        Words("Archived copy", original.archived_url) if original.archived_url else None,
        context.download(entry, original.file, "The original as a file") if original.file else None,
        original.note,
    )


def annex_list(
    context: Context, entry: Entry, here: Mapping[TextKey, TextPlace] | None = None
) -> tuple[Section, ...]:
    """What is attached to the document, whether or not the hub holds it; `here`: texts on this page."""
    record = entry.record
    assert isinstance(record, Document)
    if not record.annexes:
        return ()
    places = here or {
        place.text.key: place for place in text_places(entry, context.plan.locations[entry.key])
    }
    rows = tuple(_annex_row(context, entry, annex, places) for annex in record.annexes)
    table = Table("Annexes to this document", ("Annex", "Named in", "Held", "Note"), rows)
    return (Section("see_annexes", "Annexes", (table,)),)


def _annex_row(
    context: Context, entry: Entry, annex: Annex, places: Mapping[TextKey, TextPlace]
) -> tuple[Words, ...]:
    place = places.get((*entry.key, annex.id))
    name = Words(annex.title, context.href(place.start)) if place else None
    if annex.file and name is None:
        name = context.download(entry, annex.file, annex.title)
    return (
        name or Words(annex.title),
        _named_in(context, entry, annex.named_in, places) if annex.named_in else Words("Not said"),
        Words(label(annex.held), gap=annex.held == "not-held"),
        Words(annex.note or ""),
    )


def _named_in(
    context: Context, entry: Entry, number: str, places: Mapping[TextKey, TextPlace]
) -> Words:
    """The paragraph that names an annex, on this page if it stands here."""
    words, anchor = f"Paragraph {number}", paragraph_anchor(number)
    for text in entry.texts:
        if any(found.number == number for found in text.prose.numbers):
            at = places[text.key].start.address
            return Words(words, context.href(Location(at, anchor)))
    return Words(words)


def unresolved(record: Document) -> tuple[Section, ...]:
    """What the document refers to but does not give."""
    gaps = tuple(Note("gap", "Gap.", (Words(text),)) for text in record.unresolved)
    return (
        (Section("see_unresolved", "Left open in this document", (Notes(gaps),)),) if gaps else ()
    )
