"""Problems by file, and how each is known again in another run."""

from __future__ import annotations

import hashlib
import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator

from cbsite.diagnostics import LEVELS, Diagnostic, Report, natural_order


def by_file(report: Report) -> list[tuple[str, list[Diagnostic]]]:
    """Each file with its problems by place, a problem of the whole file first.

    Files with errors come first, then those with warnings, then the others; each sort by path.
    """
    files: dict[str, list[Diagnostic]] = {}
    for diagnostic in report:
        files.setdefault(diagnostic.span.path, []).append(diagnostic)
    return sorted(files.items(), key=lambda file: (_worst(file[1]), natural_order(file[0])))


def _worst(diagnostics: Iterable[Diagnostic]) -> int:
    return min(LEVELS.index(diagnostic.level) for diagnostic in diagnostics)


def repository_path(path: str, folder: str) -> str:
    """The path of a hub's file from the root of the repository, in which the hub is at `folder`."""
    return posixpath.normpath(posixpath.join(folder, path))


def fingerprinted(report: Report) -> Iterator[tuple[Diagnostic, str]]:
    """Each problem with a name of its own, which stays when lines above it come or go.

    It is made of the code, the path and the words of the line, not of the line's number; equal ones
    are told apart by their order.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    for diagnostic in report:
        words = diagnostic.span.text.strip() or diagnostic.message
        key = (diagnostic.code, diagnostic.span.path, words)
        seen[key] += 1
        named = "\0".join([*key, str(seen[key])])
        yield diagnostic, hashlib.sha256(named.encode(errors="surrogatepass")).hexdigest()[:32]
