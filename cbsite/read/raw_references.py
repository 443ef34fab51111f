"""The ids in fields as typed, for records that have errors elsewhere and so are no records yet."""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from cbsite.diagnostics import Span
from cbsite.read.yaml_tree import Mapping, Scalar, Sequence, Value
from cbsite.records.fields import slug_problem
from cbsite.records.marks import Ref


def raw_references(tree: Mapping, model: type[BaseModel]) -> tuple[tuple[Span, str, str], ...]:
    """Each id that stands where `model` has one: its place, the kind it refers to, the id.

    What cannot be an id, or stands in the wrong kind of field, is left to the validation.
    """
    return tuple(dict.fromkeys(_in_group(tree, model)))


def _in_group(tree: Mapping, model: type[BaseModel]) -> Iterator[tuple[Span, str, str]]:
    for key, value in tree.entries:
        if field := model.model_fields.get(key.text):
            # pydantic keeps the marks of a field apart from its type.
            ref = next((item for item in field.metadata if isinstance(item, Ref)), None)
            yield from _in_value(value, field.annotation, ref)


def _in_value(value: Value, annotation: Any, ref: Ref | None) -> Iterator[tuple[Span, str, str]]:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        ref = next((item for item in arguments[1:] if isinstance(item, Ref)), ref)
        yield from _in_value(value, arguments[0], ref)
    elif origin in (Union, types.UnionType):
        for option in arguments:
            yield from _in_value(value, option, ref)
    elif origin is tuple and isinstance(value, Sequence):
        for item in value.items:
            yield from _in_value(item, arguments[0], None)
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if isinstance(value, Mapping):
            yield from _in_group(value, annotation)
        elif ref and isinstance(value, Scalar):
            # A group that may be written as its id alone.
            yield from _named(value, ref)
    elif annotation is str and ref and isinstance(value, Scalar):
        yield from _named(value, ref)


def _named(value: Scalar, ref: Ref) -> Iterator[tuple[Span, str, str]]:
    kind, id = ref.names(value.text)
    if not slug_problem(id):
        yield value.span, kind, id
