"""The theme: the default one, with whatever files the hub puts in their place."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

import msgspec

from cbsite.diagnostics import Report, Source, Span, printable
from cbsite.ports.disk import Disk
from cbsite.read.names import name_problem, same_names
from cbsite.render.scripts import imported, with_versions

ASSETS = "assets/"
MAPS = "maps/"
_OF_PAGES = ("pages/", "parts/")


class Theme(msgspec.Struct, frozen=True):
    """Templates by their path (`pages/place.html`), and assets, published as they are but for versions in imports."""

    templates: Mapping[str, Source]
    assets: Mapping[str, bytes]

    @property
    def maps(self) -> dict[str, Source]:
        """The map files by name: `england-2009` for `maps/england-2009.json`."""
        return {
            path.removeprefix(MAPS).removesuffix(".json"): source
            for path, source in self.templates.items()
            if path.startswith(MAPS) and path.endswith(".json")
        }

    @property
    def page_templates(self) -> tuple[str, ...]:
        """The paths of the templates that pages are made with."""
        return tuple(path for path in self.templates if path.startswith(_OF_PAGES))

    @property
    def versioned_imports(self) -> tuple[str, ...]:
        """The addresses, without versions, of scripts that others import by an address with one."""
        return tuple(f"/{path}" for path in imported(self.assets))

    def asset_address(self, name: str) -> str:
        """The address of an asset, with a version that changes when its bytes do."""
        digest = hashlib.sha256(self.assets.get(f"{ASSETS}{name}", b"")).hexdigest()
        return f"/{ASSETS}{name}?v={digest[:10]}"


def load_theme(disk: Disk, default: Path, overrides: Path, report: Report) -> Theme:
    """Read the default theme, then the hub's own files over it, path by path."""
    templates: dict[str, Source] = {}
    assets: dict[str, bytes] = {}
    for folder in dict.fromkeys((default, overrides)):
        for found in disk.walk(folder):
            path = f"templates/{printable(found.path)}"
            if problem := name_problem(found.path):
                report.add("E-PATH", Span(path), *problem)
            elif found.kind != "file":
                report.add(
                    "E-PATH",
                    Span(path),
                    f"{path} is a link, not a file.",
                    "Put the file itself there.",
                )
            elif found.path.startswith(ASSETS):
                assets[found.path] = disk.read(folder / found.path)
            else:
                try:
                    text = disk.read(folder / found.path).decode("utf-8-sig")
                except UnicodeDecodeError:
                    report.add(
                        "E-ENCODING",
                        Span(path),
                        f"{path} is not text in UTF-8.",
                        "Save it as UTF-8.",
                    )
                    continue
                templates[found.path] = Source(path, text.replace("\r\n", "\n"))
    for first, other in same_names(assets):
        report.add(
            "E-PATH",
            Span(f"templates/{other}"),
            f"'{other}' and '{first}' are one file for Windows and macOS.",
            "Give one of them another name, or both the same.",
        )
    return Theme(templates, with_versions(assets))
