"""What authors type wrong in YAML: the right line, one cause, one fix, and the edit where it is safe."""

from __future__ import annotations

import pytest

from cbsite.diagnostics import Diagnostic
from cbsite.read.yaml_tree import plain


def apply(text: str, diagnostic: Diagnostic) -> str:
    """The text with the edits of one diagnostic made."""
    lines = text.split("\n")
    for edit in diagnostic.edits:
        start, end = edit.span.start, edit.span.end
        assert start is not None
        assert end is not None
        assert start.line == end.line
        line = lines[start.line - 1]
        lines[start.line - 1] = line[: start.column - 1] + edit.replacement + line[end.column - 1 :]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("text", "place", "words", "mended"),
    [
        ("title: Essex: whole place", "1:13", "has a colon", {"title": "Essex: whole place"}),
        ("title: “Essex: whole place”", "1:8", "curly quotes", {"title": "Essex: whole place"}),
        ("title: Pilot # 4", "1:14", "would be lost", {"title": "Pilot # 4"}),
        ("title: Item #4 update", "1:13", "would be lost", {"title": "Item #4 update"}),
        ("title: #4 update", "1:8", "would be lost", {"title": "#4 update"}),
        ("a:\n\tb: c", "2:1", "starts with a tab", {"a": {"b": "c"}}),
        ("title:Essex", "1:1", "no space after the colon", {"title": "Essex"}),
        ("title:Essex\nb: c", "1:1", "no space after the colon", {"title": "Essex", "b": "c"}),
        (
            "a: b\ntitle:Essex is\nc: d",
            "2:1",
            "no space after",
            {"a": "b", "title": "Essex is", "c": "d"},
        ),
        ("- essex\n - kent", "2:2", "does not stand under", ("essex", "kent")),
        (
            'title: "Challenge" session',
            "1:19",
            "after the closing quote",
            {"title": '"Challenge" session'},
        ),
        ("title: 'Nothing' says", "1:17", "after the closing quote", {"title": "'Nothing' says"}),
        (
            "themes:\n  – essex\nb: c",
            "2:3",
            "instead of a plain hyphen",
            {"themes": ("essex",), "b": "c"},
        ),
        ("title: @x", "1:8", "cannot start with @", {"title": "@x"}),
        ("title: %x", "1:8", "cannot start with %", {"title": "%x"}),
        ("title: *x", "1:8", "cannot start with *", {"title": "*x"}),
        ("title: *bold* text", "1:8", "cannot start with *", {"title": "*bold* text"}),
        ("title: & x", "1:8", "cannot start with &", {"title": "& x"}),
        ("title: &x", "1:8", "cannot start with &", {"title": "&x"}),
        ("title: !x", "1:8", "cannot start with !", {"title": "!x"}),
        ("title: `x`", "1:8", "cannot start with `", {"title": "`x`"}),
        ("title: [Draft] x", "1:8", "cannot start with [", {"title": "[Draft] x"}),
        ("title: {Draft} x", "1:8", "cannot start with {", {"title": "{Draft} x"}),
        ("title: | x", "1:8", "cannot start with |", {"title": "| x"}),
        ("title: - x", "1:8", "cannot start with -", {"title": "- x"}),
        (
            "a: {light: #8a1f4b, dark: '#fff'}\n",
            "1:12",
            "Everything after #",
            {"a": {"light": "#8a1f4b", "dark": "#fff"}},
        ),
        (
            "a: [it's, Pilot #4, b]\n",
            "1:17",
            "Everything after #",
            {"a": ("it's", "Pilot #4", "b")},
        ),
    ],
)
def test_cause_and_edit(fields, problems, text, place, words, mended) -> None:  # type: ignore[no-untyped-def]
    _, report = fields(text)
    assert problems(report) == [f"E-YAML {place}"]
    diagnostic = next(iter(report))
    assert words in diagnostic.message
    again, second = fields(apply(text, diagnostic))
    assert problems(second) == []
    assert plain(again.value) == mended


@pytest.mark.parametrize(
    ("text", "places", "words"),
    [
        ("themes:\n– essex\n– kent", ["E-YAML 2:1"], "plain hyphen"),
        ('title: "Essex\nb: c', ["E-YAML 1:8"], "not closed"),
        ("a: [b, c\nd: e", ["E-YAML 1:1"], "not closed"),
        ("a:\n  b: c\n d: e", ["E-YAML 3:2"], "does not stand under"),
        ("a: b\n  c: d", ["E-YAML 2:3"], "does not stand under"),
        ("- {name: madder, light: #8a1f4b, dark: x}\n- b", ["E-YAML 1:25"], "Everything after #"),
        ("a: [b, it's #c]\nd: e", ["E-YAML 1:13"], "Everything after #"),
        ("a: [b, # a note\n  c\nd: e", ["E-YAML 1:1"], "not closed"),
        ("- a\nb: c", ["E-YAML 2:1"], "does not stand under"),
        ("a: b\nwords", ["E-YAML 2:1"], "neither a field"),
        ('a: "x\\q"', ["E-YAML 1:6"], "backslash"),
        ("a:\n  -essex\n  -kent", ["E-YAML 2:3"], "no space after the hyphen"),
        ("a: b\na: c", ["E-DUPKEY 2:1"], "in line 1 and again"),
        ("<<: a", ["E-YAML 1:1"], "copies another part"),
        ("a: b\n---\nc: d", ["E-YAML 2:1"], "second YAML document"),
        ("%YAML 1.1\n---\na: b", ["E-YAML 1:1"], "gives orders"),
        ("? [a]\n: b", ["E-YAML 1:1"], "name of a field"),
        ("ti\u00adtle: x", ["E-YAML 1:1"], "cannot be seen (U+00AD)"),
    ],
)
def test_cause(fields, problems, text, places, words) -> None:  # type: ignore[no-untyped-def]
    _, report = fields(text)
    assert problems(report) == places
    assert words in next(iter(report)).message


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("phone: 02079460958", "02079460958"),
        ("phone: +442079460958", "+442079460958"),
        ("when: 10:30", "10:30"),
        ("paragraph: 12.10", "12.10"),
        ("code: NO", "NO"),
        ("date: 2012-06-31", "2012-06-31"),
        ("title:\u00a0Essex", "Essex"),
        ("stage: live  # was proposed", "live"),
        ("note: a\n  b", "a b"),
        ("note: |\n  a # b", "a # b"),
        ("note: ''", ""),
        ("note:", None),
        ("note: ~", "~"),
        ("url: https://example.org/a#b", "https://example.org/a#b"),
        ("# a prompt for authors\nnote: x\n# and one more", "x"),
    ],
)
def test_values_are_text_as_typed(fields, problems, text, value) -> None:  # type: ignore[no-untyped-def]
    reading, report = fields(text)
    assert problems(report) == []
    tree = plain(reading.value)
    assert isinstance(tree, dict)
    assert list(tree.values()) == [value]


def test_every_broken_entry_is_reported_and_the_others_are_read(fields, problems) -> None:  # type: ignore[no-untyped-def]
    text = "- id: a\n  name: A: b\n- id: c\n\tname: d\n- id: e\n  name: F\n- id: g\n  name: @h\n"
    reading, report = fields(text)
    assert problems(report) == ["E-YAML 2:10", "E-YAML 4:1", "E-YAML 8:9"]
    assert plain(reading.value) == ({"id": "e", "name": "F"},)
    assert reading.broken


def test_columns_count_characters(fields, problems) -> None:  # type: ignore[no-untyped-def]
    _, report = fields("é😀: ü😀 @\nb: “😀: x”\n")
    assert problems(report) == ["E-YAML 2:4"]
