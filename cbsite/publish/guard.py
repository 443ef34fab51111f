"""Which folders may be replaced by a built site: never one that somebody would miss."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from cbsite.ports.disk import Disk
from cbsite.publish.manifest import MANIFEST, is_ours, read_manifest

_DROPPINGS = {".DS_Store", "Thumbs.db", "desktop.ini"}
"""Files that Finder and Windows Explorer leave in any folder they show."""

_CHOOSE = "Choose another folder with  --output , such as  site ."


class PublishRefused(Exception):
    """The site is not published, to protect what is there. `hint` says what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def refuse_unsafe_output(disk: Disk, output: Path, hub: Path, sources: Sequence[Path]) -> None:
    """Raise `PublishRefused` unless a site may be published at `output`: it is missing, empty or ours.

    `sources` are the folders that people write in (content, templates). The output may lie in the
    hub's folder but not in these, and may be or hold none of them, nor home.
    """
    _refuse_links_and_files(disk, output)
    place = disk.resolve(output)
    if place == place.parent:
        raise PublishRefused("The site cannot be published over the whole disk.", _CHOOSE)
    all_kept = _kept(disk, hub, sources)
    for name, kept in all_kept:
        if place == kept:
            raise PublishRefused(f"The site cannot be published over {name} ('{kept}').", _CHOOSE)
    for name, kept in all_kept:
        if place in kept.parents:
            raise PublishRefused(
                f"The site cannot be published to '{output}', as {name} is inside it.", _CHOOSE
            )
    for source in sources:
        if disk.resolve(source) in place.parents:
            raise PublishRefused(
                f"The site cannot be published to '{output}', as that is inside '{source}', where"
                " the hub is written.",
                _CHOOSE,
            )
    _refuse_strange(disk, output)


def refuse_foreign(disk: Disk, folder: Path) -> None:
    """Raise `PublishRefused` unless `folder` is missing, empty, or a site that cbsite built and nobody added to."""
    _refuse_links_and_files(disk, folder)
    _refuse_strange(disk, folder)
    manifest = read_manifest(disk, folder)
    if manifest is not None and manifest.complete:
        known = {*manifest.files, MANIFEST}
        found = disk.walk(folder, hidden=True)
        refuse_added(folder, [one.path for one in found if one.path not in known])


def refuse_added(folder: Path, added: Sequence[str]) -> None:
    """Raise `PublishRefused` if anything was added to a built site that somebody would miss."""
    added = [path for path in added if PurePosixPath(path).name not in _DROPPINGS]
    if added:
        more = f" and {len(added) - 1} more" if len(added) > 1 else ""
        raise PublishRefused(
            f"The folder '{folder}' was built by cbsite, but somebody has put '{added[0]}'{more}"
            " there since, which a new build would delete.",
            "Move what was added somewhere else, such as into  content , and build again.",
        )


def _refuse_strange(disk: Disk, folder: Path) -> None:
    if disk.exists(folder) and not disk.is_empty_folder(folder) and not is_ours(disk, folder):
        raise PublishRefused(
            f"The folder '{folder}' holds files that cbsite did not make, so it is left as it is.",
            "Choose another folder with  --output , or move or delete that one yourself.",
        )


def _refuse_links_and_files(disk: Disk, output: Path) -> None:
    if disk.is_link(output):
        raise PublishRefused(
            f"The site cannot be published to '{output}', as that is a symbolic link.",
            "Give the folder that it leads to, with  --output , or delete the link.",
        )
    if disk.exists(output) and not disk.is_folder(output):
        raise PublishRefused(
            f"The site cannot be published to '{output}', as that is a file and not a folder.",
            _CHOOSE,
        )


def _kept(disk: Disk, hub: Path, sources: Sequence[Path]) -> tuple[tuple[str, Path], ...]:
    kept = [("the hub's own folder", disk.resolve(hub))]
    kept += [(f"the hub's folder '{source.name}'", disk.resolve(source)) for source in sources]
    if home := disk.home():
        kept.append(("your home folder", disk.resolve(home)))
    return tuple(kept)
