"""What the published data of each register holds: its columns, their types, and what they mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pydantic import BaseModel

from cbsite.schema.fields import FieldGuide, fields_of

_TYPES = {"yes or no": "boolean", "number": "number", "day": "date"}
"""The type in a Table Schema of what is not text."""

_FORMATS = {
    "web address": "uri",
    "file": "uri",
    "picture": "uri",
    "e-mail address": "email",
}
"""The format of text that programs know more of; files are named by their whole web address."""

_HOLDS = {
    "text or none": "text",
    "title": "text",
    "summary": "text",
    "word": "one of these words",
    "reference": "kind and id",
    "file": "web address",
    "picture": "web address",
    "date": "date (EDTF)",
    "day": "day (YYYY-MM-DD)",
}
"""What a cell holds, where readers would not know it by the word that authors do."""

_ALWAYS = ("id", "address", "status")
"""What every row has; of a withdrawn record there is little else."""

_UNPUBLISHED = ("draft",)
"""Words for the status of what is not published, and so in no file."""

ID = "The name of the record, which is no other's in its register and never changes"
ADDRESS = "The whole web address of its page, or of its place on one"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a register's CSV file, by its path in the record: `source.id`.

    `type` and `format` are those of a Table Schema; a list of groups is an `array` of JSON. `holds` says the same in
    plain words. `words` are all that a cell may hold; `refers` are kinds of record whose ids it may hold, and
    `many` says that there may be several ids or texts in it. `filled`: no row leaves it empty.
    """

    name: str
    type: str
    format: str
    holds: str
    description: str
    words: tuple[str, ...] = ()
    refers: tuple[str, ...] = ()
    many: bool = False
    filled: bool = False


def columns_of(model: type[BaseModel]) -> tuple[Column, ...]:
    """The columns of a register, in the order of its files."""
    id, *others = _columns(fields_of(model))
    address = Column("address", "string", "uri", "web address", ADDRESS, filled=True)
    return (replace(id, description=ID), address, *others)


def _columns(fields: tuple[FieldGuide, ...], above: str = "") -> Iterator[Column]:
    """A column for each value that is no group of its own; `above` says what the group is."""
    for field in fields:
        description = f"{above}{field.description}"
        if field.group is not None and not field.lists:
            yield from _columns(field.fields, f"{description}. ")
        else:
            yield _column(field, description)


def _column(field: FieldGuide, description: str) -> Column:
    if field.group is not None:
        *names, last = (inner.name for inner in field.fields)
        inside = f"each with {', '.join(names)} and {last}" if names else f"each with {last}"
        return Column(field.path, "array", "", "list of groups (JSON)", f"{description}; {inside}")
    many = field.lists > 0
    return Column(
        name=field.path,
        type="string" if many else _TYPES.get(field.form, "string"),
        format="" if many else _FORMATS.get(field.form, ""),
        holds=_holds(field),
        description=description,
        words=tuple(word for word in field.words if word not in _UNPUBLISHED),
        refers=field.refers,
        many=many,
        filled=field.path in _ALWAYS,
    )


def _holds(field: FieldGuide) -> str:
    if field.lists:
        return f'{field.takes}, with "; " between them'
    if field.refers:
        return field.takes
    return _HOLDS.get(field.form, field.form)
