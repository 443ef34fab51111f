"""Tokens from site.yml: put where they count, explained where they cannot be."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cbsite.build import Request, make_site
from cbsite.diagnostics import Report
from cbsite.ports import Ports
from cbsite.project import find_project
from cbsite.render.contrast import PAIRS, faint_pairs, luminance
from cbsite.render.custom_properties import CustomProperty, custom_properties
from cbsite.render.token_values import value_problem
from tests.support.hubs import AS_OF, SITE, Files, small, where, write

CSS = (Path(__file__).resolve().parents[2] / "templates/assets/style.css").read_text("utf-8")
LINE = len(SITE.splitlines()) + 3
"""The line that the first token is on."""


def built(folder: Path, tokens: str, more: Files | None = None) -> tuple[str, str, Report]:
    """The published stylesheet, the front page, and what was found."""
    site = f"{SITE}theme:\n  tokens:\n{tokens}"
    write(folder, small({"content/site.yml": site, **(more or {})}))
    ports, report = Ports.real(), Report()
    project = find_project(ports.disk, folder)
    made = make_site(Request(project, AS_OF), ports, report, lambda _: None)
    if made is None:
        return "", "", report
    return made.files["assets/style.css"].decode(), made.files["index.html"].decode(), report


def test_tokens_stand_at_the_end_of_the_stylesheet(tmp_path: Path) -> None:
    tokens = """\
    - {name: madder, light: "#8a1f4b", dark: "#ff9cbd"}
    - {name: read, light: 38rem}
    - {name: spruce, dark: "#9fe0db"}
