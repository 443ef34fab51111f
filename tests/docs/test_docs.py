"""What the documents say is what the program does."""

from __future__ import annotations

import json
import re
import textwrap
from pathlib import Path

import click
import pytest
import yaml
from pydantic_core import PydanticUndefined

from cbsite.cli import cli
from cbsite.diagnostics import CODES, GROUPS, Edit, Report, Source, Span
from cbsite.records.blocks import BLOCKS
from cbsite.records.kinds import KINDS, Kind
from cbsite.render.custom_properties import custom_properties
from cbsite.reports import as_json, as_text, read_explanations

ROOT = Path(__file__).resolve().parents[2]
ERRORS = ROOT / "docs" / "errors.md"
CI = ROOT / "docs" / "ci.md"
AUTHORS = (ROOT / "docs" / "authors.md").read_text(encoding="utf-8")


def test_every_code_is_explained_and_used() -> None:
    explained = re.findall(r"^## (\S+)$", ERRORS.read_text("utf-8"), re.M)
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


def sections() -> dict[str, str]:
    return {
        code: one.text
        for code, one in read_explanations(ERRORS.read_text(encoding="utf-8")).items()
    }


@pytest.mark.parametrize("code", CODES)
def test_each_section_begins_with_the_title_and_says_more(code: str) -> None:
    title, _, more = sections()[code].partition("\n\n")
    assert title == f"{CODES[code][1]}."
    assert len(more.split()) >= 5


def test_every_code_is_in_one_group() -> None:
    grouped = [code for codes in GROUPS.values() for code in codes]
    assert grouped == list(CODES)
    assert len(grouped) == len(set(grouped))


def test_the_first_example_of_a_message_is_what_the_program_prints() -> None:
    source = Source("content/case-studies/reablement.md", "---\n\ntitle: Essex: whole place")
    report = Report()
    report.add(
        "E-YAML-COLON",
        source.span(3, 13, 3, 14),
        "The value of 'title' has a colon in it.",
        "Put quotes round the value.",
        [Edit(source.span(3), 'title: "Essex: whole place"')],
    )
    printed = as_text(report).partition("\n\n")[0]
    assert textwrap.indent(printed, "    ") in ERRORS.read_text(encoding="utf-8")


def test_the_examples_for_ci_can_be_read_and_run() -> None:
    blocks = re.findall(r"^```yaml\n(.*?)^```$", CI.read_text(encoding="utf-8"), re.M | re.S)
    assert len(blocks) == 3
    for block in blocks:
        assert isinstance(yaml.safe_load(block), dict)
    commands = [
        line.split() for line in re.findall(r"\bcbsite ((?:check|build)[^>|\n]*)", "".join(blocks))
    ]
    assert len(commands) == 6
    for name, *options in commands:
        cli.commands[name].make_context(name, options)


def test_who_publishes_has_the_whole_history() -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", CI.read_text("utf-8"), re.S)
    github, *_, gitlab = map(yaml.safe_load, blocks)
    checkout = github["jobs"]["publish"]["steps"][0]
    assert checkout["uses"].startswith("actions/checkout@")
    assert checkout["with"] == {"fetch-depth": 0}
    assert gitlab["pages"]["variables"] == {"GIT_DEPTH": "0"}


def test_the_guide_for_ci_lists_every_form_and_field() -> None:
    text = CI.read_text(encoding="utf-8")
    (form,) = (one for one in cli.commands["check"].params if one.name == "form")
    assert isinstance(form.type, click.Choice)
    listed = re.findall(r"^\| `(\w+)` \|", text.partition("## GitHub")[0], re.M)
    assert sorted(listed) == sorted(form.type.choices)
    report = Report()
    report.add("E-SITE", Span("content/site.yml"), "There is none.", "Write one.")
    (fields,) = json.loads(as_json(report))
    table = re.findall(r"^\| (`[^|]+) \|", text.partition("## JSON")[2], re.M)
    assert set(re.findall(r"`(\w+)`", " ".join(table))) == set(fields)
