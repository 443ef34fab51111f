"""Characters that nobody can see, spaces that look plain, and letters that were decoded wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


class Change(NamedTuple):
    """On one line: from `start` to before `end` (columns from 0) should stand `instead`.

    `found` is what stands there; `instead` is None where nobody but the author can know.
    """

    start: int
    end: int
    found: str
    instead: str | None


CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufeff\ufffd-\uffff]")
"""What no text should hold: controls, non-characters, byte order marks, the mark of a lost character."""


def may_hold_controls(text: str) -> bool:
    """Whether any of these may be in a text; quick to say of most."""
    return "\ufffd" in text or not text.replace("\n", "").replace("\t", "").isprintable()


ODD_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
"""Spaces that look plain and are not; the first is the no-break space of word processors."""

TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks for the direction of letters."""

RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Letters of Hebrew, Arabic and other scripts, whose texts need such marks."""

FRENCH = re.compile(r"^lang:[ \t]*[\"']?fr\b", re.MULTILINE)
"""The field of a text in French."""

_ZERO_WIDTH = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\U000e0001-\U000e007f]+"
)
_NEEDED = "\u200c\u200d\u200e\u200f"
"""Marks that some scripts, and pictures put together of several, need between their letters."""

_ENDS_WORDS_UNSEEN = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Letters of scripts that part words by a space without a width: Thai, Lao, Burmese, Khmer."""

_SEPARATORS = "\x0b\x0c\u2028\u2029"
_LETTERS = "‘’“”–—…•™€ŵŷŴŶ" + "".join(map(chr, range(0xA0, 0x100)))


def _wrongly_decoded(letter: str) -> str:
    """The letter's bytes in UTF-8 as Windows-1252 shows them."""
    made = ""
    for byte in letter.encode():
        made += (
            chr(byte) if byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else bytes([byte]).decode("cp1252")
        )
    return made


_MEANT = {_wrongly_decoded(letter): letter for letter in _LETTERS}
_MOJIBAKE = re.compile("|".join(map(re.escape, sorted(_MEANT, key=len, reverse=True))))


def mojibake(line: str) -> Iterator[Change]:
    """Letters of UTF-8 that a program took for Windows-1252, such as `â€™` for an apostrophe."""
    for found in _MOJIBAKE.finditer(line):
        yield Change(found.start(), found.end(), found[0], _MEANT[found[0]])


def controls(line: str) -> Iterator[Change]:
    """Controls and what else no text should hold."""
    for found in CONTROLS.finditer(line):
        character = found[0]
        instead: str | None = ""
        if character == "\ufffd":
            instead = None
        elif character in _SEPARATORS:
            instead = _space_between(line, found.start(), found.end())
        elif "\x80" <= character <= "\x9f":
            # As browsers do: the text was Windows-1252, and was taken for ISO 8859-1.
            instead = bytes([ord(character)]).decode("cp1252", "ignore")
        yield Change(found.start(), found.end(), character, instead)


def may_change_words(line: str, change: Change) -> bool:
    """Whether taking a control out may make one word of two, or a mark of Markdown of what beside it was none."""
    before, after = line[max(change.start - 1, 0) : change.start], line[change.end : change.end + 1]
    joins = "\x00" <= change.found < "\x1f" and change.instead == ""
    if joins and before.isalnum() and after.isalnum():
        return True
    if not line[: change.start].strip() and after.isspace():
        return True
    return any(
        c and not c.isspace() and not c.isalpha() and c not in ",.;'\"" for c in (before, after)
    )


def is_french(line: str, found: re.Match[str]) -> bool:
    """Whether a no-break space stands where French has one: inside « », and before high marks and units."""
    before, after = line[: found.start()][-1:], line[found.end() :][:1]
    return len(found[0]) == 1 and (before == "«" or (before != "" and after in tuple("»;:!?%€£$")))


def zero_width(line: str) -> Iterator[Change]:
    """Characters without a width, and line ends that are none."""
    if line.isascii():
        return
    for found in _ZERO_WIDTH.finditer(line):
        if _is_needed(line, found):
            continue
        instead = ""
        if set(found[0]) & set(_SEPARATORS):
            instead = _space_between(line, found.start(), found.end())
        yield Change(found.start(), found.end(), found[0], instead)


def _space_between(line: str, start: int, end: int) -> str:
    """A space where two words would otherwise run together."""
    before, after = line[max(start - 1, 0) : start], line[end : end + 1]
    return " " if before.strip() and after.strip() else ""


def _is_needed(line: str, found: re.Match[str]) -> bool:
    """Whether marks belong to a flag, or stand beside a letter of a script, or a picture, that may need them."""
    if found[0] > "\U000e0000":
        return line[: found.start()].endswith("\U0001f3f4")
    beside = line[max(found.start() - 1, 0) : found.start()] + line[found.end() : found.end() + 1]
    if set(found[0]) == {"\u200b"}:
        return any(map(_ENDS_WORDS_UNSEEN.match, beside))
    return set(found[0]) <= set(_NEEDED) and any(
        ord(c) >= 0x590 and not 0x1E00 <= ord(c) < 0x2190 for c in beside
    )
