"""What fields name as typed, for records and blocks that have errors elsewhere and so are none yet."""

import types
from collections.abc import Iterator
from typing import Annotated, Any, Union, get_args, get_origin

import msgspec
from pydantic import BaseModel

from cbsite.diagnostics import Span
from cbsite.read.yaml_tree import Mapping, Scalar, Sequence, Value
from cbsite.records.fields import slug_problem
from cbsite.records.marks import Ref
from cbsite.records.record import Citation

Typed = tuple[Value, type[BaseModel] | None, Ref | None]
"""A group of fields with its type, or a single value with what it refers to."""


class RawNames(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The ids in fields, each with its place and the kind it refers to; and the paragraphs that are cited.

    `cited` holds the place of each paragraph's number, the id of the source, and the number.
    """

    references: tuple[tuple[Span, str, str], ...] = ()
    cited: tuple[tuple[Span, str, str], ...] = ()

    @property
    def citations(self) -> Iterator[tuple[Span, Citation]]:
        """Each citation of a paragraph, with the place of its number."""
        for span, id, number in self.cited:
            yield span, Citation.model_construct(id=id, paragraph=number)


NO_NAMES = RawNames()


def raw_names(tree: Mapping, model: type[BaseModel]) -> RawNames:
    """What stands where `model` has an id or a citation.

    What cannot be an id, or stands in the wrong kind of field, is left to the validation.
    """
    typed = tuple(_in_group(tree, model))
    # A field may take its value in several forms, each of which finds the same id.
    return RawNames(tuple(dict.fromkeys(_references(typed))), tuple(dict.fromkeys(_cited(typed))))


def _references(typed: tuple[Typed, ...]) -> Iterator[tuple[Span, str, str]]:
    for value, _, ref in typed:
        if ref and isinstance(value, Scalar):
            kind, id = ref.names(value.text)
            if not slug_problem(id):
                yield value.span, kind, id


def _cited(typed: tuple[Typed, ...]) -> Iterator[tuple[Span, str, str]]:
    for value, model, _ in typed:
        if model is Citation and isinstance(value, Mapping):
            id, paragraph = value.get("id"), value.get("paragraph")
            if not isinstance(id, Scalar) or not isinstance(paragraph, Scalar):
                continue
            if paragraph.text and not slug_problem(id.text):
                yield paragraph.span, id.text, paragraph.text


def _in_group(tree: Mapping, model: type[BaseModel]) -> Iterator[Typed]:
    yield tree, model, None
    for key, value in tree.entries:
        if field := model.model_fields.get(key.text):
            # pydantic keeps the marks of a field apart from its type.
            ref = next((item for item in field.metadata if isinstance(item, Ref)), None)
            yield from _in_value(value, field.annotation, ref)


def _in_value(value: Value, annotation: Any, ref: Ref | None) -> Iterator[Typed]:
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
        elif ref:
            # A group that may be written as its id alone.
            yield value, None, ref
    elif annotation is str and ref:
        yield value, None, ref
