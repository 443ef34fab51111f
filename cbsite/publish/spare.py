"""The site before the last one: a folder that is nearly the next site, so that little of it need be made.

Making and removing a folder for each page is most of what publishing costs. So the site that is replaced is not removed
but kept, and the next one is made out of it: what is the same file as in the last site stays, the rest goes.
"""

from __future__ import annotations

from pathlib import Path

from cbsite.ports.disk import Disk, StrPath
from cbsite.publish.manifest import MANIFEST, read_manifest


class Spare:
    """What is left in a folder of the site that it was, by path; each file goes unless it is taken over."""

    def __init__(self, disk: Disk, folder: Path) -> None:
        self._disk, self._folder = disk, folder
        self._left: set[str] = set()
        self._folders: set[str] = set()

    def move_in(self, spare: Path) -> bool:
        """Make the folder, which is not there yet, out of `spare`, if that is a whole site of ours; whether it is."""
        manifest = read_manifest(self._disk, spare) if self._disk.is_folder(spare) else None
        if manifest is None or not manifest.complete or self._disk.is_link(spare):
            return False
        found = self._disk.walk(spare, hidden=True)
        if any(one.kind != "file" for one in found):
            return False
        try:
            self._disk.rename(spare, self._folder)
        except OSError:  # on another disk, or held open by somebody
            return False
        self._left = {one.path for one in found} - {MANIFEST}
        self._folders = {above for path in self._left for above in _folders_above(path)}
        return True

    def has(self, path: str, same_as: StrPath) -> bool:
        """Whether what is at `path` is the very file `same_as`; then it stays."""
        if path not in self._left or not self._disk.is_same_file(f"{self._folder}/{path}", same_as):
            return False
        self._left.discard(path)
        return True

    def make_room(self, path: str) -> None:
        """Remove what stands where a file is to be: never is a file written over, as the last site may share it."""
        if path in self._left:
            self._disk.remove_file(self._folder / path)
            self._left.discard(path)
        elif path in self._folders:
            self._disk.remove_tree(self._folder / path)
            self._left = {one for one in self._left if not one.startswith(f"{path}/")}
        elif self._left:
            for above in _folders_above(path):
                if above in self._left:
                    self.make_room(above)

    def clear(self, *folders: str) -> None:
        """Remove what is left in some folders (all: the empty name), and folders that are empty then."""
        gone = [
            path
            for path in self._left
            if any(not folder or path.startswith(f"{folder}/") for folder in folders)
        ]
        for path in gone:
            self._disk.remove_file(self._folder / path)
        self._left.difference_update(gone)
        emptied = {above for path in gone for above in _folders_above(path)}
        for folder in sorted(emptied, key=len, reverse=True):
            self._disk.remove_empty_folder(self._folder / folder)


def _folders_above(path: str) -> list[str]:
    """The folders that a path lies in: `a` and `a/b` for `a/b/c.html`."""
    return [path[:at] for at, sign in enumerate(path) if sign == "/"]
