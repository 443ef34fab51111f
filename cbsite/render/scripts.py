"""Scripts that import one another, so that a browser never mixes old ones with new."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

_START = rb"""(\b(?:from|import)\s*\(?\s*["'])\./([\w.-]+\.js)"""
_IMPORT = re.compile(_START + rb"""(?=["'])""")
"""An import of a script in the same folder: `from "./words.js"`, `import("./marks.js")`."""

_VERSIONED = re.compile(_START + rb"\?v=")


def with_versions(assets: Mapping[str, bytes]) -> dict[str, bytes]:
    """The assets, in whose scripts every import of another names its version: `./words.js?v=...`.

    All have the same one, which changes with any of them: so the order in which they import does not matter.
    """
    scripts = {path: data for path, data in sorted(assets.items()) if path.endswith(".js")}
    digest = hashlib.sha256()
    for path, data in scripts.items():
        digest.update(f"{path}:{len(data)}:".encode() + data)
    version = digest.hexdigest()[:10].encode()

    def import_in(folder: str, data: bytes) -> bytes:
        def named(found: re.Match[bytes]) -> bytes:
            known = f"{folder}{found[2].decode()}" in scripts
            return found[0] + b"?v=" + version if known else found[0]

        return _IMPORT.sub(named, data)

    made = dict(assets)
    for path, data in scripts.items():
        made[path] = import_in(path[: path.rfind("/") + 1], data)
    return made


def imported(assets: Mapping[str, bytes]) -> tuple[str, ...]:
    """The paths of the scripts that others import with a version, in order."""
    found = {
        f"{path[: path.rfind('/') + 1]}{name[2].decode()}"
        for path, data in assets.items()
        if path.endswith(".js")
        for name in _VERSIONED.finditer(data)
    }
    return tuple(sorted(found & assets.keys()))
