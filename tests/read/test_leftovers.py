"""What other programs leave in a text: found, told, and mended without a word lost."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbsite.diagnostics import Report, Source, apply_edits, corrected_lines
from cbsite.read.markdown import read_prose
from cbsite.read.settle import visible_words
from cbsite.read.tree import Prose

CODES = ("W-WORD", "W-NBSP", "W-BULLET", "W-TABS", "W-MARKDOWN", "E-UNSEEN")


def read(text: str, numbered: bool = False) -> tuple[Prose, Report]:
    report = Report()
    return read_prose(Source("a.md", text), 1, numbered, report), report


def fixed(text: str) -> str:
    """The text with all safe edits made."""
    edits = [edit for found in read(text)[1] if found.safe for edit in found.edits]
    return apply_edits(text, edits)


@pytest.mark.parametrize(
    ("text", "places", "mended"),
    [
        ("a <o:p></o:p> b", ["W-WORD 1:3"], "a b"),
        ("a  <o:p></o:p>\nb", ["W-WORD 1:4"], "a\nb"),
        ("<o:p></o:p>    a", ["W-WORD 1:1"], "a"),
        ("a<st1:place>b</st1:place>", ["W-WORD 1:2"], "ab"),
        ("<![if !supportLists]>a<![endif]>", ["W-WORD 1:1", "W-WORD 1:23"], "a"),
        ("<span style='mso-a:b'><span style='mso-c:d'></span></span>a", ["W-WORD 1:1"], "a"),
        ("<span style='mso-a:b'>a <span>b</span></span>",
         ["W-WORD 1:1", "E-HTML 1:25"], "a <span>b</span>"),
        ("- <p class=MsoNormal>*a*</p>", ["W-WORD 1:3"], "- *a*"),
        ("a\n<span style='mso-a:b'>\nb</span>", ["W-WORD 2:1"], "a\n\nb"),
        ("| a |\n|---|\n| b<o:p></o:p> |", ["W-WORD 3:4"], "| a |\n|---|\n| b |"),
        ("`<o:p></o:p>`", [], "`<o:p></o:p>`"),
        ("    <o:p></o:p>", [], "    <o:p></o:p>"),
        ("\\<o:p>", [], "\\<o:p>"),
        ("a <!-- b --> c", [], "a <!-- b --> c"),
        ("a <!--[if gte mso 9]>b<![endif]--> c", ["W-WORD 1:3"], "a c"),
        ("a\u00a0b", ["W-NBSP 1:2"], "a b"),
        ("a\u00a0\u00a0\nb\u00a0c", ["W-NBSP 1:2", "W-NBSP 2:2"], "a\nb c"),
        ("[a\u00a0b](c) and `d\u00a0e`", ["W-NBSP 1:3"], "[a b](c) and `d\u00a0e`"),
        ("10\u00a0km, 5\u00a0%, a&nbsp;b", [], "10\u00a0km, 5\u00a0%, a&nbsp;b"),
        ("\u00a0\na <o:p></o:p>b", ["W-WORD 2:3"], "\u00a0\na b"),
        ("#\u00a0a", ["W-NBSP 1:2"], "#\u00a0a"),
        ("a\u00adb\u200bc", ["E-UNSEEN 1:2"], "abc"),
        ("\u202a020 7664\u202c `\u200ea`", ["E-UNSEEN 1:1"], "020 7664 `a`"),
        ("a\u202eb\u202c\nc\u200b", ["E-UNSEEN 1:2", "E-UNSEEN 2:2"], "a\u202eb\u202c\nc"),
        ("[a](b\u202ec)", ["E-UNSEEN 1:6"], "[a](b\u202ec)"),
        ("\u200e\u05d0\u05d1\u200f!", [], "\u200e\u05d0\u05d1\u200f!"),
        ("\U0001f469\u200d\U0001f4bb \u0646\u0645\u06cc\u200c\u062f\u0627\u0646\u0645", [],
         "\U0001f469\u200d\U0001f4bb \u0646\u0645\u06cc\u200c\u062f\u0627\u0646\u0645"),
        ("• a\n  b\n• c", ["W-BULLET 1:1"], "- a\n  b\n- c"),
        ("> • a\n> • b", ["W-BULLET 1:3"], "> • a\n> • b"),
        ("• a\n\nb\n\n• c", ["W-BULLET 1:1", "W-BULLET 5:1"], "- a\n\nb\n\n- c"),
        ("– a", [], "– a"),
        ("a\n– b\n– c", ["W-BULLET 2:1"], "a\n– b\n– c"),
        ("He said – or\nso – no", [], "He said – or\nso – no"),
        ("· a · b · c", [], "· a · b · c"),
        ("§\ta\n§\tb", ["W-BULLET 1:1"], "- a\n- b"),
        ("§ 5 and\nü b", [], "§ 5 and\nü b"),
        ("a\tb", [], "a\tb"),
        ("a\tb\nc\td", ["W-TABS 1:1"], "a\tb\nc\td"),
        ("#tag and ##", [], "#tag and ##"),
        ("-5 now\n-6 then", [], "-5 now\n-6 then"),
        ("1.5m\n2.5m", [], "1.5m\n2.5m"),
        ("**a** b **c**", [], "**a** b **c**"),
        ("Title\n---", [], "Title\n---"),
        ("“Curly” ‘quotes’ – and dashes — stay…", [], "“Curly” ‘quotes’ – and dashes — stay…"),
        ("On 12 May 2010 the minister wrote:", [], "On 12 May 2010 the minister wrote:"),
        ("He was sent from my office… 3", [], "He was sent from my office… 3"),
        ("**a.**b **c** and ** d", [], "**a.**b **c** and ** d"),
        ("x\n\n    for each in all: print(each, end='.')", [], "x\n\n    for each in all: print(each, end='.')"),
        ("x\n\n    Name  Place  Day  Time  Who  Why.", [], "x\n\n    Name  Place  Day  Time  Who  Why."),
        ("x\n\n    The two met to see what they could.", ["W-MARKDOWN 3:5"],
         "x\n\n    The two met to see what they could."),
        ("a drive such as C:\\ or `H:\\x`, and/or 1:/2", [], "a drive such as C:\\ or `H:\\x`, and/or 1:/2"),
        ("(H:\\x.doc)", ["E-LOCAL 1:2"], "(H:\\x.doc)"),
        ("From: here\nTo: there", [], "From: here\nTo: there"),
        ("Page 3 of 12 says so", [], "Page 3 of 12 says so"),
    ],
)  # fmt: skip
def test_leftovers(problems, text: str, places: list[str], mended: str) -> None:  # type: ignore[no-untyped-def]
    assert problems(read(text)[1]) == places
    assert fixed(text) == mended


def test_tags_of_word_are_not_shown() -> None:
    prose, _ = read("The <span style='mso-a:b'>**two** met</span>.<o:p></o:p>")
    assert "".join(node.words() for node in prose.children) == "The two met."


def test_an_e_mail_head_is_one_mistake_and_no_prose() -> None:
    text = "Yes.\n-----Original Message-----\nFrom: A\nSent: 3 May\nTo: B\nCc:\nSubject: RE: CB\nThe words."
    prose, report = read(text)
    (found,) = report
    start, end = found.span.start, found.span.end
    assert start and end and (start.line, end.line) == (2, 7)
    (passage,) = prose.passages
    ((at, to),) = passage.asides
    assert passage.words[:at] + passage.words[to:] == "Yes.  The words."


def test_one_edit_that_changes_words_leaves_the_others_safe() -> None:
    text = "".join(f"Words <o:p></o:p>{i} here.\n\n" for i in range(60)) + "a\u00a0\u00a0\n- b\n"
    text += "*\u00a0item\n"
    unsafe = [found for found in read(text)[1] if found.edits and not found.safe]
    assert len(unsafe) <= 2


def test_many_leftovers_do_not_slow_a_text_down() -> None:
    text = "Words Error! Bookmark not defined. here.\n\n" * 4000
    begin = process_time()
    prose, report = read(text)
    assert len(list(report)) == 4000
    assert all(len(passage.asides) == 1 for passage in prose.passages)
    assert process_time() - begin < 12  # of a processor


def test_a_wrapped_address_is_unwrapped_where_readers_do_not_see_it() -> None:
    wrapped = "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.uk%2Fb&data=1"
    assert fixed(f"[a]({wrapped})") == "[a](https://a.uk/b)"
    assert fixed(f"see {wrapped}") == f"see {wrapped}"
    (found,) = read(f"see {wrapped}")[1]
    assert corrected_lines(found.edits) == ("see https://a.uk/b",)


PIECES = [
    "words", " ", "\n", "\n\n", "**bold**", "`code`", "- item\n", "> quote\n", "    ", "# Heading\n",
    "1. one\n", "---\n", "<o:p></o:p>", "<o:p>", "</o:p>", "<span style='mso-a'>", "</span>", "</p>", "<b>",
    "<p class=MsoNormal>", "<!--[if gte mso 9]>", "<![endif]-->", "<![if x]>", "[]{#_Toc1}", "{.MsoNormal}",
    "\u00a0", "\u00a0\u00a0", "\u202f", "\u00ad", "\u200b", "\u2028", "•\u00a0", "• ", "· ", "o\t", "– ",
    "— ", "\t", "|", "[a](b)", "[a][b]", "![a](b)", "](", "[^x]", "[^x]: note\n", "[a]: b\n", "```\n",
    "```figures\n", "~~~\n", "&nbsp;", "\\", "*", "_", "10", "km", ":", "> [!NOTE]\n", "[!NOTE]",
    "<a@b.uk>", "https://a.uk", "{++", "++}", "From: a\n", "Error! Bookmark not defined.", "12.1 ", "é",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


@given(TEXTS, st.booleans())
def test_safe_edits_keep_what_readers_see(text: str, numbered: bool) -> None:
    prose, report = read(text, numbered)
    edits = [edit for one in report if one.safe and one.code in CODES for edit in one.edits]
    mended, _ = read(apply_edits(text, edits), numbered)
    assert visible_words(mended) == visible_words(prose)


@given(TEXTS)
def test_what_is_told_stands_in_the_text(text: str) -> None:
    lines = text.split("\n")
    for found in read(text)[1]:
        for span in (found.span, *(edit.span for edit in found.edits)):
            if span.start and span.end:
                assert span.start <= span.end
                assert span.end.line <= len(lines)
                assert span.end.column <= len(lines[span.end.line - 1]) + 1


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), max_size=200)
)
def test_any_text_can_be_read(text: str) -> None:
    read(text)


PLAIN = st.lists(
    st.sampled_from(["The councils met.", "They said “so”.", "It’s 10\u00a0km – or more…", "**Bold** and *more*.",
                     "[a link](place:essex)", "[2010] 1 AC 1", "[sic]", "- one\n- two", "1. one\n2. two", "> quoted",
                     "## A heading", "| a | b |\n|---|---|\n| c | d |", "```\ncode • <o:p>\n```", "(see [1])",
                     "- [ ] to do\n- [x] done", "#localgov", "Ask: a@b.uk.", "f(x)[i]", "x - y", "* * *"]),
    max_size=8,
).map("\n\n".join)  # fmt: skip


@given(PLAIN)
def test_nothing_is_told_of_a_plain_text(text: str) -> None:
    assert [found.code for found in read(text)[1]] == []
