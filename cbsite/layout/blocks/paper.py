"""A paper: numbered paragraphs, with what cites them and what they lack in the margin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.prose import ProseLinker
from cbsite.layout.values import Note, Paragraph, Text, Words
from cbsite.library.references import citations_of, parse_reference
from cbsite.plan.address import Location
from cbsite.read.entry import Entry
from cbsite.read.nodes import Node, paragraph_anchor
from cbsite.records.document import Document

_FEW = 3
"""Links that a margin note shows before it points to the list at the end of the page."""


def paragraphs(
    linker: ProseLinker, nodes: tuple[Node, ...], notes: Mapping[str, list[Note]]
) -> tuple[Paragraph | Text, ...]:
    """The numbered paragraphs in a text, each with the notes beside it, and what stands between them."""
    parts: list[Paragraph | Text] = []
    for node in nodes:
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
    return tuple(parts)


def contents(nodes: Iterable[Node]) -> tuple[Words, ...]:
    """The headings of the second level on this page, each with the paragraphs under it ("1 to 4")."""
    headings: list[tuple[Node, list[str]]] = []
    for node in nodes:
        if node.type == "heading" and node.get("level") == "2":
            headings.append((node, []))
        elif node.type == "numbered_paragraph" and headings:
            headings[-1][1].append(node.get("number"))
    return tuple(
        Words(node.words(), f"#{node.get('id')}", note=covered(numbers))
        for node, numbers in headings
    )


def covered(numbers: Sequence[str]) -> str:
    """The paragraphs that a part covers: `1 to 4`, `5`, or nothing."""
    return " to ".join(dict.fromkeys((numbers[0], numbers[-1]))) if numbers else ""


def notes_beside(context: Context, entry: Entry, mentions: Location) -> Mapping[str, list[Note]]:
    """The margin notes of each paragraph: who cites it, and annexes it names that are not held.

    `mentions` is where all that cite the document are listed.
    """
    record = entry.record
    assert isinstance(record, Document)
    notes: defaultdict[str, list[Note]] = defaultdict(list)
    for number, links in _cited_by(context, entry).items():
        notes[number].append(Note("cite", "Cited by", _first(links, context.href(mentions))))
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


def _first(links: list[Words], list_of_all: str) -> tuple[Words, ...]:
    """The first few links, and where the others are."""
    if len(links) <= _FEW + 1:
        return tuple(links)
    return (*links[:_FEW], Words(f"{len(links) - _FEW} more", list_of_all))


def _cited_by(context: Context, entry: Entry) -> dict[str, list[Words]]:
    found: defaultdict[str, list[Words]] = defaultdict(list)
    for other in context.library.mentions(entry.key):
        numbers = dict.fromkeys((*_cited(other, entry.record.id), *_linked(other, entry.record.id)))
        link = context.link(other)
        for number in numbers:
            # A body and the word for it in the glossary have one name: one of them says enough.
            if all(known.text != link.text for known in found[number]):
                found[number].append(link)
    return found


def _cited(entry: Entry, id: str) -> list[str]:
    """The paragraphs of the document `id` that an entry's citations name."""
    citations = (citation for _, citation in citations_of(entry))
    return [c.paragraph for c in citations if c.id == id and c.paragraph]


def _linked(entry: Entry, id: str) -> list[str]:
    links = (link for text in entry.texts for link in text.prose.links)
    references = (parse_reference(link.target) for link in links)
    return [
        r.paragraph for r in references if r and (r.kind, r.id) == ("document", id) and r.paragraph
    ]
