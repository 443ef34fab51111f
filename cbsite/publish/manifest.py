"""The list of a site's files that lies in the site, and by which cbsite knows its own work."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

import msgspec

from cbsite.ports.disk import Disk

MANIFEST = "cbsite-manifest.json"

_GENERATOR = "cbsite"
_VERSION = 1


class Entry(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One file: the SHA-256 of its bytes in hexadecimal, and how many there are."""

    sha256: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """All files of a site but the manifest itself, by path (relative, forward slashes).

    An incomplete manifest lists none: it only says that cbsite made the folder.
    """

    complete: bool
    files: Mapping[str, Entry] = field(default_factory=lambda: MappingProxyType({}))

    def to_bytes(self) -> bytes:
        """JSON in UTF-8; equal manifests are equal bytes."""
        files = {
            path: {"sha256": entry.sha256, "bytes": entry.bytes}
            for path, entry in sorted(self.files.items())
        }
        content = {
            "generator": _GENERATOR,
            "version": _VERSION,
            "complete": self.complete,
            "files": files,
        }
        return msgspec.json.format(msgspec.json.encode(content), indent=1) + b"\n"


def parse_manifest(content: bytes) -> Manifest | None:
    """The manifest that `content` holds, or None if cbsite did not write it.

    A later version of cbsite may list files in another way: its manifest counts as incomplete.
    """
    try:
        found = msgspec.json.decode(content)
    except (msgspec.DecodeError, RecursionError):
        return None
    if not isinstance(found, dict) or found.get("generator") != _GENERATOR:
        return None
    try:
        files = {
            str(path): Entry(str(entry["sha256"]), int(entry["bytes"]))
            for path, entry in found["files"].items()
        }
    except (KeyError, TypeError, ValueError, AttributeError):
        return Manifest(complete=False)
    return Manifest(found.get("complete") is True, MappingProxyType(files))


def read_manifest(disk: Disk, folder: Path) -> Manifest | None:
    """The manifest in `folder`, or None if there is none that cbsite wrote."""
    path = folder / MANIFEST
    if not disk.is_file(path) or disk.is_link(path):
        return None
    return parse_manifest(disk.read(path))


def is_ours(disk: Disk, folder: Path) -> bool:
    """Whether cbsite made `folder`: it holds our manifest, or a torn one and nothing else.

    The manifest is the first file to come and the last to go, so a kill may leave it like that.
    """
    if disk.is_link(folder) or not disk.is_folder(folder):
        return False
    return read_manifest(disk, folder) is not None or disk.names(folder) == (MANIFEST,)


def entry_of(content: bytes) -> Entry:
    """What a manifest says of a file with these bytes."""
    return Entry(hashlib.sha256(content).hexdigest(), len(content))


def manifest_path(folder: Path) -> Path:
    """Where the manifest of a site is."""
    return folder / MANIFEST


def verified(disk: Disk, folder: Path) -> dict[str, Entry]:
    """The files of a built site whose bytes are still those that its manifest names."""
    return _compared(disk, folder)[0]


def is_whole(disk: Disk, folder: Path) -> bool:
    """Whether a built site holds just what its manifest names."""
    same, others = _compared(disk, folder)
    return bool(same) and not others


def _compared(disk: Disk, folder: Path) -> tuple[dict[str, Entry], int]:
    """The files that are as the manifest names them; and how many are missing, changed or added."""
    manifest = read_manifest(disk, folder)
    if manifest is None or not manifest.complete or disk.is_link(folder):
        return {}, 0
    there = {found.path: found for found in disk.walk(folder, hidden=True)}
    right = [
        path
        for path, entry in manifest.files.items()
        if (found := there.get(path)) and found.kind == "file" and found.size == entry.bytes
    ]
    same = {
        path: manifest.files[path]
        for path, content in zip(right, disk.read_each(folder, right), strict=True)
        if hashlib.sha256(content).hexdigest() == manifest.files[path].sha256
    }
    missing = len(manifest.files) - len(same)
    return same, missing + len(there.keys() - manifest.files.keys() - {MANIFEST})


def list_files(
    disk: Disk, folder: Path, known: Mapping[str, Entry] = MappingProxyType({})
) -> Manifest:
    """The complete manifest that `folder` should have; of what is not `known`, from the bytes that are there.

    Raises ValueError if it holds something that is not a plain file.
    """
    files = {}
    for found in disk.walk(folder, hidden=True):
        if found.kind != "file":
            raise ValueError(f"'{found.path}' in the built site is not a plain file.")
        if found.path != MANIFEST:
            entry = known.get(found.path) or entry_of(disk.read(folder / found.path))
            files[found.path] = entry
    return Manifest(True, MappingProxyType(files))
