"""What a file of `content/` is, by its path: a record of which kind, a file to publish, or one that has strayed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from cbsite.diagnostics import nearest
from cbsite.records.fields import slug_problem, suggest_slug
from cbsite.records.kinds import BY_REGISTER, KINDS, Kind

Form = Literal["list", "record", "markdown"]


class Stray(msgspec.Struct, frozen=True):
    """Why a file is not where cbsite looks; `folder`: because of the folder that it is in."""

    message: str
    hint: str
    folder: bool = False


Place = tuple[Kind, Form, str]


def place_of(path: str) -> Place | Stray | None:
    """What a file is; None for an asset."""
    folder, _, name = path.rpartition("/")
    stem, dot, extension = name.rpartition(".")
    lower = extension.lower() if dot else ""
    if lower not in ("md", "markdown", "yml", "yaml"):
        return None
    right = "md" if lower in ("md", "markdown") else "yml"
    if extension != right:
        return Stray(
            f"cbsite reads files that end in .{right}, not in .{extension}.",
            f"Rename it to {stem}.{right}.",
        )
    parts = (*folder.split("/"), stem) if folder else (stem,)
    return _markdown_place(parts) if right == "md" else _data_place(parts)


def _markdown_place(parts: tuple[str, ...]) -> Place | Stray:
    if len(parts) == 1:
        return Stray(
            "This text is in no folder, so cbsite does not know what it is.",
            f"Move it to a folder, such as pages/{parts[0]}.md.",
        )
    if parts[0] == "data":
        kind = BY_REGISTER.get(parts[1]) if len(parts) > 2 else None
        right = f"{kind.register if kind else 'pages'}/{parts[-1]}.md"
        return Stray("The folder data holds records in YAML, not texts.", f"Move it to {right}.")
    kind = BY_REGISTER.get(parts[0])
    if kind is None:
        return _unknown_folder(parts[0], KINDS)
    id = parts[1] if len(parts) == 2 and parts[1] != "index" else ""
    if len(parts) == 3 and parts[2] == "index":
        id = parts[1]
    if id:
        return kind, "markdown", id
    if kind.parts and len(parts) == 3:
        return Stray(
            f"This is not beside the index.md of a {kind.noun}.",
            f"Write {kind.register}/{parts[1]}/index.md, or move {parts[1]}.md there if that is the {kind.noun}.",
        )
    if kind.parts and len(parts) > 3:
        return Stray(
            f"The files of a {kind.noun} stand beside its index.md, not in a folder inside.",
            f"Move it to {kind.register}/{parts[1]}.",
        )
    stem = next((part for part in reversed(parts[1:]) if part != "index"), "")
    return Stray(
        f"A {kind.noun} is one Markdown file, and this is not the place of one.",
        f"Move it to {kind.register}/{suggest_slug(stem)}.md."
        if stem
        else f"Give it the id of the {kind.noun} for a name, such as {kind.register}/essex.md.",
    )


def _data_place(parts: tuple[str, ...]) -> Place | Stray:
    if parts[0] != "data" or len(parts) == 1:
        kind = BY_REGISTER.get(parts[0])
        if kind is not None and kind.prose:
            return _prose_kind(kind, parts)
        return Stray("Records are written in the folder data.", f"Move it to {_data_path(parts)}.")
    kind = BY_REGISTER.get(parts[1])
    if kind is None:
        return _unknown_file(parts[1], [kind for kind in KINDS if not kind.prose], len(parts) == 2)
    if kind.prose:
        return _prose_kind(kind, parts[1:])
    if len(parts) == 2:
        return kind, "list", ""
    if len(parts) == 3:
        return kind, "record", parts[2]
    return Stray(
        "This file is a folder too deep.", f"Move it to data/{kind.register}/{parts[-1]}.yml."
    )


def _prose_kind(kind: Kind, parts: Sequence[str]) -> Stray:
    """A YAML file that holds, or stands among, records that are texts."""
    file = f"{kind.register}/{suggest_slug(parts[-1])}.md"
    what = f"Write it as {file}" if len(parts) > 1 else f"Write each as a file in {kind.register}"
    return Stray(
        f"Each {kind.noun} is a Markdown file, not a file of YAML.",
        f"{what}, with the fields between two lines of ---.",
    )


def _unknown_folder(name: str, kinds: Sequence[Kind]) -> Stray:
    """A folder that stands where those of records do."""
    message = f"There is no register called '{name}', so nothing in this folder is read."
    meant = _meant(name, kinds)
    if meant:
        return Stray(message, f"Rename the folder to {meant}.", folder=True)
    return Stray(message, f"Rename it to one of {_registers(kinds)}.", folder=True)


def _unknown_file(name: str, kinds: Sequence[Kind], is_file: bool) -> Stray:
    """A file or folder in `data` that holds records of no kind."""
    message = f"There is no register called '{name}'."
    ending = ".yml" if is_file else ""
    if meant := _meant(name, kinds):
        return Stray(message, f"Rename it to {meant}{ending}.")
    return Stray(message, f"Rename it to one of {_registers(kinds)}{ending and ', with .yml'}.")


def _meant(name: str, kinds: Sequence[Kind]) -> str | None:
    """The register that somebody means who writes its name in another way, or that of one record."""
    words = {kind.register: kind.register for kind in kinds}
    words |= {kind.name: kind.register for kind in kinds if kind.name not in words}
    close = nearest(name.replace(" ", "-").replace("_", "-"), words)
    return words[close] if close else None


def _registers(kinds: Sequence[Kind]) -> str:
    return ", ".join(kind.register for kind in kinds)


def _data_path(parts: Sequence[str]) -> str:
    """Where a record file that stands outside `data` belongs: a register, or one record of one."""
    kind = BY_REGISTER.get(parts[0])
    inside = kind is not None and not kind.prose and len(parts) > 1
    return f"data/{parts[0]}/{parts[-1]}.yml" if inside else f"data/{parts[-1]}.yml"


def id_problem(place: Place, path: str) -> tuple[str, str] | None:
    _, form, id = place
    why = slug_problem(id) if form != "list" else None
    if why is None:
        return None
    better = suggest_slug(id)
    folder = path.endswith("/index.md")
    if slug_problem(better):
        better = f"{better}-1" if better else "a-short-name"
    return (
        f"The name '{id}' becomes an id and an address. {why}.",
        f"Rename the folder to {better}."
        if folder
        else f"Rename the file to {better}{path[path.rfind('.') :]}.",
    )
