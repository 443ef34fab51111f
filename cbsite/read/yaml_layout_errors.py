"""Lines that YAML cannot read: tabs, dashes, missing spaces, crooked indentation."""

from __future__ import annotations

import re

from cbsite.diagnostics import Edit
from cbsite.read.yaml_lines import Window
from cbsite.read.yaml_trouble import Cause, Trouble

_DASH = re.compile(r"([ ]*(?:-[ ]+)*)([–—−•·])[ \u00a0]+\S")
_GLUED = re.compile(r"([ ]*(?:-[ ]+)*)([A-Za-z_]+):([^\s/].*)$")
_HYPHEN = re.compile(r"([ ]*)-([^\s-].*)$")


def tab(trouble: Trouble) -> Cause | None:
    window = trouble.window
    for number in trouble.suspects():
        text = window.line(number)
        lead = text[: len(text) - len(text.lstrip())]
        if "\t" in lead:
            span = window.span(number, 0, number, len(lead))
            mended = lead.replace("\t", "  ")
            return Cause(
                span,
                "The line starts with a tab.",
                "Use two spaces instead.",
                (Edit(span, mended),),
            )
    return None


def long_dash(trouble: Trouble) -> Cause | None:
    return next((c for n in trouble.suspects() if (c := long_dash_on(trouble.window, n))), None)


def long_dash_on(window: Window, number: int) -> Cause | None:
    """A list marked with a dash or bullet from a word processor."""
    match = _DASH.match(window.line(number))
    if match is None:
        return None
    span = window.span(number, match.start(2), number, match.end(2))
    return Cause(
        span,
        f"The line starts with {match[2]} instead of a plain hyphen.",
        "Lists need a plain -",
        (Edit(span, "-"),),
    )


def no_space_after_colon(trouble: Trouble) -> Cause | None:
    return next((c for n in trouble.suspects() if (c := glued_on(trouble.window, n))), None)


def glued_on(window: Window, number: int) -> Cause | None:
    """A key and its value without a space between them."""
    match = _GLUED.match(window.line(number))
    if match is None or match[2] in ("http", "https", "mailto"):
        return None
    span = window.span(number, match.start(2), number, match.end(2) + 1)
    return Cause(
        span, f"There is no space after the colon of '{match[2]}'.", f"Write  {match[2]}: {match[3].strip()}",
        (Edit(span, f"{match[2]}: "),),
    )  # fmt: skip


def deeper_than_above(trouble: Trouble) -> Cause | None:
    """A field that is indented as if it belonged to the value above it."""
    line = trouble.window.taken_apart(trouble.line)
    above = trouble.suspects()[-1]
    if not line.key or trouble.line == above or "mapping values" not in trouble.said:
        return None
    return _crooked(trouble)


def bad_indent(trouble: Trouble) -> Cause | None:
    if "block" not in trouble.said or not trouble.window.line(trouble.line).strip():
        return None
    text = trouble.window.line(trouble.line)
    if trouble.column > len(text) - len(text.lstrip()):
        return None
    return _crooked(trouble)


def _crooked(trouble: Trouble) -> Cause:
    return Cause(
        trouble.window.whole_line(trouble.line), "The line does not stand under the lines it belongs to.",
        "Start fields of one record in the same column, and the hyphens of one list too.",
    )  # fmt: skip


def no_colon(trouble: Trouble) -> Cause | None:
    if "simple key" not in trouble.said:
        return None
    number = trouble.began if trouble.began >= 0 else trouble.line
    if match := _HYPHEN.match(trouble.window.line(number)):
        return hyphen_on(trouble.window, number, match)
    return Cause(
        trouble.window.whole_line(number), "The line is neither a field, a list entry nor a comment.",
        "A field is a name, a colon, a space and a value. Indent lines that go on from the one above by two spaces.",
    )  # fmt: skip


def hyphen_on(window: Window, number: int, match: re.Match[str] | None = None) -> Cause | None:
    """A list entry without a space after its hyphen."""
    match = match or _HYPHEN.match(window.line(number))
    if match is None:
        return None
    span = window.span(number, match.end(1), number, match.end(1) + 1)
    return Cause(
        span,
        "There is no space after the hyphen.",
        f"Write  - {match[2].strip()}",
        (Edit(span, "- "),),
    )
