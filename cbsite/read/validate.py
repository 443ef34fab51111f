"""YAML trees to records; every mistake of a record in one go, at its place."""

from __future__ import annotations

from typing import TypeVar

from pydantic import ValidationError

from cbsite.diagnostics import Report, nearest
from cbsite.read.mistake import Mistake, node_at
from cbsite.read.model_fields import present
from cbsite.read.spelling import respelt
from cbsite.read.yaml_tree import Mapping, Sequence, is_whole, plain
from cbsite.records.part import Loc, Part

P = TypeVar("P", bound=Part)


def validate(model: type[P], noun: str, tree: Mapping, report: Report, **given: str) -> P | None:
    """The record that a tree holds, or None; the report says why.

    `noun` is what people call the record. `given` are fields known otherwise, such as the id of a file. Of a
    tree that parts are missing from, what is there is checked, and no record comes of it.
    """
    tree = respelt(tree, model, f"the {noun}", report)
    values = present(plain(tree), model)
    assert isinstance(values, dict)
    try:
        record = model.model_validate(values | given)
    except ValidationError as error:
        mistakes = [
            Mistake(
                model, noun, tree, tuple(detail["loc"]), detail["type"], detail["input"],
                detail.get("ctx", {}), detail["msg"],
            )
            for detail in error.errors(include_url=False)
        ]  # fmt: skip
        # Imported here, as most records have no mistakes to describe.
        from cbsite.read.validation_words import describe

        meant = {_meant(mistake) for mistake in mistakes if mistake.kind == "extra_forbidden"}
        for mistake in mistakes:
            if not _follows(mistake, meant) and not _from_loss(mistake):
                report.keep(describe(mistake))
        return None
    return record if is_whole(tree) else None


def _meant(mistake: Mistake) -> Loc:
    """The field that a misspelt one stands for, so that it is not called missing too."""
    return *mistake.loc[:-1], nearest(str(mistake.loc[-1]), mistake.group.model_fields) or ""


def _follows(mistake: Mistake, meant: set[Loc]) -> bool:
    """Whether a mistake only follows from another: a misspelt field, or entries that are wrong themselves."""
    if mistake.kind == "too_short":
        return len(mistake.value) >= int(mistake.context.get("min_length", 1))
    return mistake.kind == "missing" and mistake.loc in meant


def _from_loss(mistake: Mistake) -> bool:
    """Whether a mistake may only be there because something could not be read."""
    node = node_at(mistake.tree, mistake.loc)
    if mistake.kind == "missing":
        outer = node_at(mistake.tree, mistake.loc[:-1])
        return isinstance(outer, Mapping) and outer.may_have_had(str(mistake.loc[-1]))
    return isinstance(node, Mapping | Sequence) and not is_whole(node)
