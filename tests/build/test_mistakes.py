"""The hub of mistakes: every file, line, column, code and fix right, all in one run of `cbsite check`."""

from __future__ import annotations

import json
import shutil
import textwrap
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from tests.support.command import REPOSITORY, cbsite
from tests.support.odd_files import ODD_FILES

MISTAKES = REPOSITORY / "tests" / "hubs" / "mistakes"
AS_OF = "2026-06-01"


class Mistake(NamedTuple):
    """What is expected of one mistake; `at` is `line:column`, empty for a whole file."""

    path: str
    at: str
    code: str
    corrected: str
    safe: bool


@cache
def expected() -> dict[str, list[Mistake]]:
    """All mistakes by file. A file named twice is a mistake of ours."""
    made: dict[str, list[Mistake]] = {}
    for table in sorted((MISTAKES / "expected").glob("*.yml")):
        for path, mistakes in yaml.safe_load(table.read_text("utf-8")).items():
            assert path not in made, path
            made[path] = [
                Mistake(
                    path, one["at"], one["code"], one.get("corrected", ""),
                    "corrected" in one and one.get("safe", True),
                )
                for one in mistakes
            ]  # fmt: skip
    return made


@cache
def hub(folder: Path) -> Path:
    """A copy of the hub, with the files that git and other systems would not keep as they are."""
    shutil.copytree(MISTAKES / "content", folder / "content")
    for path, content in ODD_FILES.items():
        (folder / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "content" / path).write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Mistake]]:
    """What one run finds, by file."""
    folder = hub(tmp_path_factory.mktemp("mistakes"))
    ended = cbsite("check", "--source", folder, "--as-of", AS_OF, "--format", "json")
    assert ended.returncode == 1
    assert ended.stderr == ""
    made: dict[str, list[Mistake]] = {}
    for one in json.loads(ended.stdout):
        at = f"{one['line']}:{one['column']}" if one["line"] else ""
        # The indent is that of the file's line; the tables leave it out.
        corrected = textwrap.dedent("\n".join(one["corrected"]))
        made.setdefault(one["path"], []).append(
            Mistake(one["path"], at, one["code"], corrected, bool(corrected) and one["safe"])
        )
    return made


@pytest.mark.parametrize("path", sorted(expected()))
def test_a_file_with_mistakes(path: str, found: dict[str, list[Mistake]]) -> None:
    assert sorted(found.get(path, [])) == sorted(expected()[path])


def test_nothing_else_is_called_a_mistake(found: dict[str, list[Mistake]]) -> None:
    assert sorted(set(found) - set(expected())) == []


def test_there_are_more_than_a_hundred_files() -> None:
    files = {path for path in expected() if (MISTAKES / path).is_file()}
    odd = {f"content/{path}" for path in ODD_FILES} & set(expected())
    assert len(files | odd) >= 100
