"""What authors type wrong in YAML: the right line, one cause, one fix, and the edit where it is safe."""

from __future__ import annotations

import pytest

from cbsite.diagnostics import Report, Source, apply_edits
from cbsite.read.strict_yaml import read_yaml
from cbsite.read.yaml_errors import CHAIN
from cbsite.read.yaml_lines import Window
from cbsite.read.yaml_tree import is_whole, plain


@pytest.mark.parametrize(
    ("text", "place", "words", "mended"),
    [
        ("title: Essex: whole place", "COLON 1:13", "has a colon", {"title": "Essex: whole place"}),
        (
            "title: “Essex: whole place”",
            "CURLY 1:8",
            "curly quotes",
            {"title": "Essex: whole place"},
        ),
        ("title: Pilot # 4", "HASH 1:14", "would be lost", {"title": "Pilot # 4"}),
        ("title: Item #4 update", "HASH 1:13", "would be lost", {"title": "Item #4 update"}),
        ("title: #4 update", "HASH 1:8", "would be lost", {"title": "#4 update"}),
        ("a:\n\tb: c", "TAB 2:1", "starts with a tab", {"a": {"b": "c"}}),
        ("title:Essex", "SPACE 1:1", "no space after the colon", {"title": "Essex"}),
        (
            "title:Essex\nb: c",
            "SPACE 1:1",
            "no space after the colon",
            {"title": "Essex", "b": "c"},
        ),
        (
            "a: b\ntitle:Essex is\nc: d",
            "SPACE 2:1",
            "no space after",
            {"a": "b", "title": "Essex is", "c": "d"},
        ),
        ("- essex\n - kent", "INDENT 2:2", "does not stand under", ("essex", "kent")),
        (
            'title: "Challenge" session',
            "QUOTE 1:19",
            "after the closing quote",
            {"title": '"Challenge" session'},
        ),
        (
            "title: 'Nothing' says",
            "QUOTE 1:17",
            "after the closing quote",
            {"title": "'Nothing' says"},
        ),
        (
            "themes:\n  – essex\nb: c",
            "DASH 2:3",
            "instead of a plain hyphen",
            {"themes": ("essex",), "b": "c"},
        ),
        ("title: @x", "START 1:8", "cannot start with @", {"title": "@x"}),
        ("title: %x", "START 1:8", "cannot start with %", {"title": "%x"}),
        ("title: *x", "START 1:8", "cannot start with *", {"title": "*x"}),
        ("title: *bold* text", "START 1:8", "cannot start with *", {"title": "*bold* text"}),
        ("title: & x", "START 1:8", "cannot start with &", {"title": "& x"}),
        ("title: &x", "START 1:8", "cannot start with &", {"title": "&x"}),
        ("title: !x", "START 1:8", "cannot start with !", {"title": "!x"}),
        ("title: `x`", "START 1:8", "cannot start with `", {"title": "`x`"}),
        ("title: [Draft] x", "START 1:8", "cannot start with [", {"title": "[Draft] x"}),
        ("title: {Draft} x", "START 1:8", "cannot start with {", {"title": "{Draft} x"}),
        ("title: | x", "START 1:8", "cannot start with |", {"title": "| x"}),
        ("title: - x", "START 1:8", "cannot start with -", {"title": "- x"}),
        (
            "a: {light: #8a1f4b, dark: '#fff'}\n",
            "HASH 1:12",
            "Everything after #",
            {"a": {"light": "#8a1f4b", "dark": "#fff"}},
        ),
        (
            "a: [it's, Pilot #4, b]\n",
            "HASH 1:17",
            "Everything after #",
            {"a": ("it's", "Pilot #4", "b")},
        ),
        ('title: "Essex\nb: c', "QUOTE 1:8", "not closed", {"title": "Essex", "b": "c"}),
        ("title: 'It''s\nb: c", "QUOTE 1:8", "not closed", {"title": "It's", "b": "c"}),
        ('title: "Essex”\nb: c', "QUOTE 1:8", "not closed", {"title": "Essex", "b": "c"}),
        ("a: [b, c\nd: e", "BRACKET 1:1", "not closed", {"a": ("b", "c"), "d": "e"}),
        ("a: {b: c,\nd: e", "BRACKET 1:1", "not closed", {"a": {"b": "c"}, "d": "e"}),
        ('a: "x\\q"', "ESCAPE 1:6", "backslash", {"a": "x\\q"}),
        ('a: "C:\\new"', "ESCAPE 1:7", "backslash", {"a": "C:\\new"}),
        ("title A b\ndate: c", "LINE 1:1", "neither a field", {"title": "A b", "date": "c"}),
        ("date: c\ntitle; A b", "LINE 2:1", "neither a field", {"date": "c", "title": "A b"}),
        ("a: b\nwords", "LINE 2:1", "neither a field", {"a": "b words"}),
        ("a:\n  b: c\n d: e", "INDENT 3:2", "does not stand under", {"a": {"b": "c", "d": "e"}}),
        ("a: b\n  c: d", "INDENT 2:3", "does not stand under", {"a": "b", "c": "d"}),
        ("a:\n-essex", "HYPHEN 2:1", "no space after the hyphen", {"a": ("essex",)}),
        ("a: “b”", "CURLY 1:4", "curly quotes", {"a": "b"}),
    ],
)
def test_cause_and_edit(fields, problems, text, place, words, mended) -> None:  # type: ignore[no-untyped-def]
    reading, report = fields(text)
    assert problems(report) == [f"E-YAML-{place}"]
    diagnostic = next(iter(report))
    assert words in diagnostic.message
    assert diagnostic.hint.endswith(".")
    assert not reading.broken
    assert plain(reading.value) == mended  # reading goes on as if the edit had been made
    again, second = fields(apply_edits(text, diagnostic.edits))
    assert problems(second) == []
    assert plain(again.value) == mended


