"""One YAML text from parser events to a tree; what YAML can do and hubs should not is refused.

Built from events and not from PyYAML's node trees, whose C composer recurses without bound.
"""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from cbsite.diagnostics import Diagnostic, Edit, Report, Span, diagnose
from cbsite.read.yaml_glued import glued_entry, glued_key, glued_on, hyphen_before
from cbsite.read.yaml_lines import Window
from cbsite.read.yaml_losses import CURLY, losses, quoted_losses
from cbsite.read.yaml_tree import Mapping, Scalar, Sequence, Value
from cbsite.read.yaml_value_errors import starts_with

DEEPEST = 20
"""Levels of lists and groups within one another."""

_FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TO_LOOK_AT = ("", "-", *"–—−‑•·●▪", *CURLY)


class TooDeep(Exception):
    """Nested beyond `DEEPEST`; already reported."""


class TreeReader:
    """Builds the tree of one text from the parser's events."""

    def __init__(self, window: Window, report: Report) -> None:
        self.window = window
        self.report = report
        self.causes: list[Diagnostic] = []
        """What was found that the parser did not mind: reading may go on with its edits made."""
        self.asides: list[Diagnostic] = []
        """What was found besides, which holds only if nothing has to be read again."""
        self.events: Iterator[yaml.Event] = iter(())

    def read(self) -> Value | None:
        self.events = yaml.parse(self.window.text, Loader=_FAST)
        value: Value | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                self.document(event, value)
            elif not isinstance(
                event, (yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentEndEvent)
            ):
                value = self.value(event, 1)
        if isinstance(value, Scalar) and not value.quoted:
            self.only_words(value)
            return value if value.text and not value.is_lost else None
        return value

    def document(self, event: yaml.DocumentStartEvent, before: Value | None) -> None:
        if event.version or event.tags:
            self.refuse(
                event,
                "A line that starts with % gives orders to YAML, which are not used here.",
                "Delete the line.",
                deletes=True,
            )
        elif before is not None:
            self.refuse(
                event,
                "A line with --- starts a second YAML document here.",
                "Delete the line.",
                deletes=True,
            )

    def only_words(self, value: Scalar) -> None:
        """A text that is one value, perhaps because its only field has no space after the colon."""
        number = value.span.start.line - self.window.first if value.span.start else 0
        if cause := glued_on(self.window, number):
            self.causes.append(cause)

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
        if event.anchor or event.tag:
            self.needs_quotes(event)
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(event, depth)
        return self.mapping(event, depth)

    def scalar(self, event: yaml.ScalarEvent) -> Scalar:
        quoted = bool(event.style)
        start, end = _start(event), _end(event)
        if event.style in ("|", ">"):
            return Scalar(event.value, True, self.window.span(*start))
        if quoted:
            rest = self.window.line(end[0])[end[1] :]
            if "\\" in self.window.line(start[0]) or start[0] != end[0] or "#" in rest:
                self.causes += quoted_losses(self.window, start, end)
        elif not self.is_whole(event.value, start, end):
            self.causes += losses(self.window, start, end)
        return Scalar(event.value, quoted, self.window.span(*start, *end))

    def is_whole(self, value: str, start: tuple[int, int], end: tuple[int, int]) -> bool:
        """Whether nothing of a value can be lost: no dash before it on its only line, no comment after it."""
        line, end_column = end
        if start[0] != line or line >= len(self.window.lines):
            return False
        first, text = value[:1], self.window.lines[line]
        if len(text) == end_column:
            return first not in _TO_LOOK_AT
        return first.isalnum() and "#" not in text

    def sequence(self, start: yaml.Event, depth: int) -> Sequence:
        items: list[Value] = []
        lost = False
        last = start
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                last = event if _end(event)[1] else last
                break
            item = self.value(event, depth + 1)
            if isinstance(item, Scalar) and item.is_lost:
                lost = True
            else:
                items.append(item)
            last = event
        return Sequence(tuple(items), self.span(start, last), lost)

    def mapping(self, start: yaml.Event, depth: int) -> Mapping:
        entries: list[tuple[Scalar, Value]] = []
        seen: dict[str, tuple[Scalar, Value]] = {}
        repeats: list[tuple[Scalar, Value, int]] = []
        lost: set[str] = set()
        split = False
        last = start
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                last = event if _end(event)[1] else last
                break
            key = self.value(event, depth + 1)
            last = next(self.events)
            value = self.value(last, depth + 1)
            self.look_at_key(key, value, event, last)
            if isinstance(key, Scalar) and isinstance(value, Scalar) and value.is_lost:
                lost.add("" if key.is_lost else key.text)
            elif self.is_key(key, event) and isinstance(key, Scalar):
                if split:
                    continue  # These are fields of another entry, whose hyphen is missing.
                if key.text in seen:
                    first = seen[key.text][0]
                    split = self.is_new_entry(first, key, event, _start(start)[0])
                    if not split:
                        repeats.append((key, value, _start(event)[0]))
                else:
                    seen[key.text] = key, value
                    entries.append((key, value))
            else:
                lost.add("")
        for key, value, number in repeats:
            self.repeated(seen[key.text], (key, value), number, alone=len(repeats) == 1)
        return Mapping(tuple(entries), self.span(start, last), frozenset(lost))

    def is_key(self, key: Value, event: yaml.Event) -> bool:
        """Whether this can be the name of a field; otherwise it is reported."""
        if not isinstance(key, Scalar):
            self.refuse(
                event,
                "A list or group stands where the name of a field should be.",
                "Put quotes round it, or write the name of a field and a colon before it.",
            )
            return False
        if key.text == "<<" and not key.quoted:
            self.refuse(
                event,
                "The field << copies another part, which is not used here.",
                "Write the fields out.",
            )
            return False
        return True

    def look_at_key(self, key: Value, value: Value, event: yaml.Event, last: yaml.Event) -> None:
        """A key that holds the start of its value, or a hyphen that is not set off."""
        if isinstance(key, Scalar) and not key.quoted and key.text[:1] not in ("", "-"):
            if ":" in key.text and isinstance(value, Scalar):
                plain = not value.quoted and "\n" not in value.text
                end = _end(last) if plain and value.text else _end(event)
                if (plain or not value.text) and (
                    cause := glued_key(self.window, _start(event), _end(event), end)
                ):
                    self.causes.append(cause)
        elif isinstance(key, Scalar) and key.text.startswith("-") and not key.quoted:
            number = _start(event)[0]
            cause = glued_entry(self.window, number) or hyphen_before(self.window, number)
            self.causes += [cause] if cause else []

    def is_new_entry(self, first: Scalar, key: Scalar, event: yaml.Event, opening: int) -> bool:
        """Whether another entry seems to begin with a key that its group, begun on line `opening`, has already."""
        number, column = _start(event)
        alone = column >= 2 and not self.window.line(number)[:column].strip()
        in_list = self.window.line(opening)[max(column - 2, 0) : column] == "- "
        if key.text != "id" or not alone or not in_list:
            return False
        span = self.window.span(number, column - 2, number, column)
        cause = diagnose(
            "E-DUPKEY", key.span, _twice(first, key),
            "Put a hyphen before it if a new entry starts here, or else delete the line.",
            [Edit(span, "- ")], safe=False,
        )  # fmt: skip
        self.causes.append(cause)
        return True

    def repeated(
        self, first: tuple[Scalar, Value], again: tuple[Scalar, Value], number: int, alone: bool
    ) -> None:
        """A key that stands twice in one group; `alone` if no other does, else it may be two groups."""
        key, value = again
        same = isinstance(value, Scalar) and value.text == getattr(first[1], "text", None)
        whole = self.window.line(number).strip() == f"{key.text}: {getattr(value, 'text', '')}"
        edits = []
        if same and whole and alone:
            edits = [Edit(self.window.span(number, 0, number + 1, 0), "")]
        hint = "Delete one of the two." if edits else "Keep one of the two, and delete the other."
        self.asides.append(diagnose("E-DUPKEY", key.span, _twice(first[0], key), hint, edits))

    def needs_quotes(self, event: yaml.Event) -> None:
        """An anchor, alias or tag: most likely words that start with & * or !"""
        number = _start(event)[0]
        line = self.window.taken_apart(number)
        if line.value[:1] and line.value[0] in "*&!" and line.column == _start(event)[1]:
            self.causes.append(starts_with(self.window, number))
        elif not line.value.startswith("<<"):  # That is refused as a whole.
            self.refuse(
                event,
                "A word that starts with &, * or ! means something special in YAML.",
                "Put quotes round it.",
            )

    def refuse(self, event: yaml.Event, message: str, hint: str, deletes: bool = False) -> None:
        number = _start(event)[0]
        line = self.window.line(number)
        edits = [Edit(self.window.span(number, 0, number, len(line)), "")] if deletes else []
        self.causes.append(diagnose("E-YAML", self.window.whole_line(number), message, hint, edits))

    def span(self, first: yaml.Event, last: yaml.Event) -> Span:
        return self.window.span(*_start(first), *_end(last))


def _twice(first: Scalar, key: Scalar) -> str:
    line = first.span.start.line if first.span.start else 0
    return f"'{key.text}' is written twice: in line {line} and again here."


def _start(event: yaml.Event) -> tuple[int, int]:
    """Line and column, from 0, where an event begins."""
    mark = event.start_mark
    return (mark.line, mark.column) if mark else (0, 0)


def _end(event: yaml.Event) -> tuple[int, int]:
    mark = event.end_mark
    return (mark.line, mark.column) if mark else (0, 0)
