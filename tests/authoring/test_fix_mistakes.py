"""Over the whole hub of mistakes: `cbsite fix` leaves what needs a person, all of it, and nothing else."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.build.test_mistakes import AS_OF, expected, hub
from tests.support.command import cbsite_here, tree

Found = Counter[tuple[str, str]]
"""How often each file has each code."""


def check(folder: Path) -> list[dict[str, Any]]:
    ended = cbsite_here("check", "--source", folder, "--as-of", AS_OF, "--format", "json")
    found: list[dict[str, Any]] = json.loads(ended.stdout)
    return found


def counted(found: list[dict[str, Any]]) -> Found:
    return Counter((one["path"], one["code"]) for one in found)


@pytest.fixture(scope="module")
def hubs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The hub as it is, and mended."""
    untouched, mended = (hub(tmp_path_factory.mktemp(name)) for name in ("untouched", "mended"))
    ended = cbsite_here("fix", "--source", mended, "--as-of", AS_OF, "--write")
    assert (ended.returncode, ended.stderr) == (0, "")
    return untouched, mended


def test_only_what_needs_a_person_is_left(hubs: tuple[Path, Path]) -> None:
    untouched, mended = hubs
    left = counted(check(mended))
    for_people: Found = Counter(
        (mistake.path, mistake.code)
        for mistakes in expected().values()
        for mistake in mistakes
        if not mistake.safe
    )
    assert left - for_people == {}, "what fix left or brought about"
    # What is mended by deleting a line has no corrected line to expect.
    deleted = [
        one
        for one in check(untouched)
        if one["edits"] and one["safe"] and not "".join(one["corrected"])
    ]
    assert for_people - left == counted(deleted), "what fix did away with, though it needs a person"


def test_a_second_run_finds_nothing_to_do(hubs: tuple[Path, Path]) -> None:
    _, mended = hubs
    before = tree(mended / "content")
    ended = cbsite_here("fix", "--source", mended, "--as-of", AS_OF, "--write")
    assert ended.returncode == 0
    assert ended.stdout.startswith("There is nothing that cbsite can mend safely by itself.\n")
    assert tree(mended / "content") == before


def test_the_whole_run_can_be_taken_back(hubs: tuple[Path, Path]) -> None:
    untouched, mended = hubs
    assert tree(mended / "content") != tree(untouched / "content")
    assert cbsite_here("fix", "--source", mended, "--undo").returncode == 0
    assert tree(mended / "content") == tree(untouched / "content")
