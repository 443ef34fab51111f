"""What pydantic finds wrong, in the words of people who write; one small function per mistake."""

from __future__ import annotations

from collections.abc import Callable

from cbsite.diagnostics import CODES, Diagnostic, Edit, diagnose, nearest
from cbsite.read.mistake import Mistake, kind_of, node_at, place_of, words_for
from cbsite.read.model_fields import allowed_at
from cbsite.read.outside_group import outside_group
from cbsite.read.spelling import same_letters
from cbsite.read.type_words import list_hint, not_a_group, not_a_list, not_words, takes
from cbsite.read.yaml_lines import quote
from cbsite.read.yaml_tree import Mapping, Scalar, Value


def describe(mistake: Mistake) -> Diagnostic:
    """The mistake in plain words."""
    return WORDS.get(mistake.kind, _other)(mistake)


def _missing(mistake: Mistake) -> Diagnostic:
    *above, name = mistake.loc
    outer = node_at(mistake.tree, tuple(above))
    key = outer.key(str(name)) if isinstance(outer, Mapping) else None
    if name == "alt":
        return diagnose(
            "E-ALT",
            key.span if key else place_of(mistake.tree, tuple(above)),
            "The picture has no words for people who cannot see it.",
            'Say after alt: what matters in it, or write alt: "" if it is only decoration.',
        )
    if key is not None:
        return diagnose(
            "E-REQ", key.span, f"'{name}' is empty.", "Write the value after the colon."
        )
    what = words_for(tuple(above), mistake.noun)
    what = what if above else f"The {what}"
    hint = f"Add a line that begins with {name}: and gives it."
    return diagnose("E-REQ", place_of(mistake.tree, tuple(above)), f"{what} has no {name}.", hint)


def _empty(mistake: Mistake) -> Diagnostic:
    return diagnose(
        "E-REQ", mistake.place(), f"{mistake.what} is empty.", "Write something between the quotes."
    )  # fmt: skip


def _too_few(mistake: Mistake) -> Diagnostic:
    least = mistake.context.get("min_length", 1)
    entries = "one entry" if least == 1 else f"{least} entries"
    hint = list_hint(mistake)
    if mistake.name == "views" and mistake.value:
        hint = "Add a second view, or write it as text."
    elif mistake.value:
        hint = f"Add {least - len(mistake.value)} more."
    return diagnose("E-REQ", mistake.place(), f"{mistake.what} needs at least {entries}.", hint)


def _too_many(mistake: Mistake) -> Diagnostic:
    most = int(mistake.context["max_length"])
    return diagnose(
        "E-VALUE",
        mistake.place(),
        f"{mistake.what} takes at most {most}, and here are {len(mistake.value)}.",
        f"Take {len(mistake.value) - most} out.",
    )


def _bound(context: str, said: str, hint: str) -> Callable[[Mistake], Diagnostic]:
    """The words for a number beyond a bound, which pydantic gives as `context`."""

    def describe_it(mistake: Mistake) -> Diagnostic:
        bound = mistake.context[context]
        message = f"{mistake.what} is {mistake.value}, but {said} {bound}."
        return diagnose("E-VALUE", mistake.place(), message, f"Write {hint.format(bound)}.")

    return describe_it


def _unknown_key(mistake: Mistake) -> Diagnostic:
    *above, name = mistake.loc
    outer = node_at(mistake.tree, tuple(above))
    key = outer.key(str(name)) if isinstance(outer, Mapping) else None
    span = key.span if key else mistake.place()
    fields = list(mistake.group.model_fields)
    owner = f"the {mistake.noun}" if not above else words_for(tuple(above), mistake.noun)
    message = f"'{name}' is not a field of {owner[0].lower() + owner[1:]}."
    if above == ["checks"] and str(name).upper() in CODES:
        message, hint = "Errors cannot be set to another level.", "Delete the line."
        return diagnose("E-KEY", span, message, hint)
    if key and isinstance(outer, Mapping) and (cause := outside_group(mistake, outer, key)):
        return cause
    if better := nearest(str(name), fields):
        hint = f"Write {better} if that is what was meant."
        edits = (Edit(span, better),) if key else ()
        return diagnose("E-KEY", span, message, hint, edits, safe=False)
    return diagnose("E-KEY", span, message, "Use one of its fields: " + ", ".join(fields) + ".")


