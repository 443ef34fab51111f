"""Copies of the files that a change is made to, so that it can be taken back.

    .cbsite/undo/<number>/content/...       the files of one change as they were
    .cbsite/undo/<number>/manifest.json     their hashes before and after

The manifest is the last file to come and the first to go: a folder without one is what a kill left.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cbsite.ports.disk import Disk
from cbsite.project import Project

MANIFEST = "manifest.json"
KEPT = 20
"""Changes whose copies are kept."""

_NUMBER = re.compile("[1-9][0-9]{0,8}")


class CannotFix(Exception):
    """Files cannot be changed, or not be brought back; the text says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Change:
    """A file of content/ (its path in the hub, with forward slashes), and its bytes."""

    path: str
    before: bytes
    after: bytes


Hashes = Mapping[str, tuple[str, str]]
"""Of each file by its path: the hash before and after."""


def keep_copies(disk: Disk, project: Project, changes: Sequence[Change]) -> Path:
    """Copy the files as they were, and return the folder of the copies; all or nothing."""
    numbered = _numbered(disk, project)
    number = int(numbered[-1].name) + 1 if numbered else 1
    folder = _folder(disk, project) / str(number)
    hashes = {change.path: [hash_of(change.before), hash_of(change.after)] for change in changes}
    try:
        for change in changes:
            disk.write_atomic(folder / change.path, change.before)
        manifest = json.dumps({"files": hashes}, indent=1)
        disk.write_atomic(folder / MANIFEST, manifest.encode())
    except BaseException:
        with contextlib.suppress(OSError):
            remove_set(disk, folder)
        raise
    return folder


def kept_sets(disk: Disk, project: Project) -> list[tuple[Path, Hashes]]:
    """The changes that can be taken back, from the first to the last: folder and hashes of each."""
    read = [(folder, _read_manifest(disk, folder)) for folder in _numbered(disk, project)]
    return [(folder, hashes) for folder, hashes in read if hashes]


def copy_of(disk: Disk, folder: Path, path: str, before: str) -> bytes:
    place = folder / path
    content = disk.read(place) if disk.is_file(place) else b""
    if hash_of(content) != before:
        raise CannotFix(f"The copy {place} is damaged, so nothing was undone.")
    return content


def remove_set(disk: Disk, folder: Path) -> None:
    """The manifest goes first: what a kill leaves is then no change any more."""
    disk.remove_file(folder / MANIFEST)
    disk.remove_tree(folder)


def forget_old(disk: Disk, project: Project) -> None:
    """Remove all but the last changes, and what kills left."""
    kept = [folder for folder, _ in kept_sets(disk, project)][-KEPT:]
    for folder in _numbered(disk, project):
        if folder not in kept:
            remove_set(disk, folder)


def hash_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _numbered(disk: Disk, project: Project) -> list[Path]:
    """The folders of changes, and what a kill left of them, from the first to the last."""
    folder = _folder(disk, project)
    names = disk.names(folder) if disk.is_folder(folder) else ()
    return [folder / name for name in sorted(filter(_NUMBER.fullmatch, names), key=int)]


def _folder(disk: Disk, project: Project) -> Path:
    folder = project.state / "undo"
    for step in (project.state, folder):
        if disk.is_link(step):
            raise CannotFix(
                f"{step} is a link to another place. Delete the link, and run this again."
            )
    return folder


def _read_manifest(disk: Disk, folder: Path) -> Hashes | None:
    """The files of a change; None if the folder is what a kill left, or not ours."""
    path = folder / MANIFEST
    if disk.is_link(folder) or disk.is_link(path) or not disk.is_file(path):
        return None
    try:
        found = json.loads(disk.read(path))
        files = {str(path): (str(one), str(other)) for path, (one, other) in found["files"].items()}
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError):
        return None
    return files if all(map(_is_in_content, files)) else None


def _is_in_content(path: str) -> bool:
    """Whether a path of a manifest, which a stranger may have written, stays in content/."""
    parts = path.split("/")
    return (
        parts[0] == "content"
        and len(parts) > 1
        and not {"", ".", ".."} & set(parts)
        and not set(path) & set("\\:\0")
    )
