"""From markdown-it's flat tokens to the frozen tree."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token

from cbsite.diagnostics import Report, Source
from cbsite.read.block_attributes import fixed_attributes
from cbsite.read.blocks import read_block, report_misspelt
from cbsite.read.fences import report_fence
from cbsite.read.footnotes import report_empty
from cbsite.read.found import DEEPEST_TREE, Found, TooLarge
from cbsite.read.inline_places import InlinePlaces
from cbsite.read.inline_tree import InlineBuilder
from cbsite.read.inline_words import html_words, without_comments
from cbsite.read.nodes import Node, NodeType
from cbsite.read.odd_marks import report_indented
from cbsite.read.passages import read_passage
from cbsite.read.raw_references import RawNames
from cbsite.read.stretches import Stretch
from cbsite.read.table_rows import report_lost_cells
from cbsite.read.tree import (
    Heading,
    Number,
    PassageKind,
    Prose,
    Table,
    gaps_in,
    packed,
)
from cbsite.read.word_tags import report_comment
from cbsite.records.blocks import BLOCKS

_TYPES: dict[str, NodeType] = {
    "paragraph_open": "paragraph", "heading_open": "heading", "bullet_list_open": "bullet_list",
    "ordered_list_open": "ordered_list", "list_item_open": "list_item", "blockquote_open": "blockquote",
    "alert_open": "alert", "table_open": "table", "thead_open": "table_head", "tbody_open": "table_body",
    "tr_open": "table_row", "th_open": "table_cell", "td_open": "table_cell", "dl_open": "definition_list",
    "dt_open": "definition_term", "dd_open": "definition", "footnote_reference_open": "footnote",
    "numbered_paragraph_open": "numbered_paragraph",
}  # fmt: skip
_PASSAGES: dict[NodeType | None, PassageKind] = {"heading": "heading", "table_cell": "cell"}


class _Open:
    """A block that is not closed yet. Without a type its children go to the block round it."""

    __slots__ = ("children", "line", "quoted", "tight", "token", "type")

    def __init__(self, type: NodeType | None, token: Token | None, line: int, quoted: bool) -> None:
        self.type = type
        self.token = token
        self.line = line
        self.quoted = quoted  # whether it is a quotation, or stands in one
        self.tight = True
        self.children: list[Node] = []


class TreeBuilder:
    """Builds one text's tree, bottom up, without recursion."""

    def __init__(self, source: Source, numbered: bool, report: Report) -> None:
        self.source = source
        self.numbered = numbered
        self.found = Found(source, report)
        self.open: list[_Open] = [_Open(None, None, 1, quoted=False)]
        self.notes: dict[str, tuple[int, tuple[Node, ...]]] = {}  # label to line and content
        self.stretches: list[Stretch] = []
        self.underlined: list[tuple[int, int, str]] = []  # headings: first line, last line, words
        self.block_lines: set[int] = (
            set()
        )  # lines of blocks, whose YAML is looked through by itself
        self.swallowed = False  # whether a fence that is not closed hides part of the text
        self.tokens: Sequence[Token] = ()
        self.skipping = False
        self.cursor = 0  # how far in its line the cells of a table row have been found

    @property
    def numbers(self) -> list[Number]:
        return self.found.numbers

    def build(self, tokens: Sequence[Token]) -> Prose:
        """The whole text; raises TooLarge."""
        self.tokens = tokens
        for token in tokens:
            if self.skipping or token.type == "alert_title_open":
                # Its words are those of the kind of alert.
                self.skipping = token.type != "alert_title_close"
            elif token.nesting == 1:
                self.start(token)
            elif token.nesting == -1:
                self.finish()
            else:
                self.leaf(token)
        children = self.open[0].children
        if self.notes:
            children.append(self.found.node("footnotes", (), self.footnotes()))
        found = self.found
        return Prose(
            packed(tuple(children)),
            packed(tuple(found.passages)),
            packed(tuple(found.links)),
            packed(tuple(found.headings)),
            tuple(found.numbers),
            tuple(found.blocks),
            tuple(found.tables),
            tuple(gaps_in(children)),
            RawNames(
                tuple(one for names in found.unread for one in names.references),
                tuple(one for names in found.unread for one in names.cited),
            ),
        )

    def start(self, token: Token) -> None:
        outer = self.open[-1]
        line = token.map[0] + 1 if token.map else outer.line
        node_type: NodeType | None = _TYPES[token.type]
        if node_type == "paragraph":
            outer.tight = outer.tight and token.hidden
            if token.hidden and outer.type == "definition":
                node_type = None
        elif self.numbered and len(self.open) == 1 and node_type == "ordered_list":
            node_type = None
        elif (
            self.numbered
            and len(self.open) == 2
            and node_type == "list_item"
            and outer.type is None
        ):
            node_type = "numbered_paragraph"
        elif node_type == "table_row":
            self.cursor = 0
            report_lost_cells(token, self.source, line, self.found.report)
        if len(self.open) >= DEEPEST_TREE:
            self.found.too_deep(line)
            node_type = None
        if node_type == "numbered_paragraph":
            start = max(self.source.line(line).find(token.info), 0) + 1
            span = self.source.span(line, start, line, start + len(token.info))
            self.found.numbers.append(Number(token.info, span))
        quoted = outer.quoted or node_type == "blockquote"
        self.open.append(_Open(node_type, token, line, quoted))

    def finish(self) -> None:
        done = self.open.pop()
        outer = self.open[-1]
        if done.type is None:
            outer.children.extend(done.children)
        elif done.type == "footnote":
            self.note(done)
        else:
            if done.type == "list_item":
                outer.tight = outer.tight and done.tight
            if done.type == "table":
                self.note_table(done)
            outer.children.append(
                self.found.node(done.type, self.attributes(done), tuple(done.children))
            )

    def attributes(self, done: _Open) -> tuple[tuple[str, str], ...]:
        if done.type == "paragraph":
            return ()
        token = done.token
        assert token is not None
        if done.type == "heading":
            level, words = int(token.tag[1]), "".join(child.words() for child in done.children)
            heading = Heading(
                level, self.found.anchors.give(words), words, self.source.whole_line(done.line)
            )
            self.found.headings.append(heading)
            return ("level", str(level)), ("id", heading.id)
        assert done.type is not None
        return fixed_attributes(done.type, token, done.tight)

    def leaf(self, token: Token) -> None:
        line = token.map[0] + 1 if token.map else self.open[-1].line
        children = self.open[-1].children
        if token.type == "inline":
            children.extend(self.inline(token, line))
        elif token.type == "hr":
            children.append(Node("thematic_break"))
        elif token.type == "html_block":
            self.html(token, line)
        elif token.type in ("fence", "code_block"):
            children.append(self.code(token, line))

    def inline(self, token: Token, line: int) -> tuple[Node, ...]:
        outer, here = self.open[-2:]
        places = self.places(here, token, line)
        tokens = token.children or []
        first_in = outer.type if not outer.children else None
        self.stretches.append(Stretch(here.type, first_in, places, tokens))
        kind: PassageKind = "entry" if outer.type == "list_item" else "paragraph"
        kind = "quotation" if here.quoted else _PASSAGES.get(here.type, kind)
        passage = read_passage(kind, tokens, places)
        if passage is not None:
            self.found.passages.append(passage)
        if len(tokens) == 1 and tokens[0].type == "text" and tokens[0].content:
            # Most are plain words.
            self.found.no_lost_characters(tokens[0].content, places.line)
            return (self.found.node("text", text=tokens[0].content),)
        return InlineBuilder(self.found, places, len(self.open)).build(tokens)

    def places(self, here: _Open, token: Token, line: int) -> InlinePlaces:
        """Where the words of a token are in the file."""
        content = token.content
        if here.type == "table_cell":
            places = InlinePlaces(self.source, content, line, self.cursor)
            self.cursor = places.position(len(content))[1] - 1
            return places
        if here.type == "paragraph" and token.map:
            line = self.first_line(content, line, token.map[1])
        elif here.type == "heading" and here.token and here.token.markup in ("-", "="):
            assert here.token.map
            self.underlined.append((line, here.token.map[1], content))
        return InlinePlaces(self.source, content, line)

    def first_line(self, content: str, line: int, last: int) -> int:
        """Where a paragraph begins: the parser drops lines of nothing but no-break spaces at either end."""
        others = content.count("\n")
        if line + others >= last:
            return line
        first = content.partition("\n")[0].rstrip()
        while line + others < last and not self.source.line(line).rstrip().endswith(first):
            line += 1
        return line

    def note_table(self, done: _Open) -> None:
        head, *body = done.children
        words = tuple(cell.words().strip() for row in head.children for cell in row.children)
        rows = sum(len(part.children) for part in body)
        self.found.tables.append(Table(done.line, words, rows))

    def code(self, token: Token, line: int) -> Node:
        word = token.info.split()[0] if token.info.strip() else ""
        if token.type == "fence" and report_fence(token, self.source, self.found.report):
            self.swallowed = True
        elif word in BLOCKS:
            self.block_lines.update(range(line, line + token.content.count("\n") + 1))
            block = read_block(word, token.content, self.source, line, self.found.report)
            if isinstance(block, RawNames):
                self.found.unread.append(block)
            else:
                self.found.blocks.append(block)
                return self.found.node("block", (("index", str(len(self.found.blocks) - 1)),))
        elif word:
            report_misspelt(word, token.content, self.source, line, self.found.report)
        if token.type == "code_block":
            report_indented(token.content, self.source, line, self.found.report)
        self.found.no_bidi(token.content, line, "Code")
        return self.found.node("code_block", (("language", word),), text=token.content)

    def html(self, token: Token, line: int) -> None:
        rest = without_comments(token.content)
        if not rest.strip():
            report_comment(token.content, self.source, line, self.found.report)
            return
        if rest.lstrip().startswith("<!--"):
            words = "The comment that starts here is not closed.", "Put --> at its end."
        elif "<" not in rest:
            words = (
                "Words on the line of a comment are not read as Markdown.",
                "Give the comment a line of its own.",
            )
        else:
            words = html_words(rest)
        self.found.report.add("E-HTML", self.source.whole_line(line), *words)
        inner: list[Node] = []
        for part in rest.strip().split("\n"):
            inner += [Node("soft_break")] if inner else []
            inner.append(self.found.node("text", text=part))
        self.open[-1].children.append(self.found.node("paragraph", (), tuple(inner)))

    def note(self, done: _Open) -> None:
        assert done.token is not None
        label = str(done.token.meta["label"])
        if label in self.notes:
            self.found.report.add(
                "E-VALUE", self.source.whole_line(done.line),
                f"The footnote [^{label}] is written twice (lines {self.notes[label][0]} and {done.line}).",
                "Give one of the two another name.",
            )  # fmt: skip
            return
        if not done.children:
            report_empty(self.source, label, done.line, self.found.report)
        self.notes[label] = done.line, tuple(done.children)

    def footnotes(self) -> tuple[Node, ...]:
        """All footnotes by number; those that nothing refers to come last, so that no words are lost."""
        found = self.found.footnotes
        for label in self.notes:
            found.setdefault(label, (len(found) + 1, 0))
        numbered = ((*found[label], children) for label, (_, children) in self.notes.items())
        return tuple(
            self.found.node("footnote", (("number", str(number)), ("back", str(back))), children)
            for number, back, children in sorted(numbered, key=lambda note: note[0])
        )

    def line_of(self, words: object) -> int | None:
        """The line (from 0) that is nested too deeply: of the tree itself, or of the text with `words`."""
        if self.found.deep_line is not None:
            return self.found.deep_line - 1
        if not isinstance(words, str):
            return None
        inside = (
            t.map[0] for t in self.tokens if t.type == "inline" and t.map and words in t.content
        )
        return next(inside, 0)


__all__ = ["TooLarge", "TreeBuilder"]
