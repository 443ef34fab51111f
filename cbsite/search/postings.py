"""A chunk of Pagefind's index of words, with its pages numbered anew.

A chunk is `[[word, ...]]`, a word `[text, pages, variants]`, a variant `[text, pages]`, and a page
`[number, places, places in metadata]`, where the number is how much it is more than the page before.
This works on the bytes, as there are hundreds of pages for a word and only their numbers change: a
quarter of the time that it takes to decode and encode it all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, chain
from operator import itemgetter, sub

from cbsite.search.cbor import LIST, NUMBER, TEXT, NotReadable, head, write_head

_INT = rb"(?:[\x00-\x17\x20-\x37]|[\x18\x38].|[\x19\x39]..|[\x1a\x3a]....)"
_LIST = rb"(?:[\x80-\x97]|\x98.|\x99..|\x9a....)"
_PLACES = _LIST + _INT + rb"*+" + _LIST + _INT + rb"*+"

_PAGE = re.compile(rb"\x83(" + _INT + rb")(" + _PLACES + rb")", re.DOTALL)
_PAGES = re.compile(rb"(?:\x83" + _INT + _PLACES + rb")*+", re.DOTALL)
"""What follows a page is never a number, so the places end where numbers end."""

_WORD, _VARIANT = 3, 2
"""How many things a word and a variant are made of."""


class Renumbering:
    """New numbers of pages: `numbers[old]` is the new one, each from 0 to how many there are less 1."""

    def __init__(self, numbers: Sequence[int]) -> None:
        self._new = numbers
        written = [write_head(NUMBER, number) for number in range(len(numbers))]
        self._number = {content: number for number, content in enumerate(written)}
        self._written = [b"\x83" + content for content in written]

    def chunk(self, data: bytes) -> bytes:
        """The chunk with pages in the order of their new numbers, and variants of a word in order of text.

        Raises `NotReadable` if the bytes are not such a chunk.
        """
        try:
            return self._chunk(data)
        except (IndexError, KeyError) as error:
            raise NotReadable("a chunk of words is cut off or damaged") from error

    def _chunk(self, data: bytes) -> bytes:
        written: list[bytes] = []
        parts, start = head(data, 0, LIST)
        words, at = head(data, start, LIST)
        _expect(parts, 1)
        written.append(data[:at])
        for _ in range(words):
            begin = at
            at = _after_text(data, at, _WORD)
            written.append(data[begin:at])
            pages, at = self._pages(data, at)
            written += pages
            begin = at
            variants, at = head(data, at, LIST)
            written.append(data[begin:at])
            if variants:
                found, at = self._variants(data, at, variants)
                written += found
        _expect(at, len(data))
        return b"".join(written)

    def _variants(self, data: bytes, at: int, number: int) -> tuple[list[bytes], int]:
        found = []
        for _ in range(number):
            begin = at
            at = _after_text(data, at, _VARIANT)
            text = data[begin:at]
            pages, at = self._pages(data, at)
            found.append((text, b"".join(pages)))
        return [part for variant in sorted(found) for part in variant], at

    def _pages(self, data: bytes, at: int) -> tuple[list[bytes], int]:
        number, start = head(data, at, LIST)
        whole = _PAGES.match(data, start)
        end = whole.end() if whole else start
        pages = _PAGE.findall(data, start, end)
        _expect(len(pages), number)
        if not pages:
            return [data[at:end]], end
        old = accumulate(map(self._number.__getitem__, map(itemgetter(0), pages)))
        moved = sorted(zip(map(self._new.__getitem__, old), map(itemgetter(1), pages), strict=True))
        numbers, places = zip(*moved, strict=True)
        steps = map(sub, numbers, chain((0,), numbers))
        items = zip(map(self._written.__getitem__, steps), places, strict=True)
        return [data[at:start], *chain.from_iterable(items)], end


def _after_text(data: bytes, at: int, parts: int) -> int:
    """Where the text ends that a list of so many parts begins with."""
    found, at = head(data, at, LIST)
    _expect(found, parts)
    length, at = head(data, at, TEXT)
    return at + length


def _expect(found: int, expected: int) -> None:
    if found != expected:
        raise NotReadable(f"{found} where {expected} was expected")
