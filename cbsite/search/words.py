"""The words of the search index: how many pages have each, in small files that a browser loads one at a time.

Pagefind answers a word that no page has with pages that have its beginning. With these lists the search page
knows which words there are, and the nearest one to a word that is not.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

WORDS = "search/words"
"""The folder of the lists, under the site's root."""

LISTS = "lists"
"""The name of the list of lists: the first word of each list, and its name, which is a hash."""

MOST = 1000
"""Words of a list at most: some 12 kB, whatever the size of the site."""

_DIGITS = 10
"""Of the hash in the name of a list."""

_TOKEN = re.compile(r"[^\W_]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_LONGEST = 40
"""Characters of a word: longer ones are no words that people look for, and only make the lists heavy."""


def tokens(text: str) -> list[str]:
    """The words of a text in small letters without accents, as `assets/words.js` finds them."""
    if not text.isascii():
        text = unicodedata.normalize("NFD", text)
        marks = (
            one for one in set(_NOT_ASCII.findall(text)) if unicodedata.category(one)[0] == "M"
        )
        text = text.translate(dict.fromkeys(map(ord, marks)))
    return _TOKEN.findall(text.lower())


class WordCount:
    """How many pages have each word."""

    def __init__(self) -> None:
        self._pages: Counter[str] = Counter()
        self._words: dict[str, frozenset[str]] = {}

    def add(self, text: str) -> None:
        """Count the words of one more page."""
        # A word stands on many pages with the same marks beside it: each such piece is looked at once.
        pieces = set(text.split())
        known = self._words
        for piece in pieces.difference(known):
            known[piece] = frozenset(word for word in tokens(piece) if len(word) <= _LONGEST)
        self._pages.update(frozenset().union(*map(known.__getitem__, pieces)))

    def pages(self) -> Mapping[str, int]:
        """The number of pages by word."""
        return self._pages


def word_files(words: WordCount) -> dict[str, bytes]:
    """The lists, by path, of the words that pages have, each with their number."""
    return list_files(WORDS, words.pages())


def list_files(folder: str, words: Mapping[str, int]) -> dict[str, bytes]:
    """Words with their numbers in lists of at most `MOST`, in order; and the list of lists."""
    ordered = sorted(words, key=_as_browsers_do)
    files, names = {}, []
    for at in range(0, len(ordered), MOST):
        part = ordered[at : at + MOST]
        content = as_json({word: words[word] for word in part})
        # A browser that has an older list of lists must miss a list, and not take the wrong one.
        name = hashlib.sha256(content).hexdigest()[:_DIGITS]
        files[f"{folder}/{name}.json"] = content
        names.append((part[0], name))
    return {f"{folder}/{LISTS}.json": as_json(names), **files}


def _as_browsers_do(word: str) -> bytes:
    """What puts words in the order in which JavaScript compares texts."""
    return word.encode("utf-16-be")


def as_json(value: Mapping[str, int] | Iterable[str] | Iterable[Iterable[str]]) -> bytes:
    """The value as JSON without spaces; the same value always gives the same bytes."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def texts(fragment: Mapping[str, object]) -> Iterator[str]:
    """All that Pagefind's fragment of a page says the page can be found by: its text and its metadata."""
    yield str(fragment["content"])
    metadata = fragment["meta"]
    if isinstance(metadata, Mapping):
        yield from (str(value) for value in metadata.values())
