"""Words that a # hides inside brackets: `{light: #8a1f4b, dark: ...}`."""

from __future__ import annotations

import re

from cbsite.diagnostics import Diagnostic, Edit, diagnose
from cbsite.read.yaml_lines import Window, quote

_QUOTED_OR_COMMENT = re.compile(r"""(?<![^\s\[{,:])(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')|(?<!\S)#""")
_PLAIN = re.compile(
    r"(?:[a-z0-9]+(?:[-:][a-z0-9]+)*|-?[0-9][0-9.,]*|[0-9X~?]{4}[-/][0-9X~?/.-]*|\d{1,2}[./]\d{1,2}[./]\d{2,4}"
    r"|(?:\d{1,2} )?[A-Z][a-z]+ \d{4})"
)
"""An id, a word of a list, a date or a number: values that hold no words of an author's own."""

_COLOUR_OR_NUMBER = re.compile(r"#[0-9A-Fa-f]{3,8}|.*#\d+")
_BEFORE_VALUE = re.compile(r".*(?:[\[{,]|:\s)\s*")


def is_plain(value: str) -> bool:
    """Whether a value is most probably no words, so that what follows its # is a comment indeed."""
    return _PLAIN.fullmatch(value) is not None


def with_room(window: Window, number: int, column: int) -> Diagnostic:
    """A comment after a value, at a column, that has too little room to be known for one."""
    hidden = window.line(number)[column:].rstrip()
    before = window.line(number)[:column].rstrip()
    place = window.span(number, len(before), number, column + 1)
    after = "" if hidden[1:2] in ("", " ") else " "
    return diagnose("E-YAML-HASH",
        window.span(number, column, number, column + len(hidden)),
        "Everything after # is a comment here, but nothing sets it apart from the value.",
        "Put two spaces before the # of a comment and one after it, or give it a line of its own.",
        (Edit(place, f"  #{after}"),), safe=False,
    )  # fmt: skip


def comment_between_brackets(window: Window, number: int) -> Diagnostic | None:
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
    before_mark = text[start:mark].rstrip()
    closing = re.fullmatch(r"([^\[\]{},\"']*?)\s*([\]}])\s*", hidden[1:])
    if closing and is_plain(before_mark) and not hidden[1:2].isdigit():
        # The bracket belongs before the comment.
        end = start + len(before_mark)
        moved = f"{closing[2]}  # {closing[1].strip()}"
        return diagnose("E-YAML-HASH",
            window.span(number, mark, number, mark + len(hidden)),
            f"Everything after # is a comment here, and so is the {closing[2]} at its end.",
            f"Put the {closing[2]} before the comment, or give the comment a line of its own.",
            (Edit(window.span(number, end, number, mark + len(hidden)), moved),), safe=False,
        )  # fmt: skip
    return diagnose(
        "E-YAML-HASH",
        window.span(number, mark, number, mark + len(hidden)),
        "Everything after # is a comment here, so these words would be lost.",
        "Put quotes round the value.",
        (Edit(window.span(number, start, number, start + len(value)), quote(value)),),
        safe=_COLOUR_OR_NUMBER.fullmatch(value) is not None and not is_plain(before_mark),
    )
