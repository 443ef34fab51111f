"""YAML as text with positions: no guessing, no aliases, no tags, bounded depth and size."""

from __future__ import annotations

import msgspec
import yaml
from msgspec.structs import replace

from cbsite.diagnostics import Diagnostic, Edit, Report
from cbsite.read.yaml_lines import Window
from cbsite.read.yaml_lost import without
from cbsite.read.yaml_reader import TooDeep, TreeReader
from cbsite.read.yaml_tree import LOST, Value
from cbsite.read.yaml_trouble import Trouble
from cbsite.read.yaml_unseen import seen

LARGEST = 500_000
"""Characters of one YAML text."""

_MOST_READ = 2_000_000
"""Characters that are read again and again after mistakes before giving up."""

_MOST_AGAIN = 500
"""Times that one text is read again."""

_EXPLAINED = 100_000
"""Characters of a text that is read again, slowly, to say more about what is wrong."""


class Reading(msgspec.Struct, frozen=True):
    """What a YAML text holds (None: nothing); `broken` if nobody knows what it holds.

    Where only parts could not be read, the lists and groups that they are missing from say so.
    """

    value: Value | None
    broken: bool = False


def read_yaml(window: Window, report: Report) -> Reading:
    """Read one YAML text. After a mistake, reading goes on with what was meant, or without what is at fault."""
    if sum(map(len, window.lines)) + len(window.lines) > LARGEST:
        report.add(
            "E-DEPTH", window.whole_line(0), f"This is more than {LARGEST:,} characters of YAML.",
            "Split it into several files.",
        )  # fmt: skip
        return Reading(None, True)
    window = seen(window, report)
    mends = _Mends(guessed=not window.certain)
    again = min(_MOST_READ // (len(window.text) + 1), _MOST_AGAIN)
    for _ in range(again):
        tree = TreeReader(window, report)
        stopped = 0
        try:
            value = tree.read()
            causes = tree.causes
        except TooDeep:
            return Reading(None, True)
        except yaml.YAMLError as error:
            # Imported here, as most files have no mistakes to explain.
            from cbsite.read.yaml_errors import explain

            trouble = _trouble(window, error)
            value, causes, stopped = None, [explain(trouble)], trouble.line
        else:
            if not any(cause.edits for cause in causes):
                for cause in (*causes, *tree.asides):
                    report.keep(mends.sure(cause))
                return Reading(value, value is None and _is_in_doubt(window, causes))
        rest = _go_on(window, causes, stopped, mends, report)
        if rest is None:
            return Reading(None, True)
        window = rest
    report.add(
        "E-YAML", window.whole_line(stopped), "There are so many mistakes that reading stopped here.",
        "Mend those above, and check again to see the rest.",
    )  # fmt: skip
    return Reading(None, True)


_SMALL = frozenset({"E-YAML-CURLY", "E-YAML-HASH"})
"""Codes whose proposals change a value and nothing round it."""


class _Mends(msgspec.Struct):
    """What has been mended while reading: the code and line of each cause, and whether one was a guess.

    What is found after a guess depends on it, so it is not for `cbsite fix`.
    """

    made: set[tuple[str, int]] = msgspec.field(default_factory=set)
    guessed: bool = False

    def sure(self, cause: Diagnostic) -> Diagnostic:
        """The cause, safe only if all before it was."""
        return replace(cause, safe=cause.safe and not self.guessed) if cause.edits else cause


def _go_on(
    window: Window,
    causes: list[Diagnostic],
    stopped: int,
    mends: _Mends,
    report: Report,
) -> Window | None:
    """The window to read next: with the causes mended, or without the part that cannot be."""
    if len(window.text) > _EXPLAINED:
        for cause in causes:
            report.keep(mends.sure(cause))
        return None
    edits: list[Edit] = []
    before = frozenset(mends.made)
    for cause in dict.fromkeys(causes):
        line = cause.span.start.line if cause.span.start else 0
        mends.made.add((cause.code, line))
        if (cause.code, line) not in before:
            report.keep(mends.sure(cause))
            edits += cause.edits
    rest = window.mended(edits)
    if rest is None or any(not cause.safe and cause.code not in _SMALL for cause in causes):
        mends.guessed = True
    return rest or without(window, causes[0], stopped)


def _is_in_doubt(window: Window, causes: list[Diagnostic]) -> bool:
    """Whether a text without a value has lost what it held."""
    return bool(causes) or LOST in window.text


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
