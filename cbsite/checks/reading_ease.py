"""How hard a text is to read, as far as lengths of words and sentences tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import itemgetter

from cbsite.checks.sentences import OwnSentences, Split, count_words
from cbsite.checks.texts import ShownText
from cbsite.diagnostics import Report

LIMIT = 14.0
"""The index above which a text is reported: the top of the school grades that the formula was made from."""

FEWEST_WORDS = 200
"""A shorter text has too few sentences for an average to mean anything."""

_LONGEST_NAMED = 3
_NO_CHARACTERS = bytes(code for code in range(128) if not chr(code).isalnum())
_ASCII = re.compile(r"[\x00-\x7f]+")


def readability_index(characters: int, words: int, sentences: int) -> float:
    """The Automated Readability Index: about the American school grade that a text asks for.

    4.71 characters/words + 0.5 words/sentences - 21.43, where characters are letters and digits. From E. A.
    Smith and R. J. Senter, "Automated Readability Index", AMRL-TR-66-220, Aerospace Medical Research
    Laboratories, 1967. Of the usual formulas it alone counts no syllables, so it is exact.
    """
    return 4.71 * characters / words + 0.5 * words / sentences - 21.43


def count_characters(words: str) -> int:
    """How many letters and digits there are."""
    others = "" if words.isascii() else _ASCII.sub("", words)
    plain = words.encode("ascii", "ignore").translate(None, _NO_CHARACTERS)
    return len(plain) + sum(map(str.isalnum, others))


def check_reading_ease(texts: OwnSentences, report: Report) -> None:
    """Report each long text that is hard to read, at its longest sentence (I-READABILITY)."""
    for text, split in texts:
        _check(text, [one for one in split if one.passage.kind in ("paragraph", "entry")], report)


def _check(text: ShownText, split: Sequence[Split], report: Report) -> None:
    passages = [one.passage.words for one in split]
    # All that is plain ASCII is counted in one go.
    plain = " ".join(filter(str.isascii, passages))
    pieces = [plain, *(piece for piece in passages if not piece.isascii())]
    words = sum(map(count_words, pieces))
    if words < FEWEST_WORDS:
        return
    characters = sum(map(count_characters, pieces))
    index = readability_index(characters, words, sum(len(one.bounds) for one in split))
    if index <= LIMIT:
        return
    lengths = [
        (-count_words(passage.words[start:end]), passage, start)
        for passage, bounds in split
        for start, end in bounds
    ]
    longest = sorted(lengths, key=itemgetter(0))[:_LONGEST_NAMED]
    starts = [passage.span(text.source, start, start + 1).start for _, passage, start in longest]
    at = [start.line for start in starts if start]
    lines = sorted(set(at))
    report.add(
        "I-READABILITY",
        text.source.whole_line(at[0]),
        f"The text asks for readers of about {round(index) + 5} years who went to school until then "
        f"(Automated Readability Index {index:.1f}). {_listed(lines)}.",
        "Split the longest sentences, and put a short word wherever it says the same as a long one.",
    )


def _listed(lines: list[int]) -> str:
    *first, last = map(str, lines)
    if not first:
        return f"Its longest sentences begin on line {last}"
    return f"Its longest sentences begin on lines {', '.join(first)} and {last}"
