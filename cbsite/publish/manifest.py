"""The list of a site's files that lies in the site, and by which cbsite knows its own work."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from cbsite.ports.disk import Disk, Found

MANIFEST = "cbsite-manifest.json"

_GENERATOR = "cbsite"
_VERSION = 1


class Entry(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One file: the SHA-256 of its bytes in hexadecimal, and how many there are."""

    sha256: str
    bytes: int


class Manifest(msgspec.Struct, frozen=True):
    """All files of a site but the manifest itself, by path (relative, forward slashes).

    An incomplete manifest lists none: it only says that cbsite made the folder.
    """

    complete: bool
    files: Mapping[str, Entry] = {}

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
    return Manifest(found.get("complete") is True, files)


def read_manifest(disk: Disk, folder: Path) -> Manifest | None:
    """The manifest in `folder`, or None if there is none that cbsite wrote."""
    return parse_manifest(_manifest_in(disk, folder))


def _manifest_in(disk: Disk, folder: Path) -> bytes:
    """The bytes of the manifest in `folder`; none where there is none."""
    path = folder / MANIFEST
    return disk.read(path) if disk.is_file(path) and not disk.is_link(path) else b""


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


class Compared(msgspec.Struct, frozen=True):
    """A built site beside its manifest, whose bytes have the hash `manifest` (empty: there is no whole site).

    `same` are the files whose bytes are still those that it names, `missing` is how many others it names, and
    `added` are the paths of what it does not name.
    """

    manifest: str = ""
    same: Mapping[str, Entry] = {}
    missing: int = 0
    added: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether the site holds just what its manifest names."""
        return bool(self.same) and not self.missing and not self.added


def compare(disk: Disk, folder: Path) -> Compared:
    """Look at every file of a built site."""
    content = _manifest_in(disk, folder)
    manifest = parse_manifest(content)
    if manifest is None or not manifest.complete or disk.is_link(folder):
        return Compared()
    found = {one.path: one for one in disk.walk(folder, hidden=True)}
    right = [
        path
        for path, entry in manifest.files.items()
        if (one := found.get(path)) and one.kind == "file" and one.size == entry.bytes
    ]
    same = {
        path: manifest.files[path]
        for path, data in zip(right, disk.read_each(folder, right), strict=True)
        if hashlib.sha256(data).hexdigest() == manifest.files[path].sha256
    }
    added = tuple(path for path in found if path not in manifest.files and path != MANIFEST)
    missing = len(manifest.files) - len(same)
    return Compared(entry_of(content).sha256, same, missing, added)


def compared_now(disk: Disk, folder: Path, before: Compared) -> Compared:
    """What `compare` says; what it said `before`, if the same site is there still."""
    is_same = before.manifest == entry_of(_manifest_in(disk, folder)).sha256
    return before if is_same else compare(disk, folder)


def entries_in(disk: Disk, folder: Path, found: Sequence[Found]) -> dict[str, Entry]:
    """What a manifest says of files that were found in a folder, by path.

    Raises ValueError if something among them is not a plain file.
    """
    for one in found:
        if one.kind != "file":
            raise ValueError(f"'{one.path}' in the built site is not a plain file.")
    paths = [one.path for one in found]
    return dict(zip(paths, map(entry_of, disk.read_each(folder, paths)), strict=True))
