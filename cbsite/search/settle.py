"""Pagefind's bundle in the one form that it can have.

Pagefind numbers the pages as the disk happens to list them, and filters and their values come in another
order in every run; so do the names of files, which are hashes. Here the pages are numbered by their
addresses, all that has no order of its own is sorted, and what has changed is written and named anew.
The sort orders of pages are kept: they are the same in every run as no two pages have the same sort key.
"""

from __future__ import annotations

import gc
import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from cbsite.ports.disk import Disk
from cbsite.ports.workers import Workers
from cbsite.search.cbor import NotReadable, read, write
from cbsite.search.fragments import FRAGMENTS, pack, unpack
from cbsite.search.postings import Renumbering

_ENTRY = "pagefind-entry.json"
"""The file that the browser loads first: which languages there are, and the name of each one's index."""

_DIGITS = 10
"""Of the hash in a name that we give."""

_PAGEFINDS = 7
"""Of the hash in a name that Pagefind gives, unless two are the same: then one of them has more."""


def settle(disk: Disk, bundle: Path, addresses: Mapping[str, str], workers: Workers) -> None:
    """Bring the fresh bundle in this folder to its one form; a second time changes nothing.

    `addresses` has each page's by the name of its fragment; `workers` number the lists of words. Raises `NotReadable`
    if this is no bundle as Pagefind 1.5 makes it; the folder is then not to be used.
    """
    collects = gc.isenabled()
    gc.disable()  # hundreds of thousands of small values and no circles: to look for these costs a third more
    try:
        entry = json.loads(disk.read(bundle / _ENTRY))
        for language in entry["languages"].values():
            name = language["hash"]
            language["hash"] = _settle_language(disk, bundle, name, addresses, workers)
    except (ValueError, KeyError, TypeError, AttributeError, FileNotFoundError) as error:
        if isinstance(error, NotReadable):
            raise
        raise NotReadable("the parts of the search index do not fit together") from error
    finally:
        if collects:
            gc.enable()
    text = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    disk.write(bundle / _ENTRY, text.encode("utf-8"))


def _settle_language(
    disk: Disk, bundle: Path, name: str, addresses: Mapping[str, str], workers: Workers
) -> str:
    """The new name of a language's index, which leads to all its files."""
    tag = name.rpartition("_")[0]
    meta: Any = read(unpack(disk.read(bundle / f"pagefind.{name}.pf_meta")))
    version, pages, chunks, filters, sorts, *more = meta
    old_order = [addresses[page[0]] for page in pages]
    order = sorted(range(len(pages)), key=old_order.__getitem__)
    numbers = [0] * len(pages)
    for new, old in enumerate(order):
        numbers[old] = new

    names = _fragment_names(disk, bundle, [page[0] for page in pages])
    pages = [[names[pages[old][0]], *pages[old][1:]] for old in order]
    files = [f"index/{chunk[2]}.pf_index" for chunk in chunks]
    renumbered = workers.map(
        _Renumbered(Renumbering(numbers)), [disk.read(bundle / path) for path in files]
    )
    for chunk, path, packed in zip(chunks, files, renumbered, strict=True):
        chunk[2] = _replace(disk, bundle, path, tag, packed)
    for one in filters:
        file: Any = read(unpack(disk.read(bundle / f"filter/{one[1]}.pf_filter")))
        packed = _packed(write(_sorted_filter(file, numbers)))
        one[1] = _replace(disk, bundle, f"filter/{one[1]}.pf_filter", tag, packed)
    sorts = [[key, [numbers[page] for page in of]] for key, of in sorts]
    content = write([version, pages, chunks, sorted(filters), sorted(sorts), *more])
    return _replace(disk, bundle, f"pagefind.{name}.pf_meta", tag, _packed(content))


class _Packed(NamedTuple):
    """A file of the bundle: the digits of its name, and its bytes."""

    digits: str
    file: bytes


def _packed(content: bytes) -> _Packed:
    return _Packed(hashlib.sha256(content).hexdigest()[:_DIGITS], pack(content))


@dataclass(frozen=True, slots=True)
class _Renumbered:
    """The file of a chunk of words to that of the chunk with new numbers."""

    renumbering: Renumbering

    def __call__(self, file: bytes) -> _Packed:
        return _packed(self.renumbering.chunk(unpack(file)))


def _sorted_filter(file: Any, numbers: list[int]) -> Any:
    """A filter: its name, and each value with the numbers of its pages."""
    name, values = file
    return [name, sorted([value, sorted(numbers[page] for page in of)] for value, of in values)]


def _fragment_names(disk: Disk, bundle: Path, names: list[str]) -> dict[str, str]:
    """The name of each fragment, by what Pagefind calls it.

    Of two pages whose hashes begin alike Pagefind names the second by more of it, and which one that is
    depends on the disk: both are named by another hash.
    """
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for name in dict.fromkeys(names):
        tag, _, digits = name.rpartition("_")
        alike[f"{tag}_{digits[:_PAGEFINDS]}"].append(name)
    new = {}
    for beginning, group in alike.items():
        for name in group:
            if len(group) == 1 and name == beginning:
                new[name] = name
                continue
            path = f"{FRAGMENTS}/{name}.pf_fragment"
            tag = name.rpartition("_")[0]
            new[name] = _replace(disk, bundle, path, tag, _packed(unpack(disk.read(bundle / path))))
    return new


def _replace(disk: Disk, bundle: Path, path: str, tag: str, packed: _Packed) -> str:
    """Write a file anew under a name that is made from its content, and return that name."""
    old = bundle / path
    name = f"{tag}_{packed.digits}"
    before, after = ("pagefind.", old.suffix) if old.parent == bundle else ("", old.suffix)
    new = old.with_name(f"{before}{name}{after}")
    disk.write(new, packed.file)
    if new != old:
        disk.remove_file(old)
    return name
