"""What is inside a record: its references, its files, its citations."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import (
    BaseModel,
)

from cbsite.records.marks import FileMark, Ref
from cbsite.records.part import Loc, Part
from cbsite.records.record import Citation

M = TypeVar("M")

ASIDE = ("related", "translation_of")
"""Fields of a record that name other reading, not what the record is about."""


def topics_in(record: BaseModel) -> Iterator[tuple[str, str]]:
    """The kind and id of each record that one is about, by its fields; some more than once."""
    return ((kind, id) for loc, kind, id in references_in(record) if loc[0] not in ASIDE)


def references_in(part: BaseModel) -> Iterator[tuple[Loc, str, str]]:
    """Each id that a record's fields hold: where it is, the kind it refers to, the id."""
    for loc, ref, value in _marked(part, Ref):
        yield (loc, *ref.names(value))


def files_in(part: BaseModel) -> Iterator[tuple[Loc, FileMark, str]]:
    """Each file that a record's fields name: where it is, what is asked of it, its path as written."""
    return _marked(part, FileMark)


def _marked(part: BaseModel, mark: type[M]) -> Iterator[tuple[Loc, M, str]]:
    """Each text in a record whose type carries a mark of this kind: its place, the mark, the text."""
    found: list[tuple[Loc, M, str]] = []
    _gather(part, mark, (), found)
    return iter(found)


def _gather(part: BaseModel, mark: type[M], at: Loc, found: list[tuple[Loc, M, str]]) -> None:
    kind: type = mark
    for name, own, of_items in _marked_fields(type(part), kind):
        value = getattr(part, name)
        if isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, BaseModel):
                    _gather(item, mark, (*at, name, index), found)
                elif of_items is not None and isinstance(item, str):
                    found.append(((*at, name, index), of_items, item))
        elif isinstance(value, BaseModel):
            _gather(value, mark, (*at, name), found)
        elif own is not None and isinstance(value, str):
            found.append(((*at, name), own, value))


@cache
def _marked_fields(model: type[BaseModel], mark: type) -> tuple[tuple[str, Any, Any], ...]:
    """The fields of a type that carry such a mark, or hold something that does; found once for each type.

    Each with the mark of its text, and that of the texts in its list; None for what is not marked.
    """
    fields = []
    for name, field in model.model_fields.items():
        own = next((item for item in field.metadata if isinstance(item, mark)), None)
        if own is not None or _holds(field.annotation, mark):
            fields.append((name, *_marks(field.annotation, mark, own)))
    return tuple(fields)


def _holds(annotation: Any, mark: type) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return bool(_marked_fields(annotation, mark))
    arguments = get_args(annotation)
    return any(isinstance(item, mark) or _holds(item, mark) for item in arguments)


def _marks(annotation: Any, mark: type, own: Any) -> tuple[Any, Any]:
    """The mark of a text of this type, and that of the texts in a list of this type."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *metadata = get_args(annotation)
        return _marks(inner, mark, next((m for m in metadata if isinstance(m, mark)), own))
    if origin is tuple:
        return None, _marks(get_args(annotation)[0], mark, None)[0]
    if origin in (Union, types.UnionType):
        options = [_marks(option, mark, own) for option in get_args(annotation)]
        return own or _first(one for one, _ in options), _first(items for _, items in options)
    return own, None


def _first(marks: Iterable[Any]) -> Any:
    return next((mark for mark in marks if mark is not None), None)


def citations_in(part: BaseModel, at: Loc = ()) -> Iterator[tuple[Loc, Citation]]:
    """Every citation inside a record, with its place."""
    if isinstance(part, Citation):
        yield at, part
        return
    for name in _fields_with_parts(type(part)):
        value = getattr(part, name)
        if isinstance(value, Part):
            yield from citations_in(value, (*at, name))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, Part):
                    yield from citations_in(item, (*at, name, index))


@cache
def _fields_with_parts(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a type that hold groups of fields; found once for each type."""
    fields = model.model_fields.items()
    return tuple(name for name, field in fields if _has_parts(field.annotation))


def _has_parts(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(_has_parts(item) for item in get_args(annotation))
