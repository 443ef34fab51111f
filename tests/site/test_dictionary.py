"""The data dictionary: what describes the published data is true of it, in every cell.

The rules are those of Data Package 1 and its parts (Data Resource, Tabular Data Resource, Table Schema) at
specs.frictionlessdata.io. The package `frictionless` checks the same, but is 40 packages of 80 MB in all.
"""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from cbsite.records.dates import PartialDate, parse_edtf
from cbsite.records.event import Event
from cbsite.records.fields import is_web_address
from cbsite.records.kinds import BY_REGISTER, KINDS
from cbsite.records.pilot import Pilot
from cbsite.schema import columns_of
from tests.support.hubs import site, small, write
from tests.support.pages import read_pages

Descriptor = dict[str, Any]

TYPES = {"string", "number", "boolean", "date", "array"}
"""The types of Table Schema that the data uses."""

KNOWN = {
    "package": {"profile", "name", "title", "description", "homepage", "licenses", "resources"},
    "resource": {
        "profile", "name", "path", "title", "description", "format", "mediatype", "encoding", "schema",
    },
    "schema": {"fields", "missingValues", "primaryKey", "foreignKeys"},
    "field": {"name", "type", "format", "title", "description", "constraints"},
    "constraints": {"required", "unique", "enum"},
}  # fmt: skip
"""Properties that the standard has, of those that cbsite writes."""


@pytest.fixture(scope="module", params=["built_hub", "full_hub"])
def data(request: pytest.FixtureRequest) -> Path:
    """The data of the demonstration hub, then of the full one, as the program publishes it."""
    built: Path = request.getfixturevalue(request.param)
    return built / "data"


