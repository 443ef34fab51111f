"""How hard a text is to read, as far as lengths of words and sentences tell."""

from __future__ import annotations

from collections.abc import Sequence

from cbsite.checks.sentences import OwnSentences, Sentence
from cbsite.checks.texts import ShownText
from cbsite.diagnostics import Report

LIMIT = 14.0
"""The index above which a text is reported: the top of the school grades that the formula was made from."""

FEWEST_WORDS = 200
"""A shorter text has too few sentences for an average to mean anything."""

_LONGEST_NAMED = 3
_NO_CHARACTERS = bytes(code for code in range(128) if not chr(code).isalnum())


def readability_index(characters: int, words: int, sentences: int) -> float:
    """The Automated Readability Index: about the American school grade that a text asks for.

    4.71 characters/words + 0.5 words/sentences - 21.43, where characters are letters and digits. From E. A.
    Smith and R. J. Senter, "Automated Readability Index", AMRL-TR-66-220, Aerospace Medical Research
    Laboratories, 1967. Of the usual formulas it alone counts no syllables, so it is exact.
    """
    return 4.71 * characters / words + 0.5 * words / sentences - 21.43


def count_characters(words: str) -> int:
    """How many letters and digits there are."""
    if words.isascii():
        return len(words.encode().translate(None, _NO_CHARACTERS))
    return sum(map(str.isalnum, words))


def check_reading_ease(texts: OwnSentences, report: Report) -> None:
    """Report each long text that is hard to read, at its longest sentence (I-READABILITY)."""
    for text, found in texts:
        _check(text, [one for one in found if one.passage.kind in ("paragraph", "entry")], report)


def _check(text: ShownText, found: Sequence[Sentence], report: Report) -> None:
    words = sum(one.length for one in found)
    if words < FEWEST_WORDS:
        return
    characters = sum(count_characters(one.words) for one in found)
    index = readability_index(characters, words, len(found))
    if index <= LIMIT:
        return
    longest = sorted(found, key=lambda one: -one.length)[:_LONGEST_NAMED]
    starts = [one.passage.span(text.source, one.start, one.start + 1).start for one in longest]
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
