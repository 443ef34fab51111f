"""What the fields of records are made of: text, ids, references, citations."""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, Self, TypeVar, Union, get_args, get_origin
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)
from pydantic_core import InitErrorDetails, PydanticCustomError

from cbsite.names import is_device
from cbsite.records.amounts import digits_in

M = TypeVar("M")

Loc = tuple[str | int, ...]
"""Where a value is in a record: `("source", "id")`, `("members", 2)`."""

Rule = Callable[[Any], Iterator[PydanticCustomError]]
_RULES: set[Rule] = set()

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NO_NAME = re.compile(r"[@;,:#]|^[^A-Za-z]*$|^\W*\w(?: \w)+\W*$")
"""What is no name to make an id from: an e-mail address, several entries, a telephone number, single letters."""

_CONTROLS = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]"
)


class Part(BaseModel):
    """A group of fields inside a record. Strict: unknown keys are errors, values are never guessed."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    @model_validator(mode="after")
    def _keeps_all_rules(self) -> Self:
        """All that breaks a rule is told in one go; pydantic would stop at the first validator that fails."""
        found = [problem for each in _rules_of(type(self)) for problem in each(self)]
        if found:
            details = [InitErrorDetails(type=one, input=self) for one in found]
            raise ValidationError.from_exception_data(type(self).__name__, details)
        return self


def rule(check: Rule) -> Rule:
    """Marks a method of a Part that gives what is wrong between fields which are right by themselves."""
    _RULES.add(check)
    return check


@cache
def _rules_of(model: type[Part]) -> tuple[Rule, ...]:
    """The rules of a type, those of what it is made from first."""
    own = (item for base in reversed(model.__mro__) for item in vars(base).values())
    return tuple(item for item in own if isinstance(item, types.FunctionType) and item in _RULES)


def problem(
    message: str, hint: str, code: str = "value", instead: str = "", safe: bool = True
) -> PydanticCustomError:
    """A validation error in the author's words; `hint` says what to do.

    `instead` is what to write in place of the value, where that is known; `safe` if nothing else can be meant.
    """
    context = {"message": message, "hint": hint, "instead": instead, "safe": safe}
    return PydanticCustomError(code, "{message}", context)


def problem_at(loc: Loc, message: str, hint: str, code: str = "value") -> PydanticCustomError:
    """A problem that shows only in the whole group: `loc` is where in it the author should look."""
    return PydanticCustomError(code, "{message}", {"message": message, "hint": hint, "at": loc})


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
    if len(value) > 90:
        raise problem(f"The title has {len(value)} characters.", "Shorten it to 90 or fewer.")
    if value.endswith(".") and not value.endswith("..."):
        raise problem(
            "The title ends with a full stop.",
            "Take the full stop out.",
            instead=value.rstrip("."),
            safe=False,
        )
    return value


def _summary(value: str) -> str:
    if not 40 <= len(value) <= 220:
        raise problem(
            f"The summary has {len(value)} characters.",
            "Write one or two sentences, 40 to 220 characters in all.",
        )
    return value


def slug_problem(value: str) -> str | None:
    """Why `value` cannot be an id (and so part of an address), or None if it can."""
    if not _SLUG.fullmatch(value):
        return "An id has only small letters a to z, digits, and single hyphens between them"
    if len(value) > 60:
        return "An id has at most 60 characters"
    if is_device(value):
        return "Windows keeps this name for itself"
    return None


def suggest_slug(value: str) -> str:
    """An id made from any text; may be empty."""
    return re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-")[:60].strip("-")


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
    if not re.fullmatch(r"-?[0-9]{1,18}(\.[0-9]{1,9})?", value):
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
    if not re.fullmatch(r"https?://[^\s<>\"'`{}|\\^]+", value):
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
    if not re.fullmatch(r"[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\"]+", value):
        raise problem(f"'{value}' is not an e-mail address.", "Write for example hub@example.org.")
    return value


def _language(value: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", value):
        raise problem(
            f"'{value}' is not a language tag.", "Write for example en-GB, or cy for Welsh."
        )
    return value


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a text field that holds the id of another record of this kind.

    Without a kind, the field holds a whole reference, `kind:id`.
    """

    kind: str = ""

    def names(self, value: str) -> tuple[str, str]:
        """The kind and the id that a value of the field names."""
        if self.kind:
            return self.kind, value
        kind, _, id = value.partition(":")
        return kind, id


