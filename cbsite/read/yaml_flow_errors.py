"""Lists and groups between brackets that YAML cannot read."""

from __future__ import annotations

import re

from cbsite.diagnostics import Diagnostic, Edit, diagnose
from cbsite.read.field_names import field_names, list_names
from cbsite.read.yaml_comments import comment_between_brackets
from cbsite.read.yaml_lines import Window, quote
from cbsite.read.yaml_quoting import quoting
from cbsite.read.yaml_trouble import Trouble

_CLOSING = {"[": "]", "{": "}"}
_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_IDS = re.compile(r"[ ]*[a-z0-9:-]*(?:,[ ]*[a-z0-9:-]+)*,?[ ]*")
_STARTS_ANEW = re.compile(r"[ ]*(?:-[ ]|-$|[\w.-]+[ ]*:(?:[ ]|$)|---$|$)")
_PLAIN_BEFORE = re.compile(r"[\[{,][ ]*([a-z_]+:[ ]+)?([^\[\]{},\"':#]+)$")
_PLAIN_AFTER = re.compile(r"[^\[\]{},\"'#]*(?=[,\]}])")
_FIELD = re.compile(r"\w+:(?=[ ])")


def comment_in_flow(trouble: Trouble) -> Diagnostic | None:
    """A # inside brackets that hides words, and perhaps the closing bracket."""
    if "flow" not in trouble.said or trouble.began < 0:
        return None
    window, above = trouble.window, trouble.suspects()[-1]
    # Where a value is missing at the very end, the parser says no more than that.
    starts_above = window.taken_apart(above).value[:1] in ("[", "{")
    first = above if starts_above else trouble.began
    numbers = range(min(first, trouble.began), min(trouble.line + 1, len(window.lines)))
    found = (comment_between_brackets(window, number) for number in numbers)
    return next((cause for cause in found if cause), None)


def crossed_brackets(trouble: Trouble) -> Diagnostic | None:
    """A value that opens with one bracket and ends with another, or with one too many."""
    window = trouble.window
    for number in trouble.suspects():
        value = window.taken_apart(number).value
        match = re.fullmatch(r"([\[{])([^\[\]{}\"']*)([\]})]+)", value)
        if match is None or match[3] == _CLOSING[match[1]]:
            continue
        column = window.taken_apart(number).column + match.start(3)
        span = window.span(number, column, number, column + len(match[3]))
        return diagnose("E-YAML-BRACKET",
            span, f"What opens with {match[1]} is not closed with {_CLOSING[match[1]]} alone.",
            f"Close it with {_CLOSING[match[1]]}.", (Edit(span, _CLOSING[match[1]]),),
        )  # fmt: skip
    return None


def open_bracket(trouble: Trouble) -> Diagnostic | None:
    if "flow" not in trouble.said or trouble.began < 0:
        return None
    window, number = trouble.window, trouble.began
    mapping = "flow mapping" in trouble.said
    what, sign = ("group", "}") if mapping else ("list", "]")
    value = window.taken_apart(number).value
    if cause := _bracket_too_many(window, number):
        return cause
    edits: tuple[Edit, ...] = ()
    hint = f"Put {sign} at its end, and a comma between any two entries."
    alone = value[:1] in _CLOSING and not set(value[1:]) & set("[]{}\"'#")
    safe = True
    if alone and _STARTS_ANEW.match(window.line(window.next_line(number))):
        hint = f"Put {_CLOSING[value[0]]} at its end."
        end = window.taken_apart(number).column + len(value.rstrip().rstrip(","))
        last = window.taken_apart(number).column + len(value)
        edits = (Edit(window.span(number, end, number, last), _CLOSING[value[0]]),)
        if value[0] == "[" and not _IDS.fullmatch(value[1:]):
            # Rather words that happen to begin with a bracket.
            edits, safe = quoting(window, number)[0], False
            hint = "Put quotes round the value, or a bracket at its end if it is a list."
    return diagnose("E-YAML-BRACKET",
        window.whole_line(number), f"The {what} that opens here is not closed.", hint, edits, safe,
    )  # fmt: skip


def _bracket_too_many(window: Window, number: int) -> Diagnostic | None:
    """A bracket before the one id of a field that takes no list."""
    line = window.taken_apart(number)
    words = line.value[1:].strip()
    if line.value[:1] != "[" or line.key not in field_names() or line.key in list_names():
        return None
    if not _ID.fullmatch(words) or not _STARTS_ANEW.match(window.line(window.next_line(number))):
        return None
    span = window.value_span(number)
    return diagnose(
        "E-YAML-BRACKET", span, f"A list opens here, but '{line.key}' takes one value.",
        "Delete the bracket.", (Edit(span, words),), safe=False,
    )  # fmt: skip


def closed_but_wrong(trouble: Trouble) -> Diagnostic | None:
    """A list or group that is closed on its line, and has a colon too many or a comma too few before its end."""
    window, number, column = trouble.window, trouble.line, trouble.column
    text = window.line(number)
    if "flow" not in trouble.said or number != trouble.began or column >= len(text):
        return None
    if ("}" if "flow mapping" in trouble.said else "]") not in text[column:]:
        return None
    return _colon_inside(window, number, column) or _comma_missing(window, number, column)


def _colon_inside(window: Window, number: int, column: int) -> Diagnostic | None:
    text = window.line(number)
    if text[column] != ":":
        return None
    before = _PLAIN_BEFORE.search(text, 0, column)
    words = before[2].split() if before else []
    after = _PLAIN_AFTER.match(text, column)
    edits: tuple[Edit, ...] = ()
    # The last word may be a field, perhaps misspelt, and the comma before it be missing.
    safe = (
        before is not None
        and before[1] is not None
        and (len(words) == 1 or re.fullmatch("[a-z_]+", words[-1]) is None)
    )
    if after and before and words and words[-1].lower() not in field_names():
        start, end = before.start(2), column + len(after[0].rstrip())
        edits = (Edit(window.span(number, start, number, end), quote(text[start:end])),)
    elif len(words) > 1:
        return _comma_missing(window, number, column - len(words[-1]))
    return diagnose(
        "E-YAML-COLON", window.span(number, column, number, column + 1),
        "A value between brackets has a colon in it.", "Put quotes round the value.", edits, safe,
    )  # fmt: skip


def _comma_missing(window: Window, number: int, column: int) -> Diagnostic:
    text = window.line(number)
    end = len(text[:column].rstrip())
    edits: tuple[Edit, ...] = ()
    follows = text[column : column + 1] in ("'", '"', "[", "{") or _FIELD.match(text, column)
    if follows and column > end:
        edits = (Edit(window.span(number, end, number, end), ","),)
    return diagnose(
        "E-YAML", window.span(number, column, number, len(text.rstrip())),
        "What stands here belongs to nothing before it.",
        "Put a comma between any two entries, and quotes round a value that holds quotes itself.",
        edits, safe=False,
    )  # fmt: skip
