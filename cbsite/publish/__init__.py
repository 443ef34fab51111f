"""Publishing: build beside, swap once; nothing is lost and nothing half-published.

A build writes `<output>.next` (`staging`), lists it in a manifest (`manifest`), and swaps it with
the output in one step (`swap`). `guard` says which folders may be an output at all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from cbsite.ports.disk import Disk
from cbsite.publish.guard import PublishRefused, refuse_unsafe_output
from cbsite.publish.staging import Staging
from cbsite.publish.swap import publish, recover

__all__ = ["PublishRefused", "publish_files", "refuse_unsafe_output"]


def publish_files(
    disk: Disk,
    output: Path,
    files: Mapping[str, bytes],
    add: Callable[[Path], None] = lambda folder: None,
) -> None:
    """Put a site of these files in the place of `output`; call it with the hub's lock held.

    `add` may put more into the folder that it is given (the search index). Raises `PublishRefused`
    if the output is not ours to replace, OSError if the disk fails, and what `add` raises: the old
    site is then as it was.
    """
    recover(disk, output)
    with Staging(disk, output) as staging:
        for path, content in files.items():
            staging.write(path, content)
        add(staging.folder)
        staging.finish()
        publish(disk, staging.folder, output)