@dataclass(frozen=True, slots=True)
class Form:
    """Marks a text field that takes more than any words: what it takes, in the words of authors."""

    name: str


@dataclass(frozen=True, slots=True)
class FileMark:
    """Marks a text field that names a file of the hub; `picture`: one that can be shown as a picture."""

    picture: bool = False


@dataclass(frozen=True, slots=True)
class ForAuthors:
    """Marks a field with what only its authors have to know, beside its description: data users see that alone.

    `words` is what else to write or do; `needed` when a field is needed that is not always: `where story is yes`.
    """

    words: str = ""
    needed: str = ""


def _file_path(value: str) -> str:
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//|\\", value):
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

Held = Literal["full", "extract", "summary", "reference-only", "not-held"]
"""How much of a document the hub holds."""

Stance = Literal["record", "claim", "opinion"]
"""Whether a text records what was done, claims something, or gives an opinion."""


class Citation(Part):
    """Where something is said: a source or document, and the place in it.

    `paragraph` is a number the document prints; `locator` (the citation style language's word) names any
    other place: a heading, an annex, a page, a paragraph counted by us.
    """

    id: Annotated[
        SourceId,
        Field(
            description="Id of the source, or of a document on this site, that says it",
            examples=["whole-place-update"],
        ),
    ]
    paragraph: Annotated[
        Text | None,
        Field(
            description="The number of the paragraph, as the document prints it; it is checked",
            examples=["3.4"],
        ),
    ] = None
    locator: Annotated[
        Text | None,
        Field(
            description="Any other place in the source: a heading, a page, a paragraph counted by us",
            examples=["summary", "page 4"],
        ),
    ] = None

    @rule
    def _one_place(self) -> Iterator[PydanticCustomError]:
        if self.paragraph and self.locator:
            yield problem(
                "A citation has both 'paragraph' and 'locator'.", "Keep one of the two lines."
            )


class Record(Part):
    """One thing that a hub tells about. Its kind and id together are its name: `place:essex`."""

    id: Annotated[
        Slug,
        Field(
            description="Its name in references and its address",
            examples=["whole-place-essex"],
        ),
        ForAuthors("a file of its own needs none, as its name is the id"),
    ]
    summary: Annotated[
        Summary | None,
        Field(description="What it is, in one or two sentences; shown in lists and search"),
        ForAuthors("40 to 220 characters"),
    ] = None
    status: Annotated[
        Literal["draft", "published", "withdrawn", "archived"],
        Field(
            description="Whether it is current; what is withdrawn keeps its address and says why"
        ),
        ForAuthors("a draft is not published"),
    ] = "published"
    withdrawn_reason: Annotated[
        Text | None,
        Field(description="Why it was withdrawn; readers see it in place of the page"),
        ForAuthors(needed="where status is withdrawn"),
    ] = None
    aliases: Annotated[
        tuple[Text, ...],
        Field(description="Old addresses, which lead here", examples=[["/places/essex-county/"]]),
    ] = ()

    @rule
    def _reason_for_withdrawal(self) -> Iterator[PydanticCustomError]:
        if self.status == "withdrawn" and not self.withdrawn_reason:
            yield problem_at(
                ("status",),
                "It is withdrawn, but no reason is given.",
                "Add a line that begins with withdrawn_reason: and says why.",
            )

    @property
    def heading(self) -> str:
        """What the record is called in lists and at the top of its page."""
        raise NotImplementedError

    @property
    def other_names(self) -> tuple[str, ...]:
        """Other words for it, by which search finds it."""
        return ()


