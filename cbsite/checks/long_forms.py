"""Where a text says what an acronym stands for."""

from __future__ import annotations

import re
from functools import lru_cache

_REACH = 400
"""Characters before and after an acronym in which its words are looked for."""

_SMALL = r"(?:(?:an?|and|at|by|de|for|from|in|of|on|or|the|to|with|&|y)[\s,-]+){0,3}"
_CLOSED = re.compile(r"[sS]?[\"'\u2019\u201d*]*\s*[)\]]")
_OPENED = re.compile(
    r"[(\[]\s*(?:(?:the|an?|or|as|now|called|known|hereafter|hereinafter|henceforth|below|simply|also)\s+)*"
    r"[\"'\u2018\u201c]?$"
)
_NAME = re.compile(r"[\"'\u2018\u201c(]?[A-Z]")
_IN_BRACKETS = re.compile(r"s?[\"'\u2019\u201d]?\s*[(\[]([^()\[\]]*)[)\]]")
_SO_CALLED = re.compile(
    r"s?[\"'\u2019\u201d]?(?:\s+\w+(?=\s*[(\[]))?[\s,:;=(\[\u2010-\u2015-]+"
    r"(?:(?:is|are|was|were|means?|stands?|stood|short|for|i\.e\.?|ie|that|which|called|or|the|an?)[\s,:]+)*"
    r"[\"'\u2018\u201c]?"
)


def stands_beside(words: str, acronym: re.Match[str]) -> bool:
    """Whether the long form of an acronym stands beside it, in one of the forms that readers understand.

    `Some Body (SB)`, `SB (the Some Body)`, `some body, or SB`, `SB: some body`, `SB stands for some body`.
    """
    letters, start, end = acronym[1], acronym.start(), acronym.end()
    before, after = words[max(start - _REACH, 0) : start], words[end : end + _REACH]
    # Two letters begin some two words nearly everywhere, so those must stand right before the acronym.
    if _right_before(letters).search(before) or (len(letters) > 2 and spells(before, letters)):
        return True
    opened = _OPENED.search(before)
    if opened and _CLOSED.match(after):
        named = re.split(r"[.;:!?]\s", before[: opened.start()])[-1].split()
        longest = 2 * len(letters) + 2
        return bool(named and _NAME.match(named[-1])) or any(
            _stands_for(letters, named[-n:]) for n in range(2, longest)
        )
    inside = _IN_BRACKETS.match(after)
    if inside and _stands_for(letters, re.sub(r"^(?:the|an?)\s", "", inside[1]).split()):
        return True
    then = _SO_CALLED.match(after)
    return then is not None and _spelled(letters).match(after, then.end()) is not None


def spells(words: str, acronym: str) -> bool:
    """Whether the letters of an acronym begin some words that follow each other."""
    return _spelled(acronym).search(words) is not None


@lru_cache(maxsize=4096)
def _spelled(acronym: str) -> re.Pattern[str]:
    """Words that begin with the letters of an acronym; small words between them need not."""
    rest = "".join(rf"[\w'\u2019]*[\s,-]+{_SMALL}{letter}" for letter in acronym[1:])
    return re.compile(rf"\b{acronym[0]}{rest}", re.IGNORECASE)


@lru_cache(maxsize=4096)
def _right_before(acronym: str) -> re.Pattern[str]:
    spelled = _spelled(acronym).pattern
    return re.compile(
        rf"{spelled}[\w'\u2019]*[\s,:\u2010-\u2015-]+(?:or\s|the\s)?[\"'\u2018\u201c]?$",
        re.IGNORECASE,
    )


def _stands_for(acronym: str, words: list[str]) -> bool:
    """Whether the letters come in this order in the words, the first of them at the beginning."""
    if len(words) < 2 or not words[0].casefold().startswith(acronym[0].casefold()):
        return False
    letters = iter("".join(words).casefold())
    return all(letter in letters for letter in acronym.casefold())
