"""Trying rules by the first sign changes no token: compared with markdown-it's own way, over signs in any order."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cbsite.read import markdown

PIECES = [
    *"[]()!*_`~<>&\\{}#+-=:@w.|^13\t \n\u00e9", "www.", "http://a.b", "HTTPS:", "mailto:a@b.cc", "xmpp:", "a@b.com",
    "[^1]", "[^1]: x", "![", "](", "]{lang=cy}", "<b>", "<!--", "-->", "&amp;", "&#0;", "{#_a}", "[]{#_a}", "{.MsoX}",
    "<o:p>", "  \n", "\\\n", "\n\n", "- ", "1. ", "1) ", "> ", "```", "~~~", "| a | b |\n|---|---|\n", "Word\n: def\n",
    "===\n", "---\n", "# ", "> [!NOTE]\n", "- [x] ", "12.1 ", "[a]: /x\n", "words ",
]  # fmt: skip


def _plain(numbered: bool) -> MarkdownIt:
    """The parser as it would be without the module."""
    with patch.object(markdown, "try_by_first_sign"):
        return markdown._parser.__wrapped__(numbered, True)


PLAIN = {numbered: _plain(numbered) for numbered in (False, True)}


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.booleans())
def test_the_tokens_are_those_of_markdown_it(text: str, numbered: bool) -> None:
    noted: dict[str, object] = {}
    noted_by_it: dict[str, object] = {}
    made = markdown._tokens(text, numbered, noted)
    expected = PLAIN[numbered].parse(text, noted_by_it)
    assert [token.as_dict() for token in made] == [token.as_dict() for token in expected]
    for what in ("references", "deep_line", "deep_text"):
        assert noted.get(what) == noted_by_it.get(what)


def test_brackets_without_end() -> None:
    for sign in ("[", "![", "*[", "> ", "<", "a*"):
        text = sign * 200 + "x"
        made, expected = markdown._tokens(text, False, {}), PLAIN[False].parse(text)
        assert [token.as_dict() for token in made] == [token.as_dict() for token in expected]
