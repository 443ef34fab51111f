"""Prose with every link resolved, figures with their marks, and their sources as notes."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from cbsite.layout.blocks.figures import cards, passport, rivals, rivals_of
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.files import file_note
from cbsite.layout.parts.joined import Flow, joined, merged, printed
from cbsite.layout.parts.terms import TermLinker
from cbsite.layout.values import Block, Gap, Row, SourceNote, SourceNotes, Table, Text, Words
from cbsite.library.references import parse_reference
from cbsite.plan.address import Location
from cbsite.plan.mentions import MOST
from cbsite.plan.pictures import Copy
from cbsite.plan.texts import TextPlace
from cbsite.read.entry import Entry
from cbsite.read.names import is_picture
from cbsite.read.nodes import Node
from cbsite.records.blocks import (
    ChartBlock,
    FiguresBlock,
    MapBlock,
    TableBlock,
    TimelineBlock,
    ViewpointsBlock,
)
from cbsite.records.common import Item
from cbsite.records.event import Event
from cbsite.records.figure import Figure, Topic
from cbsite.records.glossary import Term
from cbsite.records.part import Part
from cbsite.records.place import Place

_RESOLVED = ("block", "image", "link")
"""Nodes that lead somewhere or show something; all else stays as it is."""


class ProseLinker:
    """Turns the text of one entry into `Text` blocks and collects the notes for its figures.

    Call `text` (or `flow`) for each piece of the text in order, then `notes` once. Where several texts of the entry
    share the page, call `open` before each; their footnotes then stand together among the notes. `here`
    leads what stands elsewhere on the site to its place on this page, where it has one.
    """

    def __init__(
        self, context: Context, entry: Entry, here: Mapping[Location, Location] | None = None
    ) -> None:
        self._context, self._here = context, here or {}
        self._terms = TermLinker(context, _is_foreign(context, entry))
        self._links = context.plan.links.get(entry.key, {})
        self._blocks = entry.prose.blocks if entry.prose else ()
        self._marks: dict[str, int] = {}
        self._maps = 0
        self._footnotes: list[tuple[TextPlace, tuple[Node, ...]]] = []

    def open(self, place: TextPlace, deeper: int = 0) -> tuple[Node, ...]:
        """Turn to another text of the entry: its nodes, their headings moved down by `deeper` levels."""
        self._turn_to(place)
        before = sum(len(notes) for _, notes in self._footnotes)
        nodes = joined(place.text.prose.children, place.prefix, deeper, before)
        notes = tuple(c for node in nodes if node.type == "footnotes" for c in node.children)
        self._footnotes.append((place, notes))
        return tuple(node for node in nodes if node.type != "footnotes")

    def _turn_to(self, place: TextPlace) -> None:
        self._links = self._context.plan.links.get(place.text.key, {})
        self._blocks = place.text.prose.blocks

    def text(self, nodes: tuple[Node, ...]) -> Text:
        """The nodes as HTML, and the blocks inside them."""
        return printed(self.flow(nodes))

    def flow(self, nodes: tuple[Node, ...]) -> Flow:
        """The nodes with links ready to print, and the blocks inside them."""
        blocks: list[Block] = []
        resolved = tuple(self._node(node, blocks) for node in nodes)
        return Flow(self._terms.link(resolved), tuple(blocks))

    def notes(self) -> tuple[Text | SourceNotes, ...]:
        """The footnotes of all texts opened, then where each marked figure comes from; nothing for neither."""
        flows = []
        for place, notes in self._footnotes:
            self._turn_to(place)
            flows.append(self.flow(notes))
        footnotes = merged(flows)
        if footnotes.nodes:
            footnotes = replace(footnotes, nodes=(Node("footnotes", (), footnotes.nodes),))
        numbered = enumerate(self._marks, start=1)
        sources = SourceNotes(tuple(self._note(number, id) for number, id in numbered))
        return (
            *((printed(footnotes),) if footnotes.nodes else ()),
            *((sources,) if self._marks else ()),
        )

    def _node(self, node: Node, blocks: list[Block]) -> Node:
        if node.type == "block":
            blocks.append(self._block(self._blocks[int(node.get("index"))].fields))
            return replace(node, attrs=(("index", str(len(blocks) - 1)),))
        if node.type == "image":
            return self._image(node)
        children = self._children(node, blocks)
        if children != node.children:
            node = replace(node, children=children)
        return self._link(node) if node.type == "link" else node

    def _children(self, node: Node, blocks: list[Block]) -> tuple[Node, ...]:
        return tuple(
            [
                self._node(child, blocks) if child.children or child.type in _RESOLVED else child
                for child in node.children
            ]
        )

    def _image(self, node: Node) -> Node:
        """A picture with its size and its copies, for browsers to choose from."""
        target = self._links.get(node.get("src"))
        picture = (
            self._context.plan.pictures.get(target.address)
            if isinstance(target, Location)
            else None
        )
        node = self._with(node, "src", self._href(node.get("src")))
        if picture is None:
            return node
        main = picture.main
        attrs = [*node.attrs, ("width", str(main.width)), ("height", str(main.height))]
        for name, format in (("webp", "WEBP"), ("srcset", main.format)):
            copies = [copy for copy in picture.copies if copy.format == format]
            if len(copies) > 1 or format != main.format:
                attrs.append((name, ", ".join(self._copy(copy) for copy in copies)))
        return replace(node, attrs=tuple((key, value) for key, value in attrs if value))

    def _copy(self, copy: Copy) -> str:
        return f"{self._context.href(Location(copy.address))} {copy.width}w"

    def _link(self, node: Node) -> Node:
        reference = parse_reference(node.get("href"))
        if reference is None:
            return self._file(node)
        entry = self._context.library.find((reference.kind, reference.id))
        assert entry is not None
        published = self._context.library.is_published(entry)
        if isinstance(entry.record, Figure) and published and entry.record.status != "withdrawn":
            return self._mark(entry.record)
        words = node.children
        if not node.words().strip():
            called = self._context.called(entry.record)
            words = (Node("text", text=called if published else "not published yet"),)
        if isinstance(entry.record, Figure) and published:
            words = (Node("text", text="a figure that is withdrawn"),)
        link = self._with(replace(node, children=words), "href", self._href(node.get("href")))
        if isinstance(entry.record, Term) and published and entry.record.status != "withdrawn":
            return replace(link, attrs=(*link.attrs, ("class", "term"), ("term", entry.record.id)))
        return link

    def _mark(self, figure: Figure) -> Node:
        """The figure's value as the register has it, and the mark that leads to its source."""
        self._marks[figure.id] = self._marks.get(figure.id, 0) + 1
        number = list(self._marks).index(figure.id) + 1
        citation = self._context.cite(figure.source)
        attrs = (
            ("class", "fm"),
            ("note", str(number)),
            ("index", str(self._marks[figure.id])),
            ("label", f"Source: {citation.text}{f' ({citation.note})' if citation.note else ''}"),
        )
        return Node("span", attrs, (Node("text", text=figure.words),))

    def _note(self, number: int, id: str) -> SourceNote:
        figure = self._context.record(Figure, "figure", id)
        link = self._context.link_to("figure", id, figure.words)
        rows: tuple[Row, ...] = tuple(
            row
            for row in passport(self._context, figure)
            if row.term not in ("Printed in", "Supersedes")
        )
        back = tuple(f"fm_{number}_{index}" for index in range(1, self._marks[id] + 1))
        return SourceNote(
            str(number),
            Words(link.text, link.href, note=figure.statement),
            rows,
            self._context.cite(figure.source),
            back,
        )

    def _href(self, target: str) -> str | None:
        found = self._links.get(target)
        if isinstance(found, Location):
            return self._context.href(self._here.get(found, found))
        return found

    def _file(self, node: Node) -> Node:
        """A link by an address; after one to a file for download come the file's type and size."""
        target = node.get("href")
        link = self._with(node, "href", self._href(target))
        found = self._links.get(target)
        size = self._context.plan.sizes.get(found.address) if isinstance(found, Location) else None
        if size is None or is_picture(target):
            return link
        return Node("span", (), (link, Node("text", text=f" {file_note(target, size)}")))

    def _with(self, node: Node, name: str, value: str | None) -> Node:
        """The node with one attribute set, or taken away where the value is None."""
        attrs = tuple((key, old) for key, old in node.attrs if key != name)
        return replace(node, attrs=(*attrs, (name, value)) if value is not None else attrs)

    def _block(self, fields: Part) -> Block:
        # What draws a block is imported where there is one, as most texts have none.
        context = self._context
        if isinstance(fields, FiguresBlock):
            if context.published(Topic, "topic", (fields.topic or "",)):
                return rivals(context, fields.topic or "")
            figures = context.published(Figure, "figure", fields.figures)
            return next(iter(cards(context, figures)), Gap("Not published yet."))
        if isinstance(fields, ChartBlock):
            from cbsite.layout.blocks.charts import prose_chart

            topics = context.published(Topic, "topic", (fields.topic or "",))
            claims = rivals_of(context, topics[0].id) if topics else ()
            claims = claims or context.published(Figure, "figure", fields.figures)
            claims = claims[:MOST]
            return (
                prose_chart(context, fields.title, claims) if claims else Gap("Not published yet.")
            )
        if isinstance(fields, TimelineBlock):
            from cbsite.layout.blocks.events import events, in_order

            chosen = in_order(_wanted(context, fields))
            found = events(context, chosen[:MOST])
            if len(chosen) > MOST:
                whole = context.to_address("The whole timeline", "/timeline/")
                found = tuple(replace(block, more=whole) for block in found)
            return next(iter(found), Gap("None of our sources gives a date."))
        if isinstance(fields, ViewpointsBlock):
            from cbsite.layout.blocks.viewpoints import viewpoints

            return viewpoints(context, fields)
        if isinstance(fields, MapBlock):
            from cbsite.layout.blocks.maps import map_figure

            self._maps += 1
            places = context.published(Place, "place", fields.places)
            id = f"map_{self._maps}"
            return (
                map_figure(context, id, fields.title, places)
                if places
                else Gap("Not published yet.")
            )
        assert isinstance(fields, TableBlock)
        rows = tuple(tuple(Words(cell) for cell in line) for line in fields.rows)
        return Table(fields.caption, fields.columns, rows)


def _is_foreign(context: Context, entry: Entry) -> bool:
    """Whether the texts of an entry are in another language than the site."""
    language = entry.record.lang if isinstance(entry.record, Item) else None
    site = context.library.site.language
    return language is not None and language.partition("-")[0] != site.partition("-")[0]


def _wanted(context: Context, fields: TimelineBlock) -> tuple[Event, ...]:
    """The events that name any of what the block names."""
    named = (
        ("programmes", fields.programmes),
        ("pilots", fields.pilots),
        ("places", fields.places),
    )
    found = {
        event.id: event
        for field, ids in named
        for id in ids
        for event in context.library.having(Event, field, id)
    }
    return tuple(found.values())
