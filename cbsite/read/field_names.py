"""The names of all fields that a hub's files may have, to tell a field from words that look like one."""

from __future__ import annotations

from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from cbsite.read.model_fields import group_in
from cbsite.records.blocks import BLOCKS
from cbsite.records.document import AnnexFields, SectionFields
from cbsite.records.kinds import KINDS
from cbsite.records.marks import FileMark, Form, Ref
from cbsite.records.site import Site


@cache
def field_names() -> frozenset[str]:
    """Every name of a field of a record, of `site.yml` and of the blocks in texts, at any depth."""
    return frozenset(_fields())


@cache
def list_names() -> frozenset[str]:
    """The names of those fields that take a list wherever they stand."""
    return frozenset(name for name, types in _fields().items() if all(map(_is_list, types)))


@cache
def holds_more(name: str) -> bool:
    """Whether a field may hold a list or a group of fields; of an unknown one nobody knows."""
    types = _fields().get(name, [])
    return not types or any(_is_list(one) or group_in(one) for one in types)


@cache
def holds_words(name: str) -> bool:
    """Whether a field takes words wherever it stands: no id, date, number or list. An unknown one might."""
    return all(map(_is_words, _fields().get(name, [])))


def _is_words(annotation: Any) -> bool:
    if get_origin(annotation) is Annotated:
        inner, *marks = get_args(annotation)
        no_words = [mark for mark in marks if isinstance(mark, Ref | FileMark)]
        forms = {mark.name for mark in marks if isinstance(mark, Form)}
        return not no_words and forms <= {"title", "summary", "text or none"} and _is_words(inner)
    if get_origin(annotation) in (Union, UnionType):
        return all(_is_words(one) for one in get_args(annotation) if one is not type(None))
    return annotation is str


def _is_list(annotation: Any) -> bool:
    return get_origin(annotation) is tuple or any(map(_is_list, get_args(annotation)[:1]))


@cache
def _fields() -> dict[str, list[Any]]:
    """All fields by name, with what each takes."""
    models: list[type[BaseModel]] = [kind.model for kind in KINDS]
    models += [Site, SectionFields, AnnexFields, *BLOCKS.values()]
    seen: set[type[BaseModel]] = set()
    found: dict[str, list[Any]] = {}
    while models:
        model = models.pop()
        if model in seen:
            continue
        seen.add(model)
        for name, field in model.model_fields.items():
            # pydantic keeps the marks of a field apart from its type.
            whole = (
                Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
            )
            found.setdefault(name, []).append(whole)
            if inner := group_in(field.annotation):
                models.append(inner)
    return found
