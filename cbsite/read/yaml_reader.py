"""One YAML text from parser events to a tree; what YAML can do and hubs should not is refused.

Built from events and not from PyYAML's node trees, whose C composer recurses without bound.
"""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from cbsite.diagnostics import Report, Span
from cbsite.read.yaml_layout_errors import glued_on
from cbsite.read.yaml_lines import Window
from cbsite.read.yaml_losses import losses
from cbsite.read.yaml_tree import Mapping, Scalar, Sequence, Value
from cbsite.read.yaml_trouble import Cause
from cbsite.read.yaml_value_errors import starts_with

DEEPEST = 20
"""Levels of lists and groups within one another."""

_FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DASHES = ("", *"–—−•·")
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060"


class TooDeep(Exception):
    """Nested beyond `DEEPEST`; already reported."""


class TreeReader:
    """Builds the tree of one text from the parser's events."""

    def __init__(self, window: Window, report: Report) -> None:
        self.window = window
        self.report = report
        self.broken = False
        self.events: Iterator[yaml.Event] = iter(())

    def read(self) -> Value | None:
        self.events = yaml.parse(self.window.text, Loader=_FAST)
        value: Value | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if event.version or event.tags:
                    self.refuse(
                        event,
                        "A line that starts with % gives orders to YAML, which are not used here.",
                    )
                elif value is not None:
                    self.refuse(
                        event,
                        "A line with --- starts a second YAML document here.",
                        "Delete the line.",
                    )
            elif not isinstance(
                event, (yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentEndEvent)
            ):
                value = self.value(event, 1)
        if isinstance(value, Scalar) and not value.quoted:
            self.only_words(value)
            return value if value.text else None
        return value

    def only_words(self, value: Scalar) -> None:
        """A text that is one value, perhaps because its only field has no space after the colon."""
        number = value.span.start.line - self.window.first if value.span.start else 0
        if cause := glued_on(self.window, number):
            self.broken = True
            add(self.report, cause)

    def value(self, event: yaml.Event, depth: int) -> Value:
        if depth > DEEPEST:
            line = _start(event)[0]
            self.report.add(
                "E-DEPTH", self.window.whole_line(line), f"Lists and groups are nested more than {DEEPEST} deep.",
                "Check the brackets and the indentation.",
            )  # fmt: skip
            raise TooDeep
        if isinstance(event, yaml.AliasEvent):
            self.needs_quotes(event)
            return Scalar(f"*{event.anchor}", False, self.span(event, event))
        if getattr(event, "anchor", None) or getattr(event, "tag", None):
            self.needs_quotes(event)
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(event, depth)
        return self.mapping(event, depth)

    def scalar(self, event: yaml.ScalarEvent) -> Scalar:
        quoted = bool(event.style)
        if event.style in ("|", ">"):
            return Scalar(event.value, True, self.window.span(_start(event)[0], _start(event)[1]))
        if not quoted and not self.fills_line(event):
            start, end = _start(event), _end(event)
            for cause in losses(self.window, start, end):
                # What was only cut short still tells whether the rest of the record is right.
                self.broken = self.broken or not event.value or start[0] != end[0]
                add(self.report, cause)
        text = event.value if quoted else event.value.strip("\u00a0")
        return Scalar(text, quoted, self.span(event, event))

    def fills_line(self, event: yaml.ScalarEvent) -> bool:
        """Whether a value ends its only line and starts with no dash; most do, and nothing can be lost."""
        (line, _), (end_line, end_column) = _start(event), _end(event)
        if line != end_line or end_line >= len(self.window.lines) or event.value[:1] in _DASHES:
            return False
        return len(self.window.lines[line]) == end_column

    def sequence(self, start: yaml.Event, depth: int) -> Sequence:
        items = []
        last = start
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                last = event if _end(event)[1] else last
                break
            items.append(self.value(event, depth + 1))
            last = event
        return Sequence(tuple(items), self.span(start, last))

    def mapping(self, start: yaml.Event, depth: int) -> Mapping:
        entries: list[tuple[Scalar, Value]] = []
        seen: dict[str, Scalar] = {}
        last = start
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                last = event if _end(event)[1] else last
                break
            key = self.value(event, depth + 1)
            last = next(self.events)
            value = self.value(last, depth + 1)
            if self.is_key(key, event, seen):
                assert isinstance(key, Scalar)
                seen[key.text] = key
                entries.append((key, value))
        return Mapping(tuple(entries), self.span(start, last))

    def is_key(self, key: Value, event: yaml.Event, seen: dict[str, Scalar]) -> bool:
        """Whether this can be the name of a field; otherwise it is reported."""
        if not isinstance(key, Scalar):
            self.refuse(
                event,
                "A list or group stands where the name of a field should be.",
                "Put quotes round it.",
            )
            return False
        if key.text == "<<" and not key.quoted:
            self.refuse(
                event,
                "The field << copies another part, which is not used here.",
                "Write the fields out.",
            )
            return False
        if unseen := next((c for c in key.text if c in _INVISIBLE or not c.isprintable()), None):
            name = f"U+{ord(unseen):04X}"
            self.refuse(
                event,
                f"The name of a field holds a character that cannot be seen ({name}).",
                "Type it afresh.",
            )
            return False
        if key.text in seen:
            first = seen[key.text].span.start
            self.report.add(
                "E-DUPKEY", key.span,
                f"'{key.text}' is written twice: in line {first.line if first else 0} and again here.",
                "Keep one of the two.",
            )  # fmt: skip
            return False
        return True

    def needs_quotes(self, event: yaml.Event) -> None:
        """An anchor, alias or tag: most likely words that start with & * or !"""
        self.broken = True
        number = _start(event)[0]
        line = self.window.taken_apart(number)
        if line.value[:1] and line.value[0] in "*&!" and line.column == _start(event)[1]:
            add(self.report, starts_with(self.window, number))
        else:
            self.refuse(
                event,
                "A word that starts with &, * or ! means something special in YAML.",
                "Put quotes round it.",
            )

    def refuse(self, event: yaml.Event, message: str, hint: str = "Delete it.") -> None:
        self.broken = True
        self.report.add("E-YAML", self.window.whole_line(_start(event)[0]), message, hint)

    def span(self, first: yaml.Event, last: yaml.Event) -> Span:
        return self.window.span(*_start(first), *_end(last))


def _start(event: yaml.Event) -> tuple[int, int]:
    """Line and column, from 0, where an event begins."""
    return (event.start_mark.line, event.start_mark.column) if event.start_mark else (0, 0)


def _end(event: yaml.Event) -> tuple[int, int]:
    return (event.end_mark.line, event.end_mark.column) if event.end_mark else (0, 0)


def add(report: Report, cause: Cause) -> None:
    """Report a cause."""
    report.add("E-YAML", cause.span, cause.message, cause.hint, cause.edits)
