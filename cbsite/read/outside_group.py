"""Fields of a group that stand below it, where they should stand further in."""

from __future__ import annotations

from msgspec.structs import replace

from cbsite.diagnostics import Diagnostic, Edit, diagnose
from cbsite.read.mistake import Mistake
from cbsite.read.model_fields import group_in
from cbsite.read.yaml_tree import Mapping, Scalar


def outside_group(mistake: Mistake, outer: Mapping, key: Scalar) -> Diagnostic | None:
    """What to say of an unknown field that belongs in the empty group above it; None if there is no such group."""
    group = _empty_above(mistake, outer, key)
    field = mistake.group.model_fields.get(group)
    inner = group_in(field.annotation) if field else None
    if inner is None or key.text not in inner.model_fields:
        return None
    return diagnose(
        "E-KEY", key.span, f"'{key.text}' is a field of '{group}', but does not stand under it.",
        f"Put two spaces before each field of '{group}'.",
        [Edit(replace(key.span, end=key.span.start), "  ")], safe=False,
    )  # fmt: skip


def _empty_above(mistake: Mistake, outer: Mapping, key: Scalar) -> str:
    """The name of the last known field above `key`, if it is empty."""
    group = ""
    for above, value in outer.entries:
        if above is key:
            break
        if above.text in mistake.group.model_fields:
            is_empty = isinstance(value, Scalar) and not value.text and not value.quoted
            group = above.text if is_empty else ""
    return group
