"""A theme's style sheets and scripts load nothing from elsewhere, however it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from cbsite.build import Request, make_site
from cbsite.checks.own_assets import check_own_assets
from cbsite.diagnostics import Report
from cbsite.ports import Ports
from cbsite.project import find_project
from tests.support.hubs import AS_OF, SMALL, where, write

AWAY = [
    '@import url("https://example.org/a.css");',
    "@import 'https://example.org/a.css' screen;",
    "@IMPORT/**/URL( //example.org/a.css );",
    "a{background:url(https://example.org/a.png)}",
    "a{background:u\\72l(https://example.org/a.png)}",
    "a{background:url('\\68ttps://example.org/a.png')}",
    "a{background:url(\\2f/example.org/a.png)}",
    'a{background:image-set("https://example.org/a.png" 1x)}',
    "a{background:image-set(url(a.png) 1x, '//example.org/b.png' 2x)}",
    "@font-face{src:url(a.woff2),url(https://example.org/a.woff2)}",
    "a{background:url(data:image/png;base64,AAAA)}",
    "a{background:url(https://example.org/never-closed",
    "/* url( */ a{background:url(https://example.org/a.png)}",
    "a{content:'\\'';background:url(https://example.org/a.png)}",
]
NEAR = [
    '@import "a.css"; @import url(fonts/a.css);',
    "a{background:url(a.png),url('../files/a.png'),url(/hub/a.png),url(#a)}",
    "/* url(https://example.org/a.png) */",
    "a[href^='https://']::after{content:'https://example.org/ url(//example.org)'}",
    '@namespace svg url(http://www.w3.org/2000/svg); @namespace "http://www.w3.org/1999/xhtml";',
    "@import url(a.css",
]
SCRIPTS = [
    'import { a } from "https://example.org/a.js";',
    "import 'https://example.org/a.js'",
    "const a = await import(/* x */ `//example.org/a.js`);",
    "fetch('https://example.org/count')",
    'new Worker("data:text/javascript,0")',
]
NEAR_SCRIPTS = [
    'import { a } from "./a.js"; import("./b.js"); fetch("words.json"); fetch(new URL("a", import.meta.url));',
    'document.createElementNS("http://www.w3.org/2000/svg", "g"); Array.from("https://example.org");',
]


def found(name: str, text: str) -> list[str]:
    report = Report()
    check_own_assets({f"assets/{name}": text.encode()}, report)
    return [where(one) for one in report]


@pytest.mark.parametrize("text", AWAY)
def test_a_style_sheet_that_leads_away(text: str) -> None:
    (problem,) = found("a.css", f"p{{color:red}}\r\n{text}")
    assert problem.startswith("E-EXT templates/assets/a.css:2:")


@pytest.mark.parametrize("text", NEAR)
def test_a_style_sheet_that_stays(text: str) -> None:
    assert found("a.css", text) == []


@pytest.mark.parametrize("text", SCRIPTS)
def test_a_script_that_leads_away(text: str) -> None:
    (problem,) = found("a.js", f"let b;\n{text}")
    assert problem.startswith("E-EXT templates/assets/a.js:2:")


@pytest.mark.parametrize("text", NEAR_SCRIPTS)
def test_a_script_that_stays(text: str) -> None:
    assert found("a.js", text) == []


def test_a_web_page_among_the_assets_is_checked_too() -> None:
    assert found("a.html", "<img src='https://example.org/a.png'>") == [
        "E-EXT templates/assets/a.html"
    ]


def test_a_hub_whose_style_leads_away_is_not_built(tmp_path: Path) -> None:
    style = "@import url(//example.org/a.css);\n"
    write(tmp_path, {**SMALL, "templates/assets/style.css": style})
    ports, report = Ports.real(), Report()
    request = Request(find_project(ports.disk, tmp_path), AS_OF)
    assert make_site(request, ports, report, lambda _: None) is None
    assert "E-EXT templates/assets/style.css:1:13" in [where(one) for one in report]
