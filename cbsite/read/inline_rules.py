"""Rules for the inside of lines: what markdown-it does, and where in the text it did it."""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, autolink, backtick, html_inline, image, link

from cbsite.read.word_tags import word_tag

Rule = Callable[[StateInline, bool], bool]

DEEPEST_IMAGE = 5
"""Pictures within the words of pictures; markdown-it itself recurses without bound here."""

_LANGUAGE = re.compile(r'\{lang=("?)([^\s"{}]*)\1\}')
_PROTOCOLS = ("http", "https", "mailto", "xmpp")
_PLACED = ("link_open", "image", "html_inline", "span_open", "code_inline", "leftover")


def use_inline_rules(md: MarkdownIt) -> None:
    """Make links, pictures and HTML remember their places; add `[text]{lang=cy}`; bound depth."""
    md.inline.ruler.at("link", _placed(_watching_depth(link)))
    md.inline.ruler.at("image", _placed(_shallow(image)))
    md.inline.ruler.at("autolink", _placed(autolink))
    md.inline.ruler.at("html_inline", _placed(html_inline))
    md.inline.ruler.at("backticks", _placed(backtick))
    md.inline.ruler.before("autolink", "word_tag", _placed(word_tag))
    md.inline.ruler.after("link", "language", _placed(_language))
    for rule in md.inline.ruler.__rules__:
        if rule.name == "gfm_autolink_protocol":
            rule.fn = _after_protocol(rule.fn)


def _placed(rule: Rule) -> Rule:
    """The rule, which also notes in its token's `meta` where it began and ended (`at`, `to`)."""

    def run(state: StateInline, silent: bool) -> bool:
        if silent:
            return rule(state, True)
        at, count = state.pos, len(state.tokens)
        if not rule(state, False):
            return False
        for token in state.tokens[count : count + 2]:
            if token.type in _PLACED:
                token.meta["at"], token.meta["to"] = at, state.pos
                break
        return True

    return run


def _watching_depth(rule: Rule) -> Rule:
    def run(state: StateInline, silent: bool) -> bool:
        if state.src[state.pos] == "[" and state.level >= state.md.options["maxNesting"] - 1:
            state.env["deep_text"] = state.src
        return rule(state, silent)

    return run


def _shallow(rule: Rule) -> Rule:
    def run(state: StateInline, silent: bool) -> bool:
        if silent or state.src[state.pos] != "!":
            return rule(state, silent)
        depth = state.env.get("image_depth", 0)
        if depth >= DEEPEST_IMAGE:
            if state.src.startswith("![", state.pos):
                state.env.setdefault("deep_text", state.src)
            return False
        state.env["image_depth"] = depth + 1
        try:
            return rule(state, False)
        finally:
            state.env["image_depth"] = depth

    return run


def _language(state: StateInline, silent: bool) -> bool:
    """`[text]{lang=cy}`. Anything else in braces stays as it is typed."""
    if state.src[state.pos] != "[" or not _has_language(state):
        return False
    start, end = state.pos + 1, state.md.helpers.parseLinkLabel(state, state.pos, False)
    match = _LANGUAGE.match(state.src, end + 1) if end >= 0 else None
    if match is None or match.end() > state.posMax:
        return False
    if not silent:
        outer = state.posMax
        state.pos, state.posMax = start, end
        token = state.push("span_open", "span", 1)
        token.attrs = {"lang": match[2]}
        state.md.inline.tokenize(state)
        state.push("span_close", "span", -1)
        state.posMax = outer
    state.pos = match.end()
    return True


def _has_language(state: StateInline) -> bool:
    """Whether the mark occurs at all, looked up once a text so that many brackets stay cheap.

    The answer is kept beside the parser's own cache, whose keys are places and so never negative.
    """
    if -1 not in state.cache:
        state.cache[-1] = "]{lang=" in state.src
    return bool(state.cache[-1])


def _after_protocol(rule: Rule) -> Rule:
    """The rule for bare addresses, called only after a protocol.

    The plugin searches all the text so far at every colon, which is quadratic in a text of colons.
    """

    def run(state: StateInline, silent: bool) -> bool:
        if state.src[state.pos] != ":":
            return False
        before = state.src[max(state.pos - 6, 0) : state.pos].lower()
        return before.endswith(_PROTOCOLS) and rule(state, silent)

    return run
