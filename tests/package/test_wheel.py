"""The wheel carries all that a hub needs, and works without the repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from cbsite.diagnostics import CODES

ROOT = Path(__file__).resolve().parents[2]


def run(
    *arguments: str | Path, folder: Path, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_wheel_builds_a_hub_by_itself(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    for name in ("cbsite", "templates"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    (source / "docs").mkdir()
    shutil.copy(ROOT / "docs" / "errors.md", source / "docs")
    for name in ("pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"):
        shutil.copy(ROOT / name, source / name)
    made = run("-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path / "dist", folder=source)
    assert made.returncode == 0, made.stderr
    (wheel,) = (tmp_path / "dist").glob("*.whl")

    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
        archive.extractall(tmp_path / "installed")
    theme = {f"cbsite/templates/{path.relative_to(ROOT / 'templates').as_posix()}"
             for path in (ROOT / "templates").rglob("*") if path.is_file()}  # fmt: skip
    assert theme <= held
    assert "cbsite/errors.md" in held
    assert "cbsite/authoring/starter/content/site.yml" in held
    assert not any(name.startswith(("content/", "tests/", "templates/", "docs/")) for name in held)

    # Its own folder comes before the checkout, which an editable install has put on the path.
    alone = {"PYTHONPATH": str(tmp_path / "installed")}
    where = run("-c", "import cbsite; print(cbsite.__file__)", folder=tmp_path, **alone)
    assert where.stdout.strip() == str(tmp_path / "installed" / "cbsite" / "__init__.py")
    explained = run("-m", "cbsite.cli", "help", "E-DATE", folder=tmp_path, **alone)
    assert explained.returncode == 0, explained.stderr
    assert f"{CODES['E-DATE'][1]}." in explained.stdout
    begun = run("-m", "cbsite.cli", "init", "hub", folder=tmp_path, **alone)
    assert begun.returncode == 0, begun.stderr
    built = run("-m", "cbsite.cli", "build", "--source", "hub", folder=tmp_path, **alone)
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "hub/site/index.html").is_file()
    assert (tmp_path / "hub/site/pagefind/pagefind.js").is_file()
