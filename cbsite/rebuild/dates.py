"""When the files of registers were last committed: remembered by the commit, so that git is asked once for each."""

from __future__ import annotations

import datetime
from pathlib import Path

import msgspec

from cbsite.memo import Memo
from cbsite.ports.git import Days, Git

_HAVE_THEIR_OWN = ("case-studies/", "collections/", "documents/", "news/", "pages/")
"""Folders of records that say themselves when they were last touched: a commit there dates no page."""

_RECORDS = (".md", ".yml")

_DECODER = msgspec.msgpack.Decoder(dict[str, datetime.date])


def register_days(git: Git, memo: Memo, content: Path) -> Days:
    """The days of the files of registers that were ever in the folder `content`, by path there.

    Empty where git tells nothing. Its silence is not remembered: perhaps it is installed tomorrow.
    """
    snapshot = git.snapshot(content)
    if snapshot is None:
        return {}
    key = memo.key("days", snapshot.commit, snapshot.prefix)
    known = memo.get([key]).get(key)
    if known is not None:
        return _DECODER.decode(known)
    told = git.days(snapshot)
    if told is None:
        return {}
    days = {path: told[path] for path in sorted(told) if _is_of_register(path)}
    memo.put([(key, msgspec.msgpack.encode(days))])
    memo.flush()  # here, as a build that finds nothing changed remembers nothing else
    return days


def _is_of_register(path: str) -> bool:
    return "/" in path and path.endswith(_RECORDS) and not path.startswith(_HAVE_THEIR_OWN)
