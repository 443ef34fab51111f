"""The files that tell an editor about a hub: what is written, what is kept, and whether the names are right."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from jsonschema import Draft7Validator

from cbsite.records.kinds import KINDS
from cbsite.schema import front_matter_cms, vscode
from tests.support.command import cbsite, cbsite_here, tree
from tests.support.front_matter_cms import SETTINGS, YAML_SETTINGS
from tests.support.hubs import SMALL, opened, site, write
from tests.support.schemas import editor_files

ROOT = Path(__file__).resolve().parents[2]
HUBS = [ROOT, ROOT / "tests/hubs/full", ROOT / "tests/hubs/overrides"]
OWN = [".vscode/settings.json", ".vscode/extensions.json", "frontmatter.json"]
FORMS = ".vscode/cbsite/front-matter.json"


def read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    return write(tmp_path / "hub", SMALL)


def test_a_hub_without_any_gets_all(hub: Path) -> None:
    before = tree(hub)
    ended = cbsite("schema", folder=hub)
    assert ended.returncode == 0, ended.stderr
    after = tree(hub)
    assert {path: after[path] for path in before} == before
    new = set(after) - set(before)
    assert new >= {*OWN, FORMS, ".vscode/cbsite/place.schema.json"}
    assert all(path in OWN or path.startswith(".vscode/cbsite/") for path in new)
    for path in OWN:
        assert f"wrote {Path(path)}" in ended.stdout
    assert all(b"\r" not in after[path] and after[path].endswith(b"}\n") for path in new)


def test_a_second_run_changes_nothing_and_asks_for_nothing(hub: Path) -> None:
    cbsite_here("schema", folder=hub)
    before = tree(hub)
    ended = cbsite_here("schema", "--source", hub)
    assert tree(hub) == before
    assert "stays as it is" not in ended.stdout


def test_new_records_are_offered_after_another_run(hub: Path) -> None:
    cbsite_here("schema", folder=hub)
    write(hub, {"content/data/places/poplar.yml": "name: Poplar\nkind: neighbourhood\n"})
    cbsite_here("schema", folder=hub)
    schema = read(hub / ".vscode/cbsite/pilot.schema.json")
    assert schema["definitions"]["ids of place"]["enum"] == ["essex", "kent", "poplar"]
    assert schema["definitions"]["ids of place"]["enumDescriptions"] == ["Essex", "Kent", "Poplar"]


def test_a_record_with_errors_is_offered_too(hub: Path) -> None:
    write(hub, {"content/data/places/poplar.yml": "nmae: Poplar\n"})
    editor_files(hub, hub)
    schema = read(hub / ".vscode/cbsite/pilot.schema.json")
    assert "poplar" in schema["definitions"]["ids of place"]["enum"]


@pytest.mark.parametrize("path", OWN)
@pytest.mark.parametrize(
    "mine", ["{}\n", '{\n  // mine\n  "editor.fontSize": 20,\n}\n', "not JSON"]
)
def test_settings_of_the_hub_are_never_overwritten(hub: Path, path: str, mine: str) -> None:
    write(hub, {path: mine})
    assert [one.path for one in editor_files(hub, hub).kept] == [path]
    assert (hub / path).read_text("utf-8") == mine


def test_what_is_kept_is_told(hub: Path) -> None:
    write(hub, {OWN[1]: "{}"})
    ended = cbsite_here("schema", folder=hub)
    assert ended.returncode == 0, ended.stderr
    _, words, lacks = ended.stdout.partition(f"{Path(OWN[1])} stays as it is.")
    assert words
    assert "redhat.vscode-yaml" in lacks


def test_what_is_lacking_is_said_and_nothing_else(hub: Path) -> None:
    wanted = vscode.settings() | {"editor.fontSize": 20, "files.encoding": "utf16le"}
    del wanted["yaml.schemas"]["./.vscode/cbsite/places.schema.json"]
    write(
        hub,
        {OWN[0]: json.dumps(wanted), OWN[1]: '{"recommendations": ["a.b", "redhat.vscode-yaml"]}'},
    )
    kept = {one.path: json.loads(one.lacks) for one in editor_files(hub, hub).kept}
    assert kept == {
        OWN[0]: {
            "yaml.schemas": {"./.vscode/cbsite/places.schema.json": "content/data/places.yml"},
            "files.encoding": "utf8",
        },
        OWN[1]: {"recommendations": ["eliostruyf.vscode-front-matter"]},
    }


@pytest.fixture(scope="module", params=HUBS, ids=lambda hub: hub.name)
def hub_and_files(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path]:
    """A whole hub, and a folder with the editor files for it."""
    folder = tmp_path_factory.mktemp("editor")
    editor_files(request.param, folder)
    return request.param, folder


def test_every_yaml_file_has_one_schema_that_is_there(hub_and_files: tuple[Path, Path]) -> None:
    hub, folder = hub_and_files
    globs = read(folder / OWN[0])["yaml.schemas"]
    assert all((folder / schema).is_file() for schema in globs)
    files = list((hub / "content").rglob("*.yml"))
    assert files
    for file in files:
        name = PurePosixPath(file.relative_to(hub).as_posix())
        assert len([glob for glob in globs.values() if name.match(glob)]) == 1, name


def test_the_names_of_the_settings_are_those_of_the_yaml_extension() -> None:
    settings = vscode.settings()
    ours = {name for name in settings if name.startswith(("yaml.", "redhat."))}
    assert ours
    assert ours <= YAML_SETTINGS


def test_front_matter_cms_takes_its_settings(hub_and_files: tuple[Path, Path]) -> None:
    hub, folder = hub_and_files
    settings, forms = read(folder / OWN[2]), read(folder / FORMS)
    checker = Draft7Validator(SETTINGS)
    assert [error.message for error in checker.iter_errors(settings)] == []
    assert [error.message for error in checker.iter_errors(forms)] == []
    assert [(folder / path).is_file() for path in settings["frontMatter.extends"]] == [True]
    names = {one["name"] for one in forms["frontMatter.taxonomy.contentTypes"]}
    assert names == {kind.name for kind in KINDS}
    for folder in forms["frontMatter.content.pageFolders"]:
        assert (hub / folder["path"].removeprefix("[[workspace]]/")).is_dir()
        # With more than one the extension would not know which form is meant.
        assert len(folder["contentTypes"]) == 1
        assert folder["disableCreation"] is True


def test_the_form_of_a_case_study(hub: Path) -> None:
    editor_files(hub, hub)
    types = read(hub / FORMS)["frontMatter.taxonomy.contentTypes"]
    form = {
        one["name"]: one for kind in types if kind["name"] == "case-study" for one in kind["fields"]
    }
    assert "id" not in form
    assert form["title"]["required"] is True
    assert (form["date"]["type"], form["date"]["dateFormat"]) == ("datetime", "yyyy-MM-dd")
    assert form["themes"]["choices"] == [{"id": "families", "title": "Families"}]
    assert form["themes"]["multiple"] is True
    assert form["stage"]["choices"][0] == "idea"
    assert form["illustrative"]["type"] == "boolean"
    assert [one["name"] for one in form["image"]["fields"]][:2] == ["file", "alt"]
    assert all(one["description"] for one in form.values())
    # The extension would write a field of its own into each group of a list.
    assert not {"changes", "partners", "cost", "downloads"} & set(form)


def test_forms_without_ids_take_words() -> None:
    kinds = front_matter_cms.forms({}, ())["frontMatter.taxonomy.contentTypes"]
    form = {one["name"]: one for one in kinds[0]["fields"]}
    assert form["themes"]["type"] == "list"
    assert form["pilot"]["type"] == "string"


def test_nothing_of_it_is_published(hub: Path) -> None:
    before = opened(hub).problems()
    editor_files(hub, hub)
    assert opened(hub).problems() == before
    folder, _ = site(hub)
    assert not [path for path in tree(folder) if "vscode" in path or "frontmatter" in path]


def test_print_one_schema(hub: Path) -> None:
    before = tree(hub)
    ended = cbsite_here("schema", "--print", "place", folder=hub)
    assert ended.returncode == 0, ended.stderr
    assert json.loads(ended.stdout)["title"] == "Place"
    assert tree(hub) == before


def test_print_the_guide_anywhere(tmp_path: Path) -> None:
    ended = cbsite_here("schema", "--guide", folder=tmp_path)
    assert ended.returncode == 0, ended.stderr
    assert "# Fields" in ended.stdout
    assert tree(tmp_path) == {}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["schema", "--print", "plcae"], "Did you mean place?"),
        (["schema", "--print", "qqqqqq"], "The schemas are site, "),
        (["schema", "--source", "elsewhere"], "elsewhere"),
    ],
)
def test_a_mistake_on_the_command_line(hub: Path, arguments: list[str], words: str) -> None:
    before = tree(hub)
    ended = cbsite_here(*arguments, folder=hub)
    assert ended.returncode == 2
    assert words in ended.stderr
    assert tree(hub) == before


def test_a_new_hub_has_all_of_it(tmp_path: Path) -> None:
    ended = cbsite_here("init", "my-hub", folder=tmp_path)
    assert ended.returncode == 0, ended.stderr
    hub = tmp_path / "my-hub"
    assert all((hub / path).is_file() for path in (*OWN, FORMS))
    assert f"wrote {Path('my-hub') / 'frontmatter.json'}" in ended.stdout
    events = read(hub / ".vscode/cbsite/events.schema.json")
    assert events["definitions"]["ids of place"]["enum"] == ["example-town"]
    assert "cbsite schema" in (hub / "README.md").read_text("utf-8")


def test_a_new_hub_keeps_settings_that_are_there(tmp_path: Path) -> None:
    write(tmp_path, {OWN[0]: '{"editor.fontSize": 20}'})
    ended = cbsite_here("init", ".", folder=tmp_path)
    assert ended.returncode == 0, ended.stderr
    assert read(tmp_path / OWN[0]) == {"editor.fontSize": 20}
    assert "stays as it is" in ended.stdout
