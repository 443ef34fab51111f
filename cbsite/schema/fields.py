"""The fields of a record type, as authors know them: what to write, whether it is needed, what it means."""

from __future__ import annotations

import datetime
import types
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from cbsite.records.dates import PartialDate
from cbsite.records.kinds import BY_NAME, kinds_named
from cbsite.records.marks import FileMark, ForAuthors, Form, Ref

_PLAIN = {
    bool: "yes or no",
    Decimal: "number",
    datetime.date: "day",
    PartialDate: "date",
    str: "text",
}
"""What is written for a type that needs no mark."""

_MANY = {
    "text": "texts",
    "text or none": "texts",
    "word": "words",
    "id": "ids",
    "reference": "references",
    "date": "dates",
    "group": "groups of fields",
}
"""The plural of what is written, where lists hold it."""


@dataclass(frozen=True, slots=True)
class FieldGuide:
    """One field of a record type, a part, a block or site.yml.

    `path` leads to it through its groups: `source.paragraph`. `form` is what is written: text, title, summary, id,
    reference, word, yes or no, number, day, date, file, picture, web address, ..., or group. `lists` counts the
    lists round it: 0 for a single value, 1 for a list. `refers` names the kinds of record that an id may be of.
    `group` is the type of its own `fields`; a group with `refers` may also be written as the id alone, a date
    as its text alone. `description` says what the field is, also to those who take the data; `order` what else its
    authors have to know. `needed_where`: when a field is needed that is not always.
    """

    path: str
    name: str
    form: str
    lists: int
    required: bool
    words: tuple[str, ...] = ()
    default: str = ""
    refers: tuple[str, ...] = ()
    description: str = ""
    order: str = ""
    needed_where: str = ""
    examples: tuple[Any, ...] = ()
    group: type[BaseModel] | None = None
    fields: tuple[FieldGuide, ...] = ()

    @property
    def takes(self) -> str:
        """What to write, in plain words: `text`, `list of ids of places`, `group of fields`."""
        if not self.lists:
            return f"{_one(self.form)}{self._referred(many=False)}"
        of_lists = "lists of " * (self.lists - 1)
        many = _MANY.get(self.form, f"{self.form}s")
        return f"list of {of_lists}{many}{self._referred(many=True)}"

    @property
    def meaning(self) -> str:
        """What the field is, and what else its authors have to know; without a full stop."""
        return f"{self.description}; {self.order}" if self.order else self.description

    def _referred(self, many: bool) -> str:
        if not self.refers:
            return ""
        nouns = [BY_NAME[kind].noun for kind in self.refers]
        if many:
            whose = " or ".join(map(plural, nouns))
        else:
            whose = " or ".join(f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}" for noun in nouns)
        ids = "ids" if many else "the id"
        return f", or {ids} of {whose}" if self.group else f" of {whose}"


@dataclass(slots=True)
class _Found:
    """What is gathered from an annotation on the way to its innermost type."""

    form: str = ""
    lists: int = 0
    words: tuple[str, ...] = ()
    refers: tuple[str, ...] = ()
    group: type[BaseModel] | None = None
    marks: list[Any] = field(default_factory=list)


def fields_of(model: type[BaseModel]) -> tuple[FieldGuide, ...]:
    """The fields of a record type, part or block, in its order, each with the fields of its own group."""
    return _fields_under(model, "")


def plural(noun: str) -> str:
    """Several of a kind of record: `people`, `case studies`, `glossary entries`."""
    if noun == "person":
        return "people"
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"


@cache
def _fields_under(model: type[BaseModel], prefix: str) -> tuple[FieldGuide, ...]:
    return tuple(_guide(name, info, prefix) for name, info in model.model_fields.items())


def _guide(name: str, info: FieldInfo, prefix: str) -> FieldGuide:
    found = _Found()
    _look(Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation, found)
    path = f"{prefix}{name}"
    mark = next((one for one in info.metadata if isinstance(one, ForAuthors)), ForAuthors())
    return FieldGuide(
        path=path,
        name=name,
        form=found.form,
        lists=found.lists,
        required=info.is_required(),
        words=found.words,
        default="" if info.is_required() else _default(info.default),
        refers=found.refers,
        description=info.description or "",
        order=mark.words,
        needed_where=mark.needed,
        examples=tuple(info.examples or ()),
        group=found.group,
        fields=_fields_under(found.group, f"{path}.") if found.group else (),
    )


def _look(annotation: Any, found: _Found) -> None:
    """Follow an annotation inwards; of several marks on one value the last says most."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *marks = get_args(annotation)
        found.marks += marks
        _look(inner, found)
    elif origin in (Union, types.UnionType):
        for option in get_args(annotation):
            if option is not types.NoneType:
                _look(option, found)
    elif origin is tuple:
        found.lists += 1
        found.marks.clear()
        _look(get_args(annotation)[0], found)
    elif origin is Literal:
        found.form, found.words = "word", tuple(map(str, get_args(annotation)))
    else:
        _settle(annotation, found)


def _settle(type_: type[Any], found: _Found) -> None:
    """Name the innermost type by its marks, or else by itself."""
    if issubclass(type_, BaseModel):
        found.group = type_
    form = _PLAIN.get(type_, "group")
    for mark in found.marks:
        if isinstance(mark, Form):
            form = mark.name
        elif isinstance(mark, FileMark):
            form = "picture" if mark.picture else "file"
        elif isinstance(mark, Ref):
            found.refers = kinds_named(mark.kind) if mark.kind else ()
            form = form if mark.kind else "reference"
    found.form = form


def _default(value: Any) -> str:
    """What holds where the field is left out, as it would be written; empty where that is nothing."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if isinstance(value, str | Decimal) else ""


def _one(form: str) -> str:
    return {"group": "group of fields", "word": "one of these words"}.get(form, form)
