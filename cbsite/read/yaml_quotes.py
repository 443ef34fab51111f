"""Quotes that are not closed, that end too soon, that are curly, or that hold a backslash."""

from __future__ import annotations

import re

from cbsite.diagnostics import Diagnostic, Edit, diagnose
from cbsite.read.yaml_lines import Window, quote
from cbsite.read.yaml_quoting import STARTS_ANEW, is_surely_words, last_line, quoting
from cbsite.read.yaml_trouble import Trouble

_CURLY = "“”„‘’"
IN_CURLY = re.compile(r"“[^“”\"]*”|‘[^‘’']*’|„[^“”\"]*[“”]")
"""A value between a pair of curly quotes, with none within."""

_HALF_CURLY = re.compile(r"[“„][^“”„\"]*\"")
_OPENS_INSIDE = re.compile(r"(?<=[\s(])['\"](?=\w)|(?<=\w)'(?=\w)")
"""A quote that opens, or an apostrophe, so that it closes nothing."""

_APOSTROPHE = re.compile(r"'(?:\d|(?:tis|twas|twill|til|em|n|cause|round)\b)", re.IGNORECASE)
"""What begins with an apostrophe and not with a quote: 'tis, '90s."""


def smart_quotes(trouble: Trouble) -> Diagnostic | None:
    """A value in curly quotes that YAML cannot read for what stands in them."""
    window = trouble.window
    for number in trouble.suspects():
        value = window.taken_apart(number).value
        if value[:1] and value[0] in _CURLY:
            pair = IN_CURLY.fullmatch(value) or _HALF_CURLY.fullmatch(value)
            edits, _ = quoting(window, number)
            if pair:
                edits = (Edit(window.value_span(number), quote(value[1:-1].strip())),)
            return diagnose(
                "E-YAML-CURLY",
                window.value_span(number),
                "The value is in curly quotes." if pair else "The value begins with a curly quote.",
                "Use straight quotes." if pair else "Put straight quotes round the whole value.",
                edits,
                safe=pair is not None,
            )
    return None


def words_after_quote(trouble: Trouble) -> Diagnostic | None:
    window = trouble.window
    for number in trouble.suspects():
        value = window.taken_apart(number).value
        if not value or value[0] not in "'\"":
            continue
        end = _closing(value)
        if (
            end is not None
            and value[end:].strip()
            and not value[end:].lstrip().startswith((":", "#"))
        ):
            column = window.taken_apart(number).column
            instead, safe = _requoted(value)
            edit = Edit(window.value_span(number), instead)
            whole = last_line(window, number, window.taken_apart(number).indent) == number
            return diagnose(
                "E-YAML-QUOTE",
                window.span(number, column + end, number, column + len(value)),
                "There are words after the closing quote.",
                "Put quotes of the other kind round the whole value.",
                (edit,) if whole else (),
                safe and is_surely_words(window, number),
            )
    return None


def _requoted(value: str) -> tuple[str, bool]:
    """The value in quotes that hold all of it, and whether no other can be meant.

    Where the quotes at its ends are a pair, with others or an apostrophe between them, readers see those within.
    """
    mark, inside = value[0], value[1:-1]
    within = inside.find(mark)
    paired = value.endswith(mark) and _OPENS_INSIDE.match(inside, within) is not None
    if paired:
        even = mark == "'" or inside.count(mark) % 2 == 0
        within_quotes = inside.replace("''", "'") if mark == "'" else inside
        return quote(within_quotes if even else value + mark), even and "\\" not in inside
    # An apostrophe may look like a closing quote, and a quote too many like a pair.
    clear = value.count(mark) % 2 == 0 and not _OPENS_INSIDE.match(value, within + 1)
    return quote(value), clear and "\\" not in value and (mark == '"' or not value.endswith("'"))


def unclosed_quote(trouble: Trouble) -> Diagnostic | None:
    """A quote that is not closed on its line, where a new field or entry begins on the next."""
    for number in (trouble.began, *trouble.suspects()):
        if number >= 0 and (cause := closing_missing(trouble.window, number)):
            return cause
    if "quoted" not in trouble.said or trouble.began < 0 or "end of" not in trouble.said:
        return None
    return diagnose("E-YAML-QUOTE",
        trouble.window.value_span(trouble.began), "The quote that opens here is not closed.",
        "Put the same quote at the end of the value.",
    )  # fmt: skip


def closing_missing(window: Window, number: int) -> Diagnostic | None:
    """The value on a line opens a quote and does not close it, though the line below is no part of it."""
    value = window.taken_apart(number).value
    if value[:1] not in ("'", '"') or len(value) == 1 or _closing(value) is not None:
        return None
    below = window.line(window.next_line(number))
    if not STARTS_ANEW.match(below):
        return None
    mark = value[0]
    inner = value[1:].rstrip()
    inner = inner[:-1] if inner[-1:] in ("”", "’") and mark + inner[-1] in ('"”', "'’") else inner
    # An apostrophe between single quotes is written twice.
    whole = f"'{inner}'" if mark == "'" and "'" not in inner.replace("''", "") else quote(inner)
    hint = "Put the same quote at the end of the value."
    if _APOSTROPHE.match(value):
        whole = quote(value)
        hint = "Put double quotes round the value, if it begins with an apostrophe."
    edit = Edit(window.value_span(number), whole)
    return diagnose(
        "E-YAML-QUOTE",
        edit.span,
        "The quote that opens here is not closed.",
        hint,
        (edit,),
        safe=mark == '"' and not set(inner) & set('\\"') and is_surely_words(window, number),
    )


def escape(trouble: Trouble) -> Diagnostic | None:
    if "escape" not in trouble.said:
        return None
    line = trouble.window.taken_apart(trouble.line)
    column = line.column if line.value.startswith('"') else max(trouble.column - 1, 0)
    return backslash(trouble.window, trouble.line, column)


def backslash(window: Window, number: int, column: int, safe: bool = True) -> Diagnostic:
    """A backslash in the value between double quotes that begins in a column."""
    text = window.line(number)
    found = re.compile(r'\\[^"\\]|\\$').search(text, column)
    at = found.start() if found else text.find("\\", column)
    match = re.match(r'"((?:[^"\\]|\\.)*)"', text[column:])
    edits: tuple[Edit, ...] = ()
    if match and '\\"' not in match[1]:
        span = window.span(number, column, number, column + match.end())
        edits = (Edit(span, "'" + match[1].replace("'", "''") + "'"),)
    return diagnose(
        "E-YAML-ESCAPE",
        window.span(number, max(at, 0), number, max(at, 0) + 2),
        "A backslash means something special between double quotes.",
        "Use single quotes, in which a backslash is only a backslash.",
        edits,
        safe,
    )


def _closing(value: str) -> int | None:
    """Where the quote that opens a value ends (just after it), or None."""
    pattern = r"'(?:[^']|'')*'(?!')" if value[0] == "'" else r'"(?:[^"\\]|\\.)*"'
    match = re.match(pattern, value)
    return match.end() if match else None
