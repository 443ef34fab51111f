"""Publishing: build beside, swap once; nothing is lost and nothing half-published.

A build writes `<output>.next` (`staging`), lists it in a manifest (`manifest`), and swaps it with
the output in one step (`swap`). `guard` says which folders may be an output at all.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from cbsite.ports.disk import Disk
from cbsite.publish.guard import PublishRefused, refuse_added, refuse_unsafe_output
from cbsite.publish.manifest import Compared, Entry, compare, compared_now
from cbsite.publish.staging import Staging
from cbsite.publish.swap import recover

__all__ = [
    "Compared",
    "Entry",
    "PublishRefused",
    "Staging",
    "compare",
    "compared_now",
    "publish_files",
    "refuse_added",
    "refuse_unsafe_output",
    "staged",
]


@contextlib.contextmanager
def staged(disk: Disk, output: Path, spare: Path | None = None) -> Iterator[Staging]:
    """A site to be filled, which takes the place of `output` once it is told to `publish`.

    It is made out of the site at `spare` where there is one, and then leaves the replaced site there. Call it with
    the hub's lock held. Raises `PublishRefused` if something that cbsite did not make is in the
    way, OSError if the disk fails; the old site is then as it was, and so it is after any other error.
    """
    recover(disk, output)
    with Staging(disk, output, spare) as staging:
        yield staging
        if not staging.published:
            staging.discard()


def publish_files(
    disk: Disk, output: Path, files: Mapping[str, bytes], spare: Path | None = None
) -> None:
    """Put a site of these files in the place of `output`, with the hub's lock held. Raises what `staged` does."""
    with staged(disk, output, spare) as staging:
        for path, content in files.items():
            staging.write(path, content)
        staging.finish()
        staging.publish()
