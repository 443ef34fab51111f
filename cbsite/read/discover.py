"""Where things are in `content/`: which file holds which records, and what is an asset."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set

import msgspec

from cbsite.diagnostics import Report, Span, printable
from cbsite.names import composed
from cbsite.ports.disk import Found
from cbsite.read.document_parts import PartFile
from cbsite.read.file_places import Form, Stray, id_problem, place_of
from cbsite.read.names import is_litter, name_problem, same_names, sort_problem
from cbsite.records.kinds import BY_REGISTER, Kind

SITE = "site.yml"
_NOT_SITE = ("site.yaml", "site.yml", "site.yml.txt", "site.txt", "sites.yml")


class RecordFile(msgspec.Struct, frozen=True):
    """A file of records: its path in `content/`, their kind, its form, and (for one record) its id."""

    path: str
    kind: Kind
    form: Form
    id: str = ""


class Layout(msgspec.Struct, frozen=True):
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
        place = place_of(composed(path))
        if isinstance(place, Stray):
            where = f"{prefix}/{path.partition('/')[0] if place.folder else path}"
            report.add("E-STRAY", Span(where), place.message, place.hint)
        elif place is None:
            if problem := sort_problem(path):
                report.add("E-PATH", Span(f"{prefix}/{path}"), *problem)
            # Kept all the same, so that a link to it is not told that there is no such file.
            assets.append(path)
        elif why := id_problem(place, path):
            report.add("E-PATH", Span(f"{prefix}/{path}"), *why)
        else:
            records.append(RecordFile(path, *place))
    if not site:
        report.add(
            "E-SITE", Span(f"{prefix}/{SITE}"), "The hub has no site.yml.",
            _site_hint(kept, prefix),
        )  # fmt: skip
    bytes_of = {item.path: item.size for item in found}
    return Layout(
        site,
        tuple(records),
        {document: tuple(files) for document, files in parts.items()},
        tuple(assets),
        {path: bytes_of[path] for path in assets},
    )


def _site_hint(kept: Sequence[str], prefix: str) -> str:
    wrong = next((path for path in kept if path.lower() in _NOT_SITE), None)
    if wrong:
        return f"Rename {prefix}/{wrong} to {SITE}."
    deeper = next((path for path in kept if path.endswith(f"/{SITE}")), None)
    if deeper:
        return f"Move {prefix}/{deeper} to {prefix}/{SITE}."
    return (
        f"Write {prefix}/{SITE} with name, strapline, base_url, licence, contact, footer and home."
    )


def _other_name(path: str) -> str:
    """A name for the second of two files or folders that some systems take for one."""
    stem, dot, ending = path.rpartition("/")[2].rpartition(".")
    return f"{stem.lower()}-2{dot}{ending.lower()}" if dot else f"{ending.lower()}-2"


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
                "Put a copy of the file itself here.",
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
            f"'{first}' and '{second}' are one name to Windows and macOS.",
            f"Rename this one to {_other_name(second)}, or delete it if it is the same.",
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
