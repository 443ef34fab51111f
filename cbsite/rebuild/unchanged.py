"""Whether anything has changed at all since the site was published: asked before anything heavy is loaded."""

from collections.abc import Callable
from pathlib import Path

import msgspec

from cbsite.diagnostics import Diagnostic
from cbsite.memo import Memo
from cbsite.ports.clock import Clock
from cbsite.publish.manifest import Compared
from cbsite.rebuild.request import Request, day_of
from cbsite.rebuild.sources import CONTENT, Sources

_SITE = f"{CONTENT}/site.yml"


class Done(msgspec.Struct, frozen=True, array_like=True):
    """A build that was published: how many pages it has, where and for which day it was made, and what was found.

    `manifest` is the hash of the manifest of the published site.
    """

    pages: int
    timezone: str
    as_of: str
    found: tuple[Diagnostic, ...]
    manifest: str


_DECODER = msgspec.msgpack.Decoder(Done)


def find_done(
    request: Request,
    output: Path,
    sources: Sources,
    memo: Memo,
    clock: Clock,
    compared: Callable[[], Compared],
) -> Done | None:
    """The build that was published, if building again would change nothing; else None.

    Every file of the site is `compared`: one that somebody changed since is a change.
    """
    key = memo.key("time zone", sources.hashes.get(_SITE))
    timezone = memo.get([key]).get(key)
    if timezone is None:
        return None
    as_of = day_of(request, clock, timezone.decode()).isoformat()
    done_key = _key(request, output, sources, memo, as_of)
    data = memo.get([done_key]).get(done_key)
    if data is None:
        return None
    done, found = _DECODER.decode(data), compared()
    return done if found.is_whole and found.manifest == done.manifest else None


def remember_done(request: Request, output: Path, sources: Sources, memo: Memo, done: Done) -> None:
    """Remember a build that was just published."""
    memo.put(
        [
            (memo.key("time zone", sources.hashes.get(_SITE)), done.timezone.encode()),
            (_key(request, output, sources, memo, done.as_of), msgspec.msgpack.encode(done)),
        ]
    )


def _key(request: Request, output: Path, sources: Sources, memo: Memo, as_of: str) -> bytes:
    return memo.key("done", request.way, str(output), as_of, sorted(sources.hashes.items()))
