"""The parser's rules, tried only where they can begin: most signs of a text begin nothing.

markdown-it tries all its rules, one after the other, at every sign that might matter to any, and at every line. Which
signs a rule begins with is written here, once; the tokens are the same.

Some rules take a line for what it is because of the line below it. A text without any such line is parsed without them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.ruler import Rule, Ruler
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

BlockRule = Callable[[StateBlock, int, int, bool], bool]
InlineRule = Callable[[StateInline, bool], bool]

_TEXTS = {"normalize": ("\r", "\0"), "text_join": ("\\", "&"), "reference": ("]:",)}
"""What a text has, for some rules to do anything in it: odd line ends; escapes and codes; labels of addresses."""

_BY_LINE_BELOW = ("table", "lheading", "deflist")
_LINE_BELOW = re.compile(r"\n[ \t>]*(?:[=|:~]|-(?:[-|:]|[ \t]*(?:\n|\Z)))")
"""How a line begins that such a rule looks for: below the head of a table, a heading or a term."""

_DIGITS = "0123456789"
_LINES = {
    "fence": "`~", "blockquote": ">", "hr": "*-_", "list": f"*-+{_DIGITS}", "footnote_def": "[", "reference": "[",
    "html_block": "<", "heading": "#", "numbered_paragraph": _DIGITS,
}  # fmt: skip
"""What a line begins with, for a rule to take it; other rules look further, so they are tried at each line."""

_SIGNS = {
    "newline": "\n", "escape": "\\", "backticks": "`", "strikethrough": "~", "emphasis": "*_", "link": "[",
    "language": "[", "image": "!", "footnote_ref": "[", "word_tag": "<[{", "autolink": "<", "html_inline": "<",
    "entity": "&", "gfm_autolink_www": "w", "gfm_autolink_protocol": ":", "gfm_autolink_email": "@",
}  # fmt: skip
"""What the rules for the inside of lines begin with; the rule `text` takes all up to the next of these."""

_PAIRED = re.compile(r"[*_~]")
"""Signs of which two belong together, which is found out when all of a text have been met."""

_NEXT = re.compile(r"[\n\\`~*_\[\]<&@!{:]")
"""Where one of them may begin, or the words of a link end. Signs alone are found several times faster than words."""

_NEXT_OR_WWW = re.compile(_NEXT.pattern + r"|www\.")


def looks_below(text: str) -> bool:
    """Whether a text has lines that may say what the line above them is."""
    return _LINE_BELOW.search(text) is not None


def try_by_first_sign(md: MarkdownIt, below: bool) -> None:
    """Make a parser, which has all its rules, try each only where it can begin.

    `below` as `looks_below` says of the texts that it is for.
    """
    if not below:
        md.disable(_BY_LINE_BELOW)
    rules: list[Rule[Any]] = [*md.core.ruler.__rules__, *md.block.ruler.__rules__]
    for rule in rules:
        if rule.name in _TEXTS:
            rule.fn = _only_with(_TEXTS[rule.name], rule.fn)
    md.block.ruler = _BlockRuler(md.block.ruler)
    md.inline = _InlineParser(md.inline)


def _only_with(signs: tuple[str, ...], rule: Callable[..., Any]) -> Callable[..., Any]:
    def run(state: StateCore | StateBlock, *rest: Any) -> Any:
        for sign in signs:
            if sign in state.src:
                return rule(state, *rest)
        return False

    return run


class _BlockRuler(Ruler[BlockRule]):
    """Gives, for each chain of rules, one that tries those of them that the first sign of a line allows."""

    def __init__(self, ruler: Ruler[BlockRule]) -> None:
        super().__init__()
        self.__rules__ = ruler.__rules__
        chains = {chain for rule in self.__rules__ for chain in ("", *rule.alt)}
        names = {rule.fn: rule.name for rule in self.__rules__}
        self._chains = {
            chain: [_one_of([(names[fn], fn) for fn in ruler.getRules(chain)])] for chain in chains
        }

    def getRules(self, chainName: str = "") -> list[BlockRule]:
        return self._chains.get(chainName, [])


def _one_of(rules: list[tuple[str, BlockRule]]) -> BlockRule:
    anywhere = tuple(rule for name, rule in rules if name not in _LINES)
    signs = {sign for name, _ in rules for sign in _LINES.get(name, "")}
    at = {
        sign: tuple(rule for name, rule in rules if sign in _LINES.get(name, sign))
        for sign in signs
    }

    def run(state: StateBlock, line: int, end: int, silent: bool) -> bool:
        begin = state.bMarks[line] + state.tShift[line]
        for rule in at.get(state.src[begin : begin + 1], anywhere):
            if rule(state, line, end, silent):
                break
        else:
            return False
        return True

    return run


def _next(src: str) -> re.Pattern[str]:
    return _NEXT_OR_WWW if "www." in src else _NEXT


class _InlineParser(ParserInline):
    """Goes from one sign that may begin something to the next, and takes what is between as words."""

    def __init__(self, parser: ParserInline) -> None:
        super().__init__()
        self.ruler, self.ruler2 = parser.ruler, parser.ruler2
        named = {rule.fn: rule.name for rule in self.ruler.__rules__}
        rules = [(named[fn], fn) for fn in self.ruler.getRules("") if named[fn] != "text"]
        self._at: dict[str, tuple[InlineRule, ...]] = {"]": ()}
        for sign in {sign for name, _ in rules for sign in _SIGNS[name]}:
            self._at[sign] = tuple(rule for name, rule in rules if sign in _SIGNS[name])

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        if src and not _next(src).search(src):
            tokens.append(Token("text", "", 0, content=src))
            return tokens
        state = StateInline(src, md, env, tokens)
        self.tokenize(state)
        if _PAIRED.search(src):
            for rule in self.ruler2.getRules(""):
                rule(state)
        return state.tokens

    def tokenize(self, state: StateInline) -> None:
        src, end, at = state.src, state.posMax, self._at
        search = _next(src).search
        if state.level >= state.md.options["maxNesting"]:
            state.append_pending(src[state.pos : end])
            state.pos = end
        while state.pos < end:
            found = search(src, state.pos, end)
            sign = found.start() if found else end
            if state.pos < sign:
                state.append_pending(src[state.pos : sign])
                state.pos = sign
            if found is None:
                break
            for rule in at[src[sign]]:
                if rule(state, False):
                    break
            else:
                state.append_pending(src[sign])
                state.pos = sign + 1
        if state.pending:
            state.pushPending()

    def skipToken(self, state: StateInline) -> None:
        begin = state.pos
        if begin not in state.cache:
            state.cache[begin] = self._end(state, begin)
        state.pos = state.cache[begin]

    def _end(self, state: StateInline, begin: int) -> int:
        """Where what begins at a place ends."""
        if state.level >= state.md.options["maxNesting"]:
            return state.posMax + 1
        found = _next(state.src).search(state.src, begin, state.posMax)
        if found is None:
            return state.posMax
        if found.start() > begin:
            return found.start()
        state.level += 1  # as the parser has it while it only looks
        end = begin + 1
        for rule in self._at[state.src[begin]]:
            if rule(state, True):
                end = state.pos
                break
        state.level -= 1
        return end
