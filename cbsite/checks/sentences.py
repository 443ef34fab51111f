"""Sentences: where they begin and end, and those that are very long."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cbsite.checks.texts import ShownText
from cbsite.diagnostics import Report
from cbsite.read.tree import Passage

LONGEST = 40
"""Words of a sentence that still passes: guides for public bodies ask for 15 to 25."""

_STOP = re.compile(
    r"([.!?\u2026]+[\"'\u2019\u201d)\]]*)\s++(?:(?=[\"'\u2018\u201c(\[]*([A-Z0-9\u00c0-\u00de\u00a3\ufffc]))|\Z)"
)
"""What may end a sentence, before the sign that begins the next or at the end of the words."""

_BEFORE_NUMBER = frozenset({
    "cl", "ch", "fig", "no", "nos", "p", "para", "paras", "pp", "r", "reg", "s", "sch", "sec", "vol",
})  # fmt: skip
_BEFORE_NAME = frozenset({
    "dr", "hon", "messrs", "mr", "mrs", "ms", "prof", "rev", "rt", "sir", "st",
})  # fmt: skip
_NEVER_LAST = frozenset({
    "cf", "e.g", "eg", "i.e", "ie", "viz", "vs",
})  # fmt: skip
_TOO_LONG = 7
"""Letters of a word that is none of the above."""

_LAST_WORD = re.compile(r"[^\s(\[\"'\u2018\u201c]+$")
_LONGEST_LAST_WORD = 10
"""Characters before a full stop that can matter; more than the longest of the above."""

_NOT_IN_WORDS = bytes(c for c in range(128) if not re.match(r"[\w\s]", chr(c)))
_IN_WORD = re.compile(r"[\w\ufffc]")


def sentences(words: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence in a passage. One without a full stop is one sentence all the same."""
    start = len(words) - len(words.lstrip())
    for stop in _STOP.finditer(words, start):
        if _ends(words, stop):
            yield start, stop.end(1)
            start = stop.end()
    end = len(words.rstrip())
    if start < end:
        yield start, end


def count_words(words: str) -> int:
    """How many words there are; a number is one, a dash between spaces is none."""
    if words.isascii():
        return len(words.encode().translate(None, _NOT_IN_WORDS).split())
    return len([1 for word in words.split() if word[0].isalpha() or _IN_WORD.search(word)])


def _ends(words: str, stop: re.Match[str]) -> bool:
    """Whether a full stop or the like ends a sentence; the one of an abbreviation may not."""
    end, following = stop.start(), stop[2]
    if following is None or words[end] != "." or words[end + 1] == ".":
        return True
    if end >= _TOO_LONG and words[end - _TOO_LONG : end].isalpha():
        return True
    found = _LAST_WORD.search(words, max(end - _LONGEST_LAST_WORD, 0), end)
    last = found[0] if found else ""
    if last.casefold() in _NEVER_LAST or last.casefold() in _BEFORE_NAME:
        return False
    number = following.isdigit()
    # "J. Smith", but not "Annex A. It".
    initial = len(last) == 1 and last.isupper() and not words.endswith("Annex ", 0, end - 1)
    return not (initial and not number) and not (number and last.casefold() in _BEFORE_NUMBER)


class Split(NamedTuple):
    """A passage, and where each of its sentences begins and ends."""

    passage: Passage
    bounds: Sequence[tuple[int, int]]


OwnSentences = Sequence[tuple[ShownText, Sequence[Split]]]


def own_sentences(texts: Iterable[ShownText]) -> OwnSentences:
    """The sentences of each text that is English and in the hub's own words, without headings and quotations."""
    return [(text, _of(text)) for text in texts if text.english and text.own]


def _of(text: ShownText) -> Sequence[Split]:
    return [
        Split(passage, list(sentences(passage.words)))
        for passage in text.passages
        if passage.kind not in ("heading", "quotation")
    ]


def check_sentences(texts: OwnSentences, report: Report) -> None:
    """Report each very long sentence, where it begins (I-SENTENCE)."""
    for text, split in texts:
        for passage, bounds in split:
            for start, end in bounds:
                # Most are too short for so many words, with a space between each two.
                if end - start > 2 * LONGEST:
                    _check(text, passage, start, end, report)


def _check(text: ShownText, passage: Passage, start: int, end: int, report: Report) -> None:
    words = passage.words[start:end]
    # What is parted by spaces is quicker to count, and at least as much as there are words.
    if len(words.split()) > LONGEST and (count := count_words(words)) > LONGEST:
        first, *more = words.split()[:4]
        report.add(
            "I-SENTENCE",
            passage.span(text.source, start, start + len(first)),
            f"The sentence that begins with '{' '.join((first, *more))}' has {count} words.",
            "Make two or three sentences of it; 25 words are easy to follow.",
        )
