"""What pydantic finds wrong, in the words of people who write; one small function per mistake."""

from __future__ import annotations

import re
from collections.abc import Callable

from cbsite.diagnostics import Edit, nearest
from cbsite.read.mistake import Mistake, Problem, kind_of, node_at, place_of, words_for
from cbsite.read.model_fields import allowed_at
from cbsite.read.type_words import list_hint, not_a_group, not_a_list, not_words, takes
from cbsite.read.yaml_tree import Mapping


def describe(mistake: Mistake) -> Problem:
    """The mistake in plain words."""
    return WORDS.get(mistake.kind, _other)(mistake)


def _missing(mistake: Mistake) -> Problem:
    *above, name = mistake.loc
    outer = node_at(mistake.tree, tuple(above))
    key = outer.key(str(name)) if isinstance(outer, Mapping) else None
    if key is not None:
        return (
            "E-REQ",
            key.span,
            f"'{name}' is empty.",
            f"Write it after the colon:  {name}: ...",
            (),
        )
    what = words_for(tuple(above), mistake.noun)
    what = what if above else f"The {what}"
    return (
        "E-REQ",
        place_of(mistake.tree, tuple(above)),
        f"{what} has no {name}.",
        f"Add a line  {name}: ...",
        (),
    )


def _empty(mistake: Mistake) -> Problem:
    return (
        "E-REQ",
        mistake.place(),
        f"{mistake.what} is empty.",
        "Write something between the quotes.",
        (),
    )


def _too_few(mistake: Mistake) -> Problem:
    least = mistake.context.get("min_length", 1)
    entries = "one entry" if least == 1 else f"{least} entries"
    hint = list_hint(mistake)
    if mistake.name == "views" and mistake.value:
        hint = "Add a second view, or write it as text."
    elif mistake.value:
        hint = f"Add {least - len(mistake.value)} more."
    return "E-REQ", mistake.place(), f"{mistake.what} needs at least {entries}.", hint, ()


def _too_many(mistake: Mistake) -> Problem:
    most = int(mistake.context["max_length"])
    return (
        "E-VALUE",
        mistake.place(),
        f"{mistake.what} takes at most {most}, and here are {len(mistake.value)}.",
        f"Take {len(mistake.value) - most} out.",
        (),
    )


def _bound(context: str, said: str, hint: str) -> Callable[[Mistake], Problem]:
    """The words for a number beyond a bound, which pydantic gives as `context`."""

    def describe_it(mistake: Mistake) -> Problem:
        bound = mistake.context[context]
        message = f"{mistake.what} is {mistake.value}, but {said} {bound}."
        return "E-VALUE", mistake.place(), message, f"Write {hint.format(bound)}.", ()

    return describe_it


def _unknown_key(mistake: Mistake) -> Problem:
    *above, name = mistake.loc
    outer = node_at(mistake.tree, tuple(above))
    key = outer.key(str(name)) if isinstance(outer, Mapping) else None
    span = key.span if key else mistake.place()
    fields = list(mistake.group.model_fields)
    owner = f"the {mistake.noun}" if not above else words_for(tuple(above), mistake.noun)
    message = f"'{name}' is not a field of {owner[0].lower() + owner[1:]}."
    if better := nearest(str(name), fields):
        return (
            "E-KEY",
            span,
            message,
            f"Did you mean {better}?",
            (Edit(span, better),) if key else (),
        )
    return "E-KEY", span, message, "Its fields are " + ", ".join(fields) + ".", ()


def _not_allowed(mistake: Mistake) -> Problem:
    allowed = allowed_at(mistake.model, mistake.loc)
    choices = "Write one of: " + ", ".join(allowed) + "."
    if not isinstance(mistake.value, str):
        return (
            "E-TYPE",
            mistake.place(),
            f"{mistake.what} takes one word, not {kind_of(mistake.value)}.",
            choices,
            (),
        )
    span = mistake.place()
    message = f"'{mistake.value}' is not allowed for '{mistake.name}'."
    if better := nearest(mistake.value, allowed):
        return "E-ENUM", span, message, f"Did you mean {better}? {choices}", (Edit(span, better),)
    return "E-ENUM", span, message, choices, ()


def _date(mistake: Mistake) -> Problem:
    hint = str(mistake.context.get("hint", "Write for example 2012-05-21."))
    span = mistake.place()
    iso = re.fullmatch(r"Write (\d{4}-\d{2}-\d{2})", hint)
    return "E-DATE", span, mistake.said, hint, (Edit(span, iso[1]),) if iso else ()


def _value(mistake: Mistake) -> Problem:
    message, hint = str(mistake.context["message"]), str(mistake.context["hint"])
    # A problem of a group may say which of its fields is wrong.
    span = place_of(mistake.tree, (*mistake.loc, *mistake.context.get("at", ())))
    return "E-VALUE", span, message, hint, ()


def _pattern(mistake: Mistake) -> Problem:
    hint = (
        "Write for example  hub@example.org"
        if mistake.name == "email"
        else f"Look at '{mistake.name}' in another record."
    )
    return (
        "E-VALUE",
        mistake.place(),
        f"'{mistake.value}' cannot be used for '{mistake.name}'.",
        hint,
        (),
    )


def _other(mistake: Mistake) -> Problem:
    hint = "Compare it with the same field of another record."
    return "E-VALUE", mistake.place(), f"{mistake.what} cannot be used as it is written.", hint, ()


WORDS: dict[str, Callable[[Mistake], Problem]] = {
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
