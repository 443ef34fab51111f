"""The folder in which the next site is built."""

from __future__ import annotations

import contextlib
from pathlib import Path
from types import TracebackType
from typing import Self

from cbsite.names import folded, problem_with
from cbsite.ports.disk import Disk
from cbsite.publish.guard import PublishRefused
from cbsite.publish.manifest import MANIFEST, Manifest, is_ours, list_files
from cbsite.publish.swap import staging_folder


class UnsafePath(ValueError):
    """A path that cannot be a file of the site, or that is written twice. A bug in the plan."""


class Staging:
    """A site being built in `folder`, beside the output. Use it in a `with` block.

    The folder is new and empty but for an incomplete manifest, which tells the next build that a
    killed one left it. Programs may add files of their own (the search index) before `finish`.
    Leaving the block by an error removes the folder; after `publish` there is none.
    """

    def __init__(self, disk: Disk, output: Path) -> None:
        self.folder = staging_folder(output)
        self._disk = disk
        self._written = {folded(MANIFEST)}

    def __enter__(self) -> Self:
        """Raises `PublishRefused` if something that cbsite did not make is at `folder`."""
        if self._disk.exists(self.folder):
            self._refuse_foreign()
            self._disk.remove_tree(self.folder, last=MANIFEST)
        try:
            self._disk.write(self.folder / MANIFEST, Manifest(complete=False).to_bytes())
        except BaseException:
            self._leave()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is not None:
            self._leave()

    def write(self, path: str, content: bytes) -> None:
        """Add the file `path` (relative to the site, forward slashes).

        Raises `UnsafePath` if some system could not hold it, or would take it for a file that is
        there already.
        """
        if problem := problem_with(path):
            raise UnsafePath(f"The site cannot have a file {path!r}: {problem}.")
        if folded(path) in self._written:
            raise UnsafePath(f"The site has two files {path!r} (capital letters do not count).")
        self._written.add(folded(path))
        self._disk.write(self.folder / path, content)

    def finish(self) -> Manifest:
        """Write the complete manifest, of all files that are in the folder, and return it."""
        manifest = list_files(self._disk, self.folder)
        self._disk.write_atomic(self.folder / MANIFEST, manifest.to_bytes())
        return manifest

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
