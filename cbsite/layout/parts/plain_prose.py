"""Prose that cbsite itself says: paragraphs, lists and links, made as a text's tree is."""

from __future__ import annotations

from cbsite.layout.parts.joined import Flow, printed
from cbsite.layout.values import Text
from cbsite.read.nodes import Node

Part = str | Node


def link(words: str, href: str | None) -> Node:
    """A link; without an address, the words alone."""
    return Node("link", (("href", href),), (_text(words),)) if href else _text(words)


def strong(words: str) -> Node:
    return Node("strong", children=(_text(words),))


def paragraph(*parts: Part) -> Node:
    return Node("paragraph", children=_nodes(parts))


def bullets(*lines: Part | tuple[Part, ...]) -> Node:
    """A list with bullets; a line is some words, or words and links in turn."""
    items = (line if isinstance(line, tuple) else (line,) for line in lines)
    return Node(
        "bullet_list",
        (("tight", "true"),),
        tuple(Node("list_item", children=(paragraph(*item),)) for item in items),
    )


def prose(*nodes: Node) -> Text:
    return printed(Flow(nodes))


def _nodes(parts: tuple[Part, ...]) -> tuple[Node, ...]:
    return tuple(_text(part) if isinstance(part, str) else part for part in parts)


def _text(words: str) -> Node:
    return Node("text", text=words)
