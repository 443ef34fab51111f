"""The one step in which a new site takes the place of the old one.

Where the system can exchange two folders (Linux), the output is whole at every instant. Elsewhere
three renames do it, and the names themselves are the journal: what lies at `<output>.next.old` is
always a whole site, and without an output it is the one to bring back.

    <output>   <output>.next   <output>.next.old
    old        new             -
    -          new             old      a kill here: `recover` brings the old site back
    new        -               old      a kill here: `recover` takes the last step
    new        old             -        removed now, or by the next build

A power cut, unlike a kill, may lose bytes that the system had not yet written; then build again.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from cbsite.ports.disk import Disk
from cbsite.publish.guard import PublishRefused, refuse_foreign
from cbsite.publish.manifest import MANIFEST, is_ours, read_manifest


def staging_folder(output: Path) -> Path:
    """Where the next site is built: beside the output, so that renaming it moves no bytes."""
    return output.with_name(f"{output.name}.next")


def aside_folder(output: Path) -> Path:
    """Where the old site waits while the new one takes its name.

    Not `<output>.old`, which people choose for copies of their own.
    """
    return output.with_name(f"{output.name}.next.old")


def publish(disk: Disk, staged: Path, output: Path, spare: Path | None = None) -> None:
    """Put the finished site `staged` in the place of `output`, then remove the old one, or make it the `spare` one.

    Raises `PublishRefused` if the output is not ours to replace, OSError if the disk fails, and
    ValueError if `staged` was never finished; the old site is then as it was.
    """
    manifest = read_manifest(disk, staged)
    if manifest is None or not manifest.complete:
        raise ValueError(f"The site in '{staged}' is not finished, so it cannot be published.")
    refuse_foreign(disk, output)
    if not disk.exists(output):
        disk.rename(staged, output)
        return
    if not disk.exchange(staged, output):
        _swap_by_journal(disk, staged, output)
    # The new site is out. If the old one cannot be removed (on Windows a program may still show
    # it), that is no failure of this build: the next one tries again.
    with contextlib.suppress(OSError):
        if spare is None or not _retire(disk, staged, spare):
            disk.remove_tree(staged, last=MANIFEST)


def _retire(disk: Disk, old: Path, spare: Path) -> bool:
    """Keep a site at `spare`; False where that cannot be."""
    try:
        disk.make_folder(spare.parent)
        disk.remove_tree(spare, last=MANIFEST)
        disk.rename(old, spare)
    except OSError:
        return False
    return True


def _swap_by_journal(disk: Disk, staged: Path, output: Path) -> None:
    aside = aside_folder(output)
    if disk.exists(aside):
        raise PublishRefused(
            f"cbsite needs the name '{aside}' for a moment, but something is there.",
            "Rename or delete it, or choose another folder with  --output .",
        )
    try:
        disk.rename(output, aside)
        disk.rename(staged, output)
    except BaseException:
        recover(disk, output)
        raise
    with contextlib.suppress(OSError):
        disk.rename(aside, staged)


def recover(disk: Disk, output: Path) -> None:
    """Mend what a kill in the middle of `publish` left; at other times do nothing.

    Call it, with the lock held, before anything reads or replaces the output. May raise OSError.
    """
    aside = aside_folder(output)
    if not _ours_or_empty(disk, aside):
        return
    if not disk.exists(output):
        disk.rename(aside, output)
        return
    # Removed under the name of what is only ever rubbish: half of a site must not lie at `aside`.
    rubbish = staging_folder(output)
    if _ours_or_empty(disk, rubbish):
        disk.remove_tree(rubbish, last=MANIFEST)
    if not disk.exists(rubbish):
        disk.rename(aside, rubbish)
        disk.remove_tree(rubbish, last=MANIFEST)


def _ours_or_empty(disk: Disk, folder: Path) -> bool:
    return is_ours(disk, folder) or disk.is_empty_folder(folder)
