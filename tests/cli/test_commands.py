"""The commands as people and programs meet them: help, mistakes, output, a first hub."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from cbsite import __version__, cli
from cbsite.diagnostics import CODES
from tests.support.command import REPOSITORY, cbsite, python, tree
from tests.support.hubs import SMALL, small, write
from tests.support.pages import broken, read_pages

COMMANDS = {
    "build": ["--source", "--output", "--strict", "--drafts", "--base-url", "--as-of", "--format"],
    "check": ["--source", "--strict", "--as-of", "--format"],
    "serve": ["--source", "--host", "--port"],
    "init": ["DIR"],
    "schema": ["--source", "--print", "--guide"],
    "help": ["CODE"],
}


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    return write(tmp_path / "hub", small())


def test_help_names_every_command() -> None:
    ended = cbsite("--help")
    assert ended.returncode == 0
    for command in COMMANDS:
        assert re.search(rf"^  {command}\s+\w", ended.stdout, re.MULTILINE)
    assert "cbsite init my-hub" in ended.stdout


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("way", ["--help", "-h"])
def test_help_for_every_command(command: str, way: str) -> None:
    ended = cbsite(command, way)
    assert ended.returncode == 0
    assert ended.stderr == ""
    for word in COMMANDS[command]:
        assert word in ended.stdout
    for option in re.findall(r"^  (--[\w-]+)[^\n]*", ended.stdout, re.MULTILINE):
        assert re.search(rf"{option}\b[^-]*\w+ \w+", ended.stdout), f"{option} says nothing"


def test_version() -> None:
    ended = cbsite("--version")
    assert ended.returncode == 0
    assert ended.stdout.split() == ["cbsite,", "version", __version__]


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_folder_without_a_hub(tmp_path: Path, command: str) -> None:
    ended = cbsite(command, "--source", tmp_path)
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert f"Looking for a folder named content in {tmp_path}, but there is none" in ended.stderr
    assert "cbsite init my-hub" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert tree(tmp_path) == {}
    assert cbsite(command, folder=tmp_path).returncode == 2
    assert cbsite(command, "--source", tmp_path / "nowhere").returncode == 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["build", "--as-of", "21/05/2012"], "Write it like 2012-05-21"),
        (["build", "--as-of", "2012-02-30"], "Write it like 2012-05-21"),
        (["build", "--base-url", "hub.example.org"], "https://hub.example.org/"),
        (["build", "--base-url", "javascript:alert(1)"], "is not a web address"),
        (["build", "--base-url", "https://hub.example.org/?a=b"], "is not a web address"),
        (["check", "--format", "xml"], "'text', 'json', 'sarif', 'github', 'gitlab'"),
        (["serve", "--port", "70000"], "1<=x<=65535"),
        (["build", "--strickt"], "Did you mean '--strict'?"),
        (["buidl"], "Did you mean 'build'?"),
        (["init"], "DIR"),
        (["build", "extra"], "extra"),
    ],
)
def test_a_mistake_on_the_command_line(hub: Path, arguments: list[str], words: str) -> None:
    before = tree(hub)
    ended = cbsite(*arguments, folder=hub)
    assert ended.returncode == 2
    assert words in ended.stderr
    assert "Traceback" not in ended.stderr
    assert tree(hub) == before


def test_a_first_hub(tmp_path: Path) -> None:
    ended = cbsite("init", "my-hub", folder=tmp_path)
    assert ended.returncode == 0, ended.stderr
    hub = tmp_path / "my-hub"
    assert f"wrote {Path('my-hub') / 'content' / 'site.yml'}" in ended.stdout
    assert "cbsite serve --source my-hub" in ended.stdout
    comments = (hub / "content/site.yml").read_text(encoding="utf-8")
    assert comments.startswith("# ")

    checked = cbsite("check", "--strict", folder=hub)
    assert checked.returncode == 0, checked.stderr
    assert checked.stdout == "Everything is in order.\n"
    built = cbsite("build", "--strict", folder=hub)
    assert built.returncode == 0, built.stderr
    assert built.stderr == ""
    site = hub / "site"
    assert broken(site) == []
    assert f"The front page is {site / 'index.html'}" in built.stdout
    pages = read_pages(site)
    assert f"{len(pages)} pages built." in built.stdout
    assert sum(page.indexed for page in pages.values()) > 5
    assert (site / "pagefind" / "pagefind.js").exists()


def test_a_first_hub_in_an_empty_folder(tmp_path: Path) -> None:
    assert cbsite("init", ".", folder=tmp_path).returncode == 0
    assert cbsite("build", folder=tmp_path).returncode == 0


@pytest.mark.parametrize("there", ["content/site.yml", "content/mine.txt", "README.md"])
def test_a_first_hub_never_overwrites(tmp_path: Path, there: str) -> None:
    write(tmp_path, {there: "mine"})
    ended = cbsite("init", tmp_path)
    assert ended.returncode == 2
    assert "nothing was written" in ended.stderr
    assert tree(tmp_path) == {there: b"mine"}


def test_a_first_hub_where_a_file_is(tmp_path: Path) -> None:
    write(tmp_path, {"hub": "mine"})
    ended = cbsite("init", tmp_path / "hub")
    assert ended.returncode == 2
    assert tree(tmp_path) == {"hub": b"mine"}


def test_works_from_any_folder(tmp_path: Path, hub: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    here = cbsite("build", "--source", "../hub", "--output", "out", folder=elsewhere)
    assert here.returncode == 0, here.stderr
    assert (elsewhere / "out/index.html").exists()
    assert not (hub / "site").exists()
    there = cbsite("build", folder=hub)
    assert there.returncode == 0, there.stderr
    one, other = tree(elsewhere / "out"), tree(hub / "site")
    assert {p for p in one if "pagefind/" not in p} == {p for p in other if "pagefind/" not in p}
    assert one["places/essex/index.html"] == other["places/essex/index.html"]


def test_the_site_says_where_it_is_published(hub: Path) -> None:
    ended = cbsite("build", "--source", hub, "--base-url", "https://other.example.org/a/b")
    assert ended.returncode == 0
    page = read_pages(hub / "site")["places/essex/index.html"]
    assert page.canonical == "https://other.example.org/a/b/places/essex/"
    missing = (hub / "site/404.html").read_text(encoding="utf-8")
    assert 'href="/a/b/places/"' in missing
    assert "https://other.example.org/a/b/sitemap.xml" in (hub / "site/robots.txt").read_text()


def test_piped_output_is_plain(hub: Path) -> None:
    broken_text = SMALL["content/data/pilots.yml"].replace("place: essex", "place: esex")
    ended = cbsite("build", "--source", hub, FORCE_COLOR="1")
    assert ended.stderr == ""
    assert re.fullmatch(r"\d+ pages built\. The front page is .+\n", ended.stdout)
    write(hub, {"content/data/pilots.yml": broken_text})
    for command in ("build", "check"):
        ended = cbsite(command, "--source", hub)
        assert ended.returncode == 1
        assert "\x1b" not in ended.stdout + ended.stderr
        assert "..." not in ended.stderr
        assert "Reading" not in ended.stderr


def test_what_check_finds_as_json(hub: Path) -> None:
    case = SMALL["content/case-studies/one-door.md"]
    write(
        hub,
        {
            "content/data/pilots.yml": SMALL["content/data/pilots.yml"].replace(
                "essex\n", "esex\n"
            ),
            "content/case-studies/one-door.md": case.replace("[](figure", "[over 30](figure")
            + "\n\u00c9 \U0001f600 [x](javascript:1)\n",
            "content/odd/stray.md": "",
        },
    )
    ended = cbsite("check", "--source", hub, "--format", "json")
    assert ended.returncode == 1
    assert ended.stderr == ""
    found = json.loads(ended.stdout)
    assert len(found) >= 3
    for one in found:
        assert set(one) == {
            "path", "line", "column", "end_line", "end_column", "code", "level", "message", "hint",
            "corrected", "safe", "edits",
        }  # fmt: skip
        assert one["level"] == CODES[one["code"]][0]
        assert (hub / one["path"]).exists()
        assert "\\" not in one["path"]
        if one["line"] is not None:
            assert (one["line"], one["column"]) < (one["end_line"], one["end_column"])
    assert [one["path"] for one in found] == sorted(one["path"] for one in found)
    # Columns are counted in characters, not in bytes or UTF-16 units.
    (link,) = (one for one in found if one["code"] == "E-LINK")
    assert (link["line"], link["column"], link["end_column"]) == (14, 5, 22)


def test_a_clean_hub_as_json(hub: Path) -> None:
    ended = cbsite("check", "--source", hub, "--format", "json")
    assert (ended.returncode, ended.stdout) == (0, "[]\n")


def test_words_that_the_console_lacks(hub: Path) -> None:
    text = SMALL["content/data/pilots.yml"].replace("place: essex", "place: \u0141\u00f3d\u017a")
    write(hub, {"content/data/pilots.yml": text})
    ended = cbsite("check", "--source", hub, PYTHONIOENCODING="ascii")
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr
    assert "1 error" in ended.stdout


def test_the_command_is_installed() -> None:
    project = (REPOSITORY / "pyproject.toml").read_text(encoding="utf-8")
    assert 'cbsite = "cbsite.cli:main"' in project


def test_a_source_that_talks_to_the_terminal(hub: Path) -> None:
    (hub / "content/data/themes.yml").write_bytes(b"- id: a\n  label: \x1b]0;owned\x07 x\xff\n")
    ended = cbsite("check", "--source", hub)
    assert ended.returncode == 1
    assert "<U+001B>" in ended.stdout
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", ended.stdout + ended.stderr)
    found = cbsite("check", "--source", hub, "--format", "json")
    assert json.loads(found.stdout)
    assert not re.search(r"[^\n -~]", found.stdout)


TROUBLE = """
import sys
from cbsite import build, cli
from cbsite.authoring import init
from cbsite.rebuild import site

