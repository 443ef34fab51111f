"""The nodes of a text's tree: all that a page needs of a text, and nothing of where it was written."""

from __future__ import annotations

from typing import Literal

import msgspec

NodeType = Literal[
    # blocks
    "paragraph", "heading", "bullet_list", "ordered_list", "list_item", "blockquote", "alert",
    "code_block", "thematic_break", "table", "table_head", "table_body", "table_row", "table_cell",
    "definition_list", "definition_term", "definition", "footnotes", "footnote",
    "numbered_paragraph", "block",
    # inline
    "text", "soft_break", "hard_break", "emphasis", "strong", "strikethrough", "code",
    "link", "image", "span", "footnote_reference",
]  # fmt: skip
"""All that a text can be made of. Attributes, where a type has any:

heading            level 1 to 6, id
bullet_list, ordered_list   tight "true" or "false"; ordered_list: start, the first number as typed
list_item          task "open" or "done" (task lists only)
alert              kind note, tip, important, warning or caution
code_block         language (may be empty); its text is in `text`
table_cell         header "true" (column heads), align left, center or right (if set)
footnote           number, back (how many references lead to it)
footnote_reference number, index (which of the references to it, from 1)
numbered_paragraph number as typed, depth 1 or 2 (12 or 12.1)
block              index into `Prose.blocks`
link               href as typed, title (if set)
image              src as typed, title (if set); its words for those who cannot see it are in `text`
span               lang
"""


class Node(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A piece of text: its type, attributes, children; leaves hold their text."""

    type: NodeType
    attrs: tuple[tuple[str, str], ...] = ()
    children: tuple[Node, ...] = ()
    text: str = ""

    def get(self, name: str, default: str = "") -> str:
        """The attribute `name`, or `default`."""
        for key, value in self.attrs:
            if key == name:
                return value
        return default

    def words(self) -> str:
        """All text inside, without marks."""
        if self.type in ("soft_break", "hard_break"):
            return " "
        if not self.children:
            return self.text
        return self.text + "".join([child.words() for child in self.children])


def is_gap(paragraph: Node) -> bool:
    """Whether a paragraph begins with **Gap.**: it names what is not known, and is drawn so."""
    first = paragraph.children[0] if paragraph.children else paragraph
    return first.type == "strong" and first.words() in ("Gap.", "Gap:")


def paragraph_anchor(number: str) -> str:
    """The anchor of a numbered paragraph: `para-12-1` for 12.1."""
    return "para-" + number.replace(".", "-")
