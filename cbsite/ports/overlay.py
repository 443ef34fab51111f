"""The disk with some files as they would be, so that a check sees what is not written yet."""

from __future__ import annotations

import hashlib
from pathlib import Path

from msgspec.structs import replace

from cbsite.ports.disk import Disk, Found


class Overlay(Disk):
    """Another disk, but `changed` files are read from memory. It remembers what it read, as a hash."""

    def __init__(self, disk: Disk) -> None:
        self.changed: dict[Path, bytes] = {}
        self._disk = disk
        self._hashes: dict[Path, bytes] = {}

    def read(self, path: Path) -> bytes:
        if path in self.changed:
            return self.changed[path]
        content = self._disk.read(path)
        self._hashes[path] = hashlib.sha256(content).digest()
        return content

    def size(self, path: Path) -> int:
        return len(self.changed[path]) if path in self.changed else self._disk.size(path)

    def walk(self, root: Path, hidden: bool = False) -> tuple[Found, ...]:
        return tuple(
            replace(found, size=len(self.changed[root / found.path]))
            if root / found.path in self.changed
            else found
            for found in self._disk.walk(root, hidden)
        )

    def was_read(self, path: Path) -> bool:
        """Whether the file has been read from here before."""
        return path in self.changed or path in self._hashes

    def read_again(self, path: Path) -> bytes | None:
        """The bytes that were read before; None if the file has changed on the disk since."""
        before = self._hashes.get(path)
        content = self.read(path)
        return content if path in self.changed or self._hashes[path] == before else None
