"""The words of the glossary, found in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import msgspec

from cbsite.records.glossary import Term

_PIECE = re.compile(r"\w+|[^\w\s]")
"""What labels and texts are compared by: a word, or a sign that is no space."""

_SIGNS_TO_SPACES = bytes(
    code if code < 128 and (chr(code).isalnum() or chr(code) == "_") else ord(" ")
    for code in range(256)
)
"""What ASCII text is translated by, so that it can be split into its words."""

_Place = tuple[str, int, int]
"""A piece of a text without its capitals, where it starts and where it ends."""


@dataclass(frozen=True, slots=True)
class Found:
    """A label in a text, from `start` to just before `end`; `term` is None where two linked entries share it."""

    start: int
    end: int
    term: Term | None


class _Branch(msgspec.Struct):
    """The pieces that may come next, and the entries whose label is complete here."""

    next: dict[str, _Branch] = msgspec.field(default_factory=dict)
    terms: list[Term] = msgspec.field(default_factory=list)


class Vocabulary:
    """The labels of glossary entries, as a tree of their pieces: a text is read once, however many there are.

    An acronym, and a label with a capital inside it, is found only as it is written; any other label in
    any mix of capitals. A word with a hyphen is another word ("place-based" is not "place"), but an
    acronym may have one after it ("LGA-led").
    """

    def __init__(self, terms: Iterable[Term]) -> None:
        self._root = _Branch()
        for term in terms:
            branch = self._root
            for piece in _PIECE.findall(term.label.casefold()):
                branch = branch.next.setdefault(piece, _Branch())
            branch.terms.append(term)
        beginnings = self._root.next.keys()
        self._words = frozenset(piece.encode() for piece in beginnings if piece.isalnum())
        self._signs = [piece for piece in beginnings if not piece.isalnum()]

    def __bool__(self) -> bool:
        return bool(self._root.next)

    def may_be_in(self, text: str) -> bool:
        """Whether some word of a text begins a label; few do, so most texts need no closer look."""
        if not text.isascii():
            return True
        text = text.lower()
        if any(sign in text for sign in self._signs):
            return True
        return not self._words.isdisjoint(text.encode("ascii").translate(_SIGNS_TO_SPACES).split())

    def find(self, text: str) -> Iterator[Found]:
        """Each label in a text, from left to right: the longest where several begin, and none inside another."""
        if not self.may_be_in(text):
            return
        pieces = [
            (match[0].casefold(), match.start(), match.end()) for match in _PIECE.finditer(text)
        ]
        after = 0
        for index, (piece, start, _) in enumerate(pieces):
            if start >= after and piece in self._root.next:
                found = self._longest(text, pieces, index)
                if found is not None:
                    yield found
                    after = found.end

    def _longest(self, text: str, pieces: list[_Place], index: int) -> Found | None:
        """The longest label that begins with the piece at `index`."""
        start, branch = pieces[index][1], self._root
        longest = None
        for at in range(index, len(pieces)):
            piece, _, end = pieces[at]
            following = branch.next.get(piece)
            if following is None:
                break
            branch = following
            if terms := [term for term in branch.terms if _fits(term, text, start, end)]:
                longest = Found(start, end, _the_one(terms, text[start:end]))
        return longest


def _fits(term: Term, text: str, start: int, end: int) -> bool:
    """Whether the words from `start` to `end`, whose pieces are those of the label, are the label."""
    words = " ".join(text[start:end].split())
    if words != term.label and (is_exact(term) or words.casefold() != term.label.casefold()):
        return False
    if term.expand:
        return True
    return text[max(start - 1, 0) : start] != "-" and not re.match(r"-\w", text[end : end + 2])


def _the_one(terms: list[Term], words: str) -> Term | None:
    """The entry that is meant: the only one, or the only one that is linked, or the only one written just so."""
    if len(terms) > 1:
        terms = [term for term in terms if term.linked] or terms[:1]
    if len(terms) > 1:
        terms = [term for term in terms if term.label == " ".join(words.split())]
    return terms[0] if len(terms) == 1 else None


def is_exact(term: Term) -> bool:
    """Whether a label is found only as it is written: an acronym, or one with a capital inside it."""
    return bool(term.expand) or term.label[1:] != term.label[1:].lower()


def share_label(one: Term, other: Term) -> bool:
    """Whether some words in a text could mean either of two entries, and nothing tells which."""
    if one.label == other.label:
        return True
    same = one.label.casefold() == other.label.casefold()
    return same and not is_exact(one) and not is_exact(other)
