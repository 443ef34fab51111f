"""All files that a site is made of, read once, each with its hash."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from cbsite.ports.disk import Disk, Found
from cbsite.project import Project, theme_folder

CONTENT, OVERRIDES, THEME = "content", "templates", "theme"
"""The folders of sources: what authors write, the hub's own templates, the default theme."""

_TEXTS = (".md", ".yml", ".csv")


@dataclass(frozen=True, slots=True)
class Sources:
    """What lies in the folders of sources.

    `hashes` are those of all files, by folder and path (`content/site.yml`); what is no file has an empty one.
    `texts` are the bytes of texts in `content/` by their paths there, and `found` all that lies there.
    """

    hashes: Mapping[str, bytes]
    texts: Mapping[str, bytes]
    found: tuple[Found, ...]

    @property
    def content(self) -> dict[str, bytes]:
        """The hashes of the files in `content/`, by path there."""
        before = f"{CONTENT}/"
        return {
            path.removeprefix(before): found
            for path, found in self.hashes.items()
            if path.startswith(before)
        }


def look(disk: Disk, project: Project) -> Sources:
    """Read everything. Raises OSError where the disk cannot be read."""
    hashes: dict[str, bytes] = {}
    texts: dict[str, bytes] = {}
    content = disk.walk(project.content)
    for name, folder, found in (
        (CONTENT, project.content, content),
        (OVERRIDES, project.templates, disk.walk(project.templates)),
        (THEME, (theme := theme_folder(disk)), disk.walk(theme)),
    ):
        for one in found:
            data = disk.read(folder / one.path) if one.kind == "file" else None
            hashes[f"{name}/{one.path}"] = b"" if data is None else file_hash(data)
            if data is not None and name == CONTENT and one.path.endswith(_TEXTS):
                texts[one.path] = data
    return Sources(hashes, texts, content)


def file_hash(data: bytes) -> bytes:
    """What stands for the bytes of a file."""
    return hashlib.blake2b(data, digest_size=16).digest()
