"""The field-by-field guide for authors: whole, up to date, and without a link that leads nowhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from cbsite.records.blocks import BLOCKS
from cbsite.records.kinds import KINDS, Kind
from cbsite.schema import FieldGuide, author_guide, fields_of
from cbsite.schema.guide import MODELS, anchor, as_written
from cbsite.schema.guide_words import FORMS
from tests.support.command import REPOSITORY

GUIDE = author_guide()
ROWS = [line for line in GUIDE.splitlines() if line.startswith("| `")]


def section(title: str) -> str:
    """The part of the guide under a heading of the second level."""
    return GUIDE.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def test_the_guide_in_the_docs_is_as_the_record_types_say() -> None:
    written = (REPOSITORY / "docs" / "fields.md").read_text("utf-8")
    assert written == GUIDE, "Run  make docs  and commit docs/fields.md."


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_of_a_kind_is_in_its_section_or_in_the_one_it_names(kind: Kind) -> None:
    own = section(kind.noun.capitalize())
    shared = section("Every record") + (section("Every item of prose") if kind.prose else "")
    assert f"content/{kind.register}/<id>.md" in own
    assert f"`{kind.name}:<id>`" in own
    for field in fields_of(kind.model):
        here = own if field.required else own + shared
        otherwise = field.needed_where or "no"
        otherwise += f": `{field.default}`" if field.default else ""
        needed = "yes" if field.required else otherwise
        assert re.search(rf"^\| `{field.name}` \| .* \| {re.escape(needed)} \| ", here, re.M)
        assert field.description in own + shared


def test_what_is_needed_only_with_another_field_says_when() -> None:
    study = section("Case study")
    for name in ("places", "sources"):
        assert re.search(rf"^\| `{name}` \| .* \| unless it is illustrative \| ", study, re.M)
    assert "| where status is withdrawn |" in section("Every record")


def test_every_block_has_its_table() -> None:
    for word, model in BLOCKS.items():
        table = GUIDE.partition(f"\n### Block: {word}\n")[2].partition("\n#")[0]
        assert re.findall(r"^\| `(\w+)`", table, re.M) == [one.name for one in fields_of(model)]


def test_every_row_has_its_four_cells() -> None:
    assert len(ROWS) > 250
    assert {row.count("|") for row in ROWS} == {5}
    assert not [row for row in ROWS if "|  |" in row]


def test_every_link_leads_to_one_heading() -> None:
    headings = Counter(anchor(title) for title in re.findall(r"^#+ (.+)$", GUIDE, re.M))
    links = set(re.findall(r"\]\(#([^)]+)\)", GUIDE))
    assert len(links) > 30
    assert {link: headings[link] for link in links} == dict.fromkeys(links, 1)
    for file in set(re.findall(r"\]\(([^#)]+)\)", GUIDE)):
        assert (REPOSITORY / "docs" / file).is_file()


def forms(fields: tuple[FieldGuide, ...]) -> Iterator[str]:
    for field in fields:
        yield field.form
        yield from forms(field.fields)


def test_every_form_is_explained_and_used() -> None:
    assert {form for model in MODELS for form in forms(fields_of(model))} == set(FORMS)


def test_authors_find_the_guide() -> None:
    assert "](fields.md)" in (REPOSITORY / "docs" / "authors.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("example", "written"),
    [
        ("Essex", "Essex"),
        ("Essex: all of it", '"Essex: all of it"'),
        ("case-study:essex", "case-study:essex"),
        ("-1.25", "-1.25"),
        ("- 1", '"- 1"'),
        ("3 # 4", '"3 # 4"'),
        (["a", "b, c"], '[a, "b, c"]'),
        ([["a"], ["b"]], "[[a], [b]]"),
    ],
)
def test_an_example_is_quoted_where_yaml_needs_it(example: object, written: str) -> None:
    assert as_written(example) == written
