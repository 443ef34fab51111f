"""The words of a paragraph, heading or cell as readers see them, with their places in the file."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

from cbsite.read.inline_places import InlinePlaces
from cbsite.read.tree import UNSAID, Passage, PassageKind

_WORDS = re.compile(r"\s+|\S+")
_LONGEST_CODE = 32
"""Characters of the longest code for a character, such as `&CounterClockwiseContourIntegral;`."""


def read_passage(
    kind: PassageKind, tokens: Sequence[Token], places: InlinePlaces
) -> Passage | None:
    """The passage that inline tokens make; None for one without words."""
    if len(tokens) == 1 and tokens[0].type == "text" and tokens[0].content == places.content:
        # Most are plain words from end to end.
        plain = places.content
        return Passage(kind, plain, ((0, *places.position(0)),)) if plain.strip() else None
    reader = _Reader(places.content)
    for token in tokens:
        reader.take(token)
    words = "".join(reader.words)
    if not words.strip():
        return None
    runs = tuple((index, *places.position(at)) for index, at in reader.runs)
    return Passage(kind, words, runs, tuple(reader.asides))


class _Reader:
    """Goes through the tokens of one paragraph and finds each in what was typed.

    The tokens of links, pictures and HTML know where they stand; all else stands after what came before it.
    """

    def __init__(self, content: str) -> None:
        self.content = content
        self.words: list[str] = []
        self.length = 0
        self.at = 0
        self.fresh = True
        self.runs: list[tuple[int, int]] = []  # index in the words, index in `content`
        self.asides: list[tuple[int, int]] = []
        self.open: list[tuple[int, bool, int]] = []  # words so far, whether an aside, where it ends

    def take(self, token: Token) -> None:
        match token.type:
            case "text":
                self.text(token.content)
            case "softbreak" | "hardbreak":
                self.add(" ", self.content.find("\n", self.at))
                self.fresh = True  # the file's next line has a place of its own
            case "code_inline":
                self.asides.append((self.length, self.length + len(token.content)))
                self.text(token.content)
            case "link_open" | "span_open":
                self.at = token.meta.get("at", self.at)
                aside = token.type == "span_open" or token.info == "auto"
                self.open.append((self.length, aside, token.meta.get("to", 0)))
            case "link_close" | "span_close":
                start, aside, end = self.open.pop()
                if start == self.length:
                    self.add(UNSAID, self.at)
                if aside:
                    self.asides.append((start, self.length))
                self.at = max(self.at, end)
            case "image" | "html_inline":
                self.at = token.meta.get("to", self.at)
            case "footnote_ref":
                self.at = max(self.content.find("]", self.at) + 1, self.at)

    def text(self, words: str) -> None:
        found = self.content.find(words, self.at)
        if found >= 0:
            self.add(words, found)
            return
        # A backslash or a code such as &amp; stands in between, so each word is looked for by itself.
        for word in _WORDS.findall(words):
            near = self.at + len(word) + _LONGEST_CODE
            self.add(word, self.content.find(word, self.at, near))

    def add(self, words: str, found: int) -> None:
        """Words that were typed at `found`, where that is known (else -1)."""
        at = self.at if found < 0 else found
        if self.fresh or self.length - self.runs[-1][0] != at - self.runs[-1][1]:
            self.runs.append((self.length, at))
            self.fresh = False
        self.at = at + len(words)
        self.words.append(words)
        self.length += len(words)
