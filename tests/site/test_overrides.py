"""A hub's own templates: used where they are there, explained where they cannot be."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.support.command import REPOSITORY, cbsite
from tests.support.hubs import site, small, write


def test_a_template_and_an_asset_of_the_hub_are_used(tmp_path: Path) -> None:
    own = {
        "templates/pages/place.html": '{% extends "parts/page.html" %}\n'
        "{% block body %}<p>Our own {{ page.plate.title }}.</p>{% endblock %}\n",
        "templates/assets/mark.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
    }
    ended = cbsite("build", "--source", write(tmp_path, small(own)))
    assert ended.returncode == 0, ended.stderr
    assert "<p>Our own Essex.</p>" in (tmp_path / "site/places/essex/index.html").read_text("utf-8")
    assert (tmp_path / "site/assets/mark.svg").read_text("utf-8") == own[
        "templates/assets/mark.svg"
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\n", "has no <html"),
        ("<p>hello</p>", "has no <html"),
        ('{% extends "parts/pgae.html" %}', "parts/pgae.html is missing"),
        ('{% extends "pages/place.html" %}', "extends or includes itself"),
        ('{% extends "parts/page.html" %}{% block body %}{{ nobody }}{% endblock %}', "'nobody' is undefined"),
        ("{% if %}", "Expected an expression"),
        ('{% extends "parts/page.html" %}{% block body %}<script>1</script>{% endblock %}', "inline script"),
    ],
    ids=["empty", "no-page", "missing", "itself", "unknown", "syntax", "script"],
)  # fmt: skip
def test_a_template_that_cannot_be_used_is_explained(tmp_path: Path, text: str, said: str) -> None:
    hub = write(tmp_path, small({"templates/pages/place.html": text}))
    ended = cbsite("build", "--source", hub)
    assert ended.returncode == 1, ended.stderr
    assert (
        "templates/pages/place.html" in ended.stderr or "templates/parts/pgae.html" in ended.stderr
    )
    assert said in ended.stderr
    assert "Traceback" not in ended.stderr
    assert not (tmp_path / "site").exists()


@pytest.fixture(scope="module")
def isles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the example hub that docs/templates.md explains."""
    folder = tmp_path_factory.mktemp("isles")
    shutil.copytree(REPOSITORY / "tests/hubs/overrides", folder, dirs_exist_ok=True)
    made, report = site(folder)
    assert list(report) == []
    return made


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("places/north-isle/index.html", '<p class="said after">The ferry to North Isle leaves at noon.</p>'),
        ("index.html", '<label class="lb" for="q">Ask the isles</label>'),
        ("places/south-isle/index.html", "<b>Not known on the isles.</b>"),
        ("assets/mark.svg", '<circle cx="14" cy="14" r="9" fill="#07555c"/>'),
        ("robots.txt", "Disallow: /learning/data/"),
        ("places/index.html", "Sea of Noon"),
        ("assets/style.css", ":root{--madder:#8a1f4b}"),
        ("assets/style.css", "(prefers-color-scheme:dark){:root{--madder:#ff9cbd}}"),
        ("assets/style.css", ":root{--read:38rem}"),
        ("assets/style.css", ':root{--serif:Georgia, "Times New Roman", serif}'),
    ],
    ids=["page", "part", "block", "asset", "feed", "map", "colour", "dark", "measure", "font"],
)  # fmt: skip
def test_the_example_hub_shows_each_thing_that_it_changes(
    isles: Path, file: str, words: str
) -> None:
    assert words in (isles / file).read_text("utf-8")


def test_the_example_hub_keeps_the_rest_of_the_theme(isles: Path) -> None:
    place = (isles / "places/north-isle/index.html").read_text("utf-8")
    assert "Sea of Noon" in place
    assert "Pilots here" in place
    default = (REPOSITORY / "templates/assets/style.css").read_text("utf-8")
    assert (isles / "assets/style.css").read_text("utf-8").startswith(default)


def test_every_file_of_the_example_is_explained() -> None:
    docs = (REPOSITORY / "docs/templates.md").read_text("utf-8")
    hub = REPOSITORY / "tests/hubs/overrides"
    files = [path for path in (hub / "templates").rglob("*") if path.is_file()]
    assert len(files) == 6
    for path in files:
        assert f"`{path.relative_to(hub).as_posix()}`" in docs


def test_a_map_of_the_theme_is_replaced_by_path(tmp_path: Path) -> None:
    own = (REPOSITORY / "tests/hubs/overrides/templates/maps/two-isles.json").read_text("utf-8")
    (name,) = (path.name for path in (REPOSITORY / "templates/maps").iterdir())
    files = {
        "content/site.yml": small()["content/site.yml"] + f"map: {name.removesuffix('.json')}\n",
        "content/data/places.yml": small()["content/data/places.yml"].replace(
            "id: kent\n", "id: kent\n  areas: [south-isle]\n"
        ),
        f"templates/maps/{name}": own,
    }
    made, _ = site(write(tmp_path, small(files)))
    assert "Sea of Noon" in (made / "places/kent/index.html").read_text("utf-8")
