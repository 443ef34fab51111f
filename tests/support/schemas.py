"""check-jsonschema, run in this process, on the files of a hub."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path

from check_jsonschema import main
from click.testing import CliRunner

from cbsite.authoring.editor_files import EditorFiles, write_editor_files
from cbsite.ports.disk import Disk
from cbsite.project import Project
from cbsite.records.kinds import BY_REGISTER

Found = dict[str, list[str]]
"""What is wrong in each file: where in it, and what is said of it."""


def editor_files(hub: Path, folder: Path) -> EditorFiles:
    """Write the editor files of the hub into another folder, so that the hub stays as it is."""
    return write_editor_files(Disk(), Project(folder, hub / "content", folder, folder))


def schema_of(folder: Path, name: str) -> Path:
    return folder / ".vscode" / "cbsite" / f"{name}.schema.json"


def problems(schema: Path, *files: Path) -> Found:
    """What check-jsonschema finds in the files; those with no problem are not named."""
    arguments = ["-o", "json", "--verbose", "--schemafile", str(schema), *map(str, files)]
    ended = CliRunner().invoke(main, arguments)
    assert ended.exit_code in (0, 1), ended.output
    said = json.loads(ended.stdout)
    found: Found = defaultdict(list)
    for error in said["errors"]:
        found[error["filename"]].append(f"{error['path']}: {error['message']}")
        for sub in error.get("sub_errors", ()):
            found[error["filename"]].append(f"{sub['path']}: {sub['message']}")
    for error in said.get("parse_errors", ()):
        found[error["filename"]].append(f"$: {error['message']}")
    assert bool(found) == (ended.exit_code == 1)
    return dict(found)


def is_good_schema(*files: Path) -> bool:
    return CliRunner().invoke(main, ["--check-metaschema", *map(str, files)]).exit_code == 0


def shape_of(path: str) -> str | None:
    """The shape of a file at a path in `content/`; None for one that holds no fields."""
    if path == "site.yml":
        return "site"
    parts = path.split("/")
    if parts[0] == "data" and path.endswith(".yml") and parts[-2:-1]:
        if len(parts) == 2:
            return parts[1].removesuffix(".yml")
        return BY_REGISTER[parts[1]].name if parts[1] in BY_REGISTER else None
    if not path.endswith(".md") or parts[0] not in BY_REGISTER:
        return None
    if len(parts) == 3 and parts[2] != "index.md":
        return "section" if re.match(r"\d+-", parts[2]) else "annex"
    return BY_REGISTER[parts[0]].name


def yaml_files(hub: Path, folder: Path) -> dict[str, list[tuple[str, Path]]]:
    """The files of fields in a hub by shape: the path in the hub, and a file that holds the YAML alone."""
    found: dict[str, list[tuple[str, Path]]] = defaultdict(list)
    for path in sorted((hub / "content").rglob("*")):
        name = path.relative_to(hub / "content").as_posix()
        shape = shape_of(name) if path.is_file() else None
        if shape is None:
            continue
        if path.suffix == ".md":
            text = path.read_text("utf-8-sig", errors="replace")
            fields = re.match(r"---[ \t]*\n(.*?\n)---[ \t]*(\n|$)", text, re.S)
            if fields is None:
                continue
            path = folder / f"{name.replace('/', '@')}.yml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(fields[1], "utf-8")
        found[shape].append((f"content/{name}", path))
    return found
