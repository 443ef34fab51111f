"""A paper: numbered paragraphs, with what cites them and what they lack in the margin."""

from __future__ import annotations

from collections import defaultdict

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.mentions import ANCHOR
from cbsite.layout.parts.prose import ProseLinker
from cbsite.layout.values import Contents, Note, Paper, Paragraph, Text, Words
from cbsite.library.references import parse_reference
from cbsite.plan import Location
from cbsite.read.entry import Entry
from cbsite.read.tree import Node, paragraph_anchor
from cbsite.records.document import Document
from cbsite.records.fields import Record, citations_in

_FEW = 3
"""Links that a margin note shows before it points to the list at the end of the page."""


def paper(context: Context, entry: Entry, linker: ProseLinker) -> Paper:
    """The text of a document whose paragraphs carry printed numbers."""
    assert entry.prose is not None and isinstance(entry.record, Document)
    notes = _notes(context, entry)
    parts: list[Paragraph | Text] = []
    for node in entry.prose.children:
        if node.type == "numbered_paragraph":
            number = node.get("number")
            parts.append(
                Paragraph(
                    number,
                    paragraph_anchor(number),
                    node.get("depth") == "2",
                    linker.text(node.children),
                    tuple(notes.get(number, ())),
                )
            )
        else:
            parts.append(linker.text((node,)))
    return Paper(tuple(parts))


def contents(context: Context, entry: Entry) -> Contents | None:
    """The headings of a document, each with the paragraphs under it ("1 to 4")."""
    assert entry.prose is not None
    entries: list[Words] = []
    current: Node | None = None
    numbers: list[str] = []

    def close() -> None:
        if current is not None:
            span = (
                ""
                if not numbers
                else numbers[0]
                if len(numbers) == 1
                else f"{numbers[0]} to {numbers[-1]}"
            )
            href = context.href(Location(context.page.address, current.get("id")))
            entries.append(Words(current.words(), href, note=span))

    for node in entry.prose.children:
        if node.type == "heading" and node.get("level") == "2":
            close()
            current, numbers = node, []
        elif node.type == "numbered_paragraph":
            numbers.append(node.get("number"))
    close()
    return Contents(tuple(entries)) if len(entries) > 1 else None


def _notes(context: Context, entry: Entry) -> dict[str, list[Note]]:
    """The margin notes of each paragraph: who cites it, and annexes it names that are not held."""
    record = entry.record
    assert isinstance(record, Document)
    notes: defaultdict[str, list[Note]] = defaultdict(list)
    for number, links in _cited_by(context, entry).items():
        notes[number].append(Note("cite", "Cited by", _first(context, links)))
    for annex in record.annexes:
        if annex.named_in and annex.held == "not-held":
            notes[annex.named_in].append(
                Note(
                    "gap",
                    "Not held.",
                    (Words(f"{annex.title} is named here, but is not in the file we have."),),
                )
            )
    return notes


def _first(context: Context, links: list[Words]) -> tuple[Words, ...]:
    """The first few links, and where the others are."""
    if len(links) <= _FEW + 1:
        return tuple(links)
    others = Words(
        f"{len(links) - _FEW} more", context.href(Location(context.page.address, ANCHOR))
    )
    return (*links[:_FEW], others)


def _cited_by(context: Context, entry: Entry) -> dict[str, list[Words]]:
    found: defaultdict[str, list[Words]] = defaultdict(list)
    for other in context.library.mentions(entry.key):
        numbers = dict.fromkeys(
            (*_cited(other.record, entry.record.id), *_linked(other, entry.record.id))
        )
        for number in numbers:
            found[number].append(context.link(other))
    return found


def _cited(record: Record, id: str) -> list[str]:
    """The paragraphs of the document `id` that a record's citations name."""
    citations = (citation for _, citation in citations_in(record))
    return [c.paragraph for c in citations if c.id == id and c.paragraph]


def _linked(entry: Entry, id: str) -> list[str]:
    references = (parse_reference(link.target) for link in entry.prose.links) if entry.prose else ()
    return [
        r.paragraph for r in references if r and (r.kind, r.id) == ("document", id) and r.paragraph
    ]
