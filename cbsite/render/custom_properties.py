"""The custom properties that a stylesheet gives to `:root`: the tokens of a theme."""

from __future__ import annotations

import re

import msgspec

_PART = re.compile(
    r"""/\*.*?(?:\*/|\Z) | "(?:[^"\\]|\\.)*" | '(?:[^'\\]|\\.)*' | [{};] | [^{};"'/]+ | .""",
    re.DOTALL | re.VERBOSE,
)
"""A comment, a string, a mark that ends something, or other text."""


class CustomProperty(msgspec.Struct, frozen=True):
    """One declaration in a rule for `:root`. `condition` is what stands round it: `@media print`, or nothing."""

    name: str
    value: str
    condition: str = ""


def custom_properties(css: str) -> tuple[CustomProperty, ...]:
    """Every custom property of `:root` in a stylesheet, in order, without the two hyphens of its name."""
    found: list[CustomProperty] = []
    preludes: list[str] = []
    text = ""
    for part in _PART.findall(css):
        if part.startswith("/*"):
            text += " "
        elif part == "{":
            preludes.append(text.strip())
            text = ""
        elif part in (";", "}"):
            found += _declared(text, preludes)
            text = ""
            if part == "}" and preludes:
                preludes.pop()
        else:
            text += part
    return tuple(found)


def _declared(text: str, preludes: list[str]) -> list[CustomProperty]:
    """The custom property that a declaration sets, if it does, inside these rules."""
    selectors = preludes[-1].split(",") if preludes else ()
    if ":root" not in (selector.strip() for selector in selectors):
        return []
    name, colon, value = text.partition(":")
    if not colon or not name.strip().startswith("--"):
        return []
    return [CustomProperty(name.strip()[2:], value.strip(), " ".join(preludes[:-1]))]
