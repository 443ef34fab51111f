"""Style sheets and scripts of the theme load nothing from elsewhere either."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping

from cbsite.checks.own_origin import check_own_origin, leads_away
from cbsite.diagnostics import Report, Source

_PART_OF_CSS = re.compile(
    r"""
    (?P<comment> /\*.*?(?:\*/|\Z) )
  | (?P<string> "(?:[^"\\\n]|\\.)*"? | '(?:[^'\\\n]|\\.)*'? )
  | (?P<word> (?: [\w@-] | [^\x00-\x7f] | \\[0-9a-f]{1,6}\s? | \\[^\n] )+ )
  | (?P<sign> \S )
    """,
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_BARE_ADDRESS = re.compile(r"\(\s*(?P<address>(?![\"'\s])(?:[^)\\]|\\.)*)", re.DOTALL)
"""What follows the word `url` where the address stands without quotes."""

_CSS_ESCAPE = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|(\n)|(.))", re.IGNORECASE | re.DOTALL)

_LOADING = frozenset(["url", "src", "image", "image-set", "-webkit-image-set"])
"""Functions of CSS whose strings are addresses to load."""

_NAMING = frozenset(["@namespace", "@-moz-document", "@document"])
"""Rules of CSS whose addresses are names, and load nothing."""

_SCRIPT = re.compile(
    r"""(?:(?<!\.)\b(?:from|import)\s*\(?|\b(?:fetch|importScripts|sendBeacon|(?:Shared)?Worker|EventSource|WebSocket)\s*\()
    \s*(?:/\*(?:(?!\*/).)*\*/\s*)*(["'`])(?P<address>(?:[^"'`\\\n]|\\.)*)""",
    re.VERBOSE | re.DOTALL,
)
"""What a script asks for by an address written out. One that it works out is barred by the policy alone."""


def check_own_assets(assets: Mapping[str, bytes], report: Report) -> None:
    """Report each address in the theme's style sheets, scripts and web pages that leads elsewhere (E-EXT).

    `assets` are the published files by their paths in `templates/`. The policy bars `data:` as well.
    """
    for path, data in assets.items():
        ending = path.rpartition(".")[2].lower()
        if ending in ("html", "htm", "xhtml"):
            check_own_origin(path, _text(data), report)
        elif ending in ("css", "js", "mjs"):
            source = Source(f"templates/{path}", _text(data))
            find = addresses_in_css if ending == "css" else addresses_in_script
            for start, address in find(source.text):
                if leads_away(address):
                    line = source.text.count("\n", 0, start) + 1
                    column = start - source.text.rfind("\n", 0, start)
                    shown = address if len(address) <= 80 else f"{address[:80]}..."
                    report.add(
                        "E-EXT", source.span(line, column), f"This file would load {shown}.",
                        "Put what it needs into templates/assets/ and use it from there.",
                    )  # fmt: skip


def addresses_in_css(text: str) -> Iterator[tuple[int, str]]:
    """Each address that a style sheet loads, with where it starts; comments and other strings are left out."""
    rule, functions, before, at = "", [""], "", 0
    while found := _PART_OF_CSS.search(text, at):
        at, kind, word = found.end(), found.lastgroup, _unescaped(found[0]).lower()
        if kind == "comment":
            continue
        if kind == "string":
            if rule == "@import" or (functions[-1] in _LOADING and rule not in _NAMING):
                yield found.start() + 1, _unescaped(found[0][1:].rstrip("\"'"))
        elif word == "url" and (bare := _BARE_ADDRESS.match(text, at)):
            at = bare.end()
            functions.append(word)
            if rule not in _NAMING:
                yield bare.start("address"), _unescaped(bare["address"]).strip()
        elif kind == "word" and word.startswith("@"):
            rule = word
        elif word == "(":
            functions.append(before)
        elif word == ")" and len(functions) > 1:
            functions.pop()
        elif word in (";", "{", "}"):
            rule, functions = "", [""]
        before = word if kind == "word" else ""


def addresses_in_script(text: str) -> Iterator[tuple[int, str]]:
    """Each address that a script imports or asks for as it stands, with where it starts; in comments too."""
    for found in _SCRIPT.finditer(text):
        yield found.start("address"), found["address"]


def _unescaped(text: str) -> str:
    return _CSS_ESCAPE.sub(_character, text)


def _character(found: re.Match[str]) -> str:
    if not found[1]:
        return found[3] or ""
    number = int(found[1], 16)
    return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"


def _text(data: bytes) -> str:
    """The text as a browser reads it; lines end with LF."""
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    text = data.decode("utf-16" if wide else "utf-8-sig", "replace")
    return re.sub(r"\r\n?|\f", "\n", text)
