"""YAML as text with positions: no guessing, no aliases, no tags, bounded depth and size."""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from cbsite.diagnostics import Report
from cbsite.read.yaml_errors import explain
from cbsite.read.yaml_lines import Window
from cbsite.read.yaml_reader import TooDeep, TreeReader, add
from cbsite.read.yaml_tree import Value
from cbsite.read.yaml_trouble import Trouble

LARGEST = 500_000
"""Characters of one YAML text."""

MOST_ERRORS = 20
"""Unreadable entries of one text that are reported before giving up."""

_EXPLAINED = 100_000
"""Characters of a text that is read again, slowly, to say more about what is wrong."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a YAML text holds (None: nothing), and whether parts that could not be read are missing."""

    value: Value | None
    broken: bool = False


def read_yaml(window: Window, report: Report) -> Reading:
    """Read one YAML text. After an entry that cannot be read, the other top entries still are."""
    if sum(map(len, window.lines)) + len(window.lines) > LARGEST:
        report.add(
            "E-DEPTH", window.whole_line(0), f"This is more than {LARGEST:,} characters of YAML.",
            "Split it into several files.",
        )  # fmt: skip
        return Reading(None, True)
    broken = False
    for _ in range(MOST_ERRORS):
        tree = TreeReader(window, report)  # what is found twice, a report shows once
        try:
            value = tree.read()
        except TooDeep:
            return Reading(None, True)
        except yaml.YAMLError as error:
            trouble = _trouble(window, error)
            add(report, explain(trouble))
            rest = _without_entry(window, trouble) if len(window.text) <= _EXPLAINED else None
            broken = True
            if rest is None:
                return Reading(None, True)
            window = rest
            continue
        return Reading(value, broken or tree.broken)
    return Reading(None, True)


def _trouble(window: Window, error: yaml.YAMLError) -> Trouble:
    """Where the parser stopped, in the words of PyYAML's own parser unless the text is long.

    The C parser sometimes names another place, and authors on any machine should read the same.
    """
    if len(window.text) <= _EXPLAINED:
        try:
            for _ in yaml.parse(window.text, Loader=yaml.SafeLoader):
                pass
        except yaml.YAMLError as plainer:
            error = plainer
    mark = getattr(error, "problem_mark", None)
    began = getattr(error, "context_mark", None)
    said = f"{getattr(error, 'context', None) or ''}; {getattr(error, 'problem', None) or error}"
    line = mark.line if mark else 0
    return Trouble(window, line, mark.column if mark else 0, began.line if began else -1, said)


def _without_entry(window: Window, trouble: Trouble) -> Window | None:
    """The lines without the top entry (list entry or field) that holds the trouble; None if there is none."""
    lines = list(window.lines)
    at = min(
        trouble.began if "quoted" in trouble.said and trouble.began >= 0 else trouble.line,
        len(lines) - 1,
    )
    starts = [n for n, line in enumerate(lines) if line[:1] not in ("", " ", "#", "\u00a0", "\t")]
    before = [n for n in starts if n <= at]
    if not before or len(starts) < 2:
        return None
    end = next((n for n in starts if n > at), len(lines))
    first = before[-1]
    # The parser often stops one line late: on the next entry, because of the one before.
    if first == at and len(before) > 1 and "simple key" in trouble.said:
        first = before[-2]
    return Window(
        window.source,
        tuple("" if first <= n < end else line for n, line in enumerate(lines)),
        window.first,
        window.indent,
    )
