"""All files that a site is made of, looked at once, each with its hash."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Mapping
from pathlib import Path

import msgspec

from cbsite.memo import digest
from cbsite.ports.disk import Disk, Found
from cbsite.ports.git import Days
from cbsite.ports.seen import Seen
from cbsite.project import Project, theme_folder

CONTENT, OVERRIDES, THEME = "content", "templates", "theme"
"""The folders of sources: what authors write, the hub's own templates, the default theme."""

HISTORY = "history"
"""Stands among the sources for the days of last commits, where there are any."""

_TEXTS = (".md", ".yml", ".csv")


class Sources(msgspec.Struct, frozen=True):
    """What lies in the folders of sources.

    `hashes` are those of all files, by folder and path (`content/site.yml`); what is no file has an empty one. One
    stands for all `days`, on which files of registers were last committed, by folder and path too.
    `texts` are the bytes of texts in `content/` by their paths there, and `found` all that lies there. `disk`
    gives all this as it was when it was hashed.
    """

    hashes: Mapping[str, bytes]
    texts: Mapping[str, bytes]
    found: tuple[Found, ...]
    disk: Disk
    days: Mapping[str, datetime.date]

    @property
    def content(self) -> dict[str, bytes]:
        """The hashes of the files in `content/`, by path there."""
        before = f"{CONTENT}/"
        return {
            path.removeprefix(before): found
            for path, found in self.hashes.items()
            if path.startswith(before)
        }


def look(disk: Disk, project: Project, days: Days | None = None) -> Sources:
    """Read everything. Raises OSError where the disk cannot be read.

    `days` are those of the files of registers, by path in `content/`. Those of files that are gone count for nothing.
    """
    hashes: dict[str, bytes] = {}
    texts: dict[str, bytes] = {}
    folders: dict[Path, tuple[Found, ...]] = {}
    seen: dict[str, bytes] = {}
    theme = theme_folder(disk)
    # The hub's own templates may be the default theme itself, which is then looked at twice.
    for name, folder in (
        (CONTENT, project.content),
        (OVERRIDES, project.templates),
        (THEME, theme),
    ):
        folders[folder], above = disk.walk(folder), folder.as_posix()
        files = [one.path for one in folders[folder] if one.kind == "file"]
        for path, data in zip(files, disk.read_each(folder, files), strict=True):
            hashes[f"{name}/{path}"] = hashlib.blake2b(data, digest_size=16).digest()
            is_text = name == CONTENT and path.endswith(_TEXTS)
            if is_text:
                texts[path] = data
            if is_text or name != CONTENT:
                seen[f"{above}/{path}"] = data
        hashes |= {f"{name}/{one.path}": b"" for one in folders[folder] if one.kind != "file"}
    dated = {f"{CONTENT}/{path}": day for path, day in (days or {}).items() if path in texts}
    if dated:
        hashes[HISTORY] = digest(sorted(dated.items()))
    return Sources(hashes, texts, folders[project.content], Seen(folders, seen), dated)
