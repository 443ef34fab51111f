"""Finding a browser, and saying what to do where there is none."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser import chromium

SCRIPT = Path(chromium.__file__)


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A computer with nothing on it: the folder in which its programs would be."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CBSITE_BROWSER", raising=False)
    monkeypatch.setattr(chromium, "_usual_places", lambda: [tmp_path / "usual" / "chrome"])
    return tmp_path


def program(path: Path, does: str = "exit 0") -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{does}\n")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize("name", ["chromium", "google-chrome", "microsoft-edge"])
def test_a_browser_on_the_path(bare: Path, name: str) -> None:
    path = program(bare / name)
    assert chromium.executable() == str(path)


def test_a_browser_in_its_usual_place(bare: Path) -> None:
    path = program(bare / "usual" / "chrome")
    assert chromium.executable() == str(path)


def test_a_browser_of_ones_choice(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CBSITE_BROWSER", "/opt/mine")
    assert chromium.executable() == "/opt/mine"


def test_without_a_browser_tests_fail_and_do_not_skip(bare: Path) -> None:
    with pytest.raises(chromium.NoBrowser, match="Install one, or run"):
        chromium.executable()


def test_without_a_way_to_install_one(bare: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert chromium.main() == 1
    assert "no package manager" in capsys.readouterr().err


def test_what_is_installed_is_found(
    bare: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chromium, "_rights", lambda: [])
    place = bare / "chromium"
    program(bare / "apt-get", f'[ "$1" = update ] || {{ echo > {place}; /bin/chmod +x {place}; }}')
    assert chromium.main() == 0
    assert f"The browser for the tests is {place}" in capsys.readouterr().out


def test_an_installation_that_fails(
    bare: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chromium, "_rights", lambda: [])
    program(bare / "apt-get", "exit 100")
    assert chromium.main() == 1
    assert "could not be installed" in capsys.readouterr().err


def test_without_the_rights(
    bare: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    program(bare / "apt-get")
    assert chromium.main() == 1
    assert "needs the rights of root" in capsys.readouterr().err


def test_as_a_script() -> None:
    ended = subprocess.run(
        [sys.executable, str(SCRIPT)], capture_output=True, text=True, check=True
    )
    assert ended.stdout.startswith("The browser for the tests is /")