@pytest.mark.parametrize(
    ("text", "places", "words"),
    [
        ("- id: a\n* id: b c", ["E-YAML-DASH 2:1"], "starts with *"),
        ("themes:\n– essex\n– kent", ["E-YAML-DASH 2:1", "E-YAML-DASH 3:1"], "plain hyphen"),
        ("a:\n\tb: c\n\td: e", ["E-YAML-TAB 2:1", "E-YAML-TAB 3:1"], "starts with a tab"),
        (
            "- {name: madder, light: #8a1f4b, dark: x}\n- b",
            ["E-YAML-HASH 1:25"],
            "Everything after #",
        ),
        ("a: [b, it's #c]\nd: e", ["E-YAML-HASH 1:13"], "Everything after #"),
        ("a: [b, # a note\n  c\nd: e", ["E-YAML-BRACKET 1:1"], "not closed"),
        ("- a\nb: c", ["E-YAML-INDENT 2:1"], "does not stand under"),
        (
            "a:\n  -essex\n  -kent",
            ["E-YAML-HYPHEN 2:3", "E-YAML-HYPHEN 3:3"],
            "no space after the hyphen",
        ),
        ("a: b\na: c", ["E-DUPKEY 2:1"], "in line 1 and again"),
        ("- id: a\n  b: c\n  id: d\n  b: e", ["E-DUPKEY 3:3"], "in line 1 and again"),
        ("<<: *a\nb: c", ["E-YAML 1:1"], "copies another part"),
        ("a: b\n---\nc: d", ["E-YAML 2:1"], "second YAML document"),
        ("%YAML 1.1\n---\na: b", ["E-YAML 1:1"], "gives orders"),
        ("? [a]\n: b", ["E-YAML 1:1"], "name of a field"),
        ("ti\u00adtle: x", ["E-UNSEEN 1:3"], "soft hyphen"),
        ("a: b\u200bc\u2060d", ["E-UNSEEN 1:5"], "U+200B"),
        ("a: नमस्\u200dते", [], ""),
        (
            "a:\u00a0b\u00a0c\n\u00a0\n-\u00a0x",
            ["W-NBSP 1:3", "W-NBSP 2:1", "W-NBSP 3:2"],
            "no-break",
        ),
    ],
)
def test_cause(fields, problems, text, places, words) -> None:  # type: ignore[no-untyped-def]
    _, report = fields(text)
    assert [
        place for place in problems(report) if not place.startswith("E-YAML-INDENT 3")
    ] == places
    assert all(words in one.message for one in list(report)[:1])
    assert all(one.hint.endswith(".") for one in report)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("phone: 02079460958", "02079460958"),
        ("phone: +442079460958", "+442079460958"),
        ("when: 10:30", "10:30"),
        ("paragraph: 12.10", "12.10"),
        ("code: NO", "NO"),
        ("date: 2012-06-31", "2012-06-31"),
        ("code: off", "off"),
        ("code: 1_000", "1_000"),
        ("code: 0x1F", "0x1F"),
        ("code: 1e3", "1e3"),
        ("code: .5", ".5"),
        ("code: null", "null"),
        ("when: 2012-06-26", "2012-06-26"),
        ("postcode: 0207", "0207"),
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
    assert problems(report) == ["E-YAML-COLON 2:10", "E-YAML-TAB 4:1", "E-YAML-START 8:9"]
    assert plain(reading.value) == (
        {"id": "a", "name": "A: b"},
        {"id": "c", "name": "d"},
        {"id": "e", "name": "F"},
        {"id": "g", "name": "@h"},
    )
    assert not reading.broken


