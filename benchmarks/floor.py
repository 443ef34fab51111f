"""The floor under all builds: to read every source and write every byte of the output, and nothing else."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Spent, run_all
from benchmarks.site_folder import SiteFolder

SCRIPT = Path(__file__).with_name("floor_script.py")


def read_and_write(site: SiteFolder) -> Spent:
    """A plain Python loop that reads the sources of a built site and writes files of the sizes of its output."""
    listed, written = _beside(site, "floor.txt"), _beside(site, "floor")
    sources = "\n".join(map(str, _sources(site)))
    outputs = "\n".join(
        f"{path.stat().st_size} {path.relative_to(site.output)}" for path in _files(site.output)
    )
    listed.write_text(f"{sources}\n\n{outputs}\n", "utf-8")
    command = [sys.executable, "-S", "-E", str(SCRIPT), str(listed), str(written)]
    return _spent(site, written, command)


def copy(site: SiteFolder) -> Spent:
    """The output of a built site copied by `cp`, which is in C."""
    written = _beside(site, "floor")
    return _spent(site, written, ["cp", "-r", str(site.output), str(written)])


def _spent(site: SiteFolder, written: Path, command: list[str]) -> Spent:
    site.put_away(written)
    try:
        return run_all([command], site.folder, {})
    finally:
        site.put_away(written)


def _beside(site: SiteFolder, ending: str) -> Path:
    return site.folder.with_name(f"{site.folder.name}.{ending}")


def _sources(site: SiteFolder) -> Iterator[Path]:
    """All files but what the tool made or was linked."""
    not_sources = {site.tool.output, *site.tool.kept, *site.tool.links}
    for path in sorted(site.folder.iterdir()):
        if path.name not in not_sources:
            yield from _files(path) if path.is_dir() else (path,)


def _files(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders.sort()
        yield from (Path(root, name) for name in sorted(names))
