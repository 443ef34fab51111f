"""Data of a register as JSON and as CSV (RFC 4180), which opens in Excel as it is."""

from __future__ import annotations

import json
import re
from decimal import Decimal

import msgspec

from cbsite.layout.values import Dataset, Fields, Plain

_FORMULA = tuple("=+-@\t\r＝＋－＠")
"""What makes Excel, LibreOffice or Google Sheets take a cell for a formula."""

_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?", re.ASCII)

_TO_QUOTE = re.compile(r'[,"\r\n]')

_BOM = "\ufeff"
"""Without it, Excel does not take a CSV file for UTF-8."""


def render_json(data: Dataset) -> bytes:
    """A list of the records, each with all its fields."""
    return _json([_as_json(record) for record in data.records])


def render_object(fields: Fields) -> bytes:
    """One object, such as what describes the data."""
    return _json(_as_json(fields))


def render_csv(data: Dataset) -> bytes:
    """One row a record, under a row of names. Lines end with CR LF.

    A list of words is one cell with "; " between them; a list of groups is one cell of JSON. Text that
    a spreadsheet would take for a formula begins with an apostrophe.
    """
    rows = [data.columns, *(_row(record, data.columns) for record in data.records)]
    lines = (",".join(map(_quoted, row)) + "\r\n" for row in rows)
    return f"{_BOM}{''.join(lines)}".encode()


def _row(record: Fields, columns: tuple[str, ...]) -> tuple[str, ...]:
    cells = dict(_cells("", record))
    return tuple(cells.get(column, "") for column in columns)


def _cells(prefix: str, group: Fields) -> list[tuple[str, str]]:
    """The path and text of each value of a group."""
    found: list[tuple[str, str]] = []
    for name, value in group.pairs:
        path = f"{prefix}{name}"
        found += _cells(f"{path}.", value) if isinstance(value, Fields) else [(path, _cell(value))]
    return found


def _cell(value: Plain) -> str:
    """The text of a cell, safe to open in a spreadsheet."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, tuple):
        if any(isinstance(item, Fields) for item in value):
            return json.dumps(_filled(value), ensure_ascii=False)
        return _safe("; ".join(map(_cell, value)))
    assert isinstance(value, str)
    return _safe(value)


def _filled(value: Plain) -> object:
    """As JSON, but only what is filled in, so that a cell can be read."""
    if isinstance(value, Fields):
        pairs = (pair for pair in value.pairs if pair[1] not in (None, ()))
        return {name: _filled(inner) for name, inner in pairs}
    return [_filled(item) for item in value] if isinstance(value, tuple) else _as_json(value)


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) and not _NUMBER.fullmatch(text) else text


def _quoted(cell: str) -> str:
    if _TO_QUOTE.search(cell):
        return '"' + cell.replace('"', '""') + '"'
    return cell


def _json(value: object) -> bytes:
    # Laid out afterwards, which is much faster than by `json` itself.
    return msgspec.json.format(json.dumps(value, ensure_ascii=False).encode(), indent=1) + b"\n"


def _as_json(value: Plain) -> object:
    """Numbers as JSON has them: whole ones exact, others to 17 digits."""
    if isinstance(value, Fields):
        return {name: _as_json(inner) for name, inner in value.pairs}
    if isinstance(value, tuple):
        return [_as_json(item) for item in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value
