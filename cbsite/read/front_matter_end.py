"""Where the fields of a file end, if no line says so."""

from __future__ import annotations

import re
from typing import NamedTuple

from cbsite.read.field_names import field_names

_FENCE = re.compile(r"---[ \t]*")
_KEY = re.compile(r"([A-Za-z_]+)[ ]?:(?:\s|$)(.*)")
_GLUED = re.compile(r"([A-Za-z_]+):(\S.*)")
LIKE_CLOSING = re.compile(
    r"[ \t]*(?:-{2,}|[–—−‐‑]+-*|-[–—−‐‑]+|\.{3}|…|={3,}|_{3,}|\*{3,}|\+{3})[ \t]*"
)
"""A line that closes the fields, if not as it should."""

_ENTRY = re.compile(r"[-–—•·][ \t]*\S")


class End(NamedTuple):
    """The number (from 1) of the last line of the fields, and whether it can be no other."""

    line: int
    certain: bool


def fields_end(lines: tuple[str, ...], opening: int, closing: int | None, last: int) -> End | None:
    """Where the fields end that begin after the line `opening`, if `closing` does not close them.

    `last` is their `last_field`, with capitals too if there is a `closing`. That is the first line of `---`,
    perhaps a rule or the underline of a heading in the text: it closes the fields unless an empty line and words
    that are no field come first, and no field after them.
    """
    after = lines[last] if last < len(lines) else ""
    # Below an empty line, a field and a paragraph such as `Contact: Jane Smith` look alike.
    unclear = any(not line.strip() for line in lines[opening:last])
    if closing is None:
        below = next((line for line in lines[last:] if line.strip()), "")
        unclear = unclear or _is_like_field(below)
        return End(last, not unclear and (not after.strip() or after.startswith("#")))
    between = range(last, closing - 1)
    words = next((n for n in between if lines[n].strip() and not lines[n].startswith("#")), None)
    if words is None or any(is_field(line) for line in lines[words : closing - 1]):
        return None
    gap = next((n for n in between if not lines[n].strip()), closing)
    if gap < words:
        return End(last_field(lines, opening) if unclear else last, not unclear)
    # Words right below the fields are the text if an empty line and more words follow.
    more = [line for line in lines[gap : closing - 1] if line.strip()]
    return End(last, False) if more and not any(map(_KEY.match, more)) else None


def later_fields(lines: tuple[str, ...], closing: int) -> End | None:
    """Where fields end that stand right after the closing line; None if there are none.

    Certain if another closing line follows them.
    """
    first = next((n for n in range(closing, len(lines)) if lines[n].strip()), closing + 2)
    if first > closing + 1 or not is_field(lines[first]):
        return None
    last = last_field(lines, closing)
    closed = last < len(lines) and _FENCE.fullmatch(lines[last]) is not None
    rest = lines[last] if last < len(lines) else ""
    return End(last, closed) if closed or not rest.strip() else None


def is_field(line: str) -> bool:
    match = _KEY.match(line)
    return match is not None and match[1] in field_names()


def _is_like_field(line: str) -> bool:
    """Whether a line is a field, perhaps one with a capital or without its space."""
    match = _KEY.match(line) or _GLUED.match(line)
    return match is not None and match[1].lower() in field_names()


def _key_on(line: str) -> re.Match[str] | None:
    """The name of a field and what follows it; without a space between, only a name that a field has."""
    match = _KEY.match(line)
    if match is None and (glued := _GLUED.match(line)) and glued[1] in field_names():
        return glued
    return match


def last_field(lines: tuple[str, ...], opening: int, any_case: bool = False) -> int:
    """The number (from 1) of the last line of fields, entries and what is indented under them.

    Below an empty line only what has the name of a field counts, with capitals only in `any_case`.
    """
    last, gap, takes_entries = opening, False, False
    for number in range(opening + 1, len(lines) + 1):
        line = lines[number - 1]
        if not line.strip():
            gap = True
        elif line.startswith("#"):
            continue
        elif LIKE_CLOSING.fullmatch(line):
            break
        elif line[0] in " \t" or (takes_entries and _ENTRY.match(line)):
            if gap and not takes_entries:
                break
            last = number
        elif (match := _key_on(line)) and (
            not gap or (match[1].lower() if any_case else match[1]) in field_names()
        ):
            last, gap = number, False
            takes_entries = not match[2].strip()
        else:
            break
    return last
