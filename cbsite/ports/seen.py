"""The disk as it was when it was last looked at, so that all of one build sees the same."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from cbsite.ports.disk import Disk, Found


class Seen(Disk):
    """Another disk, but some folders and files are given as they were seen before."""

    def __init__(
        self, folders: Mapping[Path, tuple[Found, ...]], files: Mapping[str, bytes]
    ) -> None:
        """`files` are by their paths as text with forward slashes: thousands of `Path`s take long to make."""
        self._folders, self._files = folders, files

    def read(self, path: Path) -> bytes:
        seen = self._files.get(path.as_posix())
        return super().read(path) if seen is None else seen

    def walk(self, root: Path, hidden: bool = False) -> tuple[Found, ...]:
        seen = None if hidden else self._folders.get(root)
        return super().walk(root, hidden) if seen is None else seen
