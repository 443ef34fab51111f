"""The generated JSON Schema, against a checker that is not ours and against pydantic."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pydantic import TypeAdapter, ValidationError

from cbsite.diagnostics import Report, Source
from cbsite.read.model_fields import present
from cbsite.read.strict_yaml import read_yaml
from cbsite.read.yaml_lines import Window
from cbsite.read.yaml_tree import plain
from cbsite.records import dates, fields, kinds
from cbsite.schema.fields import fields_of
from cbsite.schema.json_forms import value_of, yes_or_no
from cbsite.schema.json_schema import json_schemas
from cbsite.schema.shapes import SHAPES
from tests.support.hubs import SMALL, write
from tests.support.schemas import (
    editor_files,
    is_good_schema,
    problems,
    schema_of,
    shape_of,
    yaml_files,
)

ROOT = Path(__file__).resolve().parents[2]
HUBS = {
    "demonstration": ROOT,
    "full": ROOT / "tests/hubs/full",
    "overrides": ROOT / "tests/hubs/overrides",
    "starter": ROOT / "cbsite/authoring/starter",
}

CASE = """\
title: A
date: 2026-01-01
summary: One sentence that is long enough to be a summary.
themes: [a]
"""

EVENT = """\
id: e
title: A day
when: 2012-05
kind: meeting
certainty: happened
lane: local
source: {id: release}
"""


@pytest.mark.parametrize("hub", HUBS.values(), ids=HUBS)
def test_clean_hubs_are_accepted(hub: Path, tmp_path: Path) -> None:
    made = editor_files(hub, tmp_path)
    assert is_good_schema(*(tmp_path / path for path in made.made if "schema" in path))
    files = yaml_files(hub, tmp_path / "fields")
    assert sum(map(len, files.values())) >= 5
    for shape, ones in files.items():
        assert problems(schema_of(tmp_path, shape), *(path for _, path in ones)) == {}


def test_there_is_a_schema_for_every_shape_of_file() -> None:
    schemas = json_schemas({})
    assert set(schemas) == {
        "site", "section", "annex",
        *(kind.name for kind in kinds.KINDS),
        *(kind.register for kind in kinds.KINDS if not kind.prose),
    }  # fmt: skip
    for kind in kinds.KINDS:
        names = set(schemas[kind.name]["properties"])
        assert names == set(kind.model.model_fields)
        needed = {name for name, info in kind.model.model_fields.items() if info.is_required()}
        assert set(schemas[kind.name]["required"]) == needed - {"id"}
        if not kind.prose:
            assert set(schemas[kind.register]["items"]["required"]) == needed


def test_every_field_says_what_it_means() -> None:
    for name, schema in json_schemas({}).items():
        record = schema["items"] if SHAPES[name].holds == "list" else schema
        assert all(field["description"] for field in record["properties"].values()), name


def test_the_help_of_an_id_fits_the_file() -> None:
    schemas = json_schemas({})
    alone = schemas["place"]["properties"]["id"]["description"]
    assert "a file of its own needs none" in alone
    assert "needed" not in alone
    listed = schemas["places"]["items"]["properties"]["id"]["description"]
    assert "Id; needed." in listed
    assert "a file of its own" not in listed


def test_the_help_says_when_a_field_is_needed() -> None:
    study = json_schemas({})["case-study"]["properties"]
    assert "; needed unless it is illustrative." in study["places"]["description"]
    assert "; needed where story is yes." in study["anonymised"]["description"]


MISTAKES = {
    "a misspelt field": ("place", "nmae: Essex\nkind: area\n", "nmae"),
    "a field left out": ("place", "name: Essex\n", "kind"),
    "an empty field that is needed": ("place", "name:\nkind: area\n", "$.name"),
    "a word that is not allowed": ("place", "name: Essex\nkind: county\n", "$.kind"),
    "a word that is not allowed, of a field that may be empty": (
        "place",
        "name: Essex\nkind: area\nstatus: live\n",
        "$.status",
    ),
    "words where a list stands": ("place", "name: E\nkind: area\nmembers: essex\n", "$.members"),
    "a list where words stand": ("place", "name: [E]\nkind: area\n", "$.name"),
    "a group where words stand": ("place", "name: {Kent}\nkind: area\n", "$.name"),
    "no id": ("places", "- name: E\n  kind: area\n", "$[0]: 'id'"),
    "an id with capitals": ("places", "- id: Essex\n  name: E\n  kind: area\n", "$[0].id"),
    "a record that is words": ("places", "- essex\n", "$[0]"),
    "a register that is no list": ("places", "id: essex\n", "$: "),
    "no number": ("place", "name: E\nkind: area\nlat: north\n", "$.lat"),
    "a number out of bounds": ("place", "name: E\nkind: area\nlat: 91\n", "$.lat"),
    "no flag": ("page", "title: A\ndate: 2026-01-01\nillustrative: perhaps\n", "$.illustrative"),
    "a day in English": ("page", "title: A\ndate: 26/06/2012\n", "$.date"),
    "a day that is not in the calendar": ("page", "title: A\ndate: 2012-06-31\n", "$.date"),
    "a month where a day is needed": ("page", "title: A\ndate: 2012-06\n", "$.date"),
    "a year where a day is needed": ("page", "title: A\ndate: 2012\n", "$.date"),
    "a full stop": ("page", "title: A page.\ndate: 2026-01-01\n", "$.title"),
    "a short summary": ("page", "title: A\ndate: 2026-01-01\nsummary: Short\n", "$.summary"),
    "too many": (
        "page",
        f"title: A\ndate: 2026-01-01\nrelated: [{', '.join(f'place:p{n}' for n in range(6))}]\n",
        "$.related",
    ),
    "a month that is none": ("event", EVENT.replace("2012-05", "2012-13"), "$.when"),
    "a month that is none, in a group": (
        "event",
        EVENT.replace("2012-05", "{date: 2012-13}"),
        "$.when",
    ),
    "a misspelt field of a date": ("event", EVENT.replace("2012-05", "{dat: 2012-12}"), "'dat'"),
    "a misspelt field of a group": ("event", EVENT.replace("{id: ", "{page: 1, id: "), "'page'"),
    "an id where a group stands": ("event", EVENT.replace("{id: release}", "release"), "$.source"),
    "a colon that is missing": ("news", "title: A\nimage: a.jpg\n", "$.image"),
    "no address": ("source", "title: A\nurl: www.example.org\n", "$.url"),
    "no e-mail address": ("person", "role: A\nemail: someone at example.org\n", "$.email"),
    "a whole address for a file": (
        "document",
        "original: {file: https://example.org/a.pdf}\n",
        "$.original.file",
    ),
    "no reference": ("page", "title: A\ntranslation_of: paper\n", "$.translation_of"),
    "a code that is none": ("site", "checks: {W-NONE: off}\n", "W-NONE"),
    "a level that is none": ("site", "checks: {I-READABILITY: loud}\n", "I-READABILITY"),
    "a section with more than a title": ("section", "title: A\nsummary: B\n", "summary"),
}


@pytest.fixture(scope="module")
def small_schemas(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the schemas of a small hub, ids and all."""
    folder = tmp_path_factory.mktemp("small")
    editor_files(write(folder, SMALL), folder)
    return folder


