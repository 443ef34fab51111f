"""Whether a text can be the value of a design token: one CSS value of the right sort, and harmless."""

from __future__ import annotations

import re

Problem = tuple[str, str]
"""What is wrong, and what to write instead."""

_LONGEST = 300
_ENDS = re.compile(r"[;{}@\\<>!\n]|/\*|\*/")
_LOADS = re.compile(r"\b(url|src|image|image-set|cross-fade|element|paint)\s*\(", re.IGNORECASE)
_LOOKS_UP = re.compile(r"\b(var|env|attr)\s*\(", re.IGNORECASE)
_HASH = re.compile(r"#[\w-]*")
_HEX = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})", re.IGNORECASE)
_COLOUR = re.compile(
    r"#\w+|[a-z]+|(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark)\(.*\)",
    re.IGNORECASE,
)
_STRING = re.compile(r"\"[^\"]*\"|'[^']*'")
_PAIRS = {")": "(", "]": "["}


def value_problem(value: str, instead_of: str) -> Problem | None:
    """Why `value` cannot take the place of the theme's own value, or None if it can."""
    if not value.strip() or len(value) > _LONGEST:
        return (
            f"A value of a token has 1 to {_LONGEST} characters.",
            f"Write for example  {instead_of}",
        )
    if found := _ENDS.search(value):
        mark = "a new line" if found[0] == "\n" else found[0]
        return (
            f"The value holds {mark}, so it would be more than one CSS value.",
            f"Write the value alone, such as  {instead_of}",
        )
    if _LOADS.search(value):
        return (
            "The value would load a file.",
            "Put pictures and fonts into templates/assets/, and use them in a style.css of your own there.",
        )
    if found := _LOOKS_UP.search(value):
        return f"The value looks another one up with {found[1]}().", "Write that value itself."
    if not _is_closed(value):
        return "A bracket or quotation mark in the value is not closed.", "Close it."
    return _colour_problem(value, instead_of)


def _colour_problem(value: str, instead_of: str) -> Problem | None:
    for found in _HASH.findall(_STRING.sub("", value)):
        if not _HEX.fullmatch(found):
            return (
                f"'{found}' is not a colour: after # come 3 or 6 digits from 0 to 9 and a to f.",
                "Write for example  '#8a1f4b'",
            )
    wanted = bool(_HEX.fullmatch(instead_of))
    if wanted and not _COLOUR.fullmatch(value.strip()):
        return f"'{value}' is not a colour.", f"Write for example  '{instead_of}'"
    if not wanted and _HEX.fullmatch(value.strip()):
        return "The token is not a colour.", f"Write for example  {instead_of}"
    return None


def _is_closed(value: str) -> bool:
    """Whether every quotation mark and bracket of a value has its other half."""
    rest = _STRING.sub("", value)
    if '"' in rest or "'" in rest:
        return False
    opened: list[str] = []
    for character in rest:
        if character in _PAIRS.values():
            opened.append(character)
        elif character in _PAIRS and (not opened or opened.pop() != _PAIRS[character]):
            return False
    return not opened
