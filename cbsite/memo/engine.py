"""The engine: our own code and the packages that it stands on, as one hash."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from pathlib import Path

from cbsite.ports.disk import Disk

_PACKAGES = (
    "icalendar-", "jinja2-", "markdown_it_py-", "markupsafe-", "mdit_py_plugins-", "mdurl-", "msgspec-", "pagefind_bin",
    "pillow-", "pydantic-", "pydantic_core-", "pyyaml-",
)  # fmt: skip
"""The beginnings of the folders in which the packages that make a site say their version."""


def engine(disk: Disk) -> bytes:
    """16 bytes that change whenever the same hub might give another site or other messages."""
    package = disk.resolve(Path(__file__)).parent.parent
    seen = hashlib.blake2b(sys.version.encode(), digest_size=16)
    code = [found.path for found in disk.walk(package) if found.path.endswith(".py")]
    for path, data in zip(code, disk.read_each(package, code), strict=True):
        seen.update(path.encode())
        seen.update(data)
    for name in disk.package_folders():
        if name.lower().startswith(_PACKAGES):
            seen.update(name.encode())
    return seen.digest()


@cache
def engine_here() -> bytes:
    """The engine of this process, as it was when first asked for: what is installed later is not what runs."""
    return engine(Disk())
