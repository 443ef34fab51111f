"""No edit that is made unasked may change what readers see: each is tried before it is called safe."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from cbsite.diagnostics import Diagnostic, Report, Source, apply_edits
from cbsite.read.bullets import LETTERS, SIGNS
from cbsite.read.nodes import Node
from cbsite.read.tree import Prose

MOST_TRIED = 50
MOST_READ = 300_000
"""How often some of the edits are tried, where all together would change the words, and characters read for that."""

_UNSEEN = dict.fromkeys(
    map(
        ord,
        "\u00ad\u180e\u200b\u200c\u200d\u200e\u202a\u202c\u2060\u2061\u2062\u2063\u2064\u2066\u2068\u2069",
    )
)
_MARKS = frozenset([*SIGNS, *LETTERS, "-", "–", "—"])
_INLINE = frozenset(
    ["text", "emphasis", "strong", "strikethrough", "code", "link", "image", "span",
     "footnote_reference"]
)  # fmt: skip


def settle(
    source: Source, found: Report, report: Report, read: Callable[[Source, Report], Prose]
) -> None:
    """Move what was found into the report; edits that would change the words become proposals."""
    told = list(found)
    safe = [diagnostic for diagnostic in told if diagnostic.edits and diagnostic.safe]
    doubtful: set[int] = set()
    if safe:
        words = visible_words(read(source, Report()))
        if not _keeps(source, safe, words, read):
            kept = _kept(source, safe, words, read)
            doubtful = {id(one) for one in safe} - {id(one) for one in kept}
    for diagnostic in told:
        report.keep(replace(diagnostic, safe=False) if id(diagnostic) in doubtful else diagnostic)


def _kept(
    source: Source,
    safe: list[Diagnostic],
    words: list[str],
    read: Callable[[Source, Report], Prose],
) -> list[Diagnostic]:
    """Those that together keep the words: halves are tried, and halves of a half that does not.

    Each is tried with what is kept already, as two may do together what neither does alone.
    """
    kept: list[Diagnostic] = []
    left = min(MOST_TRIED, MOST_READ // len(source.text))
    middle = len(safe) // 2
    waiting = [safe[middle:], safe[:middle]]
    while waiting and left:
        part = waiting.pop()
        left -= 1
        if not part or _keeps(source, [*kept, *part], words, read):
            kept += part
        elif len(part) > 1:
            middle = len(part) // 2
            waiting += [part[middle:], part[:middle]]
    return kept


def _keeps(
    source: Source,
    diagnostics: Iterable[Diagnostic],
    words: list[str],
    read: Callable[[Source, Report], Prose],
) -> bool:
    edits = [edit for diagnostic in diagnostics for edit in diagnostic.edits]
    return (
        visible_words(read(Source(source.path, apply_edits(source.text, edits)), Report())) == words
    )


def visible_words(prose: Prose) -> list[str]:
    """The words that readers see, without bullets."""
    pieces: list[str] = []
    for node in prose.children:
        _gather(node, pieces)
    return [word for word in "".join(pieces).translate(_UNSEEN).split() if word not in _MARKS]


def _gather(node: Node, pieces: list[str]) -> None:
    if node.type not in _INLINE:
        pieces.append(" ")
    pieces.append(node.text)
    for child in node.children:
        _gather(child, pieces)
    if node.type == "block":
        pieces.append(node.get("index"))
    if node.type not in _INLINE:
        pieces.append(" ")
