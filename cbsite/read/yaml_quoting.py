"""Quotes round a value that YAML cannot read without them, and whether nothing else can be meant."""

from __future__ import annotations

import re

from cbsite.diagnostics import Edit
from cbsite.read.field_names import holds_words
from cbsite.read.yaml_lines import Window, quote

STARTS_ANEW = re.compile(r"[ ]*(?:-[ ]|-$|[\w.-]+[ ]*:(?:[ ]|$)|---$|#|$)")
"""A line that does not go on from a value above it."""

_COMMENT = re.compile(r"\s#(?!\s?\d)")
"""What is rather a comment than words: `# check`, but not `#4` or `# 4`."""

_NO_WORDS = ("{", ">", "|", "*", "- ")
"""How a group, a text over several lines, and entries of a list begin."""


def last_line(window: Window, number: int, indent: int) -> int:
    """The last line of a value that begins on a line and goes on below, further in."""
    while window.indent_of(number + 1) > indent and not STARTS_ANEW.match(window.line(number + 1)):
        number += 1
    return number


def quoting(window: Window, number: int) -> tuple[tuple[Edit, ...], bool]:
    """The edits that put the value on a line in quotes, to its end some lines below; and whether they are safe."""
    line = window.taken_apart(number)
    last = last_line(window, number, line.indent)
    lines = [line.value, *(window.line(n) for n in range(number + 1, last + 1))]
    safe = is_surely_words(window, number) and not any(map(_COMMENT.search, lines))
    if last == number:
        return (Edit(window.value_span(number), quote(line.value)),), safe
    if any(mark in text for text in lines for mark in '"\\'):
        return (), False
    end = len(window.line(last).rstrip())
    opening = window.span(number, line.column, number, line.column)
    return (Edit(opening, '"'), Edit(window.span(last, end, last, end), '"')), safe


def is_surely_words(window: Window, number: int) -> bool:
    """Whether the value on a line is words, and no group, list or comment that only looks wrong."""
    line = window.taken_apart(number)
    if not line.key or not holds_words(line.key) or line.value.startswith(_NO_WORDS):
        # Bold and italic words are the exception.
        return bool(line.key) and holds_words(line.key) and _EMPHASIS.match(line.value) is not None
    return not _COMMENT.search(line.value)


_EMPHASIS = re.compile(r"(\*{1,3})\w[^*]*\1(?!\*)|\*\w[^*]*$")
