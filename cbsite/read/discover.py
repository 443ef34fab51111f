"""Where things are in `content/`: which file holds which records, and what is an asset."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Literal

from cbsite.diagnostics import Report, Span, nearest, printable
from cbsite.names import composed
from cbsite.ports.disk import Found
from cbsite.read.document_parts import PartFile
from cbsite.read.names import is_litter, name_problem, same_names, sort_problem
from cbsite.records.fields import slug_problem, suggest_slug
from cbsite.records.kinds import BY_REGISTER, KINDS, Kind

SITE = "site.yml"
Form = Literal["list", "record", "markdown"]


@dataclass(frozen=True, slots=True)
class RecordFile:
    """A file of records: its path in `content/`, their kind, its form, and (for one record) its id."""

    path: str
    kind: Kind
    form: Form
    id: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """What is in `content/`; paths are relative to it, with forward slashes, as the disk spells them.

    `assets` are all files that are no records, also those of a sort that is reported; `sizes` gives
    the bytes of each.
    """

    site: bool
    records: tuple[RecordFile, ...]
    parts: Mapping[str, tuple[PartFile, ...]]
    """The files of each document that is a folder, beside its index.md, by the document's id."""
    assets: tuple[str, ...]
    sizes: Mapping[str, int]


def discover(found: Sequence[Found], prefix: str, report: Report) -> Layout:
    """Sort out the files under `content/`; what cannot be published or placed is reported."""
    site = False
    records: list[RecordFile] = []
    assets: list[str] = []
    kept = _publishable(found, prefix, report)
    folders = {
        composed(path.removesuffix("/index.md")) for path in kept if path.endswith("/index.md")
    }
    parts: defaultdict[str, list[PartFile]] = defaultdict(list)
    for path in kept:
        if path == SITE:
            site = True
            continue
        if part := _part(path, folders):
            parts[part.document].append(part)
            if part.table:
                # A text may link to it too.
                assets.append(path)
            continue
        place = _place(composed(path))
        if isinstance(place, _Stray):
            report.add("E-STRAY", Span(f"{prefix}/{path}"), place.message, place.hint)
        elif place is None:
            if problem := sort_problem(path):
                report.add("E-PATH", Span(f"{prefix}/{path}"), *problem)
            # Kept all the same, so that a link to it is not told that there is no such file.
            assets.append(path)
        elif why := _id_problem(place, path):
            report.add("E-PATH", Span(f"{prefix}/{path}"), *why)
        else:
            records.append(RecordFile(path, *place))
    if not site:
        report.add(
            "E-SITE", Span(f"{prefix}/{SITE}"), "The hub has no site.yml.",
            f"Write {prefix}/{SITE} with  name: strapline: base_url: licence: contact: footer:  and  home:"
            + (f" (or rename site.yaml to {SITE})." if "site.yaml" in kept else "."),
        )  # fmt: skip
    bytes_of = {item.path: item.size for item in found}
    return Layout(
        site,
        tuple(records),
        {document: tuple(files) for document, files in parts.items()},
        tuple(assets),
        {path: bytes_of[path] for path in assets},
    )


@dataclass(frozen=True, slots=True)
class _Stray:
    message: str
    hint: str


_Place = tuple[Kind, Form, str]


def _publishable(found: Sequence[Found], prefix: str, report: Report) -> list[str]:
    kept = []
    for item in found:
        if is_litter(item.path):
            continue
        # A name the disk could not decode must not break printing, so it is shown with its codes.
        span = Span(f"{prefix}/{item.path if item.path.isprintable() else printable(item.path)}")
        if item.kind == "symlink":
            report.add(
                "E-PATH",
                span,
                "This is a link to another place on the disk.",
                "Put a copy of the file here.",
            )
        elif item.kind == "special":
            report.add(
                "E-PATH", span, "This is neither a file nor a folder.", "Take it out of the folder."
            )
        elif problem := name_problem(item.path):
            report.add("E-PATH", span, *problem)
        else:
            kept.append(item.path)
    for first, second in same_names(kept):
        report.add(
            "E-PATH", Span(f"{prefix}/{second}"),
            f"'{first}' and '{second}' are one name to Windows and macOS.", "Rename one of the two.",
        )  # fmt: skip
    return kept


