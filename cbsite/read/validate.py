"""YAML trees to records; every mistake of a record in one go, at its place."""

from __future__ import annotations

from typing import TypeVar

from pydantic import ValidationError

from cbsite.diagnostics import Report
from cbsite.read.mistake import Mistake
from cbsite.read.model_fields import present
from cbsite.read.validation_words import describe
from cbsite.read.yaml_tree import Mapping, plain
from cbsite.records.fields import Part

P = TypeVar("P", bound=Part)


def validate(model: type[P], noun: str, tree: Mapping, report: Report, **given: str) -> P | None:
    """The record that a tree holds, or None; the report says why.

    `noun` is what people call the record. `given` are fields known otherwise, such as the id of a file.
    """
    values = present(plain(tree), model)
    assert isinstance(values, dict)
    try:
        return model.model_validate(values | given)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            mistake = Mistake(
                model,
                noun,
                tree,
                tuple(detail["loc"]),
                detail["type"],
                detail["input"],
                detail.get("ctx", {}),
                detail["msg"],
            )
            report.add(*describe(mistake))
        return None