ASIDE = ("related", "translation_of")
"""Fields of a record that name other reading, not what the record is about."""


def topics_in(record: BaseModel) -> Iterator[tuple[str, str]]:
    """The kind and id of each record that one is about, by its fields; some more than once."""
    return ((kind, id) for loc, kind, id in references_in(record) if loc[0] not in ASIDE)


def references_in(part: BaseModel) -> Iterator[tuple[Loc, str, str]]:
    """Each id that a record's fields hold: where it is, the kind it refers to, the id."""
    for loc, ref, value in _marked(part, Ref):
        yield (loc, *ref.names(value))


def files_in(part: BaseModel) -> Iterator[tuple[Loc, FileMark, str]]:
    """Each file that a record's fields name: where it is, what is asked of it, its path as written."""
    return _marked(part, FileMark)


def _marked(part: BaseModel, mark: type[M]) -> Iterator[tuple[Loc, M, str]]:
    """Each text in a record whose type carries a mark of this kind: its place, the mark, the text."""
    for name, annotation, found in _marked_fields(type(part), mark):
        yield from _in_value(getattr(part, name), annotation, mark, found, (name,))


def _marked_fields(model: type[BaseModel], mark: type[M]) -> tuple[tuple[str, Any, M | None], ...]:
    """The fields of a type that carry such a mark, or hold something that does; found once for each type."""
    if (model, mark) not in _MARKED:
        fields = []
        for name, field in model.model_fields.items():
            found = next((item for item in field.metadata if isinstance(item, mark)), None)
            if found is not None or _holds(field.annotation, mark):
                fields.append((name, field.annotation, found))
        _MARKED[model, mark] = tuple(fields)
    found_before: tuple[tuple[str, Any, M | None], ...] = _MARKED[model, mark]
    return found_before


_MARKED: dict[tuple[type[BaseModel], type], Any] = {}
"""What `_marked_fields` has found so far."""


def _holds(annotation: Any, mark: type[M]) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return bool(_marked_fields(annotation, mark))
    arguments = get_args(annotation)
    return any(isinstance(item, mark) or _holds(item, mark) for item in arguments)


def _in_value(
    value: Any, annotation: Any, mark: type[M], found: M | None, loc: Loc
) -> Iterator[tuple[Loc, M, str]]:
    origin = get_origin(annotation)
    if value is None:
        return
    if origin is Annotated:
        inner, *metadata = get_args(annotation)
        found = next((item for item in metadata if isinstance(item, mark)), found)
        yield from _in_value(value, inner, mark, found, loc)
    elif isinstance(value, tuple):
        item_type = get_args(annotation)[0]
        for index, item in enumerate(value):
            yield from _in_value(item, item_type, mark, None, (*loc, index))
    elif origin in (Union, types.UnionType):
        for option in get_args(annotation):
            if option is not type(None):
                yield from _in_value(value, option, mark, found, loc)
    elif isinstance(value, BaseModel):
        for inner_loc, inner_mark, text in _marked(value, mark):
            yield (*loc, *inner_loc), inner_mark, text
    elif isinstance(value, str) and found is not None:
        yield loc, found, value


def citations_in(part: BaseModel, at: Loc = ()) -> Iterator[tuple[Loc, Citation]]:
    """Every citation inside a record, with its place."""
    if isinstance(part, Citation):
        yield at, part
        return
    for name in _fields_with_parts(type(part)):
        value = getattr(part, name)
        if isinstance(value, Part):
            yield from citations_in(value, (*at, name))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, Part):
                    yield from citations_in(item, (*at, name, index))


@cache
def _fields_with_parts(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a type that hold groups of fields; found once for each type."""
    fields = model.model_fields.items()
    return tuple(name for name, field in fields if _has_parts(field.annotation))


def _has_parts(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(_has_parts(item) for item in get_args(annotation))
