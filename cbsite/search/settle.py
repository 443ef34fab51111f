"""Pagefind's bundle in the one form that it can have, made of one bundle or of several that Pagefind made of parts.

Pagefind numbers the pages as the disk happens to list them, and filters and their values come in another
order in every run; so do the names of files, which are hashes. Here the pages are numbered by their
addresses, all that has no order of its own is sorted, and everything is named by what is in it.
The sort orders of pages are kept: they are the same in every run as no two pages have the same sort key.
"""

from __future__ import annotations

import gc
import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from cbsite.ports.disk import Disk
from cbsite.ports.workers import Workers
from cbsite.search.cbor import NotReadable, Value, read, write
from cbsite.search.fragments import FRAGMENTS, pack, unpack
from cbsite.search.postings import (
    Postings,
    Word,
    beginnings,
    first_word,
    in_chunks,
    write_chunk,
)

_ENTRY = "pagefind-entry.json"
"""The file that the browser loads first: which languages there are, and the name of each one's index."""

_DIGITS = 10
"""Of the hash in a name that we give."""

_PAGEFINDS = 7
"""Of the hash in a name that Pagefind gives, unless two are the same: then one of them has more."""

_RANGES = 128
"""Of words: enough for several processes to share, and so few that chunks which lie in two ranges do not count."""

Keys = Callable[[str], Mapping[str, str]]
"""The sort keys of the page at an address, by their names."""


class Apart(Exception):
    """These bundles of parts cannot be made one bundle."""


class Found(NamedTuple):
    """A bundle as Pagefind made it, and the address of each page in it by the name of its fragment."""

    folder: Path
    addresses: Mapping[str, str]


def settle(disk: Disk, bundle: Path, found: Sequence[Found], keys: Keys, workers: Workers) -> None:
    """Make one bundle of those that were found; what is left of them is to be deleted.

    `workers` number the lists of words. Raises `NotReadable` if one is no bundle as Pagefind 1.5 makes it, and `Apart`
    if several do not go together; the folders are then not to be used.
    """
    collects = gc.isenabled()
    gc.disable()  # hundreds of thousands of small values and no circles: to look for these costs a third more
    try:
        _settle(disk, bundle, found, keys, workers)
    except (ValueError, KeyError, TypeError, AttributeError, FileNotFoundError) as error:
        if isinstance(error, NotReadable):
            raise
        raise NotReadable("the parts of the search index do not fit together") from error
    finally:
        if collects:
            gc.enable()


