"""JSON Schema of the files that hold records, for editors and for programs that check them.

Draft 7, which every version of the YAML extension of VS Code and check-jsonschema know; many versions of the
former take rules of later drafts for nothing, without a word. A schema says what can be said of one field
alone: its name, its form, its words, whether it is needed. All else is for `cbsite check`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from cbsite.records.dates import PartialDate
from cbsite.schema.fields import FieldGuide, fields_of
from cbsite.schema.json_forms import Schema, a_group, a_list, any_of, one_of, value_of, yes_or_no
from cbsite.schema.shapes import SHAPES, Shape

DRAFT = "http://json-schema.org/draft-07/schema#"

MADE = "Made by  cbsite schema  from the record types and the hub's own ids. Do not edit: it is made afresh each time."

Ids = Mapping[str, Mapping[str, str]]
"""The ids that a hub has, by the name of their kind, each with what people call it."""


def json_schemas(ids: Ids) -> dict[str, Schema]:
    """The schema of each shape of file, by its name; `ids` are offered where one of them is asked for."""
    return {name: json_schema(shape, ids) for name, shape in SHAPES.items()}


def json_schema(shape: Shape, ids: Ids) -> Schema:
    """The schema of the files of one shape."""
    maker = _Maker(ids)
    record = maker.group(shape.model, with_id=shape.holds == "list", needed=True)
    if shape.holds == "list":
        words = "Start each record with  - id: ...  and indent its other fields by two spaces."
        record = a_list({"title": shape.model.__name__, **record}, False, words)
    root = {"$schema": DRAFT, "$comment": MADE, "title": shape.title, **record}
    return root | ({"definitions": maker.definitions} if maker.definitions else {})


class _Maker:
    """Makes one schema, and gathers the lists of ids that it uses."""

    def __init__(self, ids: Ids) -> None:
        self.ids = ids
        self.definitions: dict[str, Schema] = {}

    def group(self, model: type[BaseModel], with_id: bool, needed: bool) -> Schema:
        """The schema of a group of fields; in a record of a file of its own the id may be left out."""
        fields = fields_of(model)
        if model is PartialDate:
            # The text in it is a date, which as a whole may also be such a group.
            fields = tuple(
                replace(one, form="date") if one.name == "date" else one for one in fields
            )
        fields = tuple(_id(one, with_id) if one.name == "id" else one for one in fields)
        properties = {one.name: self.field(one, model.model_fields[one.name]) for one in fields}
        required = [one.name for one in fields if one.required]
        return a_group(properties, required, needed)

    def field(self, field: FieldGuide, info: FieldInfo) -> Schema:
        """The schema of a field, with what an editor shows of it."""
        value = self.value(field, field.required or field.lists > 0)
        for level in range(field.lists, 0, -1):
            needed = field.required or level > 1
            words = f"Write a list:  {field.name}: [first, second]  or each entry on a line after a hyphen."
            value = a_list(value, needed, words)
        if field.lists:
            value |= _limits(info.metadata, {"minItems": "min_length", "maxItems": "max_length"})
        else:
            bounds = (*info.metadata, *_marks(info.annotation))
            value |= _limits(bounds, {"minimum": "ge", "maximum": "le"})
        return {**_said(field), **value}

    def value(self, field: FieldGuide, needed: bool) -> Schema:
        """The schema of one value of a field, without the lists round it."""
        if field.words:
            return one_of(field.words, needed)
        if field.form == "yes or no":
            return yes_or_no(needed)
        if field.group:
            return self.group_or_text(field, field.group, needed)
        value = value_of(field.form, needed)
        return self.offered(field, value) if field.form in ("id", "reference") else value

    def group_or_text(self, field: FieldGuide, model: type[BaseModel], needed: bool) -> Schema:
        """A group of fields, or the text that may stand for it: a date alone, the id of a relation alone."""
        group = self.group(model, with_id=True, needed=needed)
        if field.refers:
            return any_of(self.offered(field, value_of("id", needed)), {"type": "object", **group})
        if field.form == "date":
            return any_of(value_of("date", needed), {"type": "object", **group})
        return group

    def offered(self, field: FieldGuide, value: Schema) -> Schema:
        """A value that names a record, with the ids that the hub has: others are no error, as they may come yet."""
        name = f"ids of {' and '.join(field.refers)}" if field.refers else "references"
        known = known_ids(field, self.ids)
        if not known:
            return value
        self.definitions[name] = {
            "enum": list(known),
            "enumDescriptions": list(known.values()),
            "errorMessage": "Choose a record of this hub, or write the id of a new one in small letters and hyphens.",
        }
        return any_of({"$ref": f"#/definitions/{name}"}, value)


def _id(field: FieldGuide, needed: bool) -> FieldGuide:
    """The id of a record in a list, where it is needed, or in a file of its own, whose name gives it."""
    return replace(field, order="") if needed else replace(field, required=False)


def known_ids(field: FieldGuide, ids: Ids) -> dict[str, str]:
    """What a hub has that a field may name, sorted, with what people call it."""
    if field.form == "reference":
        found = {f"{kind}:{id}": heading for kind in ids for id, heading in ids[kind].items()}
    else:
        kinds = field.refers
        found = {id: heading for kind in kinds for id, heading in ids.get(kind, {}).items()}
    return dict(sorted(found.items()))


def _said(field: FieldGuide) -> Schema:
    """What an editor shows of a field: its meaning, what to write, and what holds where it is left out."""
    note = f"{field.takes[0].upper()}{field.takes[1:]}"
    if field.required:
        note += "; needed"
    elif field.needed_where:
        note += f"; needed {field.needed_where}"
    elif field.default:
        note += f"; if left out, {field.default}"
    # Not the keyword `examples`: editors would type the first one for the author, who may not see that.
    examples = [one for one in field.examples if not isinstance(one, list | dict)]
    like = f" For example  {'  or  '.join(map(str, examples))}" if examples else ""
    meaning = field.meaning and f"{field.meaning}."
    said: Schema = {
        "description": f"{meaning} {note}.{like}".strip(),
        "markdownDescription": f"{meaning}\n\n*{note}.*{like}".strip(),
    }
    if field.default:
        said["default"] = field.default == "yes" if field.form == "yes or no" else field.default
    return said


def _limits(marks: Iterable[Any], names: Mapping[str, str]) -> Schema:
    """The bounds among the marks of a type: each under its name in JSON Schema, by its name on the mark."""
    return {
        name: getattr(mark, bound)
        for mark in marks
        for name, bound in names.items()
        if hasattr(mark, bound)
    }


def _marks(annotation: Any) -> Iterator[Any]:
    """All marks on a type and on what it is made of."""
    for item in get_args(annotation):
        yield from item.metadata if isinstance(item, FieldInfo) else (item, *_marks(item))
