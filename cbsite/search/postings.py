"""The words of Pagefind's indexes: read from the chunks of several, and brought together.

A chunk is `[[word, ...]]`, a word `[text, pages, variants]`, a variant `[text, pages]`, and a page
`[number, places, places in metadata]`, where the number is how much it is more than the page before.
This works on the bytes, as there are hundreds of pages for a word and only their numbers change: a
quarter of the time that it takes to decode and encode it all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain, pairwise, takewhile
from operator import sub
from typing import Any, NamedTuple

from cbsite.search.cbor import LIST, NUMBER, TEXT, NotReadable, head, read, write, write_head

_INT = rb"(?:[\x00-\x17\x20-\x37]|[\x18\x38].|[\x19\x39]..|[\x1a\x3a]....)"
_LIST = rb"(?:[\x80-\x97]|\x98.|\x99..|\x9a....)"
_INTS = _INT + rb"*+"
_INT_AT = re.compile(_INT, re.DOTALL)

_PAGE = re.compile(rb"\x83(%b)((%b)%b(%b)%b)" % (_INT, _LIST, _INTS, _LIST, _INTS), re.DOTALL)
_PAGES = re.compile(rb"(?:\x83%b%b%b%b%b)*+" % (_INT, _LIST, _INTS, _LIST, _INTS), re.DOTALL)
"""What follows a page is never a number, so the places end where numbers end."""

_WORD, _VARIANT = 3, 2
"""How many things a word and a variant are made of."""

_Pages = list[tuple[int, bytes]]
"""The new number of each page, and its places as they are written."""


class Word(NamedTuple):
    """A word of the index: its text in UTF-8, how many numbers its pages have, and how it is written in a chunk."""

    text: bytes
    size: int
    written: bytes


@dataclass(slots=True)
class _Found:
    """What several indexes say of a word."""

    size: int = 0
    pages: _Pages = field(default_factory=list)
    variants: dict[bytes, _Pages] = field(default_factory=dict)


class Postings:
    """Reads chunks with new numbers of pages: `numbers[index][old]`, from 0 to how many there are in all less 1.

    `fields[index][old]` are new numbers of the fields of metadata in the same way; they come in the same order.
    """

    def __init__(self, numbers: Sequence[Sequence[int]], fields: Sequence[Sequence[int]]) -> None:
        self._new = numbers
        self._fields = [
            None if list(of) == list(range(len(of))) else _Renumbered(of) for of in fields
        ]
        written = [write_head(NUMBER, number) for number in range(sum(map(len, numbers)))]
        self._number = {content: number for number, content in enumerate(written)}
        self._written = [b"\x83" + content for content in written]

    def between(
        self, chunks: Iterable[tuple[int, bytes]], start: bytes, end: bytes | None
    ) -> list[Word]:
        """The words from `start` to before `end`, in order, that chunks have; each chunk with the index that it is of.

        Raises `NotReadable` if some bytes are not such a chunk.
        """
        found: dict[bytes, _Found] = {}
        try:
            for index, data in chunks:
                self._read(data, index, start, end, found)
        except (IndexError, KeyError) as error:
            raise NotReadable("a chunk of words is cut off or damaged") from error
        return [self._word(text, found[text]) for text in sorted(found)]

    def _read(
        self,
        data: bytes,
        index: int,
        start: bytes,
        end: bytes | None,
        found: dict[bytes, _Found],
    ) -> None:
        words, at = _words_in(data)
        for _ in range(words):
            text, at = _text(data, at, _WORD)
            if text < start or (end is not None and text >= end):
                at = _after(data, at)
                continue
            word = found.setdefault(text, _Found())
            pages, size, at = self._pages(data, at, index)
            word.pages += pages
            word.size += size
            variants, at = head(data, at, LIST)
            for _ in range(variants):
                form, at = _text(data, at, _VARIANT)
                pages, _, at = self._pages(data, at, index)
                word.variants.setdefault(form, []).extend(pages)
        _expect(at, len(data))

    def _pages(self, data: bytes, at: int, index: int) -> tuple[_Pages, int, int]:
        """The pages of a word, how many numbers they have, and where they end."""
        number, start = head(data, at, LIST)
        end = _end_of_pages(data, start)
        pages = _PAGE.findall(data, start, end)
        _expect(len(pages), number)
        if not pages:
            return [], 0, end
        steps, places, lists, of_metadata = zip(*pages, strict=True)
        old = accumulate(map(self._number.__getitem__, steps))
        size = sum(map(_LENGTHS.__getitem__, chain(lists, of_metadata))) + number
        fields = self._fields[index]
        if fields is not None:
            places = tuple(map(fields.__getitem__, places))
        return list(zip(map(self._new[index].__getitem__, old), places, strict=True)), size, end

    def _word(self, text: bytes, found: _Found) -> Word:
        variants = (
            _written_text(form, _VARIANT) + self._write(pages)
            for form, pages in sorted(found.variants.items())
        )
        written = (
            _written_text(text, _WORD),
            self._write(found.pages),
            write_head(LIST, len(found.variants)),
            *variants,
        )
        return Word(text, found.size, b"".join(written))

    def _write(self, pages: _Pages) -> bytes:
        if not pages:
            return write_head(LIST, 0)
        numbers, places = zip(*sorted(pages), strict=True)
        steps = map(sub, numbers, chain((0,), numbers))
        items = zip(map(self._written.__getitem__, steps), places, strict=True)
        return write_head(LIST, len(pages)) + b"".join(chain.from_iterable(items))


def first_word(chunk: bytes) -> bytes:
    """The text of the first word of a chunk. Raises `NotReadable`."""
    try:
        words, at = _words_in(chunk)
        return _text(chunk, at, _WORD)[0] if words else b""
    except IndexError as error:
        raise NotReadable("a chunk of words is cut off or damaged") from error


_SIZE = 20_000
"""Of a chunk that is full, as Pagefind counts: each page of a word, and each number there."""


def in_chunks(words: Iterable[Word]) -> Iterator[list[Word]]:
    """Words in the chunks that Pagefind would have made of them."""
    chunk: list[Word] = []
    size = 0
    for word in words:
        chunk.append(word)
        size += word.size
        if size >= _SIZE:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def write_chunk(words: Sequence[Word]) -> bytes:
    """A chunk of these words."""
    heads = write_head(LIST, 1) + write_head(LIST, len(words))
    return heads + b"".join([word.written for word in words])


def beginnings(chunks: Sequence[Sequence[Word]]) -> list[tuple[str, str]]:
    """From where to where each chunk goes: as much of its first and last word as tells it from the next chunk's.

    The end of a chunk stays whole where it would come before the beginning.
    """
    ends = [[words[0].text.decode("utf-8"), words[-1].text.decode("utf-8")] for words in chunks]
    for one, following in pairwise(ends):
        last, first = one[1], following[0]
        alike = takewhile(lambda letters: letters[0] == letters[1], zip(last, first, strict=False))
        shared = sum(1 for _ in alike)
        if last[: shared + 1] >= one[0]:
            one[1] = last[: shared + 1]
        following[0] = first[: shared + 1]
    return [(first, last) for first, last in ends]


class _Lengths(dict[bytes, int]):
    """How many things are in a list, by its first bytes."""

    def __missing__(self, content: bytes) -> int:
        self[content] = length = head(content, 0, LIST)[0]
        return length


_LENGTHS = _Lengths()


class _Renumbered(dict[bytes, bytes]):
    """Places with new numbers of the fields of metadata, by places with the old.

    In the second list, a number below 0 is that of a field, counted down from -1, and those after it are places in it.
    """

    def __init__(self, new: Sequence[int]) -> None:
        self._new = new

    def __missing__(self, content: bytes) -> bytes:
        number, at = head(content, 0, LIST)
        for _ in range(number):
            at = _INT_AT.match(content, at).end()  # type: ignore[union-attr]
        value: Any = read(content[at:])
        told = [-1 - self._new[-1 - one] if one < 0 else one for one in value]
        self[content] = renumbered = content[:at] + write(told)
        return renumbered


def _words_in(data: bytes) -> tuple[int, int]:
    """How many words a chunk has, and where the first begins."""
    parts, at = head(data, 0, LIST)
    _expect(parts, 1)
    return head(data, at, LIST)


def _after(data: bytes, at: int) -> int:
    """Where a word ends whose text has been read."""
    at = _end_of_pages(data, head(data, at, LIST)[1])
    variants, at = head(data, at, LIST)
    for _ in range(variants):
        _, at = _text(data, at, _VARIANT)
        at = _end_of_pages(data, head(data, at, LIST)[1])
    return at


def _end_of_pages(data: bytes, start: int) -> int:
    whole = _PAGES.match(data, start)
    return whole.end() if whole else start


def _text(data: bytes, at: int, parts: int) -> tuple[bytes, int]:
    """The text that a list of so many parts begins with, and where it ends."""
    found, at = head(data, at, LIST)
    _expect(found, parts)
    length, at = head(data, at, TEXT)
    _expect(len(data[at : at + length]), length)
    return data[at : at + length], at + length


def _written_text(text: bytes, parts: int) -> bytes:
    return write_head(LIST, parts) + write_head(TEXT, len(text)) + text


def _expect(found: int, expected: int) -> None:
    if found != expected:
        raise NotReadable(f"{found} where {expected} was expected")
