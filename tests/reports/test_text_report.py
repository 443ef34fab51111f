"""A report as people read it."""

from __future__ import annotations

import re

import pytest

from cbsite.diagnostics import Report, diagnose
from cbsite.diagnostics.places import Edit, Source
from cbsite.reports import as_text
from tests.support.reports import PATH, found, found_in_file, reported


def test_one_problem_in_full() -> None:
    text = as_text(reported(found(corrected='title: "Essex: whole place"')))
    assert (
        text
        == f"""\
{PATH}
  line 3, column 13: The value of 'title' has a colon in it.
      title: Essex: whole place
                  ^
    Put quotes round the value.
      title: "Essex: whole place"
    (E-YAML-COLON, help: cbsite help E-YAML-COLON)

1 error, 0 warnings.
1 of these can be mended with  cbsite fix"""
    )


def test_an_empty_report() -> None:
    assert as_text(Report()) == "Everything is in order."


def test_only_information_is_in_order_too() -> None:
    text = as_text(reported(found("I-FUTURE")))
    assert "  line 3, column 13: for information: The value" in text
    assert text.endswith("\nEverything is in order, 1 for information.")


def test_levels_are_words_and_are_counted() -> None:
    text = as_text(reported(found("W-REVIEW"), found("E-DATE"), found("I-FUTURE"), found("E-REF")))
    assert "  line 3, column 13: warning: The value" in text
    assert "  line 3, column 13: The value" in text
    assert text.endswith("\n2 errors, 1 warning, 1 for information.")


def test_the_worst_files_come_first_and_whole_files_before_lines() -> None:
    text = as_text(
        reported(
            found("I-FUTURE", path="content/a.md"),
            found("W-REVIEW", path="content/b.md"),
            found("E-DATE", path="content/d.md", number=9),
            found("W-REVIEW", path="content/d.md", number=2),
            found_in_file("W-UNUSED", "content/d.md"),
            found("E-DATE", path="content/c.md"),
        )
    )
    headings = re.findall(r"^\S+\.md$", text, re.M)
    assert headings == ["content/c.md", "content/d.md", "content/b.md", "content/a.md"]
    after = text.partition("content/d.md\n")[2].partition("content/b.md\n")[0]
    assert re.findall(r"^  (\S+ \d*)", after, re.M) == ["warning: ", "line 2", "line 9"]


def test_a_guess_is_shown_but_not_counted_as_mendable() -> None:
    text = as_text(reported(found("E-REF", corrected="place: essex", safe=False)))
    assert "\n      place: essex\n" in text
    assert "cbsite fix" not in text


def test_a_code_that_comes_often_is_explained_once() -> None:
    often = [found("W-ACRONYM", number=number) for number in range(1, 12)]
    text = as_text(reported(*often, found("E-DATE")))
    assert text.count("(W-ACRONYM, help: cbsite help W-ACRONYM)") == 1
    assert text.count("(W-ACRONYM)") == 10
    assert text.count("(E-DATE, help: cbsite help E-DATE)") == 1
    ten = as_text(reported(*often[:10]))
    assert ten.count("help: cbsite help W-ACRONYM") == 10


def test_many_corrected_lines_are_cut() -> None:
    source = Source(PATH, "a\nb")
    edit = Edit(source.span(1, 1, 2, 2), "\n".join(f"line {number}" for number in range(9)))
    text = as_text(reported(diagnose("W-TABS", source.span(1), "Tabs.", "Make a table.", [edit])))
    assert text.count("\n      line ") == 6
    assert "\n      (and 3 more lines)\n" in text


def test_a_long_corrected_line_is_cut_round_the_change() -> None:
    line = "word " * 100 + "\u201cx\u201d" + " word" * 100
    mended = line.replace("\u201c", '"').replace("\u201d", '"')
    text = as_text(reported(found(line=line, column=501, end=504, corrected=mended)))
    assert '"x"' in text
    assert max(map(len, text.splitlines())) <= 170


COLOUR = re.compile(r"\x1b\[(?:\d+)?m")


