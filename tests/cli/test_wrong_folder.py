"""Where there is no hub, people are told where one is, and a busy port is no riddle."""

from __future__ import annotations

from pathlib import Path

import pytest

from cbsite.ports.net import Net
from tests.support.command import cbsite
from tests.support.hubs import small, write


@pytest.fixture
def home(tmp_path: Path) -> Path:
    write(tmp_path / "work" / "my hub", small())
    (tmp_path / "work" / "other").mkdir()
    return tmp_path


def said(folder: Path, *arguments: str) -> str:
    ended = cbsite("check", *arguments, folder=folder)
    assert ended.returncode == 2
    assert ended.stdout == ""
    return ended.stderr


def test_one_folder_too_high(home: Path) -> None:
    words = said(home / "work")
    assert f"Looking for a folder named content in {home / 'work'}, but there is none." in words
    assert f"There is a hub in {home / 'work' / 'my hub'}." in words
    assert f'--source "{home / "work" / "my hub"}"' in words


@pytest.mark.parametrize("below", ["content", "content/data"])
def test_inside_the_hub(home: Path, below: str) -> None:
    hub = home / "work" / "my hub"
    assert f"There is a hub in {hub}." in said(hub / below)


def test_of_two_hubs_none_is_named(home: Path) -> None:
    write(home / "work" / "other", small())
    assert "There is a hub in" not in said(home / "work")
    assert "cbsite init my-hub" in said(home / "work")


def test_far_from_any_hub(home: Path) -> None:
    assert "There is a hub in" not in said(home / "work" / "other")
    assert "There is a hub in" not in said(home)


def test_a_folder_that_is_not_there(home: Path) -> None:
    assert f"There is no folder {home / 'nowhere'}." in said(home, "--source", "nowhere")


def test_a_busy_port(home: Path) -> None:
    sockets, port = Net().listen("127.0.0.1", 0)
    try:
        ended = cbsite("serve", "--port", str(port), folder=home / "work" / "my hub")
    finally:
        for one in sockets:
            one.close()
    assert ended.returncode == 2
    assert f"Port {port} is in use" in ended.stderr
    assert "Leave --port out" in ended.stderr
