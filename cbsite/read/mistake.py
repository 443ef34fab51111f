"""One finding of pydantic, with what is needed to say it in plain words."""

from __future__ import annotations

from typing import Any

import msgspec
from pydantic import BaseModel

from cbsite.diagnostics import Span
from cbsite.read.model_fields import group_at
from cbsite.read.yaml_tree import Mapping, Sequence, Value, locate
from cbsite.records.part import Loc


class Mistake(msgspec.Struct, frozen=True):
    """One finding: in which record, at which path, of which kind, with which value.

    `said` is the finding's own message, fit for authors only where our own fields word it.
    """

    model: type[BaseModel]
    noun: str
    tree: Mapping
    loc: Loc
    kind: str
    value: Any
    context: dict[str, Any]
    said: str

    @property
    def name(self) -> str:
        """The field, without its place in a list."""
        return next((step for step in reversed(self.loc) if isinstance(step, str)), self.noun)

    @property
    def what(self) -> str:
        """The field in words: `'places'`, or `Entry 2 of 'places'`."""
        return words_for(self.loc, self.noun)

    @property
    def group(self) -> type[BaseModel]:
        return group_at(self.model, self.loc)

    def place(self) -> Span:
        return place_of(self.tree, self.loc)


def kind_of(value: Any) -> str:
    """What a value is, in words."""
    if isinstance(value, dict):
        return "a group of fields"
    if isinstance(value, tuple):
        return "a list"
    return "nothing" if value is None else "words"


def words_for(loc: Loc, noun: str) -> str:
    """The field at `loc` in words."""
    if not loc:
        return noun
    if isinstance(loc[-1], str):
        return f"'{loc[-1]}'"
    return f"Entry {loc[-1] + 1} of {words_for(loc[:-1], noun)}"


def node_at(tree: Value, loc: Loc) -> Value | None:
    """The part of the tree at `loc`, if it is there."""
    value: Value | None = tree
    for step in loc:
        if isinstance(value, Mapping) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, Sequence) and isinstance(step, int) and step < len(value.items):
            value = value.items[step]
        else:
            return None
    return value


def place_of(tree: Mapping, loc: Loc) -> Span:
    """Where to point: a group is its first field's name, so that no mark runs over many lines."""
    node = node_at(tree, loc)
    if isinstance(node, Mapping) and node.entries:
        return node.entries[0][0].span
    span = locate(tree, loc)
    if span.start and span.end and span.end.line > span.start.line and loc:
        outer = node_at(tree, loc[:-1])
        key = outer.key(str(loc[-1])) if isinstance(outer, Mapping) else None
        return key.span if key else span
    if node is None and loc:
        return place_of(tree, loc[:-1])
    return span
