"""Whatever bytes a file holds, reading ends, and every report has a place and words."""

from __future__ import annotations

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cbsite.diagnostics import Report, apply_edits
from cbsite.reports import as_json, as_text

PIECES = [
    "---\n", "\n", "title: ", "a:", "- ", "  ", "\t", '"', "'", "[", "]", "{", "}", "# ", "> ", "> [!NOTE]\n",
    "| a | b |\n|---|---|\n", "1. ", "12.1 ", "[x](y)", "![a](b)", "[^1]", "[^1]: ", "<!--", "-->", "<b>", "`",
    "```\n", "```figures\n", "*", "**", "_", "~~", "&amp;", "&#0;", "&x", "*x", "!x", "\\", "é", "\u202e", "\u00a0",
    "“", "–", ": ", "{lang=cy}", "]{lang=", "http://a.b", "id: essex\n", "places: ", "\r", "\r\n", "<", "<<: ", "? ",
    "| x", "%YAML", "...\n", "\x00", "\ufeff", " #", "===\n", "\u2028", "[a]: b\n", "![", "](", ")", "😀", "x",
]  # fmt: skip
YAML_PIECES = [
    "title: ", "- id: essex\n", "  name: ", "kind: council", "date: 2012-06-31", "when: early May 2012", "themes: ",
    "families, health", "\n", "\n  ", "\n- ", "\n\t", "\n ", ": ", ":", " #4", "  # note", '"', "'", "“", "”", "’",
    "[", "]", "{", "}", ",", "- ", "– ", "•", "@", "&a", "*a", "!x", "|", ">", "\u00a0", "\u200b", "\u00ad", "\u2028",
    "\x0c", "\x00", "\x92", "\ufffd", "â€™", "\\", "£120,000", "---\n", "–––\n", "+++\n", "```yaml\n", "...\n",
    "sources: release", "status: Live", "Title: x", "value: 2.2bn", "id: a\n  id: b",
]  # fmt: skip
YAML_TEXTS = st.lists(st.sampled_from(YAML_PIECES), max_size=30).map("".join)
ENCODED = st.builds(
    lambda text, encoding: text.encode(encoding, "replace"),
    YAML_TEXTS,
    st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"]),
)
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
    "data/figures.yml",
    "data/events/y.yml",
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
    assert len(json.loads(as_json(report))) == len(list(report))
    assert as_text(report)


@FIXTURES
@given(data=ANY, site=ANY)
def test_any_bytes_in_any_file(hub, data: bytes, site: bytes) -> None:  # type: ignore[no-untyped-def]
    sound(hub(dict.fromkeys(PATHS, data), site)[1])


@FIXTURES
@given(data=ENCODED, site=ENCODED)
def test_any_yaml_in_any_encoding(hub, data: bytes, site: bytes) -> None:  # type: ignore[no-untyped-def]
    sound(hub(dict.fromkeys(PATHS, data), site)[1])


@FIXTURES
@given(text=YAML_TEXTS)
def test_safe_edits_come_to_an_end(hub, text: str) -> None:  # type: ignore[no-untyped-def]
    """Made again and again, they leave a text that asks for no more of them."""
    path, whole = "case-studies/a.md", f"---\ntitle: A\n{text}\n---\nWords.\n"
    for _ in range(30):
        found = [one for one in hub({path: whole})[1] if one.safe and one.span.path.endswith(path)]
        edits = [edit for one in found for edit in one.edits]
        if not edits:
            return
        whole = apply_edits(whole, edits)
    raise AssertionError(whole)


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