@pytest.mark.parametrize(
    ("text", "value", "lost"),
    [
        # Nobody knows where the quote was to end: the field is gone, the others stay.
        ('a: b\nc: [d, "e\nf: g', {"a": "b", "f": "g"}, {"c"}),
        ('a:\n  b: {c: "d\n  e: f\ng: h', {"a": {"e": "f"}, "g": "h"}, {"b"}),
        ("some words\na: b", {"a": "b"}, {""}),
    ],
)
def test_what_cannot_be_read_is_remembered(fields, text, value, lost) -> None:  # type: ignore[no-untyped-def]
    reading, report = fields(text)
    assert report.count("error") == 1
    assert plain(reading.value) == value
    assert not is_whole(reading.value)
    groups = [reading.value, *(item for _, item in reading.value.entries)]
    assert lost in [set(getattr(group, "lost", ())) for group in groups]


def test_an_entry_that_cannot_be_read_leaves_the_others(fields) -> None:  # type: ignore[no-untyped-def]
    reading, report = fields('- a\n- [b, "c\n- d\n')
    assert report.count("error") == 1
    assert plain(reading.value) == ("a", "d")
    assert reading.value.lost
    assert not reading.broken


def test_columns_after_an_edit_are_those_of_the_file(fields, problems) -> None:  # type: ignore[no-untyped-def]
    _, report = fields("title:\u00a0a\u200b\u200bb: c\nx: y")
    assert problems(report) == ["W-NBSP 1:7", "E-UNSEEN 1:9", "E-YAML-COLON 1:12"]


def test_columns_count_characters(fields, problems) -> None:  # type: ignore[no-untyped-def]
    _, report = fields("é😀: ü😀 @\nb: “😀: x”\n")
    assert problems(report) == ["E-YAML-CURLY 2:4"]


HUB = "- id: h{0}\n  label: Hub {0}\n  name_status: known\n"
ONE, TWO, THREE = (HUB.format(number) for number in (1, 2, 3))


