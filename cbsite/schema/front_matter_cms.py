"""Settings of Front Matter CMS, an extension of VS Code: a form for the front matter of each kind of record.

`frontmatter.json` belongs to the hub; it takes in a file that is made afresh, with the forms and the ids that they
offer. Lists of groups are not in the forms, as the extension would add a field of its own to each group.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cbsite.read.names import DOWNLOADS, PICTURES
from cbsite.records.forms import LONGEST_TITLE, SUMMARY
from cbsite.records.kinds import BY_NAME, KINDS
from cbsite.schema.fields import FieldGuide, fields_of, plural
from cbsite.schema.json_schema import MADE, Ids, known_ids
from cbsite.schema.vscode import SCHEMAS

Setting = dict[str, Any]

FORMS_PATH = f"{SCHEMAS}/front-matter.json"
"""Where the forms stand, from the hub's folder."""

_DAY = "yyyy-MM-dd"
_STATUS = "status"


def settings() -> Setting:
    """`frontmatter.json`: what does not change with the hub's content."""
    status = next(one for one in fields_of(BY_NAME["page"].model) if one.name == _STATUS)
    return {
        "$schema": "https://frontmatter.codes/frontmatter.schema.json",
        "frontMatter.extends": [FORMS_PATH],
        "frontMatter.content.publicFolder": "content",
        "frontMatter.content.defaultFileType": "md",
        "frontMatter.content.supportedFileTypes": ["md"],
        "frontMatter.content.autoUpdateDate": False,
        "frontMatter.content.draftField": {
            "name": _STATUS,
            "type": "choice",
            "choices": list(status.words),
        },
        "frontMatter.taxonomy.dateFormat": _DAY,
        "frontMatter.taxonomy.seoTitleField": "title",
        "frontMatter.taxonomy.seoTitleLength": LONGEST_TITLE,
        "frontMatter.taxonomy.seoDescriptionField": "summary",
        "frontMatter.taxonomy.seoDescriptionLength": SUMMARY[1],
        "frontMatter.templates.enabled": False,
    }


def forms(ids: Ids, registers: Iterable[str]) -> Setting:
    """The forms of all kinds, and the folders of Markdown files that the hub has, each with the form for it."""
    there = set(registers)
    return {
        "$comment": MADE,
        "frontMatter.content.pageFolders": [
            {
                "title": plural(kind.noun).capitalize(),
                "path": f"[[workspace]]/content/{kind.register}",
                "contentTypes": [kind.name],
                # What the extension begins has a field `type`, which cbsite does not know.
                "disableCreation": True,
            }
            for kind in KINDS
            if kind.register in there
        ],
        "frontMatter.taxonomy.contentTypes": [
            {"name": kind.name, "clearEmpty": True, "fields": _fields(fields_of(kind.model), ids)}
            for kind in KINDS
        ],
    }


def _fields(fields: Iterable[FieldGuide], ids: Ids) -> list[Setting]:
    return [form for one in fields if one.path != "id" and (form := _field(one, ids))]


def _field(field: FieldGuide, ids: Ids) -> Setting | None:
    """The part of a form for one field; None where the extension has none that fits."""
    control = _control(field, ids) if field.lists == 0 else _list_control(field, ids)
    if control is None:
        return None
    return {
        "title": field.name.replace("_", " ").capitalize(),
        "name": field.name,
        "description": _help(field),
        "required": field.required,
        **control,
    }


def _help(field: FieldGuide) -> str:
    """The line of help below a field."""
    needed = f" Needed {field.needed_where}." if field.needed_where else ""
    return f"{field.meaning}.{needed}" if field.meaning else field.takes


def _control(field: FieldGuide, ids: Ids) -> Setting:
    if field.words:
        return {"type": "choice", "choices": list(field.words)}
    if field.form == "yes or no":
        return {"type": "boolean"}
    if field.form == "day":
        return {"type": "datetime", "dateFormat": _DAY}
    if field.form == "picture":
        return {"type": "image"}
    if field.form == "file":
        return {"type": "file", "fileExtensions": [*DOWNLOADS, *PICTURES]}
    if field.group and field.form != "date" and not field.refers:
        return {"type": "fields", "fields": _fields(field.fields, ids)}
    if choices := _choices(field, ids):
        return {"type": "choice", "choices": choices}
    return {"type": "string", "single": field.form != "summary"}


def _list_control(field: FieldGuide, ids: Ids) -> Setting | None:
    if field.lists > 1 or field.group:
        return None
    if choices := _choices(field, ids):
        return {"type": "choice", "multiple": True, "choices": choices}
    return {"type": "list"}


def _choices(field: FieldGuide, ids: Ids) -> list[Setting]:
    return [{"id": id, "title": heading or id} for id, heading in known_ids(field, ids).items()]
