"""The folder in which the next site is built."""

from __future__ import annotations

import contextlib
from pathlib import Path
from types import TracebackType
from typing import Self

from msgspec.structs import replace

from cbsite.names import folded, problem_with
from cbsite.ports.disk import Disk, StrPath
from cbsite.publish.guard import PublishRefused
from cbsite.publish.manifest import MANIFEST, Entry, Manifest, entries_in, entry_of, is_ours
from cbsite.publish.spare import Spare
from cbsite.publish.swap import publish, staging_folder


class UnsafePath(ValueError):
    """A path that cannot be a file of the site, or that is written twice. A bug in the plan."""


class Staging:
    """A site being built in `folder`, beside the output. Use it in a `with` block.

    The folder is made for the first file, so that a build that comes to nothing before leaves the spare site alone. It
    has an incomplete manifest, which tells the next build that a killed one left it, and perhaps files of the site
    `spare` that are still to be taken over or to go. Programs may add files of their own (the search
    index) where `clear` has made room; `entries_under` takes them into the site. Leaving the block by an error
    removes the folder; after `publish` there is none.
    """

    def __init__(self, disk: Disk, output: Path, spare: Path | None = None) -> None:
        self.folder = staging_folder(output)
        self._spare_folder, self._spare = spare, Spare(disk, self.folder)
        self._begun = False
        self._disk = disk
        self._taken = {folded(MANIFEST)}
        self._entries: dict[str, Entry] = {}
        self._output = output
        self.published = False

    def __enter__(self) -> Self:
        """Raises `PublishRefused` if something that cbsite did not make is at `folder`."""
        if self._disk.exists(self.folder):
            self._refuse_foreign()
            self._disk.remove_tree(self.folder, last=MANIFEST)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is not None:
            self._leave()

    def _begin(self) -> None:
        """Make the folder, if that is not done."""
        if self._begun:
            return
        self._begun = True
        begun = Manifest(complete=False).to_bytes()
        if self._spare_folder is not None and self._spare.move_in(self._spare_folder):
            # At every instant there is one or the other manifest: without one, the folder is a stranger's.
            self._disk.write_atomic(self.folder / MANIFEST, begun)
        else:
            self._disk.write(self.folder / MANIFEST, begun)

    def write(self, path: str, content: bytes) -> Entry:
        """Add the file `path` (relative to the site, forward slashes); what the manifest will say of it.

        Raises `UnsafePath` if some system could not hold it, or would take it for a file that is
        there already.
        """
        self._claim(path)
        self._spare.make_room(path)
        self._disk.write(f"{self.folder}/{path}", content)
        self._entries[path] = entry_of(content)
        return self._entries[path]

    def keep(self, path: str, old: StrPath, entry: Entry) -> None:
        """Add the file `path` as the file `old` of a site of ours is, whose bytes are known to be `entry`.

        Raises `UnsafePath` as `write` does.
        """
        self._claim(path)
        if not self._spare.has(path, old):
            self._spare.make_room(path)
            self._disk.link(old, f"{self.folder}/{path}")
        self._entries[path] = entry

    def _claim(self, path: str) -> None:
        if problem := problem_with(path):
            raise UnsafePath(f"The site cannot have a file {path!r}: {problem}.")
        name = folded(path)
        if name in self._taken:
            raise UnsafePath(f"The site has two files {path!r} (capital letters do not count).")
        self._begin()
        self._taken.add(name)

    def clear(self, *folders: str) -> None:
        """Make room for files that somebody else will put into some folders."""
        self._begin()
        self._spare.clear(*folders)

    def entries_under(self, folder: str) -> dict[str, Entry]:
        """What the manifest will say of all that is in a folder of the site, whoever put it there."""
        there = self._disk.walk(self.folder / folder)
        paths = [replace(one, path=f"{folder}/{one.path}") for one in there]
        added = [one for one in paths if one.path not in self._entries]
        self._entries |= entries_in(self._disk, self.folder, added)
        return {one.path: self._entries[one.path] for one in paths}

    def finish(self) -> str:
        """Write the complete manifest, of all files of the site; the hash of its bytes."""
        self._begin()
        self._spare.clear("")
        content = Manifest(True, self._entries).to_bytes()
        self._disk.write_atomic(self.folder / MANIFEST, content)
        return entry_of(content).sha256

    def publish(self) -> None:
        """Put the finished folder in the place of the output, whose site may be of use to the next build."""
        publish(self._disk, self.folder, self._output, self._spare_folder)
        self.published = True

    def discard(self) -> None:
        """Remove the folder and all in it."""
        self._disk.remove_tree(self.folder, last=MANIFEST)

    def _leave(self) -> None:
        # What went wrong first is what people must hear; the next build clears what stays.
        with contextlib.suppress(OSError):
            self.discard()

    def _refuse_foreign(self) -> None:
        if is_ours(self._disk, self.folder) or self._disk.is_empty_folder(self.folder):
            return
        raise PublishRefused(
            f"cbsite builds in '{self.folder}', but that holds files that it did not make.",
            "Rename or delete it, or choose another folder with  --output .",
        )
