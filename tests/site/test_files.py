"""No file of the site stands in the place of another, and none is of a sort that a browser runs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.command import cbsite, tree
from tests.support.hubs import SMALL, make, small, where, write

FILE = "content/case-studies/one-door.md"
CASE = SMALL[FILE]


def with_aliases(*aliases: str) -> str:
    """The case study with these aliases, one a line, from its third line on."""
    lines = "".join(f'- "{alias}"\n' for alias in aliases)
    return CASE.replace("title: ", f"aliases:\n{lines}title: ", 1)


def test_no_old_address_takes_the_place_of_a_file(tmp_path: Path) -> None:
    hub = write(
        tmp_path / "hub",
        small({FILE: f"{CASE}\n[form](../files/form.pdf)\n", "content/files/form.pdf": "%PDF"}),
    )
    assert cbsite("build", "--source", hub).returncode == 0
    files = list(tree(hub / "site"))
    assert {path.partition("/")[0] for path in files} >= {
        "404.html", "assets", "cbsite-manifest.json", "files", "index.html", "pagefind", "robots.txt", "sitemap.xml",
    }  # fmt: skip
    # Each file's own address, in other capitals too; all of them are addresses that an author can write.
    aliases = [f"/{name}" for path in files for name in (path, path.upper()) if path.isascii()]
    assert len(aliases) == 2 * len(files)
    made = make(tmp_path / "second", {FILE: with_aliases(*aliases)})
    assert set(made.problems()) == {
        f"E-CLASH {FILE}:{line}:3" for line in range(3, 3 + len(aliases))
    }


@pytest.mark.parametrize(
    ("aliases", "codes"),
    [
        (["/sitemap.xml"], ["E-CLASH"]),
        (["/places/kent/index.html"], ["E-CLASH"]),
        (["/Places/Kent/"], ["E-CLASH"]),
        (["/cbsite-manifest.json"], ["E-CLASH"]),
        (["/con/"], ["E-VALUE"]),
        (["/old.html", "/old.html/more/"], ["E-CLASH", "E-CLASH"]),
    ],
)
def test_old_addresses_that_cannot_be_stop_the_build(
    tmp_path: Path, aliases: list[str], codes: list[str]
) -> None:
    hub = write(tmp_path, small({FILE: with_aliases(*aliases)}))
    ended = cbsite("build", "--source", hub)
    assert ended.returncode == 1, ended.stderr
    assert not (hub / "site").exists()
    ended = cbsite("check", "--source", hub, "--format", "json")
    assert [where(found) for found in json.loads(ended.stdout)] == [
        f"{code} {FILE}:{line}:3" for line, code in enumerate(codes, start=3)
    ]


@pytest.mark.parametrize("name", ["evil.html", "evil.js", "evil.svg", "EVIL.HTM"])
@pytest.mark.parametrize("link", ["", "[words](../files/{})", "![words](../files/{})"])
def test_what_a_browser_would_run_stops_the_build(tmp_path: Path, name: str, link: str) -> None:
    hub = write(
        tmp_path,
        small(
            {
                FILE: f"{CASE}\n{link.format(name)}\n",
                f"content/files/{name}": "<script>alert(1)</script>",
            }
        ),
    )
    ended = cbsite("check", "--source", hub, "--format", "json")
    assert ended.returncode == 1, ended.stderr
    assert [where(found) for found in json.loads(ended.stdout)] == [f"E-PATH content/files/{name}"]


def test_files_that_are_linked_are_published(tmp_path: Path) -> None:
    hub = write(
        tmp_path,
        small({FILE: f"{CASE}\n[form](../files/Form.PDF)\n", "content/files/Form.PDF": "%PDF"}),
    )
    assert cbsite("build", "--source", hub).returncode == 0
    assert (hub / "site/files/files/Form.PDF").read_bytes() == b"%PDF"
