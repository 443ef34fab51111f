"""A map file to a map: JSON, with every mistake at its place."""

from __future__ import annotations

import json

from cbsite.diagnostics import Report, Source
from cbsite.read.strict_yaml import read_yaml
from cbsite.read.validate import validate
from cbsite.read.yaml_lines import Window
from cbsite.read.yaml_tree import Mapping
from cbsite.records.map_file import MapFile


def read_map(source: Source, report: Report) -> MapFile | None:
    """The map that a file holds, or None; the report says why."""
    try:
        value = json.loads(source.text)
    except (json.JSONDecodeError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        column = getattr(error, "colno", 1)
        why = getattr(error, "msg", "it is nested too deeply")
        report.add(
            "E-MAP",
            source.span(line, column, line, column + 1),
            f"The map file is not JSON that can be read: {why[0].lower() + why[1:]}.",
            "Look just before this place for a missing comma, quote or bracket.",
        )
        return None
    if not isinstance(value, dict):
        report.add(
            "E-MAP", source.whole_line(1), "The map file does not hold the fields of a map.",
            "Give it the form that docs/templates.md shows, which begins with a curly bracket.",
        )  # fmt: skip
        return None
    # JSON is YAML too, and the reader of YAML knows where everything stands.
    reading = read_yaml(Window(source, source.lines), report)
    if reading.broken or not isinstance(reading.value, Mapping):
        return None
    return validate(MapFile, "map", reading.value, report)
