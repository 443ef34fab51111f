"""Waiting for files to change."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Event

_GROUP = 250
_QUIET = 10
"""Milliseconds: changes are told after this long without another, but at the latest after `_GROUP`."""

_LOOK = 100
"""Milliseconds between looks at whether another file or folder took the place of a watched one."""

_TEMPORARY = re.compile(
    r"""
      ^\.             # hidden: .git, .cbsite, .DS_Store, vim's .x.md.swp, Emacs' .#x.md
    | ^\#.*\#$        # Emacs' autosave
    | ~$              # backups
    | ^~\$            # Office's lock
    | ^4913$          # vim tries whether it may write here
    | ___jb_(tmp|old)___$
    | \.(swp|swx|swo|swpx|tmp|part|crdownload)$
    | \.next$         # the site that is being built
    | ^(Thumbs\.db|desktop\.ini)$
    """,
    re.VERBOSE | re.IGNORECASE,
)

Identity = tuple[int, int] | None


def is_noise(path: Path, root: Path, ignored: Sequence[Path] = ()) -> bool:
    """Whether a change of `path`, somewhere under the watched `root`, means nothing to a hub.

    Hidden and temporary files (and all in such folders) do not, nor does anything under `ignored`.
    """
    if any(path.is_relative_to(folder) for folder in ignored):
        return True
    # Only below the root: the hub itself may lie in a hidden folder.
    return any(_TEMPORARY.search(part) for part in path.relative_to(root).parts)


class Watch:
    """The computer's way to tell of changed files, or looking again and again where it has none.

    The environment variable WATCHFILES_FORCE_POLLING forces the latter.
    """

    def changes(
        self,
        paths: Sequence[Path],
        ignored: Sequence[Path],
        stop: Event,
        begun: Callable[[], None] = lambda: None,
    ) -> Iterator[frozenset[Path]]:
        """Groups of changed paths under `paths` (files or folders), until `stop` is set.

        `begun` is called once, when nothing that changes from now on will be missed. A path may be
        missing, be removed and come back.
        """
        polling: bool | None = None  # as the environment says
        start: Callable[[], None] | None = begun
        known = _identities(paths)
        missed: frozenset[Path] = frozenset()
        while not stop.is_set():
            before, known = known, _identities(paths)
            missed |= {path for path in paths if known[path] != before[path]}
            present = [path for path in paths if known[path]]
            try:
                for changed, lost in _watch(present, ignored, stop, polling):
                    if start:
                        start()
                        start = None
                    # What took the place of a watched path is told only now that it is watched
                    # itself, so that nothing falls in between: the system goes on watching the old.
                    if changed | missed:
                        yield changed | missed
                    missed = lost
                    if lost or _identities(paths) != known:
                        break
            except FileNotFoundError:
                stop.wait(_LOOK / 1000)  # gone since the look above
            except (OSError, RuntimeError):
                # The system has no more watches to give (Linux), or none for this kind of disk.
                if polling:
                    raise
                polling, missed = True, frozenset(present)


def _watch(
    paths: Sequence[Path], ignored: Sequence[Path], stop: Event, polling: bool | None
) -> Iterator[tuple[frozenset[Path], frozenset[Path]]]:
    """What changed, and which of `paths` were removed and so are watched no longer.

    Both are empty from time to time, first when the watch has begun.
    """
    if not paths:
        yield frozenset(), frozenset()
        stop.wait(_LOOK / 1000)
        return
    # Imported here, as only the preview watches.
    from watchfiles import Change, watch

    # As the system will spell them: on macOS what is under /tmp is told as under /private/tmp.
    roots = [Path(os.path.realpath(path)) for path in paths]
    skipped = [Path(os.path.realpath(path)) for path in ignored]

    def wanted(_: Change, name: str) -> bool:
        path = Path(name)
        above = [root for root in roots if path.is_relative_to(root)]
        return any(not is_noise(path, root, skipped) for root in above)

    for group in watch(
        *roots,
        watch_filter=wanted,
        debounce=_GROUP,
        step=_QUIET,
        stop_event=stop,
        rust_timeout=_LOOK,
        yield_on_timeout=True,
        raise_interrupt=False,
        force_polling=polling,
    ):
        removed = {Path(name) for change, name in group if change is Change.deleted}
        yield frozenset(Path(name) for _, name in group), frozenset(removed.intersection(roots))


def _identities(paths: Sequence[Path]) -> dict[Path, Identity]:
    return {path: _identity(path) for path in paths}


def _identity(path: Path) -> Identity:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