"""
    css, page, report = built(tmp_path / "a", tokens)
    assert list(report) == []
    assert css.removeprefix(CSS).splitlines() == [
        "",
        "/* Tokens from site.yml */",
        "@media screen{:root{--madder:#8a1f4b}}",
        "@media screen and (prefers-color-scheme:dark){:root{--madder:#ff9cbd}}",
        ":root{--read:38rem}",
        "@media screen and (prefers-color-scheme:dark){:root{--spruce:#9fe0db}}",
    ]
    _, other, _ = built(tmp_path / "b", tokens.replace("38", "39"))
    address = re.compile(r"assets/style\.css\?v=\w+")
    versions = {found[0] for html in (page, other) if (found := address.search(html))}
    assert len(versions) == 2


def test_a_stylesheet_of_the_hub_has_tokens_of_its_own(tmp_path: Path) -> None:
    own = ":root { --sand: #fff; }\n"
    css, _, report = built(
        tmp_path, "    - {name: sand, light: '#eee'}\n", {"templates/assets/style.css": own}
    )
    assert list(report) == []
    assert css == f"{own}\n/* Tokens from site.yml */\n:root{{--sand:#eee}}\n"


@pytest.mark.parametrize(
    ("token", "code", "column", "said", "hint"),
    [
        ("{name: maddr, light: '#8a1f4b'}", "E-ENUM", 14, "no token 'maddr'", "Did you mean madder?"),
        ("{name: --madder, light: '#8a1f4b'}", "E-ENUM", 14, "no token '--madder'", "Did you mean madder?"),
        ("{name: madder}", "E-REQ", 7, "given no value", "Add  light: '#a4124a'"),
        ("{name: madder, light: banana split}", "E-VALUE", 29, "'banana split' is not a colour", "Write"),
        ("{name: madder, light: '#8a1f4'}", "E-VALUE", 29, "'#8a1f4' is not a colour", "Write"),
        ("{name: read, light: 38rem; color:red}", "E-VALUE", 27, "holds ;", "43rem"),
        ("{name: read, dark: '38rem/**/'}", "E-VALUE", 26, "holds /*", "43rem"),
        ("{name: sans, light: \"url(x.woff)\"}", "E-VALUE", 27, "would load a file", "assets"),
    ],
)  # fmt: skip
def test_a_token_that_cannot_be_used_is_explained(
    tmp_path: Path, token: str, code: str, column: int, said: str, hint: str
) -> None:
    _, page, report = built(tmp_path, f"    - {token}\n")
    assert page == ""
    (found,) = report
    assert where(found) == f"{code} content/site.yml:{LINE}:{column}"
    assert said in found.message
    assert hint in found.hint


def test_a_token_is_given_once(tmp_path: Path) -> None:
    _, _, report = built(tmp_path, "    - {name: read, light: 38rem}\n" * 2)
    assert [where(found) for found in report] == [f"E-VALUE content/site.yml:{LINE + 1}:14"]


@pytest.mark.parametrize(
    "value",
    [
        "a;b", "{", "}", "@import x", "a\\62", "</style>", "red!important", "/* x", "x */", "a\nb", "", " ",
        "x" * 301, "URL(a)", "image-set('a')", "src (x)", "var(--ink)", "env(x)", "(", ")", "a)(b", "[", "([)]",
        "'open", '"open', "\"'\" '", "#12", "#12345g",
    ],
)  # fmt: skip
def test_no_value_reaches_out_of_its_place(value: str) -> None:
    assert value_problem(value, "1rem") is not None


@pytest.mark.parametrize(
    ("value", "instead_of"),
    [
        ("#8a1f4b", "#a4124a"), ("#8A1", "#a4124a"), ("#8a1f4bcc", "#a4124a"), ("rebeccapurple", "#a4124a"),
        ("rgb(1 2 3 / 50%)", "#a4124a"), ("oklch(60% .2 20)", "#a4124a"), ("clamp(1rem, 2vw, 3rem)", "1rem"),
        ("Georgia, \"It's, (here)\", serif", "serif"), ("calc((1rem + 2px) * 2)", "1rem"),
    ],
)  # fmt: skip
def test_good_values_may_be_used(value: str, instead_of: str) -> None:
    assert value_problem(value, instead_of) is None


def test_a_measure_is_no_colour() -> None:
    assert value_problem("#fff", "43rem") == ("The token is not a colour.", "Write for example  43rem")  # fmt: skip


def test_the_theme_can_be_read() -> None:
    properties = custom_properties(CSS)
    light = {one.name: one.value for one in properties if not one.condition}
    dark = light | {one.name: one.value for one in properties if "dark" in one.condition}
    assert {name for pair in PAIRS for name in pair[:2]} <= set(light)
    assert faint_pairs(light) == faint_pairs(dark) == []


def test_colours_that_cannot_be_read_are_a_warning(tmp_path: Path) -> None:
    tokens = "    - {name: ink-2, light: '#8899a0'}\n    - name: edge\n      light: '#ddd'\n      dark: '#8199a0'\n"
    css, _, report = built(tmp_path, tokens)
    assert css
    found = [(where(one), one.message, one.hint) for one in report]
    assert found == [
        (
            f"W-CONTRAST content/site.yml:{LINE}:28",
            "In dark mode, ink-2 on madder-t has a contrast of 3.61 to 1. Readers need 4.5 to 1.",
            "Add a line  dark:  with a lighter colour for dark mode.",
        ),
        (
            f"W-CONTRAST content/site.yml:{LINE}:28",
            "In light mode, ink-2 on madder-t has a contrast of 2.03 to 1. Readers need 4.5 to 1.",
            "Choose a darker colour for ink-2.",
        ),
        (
            f"W-CONTRAST content/site.yml:{LINE + 2}:14",
            "In light mode, edge on sea has a contrast of 1.01 to 1. Readers need 3 to 1.",
            "Choose a darker colour for edge.",
        ),
    ]


def test_contrast_is_counted_as_the_standard_does() -> None:
    assert luminance("#fff") == pytest.approx(1)
    assert luminance("#000000") == 0
    assert luminance("#777777") == pytest.approx(0.1845, abs=1e-4)
    assert luminance("#ffffff80") is None
    assert luminance("red") is None


def test_custom_properties_are_found_wherever_they_stand() -> None:
    css = """
    /* :root{--no:1} */ @import "x.css";
    :root, .x { color: red; --a: "};{"; --b:1px }
    .y { --no: 2 } @media print{ :root{--a:2} @supports (x:y){ :root { --c : 3 ; } } }
    """
    assert custom_properties(css) == (
        CustomProperty("a", '"};{"'),
        CustomProperty("b", "1px"),
        CustomProperty("a", "2", "@media print"),
        CustomProperty("c", "3", "@media print @supports (x:y)"),
    )
