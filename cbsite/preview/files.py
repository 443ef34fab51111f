"""From the path of an address to the file of the built site, and to nothing else on the disk."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes

from cbsite.names import trouble_with
from cbsite.ports.disk import Disk
from cbsite.preview.headers import CSS, HTML, content_type
from cbsite.preview.screen import Screen

_LONGEST_PATH = 2000

_FOR_HOSTS = (("_headers",), ("_redirects",))
"""Files at the root of a site that tell a host what to do; hosts do not show them, nor does the preview."""

NOT_FOUND = b"""<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Page not found</title></head>
<body><h1>Page not found</h1><p>There is nothing at this address, and the site has no 404 page.</p>
</body>
</html>
"""


class NotBuilt(FileNotFoundError):
    """The site's folder is not there: not built yet, or just being put in place."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What to say to a request. `location` is where a 301 leads."""

    status: int
    content: bytes = b""
    type: str = HTML
    location: str = ""


class Files:
    """The files of the site at `site`."""

    def __init__(self, disk: Disk, site: Path, screen: Screen | None = None) -> None:
        self._disk = disk
        self._screen = screen or Screen()
        self._site = site
        self._stylesheets: set[str] = set()

    def answer(self, path: str) -> Answer:
        """The answer for the path of an address, still percent-encoded, without `?` and after.

        Raises OSError when the site is exchanged at this very moment: ask again. `NotBuilt` when
        there is no site.
        """
        root = self._disk.resolve(self._site)
        if not self._disk.is_folder(root):
            raise NotBuilt(str(root))
        names = split(path)
        if names is not None:
            page = "/".join((*names, "index.html")) if path.endswith("/") else "/".join(names)
            if path.endswith("/"):
                self._screen.look_at(path)
            if (early := self._screen.page(page)) is not None:
                return Answer(200, early)
            asked = self._inside(root, names)
            if asked and self._disk.is_folder(asked):
                if not path.endswith("/"):
                    return Answer(301, location="/" + "".join(quote(name) + "/" for name in names))
                asked = self._inside(root, (*names, "index.html"))
            elif path.endswith("/"):
                asked = None
            if asked and self._disk.is_file(asked):
                return self._file(asked, path)
        missing = self._inside(root, ("404.html",))
        if missing and self._disk.is_file(missing):
            return Answer(404, self._disk.read(missing))
        return Answer(404, NOT_FOUND)

    def stylesheets_stand(self) -> bool:
        """Whether all stylesheets that browsers have been given are still at their addresses.

        They are not when their names come from their content: then the pages name others.
        """
        try:
            return all(self.answer(path).status == 200 for path in sorted(self._stylesheets))
        except OSError:
            return False

    def _file(self, file: Path, path: str) -> Answer:
        answer = Answer(200, self._disk.read(file), content_type(file.name))
        if answer.type == CSS:
            self._stylesheets.add(path)
        return answer

    def _inside(self, root: Path, names: tuple[str, ...]) -> Path | None:
        """The real path of what is at `names`, unless a symbolic link leads out of the site."""
        try:
            real = self._disk.resolve(root.joinpath(*names))
        except (RuntimeError, ValueError):  # links in a ring; a name the system cannot write
            return None
        return real if real.is_relative_to(root) else None


def split(path: str) -> tuple[str, ...] | None:
    """The names in the path of an address, decoded once, or None for what no page of a site has.

    No empty, hidden or overlong names, no `.` or `..`, no separator in a name, no bytes that are not
    UTF-8, and nothing that Windows could not hold or would take for something else.
    """
    if not path.startswith("/") or len(path) > _LONGEST_PATH:
        return None
    inner = path[1:].removesuffix("/")
    if not inner:
        return () if path == "/" else None
    try:
        names = tuple(
            unquote_to_bytes(name.encode("latin-1")).decode("utf-8") for name in inner.split("/")
        )
    except UnicodeError:
        return None
    return names if all(map(_safe, names)) and names not in _FOR_HOSTS else None


def _safe(name: str) -> bool:
    # A slash here was written as %2F: it is part of no name.
    return not name.startswith(".") and "/" not in name and trouble_with(name) is None