def _not_allowed(mistake: Mistake) -> Diagnostic:
    allowed = allowed_at(mistake.model, mistake.loc)
    choices = "Write one of: " + ", ".join(allowed) + "."
    span = mistake.place()
    if not isinstance(mistake.value, str):
        message = f"{mistake.what} takes one word, not {kind_of(mistake.value)}."
        return diagnose("E-TYPE", span, message, choices)
    message = f"'{mistake.value}' is not allowed for '{mistake.name}'."
    same = same_letters(mistake.value, allowed)
    if better := same or nearest(mistake.value, allowed):
        return diagnose(
            "E-ENUM", span, message, choices, (Edit(span, better),), safe=same is not None
        )
    return diagnose("E-ENUM", span, message, choices)


def _date(mistake: Mistake) -> Diagnostic:
    hint = str(mistake.context.get("hint", "Write for example 2012-05-21."))
    node = node_at(mistake.tree, mistake.loc)
    if isinstance(node, Mapping):
        node = node.get("date")
    span = node.span if isinstance(node, Scalar) else mistake.place()
    edits, safe = _replacement(mistake, node)
    return diagnose("E-DATE", span, mistake.said, hint, edits, safe)


def _value(mistake: Mistake, code: str = "E-VALUE") -> Diagnostic:
    message, hint = str(mistake.context["message"]), str(mistake.context["hint"])
    # A problem of a group may say which of its fields is wrong.
    at = (*mistake.loc, *mistake.context.get("at", ()))
    edits, safe = _replacement(mistake, node_at(mistake.tree, at))
    return diagnose(code, place_of(mistake.tree, at), message, hint, edits, safe)


def _needed(mistake: Mistake) -> Diagnostic:
    return _value(mistake, "E-REQ")


def _replacement(mistake: Mistake, node: Value | None) -> tuple[tuple[Edit, ...], bool]:
    """The edit that a record type proposes for one of its values, and whether it is safe."""
    instead = mistake.context.get("instead")
    span = node.span if isinstance(node, Scalar) else None
    if (
        not instead
        or not span
        or not span.start
        or not span.end
        or span.start.line != span.end.line
    ):
        return (), True
    typed = span.text[span.start.column - 1 : span.end.column - 1]
    if isinstance(node, Scalar) and node.quoted and typed[:1] in ("'", '"'):
        instead = instead if instead.startswith("{") else quote(instead)
    return (Edit(span, instead),), bool(mistake.context.get("safe", True))


def _pattern(mistake: Mistake) -> Diagnostic:
    hint = f"Look at '{mistake.name}' in another record."
    if mistake.name == "email":
        hint = "Write for example hub@example.org."
    message = f"'{mistake.value}' cannot be used for '{mistake.name}'."
    return diagnose("E-VALUE", mistake.place(), message, hint)


def _other(mistake: Mistake) -> Diagnostic:
    hint = "Compare it with the same field of another record."
    message = f"{mistake.what} cannot be used as it is written."
    return diagnose("E-VALUE", mistake.place(), message, hint)


WORDS: dict[str, Callable[[Mistake], Diagnostic]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "literal_error": _not_allowed,
    "string_too_short": _empty,
    "too_short": _too_few,
    "too_long": _too_many,
    "greater_than_equal": _bound("ge", "cannot be less than", "{} or more"),
    "less_than_equal": _bound("le", "cannot be more than", "{} or less"),
    "greater_than": _bound("gt", "must be more than", "a number above {}"),
    "less_than": _bound("lt", "must be less than", "a number below {}"),
    "date": _date,
    "value": _value,
    "needed": _needed,
    "string_type": not_words,
    "tuple_type": not_a_list,
    "model_type": not_a_group,
    "dict_type": not_a_group,
    "model_attributes_type": not_a_group,
    "string_pattern_mismatch": _pattern,
    "date_type": takes("a day", "Write for example 2012-05-21."),
    "bool_type": takes("true or false", "Write true or false."),
    "decimal_type": takes("a number", "Write digits only, such as 120000."),
    "is_instance_of": takes("a number", "Write digits only, such as 120000."),
}
"""By pydantic's name for the mistake. What is not here is said by `_other`."""
