"""Texts that share a page: their headings, ids and footnotes made to go together."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from cbsite.layout.parts.print_prose import print_prose
from cbsite.layout.values import Block, Text, Words
from cbsite.layout.values.value import Value
from cbsite.read.nodes import Node


class Flow(Value, frozen=True):
    """Prose that is not printed yet, with every link resolved.

    In `nodes`, links have an `href` ready to print, or none (then only their words are printed). A `span`
    with `class` "fm" is a figure's value: `note` is the number of its note, `index` which mark of that
    figure it is, `label` what the mark says to a screen reader. A link with `class` "term" leads to the
    glossary; a span with `class` "expansion" spells an acronym out. A `block` has `index` into `blocks`.
    """

    nodes: tuple[Node, ...]
    blocks: tuple[Block, ...] = ()


def printed(flow: Flow) -> Text:
    """The flow as HTML."""
    headings = (Words(node.words(), f"#{node.get('id')}") for node in flow.nodes if _is_high(node))
    return Text(print_prose(flow.nodes), flow.blocks, tuple(headings))


def _is_high(node: Node) -> bool:
    return node.type == "heading" and node.get("level") == "2" and bool(node.words().strip())


def joined(nodes: tuple[Node, ...], prefix: str, deeper: int, notes: int) -> tuple[Node, ...]:
    """The nodes of one of several texts on a page.

    `prefix` goes before the ids of headings, which move down by `deeper` levels; footnotes are counted
    on from the `notes` of the texts before.
    """
    if not (prefix or deeper or notes):
        return nodes
    return tuple(_node(node, prefix, deeper, notes) for node in nodes)


def merged(flows: Iterable[Flow]) -> Flow:
    """Several flows as one."""
    nodes: list[Node] = []
    blocks: list[Block] = []
    for flow in flows:
        nodes += (_counted_on(node, len(blocks)) for node in flow.nodes)
        blocks += flow.blocks
    return Flow(tuple(nodes), tuple(blocks))


def _counted_on(node: Node, before: int) -> Node:
    """The node with the blocks inside it counted on from those of the texts before."""
    if not before:
        return node
    if node.type == "block":
        return replace(node, attrs=(("index", str(int(node.get("index")) + before)),))
    return replace(node, children=tuple(_counted_on(child, before) for child in node.children))


def _node(node: Node, prefix: str, deeper: int, notes: int) -> Node:
    attrs = node.attrs
    if node.type == "heading":
        # The highest heading of a text is of the second level: the page's title is the only first.
        level = max(int(node.get("level")), 2) + deeper
        attrs = (("level", str(level)), ("id", prefix + node.get("id")))
    elif node.type in ("footnote", "footnote_reference"):
        number = int(node.get("number")) + notes
        attrs = tuple((name, str(number) if name == "number" else v) for name, v in attrs)
    children = tuple(_node(child, prefix, deeper, notes) for child in node.children)
    return replace(node, attrs=attrs, children=children)
