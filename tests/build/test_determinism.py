"""The same content is the same site: on any machine, in any folder, in any locale."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.support.command import REPOSITORY, cbsite
from tests.support.hubs import small, write

WORLDS = (
    ("0", "UTC", "C"),
    ("4711", "Pacific/Kiritimati", "C.UTF-8"),
)
"""Hash seed, time zone and locale."""


def copy_content(target: Path, backwards: bool) -> None:
    """The demonstration hub, its files written in order or in the opposite order."""
    root = REPOSITORY / "content"
    files = sorted(path for path in root.rglob("*") if path.is_file())
    for path in reversed(files) if backwards else files:
        copy = target / "content" / path.relative_to(root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)


def manifest(site: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site / "cbsite-manifest.json").read_bytes())
    return found


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    built = []
    for number, (seed, zone, locale) in enumerate(WORLDS):
        folder = tmp_path_factory.mktemp(("one", "another hub, further down")[number])
        copy_content(folder, backwards=bool(number))
        site = folder / ("site" if number else "public")
        ended = cbsite(
            "build",
            "--source",
            folder,
            "--output",
            site,
            "--as-of",
            "2026-12-01",
            PYTHONHASHSEED=seed,
            TZ=zone,
            LC_ALL=locale,
        )
        assert ended.returncode == 0, ended.stderr
        built.append(site)
    return built[0], built[1]


def test_two_builds_are_the_same(sites: tuple[Path, Path]) -> None:
    one, other = (manifest(site)["files"] for site in sites)
    assert len(one) > 400
    assert one == other


def test_the_manifest_lists_every_file(sites: tuple[Path, Path]) -> None:
    for site in sites:
        listed = set(manifest(site)["files"]) | {"cbsite-manifest.json"}
        there = {p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file()}
        assert listed == there


def test_the_day_decides_only_what_is_public(tmp_path: Path) -> None:
    write(tmp_path, small())
    files = []
    for day in ("2026-12-01", "2031-03-05"):
        site = tmp_path / day
        ended = cbsite("build", "--source", tmp_path, "--output", site, "--as-of", day)
        assert ended.returncode == 0, ended.stderr
        files.append(manifest(site)["files"])
    assert files[0] == files[1]


def test_source_date_epoch_is_the_day(tmp_path: Path) -> None:
    write(tmp_path, small())
    for epoch, more, waits in (
        ("1325376000", (), True),
        ("1900000000", (), False),
        ("1325376000", ("--as-of", "2030-01-01"), False),
    ):
        ended = cbsite("check", "--source", tmp_path, *more, SOURCE_DATE_EPOCH=epoch)
        assert ("(I-FUTURE" in ended.stdout) is waits
        assert ended.returncode == 0


def test_a_wrong_source_date_epoch_is_explained(tmp_path: Path) -> None:
    write(tmp_path, small())
    ended = cbsite("check", "--source", tmp_path, SOURCE_DATE_EPOCH="tomorrow")
    assert ended.returncode == 2
    assert "SOURCE_DATE_EPOCH must be a whole number" in ended.stderr
    assert "mistake in cbsite" not in ended.stderr
