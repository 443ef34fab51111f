"""What no page may do under the policy, however it is written; and what it may."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cbsite.checks import own_origin
from cbsite.checks.own_origin import check_own_origin
from cbsite.diagnostics import Report
from tests.support.hubs import SMALL, site, write

MANY = 50_000 if os.environ.get("CBSITE_TORTURE") else 2_000


def problems(html: str) -> list[str]:
    report = Report()
    check_own_origin("pages/a.html", f"<!doctype html>\n<p>Words.</p>\n{html}\n", report)
    return [diagnostic.message for diagnostic in report]


LOADS = [
    '<script src="https://example.org/a.js"></script>',
    '<link rel="stylesheet" href="//example.org/a.css">',
    '<link rel="Stylesheet" href="https://example.org/a.css">',
    '<LINK REL=STYLESHEET HREF=HTTPS://example.org/a.css>',
    '<link rel="apple-touch-icon" href="https://example.org/a.png">',
    '<link rel="preload" as="image" imagesrcset="https://example.org/a.png 2x">',
    '<img src="https://example.org/a.png">',
    '<img src="/\\example.org/a.png">',
    '<img src=" \t//example.org/a.png">',
    '<img src="/\n/example.org/a.png">',
    '<img src="https&colon;//example.org/a.png">',
    '<img src="&#47;/example.org/a.png">',
    '<img src="a.png" srcset="a.png 1x, https://example.org/b.png 2x">',
    '<img src="https://example.org/a.png" src="a.png">',
    '<img alt="a > b" src="https://example.org/a.png">',
    "<img src='https://example.org/a.png'>",
    "<img/src=https://example.org/a.png>",
    '<picture><source srcset="//example.org/a.webp"><img src="a.png"></picture>',
    '<video poster="https://example.org/a.png"></video>',
    '<video src="a.mp4"><track src="https://example.org/a.vtt"></video>',
    '<input type="image" src="https://example.org/a.png">',
    '<object data="https://example.org/a.pdf"></object>',
    '<embed src="https://example.org/a.pdf">',
    '<iframe src="https://example.org/"></iframe>',
    '<svg><image href="https://example.org/a.png"/></svg>',
    '<svg><image xlink:href="https://example.org/a.png"/></svg>',
    '<svg><use href="https://example.org/a.svg#b"/></svg>',
    '<svg><feImage href="https://example.org/a.png"/></svg>',
    '<body background="https://example.org/a.png">',
    '<a href="https://example.org/" ping="https://example.org/count">x</a>',
    '<img src="data:image/png;base64,AAAA">',
]  # fmt: skip


@pytest.mark.parametrize("html", LOADS)
def test_what_would_be_loaded_from_elsewhere(html: str) -> None:
    (message,) = problems(html)
    assert message.startswith("A page made by this template would load ")


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<style>p { color: red }</style>", "holds an inline style"),
        ('<p style="color: red">x</p>', "holds an inline style"),
        ("<p STYLE='color: red'>x</p>", "holds an inline style"),
        ("<script>alert(1)</script>", "holds an inline script"),
        ('<p onclick="alert(1)">x</p>', "holds an inline script (onclick)"),
        ('<p class="a"onclick="alert(1)">x</p>', "holds an inline script (onclick)"),
        ("<svg/onload=alert(1)></svg>", "holds an inline script (onload)"),
        ('<a href="javascript:alert(1)">x</a>', "holds an inline script (javascript:)"),
        ('<a href="JavaScript:alert(1)">x</a>', "holds an inline script (javascript:)"),
        ('<a href=" java\tscript:alert(1)">x</a>', "holds an inline script (javascript:)"),
        ('<a href="&#106;avascript:alert(1)">x</a>', "holds an inline script (javascript:)"),
        ('<a href="javascript&colon;alert(1)">x</a>', "holds an inline script (javascript:)"),
        ('<form action="javascript:alert(1)"></form>', "holds an inline script (javascript:)"),
        ('<iframe src="javascript:alert(1)"></iframe>', "holds an inline script (javascript:)"),
        ('<iframe srcdoc="<p>x</p>"></iframe>', "holds a page within the page (srcdoc)"),
        ('<base href="https://example.org/">', "moves all its links (base)"),
        ('<base href="/hub/">', "moves all its links (base)"),
        ('<form action="https://example.org/ask"></form>', "would send to https://example.org/ask"),
        ('<form action="//example.org/ask"></form>', "would send to //example.org/ask"),
        (
            '<button formaction="https://example.org/ask">x</button>',
            "would send to https://example.org/ask",
        ),
    ],
)
def test_what_the_policy_bars(html: str, words: str) -> None:
    assert problems(html) == [f"A page made by this template {words}."]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://example.org/">elsewhere</a>',
        '<a href="mailto:a@example.org" class="x">write</a>',
        '<svg><a href="https://example.org/"><text>x</text></a></svg>',
        '<a href="a:b@example.org">odd, but it loads nothing</a>',
        '<link rel="canonical" href="https://example.org/">',
        '<link rel="license" href="https://example.org/">',
        '<meta http-equiv="refresh" content="0; url=https://example.org/">',
        '<meta name="description" content="javascript: the good parts, onload=1, style=none">',
        '<p title="https://example.org/" data-value="//x">on=1 style="x" &lt;style&gt;</p>',
        '<script src="../assets/search.js?v=1" type="module"></script>',
        '<link rel="stylesheet" href="../assets/style.css?v=1">',
        '<img src="a.png" srcset="a.png 1x, b.png 2x" alt="">',
        '<svg viewBox="0 0 1 1"><use href="#a"/></svg>',
        '<form action="../search/"><button formaction="./">x</button></form>',
        "<!-- <style>p { color: red }</style> -->",
        "",
    ],
)
def test_what_a_page_may_do(html: str) -> None:
    assert problems(html) == []


PIECES = st.sampled_from(
    ["<", ">", "/", '"', "'", "=", " ", "\n", "a", "p", "base", "link", "style", "script", "img", "object", "form",
     "use", "href", "src", "srcset", "data", "data-x", "poster", "action", "ping", "onclick", "srcdoc", "rel", ":",
     'rel="canonical"', "stylesheet", "https://e.org/", "//e.org/", "javascript:", "&#58;", "\\", "xlink:", "\t", "ſ",
     '<a href="', '<img alt="" src="', '<p class="', "<!--", "-->", "\u00a0", "\x0b"]
)  # fmt: skip


@settings(max_examples=MANY, deadline=None, derandomize=True, database=None)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_the_first_look_misses_nothing(html: str) -> None:
    if not own_origin._SUSPECT.search(html):
        parser = own_origin._Problems()
        parser.feed(html)
        parser.close()
        assert parser.problems == []


def test_the_template_is_named_once_for_the_same_problem() -> None:
    report = Report()
    for _ in range(3):
        check_own_origin("pages/redirect.html", "<p style=x>", report)
    (found,) = report
    assert (found.code, found.span.path) == ("E-EXT", "templates/pages/redirect.html")


def test_no_page_of_the_default_theme_is_parsed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A few thousand pages must not cost seconds: they are looked at."""
    folder, _ = site(write(tmp_path, dict(SMALL)))
    pages = [path.read_text(encoding="utf-8") for path in folder.rglob("*.html")]
    assert len(pages) > 10
    monkeypatch.delattr(own_origin, "_Problems")
    with pytest.raises(NameError):
        check_own_origin("pages/a.html", "<p style=x>", Report())
    report = Report()
    for html in pages:
        check_own_origin("pages/a.html", html, report)
    assert list(report) == []
