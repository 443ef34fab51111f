"""Changing files of content/ so that the change can be taken back.

The copies are whole before the first file changes, and every file changes in one step. So a kill at any
instant leaves whole files, and `undo` finds each as it was or as it was to be.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence

from cbsite.authoring.copies import (
    CannotFix,
    Change,
    copy_of,
    forget_old,
    hash_of,
    keep_copies,
    kept_sets,
    remove_set,
)
from cbsite.ports.disk import Disk
from cbsite.project import Project


def write_changes(disk: Disk, project: Project, changes: Sequence[Change]) -> None:
    """Change the files, all or none, and keep copies.

    Raises CannotFix, and changes nothing, where one is no longer as it was `before` or lies behind a link;
    OSError where the disk fails, with all files as they were unless it fails for good.
    """
    if not changes:
        return
    with disk.lock(project.state / "lock"):
        for change in changes:
            _require(disk, project, change)
        folder = keep_copies(disk, project, changes)
        begun: list[Change] = []
        try:
            for change in changes:
                _require(disk, project, change)
                begun.append(change)
                disk.write_atomic(project.root / change.path, change.after)
        except BaseException:
            with contextlib.suppress(OSError, CannotFix):
                _take_back(disk, project, begun)
                remove_set(disk, folder)
            raise
        with contextlib.suppress(OSError):
            forget_old(disk, project)


def undo(disk: Disk, project: Project) -> tuple[str, ...]:
    """Bring back the files of the last change, all or none, and return their paths.

    Raises CannotFix where there is none, where a file has been changed since, or where a copy is damaged.
    """
    with disk.lock(project.state / "lock"):
        sets = kept_sets(disk, project)
        if not sets:
            raise CannotFix("There is nothing to undo: no change by cbsite fix is kept here.")
        folder, hashes = sets[-1]
        copies = {path: copy_of(disk, folder, path, before) for path, (before, _) in hashes.items()}
        now = {path: _hash_now(disk, project, path) for path in hashes}
        since = [path for path in sorted(hashes) if now[path] not in hashes[path]]
        if since:
            raise CannotFix(
                f"Nothing was undone, because this was changed after cbsite fix: {', '.join(since)}. "
                f"The files as they were before are in {folder}."
            )
        for path, (before, _) in hashes.items():
            if now[path] != before:
                disk.write_atomic(project.root / path, copies[path])
        remove_set(disk, folder)
        return tuple(sorted(hashes))


def _require(disk: Disk, project: Project, change: Change) -> None:
    if _hash_now(disk, project, change.path) != hash_of(change.before):
        raise CannotFix(
            f"Another program changed {change.path} just now, so nothing was mended. Run the command again."
        )


def _hash_now(disk: Disk, project: Project, path: str) -> str:
    """The hash of a file of content/; empty if it is gone. Links are not followed."""
    place = project.root / path
    for step in (place, *place.parents):
        if step == project.root:
            break
        if disk.is_link(step):
            raise CannotFix(f"{step} is a link to another place, so nothing was changed.")
    return hash_of(disk.read(place)) if disk.is_file(place) else ""


def _take_back(disk: Disk, project: Project, begun: Iterable[Change]) -> None:
    for change in begun:
        if _hash_now(disk, project, change.path) == hash_of(change.after):
            disk.write_atomic(project.root / change.path, change.before)