def _settle(disk: Disk, bundle: Path, found: Sequence[Found], keys: Keys, workers: Workers) -> None:
    entries = [json.loads(disk.read(one.folder / _ENTRY)) for one in found]
    languages: defaultdict[str, list[tuple[Found, Any]]] = defaultdict(list)
    for one, entry in zip(found, entries, strict=True):
        for language, told in entry["languages"].items():
            languages[language].append((one, told))
    new = {}
    for language, indexes in languages.items():
        sources = [
            _Source(one, read(unpack(disk.read(one.folder / f"pagefind.{told['hash']}.pf_meta"))))
            for one, told in indexes
        ]
        first = indexes[0][1]
        tag = first["hash"].rpartition("_")[0]
        name = _Language(disk, bundle, tag, sources).settle(keys, workers)
        count = sum(told["page_count"] for _, told in indexes)
        new[language] = {**first, "hash": name, "page_count": count}
    text = json.dumps(
        {**entries[0], "languages": new}, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    disk.write(bundle / _ENTRY, text.encode("utf-8"))


class _Source:
    """The index of a language in one bundle: its meta file, in parts."""

    def __init__(self, found: Found, meta: Any) -> None:
        self.folder, addresses = found
        self.version, self.pages, self.chunks, filters, sorts, self.fields = meta
        self.addresses: list[str] = [addresses[page[0]] for page in self.pages]
        self.filters: dict[str, str] = dict(filters)
        self.sorts: dict[str, list[int]] = dict(sorts)


@dataclass(frozen=True, slots=True)
class _Language:
    """The index of a language, whose names begin with `tag`, to be made in `bundle`."""

    disk: Disk
    bundle: Path
    tag: str
    sources: Sequence[_Source]

    def settle(self, keys: Keys, workers: Workers) -> str:
        """The name of the index, which leads to all its files."""
        sources = self.sources
        fields = sorted({field for one in sources for field in one.fields})
        order = sorted(
            (address, index, old)
            for index, one in enumerate(sources)
            for old, address in enumerate(one.addresses)
        )
        numbers = [[0] * len(one.pages) for one in sources]
        for new, (_, index, old) in enumerate(order):
            numbers[index][old] = new
        names = self._fragments()
        pages: list[Value] = []
        for _, index, old in order:
            name, *rest = sources[index].pages[old]
            pages.append([names[index, name], *rest])
        sorts = self._sorts(numbers, keys)
        postings = Postings(
            numbers, [[fields.index(name) for name in one.fields] for one in sources]
        )
        chunks, filters = self._chunks(postings, workers), self._filters(numbers)
        content = write([sources[0].version, pages, chunks, filters, sorts, [*fields]])
        return self._write("pagefind.{}.pf_meta", _packed(content))

    def _fragments(self) -> dict[tuple[int, str], str]:
        """Move the fragments; the name of each, by its source and what Pagefind calls it.

        Of two pages whose hashes begin alike Pagefind names the second by more of it, and which one that is
        depends on the disk: both are named by another hash.
        """
        alike: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        for index, one in enumerate(self.sources):
            for name in dict.fromkeys(page[0] for page in one.pages):
                tag, _, digits = name.rpartition("_")
                alike[f"{tag}_{digits[:_PAGEFINDS]}"].append((index, name))
        self.disk.make_folder(self.bundle / FRAGMENTS)
        new = {}
        for beginning, group in alike.items():
            for index, name in group:
                path = self.sources[index].folder / FRAGMENTS / f"{name}.pf_fragment"
                if len(group) == 1 and name == beginning:
                    self.disk.rename(path, self.bundle / FRAGMENTS / path.name)
                    new[index, name] = name
                else:
                    packed = _packed(unpack(self.disk.read(path)))
                    new[index, name] = self._write(FRAGMENTS + "/{}.pf_fragment", packed)
        return new

    def _chunks(self, postings: Postings, workers: Workers) -> list[Value]:
        """The chunks of words: from where to where each goes, and its name."""
        files = [
            [self.disk.read(one.folder / f"index/{name}.pf_index") for _, _, name in one.chunks]
            for one in self.sources
        ]
        ranges = workers.map(_Between(postings), _ranges(files))
        chunks = list(in_chunks(word for words in ranges for word in words))
        names = [
            self._write("index/{}.pf_index", packed)
            for packed in workers.map(_packed_chunk, chunks)
        ]
        return [
            [first, last, name]
            for (first, last), name in zip(beginnings(chunks), names, strict=True)
        ]

    def _filters(self, numbers: Sequence[Sequence[int]]) -> list[Value]:
        """The filters: the name of each, and that of its file, which has each value with the numbers of its pages."""
        pages: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(
            lambda: defaultdict(list)
        )
        for new, one in zip(numbers, self.sources, strict=True):
            for filter, name in one.filters.items():
                file: Any = read(unpack(self.disk.read(one.folder / f"filter/{name}.pf_filter")))
                _, values = file
                for value, of in values:
                    pages[filter][value] += [new[page] for page in of]
        made: list[Value] = []
        for filter, by_value in sorted(pages.items()):
            values = [[value, sorted(of)] for value, of in sorted(by_value.items())]
            packed = _packed(write([filter, values]))
            made.append([filter, self._write("filter/{}.pf_filter", packed)])
        return made

    def _sorts(self, numbers: Sequence[Sequence[int]], keys: Keys) -> list[Value]:
        """The orders in which pages can be sorted. Raises Apart if several cannot be made one by the keys of pages."""
        names = {name for one in self.sources for name in one.sorts}
        if len(self.sources) == 1:
            (new,), (one,) = numbers, self.sources
            return [[name, [new[page] for page in one.sorts[name]]] for name in sorted(names)]
        told = [
            [keys(address) if names else {} for address in one.addresses] for one in self.sources
        ]
        made: list[Value] = []
        for name in sorted(names):
            together: list[tuple[str, int]] = []
            for new, one, of in zip(numbers, self.sources, told, strict=True):
                pages = one.sorts.get(name, ())
                order = [(of[page].get(name, ""), new[page]) for page in pages]
                # A key that ends in the address is no number, which Pagefind would sort otherwise.
                ends = all(of[page].get(name, "").endswith(one.addresses[page]) for page in pages)
                if len(pages) != len(one.pages) or order != sorted(order) or not ends:
                    raise Apart
                together += order
            made.append([name, [page for _, page in sorted(together)]])
        return made

    def _write(self, pattern: str, packed: _Packed) -> str:
        """Write a file under a name that is made from its content, and return that name."""
        name = f"{self.tag}_{packed.digits}"
        self.disk.write(self.bundle / pattern.format(name), packed.file)
        return name


class _Packed(NamedTuple):
    """A file of the bundle: the digits of its name, and its bytes."""

    digits: str
    file: bytes


def _packed(content: bytes) -> _Packed:
    return _Packed(hashlib.sha256(content).hexdigest()[:_DIGITS], pack(content))


def _packed_chunk(words: Sequence[Word]) -> _Packed:
    return _packed(write_chunk(words))


class _Range(NamedTuple):
    """Words from `start` to before `end`, and the files that have some of them, each with the number of its source."""

    start: bytes
    end: bytes | None
    files: Sequence[tuple[int, bytes]]


def _ranges(files: Sequence[Sequence[bytes]]) -> list[_Range]:
    """All words in ranges: some chunks of the index that has most of them, and what others have of the same words."""
    firsts = [[first_word(unpack(file)) for file in of] for of in files]
    most = max(firsts, key=len)
    starts = most[:: max(len(most) // _RANGES, 1)]
    ranges = []
    for start, end in zip([b"", *starts[1:]], [*starts[1:], None], strict=True):
        within = [
            (index, file)
            for index, of in enumerate(files)
            for first, after, file in zip(
                firsts[index], [*firsts[index][1:], None], of, strict=True
            )
            if (end is None or first < end) and (after is None or after > start)
        ]
        ranges.append(_Range(start, end, within))
    return ranges


@dataclass(frozen=True, slots=True)
class _Between:
    """A range to its words, with the new numbers of pages."""

    postings: Postings

    def __call__(self, of: _Range) -> list[Word]:
        chunks = ((index, unpack(file)) for index, file in of.files)
        return self.postings.between(chunks, of.start, of.end)
