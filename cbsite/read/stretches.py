"""The words of paragraphs, headings and cells as typed, for those who look for marks that mean nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from markdown_it.token import Token

from cbsite.diagnostics import Span
from cbsite.read.inline_places import InlinePlaces
from cbsite.read.nodes import NodeType

HIDDEN = "\0"
"""Stands for characters that are not looked at; no text holds it."""

_SHOWN_IN_PLAIN = ("span_open", "footnote_ref")
"""Tokens beside those of words whose signs are not hidden there."""

_ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]")


class Stretch:
    """One run of words: the block that holds it, what that stands in, and where it is in the file."""

    def __init__(
        self,
        type: NodeType | None,
        outer: NodeType | None,
        places: InlinePlaces,
        tokens: Sequence[Token],
    ) -> None:
        self.type = type
        self.outer = outer  # only for the first block in it
        self.places = places
        self.tokens = tokens
        self.content = places.content

    def span(self, at: int, to: int) -> Span:
        return self.places.span(at, to)

    @cached_property
    def prose(self) -> str:
        """The content with code and comments hidden, place for place."""
        return self._hiding("code_inline", "html_inline")

    @cached_property
    def outside_links(self) -> str:
        """The content with code, links, pictures and comments hidden."""
        return self._hiding("code_inline", "html_inline", "link_open", "image", "leftover")

    @cached_property
    def plain(self) -> str:
        """The content with all hidden that Markdown has understood: code, links, pictures, escapes."""
        return _ESCAPED.sub(HIDDEN * 2, self.outside_links)

    @cached_property
    def without_leftovers(self) -> str:
        """The content with spaces for Word's tags and for spaces written as `&nbsp;`."""
        kept = self._hiding("leftover").replace(HIDDEN, " ")
        return kept.replace("&nbsp;", " " * len("&nbsp;"))

    @cached_property
    def lines(self) -> tuple[tuple[int, str], ...]:
        """Each line of `prose`, with where it begins."""
        at, made = 0, []
        for line in self.prose.split("\n"):
            made.append((at, line))
            at += len(line) + 1
        return tuple(made)

    def may_have_in_plain(self, sign: str) -> bool:
        """Whether a sign may be in `plain`, which takes longer to make."""
        return any(
            sign in token.content if token.type == "text" else token.type in _SHOWN_IN_PLAIN
            for token in self.tokens
        )

    def find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        return pattern.finditer(self.prose)

    def _hiding(self, *types: str) -> str:
        content, at = [], 0
        for token in self.tokens:
            if token.type in types and token.meta.get("at", -1) >= at:
                start, to = token.meta["at"], token.meta["to"]
                hidden = re.sub(r"[^\n]", HIDDEN, self.content[start:to])
                content += [self.content[at:start], hidden]
                at = to
        return "".join([*content, self.content[at:]])
