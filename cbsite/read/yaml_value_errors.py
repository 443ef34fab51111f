"""Values that YAML cannot read: quotes, colons, brackets, and characters it keeps for itself."""

from __future__ import annotations

import re

from cbsite.diagnostics import Edit
from cbsite.read.yaml_comments import comment_between_brackets
from cbsite.read.yaml_lines import Line, Window
from cbsite.read.yaml_trouble import Cause, Trouble

STARTERS = "@`%*&!|>[{]},?#"
"""Characters that mean something to YAML at the start of a value."""

_CURLY = "“”„‘’"


def smart_quotes(trouble: Trouble) -> Cause | None:
    window = trouble.window
    for number in trouble.suspects():
        value = window.taken_apart(number).value
        if value[:1] and value[0] in _CURLY:
            inner = value.strip(_CURLY)
            if any(c in _CURLY[:3] for c in inner) or '"' in inner:
                shown, edit = window.quoting(number)
            else:
                edit = Edit(window.value_span(number), f'"{inner}"')
                key = window.taken_apart(number).key
                shown = f'{key}: "{inner}"' if key else f'"{inner}"'
            return Cause(
                edit.span,
                "The value is in curly quotes.",
                f"Use straight quotes:  {shown}",
                (edit,),
            )
    return None


def words_after_quote(trouble: Trouble) -> Cause | None:
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
            shown, edit = window.quoting(number)
            column = window.taken_apart(number).column
            span = window.span(number, column + end, number, column + len(value))
            return Cause(
                span,
                "There are words after the closing quote.",
                f"Put quotes round the whole:  {shown}",
                (edit,),
            )
    return None


def unclosed_quote(trouble: Trouble) -> Cause | None:
    if "quoted" not in trouble.said or trouble.began < 0 or "end of" not in trouble.said:
        return None
    value = trouble.window.taken_apart(trouble.began).value
    mark = value[:1] if value[:1] in ("'", '"') else "quote"
    return Cause(
        trouble.window.value_span(trouble.began), "The quote that opens here is not closed.",
        f"Put {mark} at the end of the value.",
    )  # fmt: skip


def escape(trouble: Trouble) -> Cause | None:
    if "escape" not in trouble.said:
        return None
    return Cause(
        trouble.window.span(
            trouble.line, max(trouble.column - 1, 0), trouble.line, trouble.column + 1
        ),
        "A backslash means something special between double quotes.",
        "Use single quotes instead, or write the backslash twice.",
    )


def special_start(trouble: Trouble) -> Cause | None:
    window = trouble.window
    for number in trouble.suspects()[:2]:
        line = window.taken_apart(number)
        if needs_quotes(line) and not (line.value[0] in "[{" and _is_whole(line.value)):
            if line.value[0] in "[{" and not _is_closed(line.value):
                continue
            return starts_with(window, number)
    return None


def needs_quotes(line: Line) -> bool:
    """Whether a value starts with a character that YAML keeps for itself."""
    return line.value[:1] != "" and (line.value[0] in STARTERS or line.value.startswith("- "))


def starts_with(window: Window, number: int) -> Cause:
    """A value starts with a character that YAML keeps for itself."""
    shown, edit = window.quoting(number)
    mark = window.taken_apart(number).value[:1]
    return Cause(
        edit.span,
        f"A value cannot start with {mark} here.",
        f"Put quotes round it:  {shown}",
        (edit,),
    )


def comment_in_flow(trouble: Trouble) -> Cause | None:
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


def open_bracket(trouble: Trouble) -> Cause | None:
    if "flow" not in trouble.said or trouble.began < 0:
        return None
    mapping = "flow mapping" in trouble.said
    what, sign = ("group", "}") if mapping else ("list", "]")
    return Cause(
        trouble.window.whole_line(trouble.began), f"The {what} that opens here is not closed.",
        f"Put {sign} at its end, and a comma between any two entries.",
    )  # fmt: skip


def colon_in_value(trouble: Trouble) -> Cause | None:
    if "mapping values" not in trouble.said:
        return None
    window, line = trouble.window, trouble.window.taken_apart(trouble.line)
    if line.key and line.column <= trouble.column and re.search(r":(\s|$)", line.value):
        shown, edit = window.quoting(trouble.line)
        span = window.span(trouble.line, trouble.column, trouble.line, trouble.column + 1)
        return Cause(
            span,
            f"The value of '{line.key}' has a colon in it.",
            f"Put quotes round the value:  {shown}",
            (edit,),
        )
    return None


def _closing(value: str) -> int | None:
    """Where the quote that opens a value ends (just after it), or None."""
    pattern = r"'(?:[^']|'')*'" if value[0] == "'" else r'"(?:[^"\\]|\\.)*"'
    match = re.match(pattern, value)
    return match.end() if match else None


def _is_closed(value: str) -> bool:
    return {"[": "]", "{": "}"}[value[0]] in value


def _is_whole(value: str) -> bool:
    return value.rstrip().endswith({"[": "]", "{": "}"}[value[0]])
