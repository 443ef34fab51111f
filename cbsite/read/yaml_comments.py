"""Words that a # hides inside brackets: `{light: #8a1f4b, dark: ...}`."""

from __future__ import annotations

import re

from cbsite.diagnostics import Edit
from cbsite.read.yaml_lines import Window, quote
from cbsite.read.yaml_trouble import Cause

_QUOTED_OR_COMMENT = re.compile(r"""(?<![^\s\[{,:])(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')|(?<!\S)#""")
_BEFORE_VALUE = re.compile(r".*(?:[\[{,]|:\s)\s*")


def comment_between_brackets(window: Window, number: int) -> Cause | None:
    """The first # of a line that is part of a list or group in brackets, if it seems to be meant as words.

    It seems so where no space follows it, or where it hides a closing bracket.
    """
    text = window.line(number)
    marks = (found.start() for found in _QUOTED_OR_COMMENT.finditer(text) if found[0] == "#")
    mark = next(marks, None)
    if mark is None or not text[:mark].strip():
        return None
    hidden = text[mark:].rstrip()
    if hidden.startswith("# ") and not {"]", "}"} & set(hidden):
        return None
    before = _BEFORE_VALUE.match(text[:mark])
    start = before.end() if before else mark
    value = re.split(r"[,\]}]", text[start:], maxsplit=1)[0].rstrip()
    quoted = quote(value)
    return Cause(
        window.span(number, mark, number, mark + len(hidden)),
        "Everything after # is a comment here, so these words would be lost.",
        f"Put quotes round the value:  {quoted}",
        (Edit(window.span(number, start, number, start + len(value)), quoted),),
    )
