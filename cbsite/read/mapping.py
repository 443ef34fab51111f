"""The fields that a YAML text holds, where fields are what it should hold."""

from __future__ import annotations

from cbsite.diagnostics import Report, Source, Span
from cbsite.read.strict_yaml import Reading
from cbsite.read.yaml_tree import Mapping, Sequence


def fields_of(
    source: Source, reading: Reading, what: str, report: Report, first: int = 1
) -> Mapping | None:
    """The fields in a reading, if they are fields and none is missing because it could not be read.

    `what` is what holds them, in words; `first` the line of the file that the YAML starts on.
    """
    if reading.broken:
        return None
    if reading.value is None:
        return Mapping((), source.whole_line(max(first - 1, 1)))
    if isinstance(reading.value, Mapping):
        return reading.value
    span = source.whole_line(line_of(reading.value.span))
    message = f"{what} is written as fields."
    items = reading.value.items if isinstance(reading.value, Sequence) else ()
    if len(items) == 1 and isinstance(items[0], Mapping):
        hint = "Take the hyphen out, and start every field at the beginning of its line."
        report.add("E-TYPE", span, f"{message[:-1]}, without a hyphen before the first.", hint)
        return items[0]
    report.add("E-TYPE", span, message, "Write each field as a name, a colon, a space and a value.")
    return None


def line_of(span: Span) -> int:
    """The line that a span starts on; the first for a whole file."""
    return span.start.line if span.start else 1