def package_in(data: Path) -> Descriptor:
    found = json.loads((data / "datapackage.json").read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def tables(package: Descriptor) -> dict[str, Descriptor]:
    """The resources that are tables, by name."""
    return {one["name"]: one for one in package["resources"] if one["format"] == "csv"}


def header_and_rows(file: Path) -> tuple[list[str], list[dict[str, str]]]:
    text = file.read_bytes().decode("utf-8-sig")
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    rows = list(reader)
    return list(reader.fieldnames or ()), rows


def ids_in(file: Path) -> set[str]:
    return {row["id"] for row in header_and_rows(file)[1]}


def faults(field: Descriptor, cell: str) -> Iterator[str]:
    """What is wrong with a cell of a column, by its description."""
    limits = field.get("constraints", {})
    if cell == "":
        if limits.get("required"):
            yield "empty"
        return
    if "enum" in limits and cell not in limits["enum"]:
        yield "not one of its words"
    if field["type"] == "number" and not re.fullmatch(r"-?\d+(\.\d+)?", cell):
        yield "no number"
    if field["type"] == "boolean" and cell not in ("true", "false"):
        yield "neither true nor false"
    if field["type"] == "date" and not _is_day(cell):
        yield "no day"
    if field["type"] == "array" and not _is_array(cell):
        yield "no JSON array"
    if field.get("format") == "uri" and not is_web_address(cell):
        yield "no web address"
    if field.get("format") == "email" and not re.fullmatch(r"[^@\s]+@[^@\s]+", cell):
        yield "no e-mail address"


def _is_day(cell: str) -> bool:
    try:
        return datetime.date.fromisoformat(cell).isoformat() == cell
    except ValueError:
        return False


def _is_array(cell: str) -> bool:
    try:
        return isinstance(json.loads(cell), list)
    except ValueError:
        return False


@pytest.mark.parametrize(
    ("field", "good", "bad"),
    [
        ({"type": "string", "constraints": {"required": True}}, "a", ""),
        ({"type": "string", "constraints": {"enum": ["a", "b"]}}, "b", "c"),
        ({"type": "string", "format": "uri"}, "https://example.org/a#b", "/a"),
        ({"type": "string", "format": "email"}, "a@b.example", "a"),
        ({"type": "number"}, "-0.5", "1,000"),
        ({"type": "boolean"}, "false", "no"),
        ({"type": "date"}, "2012-05-21", "2012-05"),
        ({"type": "array"}, '[{"a": "b"}]', "a; b"),
    ],
)
def test_a_cell_that_is_not_as_described_is_seen(field: Descriptor, good: str, bad: str) -> None:
    assert not list(faults(field, good))
    assert list(faults(field, bad))


def test_the_descriptor_is_a_data_package(data: Path) -> None:
    package = package_in(data)
    assert set(package) <= KNOWN["package"]
    assert package["profile"] == "data-package"
    assert re.fullmatch(r"[-a-z0-9._/]+", package["name"])
    assert is_web_address(package["homepage"])
    assert all(one["title"] and is_web_address(one["path"]) for one in package["licenses"])
    names = [resource["name"] for resource in package["resources"]]
    assert len(names) == len(set(names)) > 30
    for resource in package["resources"]:
        assert set(resource) <= KNOWN["resource"]
        assert re.fullmatch(r"[-a-z0-9._/]+", resource["name"])
        assert resource["title"]
        assert resource["description"]
        assert resource["encoding"] == "utf-8"
        form = resource["format"]
        assert resource["mediatype"] == {"csv": "text/csv", "json": "application/json"}[form]
        is_table = resource["profile"] == "tabular-data-resource"
        assert is_table == (form == "csv") == ("schema" in resource)


def test_the_descriptor_names_every_file_beside_it(data: Path) -> None:
    paths = {resource["path"] for resource in package_in(data)["resources"]}
    files = {path.name for path in data.iterdir() if path.suffix in (".csv", ".json")}
    assert paths == files - {"datapackage.json"}


def test_the_schemas_are_table_schemas(data: Path) -> None:
    for table in tables(package_in(data)).values():
        schema = table["schema"]
        assert set(schema) == KNOWN["schema"]
        assert schema["missingValues"] == [""]
        names = [field["name"] for field in schema["fields"]]
        assert len(names) == len(set(names))
        assert schema["primaryKey"] in names
        for field in schema["fields"]:
            assert set(field) <= KNOWN["field"]
            assert field["type"] in TYPES
            assert field.get("format", "uri") in ("uri", "email")
            assert field["title"]
            assert re.fullmatch(r"[A-Z].+[^.]\.", field["description"])
            assert set(field.get("constraints", {})) <= KNOWN["constraints"]


def test_columns_and_cells_are_as_the_descriptor_says(data: Path) -> None:
    for name, table in tables(package_in(data)).items():
        header, rows = header_and_rows(data / table["path"])
        fields = {field["name"]: field for field in table["schema"]["fields"]}
        assert header == list(fields)
        assert rows
        wrong = [
            (name, row["id"], column, cell, fault)
            for row in rows
            for column, cell in row.items()
            for fault in faults(fields[column], cell)
        ]
        assert not wrong
        for column, field in fields.items():
            if field.get("constraints", {}).get("unique"):
                cells = [row[column] for row in rows]
                assert len(cells) == len(set(cells))


def test_every_key_leads_to_a_row(data: Path) -> None:
    found = tables(package_in(data))
    ids = {name: ids_in(data / table["path"]) for name, table in found.items()}
    keys = 0
    for name, table in found.items():
        rows = header_and_rows(data / table["path"])[1]
        columns = {field["name"] for field in table["schema"]["fields"]}
        for key in table["schema"]["foreignKeys"]:
            assert key["fields"] in columns
            assert key["reference"]["fields"] == "id"
            assert key["reference"]["resource"] != name
            aim = key["reference"]["resource"] or name
            cells = {row[key["fields"]] for row in rows} - {""}
            assert cells <= ids[aim]
            keys += bool(cells)
    assert keys > 8


def test_ids_in_lists_and_of_two_registers_are_where_the_dictionary_says(data: Path) -> None:
    found = tables(package_in(data))
    ids: Mapping[str, set[str]] = {
        BY_REGISTER[name].name: ids_in(data / one["path"]) for name, one in found.items()
    }
    met = 0
    for name, table in found.items():
        rows = header_and_rows(data / table["path"])[1]
        for column in columns_of(BY_REGISTER[name].model):
            if not column.refers:
                continue
            known = {id for kind in column.refers for id in ids.get(kind, ())}
            cells = {part for row in rows for part in row[column.name].split("; ") if part}
            if column.type == "string":
                assert cells <= known, (name, column.name)
                met += len(cells)
    assert met > 50


def test_cells_called_dates_are_dates(data: Path) -> None:
    met = 0
    for name, table in tables(package_in(data)).items():
        dates = [one.name for one in columns_of(BY_REGISTER[name].model) if "EDTF" in one.holds]
        for row in header_and_rows(data / table["path"])[1]:
            for column in dates:
                if row[column]:
                    assert parse_edtf(row[column])
                    met += 1
    assert met > 20


def columns_explained(page: str, section: str) -> set[str]:
    """The columns that the table in a section of the dictionary explains."""
    _, there, rest = page.partition(f'id="see_{section}"')
    return set(re.findall(r">([a-z_.]+)</th>", rest.partition("</section>")[0])) if there else set()


def test_the_dictionary_explains_every_column(data: Path) -> None:
    page = (data / "dictionary" / "index.html").read_text("utf-8")
    every, of_prose = columns_explained(page, "every"), columns_explained(page, "prose")
    assert "id" in every
    assert "title" in of_prose
    for name, table in tables(package_in(data)).items():
        assert f'id="see_{name}"' in page
        own = columns_explained(page, name)
        shared = every | of_prose if BY_REGISTER[name].prose else every
        assert {field["name"] for field in table["schema"]["fields"]} == own | shared
    assert page.count("<caption") == page.count("<table") > 15
    data_page = (data / "index.html").read_text("utf-8")
    assert 'href="../data/dictionary/"' in data_page
    assert 'href="../data/datapackage.json"' in data_page


def test_the_dictionary_is_for_those_who_take_the_data(data: Path) -> None:
    """It tells nobody how to write the fields, and says of files what their cells hold."""
    met = 0
    for table in tables(package_in(data)).values():
        for field in table["schema"]["fields"]:
            said = field["description"]
            assert not re.search(
                r"\b(?:needed|needs a note|characters|path)\b|\"\"|content/|; ids", said
            )
            assert "draft" not in field.get("constraints", {}).get("enum", ())
            assert (' with "; " between them' in said) == (
                said.startswith("List of") and field["type"] != "array"
            )
            met += field["name"] == "image.file" and said.startswith("Web address.")
    assert met


def test_only_registers_with_records_are_described(tmp_path: Path) -> None:
    made, _ = site(write(tmp_path, small()))
    package = package_in(made / "data")
    assert "places" in tables(package)
    assert "news" not in tables(package)
    assert package["licenses"] == [
        {"path": "https://test.example.org/hub/licence/", "title": "Open licence"}
    ]
    fields = {one["fields"] for one in tables(package)["events"]["schema"]["foreignKeys"]}
    assert not fields
    words = read_pages(made)["data/dictionary/index.html"].words
    assert "moved_from" in words
    assert "expires" not in words


def test_the_columns_of_a_register() -> None:
    columns = {column.name: column for column in columns_of(Event)}
    assert list(columns)[:2] == ["id", "address"]
    assert columns["when.date"].holds == "date (EDTF)"
    assert columns["when.basis"].words == ("printed", "inferred")
    assert columns["moved_from"].type == "array"
    assert "date, display, basis and note" in columns["moved_from"].description
    assert columns["places"].many
    assert columns["source.id"].refers == ("source", "document")
    assert [name for name, one in columns.items() if one.filled] == ["id", "address", "status"]
    assert {column.refers for column in columns_of(Pilot) if column.name == "place"} == {("place",)}
    assert set(PartialDate.model_fields) == {
        name.partition(".")[2] for name in columns if name.startswith("when.")
    }


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_column_is_described(kind: Any) -> None:
    for column in columns_of(kind.model):
        assert re.fullmatch(r"[A-Z].*[^.]", column.description)
        assert column.type in TYPES
