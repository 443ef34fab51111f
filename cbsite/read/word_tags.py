"""Tags that Word writes into what is copied from it. They say nothing, so the tree leaves them out.

A rule of the parser takes them, before anything else in pointed brackets is looked for; `report_tags`
then tells the author of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import cast

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, html_block
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from cbsite.diagnostics import Edit, Report, Source, Span, printable
from cbsite.read.stretches import Stretch

_NAMES = "p|span|div|font|a|b|i|u|em|strong|h[1-6]|li|ul|ol|del|ins"
_OF_WORD = r"""(?:mso-|\bMso[A-Z]|\bname=["']?_(?:Toc|Ref|Hlk|GoBack))"""
_OPENING = re.compile(rf"<({_NAMES})\s(?=[^<>]*{_OF_WORD})[^<>]*>", re.IGNORECASE)
_ALONE = re.compile(
    r"</?(?:o|w|m|v|x|st1):[A-Za-z]\w*(?:\s[^<>]*)?/?>|<\?xml\b[^<>]*>|<!\[(?:if\s[^<>]*|endif)\]>"
    r"|\[\]\{#_[A-Za-z]+\w*\}|(?<=\])\{#_[A-Za-z]+\w*\}|\{\.Mso\w+\}",
)
_ANY = re.compile(rf"<(/?)({_NAMES})(?=[\s/>])", re.IGNORECASE)
_BLOCK = re.compile(rf"<(?:{_NAMES})\s[^<>]*{_OF_WORD}", re.IGNORECASE)
_WORDS = re.compile(r"\S+")
_TAG_NAME = re.compile(r"</?([A-Za-z][\w:]*)")
_STACK = -2
"""Where the open tags are kept, in the parser's own cache, whose keys are else places."""


def use_word_tags(md: MarkdownIt) -> None:
    """Take Word's tags for nothing, and lines that begin with one for paragraphs."""
    md.block.ruler.at("html_block", _html_block, {"alt": ["paragraph", "reference", "blockquote"]})


def word_tag(state: StateInline, silent: bool) -> bool:
    """The rule: one of Word's tags, or the closing tag of one."""
    if state.src[state.pos] not in "<[{":
        return False
    found = _ALONE.match(state.src, state.pos, state.posMax) or _paired(state, silent)
    if found is None:
        return False
    if not silent:
        token = state.push("leftover", "", 0)
        token.content = found[0]
    state.pos = found.end()
    return True


def _paired(state: StateInline, silent: bool) -> re.Match[str] | None:
    any_tag = _ANY.match(state.src, state.pos, state.posMax)
    if any_tag is None:
        return None
    opening = _OPENING.match(state.src, state.pos, state.posMax)
    if silent:
        return opening
    # The cache is of one text, and each of its tags comes here once.
    cache = cast("dict[int, list[tuple[str, bool]]]", state.cache)
    stack = cache.setdefault(_STACK, [])
    name = any_tag[2].lower()
    if not any_tag[1]:
        stack.append((name, opening is not None))
        return opening
    if stack and stack[-1][0] == name and stack.pop()[1]:
        return re.compile(r"</\w+\s*>").match(state.src, state.pos, state.posMax)
    return None


def report_comment(html: str, source: Source, line: int, report: Report) -> None:
    """Report a comment of Word's, which is dropped like any other, but long and of no use."""
    start = html.lstrip()
    if not re.match(
        r"<!--\[if\s|<!--\s*/\*\s*Font Definitions|<!--StartFragment|<!--EndFragment", start
    ):
        return
    last = line + html.rstrip("\n").count("\n")
    span = source.span(line, 1, last, len(source.line(last)) + 1)
    begin = source.whole_line(line).start
    if begin and begin.column == 1:
        _report(start.split("\n")[0], source.whole_line(line), [Edit(span, "")], report)


def _html_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    begin = state.bMarks[start] + state.tShift[start]
    if _BLOCK.match(state.src, begin, state.eMarks[start]):
        return False
    return html_block(state, start, end, silent)


def report_tags(stretch: Stretch, report: Report) -> None:
    """Report each of Word's tags, with its closing one and what is between if that is nothing."""
    tags = [
        token
        for token in stretch.tokens
        if token.type == "leftover"
        or (token.type == "html_inline" and token.content.startswith("<!--[if "))
    ]
    if not tags:
        return
    closing = _pairs(tags)
    words = [found.start() for found in _WORDS.finditer(stretch.without_leftovers)]
    told = {id(token) for token in closing.values()}
    done = -1
    for token in tags:
        at, to = token.meta["at"], token.meta["to"]
        if at < done or id(token) in told:
            continue
        end = closing.get(id(token))
        if end is None:
            ranges = [(at, to)]
        elif bisect_left(words, to) == bisect_left(words, end.meta["at"]):
            done = end.meta["to"]
            ranges = [(at, done)]
        else:
            ranges = [(at, to), (end.meta["at"], end.meta["to"])]
        span = stretch.span(at, ranges[0][1])
        _report(token.content, span, [_tidy(stretch, *each) for each in ranges], report)


def _pairs(tags: list[Token]) -> dict[int, Token]:
    """The closing tag of each tag that has one, by the identity of the opening one."""
    waiting: dict[str, list[Token]] = {}
    made: dict[int, Token] = {}
    for token in tags:
        named = _TAG_NAME.match(token.content)
        if named is None or token.content.endswith("/>"):
            continue
        opened = waiting.setdefault(named[1].lower(), [])
        if not token.content.startswith("</"):
            opened.append(token)
        elif opened:
            made[id(opened.pop())] = token
    return made


def _tidy(stretch: Stretch, at: int, to: int) -> Edit:
    """Delete a range, and spaces that would then begin or end a line, where they could mean something."""
    before, after = stretch.content[:at], stretch.content[to:]
    if after.split("\n")[0].strip(" \t") == "":
        at = len(before.rstrip(" \t"))
    elif before.rpartition("\n")[2].strip(" \t") == "":
        to += len(after) - len(after.lstrip(" \t"))
    elif before.endswith(" ") and after.startswith(" "):
        to += 1
    return Edit(stretch.span(at, to), "")


def _report(tag: str, span: Span, edits: list[Edit], report: Report) -> None:
    start = " ".join(printable(tag).split())
    shown = start if len(start) <= 40 else start[:39] + "…"
    report.add(
        "W-WORD", span, f"{shown} is a leftover of Word.", "Delete it; the words stay.", edits,
    )  # fmt: skip
