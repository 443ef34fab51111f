"""Text files in folders."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def write_files(folder: Path, files: Iterable[tuple[str, str]]) -> int:
    """Write each text at its path in the folder; how many there were."""
    written = 0
    made: set[Path] = set()
    for path, text in files:
        target = folder / path
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        target.write_text(text, encoding="utf-8", newline="\n")
        written += 1
    return written
