"""Values of the wrong type, in plain words: words, lists, groups of fields."""

from __future__ import annotations

import re
from collections.abc import Callable

from cbsite.diagnostics import Edit
from cbsite.read.mistake import Mistake, Problem, kind_of, node_at
from cbsite.read.model_fields import group_in
from cbsite.read.yaml_lines import quote
from cbsite.read.yaml_tree import Mapping, Scalar, Sequence


def not_words(mistake: Mistake) -> Problem:
    if mistake.value is None:
        return (
            "E-REQ",
            mistake.place(),
            f"{mistake.what} is empty.",
            "Write something, or delete the line.",
            (),
        )
    node = node_at(mistake.tree, mistake.loc)
    span = mistake.place()
    line = span.text[span.start.column - 1 :].rstrip() if span.start else ""
    hint, edits = "Write it as words on one line.", ()
    if (
        isinstance(node, Mapping | Sequence)
        and line[:1] in ("[", "{")
        and node.span.start == span.start
    ):
        hint = f"Put quotes round it:  {quote(line)}"
    return (
        "E-TYPE",
        span,
        f"{mistake.what} takes words, not {kind_of(mistake.value)}.",
        hint,
        edits,
    )


def not_a_list(mistake: Mistake) -> Problem:
    span = mistake.place()
    edits: tuple[Edit, ...] = ()
    node = node_at(mistake.tree, mistake.loc)
    if (
        isinstance(node, Scalar)
        and re.fullmatch(r"[\w-]+(,? [\w-]+)*", node.text)
        and not node.quoted
    ):
        edits = (
            (Edit(span, f"[{', '.join(re.split(r', ?| ', node.text))}]"),)
            if is_ids(node.text)
            else ()
        )
    return "E-TYPE", span, f"{mistake.what} takes a list.", list_hint(mistake), edits


def is_ids(text: str) -> bool:
    return re.fullmatch(r"[a-z0-9-]+(, ?[a-z0-9-]+)*", text) is not None


def list_hint(mistake: Mistake) -> str:
    inner = group_in(getattr(mistake.group.model_fields.get(mistake.name), "annotation", None))
    if inner is not None:
        first = next(iter(inner.model_fields))
        return f"Under  {mistake.name}:  start each entry with a hyphen:  - {first}: ..."
    if isinstance(mistake.value, str) and is_ids(mistake.value):
        return f"Write  {mistake.name}: [{', '.join(re.split(r', ?', mistake.value))}]"
    example = "essex" if mistake.name == "places" else "first, second"
    return f"Write  {mistake.name}: [{example}]  or each on its own line after a hyphen."


def not_a_group(mistake: Mistake) -> Problem:
    annotation = getattr(mistake.group.model_fields.get(mistake.name), "annotation", None)
    fields = list((group_in(annotation) or mistake.model).model_fields)
    span = mistake.place()
    glued = re.match(r"([a-z_]+):(\S.*)", mistake.value) if isinstance(mistake.value, str) else None
    if glued and glued[1] in fields:
        edit = Edit(span, f"{glued[1]}: {glued[2]}")
        return (
            "E-TYPE",
            span,
            f"There is no space after the colon of '{glued[1]}'.",
            f"Write  {edit.replacement}",
            (edit,),
        )
    hint = f"Write  {fields[0]}: ...  on a line under it, two spaces further in. Its fields are {', '.join(fields)}."
    return (
        "E-TYPE",
        span,
        f"{mistake.what} takes fields of its own, not {kind_of(mistake.value)}.",
        hint,
        (),
    )


def takes(words: str, hint: str) -> Callable[[Mistake], Problem]:
    def describe_it(mistake: Mistake) -> Problem:
        return (
            "E-TYPE",
            mistake.place(),
            f"{mistake.what} takes {words}, not {kind_of(mistake.value)}.",
            hint,
            (),
        )

    return describe_it
