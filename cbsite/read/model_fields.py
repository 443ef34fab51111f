"""What a record type says about a field: the group it holds, the words it allows."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel

from cbsite.records.marks import Ref
from cbsite.records.part import Loc


@cache
def groups_of(model: type[BaseModel]) -> dict[str, type[BaseModel] | None]:
    """The fields of a type, each with the type of the groups that it holds, if any; found once for each type."""
    return {name: group_in(field.annotation) for name, field in model.model_fields.items()}


def present(value: Any, model: type[BaseModel]) -> Any:
    """Plain values without the empty ones of known fields, so that an empty field is an absent field."""
    if not isinstance(value, dict):
        return value
    kept = {}
    groups = groups_of(model)
    for name, item in value.items():
        if name not in groups:
            kept[name] = item
        elif item is not None:
            inner = groups[name]
            if inner is not None and isinstance(item, tuple):
                item = tuple(present(part, inner) for part in item)
            elif inner is not None:
                item = present(item, inner)
            kept[name] = item
    return kept


def group_in(annotation: Any) -> type[BaseModel] | None:
    """The type of the groups of fields that an annotation holds, alone or in a list."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) is Literal:
        return None
    return next((found for part in _parts(annotation) if (found := group_in(part))), None)


def group_at(model: type[BaseModel], loc: Loc) -> type[BaseModel]:
    """The type of the group that the last name in `loc` is a field of."""
    while loc and isinstance(loc[-1], int):
        loc = loc[:-1]
    for step in loc[:-1]:
        if isinstance(step, str) and step in model.model_fields:
            model = group_in(model.model_fields[step].annotation) or model
    return model


def holds_ids(annotation: Any) -> bool:
    """Whether an annotation is of one or more ids of records."""
    marked = get_origin(annotation) is Annotated and any(
        isinstance(mark, Ref) for mark in get_args(annotation)[1:]
    )
    return marked or any(holds_ids(part) for part in _parts(annotation))


def allowed_at(model: type[BaseModel], loc: Loc) -> tuple[str, ...]:
    """The words that the field at `loc` allows; empty if it allows any."""
    name = next((step for step in reversed(loc) if isinstance(step, str)), "")
    field = group_at(model, loc).model_fields.get(name)
    return _words_in(field.annotation) if field else ()


def _words_in(annotation: Any) -> tuple[str, ...]:
    if get_origin(annotation) is Literal:
        return tuple(str(word) for word in get_args(annotation))
    return next((words for part in _parts(annotation) if (words := _words_in(part))), ())


def _parts(annotation: Any) -> tuple[Any, ...]:
    arguments = get_args(annotation)
    return arguments[:1] if get_origin(annotation) is Annotated else arguments
