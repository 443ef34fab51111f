"""The words of the search index: how many pages have each, in small files that a browser loads one at a time.

Pagefind answers a word that no page has with pages that have its beginning. With these lists the search page
knows which words there are, and the nearest one to a word that is not.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

WORDS = "search/words"
"""The folder of the lists, under the site's root: `e.json` for words that begin with an e, and so on."""

LISTS = (*"abcdefghijklmnopqrstuvwxyz", "digits", "other")
"""The names of all lists: by the first character of a word. Every site has all of them."""

_TOKEN = re.compile(r"[^\W_]+")
_LONGEST = 40
"""Characters of a word: longer ones are no words that people look for, and only make the lists heavy."""


def tokens(text: str) -> list[str]:
    """The words of a text in small letters without accents, as `assets/words.js` finds them."""
    plain = "".join(
        character
        for character in unicodedata.normalize("NFD", text)
        if not unicodedata.category(character).startswith("M")
    )
    return _TOKEN.findall(plain.lower())


def shard(word: str) -> str:
    """The name of the list that holds a word."""
    first = word[:1]
    if not first.isascii():
        return "other"
    return "digits" if first.isdigit() else first


def word_files(pages: Iterable[str]) -> dict[str, bytes]:
    """The lists, by path, of the words that these texts (one a page) have."""
    counted = Counter(word for text in pages for word in set(tokens(text)) if len(word) <= _LONGEST)
    lists: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for word in sorted(counted):
        lists[shard(word)][word] = counted[word]
    return {f"{WORDS}/{name}.json": as_json(lists[name]) for name in LISTS}


def as_json(value: Mapping[str, int] | Iterable[str] | Iterable[Iterable[str]]) -> bytes:
    """The value as JSON without spaces; the same value always gives the same bytes."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def texts(fragment: Mapping[str, object]) -> Iterator[str]:
    """All that Pagefind's fragment of a page says the page can be found by: its text and its metadata."""
    yield str(fragment["content"])
    metadata = fragment["meta"]
    if isinstance(metadata, Mapping):
        yield from (str(value) for value in metadata.values())
