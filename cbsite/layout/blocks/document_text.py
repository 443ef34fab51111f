"""The text of a document: one part of it, or all of it on one page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from cbsite.layout.blocks.paper import contents, notes_beside, paragraphs
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.joined import Flow, merged, printed
from cbsite.layout.parts.mentions import ANCHOR
from cbsite.layout.parts.prose import ProseLinker
from cbsite.layout.values import (
    Block,
    Items,
    ListItem,
    Paper,
    Paragraph,
    Section,
    Table,
    Text,
    Words,
)
from cbsite.plan.address import Location
from cbsite.plan.texts import TextPlace, text_places
from cbsite.read.csv_table import CsvTable
from cbsite.read.entry import DocumentPart, Entry
from cbsite.read.nodes import Node
from cbsite.records.document import Annex, Document


def one_page(
    context: Context, entry: Entry, places: Iterable[TextPlace]
) -> tuple[tuple[Words, ...], tuple[Section, ...], tuple[Section, ...]]:
    """All texts of a document on this page: its contents, its text, and its annexes, each as a section.

    `places` say where the texts stand on this page. What stands elsewhere on the site too is linked here.
    """
    places = tuple(places)
    linker = ProseLinker(context, entry, _here(context, entry, places))
    beside = notes_beside(context, entry, Location(context.page.address, ANCHOR))
    seen: list[Node] = []
    paper: list[Paragraph | Text] = []
    plain: list[Flow] = []
    annexes: list[Section] = []
    for place in places:
        if place.part is not None and place.part.role == "annex":
            title, blocks = place.part.title, _annex(context, entry, place, linker)
            annexes.append(Section(place.start.anchor, title, blocks, language=_language(entry)))
            continue
        nodes = linker.open(place, deeper=1 if place.part else 0)
        if place.part is not None:
            title_node = Node("text", text=place.part.title)
            attrs = (("level", "2"), ("id", place.start.anchor))
            nodes = (Node("heading", attrs, (title_node,)), *nodes)
        seen += nodes
        if _is_paper(entry):
            paper += paragraphs(linker, nodes, beside)
        else:
            plain.append(linker.flow(nodes))
    whole = merged(plain)
    said = (*_paper(paper), *((printed(whole),) if whole.nodes else ()))
    text = [Section("see_text", "", said, language=_language(entry))]
    # Footnotes and the sources of figures stand at the end of all that is said.
    last = annexes or text
    last[-1] = replace(last[-1], blocks=(*last[-1].blocks, *linker.notes()))
    return contents(seen), tuple(text if text[0].blocks else ()), tuple(annexes)


def one_part(context: Context, entry: Entry, place: TextPlace) -> Section:
    """The text of one part of a split document, on its own page; or the document's own on its cover."""
    cover = context.plan.locations[entry.key].address
    linker = ProseLinker(context, entry)
    if place.part is not None and place.part.role == "annex":
        blocks = _annex(context, entry, place, linker, deeper=0)
    else:
        beside = notes_beside(context, entry, Location(cover, ANCHOR))
        nodes = linker.open(place)
        if _is_paper(entry) and (place.part or place.text.prose.numbers):
            blocks = _paper(paragraphs(linker, nodes, beside))
        else:
            blocks = (linker.text(nodes),) if nodes else ()
    return Section("see_text", "", (*blocks, *linker.notes()), language=_language(entry))


def _is_paper(entry: Entry) -> bool:
    assert isinstance(entry.record, Document)
    return entry.record.has_numbered_paragraphs


def _paper(parts: Sequence[Paragraph | Text]) -> tuple[Block, ...]:
    return (Paper(tuple(parts)),) if parts else ()


def _annex(
    context: Context, entry: Entry, place: TextPlace, linker: ProseLinker, deeper: int = 1
) -> tuple[Block, ...]:
    """The text and the table of an annex, and its files to take away."""
    part = place.part
    assert part is not None
    nodes = linker.open(place, deeper)
    blocks: list[Block] = []
    if nodes:
        notes = notes_beside(context, entry, Location(context.page.address, ANCHOR))
        numbered = any(node.type == "numbered_paragraph" for node in nodes)
        text = Paper(paragraphs(linker, nodes, notes)) if numbered else linker.text(nodes)
        blocks.append(text)
    if part.table is not None:
        blocks.append(_table(part.table))
    files = tuple(
        link
        for link in (
            context.download(entry, part.table_path, "The table as a file", part.slug),
            _annex_file(context, entry, part),
        )
        if link is not None
    )
    if files:
        blocks.append(Items(tuple(ListItem(link) for link in files), short=True))
    return tuple(blocks)


def _annex_file(context: Context, entry: Entry, part: DocumentPart) -> Words | None:
    assert isinstance(entry.record, Document)
    annex: Annex | None = next((a for a in entry.record.annexes if a.id == part.slug), None)
    if annex is None or annex.file is None:
        return None
    return context.download(entry, annex.file, "The annex as a file")


def _table(table: CsvTable) -> Table:
    rows = tuple(tuple(Words(cell) for cell in row) for row in table.rows)
    number = f"{len(rows)} rows" if len(rows) > 1 else "1 row"
    return Table(f"The table in full: {number}", table.columns, rows)


def _here(
    context: Context, entry: Entry, places: tuple[TextPlace, ...]
) -> dict[Location, Location]:
    """Where that which a text may link to in its own document stands on this page."""
    elsewhere = {p.text.key: p for p in text_places(entry, context.plan.locations[entry.key])}
    found: dict[Location, Location] = {}
    for place in places:
        other = elsewhere[place.text.key]
        if place.part is not None:
            found[other.start] = place.start
        here = place.anchors()
        found |= {where: here[anchor] for anchor, where in other.anchors().items()}
    return found


def _language(entry: Entry) -> str:
    return entry.record.lang or "" if isinstance(entry.record, Document) else ""
