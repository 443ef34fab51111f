"""What the fields of records are made of: text, ids, numbers, addresses."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
)

from cbsite.names import is_device
from cbsite.records import forms
from cbsite.records.amounts import digits_in
from cbsite.records.marks import FileMark, Form, Ref
from cbsite.records.part import problem

_NO_NAME = re.compile(r"[@;,:#]|^[^A-Za-z]*$|^\W*\w(?: \w)+\W*$")
"""What is no name to make an id from: an e-mail address, several entries, a telephone number, single letters."""

_CONTROLS = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]"
)


def _text(value: str) -> str:
    if found := _CONTROLS.search(value):
        name = f"U+{ord(found[0]):04X}"
        raise problem(
            f"The text holds a character that cannot be seen ({name}).",
            "Type the words afresh here.",
        )
    return value


def _words(value: str) -> str:
    if value == "~":
        raise problem("A ~ stands where words are meant.", "Write the words, or delete the line.")
    return _text(value)


def _title(value: str) -> str:
    if len(value) > forms.LONGEST_TITLE:
        raise problem(
            f"The title has {len(value)} characters.",
            f"Shorten it to {forms.LONGEST_TITLE} or fewer.",
        )
    if value.endswith(".") and not value.endswith("..."):
        raise problem(
            "The title ends with a full stop.",
            "Take the full stop out.",
            instead=value.rstrip("."),
            safe=False,
        )
    return value


def _summary(value: str) -> str:
    fewest, most = forms.SUMMARY
    if not fewest <= len(value) <= most:
        raise problem(
            f"The summary has {len(value)} characters.",
            f"Write one or two sentences, {fewest} to {most} characters in all.",
        )
    return value


def slug_problem(value: str) -> str | None:
    """Why `value` cannot be an id (and so part of an address), or None if it can."""
    if not re.fullmatch(forms.SLUG, value):
        return "An id has only small letters a to z, digits, and single hyphens between them"
    if len(value) > forms.LONGEST_SLUG:
        return f"An id has at most {forms.LONGEST_SLUG} characters"
    if is_device(value):
        return "Windows keeps this name for itself"
    return None


def suggest_slug(value: str) -> str:
    """An id made from any text; may be empty."""
    return re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-")[: forms.LONGEST_SLUG].strip("-")


def _slug(value: str) -> str:
    if why := slug_problem(value):
        better = suggest_slug(value)
        if not better or slug_problem(better) or _NO_NAME.search(value):
            raise problem(
                f"'{value}' cannot be an id. {why}.", "Write for example greater-manchester."
            )
        # Whether a record has such an id is not known here.
        raise problem(
            f"'{value}' cannot be an id. {why}.",
            "Write it with small letters, digits and hyphens.",
            instead=better,
            safe=False,
        )
    return value


def _number(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(forms.NUMBER, value):
        instead, safe = digits_in(value)
        raise problem(
            f"'{value}' is not a number in digits only.",
            "Write digits only, such as 120000 or -0.5, without commas or words.",
            instead=instead,
            safe=safe,
        )
    return Decimal(value)


def _flag(value: Any) -> Any:
    words = {"true": True, "yes": True, "false": False, "no": False}
    if not isinstance(value, str):
        return value
    if value.lower() not in words:
        meant = {"y": "yes", "on": "yes", "1": "yes", "n": "no", "off": "no", "0": "no"}
        raise problem(
            f"'{value}' is neither true nor false.",
            "Write true or false.",
            instead=meant.get(value.lower(), ""),
            safe=False,
        )
    return words[value.lower()]


def is_web_address(value: str) -> bool:
    """Whether `value` is a whole http or https address with a host."""
    if not re.fullmatch(forms.WEB_ADDRESS, value):
        return False
    try:
        return bool(urlsplit(value).hostname)
    except ValueError:
        return False


def _web_address(value: str) -> str:
    if not is_web_address(value):
        bare = re.fullmatch(r"(?:www\.|[a-z0-9-]+\.)[^\s/]+\.[a-z]{2,}(?:/\S*)?", value)
        raise problem(
            f"'{value}' is not a web address.",
            "Write it whole, from https:// on, without spaces.",
            instead=f"https://{value}" if bare and is_web_address(f"https://{value}") else "",
            safe=False,
        )
    return value


def _email(value: str) -> str:
    if not re.fullmatch(forms.EMAIL, value):
        raise problem(f"'{value}' is not an e-mail address.", "Write for example hub@example.org.")
    return value


def _language(value: str) -> str:
    if not re.fullmatch(forms.LANGUAGE_TAG, value):
        raise problem(
            f"'{value}' is not a language tag.", "Write for example en-GB, or cy for Welsh."
        )
    return value


def _file_path(value: str) -> str:
    if re.match(forms.ELSEWHERE, value):
        raise problem(
            f"'{value}' is not a file of this hub.",
            "Put the file into content/, and write the path from this file to it, such as form.pdf.",
        )
    return value


def _reference(value: str) -> str:
    kind, colon, id = value.partition(":")
    if not colon or not kind or slug_problem(id):
        raise problem(
            f"'{value}' does not say what it refers to.",
            "Write the kind, a colon and the id, such as pilot:whole-place-essex.",
        )
    return value


Text = Annotated[str, Field(min_length=1), AfterValidator(_words)]

TextOrNothing = Annotated[str, AfterValidator(_text), Form("text or none")]
"""Words, or `""` where there are none on purpose: an empty cell, a picture that is only decoration."""

Title = Annotated[Text, AfterValidator(_title), Form("title")]

Summary = Annotated[Text, AfterValidator(_summary), Form("summary")]

Slug = Annotated[str, AfterValidator(_slug), Form("id")]

Number = Annotated[Decimal, BeforeValidator(_number)]

Flag = Annotated[bool, BeforeValidator(_flag)]

WebAddress = Annotated[Text, AfterValidator(_web_address), Form("web address")]

FilePath = Annotated[Text, AfterValidator(_file_path), FileMark()]
"""A file: a path from the record's own file, or from `/`, which is `content/`; as links in prose have it."""

PicturePath = Annotated[Text, AfterValidator(_file_path), FileMark(picture=True)]
"""A file that is a picture; a path as `FilePath` has it."""

Email = Annotated[Text, AfterValidator(_email), Form("e-mail address")]

Language = Annotated[str, AfterValidator(_language), Form("language tag")]

Reference = Annotated[str, AfterValidator(_reference), Ref()]
"""A record of any kind: `pilot:whole-place-essex`."""

ContactId = Annotated[Slug, Ref("contact")]
"""An organisation or a person, whose ids share one space."""

EventId = Annotated[Slug, Ref("event")]

FigureId = Annotated[Slug, Ref("figure")]

HubId = Annotated[Slug, Ref("hub")]

OrganisationId = Annotated[Slug, Ref("organisation")]

PilotId = Annotated[Slug, Ref("pilot")]

PlaceId = Annotated[Slug, Ref("place")]

ProgrammeId = Annotated[Slug, Ref("programme")]

SourceId = Annotated[Slug, Ref("source")]

TermId = Annotated[Slug, Ref("term")]

ThemeId = Annotated[Slug, Ref("theme")]

TopicId = Annotated[Slug, Ref("topic")]