def trouble(*_, **__):
    raise OSError(28, "No space left on device") if sys.argv.pop(1) == "disk" else KeyError("no")

build.make_site = site.build_site = init.begin_hub = trouble
cli.main()
"""


@pytest.mark.parametrize("trouble", ["disk", "bug"])
@pytest.mark.parametrize("command", ["build", "check", "init"])
def test_only_a_build_speaks_of_the_old_site(hub: Path, command: str, trouble: str) -> None:
    where = ("new",) if command == "init" else ("--source", hub)
    code = TROUBLE.replace("sys.argv.pop(1)", repr(trouble))
    ended = python("-c", code, command, *where, folder=hub)
    assert ended.returncode == (74 if trouble == "disk" else 70)
    assert "Traceback" not in ended.stderr
    assert ("The old site is as it was." in ended.stderr) == (command == "build")


def previewed(hub: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The site as `serve` builds it; it serves nothing here."""
    served: list[Path] = []

    def serve(site: Path, _: object, rebuild: Callable[[], bool], **__: object) -> None:
        served.append(site)
        rebuild()

    monkeypatch.setattr("cbsite.preview.serve", serve)
    cli.cli.main(["serve", "--source", str(hub)], standalone_mode=False)
    return served[0]


def test_the_preview_is_at_the_root(hub: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    missing = (previewed(hub, monkeypatch) / "404.html").read_text(encoding="utf-8")
    assert 'href="/places/"' in missing
    assert "/hub/" not in missing


def test_a_preview_that_fails_does_not_speak_of_the_old_site(
    hub: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def trouble(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("cbsite.rebuild.site.build_site", trouble)
    previewed(hub, monkeypatch)
    said = capsys.readouterr().err
    assert "The disk refused: No space left on device." in said
    assert "old site" not in said
