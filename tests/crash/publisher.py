"""Started by the tests of this folder: publishes two sites by turns, until it is killed.

    publisher.py serve OUTPUT WAY         for each line read, fork one that publishes for ever
    publisher.py builds OUTPUT WAY COUNT  publish so often, waiting while others hold the lock, and
                                          say how many seconds a build took

WAY is `exchange` or `journal`.

A publisher that is killed is a whole process, as `kill -9` of a build would meet it; the fork only
spares 200 starts of Python.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from cbsite.ports.disk import Busy, Disk
from cbsite.publish import publish_files
from cbsite.publish.manifest import MANIFEST, read_manifest
from tests.support.sites import list_files


class JournalDisk(Disk):
    def exchange(self, one: Path, other: Path) -> bool:
        return False


DISKS = {"exchange": Disk, "journal": JournalDisk}


def site(letter: str) -> dict[str, bytes]:
    """About 40 files, with the letter in all; half of the names are in both sites."""
    shared = {f"page-{number}/index.html": 3000 + number for number in range(20)}
    own = {f"{letter}/data-{number}.json": 500 * number for number in range(20)}
    return {path: letter.encode() * size for path, size in (shared | own).items()}


def publish_for_ever(disk: Disk, output: Path, letters: str) -> None:
    while True:
        for letter in letters:
            with disk.lock(output.parent / ".cbsite" / "lock"):
                publish_files(disk, output, site(letter))


def serve(disk: Disk, output: Path) -> None:
    # What the first lock imports is to be in every child, whose short life it would fill.
    with disk.lock(output.parent / ".cbsite" / "lock"):
        pass
    for number, _ in enumerate(sys.stdin):
        if (child := os.fork()) == 0:
            try:
                publish_for_ever(disk, output, ("ab", "ba")[number % 2])
            except BaseException as error:
                sys.stderr.write(f"failed: {error!r}\n")
                sys.stderr.flush()
            os._exit(1)
        say(str(child))
        # The next line is the word that the child was killed, so it is only to be collected.
        sys.stdin.readline()
        _, status = os.waitpid(child, 0)
        say(str(os.waitstatus_to_exitcode(status)))


def publish_some(disk: Disk, output: Path, count: int) -> None:
    done = 0
    seconds = 0.0
    while done < count:
        try:
            with disk.lock(output.parent / ".cbsite" / "lock"):
                if disk.exists(output):
                    require_whole(disk, output)
                start = time.perf_counter()
                publish_files(disk, output, site("ab"[done % 2]))
                seconds += time.perf_counter() - start
                require_whole(disk, output)
            done += 1
        except Busy:
            time.sleep(0.002)
    say(str(seconds / count))


def require_whole(disk: Disk, output: Path) -> None:
    manifest = read_manifest(disk, output)
    if manifest is None or manifest != list_files(disk, output):
        sys.exit("The site does not match its manifest.")
    files = {path: disk.read(output / path) for path in manifest.files}
    if files not in (site("a"), site("b")):
        sys.exit("The site is a mixture.")
    if set(disk.names(output)) != {path.split("/")[0] for path in files} | {MANIFEST}:
        sys.exit("The site has folders of another.")


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> None:
    command, output, way, *rest = sys.argv[1:]
    disk = DISKS[way]()
    if command == "serve":
        serve(disk, Path(output))
    else:
        publish_some(disk, Path(output), int(rest[0]))


if __name__ == "__main__":
    main()
