"""Files in content/ that nothing uses: most often a picture taken out of a text, or a text that was never read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from cbsite.diagnostics import Report, Span
from cbsite.library.library import Library
from cbsite.names import composed
from cbsite.plan.plan import Plan
from cbsite.read.entry import Content
from cbsite.read.names import is_picture, sort_problem
from cbsite.records.fields import suggest_slug
from cbsite.records.kinds import BY_REGISTER

_NAME = re.compile(r"[^\s/\\\"'()<>\[\]{}|,;]+\.[A-Za-z0-9]{1,5}")
"""A file's name somewhere in a text; one with a space in it is written as a link's address."""


def check_unused_files(content: Content, library: Library, plan: Plan, report: Report) -> None:
    """Report each file that no record, text or front matter uses (W-UNUSED).

    What cannot be published or read, and tables of annexes, have messages of their own.
    """
    waiting: set[str] | None = None
    for path, asset in content.assets.items():
        broken = is_picture(path) and asset.picture is None
        if path in plan.files or broken or _is_table(path) or sort_problem(path):
            continue
        if waiting is None:
            waiting = set(_named_elsewhere(content, library))
        if composed(path.rpartition("/")[2]) not in waiting:
            report.add(_code(path), Span(f"content/{path}"), *_words(path))


def _is_table(path: str) -> bool:
    """Whether a file stands where the tables of annexes do; one that belongs to none is reported there."""
    register, _, rest = path.partition("/")
    kind = BY_REGISTER.get(register)
    return kind is not None and kind.parts and rest.count("/") == 1 and path.endswith(".csv")


def _named_elsewhere(content: Content, library: Library) -> Iterator[str]:
    """The names of files in what is not published (drafts, what is withdrawn or has errors); they are used there."""
    records = [
        entry
        for entry in content.entries
        if not library.is_published(entry) or entry.record.status == "withdrawn"
    ]
    sources = {text.source.path: text.source for entry in records for text in entry.texts}
    sources |= {entry.source.path: entry.source for entry in records}
    sources |= {text.source.path: text.source for text in content.unread_texts}
    proses = [text.prose for entry in records for text in entry.texts]
    for prose in (*proses, *(text.prose for text in content.unread_texts)):
        yield from (composed(unquote(link.target).rpartition("/")[2]) for link in prose.links)
    for source in sources.values():
        yield from (composed(unquote(name)) for name in _NAME.findall(source.text))


def _code(path: str) -> str:
    return "E-STRAY" if _meant_as_text(path) else "W-UNUSED"


def _meant_as_text(path: str) -> bool:
    """Whether a file is most likely a record under a wrong name: a `.txt` where records stand."""
    folder, _, name = path.rpartition("/")
    return name.endswith(".txt") and (folder in BY_REGISTER or folder == "data")


def _register(folder: str) -> str:
    """Where the text of a file belongs: the register that it stands in, or among the documents."""
    register = folder.partition("/")[0]
    kind = BY_REGISTER.get(register)
    return register if kind is not None and kind.prose else "documents"


def _words(path: str) -> tuple[str, str]:
    folder, _, name = path.rpartition("/")
    stem, _, ending = name.rpartition(".")
    if _meant_as_text(path):
        right = "yml" if folder == "data" else "md"
        return (
            f"cbsite does not read '{name}' as a record.",
            f"Rename it to {stem}.{right}, or link to it from a text to offer it to readers.",
        )
    if ending in ("docx", "odt"):
        right = f"{_register(folder)}/{suggest_slug(stem) or 'a-short-name'}.md"
        return (
            "cbsite reads texts in Markdown, not documents of a word processor, and nothing links to this one.",
            f"Copy its text into {right}, or link to it to offer it as a download.",
        )
    return (
        f"Nothing uses '{name}': no text, record or front matter names it.",
        f"Link to it where it belongs, or take it out of {f'content/{folder}' if folder else 'content'}.",
    )
