"""Numbered paragraphs: lines that begin `12.1 ` start one, whatever stands above them.

`12. text` is an ordered list to CommonMark, so the tree takes top lists of a numbered document for
paragraphs; `12.1 text` would be plain words in the middle of a paragraph, so it gets a rule of its own.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock, blockquote

from cbsite.diagnostics import Position, Report
from cbsite.read.tree import Number

_NUMBER = re.compile(r"(\d{1,4}(?:\.\d{1,4}){1,3})\.?[ \t]+(?=\S)")


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
    if silent:
        return True
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


def report_repeated(numbers: list[Number], report: Report) -> None:
    """Every number that stands twice is an error: its anchor would lead to one of the two only."""
    first: dict[str, Position | None] = {}
    for number in numbers:
        if number.number in first:
            earlier, here = first[number.number], number.span.start
            lines = f"{earlier.line if earlier else '?'} and {here.line if here else '?'}"
            report.add(
                "E-PARA", number.span, f"Paragraph {number.number} appears twice (lines {lines}).",
                "Look in the paper which of the two has another number.",
            )  # fmt: skip
        else:
            first[number.number] = number.span.start
