"""`cbsite help`: codes, all of them, and commands."""

from __future__ import annotations

import pytest

from cbsite.cli import cli
from cbsite.diagnostics import CODES
from tests.support.command import cbsite, cbsite_here


@pytest.mark.parametrize("code", ["E-DATE", "e-date", "E-date"])
def test_a_code_is_explained(code: str) -> None:
    ended = cbsite("help", code)
    assert ended.returncode == 0
    assert ended.stdout.startswith(
        f"E-DATE is an error: nothing is published until it is mended.\n\n{CODES['E-DATE'][1]}.\n\n"
    )
    assert ended.stderr == ""


@pytest.mark.parametrize(
    ("code", "words"),
    [("W-REVIEW", "a warning: the site is published"), ("I-FUTURE", "for your information")],
)
def test_the_level_is_said(code: str, words: str) -> None:
    assert cbsite("help", code).stdout.startswith(f"{code} is {words}")


@pytest.mark.parametrize("code", CODES)
def test_each_code_is_explained_within_the_width(code: str) -> None:
    """Only what stands between fences, an address or another long word may be wider."""
    printed = cli_prints("help", code)
    assert f"{CODES[code][1]}." in " ".join(printed.split())
    wide = [line for line in printed.splitlines() if len(line) > 80 and line.startswith(" " * 4)]
    assert [line for line in printed.splitlines() if len(line) > 80] == wide
    assert not any(line.startswith("```") for line in printed.splitlines())


@pytest.mark.parametrize("arguments", [[], ["codes"]])
def test_all_codes_are_listed(arguments: list[str]) -> None:
    printed = cli_prints("help", *arguments)
    for code, (_, title) in CODES.items():
        assert f"\n  {code} " in printed
        assert f" {title}\n" in printed
    assert "\nFront matter and YAML\n  E-FRONTMATTER " in printed
    assert "cbsite help CODE" in printed


def test_a_command_is_explained_as_by_itself() -> None:
    assert cbsite("help", "build").stdout == cbsite("build", "--help").stdout


@pytest.mark.parametrize(
    ("topic", "words"),
    [
        ("E-YAML-COLN", "Did you mean E-YAML-COLON?"),
        ("w-acronyms", "Did you mean W-ACRONYM?"),
        ("bild", "Did you mean build?"),
        ("date", "Did you mean E-DATE?"),
        ("para", "Did you mean E-PARA?"),
        ("I-DATE", "Did you mean E-DATE?"),
        ("acronyms", "Did you mean W-ACRONYM?"),
        ("xyzzy", "cbsite help codes"),
    ],
)
def test_what_there_is_no_help_for(topic: str, words: str) -> None:
    ended = cbsite_here("help", topic)
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert f"There is no code or command '{topic}'. " in ended.stderr
    assert words in ended.stderr


def cli_prints(*arguments: str) -> str:
    """What the program prints, in this process, which is quicker."""
    from click.testing import CliRunner

    ended = CliRunner().invoke(cli, arguments, prog_name="cbsite")
    assert ended.exit_code == 0, ended.output
    return ended.stdout
