"""Words of the glossary in prose: the first use of each on a page leads there, and an acronym is spelt out.

No `<abbr>`: the words that an acronym stands for are on the page, for everybody, and the link leads to
what it means (WCAG 2.2, success criterion 3.1.4); a tooltip would be for some readers only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from msgspec.structs import replace

from cbsite.layout.parts.context import Context
from cbsite.read.nodes import Node
from cbsite.records.glossary import Term

_WORDS = ("text", "soft_break")
_INLINE = frozenset([*_WORDS, "hard_break", "emphasis", "strong", "strikethrough", "code", "link", "image", "span",
                     "footnote_reference"])  # fmt: skip
_MARKS = ("emphasis", "strong")
_AS_THEY_ARE = ("heading", "definition_term", "code_block", "block")
"""Blocks in which nothing is linked but what the author links."""

_OWNER = re.compile(r"['’]s\b")


class TermLinker:
    """Links the first use of each word on a page; the page's `Context` knows which have had theirs.

    `foreign`: the text is not in the site's language, so its words are not those of the glossary.
    """

    def __init__(self, context: Context, foreign: bool = False) -> None:
        self._context, self._foreign = context, foreign
        self._vocabulary = context.library.vocabulary

    def link(self, nodes: tuple[Node, ...]) -> tuple[Node, ...]:
        """The nodes, whose own links are resolved before: a link to an entry has its id as `term`."""
        if not self._vocabulary:
            return nodes
        if any(node.type in _INLINE for node in nodes):
            return self._flow(nodes, quoted=False)
        return tuple(
            [self._block(node, quoted=False) if self._concerns(node) else node for node in nodes]
        )

    def _concerns(self, node: Node) -> bool:
        """Whether anything in a block may be, or follow, the first use of a term."""
        words: list[str] = []
        has_link = _gather(node, words)
        return has_link or (not self._foreign and self._vocabulary.may_be_in("".join(words)))

    def _flow(self, nodes: Iterable[Node], quoted: bool) -> tuple[Node, ...]:
        """Blocks, or the words of one, in order; words that stand together are read together."""
        made: list[Node] = []
        together: list[Node] = []
        for node in nodes:
            if node.type in _INLINE:
                together.append(node)
                continue
            if together:
                made += self._line(together, quoted)
                together = []
            made.append(self._block(node, quoted))
        if together:
            made += self._line(together, quoted)
        return tuple(made)

    def _line(self, nodes: Sequence[Node], quoted: bool) -> Sequence[Node]:
        """Words that stand together."""
        return self._inline(nodes, _Line("".join([node.words() for node in nodes]), quoted))

    def _block(self, node: Node, quoted: bool) -> Node:
        if node.type in _AS_THEY_ARE or node.get("header") == "true":
            return node
        return _holding(node, self._flow(node.children, quoted or node.type == "blockquote"))

    def _inline(self, nodes: Sequence[Node], line: _Line) -> Sequence[Node]:
        """The nodes, the first of which begins where the line has been read to."""
        if len(nodes) == 1 and nodes[0].type == "text":
            return self._words(nodes, line)
        made: list[Node] = []
        for plain, run in groupby(nodes, lambda node: node.type in _WORDS):
            if plain:
                made += self._words(tuple(run), line)
                continue
            for node in run:
                if node.type in _MARKS:
                    made.append(_holding(node, tuple(self._inline(node.children, line))))
                    continue
                start = line.read
                line.read += len(node.words())
                made += self._link(node, line, start) if node.get("term") else (node,)
        return made

    def _words(self, run: Sequence[Node], line: _Line) -> Sequence[Node]:
        """Plain words with the first use of each term as a link."""
        begin, end = line.read, line.read + sum([len(node.words()) for node in run])
        line.read = end
        if self._foreign:
            return run
        made: list[Node] = []
        done = begin
        for found in self._vocabulary.find(line.text[begin:end]):
            term, start, stop = found.term, begin + found.start, begin + found.end
            if term is None or not term.linked or not self._is_first(term):
                continue
            made += _cut(run, done - begin, start - begin)
            words = _cut(run, start - begin, stop - begin)
            href = self._context.href(self._context.plan.locations["term", term.id])
            made.append(Node("link", (("href", href), ("class", "term")), words))
            done = stop
            if expansion := line.expansion(term, start, stop):
                owner = _OWNER.match(line.text, stop, end)
                done = owner.end() if owner else stop
                made += (*_cut(run, stop - begin, done - begin), expansion)
        return [*made, *_cut(run, done - begin, end - begin)] if made else run

    def _link(self, node: Node, line: _Line, start: int) -> tuple[Node, ...]:
        """An author's own link to an entry, which may be the first use of its term."""
        term = self._context.record(Term, "term", node.get("term"))
        if not self._is_first(term) or node.words().strip() != term.label:
            return (node,)
        expansion = line.expansion(term, start, line.read)
        return (node, expansion) if expansion else (node,)

    def _is_first(self, term: Term) -> bool:
        """Whether the page has not used the term before; from now on it has."""
        used = self._context.used_terms
        if term.id in used:
            return False
        used.add(term.id)
        return True


class _Line:
    """Words that stand together, and how far they have been read. In a quotation, what we add is in square brackets."""

    def __init__(self, text: str, quoted: bool) -> None:
        self.text, self.read = text, 0
        self._brackets = " [{}]" if quoted else " ({})"

    def expansion(self, term: Term, start: int, end: int) -> Node | None:
        """What an acronym stands for, to follow it; None where the text itself says it beside it."""
        if not term.expand or self._is_said(term.expand, start, end):
            return None
        # Within brackets, "(DCLG, Department ...)" reads better than brackets in brackets.
        within = self.text[:start].endswith(("(", "["))
        words = (", {}" if within else self._brackets).format(term.expand)
        return Node("span", (("class", "expansion"),), (Node("text", text=words),))

    def _is_said(self, expansion: str, start: int, end: int) -> bool:
        """Whether the words of the expansion stand right before or right after: "Office for Examples (OFE)"."""
        words = r"\s+".join(map(re.escape, expansion.split()))
        room = 2 * len(expansion) + 20
        before, after = self.text[max(start - room, 0) : start], self.text[end : end + room]
        return bool(
            re.search(
                rf"(?<!\w){words}(?:['’]s)?\W{{1,3}}(?:or )?(?:the )?$", before, re.IGNORECASE
            )
            or re.match(rf"(?:['’]s)?\W{{1,3}}(?:or )?(?:the )?{words}(?!\w)", after, re.IGNORECASE)
        )


def _gather(node: Node, words: list[str]) -> bool:
    """Whether a node holds a link to an entry; adds its words, with line ends between those that are apart."""
    if node.type == "text":
        words.append(node.text)
        return False
    words.append("\n")
    has_link = node.type == "link" and node.get("term") != ""
    for child in node.children:
        has_link = _gather(child, words) or has_link
    words.append("\n")
    return has_link


def _holding(node: Node, children: tuple[Node, ...]) -> Node:
    """The node with these children, which are most often its own."""
    return node if children == node.children else replace(node, children=children)


def _cut(run: Sequence[Node], start: int, end: int) -> tuple[Node, ...]:
    """The words from `start` to just before `end`, as nodes."""
    made: list[Node] = []
    at = 0
    for node in run:
        words = node.words()
        first, last = max(start - at, 0), min(end - at, len(words))
        if first < last:
            made.append(replace(node, text=words[first:last]) if node.type == "text" else node)
        at += len(words)
    return tuple(made)
