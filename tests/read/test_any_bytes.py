"""Whatever bytes a file holds, reading ends, and every report has a place and words."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cbsite.diagnostics import Report

PIECES = [
    "---\n", "\n", "title: ", "a:", "- ", "  ", "\t", '"', "'", "[", "]", "{", "}", "# ", "> ", "> [!NOTE]\n",
    "| a | b |\n|---|---|\n", "1. ", "12.1 ", "[x](y)", "![a](b)", "[^1]", "[^1]: ", "<!--", "-->", "<b>", "`",
    "```\n", "```figures\n", "*", "**", "_", "~~", "&amp;", "&#0;", "&x", "*x", "!x", "\\", "é", "\u202e", "\u00a0",
    "“", "–", ": ", "{lang=cy}", "]{lang=", "http://a.b", "id: essex\n", "places: ", "\r", "\r\n", "<", "<<: ", "? ",
    "| x", "%YAML", "...\n", "\x00", "\ufeff", " #", "===\n", "\u2028", "[a]: b\n", "![", "](", ")", "😀", "x",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
ANY = st.one_of(
    TEXTS.map(str.encode), st.binary(max_size=200), TEXTS.map(lambda t: t.encode("utf-16"))
)
PATHS = [
    "pages/a.md",
    "documents/a.md",
    "data/places.yml",
    "data/places/x.yml",
    "case-studies/b/index.md",
]
FIXTURES = settings(
    deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def sound(report: Report) -> None:
    for diagnostic in report:
        assert diagnostic.message
        assert diagnostic.hint
        start, end = diagnostic.span.start, diagnostic.span.end
        if start is not None and end is not None:
            assert start.line >= 1
            assert start.column >= 1
            assert end >= start
        assert diagnostic.as_json()


@FIXTURES
@given(data=ANY, site=ANY)
def test_any_bytes_in_any_file(hub, data: bytes, site: bytes) -> None:  # type: ignore[no-untyped-def]
    sound(hub(dict.fromkeys(PATHS, data), site)[1])


@FIXTURES
@given(fields=TEXTS, text=TEXTS)
def test_any_front_matter_and_text(hub, fields: str, text: str) -> None:  # type: ignore[no-untyped-def]
    sound(hub({"documents/a.md": f"---\n{fields}\n---\n{text}"})[1])


@FIXTURES
@given(text=TEXTS)
def test_any_numbered_text(markdown, text: str) -> None:  # type: ignore[no-untyped-def]
    prose, report = markdown(text, numbered=True)
    sound(report)
    assert markdown(text, numbered=True)[0] == prose


@settings(
    deadline=None, max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(names=st.lists(st.text(max_size=12).filter(lambda t: t and "\x00" not in t), max_size=4))
def test_any_names(hub, names: list[str]) -> None:  # type: ignore[no-untyped-def]
    content, report = hub({"/".join(names) or "x": b"a"})
    sound(report)
    for asset in content.assets:
        assert asset.isprintable()
        assert ".." not in asset.split("/")