@pytest.mark.parametrize(("shape", "text", "named"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_flagged_by_its_field(
    small_schemas: Path, tmp_path: Path, shape: str, text: str, named: str
) -> None:
    file = tmp_path / "fields.yml"
    file.write_text(text, "utf-8")
    said = problems(schema_of(small_schemas, shape), file)
    assert any(named in line for line in said[str(file)]), said


FINE = {
    "what an editor takes for numbers": ("organisation", "name: 12.10\nkind: council\n"),
    "telephone numbers": ("person", "role: 1\nphone: 02076643037\npublish: role-only\n"),
    "true and false as words": ("organisation", "name: true\nkind: council\n"),
    "empty fields": ("place", "name: E\nkind: area\nstatus:\nmembers:\nlat:\naka:\nsources:\n"),
    "empty groups": ("case-study", CASE + "evidence:\n"),
    "an id of digits": ("places", "- id: 2012\n  name: E\n  kind: area\n"),
    "a new id": ("place", "name: E\nkind: area\nmembers: [not-there-yet]\n"),
    "a year": ("event", EVENT.replace("2012-05", "2012")),
    "a day that an editor takes for a date": ("event", EVENT.replace("2012-05", "2012-05-21")),
    "an interval": ("event", EVENT.replace("2012-05", "2010-12/2011-01~")),
    "a date with its words": ("event", EVENT.replace("2012-05", "{date: 2012, display: early}")),
    "yes": ("page", "title: A\ndate: 2026-01-01\nillustrative: YES\n"),
    "numbers in quotes": ("place", "name: E\nkind: area\nlat: '52.08'\nlon: -1\n"),
    "a picture that is only decoration": ("page", "title: A\ndate: 2026-01-01\nimage: {file: a.jpg, alt: ''}\n"),
    "a word of digits": ("case-study", CASE + "evidence: {confidence: 3}\n"),
    "a word of digits in quotes": ("case-study", CASE + "evidence: {confidence: '3'}\n"),
    "an id alone or in a group": ("programme", "name: A\nstage: live\nfollows: [b]\ncompetes_with: [{id: c}]\n"),
    "no record yet": ("places", "# None so far.\n"),
    "off": ("site-checks", "checks: {I-READABILITY: off}\n"),
}  # fmt: skip


@pytest.mark.parametrize(("shape", "text"), FINE.values(), ids=FINE)
def test_no_false_alarm(small_schemas: Path, tmp_path: Path, shape: str, text: str) -> None:
    if shape == "site-checks":
        shape, text = "site", SMALL["content/site.yml"] + text
    file = tmp_path / "fields.yml"
    file.write_text(text, "utf-8")
    assert problems(schema_of(small_schemas, shape), file) == {}


CODES = ("E-KEY", "E-ENUM", "E-REQ", "E-TYPE")
HUB = ROOT / "tests/hubs/mistakes"


def expected() -> dict[str, list[tuple[int, str]]]:
    """The findings in fields that both can see, by file: line and code."""
    found: dict[str, list[tuple[int, str]]] = {}
    for path in (HUB / "expected").glob("*.yml"):
        for file, findings in (yaml.safe_load(path.read_text("utf-8")) or {}).items():
            found[file] = [
                (int(one["at"].split(":")[0]), one["code"])
                for one in findings
                if one["code"] in CODES and one["at"]
            ]
    return found


def test_the_mistakes_of_fields_are_flagged(small_schemas: Path, tmp_path: Path) -> None:
    """What `cbsite check` calls a wrong field, word or type, in the fields of a file, an editor flags too."""
    wanted, seen, missed = expected(), 0, []
    for shape, ones in yaml_files(HUB, tmp_path).items():
        if shape not in SHAPES:
            continue
        said = problems(schema_of(small_schemas, shape), *(path for _, path in ones))
        for file, path in ones:
            lines = (HUB / file).read_text("utf-8", errors="replace").splitlines()
            length = len(path.read_text("utf-8").splitlines()) + file.endswith(".md")
            for line, code in wanted.get(file, ()):
                name = re.match(r"[ -]*([\w-]+) *:", lines[line - 1])
                if line > length or (code != "E-REQ" and name is None):
                    continue
                seen += 1
                words = said.get(str(path), [])
                # What is no YAML to an editor has one mark, for that.
                named = code == "E-REQ" or any("Failed to parse" in one for one in words)
                if not words or not (named or any(name and name[1] in one for one in words)):
                    missed.append(f"{file}:{line} {code}")
    assert missed == []
    assert seen >= 15


@cache
def records() -> tuple[tuple[kinds.Kind, dict[str, Any]], ...]:
    """Clean records of the full hub, as plain text, with their kinds; those of prose by their front matter."""
    content = HUBS["full"] / "content"
    found = []
    for kind in kinds.KINDS:
        if (register := content / f"data/{kind.register}.yml").exists():
            found += [(kind, record) for record in _read(register.read_text("utf-8"))]
        for path in sorted((content / kind.register).rglob("*.md")):
            if shape_of(path.relative_to(content).as_posix()) == kind.name:
                record = _read(path.read_text("utf-8").split("---\n")[1])
                found.append((kind, record))
    assert {kind for kind, _ in found} >= {kind for kind in kinds.KINDS if kind.prose}
    assert len(found) > 30
    return tuple(found)


def _read(text: str) -> Any:
    source = Source("x.yml", text)
    value = read_yaml(Window(source, source.lines), Report()).value
    assert value is not None
    return _as_json(plain(value))


def _as_json(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_as_json(item) for item in value]
    return {k: _as_json(v) for k, v in value.items()} if isinstance(value, dict) else value


def _as_read(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_as_read(item) for item in value)
    return {k: _as_read(v) for k, v in value.items()} if isinstance(value, dict) else value


@cache
def validator(kind: kinds.Kind) -> Any:
    """What checks one record of a kind, with its id."""
    schemas = json_schemas({})
    return Draft7Validator(schemas[kind.name] if kind.prose else schemas[kind.register]["items"])


def groups(value: Any) -> Iterator[dict[str, Any]]:
    """Every group of fields in a record, itself first."""
    if isinstance(value, dict):
        yield value
    for item in (
        value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    ):
        yield from groups(item)


SEEN_BY_BOTH = (
    "extra_forbidden",
    "missing",
    "literal_error",
    "string_type",
    "tuple_type",
    "model_type",
)


CHANGED = {"word": "qqq", "list": ["qqq"], "group": {"qqq": "1"}, "empty": None, "quotes": ""}


@given(st.data())
def test_the_schema_agrees_with_what_reads_the_records(data: st.DataObject) -> None:
    """A clean record with one change: what one calls a wrong name, word or type, the other does."""
    kind, clean = data.draw(st.sampled_from(records()))
    record = copy.deepcopy(clean)
    group = data.draw(st.sampled_from(list(groups(record))))
    name = data.draw(st.sampled_from(sorted(group)))
    change = data.draw(
        st.sampled_from(["drop", "rename", "word", "list", "group", "empty", "quotes", "keep"])
    )
    old = group[name]
    if change in ("drop", "rename"):
        del group[name]
    if change == "rename":
        group[f"{name}x"] = old
    elif change in CHANGED:
        group[name] = CHANGED[change]
    refused: set[str] = set()
    try:
        values = present(_as_read(record), kind.model)
        # The id of prose is the name of its file.
        kind.model.model_validate({"id": "one", **values} if kind.prose else values)
    except ValidationError as error:
        refused = {detail["type"] for detail in error.errors()}
    errors = [one.message for one in validator(kind).iter_errors(record)]
    if errors:
        assert refused, (change, name, errors)
    if refused & set(SEEN_BY_BOTH):
        assert errors, (change, name, refused)


TEXTS = st.one_of(
    st.text(max_size=100),
    st.from_regex(r"[a-zA-Z0-9 .:/@~?-]{1,30}", fullmatch=True),
    st.from_regex(r"[0-9]{4}(-[01][0-9](-[0-3][0-9])?)?[~?%]?(/[0-9]{4}-0[1-9])?", fullmatch=True),
    st.from_regex(r"[a-z0-9]+(-[a-z0-9]+){0,3}(:[a-z0-9-]+)?", fullmatch=True),
    st.from_regex(r"(https?://|[a-z]+@)[a-z]+(\.[a-z]+)+", fullmatch=True),
    st.from_regex(r"-?[0-9]{1,19}(\.[0-9]{1,10})?", fullmatch=True),
)


TYPES = {
    "text": fields.Text,
    "text or none": fields.TextOrNothing,
    "title": fields.Title,
    "summary": fields.Summary,
    "id": fields.Slug,
    "reference": fields.Reference,
    "number": fields.Number,
    "day": dates.Day,
    "date": dates.When,
    "web address": fields.WebAddress,
    "e-mail address": fields.Email,
    "language tag": fields.Language,
    "file": fields.FilePath,
    "yes or no": fields.Flag,
}


@cache
def reader(form: str) -> tuple[TypeAdapter[Any], Any]:
    """What reads values of a form, and what an editor checks them with."""
    schema = yes_or_no(True) if form == "yes or no" else value_of(form, True)
    return TypeAdapter(TYPES[form]), Draft7Validator(schema)


@settings(max_examples=250)
@given(text=TEXTS)
def test_what_can_be_read_is_never_flagged(text: str) -> None:
    for form in TYPES:
        adapter, checker = reader(form)
        try:
            adapter.validate_python(text)
        except ValidationError:
            continue
        assert checker.is_valid(text), form


def test_the_ids_of_the_hub_are_offered_with_their_names() -> None:
    schema = json_schemas({"place": {"essex": "Essex", "kent": "Kent"}})["place"]
    offered = schema["definitions"]["ids of place"]
    assert offered["enum"] == ["essex", "kent"]
    assert offered["enumDescriptions"] == ["Essex", "Kent"]
    assert schema["properties"]["members"]["items"]["anyOf"][0] == {
        "$ref": "#/definitions/ids of place"
    }
    pages = json_schemas({"place": {"essex": "Essex"}})["page"]
    assert pages["definitions"]["references"]["enum"] == ["place:essex"]


def test_the_same_hub_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        editor_files(HUBS["full"], tmp_path / name)
    ones = sorted(path for path in (tmp_path / "one").rglob("*") if path.is_file())
    assert len(ones) > 30
    for path in ones:
        assert (
            path.read_bytes()
            == (tmp_path / "two" / path.relative_to(tmp_path / "one")).read_bytes()
        )
        json.loads(path.read_bytes())


def test_every_form_has_its_rules() -> None:
    """A form that is new among the records is not taken for mere words without somebody's deciding so."""
    known = {
        "text", "text or none", "title", "summary", "id", "reference", "number", "day", "date", "web address",
        "e-mail address", "language tag", "file", "picture", "GSS code", "time zone",
        "yes or no", "word", "group",
    }  # fmt: skip
    models = [shape.model for shape in SHAPES.values()]
    forms = {one.form for model in models for top in fields_of(model) for one in (top, *top.fields)}
    assert forms <= known
