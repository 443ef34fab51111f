"""What an editor can check of one value, by its form, as JSON Schema.

Editors read YAML 1.2 and make numbers and true or false of what cbsite reads as text, and null of an empty field.
All of that must pass, but an editor offers `true` and `null` wherever a `type` names them. So a value is one of
some choices, of which the last names the types that it is not.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cbsite.records import forms

Schema = dict[str, Any]

_MONTH_AND_DAY = (
    "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|[12][0-9]))"
)
_MONTH = "(?:0[1-9]|1[0-2])"
_EDTF = f"[0-9]{{4}}(?:-(?:{_MONTH}|{_MONTH_AND_DAY}))?[~?%]?"

_PATTERNS = {
    "id": (f"^{forms.SLUG}$", "An id has only small letters a to z, digits, and single hyphens."),
    "reference": (
        f"^[^:]+:{forms.SLUG}$",
        "Write the kind, a colon and the id, such as  pilot:whole-place-essex",
    ),
    "day": (f"^[0-9]{{4}}-{_MONTH_AND_DAY}$", "Write a whole day, such as 2012-05-21."),
    "date": (
        f"^{_EDTF}(?:/{_EDTF})?$",
        "Write a date such as 2012, 2012-05, 2012-05-21, 2012-05~ or 2012-05/2012-06.",
    ),
    "number": (f"^{forms.NUMBER}$", "Write digits only, such as 120000."),
    "title": (
        r"(^|[^.]|\.\.\.)$",
        f"A title has at most {forms.LONGEST_TITLE} characters and no full stop at its end.",
    ),
    "web address": (f"^{forms.WEB_ADDRESS}$", "Write it whole, from https:// on."),
    "e-mail address": (f"^{forms.EMAIL}$", "Write for example  hub@example.org"),
    "language tag": (f"^{forms.LANGUAGE_TAG}$", "Write for example en-GB."),
    "file": (
        f"^(?!{forms.ELSEWHERE})",
        "Write the path from this file to it, such as  form.pdf",
    ),
    "GSS code": (f"^{forms.GSS_CODE}$", "Write one letter and eight digits, such as E10000012."),
}
"""What text of a form looks like, and what to write, for who has written something else."""

_LENGTHS: dict[str, Schema] = {
    "text or none": {},
    "id": {"maxLength": forms.LONGEST_SLUG},
    "title": {"minLength": 1, "maxLength": forms.LONGEST_TITLE},
    "summary": {"minLength": forms.SUMMARY[0], "maxLength": forms.SUMMARY[1]},
}
_LENGTH_WORDS = {
    "summary": "Write one or two sentences, {} to {} characters in all.".format(*forms.SUMMARY)
}

_AS_TEXT: Schema = {"type": "string"}
_TYPES: dict[str, Schema] = {
    "text": {"type": ["string", "number"]},
    "id": {"type": ["string", "integer"], "minimum": 0},
    "date": {"type": ["string", "integer"], "minimum": 1000, "maximum": 9998},
    "number": {"type": ["number", "string"]},
    "day": _AS_TEXT,
    "web address": _AS_TEXT,
    "e-mail address": _AS_TEXT,
    "language tag": _AS_TEXT,
    "GSS code": _AS_TEXT,
    "reference": _AS_TEXT,
}
"""What an editor takes values of a form for; those of other forms for what it takes text for."""

_YES_OR_NO = "^(?:[Yy][Ee][Ss]|[Nn][Oo]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$"


def value_of(form: str, needed: bool) -> Schema:
    """The schema of a value that is no group, no word and no flag; `needed`: it may not be empty."""
    pattern, words = _PATTERNS.get("file" if form == "picture" else form, ("", ""))
    words = words or _LENGTH_WORDS.get(form, "Write words, on one line.")
    shape = {
        **_TYPES.get(form, _TYPES["text"]),
        **_LENGTHS.get(form, {"minLength": 1}),
        **({"pattern": pattern} if pattern else {}),
        "errorMessage": words,
    }
    # `true` may be a word or an id; it is never a date, a number, an address or a code.
    may_be_true = form in ("text", "id") or form not in _TYPES
    return any_of(shape, *_also(["boolean"] if may_be_true else [], needed))


def yes_or_no(needed: bool) -> Schema:
    """The schema of a flag."""
    words = "Write yes or no."
    some = {"enum": [True, False], "errorMessage": words}
    loud = {"type": "string", "pattern": _YES_OR_NO, "errorMessage": words}
    return any_of(some, loud, *_also([], needed))


def one_of(words: Iterable[str], needed: bool) -> Schema:
    """The schema of a field that takes one of some words. Words of digits may have quotes or none."""
    given = tuple(words)
    plain = [int(word) if word.isdigit() else word for word in given]
    choices: list[Schema] = [{"enum": plain}]
    if any(isinstance(word, int) for word in plain):
        choices.append({"type": "string", "pattern": f"^(?:{'|'.join(given)})$"})
    return any_of(*choices, *_also([], needed))


def any_of(*choices: Schema) -> Schema:
    """What at least one choice takes; choices among them are taken apart."""
    flat = [one for choice in choices for one in choice.get("anyOf", [choice])]
    return flat[0] if len(flat) == 1 else {"anyOf": flat}


def a_list(items: Schema, needed: bool, words: str) -> Schema:
    return {"items": items, **_only("array", needed, words)}


def a_group(properties: Schema, required: list[str], needed: bool) -> Schema:
    """The schema of a group of fields, which has no others."""
    words = f"Write its fields on lines of their own: {', '.join(properties)}."
    return {
        "properties": properties,
        "required": required,
        "additionalProperties": False,
        **_only("object", needed, words),
    }


def _only(kind: str, needed: bool, words: str) -> Schema:
    """What refuses values of other types. An editor sees by the rest what it should offer."""
    refused = [one for one in (*_ALL, "null") if one != kind and (needed or one != "null")]
    return {"if": {"type": refused}, "then": {"type": kind, "errorMessage": words}}


_ALL = ("array", "boolean", "number", "object", "string")


def _also(types: list[str], needed: bool) -> list[Schema]:
    """What takes values of these types too, and without `needed` an empty field."""
    refused = [one for one in _ALL if one not in types]
    if not types and needed:
        return []
    return [{"not": {"type": [*refused, *(["null"] if needed else [])]}}]
