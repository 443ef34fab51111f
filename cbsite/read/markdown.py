"""Markdown to a frozen tree: one parser, set up once, and what a text reports."""

from __future__ import annotations

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.gfm import gfm_plugin

from cbsite.diagnostics import Report, Source
from cbsite.read.build_tree import TooLarge, TreeBuilder
from cbsite.read.by_first_sign import looks_below, try_by_first_sign
from cbsite.read.fences import use_fences
from cbsite.read.inline_rules import use_inline_rules
from cbsite.read.look_through import look_through
from cbsite.read.paragraphs import report_repeated, use_numbered_paragraphs
from cbsite.read.set_apart import set_apart
from cbsite.read.settle import settle
from cbsite.read.table_rows import count_cells
from cbsite.read.tree import Prose
from cbsite.read.word_tags import use_word_tags

DEEPEST = 60
"""Levels of nesting that markdown-it follows; a list takes two."""


def read_prose(source: Source, first: int, numbered: bool, report: Report) -> Prose:
    """The text of a file from line `first` on.

    A pure function of its arguments: the same text gives the same tree and the same reports.
    """
    found = Report()
    prose, builder, environment = _read(source, first, numbered, report)
    look_through(source, first, builder, environment, found)
    settle(source, found, report, lambda text, aside: _read(text, first, numbered, aside)[0])
    return set_apart(prose, found)


def _read(
    source: Source, first: int, numbered: bool, report: Report
) -> tuple[Prose, TreeBuilder, dict[str, object]]:
    """The tree of a text, what was used to build it, and what the parser noted."""
    lines = source.lines[first - 1 :]
    # Empty lines stand for the front matter, so that the parser's line numbers are the file's.
    text = "\n" * (first - 1) + "\n".join(lines)
    environment: dict[str, object] = {}
    tokens = _tokens(text, numbered, environment)
    builder = TreeBuilder(source, numbered, report)
    try:
        prose = builder.build(tokens)
    except TooLarge:
        report.add(
            "E-DEPTH", source.whole_line(first), "The text grows too large, as long parts are repeated by reference.",
            "Write the link's address out where it is used, or use it less often.",
        )  # fmt: skip
        return Prose(), builder, environment
    _report_depth(environment, builder, source, report)
    report_repeated(builder.numbers, builder.found.headings, report)
    return prose, builder, environment


class _Parser(MarkdownIt):
    """Leaves addresses as they are typed; whether a scheme is allowed is judged with the links."""

    def validateLink(self, url: str) -> bool:
        return True

    def normalizeLink(self, url: str) -> str:
        return url

    def normalizeLinkText(self, link: str) -> str:
        return link


def _tokens(text: str, numbered: bool, environment: dict[str, object]) -> list[Token]:
    return _parser(numbered, looks_below(text)).parse(text, environment)


@cache
def _parser(numbered: bool, below: bool) -> MarkdownIt:
    md = _Parser("commonmark", {"maxNesting": DEEPEST}).use(gfm_plugin).use(deflist_plugin)
    # Footnotes stay where they are written, as the plugin drops those that nothing refers to.
    md.core.ruler.disable("footnote_tail")
    use_inline_rules(md)
    use_fences(md)
    use_word_tags(md)
    count_cells(md)
    if numbered:
        use_numbered_paragraphs(md)
    try_by_first_sign(md, below)
    _notice_depth(md)
    return md


def _notice_depth(md: MarkdownIt) -> None:
    """markdown-it leaves out without a word what is nested too deeply; note the line where it does."""
    tokenize = md.block.tokenize

    def watch(state: StateBlock, startLine: int, endLine: int) -> None:
        if state.level >= DEEPEST:
            state.env.setdefault("deep_line", startLine)
        tokenize(state, startLine, endLine)

    md.block.tokenize = watch  # type: ignore[method-assign]


def _report_depth(
    environment: dict[str, object], builder: TreeBuilder, source: Source, report: Report
) -> None:
    line = environment.get("deep_line")
    if not isinstance(line, int):
        line = builder.line_of(environment.get("deep_text"))
    if line is not None:
        report.add(
            "E-DEPTH", source.whole_line(line + 1), "Lists, quotations or links are nested too deeply here.",
            "Bring them further out. (A line with very many brackets or spaces looks the same.)",
        )  # fmt: skip
