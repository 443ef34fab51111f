"""What a template sees, and how a theme's files are named."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cbsite.diagnostics import Report
from cbsite.layout.values import SitemapValue
from cbsite.ports.disk import Disk
from cbsite.render.renderer import Renderer
from cbsite.render.theme import Theme, load_theme
from tests.support.command import cbsite
from tests.support.hubs import make, small, where, write

PAGE = "feeds/sitemap.xml"


def rendered(folder: Path, text: str) -> tuple[str, list[str]]:
    """What a template makes, and what is reported."""
    theme = write(folder / "theme", {PAGE: text})
    report = Report()
    renderer = Renderer(load_theme(Disk(), theme, theme, report))
    made = renderer.render(SitemapValue(PAGE, (), ""), report)
    return (made or b"").decode("utf-8"), [diagnostic.message for diagnostic in report]


@pytest.mark.parametrize("name", ["dict", "lipsum", "cycler", "joiner", "namespace"])
def test_a_template_sees_the_page_alone(tmp_path: Path, name: str) -> None:
    made, (message,) = rendered(tmp_path, "<p>{{ " + name + " }}</p>")
    assert made == ""
    assert f"'{name}' is undefined" in message


def test_nothing_in_a_template_is_left_to_chance(tmp_path: Path) -> None:
    _, (message,) = rendered(tmp_path, "{{ [1, 2]|random }}")
    assert "No filter named 'random'" in message


def test_a_template_may_count(tmp_path: Path) -> None:
    assert rendered(tmp_path, "{% for i in range(3) %}{{ i }}{% endfor %}") == ("012", [])


def test_an_unknown_name_is_an_error_at_its_line(tmp_path: Path) -> None:
    theme = write(tmp_path, {PAGE: "<p>\n{{ page.nothing }}</p>"})
    report = Report()
    Renderer(load_theme(Disk(), theme, theme, report)).render(SitemapValue(PAGE, (), ""), report)
    assert [where(d) for d in report] == [f"E-TEMPLATE templates/{PAGE}:2:1"]


def theme_of(folder: Path, *paths: str) -> tuple[Theme, list[str]]:
    """A theme with these files over a small default one, and what is reported."""
    default = write(folder / "default", {"assets/style.css": "", "pages/page.html": ""})
    overrides = write(folder / "hub", dict.fromkeys(paths, ""))
    report = Report()
    theme = load_theme(Disk(), default, overrides, report)
    return theme, [where(diagnostic) for diagnostic in report]


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such files")
@pytest.mark.parametrize("path", ["assets/a:b.css", "assets/con.css", "assets/a?/b.css"])
def test_names_that_no_site_can_hold(tmp_path: Path, path: str) -> None:
    theme, found = theme_of(tmp_path, path, "assets/fine.css")
    assert found == [f"E-PATH templates/{path}"]
    assert sorted(theme.assets) == ["assets/fine.css", "assets/style.css"]


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such files")
def test_such_a_name_stops_the_build(tmp_path: Path) -> None:
    hub = write(tmp_path, small({"templates/assets/a:b.css": "x"}))
    ended = cbsite("build", "--source", hub)
    assert ended.returncode == 1
    assert "templates/assets/a:b.css\n" in ended.stderr
    assert "(E-PATH, " in ended.stderr


def test_names_that_two_systems_take_for_one(tmp_path: Path) -> None:
    _, found = theme_of(tmp_path, "assets/Style.css")
    assert found == ["E-PATH templates/assets/Style.css"]


def test_a_usual_theme(tmp_path: Path) -> None:
    _, found = theme_of(tmp_path, "assets/style.css", "assets/é/map-1.svg", "pages/page.html")
    assert found == []
    assert make(tmp_path / "all").problems() == []
