"""The files that hold records, by their shape: what each holds, and where it stands in a hub."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel

from cbsite.records.document import AnnexFields, SectionFields
from cbsite.records.kinds import KINDS
from cbsite.records.site import Site


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape of file, under its `name`.

    `holds` says whether it is a list of records, one record, or the fields of a Markdown file. The id of a
    record in a file of its own is the file's name. `files` is the pattern of the YAML files of this shape, from
    the hub's folder; Markdown files have none, as editors do not look inside them.
    """

    name: str
    title: str
    model: type[BaseModel]
    holds: Literal["list", "record", "front matter"]
    files: str = ""


def _shapes() -> tuple[Shape, ...]:
    found = [Shape("site", "The hub itself", Site, "record", "content/site.yml")]
    for kind in KINDS:
        noun = kind.noun[0].upper() + kind.noun[1:]
        if kind.prose:
            found.append(Shape(kind.name, noun, kind.model, "front matter"))
            continue
        register = f"content/data/{kind.register}"
        title = f"The register {kind.register}"
        found.append(Shape(kind.register, title, kind.model, "list", f"{register}.yml"))
        found.append(Shape(kind.name, noun, kind.model, "record", f"{register}/*.yml"))
    found.append(Shape("section", "Section of a document", SectionFields, "front matter"))
    found.append(Shape("annex", "Annex of a document", AnnexFields, "front matter"))
    return tuple(found)


SHAPES = {shape.name: shape for shape in _shapes()}
"""Every shape by its name: `site`, `places` (the register), `place` (one record, or front matter), `case-study`, ..."""