@pytest.mark.parametrize(
    ("code", "paint"), [("E-DATE", "31"), ("W-REVIEW", "33"), ("I-FUTURE", "36")]
)
def test_colours_say_the_level_and_nothing_more(code: str, paint: str) -> None:
    report = reported(found(code, corrected="x"))
    text = as_text(report, colour=True)
    assert f"\x1b[{paint}m" in text
    assert COLOUR.sub("", text) == as_text(report)
    assert text.count("\x1b[") == 2 * text.count("\x1b[0m")


def test_nothing_acts_on_the_terminal() -> None:
    nasty = "a\x1b]0;owned\x07\u202e\x9b31m\r b"
    report = reported(
        found(
            line=nasty, column=2, path=f"content/{nasty}.md", message=nasty, hint=nasty,
            corrected=nasty,
        )
    )  # fmt: skip
    assert all(line.isprintable() for line in as_text(report).split("\n"))


def test_a_terminal_wraps_what_is_long_and_others_do_not() -> None:
    report = reported(found(message="word " * 40 + "end.", hint="more " * 40 + "end."))
    wrapped = as_text(report, width=60).splitlines()
    assert max(map(len, wrapped)) <= 60
    assert wrapped[2].startswith("    word")
    assert max(map(len, as_text(report).splitlines())) > 200


def test_a_line_is_shown_with_all_that_is_wrong_in_it_put_right() -> None:
    source = Source(PATH, "titel: Essex: whole place")
    name = diagnose(
        "E-KEY", source.span(1, 1, 1, 6), "Not a field.", "Write title.",
        [Edit(source.span(1, 1, 1, 6), "title")], safe=False,
    )  # fmt: skip
    value = diagnose(
        "E-YAML-COLON", source.span(1, 13, 1, 14), "A colon.", "Put quotes round the value.",
        [Edit(source.span(1, 8, 1, 26), '"Essex: whole place"')],
    )  # fmt: skip
    text = as_text(reported(name, value))
    assert text.count('\n      title: "Essex: whole place"\n') == 2
    # What is a guess is left out where another problem of the line needs a person.
    thought = diagnose("E-VALUE", source.span(1, 8, 1, 10), "Odd.", "Think.")
    text = as_text(reported(name, value, thought))
    assert text.count('\n      title: "Essex: whole place"\n') == 1
    assert text.count('\n      titel: "Essex: whole place"\n') == 1


def test_edits_of_the_same_words_are_not_mixed() -> None:
    source = Source(PATH, "title: a b")
    first = diagnose("W-NBSP", source.span(1), "x", "y", [Edit(source.span(1, 9, 1, 10), "_")])
    second = diagnose("E-YAML", source.span(1), "x", "y", [Edit(source.span(1, 8, 1, 11), '"c"')])
    text = as_text(reported(first, second))
    assert "\n      title: a_b\n" in text
    assert '\n      title: "c"\n' in text


def test_many_problems_are_counted_first_and_very_many_told_in_short() -> None:
    some = [found(number=number, corrected="title: x") for number in range(1, 22)]
    assert not as_text(reported(*some[:20])).startswith("20 errors")
    text = as_text(reported(*some))
    assert text.startswith(f"21 errors, 0 warnings.\n\n{PATH}\n")
    assert text.count("Put quotes round the value.") == 21
    lots = [found(number=number, corrected="title: x") for number in range(1, 52)]
    text = as_text(reported(*lots))
    assert "Put quotes" not in text
    assert (
        "\n  line 51, column 13: The value of 'title' has a colon in it.  (E-YAML-COLON)\n      title: x\n"
        in text
    )
    assert text.endswith("\nTo see more of a file, with what to do:  cbsite check FILE")


def test_files_stand_in_the_order_in_which_people_count() -> None:
    files = [f"content/s{number}.md" for number in (10, 2, 1)]
    report = reported(*(found(path=path) for path in files))
    assert re.findall(r"^\S+\.md$", as_text(report), re.M) == files[::-1]
    assert [diagnostic.span.path for diagnostic in report] == files[::-1]


def test_a_message_is_one_line() -> None:
    text = as_text(reported(found(message="'short\n  story\n' is not allowed.")))
    assert "line 3, column 13: 'short story ' is not allowed.\n" in text
