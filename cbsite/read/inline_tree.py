"""The inside of paragraphs, headings and cells: tokens to frozen nodes, with their links noted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

from cbsite.diagnostics import Edit, Span
from cbsite.read.found import DEEPEST_TREE, Found
from cbsite.read.inline_places import InlinePlaces
from cbsite.read.inline_words import as_typed, html_words, is_comment, plain_words, tag_name
from cbsite.read.nodes import Node, NodeType
from cbsite.read.tree import Link
from cbsite.records.forms import LANGUAGE_TAG

_MARKS: dict[str, NodeType] = {
    "em": "emphasis", "strong": "strong", "s": "strikethrough", "link": "link", "span": "span",
}  # fmt: skip
_BREAKS: dict[str, NodeType] = {"softbreak": "soft_break", "hardbreak": "hard_break"}
_TYPED_ADDRESS = re.compile(r"\s*<?([^\s<>]+)")


class _Open:
    """A node that is not closed yet. Without a type its children go to the node round it."""

    __slots__ = ("attrs", "children", "number", "token", "type")

    def __init__(self, type: NodeType | None, token: Token | None = None) -> None:
        self.type = type
        self.token = token
        self.attrs: tuple[tuple[str, str], ...] = ()
        self.children: list[Node] = []
        self.number = -1  # of the link in `Found.links`


class InlineBuilder:
    """Builds the nodes of one run of inline tokens. `depth` is how deep in the tree they will stand."""

    def __init__(self, found: Found, places: InlinePlaces, depth: int) -> None:
        self.found = found
        self.places = places
        self.depth = depth
        self.open: list[_Open] = [_Open(None)]
        self.cursor = 0
        self.tags: list[str] = []  # HTML that is not closed yet

    def build(self, tokens: Sequence[Token]) -> tuple[Node, ...]:
        for token in tokens:
            if token.nesting == 1:
                self.start(token)
            elif token.nesting == -1:
                self.finish()
            else:
                self.leaf(token)
        return tuple(self.open[0].children)

    def start(self, token: Token) -> None:
        node_type = _MARKS.get(token.type.removesuffix("_open"))
        if len(self.open) + self.depth > DEEPEST_TREE:
            self.found.too_deep(self.places.line)
            node_type = None if node_type != "link" else node_type
        opened = _Open(node_type, token)
        if node_type == "link":
            # Links stand in the list in the order of the text, though words are known only at the end.
            opened.number = len(self.found.links)
            opened.attrs = self.register(token, str(token.attrs["href"]), "href", "")
        elif node_type == "span":
            opened.attrs = (("lang", str(token.attrs["lang"])),)
            if not re.fullmatch(LANGUAGE_TAG, str(token.attrs["lang"])):
                span = self.places.span(token.meta["at"], token.meta["to"])
                plain = str(token.attrs["lang"]).strip("“”„‘’")
                place = self.places.span(
                    token.meta["to"] - len(str(token.attrs["lang"])) - 1, token.meta["to"] - 1
                )
                edits = [Edit(place, plain)] if re.fullmatch(LANGUAGE_TAG, plain) else []
                self.found.report.add(
                    "E-VALUE", span, f"'{token.attrs['lang']}' is not a language tag.",
                    "Write for example {lang=cy} for Welsh.", edits,
                )  # fmt: skip
        self.open.append(opened)

    def finish(self) -> None:
        done = self.open.pop()
        outer = self.open[-1].children
        if done.type is None:
            outer.extend(done.children)
            return
        node = self.found.node(done.type, done.attrs, tuple(done.children))
        if done.number >= 0:
            link = self.found.links[done.number]
            # An address that was recognised by itself has its words for a place.
            self.found.links[done.number] = Link(
                link.target, node.words(), False, link.span, link.target_span, link.title
            )
        outer.append(node)

    def leaf(self, token: Token) -> None:
        if token.type in ("text", "text_special"):
            self.text(token.content)
        elif token.type in _BREAKS:
            self.open[-1].children.append(Node(_BREAKS[token.type]))
        elif token.type == "code_inline":
            self.found.no_bidi(token.content, self.places.line, "Code")
            self.open[-1].children.append(self.found.node("code", text=token.content))
        elif token.type == "html_inline":
            self.html(token)
        elif token.type == "leftover":
            return  # of a word processor; readers are spared it
        elif token.type == "image":
            words = plain_words(token.children or [])
            attrs = self.register(token, str(token.attrs["src"]), "src", words)
            self.open[-1].children.append(self.found.node("image", attrs, text=words))
        elif token.type == "footnote_ref":
            number, index = self.found.footnote(str(token.meta["label"]))
            self.open[-1].children.append(
                self.found.node(
                    "footnote_reference", (("number", str(number)), ("index", str(index)))
                )
            )
        elif token.content:
            self.text(token.content)

    def text(self, text: str) -> None:
        """Add text, to the text before it if there is any."""
        if not text:
            return
        children = self.open[-1].children
        self.found.no_lost_characters(text, self.places.line)
        if children and children[-1].type == "text":
            text = children.pop().text + text
        children.append(self.found.node("text", text=text))

    def html(self, token: Token) -> None:
        if is_comment(token.content):
            return
        name = tag_name(token.content)
        closing = token.content.startswith("</")
        if closing and name in self.tags:
            self.tags.remove(name)  # of a pair that has been told of
        else:
            self.tags += [] if closing else [name]
            span = self.places.span(token.meta["at"], token.meta["to"])
            self.found.report.add("E-HTML", span, *html_words(token.content))
        self.text(token.content)

    def register(
        self, token: Token, href: str, name: str, words: str
    ) -> tuple[tuple[str, str], ...]:
        """Note a link or picture; its attributes for the tree."""
        target = as_typed(href)
        self.found.no_bidi(target, self.places.line, "An address")
        if "at" in token.meta:
            at, to = token.meta["at"], token.meta["to"]
        else:  # an address in the text that was recognised by itself
            typed = href.removeprefix("mailto:").removeprefix("http://")
            at = max(self.places.content.find(typed, self.cursor), self.cursor)
            to = at + len(typed)
        self.cursor = to if name == "src" else at + 1
        span = self.places.span(at, to)
        title = str(token.attrs.get("title") or "")
        self.found.links.append(
            Link(target, words, name == "src", span, self._target_span(href, at, to), title)
        )
        return ((name, target),) if not title else ((name, target), ("title", title))

    def _target_span(self, href: str, at: int, to: int) -> Span | None:
        """Where in the link its address stands, if it does."""
        content = self.places.content
        mark = content.rfind("](", at, to)
        begin = content.find(href, max(mark, at), to) if href else -1
        if begin >= 0 and content[begin - 1 : begin] != "\\":
            return self.places.span(begin, begin + len(href))
        # An address that holds escapes or codes for characters is typed in another way than it is read.
        typed = _TYPED_ADDRESS.match(content, mark + 2, to - 1) if mark >= 0 else None
        return self.places.span(*typed.span(1)) if typed else None
