"""The field-by-field guide for authors, as Markdown: what is committed as `docs/fields.md`."""

from __future__ import annotations

import inspect
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from pydantic import BaseModel

from cbsite.records.blocks import BLOCKS
from cbsite.records.common import Item
from cbsite.records.document import AnnexFields, SectionFields
from cbsite.records.kinds import KINDS, Kind
from cbsite.records.map_file import MapFile
from cbsite.records.record import Record
from cbsite.records.site import Checks, Site
from cbsite.schema.fields import FieldGuide, fields_of
from cbsite.schema.guide_words import BLOCKS_ARE, FORMS, INTRODUCTION, OF_PROSE, SHARED

MODELS: tuple[type[BaseModel], ...] = (
    Record, Item, *(kind.model for kind in KINDS), SectionFields, AnnexFields, *BLOCKS.values(), Site, MapFile,
)  # fmt: skip
"""What has a section of its own."""

_HEAD = ("| field | what to write | needed | what it is |", "| --- | --- | --- | --- |")


def author_guide() -> str:
    """The whole guide; it ends with a line feed."""
    sections = (
        INTRODUCTION,
        _forms(),
        _section("Every record", "All kinds have these.", Record),
        _section("Every item of prose", OF_PROSE, Item),
        *map(_kind, KINDS),
        _section("Section of a document", _beside("01-context.md"), SectionFields),
        _section("Annex of a document", _beside("annex-a.md"), AnnexFields),
        SHARED,
        *(_group(model, 3) for model in _shared_groups()),
        BLOCKS_ARE,
        *(_section(f"Block: {word}", _about(model), model, 3) for word, model in BLOCKS.items()),
        _section("The hub itself", "Written in `content/site.yml`.", Site),
        _section("A map of your own", "Written in `templates/maps/<name>.json`.", MapFile),
    )
    return "\n\n".join(sections) + "\n"


def as_written(example: object) -> str:
    """An example as an author writes it: a list in brackets, words that YAML would misread in quotes."""
    if isinstance(example, list):
        return f"[{', '.join(map(as_written, example))}]"
    text = str(example)
    plain = re.fullmatch(r"(?!- )[\w/-](?:[^:#,\[\]{}\"]|:(?! ))*", text)
    return text if plain else f'"{text}"'


def _forms() -> str:
    rows = (f"| {form} | {words} |" for form, words in FORMS.items())
    many = "| list of ... | `[first, second]`, or each on a line of its own after `- ` |"
    head = ("| where the table says | write |", "| --- | --- |")
    return "\n".join(("## What to write", "", *head, *rows, many))


def _kind(kind: Kind) -> str:
    inherited = "every item of prose" if kind.prose else "every record"
    words = (
        f"{_about(kind.model)} {_where(kind)} In links it is `{kind.name}:<id>`.\n\n"
        f"It may also have the other fields of [{inherited}](#{anchor(inherited)})."
    )
    return _section(_capital(kind.noun), words, kind.model)


def _where(kind: Kind) -> str:
    folder, register = f"content/{kind.register}/<id>", f"content/data/{kind.register}"
    if kind.prose:
        return f"Written in `{folder}.md` or `{folder}/index.md`."
    return f"Written in `{register}.yml`, as an entry of its list, or in `{register}/<id>.yml` or `{folder}.md`."


def _beside(file: str) -> str:
    return f"The front matter of a file beside the document's `index.md`, such as `{file}`."


def _section(title: str, words: str, model: type[BaseModel], level: int = 2) -> str:
    """A heading, a table of the type's own fields, and the groups that only this type uses.

    Of the fields that it shares with all records or items, only those stand here that are needed.
    """
    declared = inspect.get_annotations(model)
    rows = (_row(f) for f in fields_of(model) if f.required or f.name in declared)
    groups = (_group(one, level + 1) for one in _groups_of(model) if one not in _shared_groups())
    return "\n\n".join((f"{'#' * level} {title}", words, "\n".join((*_HEAD, *rows)), *groups))


def _group(model: type[BaseModel], level: int) -> str:
    return _section(_capital(_name(model)), _about(model), model, level)


def _groups_of(model: type[BaseModel]) -> tuple[type[BaseModel], ...]:
    """The groups in the fields that a type itself declares; the levels of the checks have no table."""
    declared = inspect.get_annotations(model)
    found = (field.group for field in fields_of(model) if field.name in declared)
    return tuple(dict.fromkeys(group for group in found if group not in (None, Checks)))


@cache
def _shared_groups() -> tuple[type[BaseModel], ...]:
    """The groups that more than one type uses, by name."""
    used = Counter(group for model in _reachable(MODELS) for group in _groups_of(model))
    return tuple(sorted((group for group, times in used.items() if times > 1), key=_name))


def _reachable(models: Iterable[type[BaseModel]]) -> tuple[type[BaseModel], ...]:
    """These types and all the groups inside, each once."""
    found: dict[type[BaseModel], None] = {}
    for model in models:
        if model not in found:
            found[model] = None
            found |= dict.fromkeys(_reachable(_groups_of(model)))
    return tuple(found)


def _row(field: FieldGuide) -> str:
    cells = (f"`{field.name}`", _takes(field), _needed(field), _meaning(field))
    return f"| {' | '.join(cells)} |"


def _takes(field: FieldGuide) -> str:
    if field.group is Checks:
        return (
            "group of fields: codes of [Messages](errors.md) that are no errors, each with a level"
        )
    if field.words:
        return (
            f"{'list of ' if field.lists else ''}{', '.join(f'`{word}`' for word in field.words)}"
        )
    if field.group is None:
        return field.takes
    words = field.form if field.form != "group" else f"group{'s' if field.lists else ''} of fields"
    return field.takes.replace(words, f"[{words}](#{anchor(_name(field.group))})", 1)


def _needed(field: FieldGuide) -> str:
    if field.required:
        return "yes"
    otherwise = field.needed_where or "no"
    return f"{otherwise}: `{field.default}`" if field.default else otherwise


def _meaning(field: FieldGuide) -> str:
    if not field.examples:
        return field.meaning
    examples = " or ".join(f"`{as_written(example)}`" for example in field.examples)
    return f"{field.meaning}; for example {examples}"


def _name(model: type[BaseModel]) -> str:
    """`StageChange` in words: stage change."""
    return re.sub(r"(?<!^)(?=[A-Z])", " ", model.__name__).lower()


def _about(model: type[BaseModel]) -> str:
    """The first sentence of what a type says of itself."""
    return inspect.cleandoc(model.__doc__ or "").split("\n\n")[0].replace("\n", " ")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def anchor(heading: str) -> str:
    """The anchor that a forge gives a heading."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
