"""Beginning a hub: a small example with comments, copied into an empty folder."""

from __future__ import annotations

from pathlib import Path

from cbsite.ports.disk import Disk

STARTER = Path(__file__).parent / "starter"


class CannotBegin(Exception):
    """The folder is not empty; the text says what to do."""


def begin_hub(disk: Disk, folder: Path) -> tuple[Path, ...]:
    """Write the starter hub into `folder` and return the files; never over anything that is there.

    Raises CannotBegin, before anything is written, if any of its files is there already.
    """
    files = tuple(found.path for found in disk.walk(STARTER) if found.kind == "file")
    there = [path for path in files if disk.exists(folder / path)] or (
        ["content"] if disk.exists(folder / "content") else []
    )
    if there or (disk.exists(folder) and not disk.is_folder(folder)):
        what = f"holds {there[0]} already" if there else "is a file"
        raise CannotBegin(f"{folder} {what}, so nothing was written. Choose an empty folder.")
    for path in files:
        disk.create_new(folder / path, disk.read(STARTER / path))
    return tuple(folder / path for path in files)


__all__ = ["CannotBegin", "begin_hub"]
