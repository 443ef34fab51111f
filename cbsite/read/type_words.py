"""Values of the wrong type, in plain words: words, lists, groups of fields."""

from __future__ import annotations

import re
from collections.abc import Callable

from cbsite.diagnostics import Diagnostic, Edit, diagnose
from cbsite.read.mistake import Mistake, kind_of, node_at
from cbsite.read.model_fields import group_in, holds_ids
from cbsite.read.yaml_lines import quote
from cbsite.read.yaml_tree import Mapping, Scalar, Sequence
from cbsite.records.fields import slug_problem, suggest_slug

_NONE = ("none", "n/a", "na", "nil", "nothing", "tbc", "-", "no")

_BY_COMMAS = re.compile(r"[^\s,;]+(?:\s*[,;]\s*[^\s,;]+)*")
"""Ids with commas between them; words with spaces alone may be one thing."""


def not_words(mistake: Mistake) -> Diagnostic:
    if mistake.value is None:
        return diagnose(
            "E-REQ", mistake.place(), f"{mistake.what} is empty.", "Write something, or delete the line."
        )  # fmt: skip
    node = node_at(mistake.tree, mistake.loc)
    message = f"{mistake.what} takes words, not {kind_of(mistake.value)}."
    span = node.span if node else mistake.place()
    start, end = span.start, span.end
    if isinstance(node, Mapping | Sequence) and start and end and start.line == end.line:
        typed = span.text[start.column - 1 : end.column - 1]
        if typed[:1] in ("[", "{"):
            return diagnose(
                "E-TYPE", span, message, "Put quotes round it.", (Edit(span, quote(typed)),), safe=False
            )  # fmt: skip
    return diagnose("E-TYPE", mistake.place(), message, "Write it as words on one line.")


def not_a_list(mistake: Mistake) -> Diagnostic:
    message = f"{mistake.what} takes a list."
    node = node_at(mistake.tree, mistake.loc)
    if not isinstance(node, Scalar) or not node.text or "\n" in node.text:
        return diagnose("E-TYPE", mistake.place(), message, list_hint(mistake))
    annotation = getattr(mistake.group.model_fields.get(mistake.name), "annotation", None)
    if group_in(annotation) is not None:
        return _not_a_list_of_groups(mistake, node, message)
    if node.text.strip().lower() in _NONE:
        hint = "Delete the line where there is none, or write [] for an empty list."
        return diagnose("E-TYPE", node.span, message, hint, (Edit(node.span, "[]"),), safe=False)
    hint = "Put it between square brackets, with a comma between any two entries."
    if holds_ids(annotation):
        words = [word for word in re.split(r"[,;]\s*|\s+and\s+", node.text.strip("() ")) if word]
        if len(words) == 1 and " " in words[0] and not any(map(slug_problem, words[0].split())):
            words = words[0].split()
        ids = [word if not slug_problem(word) else suggest_slug(word) for word in words]
        if all(ids):
            edits = (Edit(node.span, f"[{', '.join(ids)}]"),)
            return diagnose(
                "E-TYPE",
                node.span,
                message,
                hint,
                edits,
                safe=ids == words and _BY_COMMAS.fullmatch(node.text.strip()) is not None,
            )
        return diagnose("E-TYPE", node.span, message, list_hint(mistake))
    edits = (Edit(node.span, f"[{quote(node.text)}]"),)
    return diagnose("E-TYPE", node.span, message, hint, edits, safe=False)


def _not_a_list_of_groups(mistake: Mistake, node: Scalar, message: str) -> Diagnostic:
    annotation = getattr(mistake.group.model_fields.get(mistake.name), "annotation", None)
    inner = group_in(annotation)
    first = next(iter(inner.model_fields)) if inner else ""
    if first == "id" and not slug_problem(node.text):
        edits = (Edit(node.span, f"[{{id: {node.text}}}]"),)
        hint = "Write each entry as a group of fields between curly brackets."
        return diagnose("E-TYPE", node.span, message, hint, edits, safe=False)
    return diagnose("E-TYPE", node.span, message, list_hint(mistake))


def list_hint(mistake: Mistake) -> str:
    inner = group_in(getattr(mistake.group.model_fields.get(mistake.name), "annotation", None))
    if inner is not None:
        first = next(iter(inner.model_fields))
        return f"Start each entry under '{mistake.name}' on its own line with a hyphen and the field '{first}'."
    example = "essex" if mistake.name == "places" else "first, second"
    return f"Write it like {mistake.name}: [{example}], or put each entry on its own line after a hyphen."


def not_a_group(mistake: Mistake) -> Diagnostic:
    annotation = getattr(mistake.group.model_fields.get(mistake.name), "annotation", None)
    fields = list((group_in(annotation) or mistake.model).model_fields)
    span = mistake.place()
    node = node_at(mistake.tree, mistake.loc)
    glued = re.match(r"([a-z_]+):(\S.*)", mistake.value) if isinstance(mistake.value, str) else None
    if glued and glued[1] in fields:
        return diagnose(
            "E-YAML-SPACE",
            span,
            f"There is no space after the colon of '{glued[1]}'.",
            "Put a space after the colon.",
            (Edit(span, f"{glued[1]}: {glued[2]}"),),
        )
    message = f"{mistake.what} takes fields of its own, not {kind_of(mistake.value)}."
    if isinstance(node, Scalar) and fields[0] == "id" and not slug_problem(node.text):
        edits = (Edit(node.span, f"{{id: {node.text}}}"),)
        return diagnose("E-TYPE", span, message, "Write it as a group with an id.", edits)
    return diagnose(
        "E-TYPE", span, message,
        f"Write its fields on the lines under it, two spaces further in: {', '.join(fields)}.",
    )  # fmt: skip


def takes(words: str, hint: str) -> Callable[[Mistake], Diagnostic]:
    def describe_it(mistake: Mistake) -> Diagnostic:
        return diagnose(
            "E-TYPE",
            mistake.place(),
            f"{mistake.what} takes {words}, not {kind_of(mistake.value)}.",
            hint,
        )

    return describe_it
