"""What lies in a built site, as its manifest should have it."""

from __future__ import annotations

from pathlib import Path

from cbsite.ports.disk import Disk
from cbsite.publish.manifest import MANIFEST, Manifest, entries_in


def list_files(disk: Disk, folder: Path) -> Manifest:
    """The complete manifest that a site should have, from the bytes that are there."""
    found = [one for one in disk.walk(folder, hidden=True) if one.path != MANIFEST]
    return Manifest(True, entries_in(disk, folder, found))
