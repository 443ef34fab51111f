"""Numbered paragraphs: lines that begin `12.1 ` start one, whatever stands above them.

`12. text` is an ordered list to CommonMark, so the tree takes top lists of a numbered document for
paragraphs; `12.1 text` would be plain words in the middle of a paragraph, so it gets a rule of its own. A line of
wrapped words may begin with a sum or a time (`2.5 million`), so only a number that follows the last one
ends a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import cast

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock, blockquote

from cbsite.diagnostics import Position, Report
from cbsite.read.paragraph_numbers import Digits, digits_of, follows, is_near
from cbsite.read.tree import Heading, Number

_NUMBER = re.compile(r"(\d{1,4}(?:\.\d{1,4}){1,3})\.?[ \t]+(?=\S)")

_LONG_LIST = 5
"""Entries that a list inside a paragraph seldom has."""

COUNTS_AGAIN = (
    "If the paper counts from 1 again in each part, write 'numbered: no' in its front matter."
)
"""What to do where the numbers of a part are those of another."""


def use_numbered_paragraphs(md: MarkdownIt) -> None:
    """Add the rule. It ends paragraphs and lists, so lazy continuation cannot swallow a number."""
    alternatives: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    md.block.ruler.before("lheading", "numbered_paragraph", _numbered_paragraph, alternatives)
    md.block.ruler.at("blockquote", _blockquote, alternatives)


def _blockquote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Numbers in a quotation are those of another paper, so they are plain words there."""
    if silent:
        return blockquote(state, start, end, True)
    state.env["quotes"] = state.env.get("quotes", 0) + 1
    try:
        return blockquote(state, start, end, False)
    finally:
        state.env["quotes"] -= 1


def _numbered_paragraph(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if state.is_code_block(start) or _quoted(state, silent) or state.sCount[start] < 0:
        return False
    begin = state.bMarks[start] + state.tShift[start]
    match = _NUMBER.match(state.src, begin, state.eMarks[start])
    if match is None:
        return False
    number = digits_of(match[1])
    # A line of its own may have any number; elsewhere it could be the words of a line above.
    if (silent or state.level) and not _goes_on(state, start, number, state.src[match.end()]):
        return False
    if silent:
        return True
    state.env["number"] = len(state.tokens), number
    line = _end_of_paragraph(state, start, int(match[1].partition(".")[0]) + 1)
    text = mdTrim(state.getLines(start, line, state.blkIndent, False))
    state.line = line
    opening = state.push("numbered_paragraph_open", "", 1)
    opening.map, opening.info = [start, line], match[1]
    state.push("paragraph_open", "p", 1).map = [start, line]
    inline = state.push("inline", "", 0)
    inline.content, inline.map, inline.children = text[match.end() - begin :], [start, line], []
    state.push("paragraph_close", "p", -1)
    _indented_part(state, line)
    state.push("numbered_paragraph_close", "", -1)
    return True


def _goes_on(state: StateBlock, line: int, number: Digits, initial: str) -> bool:
    """Whether a number that stands among other words is that of a paragraph."""
    last = _last_number(state)
    if not last:
        return number[-1] == 1
    if follows(last, number):
        return True
    above = state.getLines(line - 1, line, 0, False).rstrip() if line else ""
    # With a slip in its number, it still begins a sentence after the end of one.
    return initial.isupper() and (not above or above.endswith(".")) and is_near(last, number)


def _last_number(state: StateBlock) -> Digits:
    """The number of the last paragraph so far, of either form; each token is looked at once."""
    seen, last = state.env.get("number", (0, ()))
    for token in state.tokens[seen:]:
        if token.type == "list_item_open" and token.level == 1 and token.info.isdigit():
            last = digits_of(token.info)
    state.env["number"] = len(state.tokens), last
    return cast("Digits", last)


def _quoted(state: StateBlock, silent: bool) -> bool:
    """Whether the line is inside a quotation, and not one that might lazily go on from it."""
    quotes = state.env.get("quotes", 0)
    return quotes > 1 or (quotes == 1 and not (silent and state.parentType == "blockquote"))


def _indented_part(state: StateBlock, line: int) -> None:
    """Lists and paragraphs that are indented under the number belong to it, as in a list."""
    following = state.skipEmptyLines(line)
    if following < state.lineMax and state.sCount[following] >= state.blkIndent + 2:
        state.blkIndent += 2
        state.md.block.tokenize(state, following, state.lineMax)
        state.blkIndent -= 2


def _end_of_paragraph(state: StateBlock, start: int, following: int) -> int:
    """The line after the paragraph that starts here, by the rules of any paragraph.

    Also, the next whole number (`13.` after `12.4`) ends it, which CommonMark would take for words.
    """
    next_number = re.compile(rf"{following}[.)][ \t]+\S")
    terminators = state.md.block.ruler.getRules("paragraph")
    outer, state.parentType = state.parentType, "paragraph"
    line = start + 1
    while line < state.lineMax and not state.isEmpty(line):
        near = state.sCount[line] >= 0 and state.sCount[line] - state.blkIndent <= 3
        if near and any(rule(state, line, state.lineMax, True) for rule in terminators):
            break
        if near and next_number.match(state.src, state.bMarks[line] + state.tShift[line]):
            break
        line += 1
    state.parentType = outer
    return line


def report_repeated(numbers: Sequence[Number], headings: Sequence[Heading], report: Report) -> None:
    """Numbers that stand twice are errors, as their anchors would lead to one of the two only."""
    first: dict[str, Position | None] = {}
    for at, end in _repeated_runs(numbers, first):
        number, here = numbers[at].number, numbers[at].span.start
        before, earlier = numbers[at - 1].number, first[number]
        lines = f"{earlier.line if earlier else '?'} and {here.line if here else '?'}"
        what = f"Paragraph {number} appears"
        if end - at > 1:
            what = f"Paragraphs {number} to {numbers[end - 1].number} appear"
        if number != "1" or before == "1":
            hint = "Look in the paper which of the two has another number."
        elif end - at > _LONG_LIST or _is_heading_between(headings, numbers[at - 1], numbers[at]):
            hint = COUNTS_AGAIN
        else:
            hint = f"Indent the list by 3 spaces if it belongs to paragraph {before}."
        report.add("E-PARA", numbers[at].span, f"{what} twice (lines {lines}).", hint)


def _is_heading_between(headings: Sequence[Heading], first: Number, second: Number) -> bool:
    start, end = first.span.start, second.span.start
    return any(start < h.span.start < end for h in headings if h.span.start and start and end)


def _repeated_runs(
    numbers: Sequence[Number], first: dict[str, Position | None]
) -> Iterator[tuple[int, int]]:
    """Where numbers stand a second time, those that follow one another together; notes where each stands first."""
    start: int | None = None
    for at, number in enumerate(numbers):
        again = number.number in first
        first.setdefault(number.number, number.span.start)
        goes_on = again and follows(digits_of(numbers[at - 1].number), digits_of(number.number))
        if start is not None and not goes_on:
            yield start, at
            start = None
        if again and start is None:
            start = at
    if start is not None:
        yield start, len(numbers)
