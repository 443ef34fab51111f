"""Words that differ from the right ones in nothing but capitals, spaces, underscores and hyphens."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace
from pydantic import BaseModel

from cbsite.diagnostics import Edit, Report, diagnose
from cbsite.read.model_fields import groups_of
from cbsite.read.yaml_tree import Mapping, Sequence, Value


def same_letters(word: str, allowed: Iterable[str]) -> str | None:
    """The allowed word that has the same letters and digits, or None."""
    letters = _letters(word)
    return next((right for right in allowed if letters and _letters(right) == letters), None)


def _letters(word: str) -> str:
    return re.sub(r"[\s_-]+", "", word).lower()


def respelt(tree: Mapping, model: type[BaseModel], owner: str, report: Report) -> Mapping:
    """The tree with the names of fields as they should be; each that was not is reported.

    So the values of such fields are checked in the same run. `owner` is what has the fields, in words.
    """
    entries = []
    groups = groups_of(model)
    for key, value in tree.entries:
        right = key.text
        if right not in groups:
            better = same_letters(key.text, model.model_fields)
            if better and tree.key(better) is None:
                right = better
                letters = "small letters, with _ where a space would be"
                report.keep(
                    diagnose(
                        "E-KEY",
                        key.span,
                        f"'{key.text}' is not a field of {owner}.",
                        f"Write the names of fields in {letters if better.islower() else 'the right letters'}.",
                        (Edit(key.span, better),),
                    )
                )
        inner = groups.get(right)
        if inner is not None:
            value = _respelt_inside(value, inner, f"'{right}'", report)
        entries.append((key if right == key.text else replace(key, text=right), value))
    return replace(tree, entries=tuple(entries))


def _respelt_inside(value: Value, model: type[BaseModel], owner: str, report: Report) -> Value:
    if isinstance(value, Mapping):
        return respelt(value, model, owner, report)
    if isinstance(value, Sequence):
        items = tuple(_respelt_inside(item, model, owner, report) for item in value.items)
        return replace(value, items=items)
    return value
