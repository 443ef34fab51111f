"""Where a hub's folders are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cbsite.ports.disk import Disk


class NoHubHere(Exception):
    """The folder holds no hub; the text says so, and what to do."""


@dataclass(frozen=True, slots=True)
class Project:
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
        raise NoHubHere(
            f"Looking for a folder named content in {root}, but there is none. Go to the folder that holds "
            "content and run this again, name it with --source, or begin a new hub with:  cbsite init my-hub"
        )
    return Project(root, content, root / "templates", root / ".cbsite")


def theme_folder(disk: Disk) -> Path:
    """The default theme: inside the installed package, or beside it in a checkout."""
    package = disk.resolve(Path(__file__)).parent
    installed = package / "templates"
    return installed if disk.is_folder(installed) else package.parent / "templates"
