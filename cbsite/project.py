"""Where a hub's folders are."""

from __future__ import annotations

from pathlib import Path

import msgspec

from cbsite.ports.disk import Disk


class NoHubHere(Exception):
    """The folder holds no hub; the text says so, and what to do."""


class Project(msgspec.Struct, frozen=True):
    """The folders of one hub, all absolute. `templates` (overrides) and `state` need not exist."""

    root: Path
    content: Path
    templates: Path
    state: Path

    @property
    def sources(self) -> tuple[Path, ...]:
        """The folders that people write in."""
        return self.content, self.templates


def find_project(disk: Disk, source: Path) -> Project:
    """The hub whose `content/` is in `source`; raises NoHubHere with words for the author."""
    root = disk.resolve(source)
    content = root / "content"
    if not disk.is_folder(content):
        raise NoHubHere(_no_hub(disk, root))
    return Project(root, content, root / "templates", root / ".cbsite")


def _no_hub(disk: Disk, root: Path) -> str:
    if not disk.is_folder(root):
        return f"There is no folder {root}. Name the folder that holds content with --source."
    missing = f"Looking for a folder named content in {root}, but there is none."
    if hub := _hub_near(disk, root):
        return (
            f"{missing} There is a hub in {hub}. Go there and run this again, or name it:  "
            f'--source "{hub}"'
        )
    return (
        f"{missing} Go to the folder that holds content and run this again, name it with --source, "
        "or begin a new hub with:  cbsite init my-hub"
    )


def _hub_near(disk: Disk, root: Path) -> Path | None:
    """The one hub that people are likely to mean: above the folder, or the only one right below it."""

    def is_hub(folder: Path) -> bool:
        return disk.is_file(folder / "content" / "site.yml")

    try:
        above = next(filter(is_hub, root.parents), None)
        below = [root / name for name in disk.names(root) if is_hub(root / name)]
    except OSError:  # a folder that may not be looked into
        return None
    return above or (below[0] if len(below) == 1 else None)


def theme_folder(disk: Disk) -> Path:
    """The default theme."""
    return _carried(disk, "templates", "templates")


def errors_guide(disk: Disk) -> Path:
    """The file that explains each code."""
    return _carried(disk, "errors.md", "docs/errors.md")


def _carried(disk: Disk, installed: str, checkout: str) -> Path:
    """What comes with cbsite: inside the installed package, or beside it in a checkout."""
    package = disk.resolve(Path(__file__)).parent
    inside = package / installed
    return inside if disk.exists(inside) else package.parent / checkout
