"""A value in quotes over several lines that holds a quote of the same kind."""

from __future__ import annotations

import re

from cbsite.diagnostics import Diagnostic, Edit, diagnose
from cbsite.read.yaml_lines import Window
from cbsite.read.yaml_quoting import last_line
from cbsite.read.yaml_trouble import Trouble

_CLOSED = {"'": re.compile(r"'(?:[^']|'')*'(?!')"), '"': re.compile(r'"(?:[^"\\]|\\.)*"')}


def quote_inside(trouble: Trouble) -> Diagnostic | None:
    """The value goes on further in on the lines below, so it does not end with its line."""
    window = trouble.window
    for number in trouble.suspects():
        line = window.taken_apart(number)
        closed = _CLOSED[line.value[0]].match(line.value) if line.value[:1] in _CLOSED else None
        if closed is None or not line.key:
            continue
        after = line.value[closed.end() :].lstrip()
        last = last_line(window, number, line.key_column)
        if after and after[0] not in ":#" and last > number:
            column = line.column + closed.end()
            span = window.span(number, column, number, line.column + len(line.value))
            return diagnose(
                "E-YAML-QUOTE", span, "There are words after the closing quote.",
                "Put quotes of the other kind round the whole value.",
                _other_quotes(window, number, last), safe=False,
            )  # fmt: skip
    return None


def _other_quotes(window: Window, number: int, last: int) -> tuple[Edit, ...]:
    """The quotes at the two ends made those of the other kind, if the value has none of those and ends with one."""
    column = window.taken_apart(number).column
    mark = window.line(number)[column]
    other = "'" if mark == '"' else '"'
    end = len(window.line(last).rstrip())
    lines = [window.line(n) for n in range(number, last + 1)]
    if window.line(last)[end - 1] != mark or any(other in text or "\\" in text for text in lines):
        return ()
    ends = ((number, column), (last, end - 1))
    return tuple(Edit(window.span(n, at, n, at + 1), other) for n, at in ends)
