"""Prose with every link resolved, figures with their marks, and their sources as notes."""

from __future__ import annotations

from dataclasses import replace

from cbsite.layout.blocks.events import events
from cbsite.layout.blocks.figures import cards, passport, rivals
from cbsite.layout.parts.context import Context
from cbsite.layout.values import Block, Gap, Row, SourceNote, SourceNotes, Table, Text, Words
from cbsite.library.references import parse_reference
from cbsite.plan import Location
from cbsite.read.entry import Entry
from cbsite.read.tree import Node
from cbsite.records.blocks import FiguresBlock, TableBlock, TimelineBlock
from cbsite.records.event import Event
from cbsite.records.fields import Part
from cbsite.records.figure import Figure, Topic


class ProseLinker:
    """Turns the text of one entry into `Text` blocks and collects the notes for its figures.

    Call `text` for each piece of the text in order, then `notes` once.
    """

    def __init__(self, context: Context, entry: Entry) -> None:
        self._context, self._entry = context, entry
        self._links = context.plan.links.get(entry.key, {})
        self._marks: dict[str, int] = {}

    def text(self, nodes: tuple[Node, ...]) -> Text:
        """The nodes with links ready to print, and the blocks inside them."""
        blocks: list[Block] = []
        return Text(tuple(self._node(node, blocks) for node in nodes), tuple(blocks))

    def notes(self) -> tuple[SourceNotes, ...]:
        """Where each marked figure comes from; nothing if the text has none."""
        if not self._marks:
            return ()
        return (
            SourceNotes(
                tuple(self._note(number, id) for number, id in enumerate(self._marks, start=1))
            ),
        )

    def _node(self, node: Node, blocks: list[Block]) -> Node:
        if node.type == "block":
            assert self._entry.prose is not None
            blocks.append(self._block(self._entry.prose.blocks[int(node.get("index"))].fields))
            return replace(node, attrs=(("index", str(len(blocks) - 1)),))
        if node.type == "image":
            return self._with(node, "src", self._href(node.get("src")))
        if node.type == "link":
            return self._link(replace(node, children=self._children(node, blocks)))
        return replace(node, children=self._children(node, blocks)) if node.children else node

    def _children(self, node: Node, blocks: list[Block]) -> tuple[Node, ...]:
        return tuple(self._node(child, blocks) for child in node.children)

    def _link(self, node: Node) -> Node:
        reference = parse_reference(node.get("href"))
        if reference is None:
            return self._with(node, "href", self._href(node.get("href")))
        entry = self._context.library.find((reference.kind, reference.id))
        assert entry is not None
        published = self._context.library.is_published(entry)
        if isinstance(entry.record, Figure) and published and entry.record.status != "withdrawn":
            return self._mark(entry.record)
        words = node.children
        if not node.words().strip():
            words = (Node("text", text=entry.record.heading if published else "not published yet"),)
        if isinstance(entry.record, Figure) and published:
            words = (Node("text", text="a figure that is withdrawn"),)
        return self._with(replace(node, children=words), "href", self._href(node.get("href")))

    def _mark(self, figure: Figure) -> Node:
        """The figure's value as the register has it, and the mark that leads to its source."""
        self._marks[figure.id] = self._marks.get(figure.id, 0) + 1
        number = list(self._marks).index(figure.id) + 1
        attrs = (
            ("class", "fm"),
            ("note", str(number)),
            ("index", str(self._marks[figure.id])),
            ("label", f"Source: {self._context.cite(figure.source).text}"),
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
        return self._context.href(found) if isinstance(found, Location) else found

    def _with(self, node: Node, name: str, value: str | None) -> Node:
        """The node with one attribute set, or taken away where the value is None."""
        attrs = tuple((key, old) for key, old in node.attrs if key != name)
        return replace(node, attrs=(*attrs, (name, value)) if value is not None else attrs)

    def _block(self, fields: Part) -> Block:
        context = self._context
        if isinstance(fields, FiguresBlock):
            if context.published(Topic, "topic", (fields.topic or "",)):
                return rivals(context, fields.topic or "")
            figures = context.published(Figure, "figure", fields.figures)
            return next(iter(cards(context, figures)), Gap("Not published yet."))
        if isinstance(fields, TimelineBlock):
            chosen = (e for e in context.library.records(Event) if _wanted(fields, e))
            return next(iter(events(context, chosen)), Gap("None of our sources gives a date."))
        assert isinstance(fields, TableBlock)
        rows = tuple(tuple(Words(cell) for cell in line) for line in fields.rows)
        return Table(fields.caption, fields.columns, rows)


def _wanted(fields: TimelineBlock, event: Event) -> bool:
    return any(
        set(ids) & set(have)
        for ids, have in (
            (fields.programmes, event.programmes),
            (fields.pilots, event.pilots),
            (fields.places, event.places),
        )
    )
