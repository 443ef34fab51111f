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

_STOP = re.compile(r"[.!?\u2026]+[\"'\u2019\u201d)\]]*\s+")
_NEXT = re.compile(r"[\"'\u2018\u201c(\[]*[A-Z0-9\u00c0-\u00de\u00a3\ufffc]")
_BEFORE_NUMBER = frozenset({
    "cl", "ch", "fig", "no", "nos", "p", "para", "paras", "pp", "r", "reg", "s", "sch", "sec", "vol",
})  # fmt: skip
_BEFORE_NAME = frozenset({
    "dr", "hon", "messrs", "mr", "mrs", "ms", "prof", "rev", "rt", "sir", "st",
})  # fmt: skip
_NEVER_LAST = frozenset({
    "cf", "e.g", "eg", "i.e", "ie", "viz", "vs",
})  # fmt: skip
_LAST_WORD = re.compile(r"[^\s(\[\"'\u2018\u201c]+$")
_LONGEST_LAST_WORD = 10
"""Characters before a full stop that can matter; more than the longest of the above."""

_IN_WORD = re.compile(r"[\w\ufffc]")


def sentences(words: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence in a passage. One without a full stop is one sentence all the same."""
    start = len(words) - len(words.lstrip())
    for stop in _STOP.finditer(words, start):
        if _ends(words, stop):
            yield start, stop.start() + len(stop[0].rstrip())
            start = stop.end()
    end = len(words.rstrip())
    if start < end:
        yield start, end


def count_words(words: str) -> int:
    """How many words there are; a number is one, a dash between spaces is none."""
    return len([1 for word in words.split() if word[0].isalpha() or _IN_WORD.search(word)])


def _ends(words: str, stop: re.Match[str]) -> bool:
    """Whether a full stop or the like ends a sentence; the one of an abbreviation may not."""
    following = _NEXT.match(words, stop.end())
    if following is None:
        return stop.end() == len(words)
    if words[stop.start()] != "." or words[stop.start() + 1] == ".":
        return True
    end = stop.start()
    found = _LAST_WORD.search(words, max(end - _LONGEST_LAST_WORD, 0), end)
    last = found[0] if found else ""
    if last.casefold() in _NEVER_LAST or last.casefold() in _BEFORE_NAME:
        return False
    number = following[0][-1].isdigit()
    # "J. Smith", but not "Annex A. It".
    initial = len(last) == 1 and last.isupper() and not words.endswith("Annex ", 0, end - 1)
    return not (initial and not number) and not (number and last.casefold() in _BEFORE_NUMBER)


class Sentence(NamedTuple):
    """A sentence: its passage, where it begins in that, its words and how many they are."""

    passage: Passage
    start: int
    words: str
    length: int


OwnSentences = Sequence[tuple[ShownText, Sequence[Sentence]]]


def own_sentences(texts: Iterable[ShownText]) -> OwnSentences:
    """The sentences of each text that is English and in the hub's own words, without headings and quotations."""
    return [(text, tuple(_of(text))) for text in texts if text.english and text.own]


def _of(text: ShownText) -> Iterator[Sentence]:
    for passage in text.prose.passages:
        if passage.kind not in ("heading", "quotation"):
            for start, end in sentences(passage.words):
                words = passage.words[start:end]
                yield Sentence(passage, start, words, count_words(words))


def check_sentences(texts: OwnSentences, report: Report) -> None:
    """Report each very long sentence, where it begins (I-SENTENCE)."""
    for text, found in texts:
        for passage, start, words, count in found:
            if count > LONGEST:
                first, *more = words.split()[:4]
                report.add(
                    "I-SENTENCE",
                    passage.span(text.source, start, start + len(first)),
                    f"The sentence that begins with '{' '.join((first, *more))}' has {count} words.",
                    "Make two or three sentences of it; 25 words are easy to follow.",
                )
