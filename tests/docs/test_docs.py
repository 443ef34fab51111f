"""What the documents say is what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
from pydantic_core import PydanticUndefined

from cbsite.cli import cli
from cbsite.diagnostics import CODES
from cbsite.records.blocks import BLOCKS
from cbsite.records.kinds import KINDS, Kind
from cbsite.render.custom_properties import custom_properties

ROOT = Path(__file__).resolve().parents[2]
AUTHORS = (ROOT / "docs" / "authors.md").read_text(encoding="utf-8")


def test_every_code_is_explained_and_used() -> None:
    explained = re.findall(r"^## (\S+)$", (ROOT / "docs" / "errors.md").read_text("utf-8"), re.M)
    assert explained == list(CODES)
    code = "\n".join(path.read_text("utf-8") for path in (ROOT / "cbsite").rglob("*.py"))
    unused = [name for name in CODES if code.count(f'"{name}"') < 2]
    assert unused == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_author_guide_names_what_a_kind_needs(kind: Kind) -> None:
    row = next(line for line in AUTHORS.splitlines() if line.startswith(f"| {kind.name} |"))
    _, _, register, needed, useful, _ = (cell.strip() for cell in row.split("|"))
    fields = kind.model.model_fields
    required = {
        name
        for name, field in fields.items()
        if field.default is PydanticUndefined and field.default_factory is None and name != "id"
    }
    listed = {word for word in re.split(r", | or ", needed) if word}
    assert required <= listed
    assert listed | set(useful.split(", ")) <= set(fields)
    assert register.strip("`/") == kind.register


def test_the_author_guide_names_every_block() -> None:
    assert set(re.findall(r"^```(\w+)$", AUTHORS, re.M)) >= set(BLOCKS)


def test_the_readme_lists_every_command_and_option() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for name, command in cli.commands.items():
        row = next(line for line in readme.splitlines() if line.startswith(f"| `cbsite {name}"))
        options = {
            option
            for parameter in command.params
            if isinstance(parameter, click.Option)
            for option in parameter.opts
            if option.startswith("--")
        }
        assert set(re.findall(r"--[a-z-]+", row)) == options


def test_the_template_guide_lists_every_token() -> None:
    css = (ROOT / "templates" / "assets" / "style.css").read_text("utf-8")
    tokens = [one.name for one in custom_properties(css) if not one.condition]
    guide = (ROOT / "docs" / "templates.md").read_text("utf-8").partition("## Tokens")[2]
    cells = re.findall(r"^\| (`[^|]+`) \|", guide.partition("\n## ")[0], re.M)
    assert sorted(re.findall(r"`([^`]+)`", " ".join(cells))) == sorted(tokens)