@pytest.mark.parametrize(
    ("second", "places", "safe"),
    [
        (TWO.replace("- id", "-id"), ["E-YAML-HYPHEN 4:1"], True),
        (TWO.replace("- id", " -id"), ["E-YAML-HYPHEN 4:2"], True),
        (TWO.replace("- id", "id"), ["E-YAML-INDENT 4:1"], False),
        (TWO.replace("- id", "id").replace("  ", ""), ["E-YAML-INDENT 4:1"], False),
        (TWO.replace("  ", ""), ["E-YAML-INDENT 5:1"], False),
        (
            "".join(f"\t{line}\n" for line in TWO.splitlines()),
            [f"E-YAML-TAB {line}:1" for line in (4, 5, 6)],
            True,
        ),
        ("- {id: h2, label: Hub: 2, name_status: known}\n", ["E-YAML-COLON 4:22"], True),
    ],
)
def test_one_cause_for_an_entry_of_several_lines(fields, problems, second, places, safe) -> None:  # type: ignore[no-untyped-def]
    text = ONE + second + THREE
    reading, report = fields(text)
    assert problems(report) == places
    assert {one.safe for one in report} == {safe}
    mended = apply_edits(text, [edit for one in report for edit in one.edits])
    again, second_report = fields(mended)
    assert problems(second_report) == []
    assert plain(reading.value) == plain(again.value)
    assert [hub["id"] for hub in plain(again.value)] == ["h1", "h2", "h3"]  # type: ignore[attr-defined]
    assert ONE in mended and mended.endswith(THREE)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        # What is found after a guess depends on it.
        ("title=A\nb: c: d\ntitle: A", ["E-YAML-LINE", "E-YAML-COLON", "E-DUPKEY"]),
        ("title： A\ntitle: A", ["E-YAML-LINE", "E-DUPKEY"]),
        # Perhaps a hyphen or a line break is missing, and not a quote or a line too many.
        ("- text: A\n  b: c\n  text: B\n  b: c", ["E-DUPKEY", "E-DUPKEY"]),
        ("status: published title: A", ["E-YAML-COLON"]),
        ("status:published title: A", ["E-YAML-SPACE"]),
        ("source:id: release", ["E-YAML-SPACE"]),
        ('- {id: h2, label: "Hub # 3" name_status: known}', ["E-YAML"]),
        ("- {id: h2, label: Hub name_status: known}", ["E-YAML"]),
        ("- {id: h2, label: Hub nmae: known}", ["E-YAML-COLON"]),
        ("[Essex: north: south, b]", ["E-YAML-COLON"]),
        ("-title: A\ndate: b", ["E-YAML-LINE"]),
        ("title: A\n-evidence:\n  effect: b", ["E-YAML-LINE"]),
        # Nobody can see how wide the tab is: it may belong to either.
        ("- id: a\n  offers:\n  - text: b\n\tstate: c", ["E-YAML-TAB"]),
        ("title: 'It's what\n  people's choice\n  meant'\n", ["E-YAML-QUOTE"]),
    ],
)
def test_a_guess_is_left_to_people(fields, text, codes) -> None:  # type: ignore[no-untyped-def]
    _, report = fields(text)
    assert [one.code for one in report] == codes
    assert not any(one.edits and one.safe for one in report)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("summary: |\n\tSome words\n\tand more", "Some words\nand more"),
        ("summary: Some words\n\tgo on", "Some words go on"),
        ("summary:\n\tSome words", "Some words"),
        ("evidence:\n\teffect: a\n\tconfidence: b", {"effect": "a", "confidence": "b"}),
        ("places:\n\t- essex\n\t- kent", ("essex", "kent")),
    ],
)
def test_a_tab_is_as_wide_as_its_line_needs(fields, text, value) -> None:  # type: ignore[no-untyped-def]
    reading, report = fields(text)
    assert {(one.code, one.safe) for one in report} == {("E-YAML-TAB", True)}
    again, _ = fields(apply_edits(text, [edit for one in report for edit in one.edits]))
    for one in (reading, again):
        assert list(plain(one.value).values()) == [value]  # type: ignore[attr-defined]


def test_each_cause_is_a_function_of_its_own() -> None:
    assert len({cause.__name__ for cause in CHAIN}) == len(CHAIN) > 12


@pytest.mark.parametrize(
    "text",
    [
        "title: Essex: whole # check with Jane",
        "title: @home # check with Jane",
        'title: "Essex" and Kent # check with Jane',
        'title: "Essex # check with Jane\nlead: lga',
        "lead: @lga",
        "evidence: {confidence: 3} and more",
        "themes: [families], learning",
        "summary: > Two councils tried",
        'title: "Essex said "go"',
    ],
)
def test_what_may_be_no_words_is_never_quoted_unasked(problems, text: str) -> None:  # type: ignore[no-untyped-def]
    report = Report()
    read_yaml(Window(Source("a.yml", text), tuple(text.split("\n"))), report)
    assert problems(report)
    assert not any(found.safe and found.edits for found in report)


def test_a_value_over_two_lines_is_quoted_to_its_end(problems) -> None:  # type: ignore[no-untyped-def]
    text = "summary: How two councils: tried\n  something new\ntitle: A"
    report = Report()
    read = read_yaml(Window(Source("a.yml", text), tuple(text.split("\n"))), report)
    (found,) = report
    assert problems(report) == ["E-YAML-COLON 1:26"]
    assert found.safe
    mended = apply_edits(text, found.edits)
    assert mended == 'summary: "How two councils: tried\n  something new"\ntitle: A'
    assert read.value is not None
    assert plain(read.value) == {"summary": "How two councils: tried something new", "title": "A"}


def test_all_of_very_many_mistakes_are_found(problems) -> None:  # type: ignore[no-untyped-def]
    text = "".join(f"- id: h{n}\n  label: Hub {n}: part\n" for n in range(100))
    report = Report()
    read_yaml(Window(Source("a.yml", text), tuple(text.split("\n"))), report)
    assert problems(report) == [f"E-YAML-COLON {2 * n + 2}:{14 + len(str(n))}" for n in range(100)]