def _part(path: str, folders: Set[str]) -> PartFile | None:
    """The part of a document that a file may be: it stands beside an index.md."""
    folder, _, name = composed(path).rpartition("/")
    register, _, id = folder.rpartition("/")
    stem, _, ending = name.rpartition(".")
    kind = BY_REGISTER.get(register)
    parted = kind is not None and kind.parts and folder in folders and stem != "index"
    return PartFile(path, id, stem, ending == "csv") if parted and ending in ("md", "csv") else None


def _place(path: str) -> _Place | _Stray | None:
    """What a file is; None for an asset."""
    folder, _, name = path.rpartition("/")
    stem, dot, extension = name.rpartition(".")
    lower = extension.lower() if dot else ""
    if lower not in ("md", "markdown", "yml", "yaml"):
        return None
    right = "md" if lower in ("md", "markdown") else "yml"
    if extension != right:
        return _Stray(
            f"cbsite does not read files that end in .{extension}.", f"Rename it to {stem}.{right}."
        )
    parts = (*folder.split("/"), stem) if folder else (stem,)
    return _markdown_place(parts) if right == "md" else _data_place(parts)


def _markdown_place(parts: tuple[str, ...]) -> _Place | _Stray:
    if len(parts) == 1:
        return _Stray(
            "A text stands in a folder that says what it is.",
            f"Move it to a folder, for example  pages/{parts[0]}.md",
        )
    if parts[0] == "data":
        return _Stray("The folder data holds records in YAML, not texts.", "Move it out of data.")
    kind = BY_REGISTER.get(parts[0])
    if kind is None:
        return _unknown("folder", parts[0], "/")
    id = parts[1] if len(parts) == 2 and parts[1] != "index" else ""
    if len(parts) == 3 and parts[2] == "index":
        id = parts[1]
    if id:
        return kind, "markdown", id
    if kind.parts and len(parts) == 3:
        return _Stray(
            f"This is not beside the index.md of a {kind.noun}.",
            f"Write  {kind.register}/{parts[1]}/index.md  (move {parts[1]}.md there if that is the {kind.noun}).",
        )
    return _Stray(
        f"A {kind.noun} is one Markdown file, and this is not the place of one.",
        f"Use  {kind.register}/<id>.md  or  {kind.register}/<id>/index.md",
    )


def _data_place(parts: tuple[str, ...]) -> _Place | _Stray:
    if parts[0] != "data" or len(parts) == 1:
        return _Stray(
            "Records are written in the folder data.", f"Move it to  data/{parts[-1]}.yml"
        )
    kind = BY_REGISTER.get(parts[1])
    if kind is None:
        return _unknown("file" if len(parts) == 2 else "folder", parts[1], ".yml")
    if kind.prose:
        return _Stray(
            f"Each {kind.noun} is a Markdown file, not an entry in data.",
            f"Write it as  {kind.register}/<id>.md",
        )
    if len(parts) == 2:
        return kind, "list", ""
    if len(parts) == 3:
        return kind, "record", parts[2]
    return _Stray(
        "This file is a folder too deep.", f"Move it to  data/{kind.register}/{parts[-1]}.yml"
    )


def _unknown(what: str, name: str, end: str) -> _Stray:
    message = f"There is no register called '{name}'."
    allowed = [kind.register for kind in KINDS if end == "/" or not kind.prose]
    if better := nearest(name, allowed):
        return _Stray(message, f"Did you mean {better}{end if what == 'file' else ''}?")
    return _Stray(message, "The registers are " + ", ".join(allowed) + ".")


def _id_problem(place: _Place, path: str) -> tuple[str, str] | None:
    _, form, id = place
    why = slug_problem(id) if form != "list" else None
    if why is None:
        return None
    better = suggest_slug(id)
    folder = path.endswith("/index.md")
    hint = f"Rename the {'folder' if folder else 'file'} to {better or 'for example essex'}"
    return f"The name '{id}' becomes an id and an address. {why}.", hint + (
        "." if folder else path[path.rfind(".") :]
    )
