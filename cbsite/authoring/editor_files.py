"""Files that tell an editor about a hub. What is made afresh is overwritten; what people may have changed never is."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cbsite.ports.disk import Disk
from cbsite.project import Project
from cbsite.records.kinds import KINDS
from cbsite.schema import front_matter_cms, vscode
from cbsite.schema.hub_ids import hub_ids
from cbsite.schema.json_schema import json_schemas


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that was there, and what it lacks, as JSON to paste; it stays as it is."""

    path: str
    lacks: str


@dataclass(frozen=True, slots=True)
class EditorFiles:
    """What was done, by paths from the hub's folder: files made afresh, files begun, files kept."""

    made: tuple[str, ...]
    begun: tuple[str, ...]
    kept: tuple[Kept, ...]


def write_editor_files(disk: Disk, project: Project) -> EditorFiles:
    """Write the schemas and forms of a hub, and the settings that are not there yet."""
    made = _made(disk, project)
    for path, value in made.items():
        disk.write(project.root / path, _json(value))
    begun, kept = [], []
    for path, wanted in _own().items():
        try:
            disk.create_new(project.root / path, _json(wanted))
            begun.append(path)
        except FileExistsError:
            lacks = _lacking(wanted, _read(disk, project.root / path))
            if lacks is not None:
                kept.append(Kept(path, _json(lacks).decode()))
    return EditorFiles(tuple(made), tuple(begun), tuple(kept))


def _made(disk: Disk, project: Project) -> dict[str, Any]:
    """What is made from the record types and the hub's ids, by path."""
    ids = hub_ids(disk, project)
    there = (kind.register for kind in KINDS if disk.is_folder(project.content / kind.register))
    schemas = json_schemas(ids)
    files = {vscode.schema_path(name): schema for name, schema in schemas.items()}
    return files | {front_matter_cms.FORMS_PATH: front_matter_cms.forms(ids, there)}


def _own() -> dict[str, Any]:
    """What belongs to the hub's people once it is written."""
    return {
        ".vscode/settings.json": vscode.settings(),
        ".vscode/extensions.json": vscode.extensions(),
        "frontmatter.json": front_matter_cms.settings(),
    }


def _read(disk: Disk, path: Path) -> Any:
    """What a settings file holds; nothing where it is no plain JSON, as with comments in it."""
    try:
        return json.loads(disk.read(path).decode("utf-8-sig"))
    except ValueError:
        return None


def _lacking(wanted: Any, there: Any) -> Any:
    """The part of `wanted` that is not `there` or is otherwise; None where nothing is."""
    if isinstance(wanted, dict) and isinstance(there, dict):
        lacks = {name: _lacking(value, there.get(name)) for name, value in wanted.items()}
        return {name: value for name, value in lacks.items() if value is not None} or None
    if isinstance(wanted, list) and isinstance(there, list):
        return [one for one in wanted if one not in there] or None
    return None if wanted == there else wanted


def _json(value: Any) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode()
