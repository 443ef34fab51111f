"""The same pages give the same search bundle, byte for byte; and it finds what Pagefind's own finds."""

from __future__ import annotations

import hashlib
import json
import random
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from cbsite.ports import Ports
from cbsite.ports.clock import Clock
from cbsite.ports.disk import Disk
from cbsite.ports.process import Process
from cbsite.ports.workers import Alone, Processes
from cbsite.search import parts as module
from cbsite.search.cbor import NotReadable, read, write
from cbsite.search.fragments import fragments, pack, unpack
from cbsite.search.index import SearchFailed, index_pages
from cbsite.search.parts import in_parts
from cbsite.search.settle import Found, settle
from tests.support.command import tree
from tests.support.server import served

WORDS = (
    *("budget", "pilot", "council", "family", "evidence", "pooled", "spending", "Essex", "Salford"),
    *(
        "travel",
        "café",
        "cafe",
        "évidence",
        "résumé",
        "resume",
        "naïve",
        "naive",
        "place",
        "letter",
    ),
)

PORTS = Ports(Disk(), Process(), Clock(), Alone())

LANGUAGES = ("en", "cy")


def page(number: int, address: str) -> str:
    """A page with filters of one value and of two, sort keys and metadata; words in several weights."""
    chosen = random.Random(number)
    words = " ".join(chosen.choices(WORDS, k=60))
    tags = "".join(
        f'<span hidden data-pagefind-{kind}="{name}[data-value]" data-value="{value}"></span>'
        for kind, name, value in (
            ("filter", "theme", f"Theme {number % 7}"),
            ("filter", "theme", f"Theme {number % 5 + 7}"),
            ("filter", "year", str(2010 + number % 3)),
            ("filter", "place", f"Place {number % 11}"),
            ("filter", "type", "Page"),
            ("sort", "date", f"2012-01-{number % 28 + 1:02} {address}"),
            ("sort", "title", f"{chosen.choice(WORDS)} {address}"),
            ("meta", "facts", words[:30]),
        )
    )
    # Words enough for several lists of them.
    many = " ".join(f"w{number * 13 % 977 + of * 31}x{of}" for of in range(150))
    language = LANGUAGES[number % 10 == 3]
    return (
        f'<!doctype html><html lang="{language}"><title>Page {number}</title><body>'
        f"<main data-pagefind-body>{tags}<h1>{words[:20]} {number}</h1><p>{words}</p><p>{many}</p>"
        f'<p data-pagefind-weight="0.3">{words[::-1]}</p></main></body></html>'
    )


def pages() -> dict[str, str]:
    folders = {n: f"{'abc'[n % 3]}/p{n * 7919 % 101}/" for n in range(60)} | {60: ""}
    return {f"{folder}index.html": page(n, f"/{folder}") for n, folder in folders.items()}


PAGES = pages()


def write_site(folder: Path, order: int) -> Path:
    paths = sorted(PAGES)
    random.Random(order).shuffle(paths)
    for path in paths:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(PAGES[path], encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with the bundle as Pagefind makes it."""
    site = write_site(tmp_path_factory.mktemp("raw"), 0)
    process = PORTS.process
    arguments = ["--site", str(site), "--output-path", str(site / "pagefind")]
    assert process.run([process.pagefind(), *arguments], site, timeout=60).code == 0
    return site


def settled(site: Path) -> dict[str, bytes]:
    """The files of a bundle after it has been settled, but those that no page is in."""
    bundle, disk = site / "pagefind", Disk()
    addresses = {name: page["url"] for name, page in fragments(disk, bundle)}
    found = [Found(bundle, addresses)]
    settle(disk, site / "settled", found, lambda _: {}, Processes(2, fewest=1))
    shutil.rmtree(bundle)
    (site / "settled").rename(bundle)
    return tree(bundle)


def of_kind(bundle: Path, ending: str) -> dict[str, Any]:
    """The files of one kind, decoded, by name."""
    return {file.stem: read(unpack(file.read_bytes())) for file in bundle.rglob(f"*.pf_{ending}")}


# ---- The same bytes ----


def test_five_indexings_are_the_same_whatever_the_order_of_folders(tmp_path: Path) -> None:
    found = []
    for number in range(5):
        site = write_site(tmp_path / f"{number}" / "site", number)
        index_pages(PORTS, site, list(PAGES))
        found.append(bundle_of(site))
    assert len(found[0]) > len(PAGES)
    assert all(one == found[0] for one in found)


def bundle_of(site: Path) -> dict[str, bytes]:
    """All files that the search of a site is made of."""
    found = tree(site)
    return {path: found[path] for path in found if path.startswith(("pagefind/", "search/"))}


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """However few the pages are, they are indexed in parts."""
    monkeypatch.setattr(module, "_FEWEST", 1)


@pytest.mark.usefixtures("small_parts")
@pytest.mark.parametrize("parts", [2, 3, 5])
def test_many_parts_make_the_bundle_that_one_makes(tmp_path: Path, parts: int) -> None:
    one, several = write_site(tmp_path / "one", 0), write_site(tmp_path / "several", 1)
    index_pages(PORTS, one, list(PAGES))
    assert len(in_parts(list(PAGES), parts)) == parts
    index_pages(PORTS, several, list(PAGES), parts)
    assert bundle_of(one) == bundle_of(several)
    lists = [len(meta[2]) for meta in of_kind(one / "pagefind", "meta").values()]
    assert max(lists) > 1


@pytest.mark.usefixtures("small_parts")
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(("data-pagefind-sort", "data-x data-pagefind-sort"), id="other way"),
        pytest.param((' /a/p0/"', ' "'), id="no address"),
    ],
)
def test_parts_that_do_not_go_together_are_indexed_as_one(
    tmp_path: Path, change: tuple[str, str]
) -> None:
    one, several = write_site(tmp_path / "one", 0), write_site(tmp_path / "several", 1)
    for site in (one, several):
        for path in sorted(PAGES):
            if path.endswith("0/index.html"):
                text = (site / path).read_text("utf-8")
                (site / path).write_text(text.replace(*change), "utf-8")
    index_pages(PORTS, one, list(PAGES))
    index_pages(PORTS, several, list(PAGES), 2)
    assert bundle_of(one) == bundle_of(several)


@pytest.mark.usefixtures("small_parts")
def test_parts_with_other_metadata_go_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One part has a field that sorts before, and lacks one that sorts between those of the others."""
    one, several = write_site(tmp_path / "one", 0), write_site(tmp_path / "several", 1)
    signs = in_parts(list(PAGES), 3)[1].glob.partition("[")[2].partition("]")[0]
    chosen = [path for path in PAGES if path.removesuffix("/index.html")[-1] in signs]
    assert 0 < len(chosen) < len(PAGES)
    for site in (one, several):
        for path in chosen:
            text = (site / path).read_text("utf-8")
            other = text.replace('meta="facts[', 'meta="about[')
            assert other != text
            (site / path).write_text(other, "utf-8")
    monkeypatch.delattr("cbsite.search.index.whole")  # they are not indexed as one instead
    index_pages(PORTS, several, list(PAGES), 3)
    monkeypatch.undo()
    index_pages(PORTS, one, list(PAGES))
    assert bundle_of(one) == bundle_of(several)


def renumbered(value: Any, new: list[int]) -> Any:
    """A chunk of words as Pagefind would make it of pages in another order."""

    def pages(of: list[Any]) -> list[Any]:
        at, moved = 0, []
        for step, *places in of:
            at += step
            moved.append([new[at], *places])
        moved.sort()
        numbers = [0, *(number for number, *_ in moved)]
        return [[one[0] - before, *one[1:]] for before, one in zip(numbers, moved, strict=False)]

    (words,) = value
    return [
        [
            [word, pages(of), [[form, pages(its)] for form, its in reversed(variants)]]
            for word, of, variants in words
        ]
    ]


@pytest.mark.parametrize("seed", range(3))
def test_pages_numbered_in_any_way_are_settled_in_one(raw: Path, tmp_path: Path, seed: int) -> None:
    """As another disk would have it: this one may list the folders in one order whatever is done."""
    one = shutil.copytree(raw, tmp_path / "one")
    other = shutil.copytree(raw, tmp_path / "other")
    bundle = other / "pagefind"
    for file in list(bundle.glob("*.pf_meta")):
        meta: Any = read(unpack(file.read_bytes()))
        pages = meta[1]
        new = list(range(len(pages)))
        random.Random(seed).shuffle(new)
        meta[1] = [page for _, page in sorted(zip(new, pages, strict=True))]
        for _, _, name in meta[2]:
            chunk = bundle / f"index/{name}.pf_index"
            chunk.write_bytes(pack(write(renumbered(read(unpack(chunk.read_bytes())), new))))
        for _, name in meta[3]:
            facet = bundle / f"filter/{name}.pf_filter"
            values: Any = read(unpack(facet.read_bytes()))
            moved: Any = [
                [value, sorted(new[page] for page in of)] for value, of in values[1][::-1]
            ]
            facet.write_bytes(pack(write([values[0], moved])))
        meta[3].reverse()
        meta[4] = [[key, [new[page] for page in of]] for key, of in reversed(meta[4])]
        file.write_bytes(pack(write(meta)))
    assert settled(one) == settled(other)


def test_a_settled_bundle_stays_as_it_is(raw: Path, tmp_path: Path) -> None:
    site = shutil.copytree(raw, tmp_path / "site")
    assert settled(site) == settled(site)


def test_two_pages_whose_hashes_begin_alike(raw: Path, tmp_path: Path) -> None:
    """Pagefind names the second that it meets by more of its hash: either may be that one."""
    found = []
    for which in (0, 1):
        site = shutil.copytree(raw, tmp_path / str(which))
        bundle = site / "pagefind"
        (file,) = bundle.glob("pagefind.en_*.pf_meta")
        meta: Any = read(unpack(file.read_bytes()))
        names = ("en_0123456", "en_01234567")[:: -1 if which else 1]
        for at, name in zip((5, 6), names, strict=True):
            (bundle / f"fragment/{meta[1][at][0]}.pf_fragment").rename(
                bundle / f"fragment/{name}.pf_fragment"
            )
            meta[1][at][0] = name
        file.write_bytes(pack(write(meta)))
        found.append(settled(site))
    assert found[0] == found[1]
    assert not any("0123456" in path for path in found[0])


def test_names_are_of_what_is_in_them_and_all_lead_somewhere(raw: Path, tmp_path: Path) -> None:
    files = settled(shutil.copytree(raw, tmp_path / "site"))
    entry = json.loads(files["pagefind-entry.json"])
    assert set(entry["languages"]) == set(LANGUAGES)
    reached = set()
    for language in entry["languages"].values():
        path = f"pagefind.{language['hash']}.pf_meta"
        meta: Any = read(unpack(files[path]))
        assert len(meta[1]) == language["page_count"]
        reached |= {path, *(f"fragment/{name}.pf_fragment" for name, *_ in meta[1])}
        reached |= {f"index/{name}.pf_index" for _, _, name in meta[2]}
        reached |= {f"filter/{name}.pf_filter" for _, name in meta[3]}
        addresses = [
            json.loads(unpack(files[f"fragment/{name}.pf_fragment"]))["url"] for name, *_ in meta[1]
        ]
        assert addresses == sorted(addresses)
    assert reached == {path for path in files if ".pf_" in path}
    for path in reached:
        if not path.startswith("fragment/"):
            digest = hashlib.sha256(unpack(files[path])).hexdigest()[:10]
            assert path.rpartition(".")[0].endswith(f"_{digest}")


# ---- What it says is what Pagefind said ----


def told(bundle: Path) -> dict[str, Any]:
    """All that a bundle says, by addresses in place of numbers."""
    disk, said = Disk(), {}
    addresses = {name: page["url"] for name, page in fragments(disk, bundle)}
    for name, (version, pages, chunks, filters, sorts, fields) in of_kind(bundle, "meta").items():
        url = [addresses[page[0]] for page in pages]

        def places(of: list[Any], url: list[str] = url) -> dict[str, Any]:
            at, found = 0, {}
            for step, *rest in of:
                at += step
                found[url[at]] = rest
            return found

        words = {}
        for _, _, chunk in chunks:
            (found,) = of_kind(bundle, "index")[chunk]
            for word, of, variants in found:
                words[word] = (places(of), {form: places(its) for form, its in variants})
        facets = {}
        for key, file in filters:
            its_key, values = of_kind(bundle, "filter")[file]
            assert its_key == key
            facets[key] = {value: {url[page] for page in of} for value, of in values}
        said[name.removeprefix("pagefind.")[:2]] = {
            "version": version,
            "lengths": {url[at]: page[1:] for at, page in enumerate(pages)},
            "ranges": [chunk[:2] for chunk in chunks],
            "words": words,
            "facets": facets,
            "sorts": {key: [url[page] for page in of] for key, of in sorts},
            "fields": fields,
        }
    return said


def test_nothing_is_lost_or_added(raw: Path, tmp_path: Path) -> None:
    site = shutil.copytree(raw, tmp_path / "site")
    before = told(site / "pagefind")
    settled(site)
    assert told(site / "pagefind") == before
    assert before["en"]["words"]["evid"][1], "a word with accents on some pages"
    assert set(before["en"]["sorts"]) == {"date", "title"}


def test_cbor_is_written_as_pagefind_writes_it(raw: Path) -> None:
    files = list((raw / "pagefind").rglob("*.pf_*"))
    for file in files:
        if file.suffix != ".pf_fragment":
            content = unpack(file.read_bytes())
            assert write(read(content)) == content


def test_numbers_of_every_size() -> None:
    numbers = [0, 23, 24, 255, 256, 65535, 65536, 2**32 - 1, 2**32, 2**64 - 1]
    value: list[Any] = [*numbers, *(-1 - number for number in numbers), ["", "ü" * 300, []] * 30]
    assert read(write(value)) == value


# ---- What is no bundle ----


@pytest.mark.parametrize("ending", ["meta", "index", "filter", "fragment"])
@pytest.mark.parametrize("damage", ["cut", "rubbish", "empty", "swapped", "longer"])
def test_a_damaged_bundle_is_told(raw: Path, tmp_path: Path, ending: str, damage: str) -> None:
    site = shutil.copytree(raw, tmp_path / "site")
    file = next(iter(sorted((site / "pagefind").rglob(f"*.pf_{ending}"))))
    content = unpack(file.read_bytes())
    damaged = {
        "cut": pack(content[: len(content) // 2]),
        "rubbish": b"no such thing",
        "empty": pack(b""),
        "swapped": pack(write([1, "x", [2]])),
        "longer": pack(content + b"\x00"),
    }[damage]
    file.write_bytes(damaged)
    with pytest.raises(NotReadable):
        settled(site)


def test_a_damaged_bundle_is_a_failed_search(tmp_path: Path, monkeypatch: Any) -> None:
    site = write_site(tmp_path / "site", 0)
    monkeypatch.setattr("cbsite.search.index.settle", lambda *_: read(b"\xff"))
    with pytest.raises(SearchFailed, match="Pagefind's index is not as cbsite knows it"):
        index_pages(PORTS, site, list(PAGES))


# ---- In a browser ----

ASK = """async (asked) => {
  const { createInstance } = await import(new URL("pagefind/pagefind.js", location.href).href);
  const pagefind = createInstance({ baseUrl: "/hub/", ranking: { metaWeights: { title: 5, facts: 0.3 } } });
  await pagefind.init();
  await pagefind.filters();
  const told = [];
  for (const [words, options] of asked) {
    const { results, filters, totalFilters } = await pagefind.search(words, options);
    const pages = await Promise.all(results.map(async ({ data, score }) => [(await data()).url, score]));
    told.push({ pages, filters, totalFilters });
  }
  return told;
}"""


def questions(words: list[str]) -> list[tuple[str | None, dict[str, Any]]]:
    plain: list[tuple[str | None, dict[str, Any]]] = [(word, {}) for word in words]
    return [
        *plain,
        *((f'"{one} {two}"', {}) for one, two in zip(words[:5], words[5:10], strict=True)),
        *((f"{one} {two}", {}) for one, two in zip(words[:5], words[9:14], strict=True)),
        (None, {"sort": {"title": "asc"}}),
        (None, {"sort": {"date": "desc"}}),
        (words[0], {"sort": {"date": "asc"}}),
        (words[1], {"filters": {"type": {"any": ["Page", "Place", "Pilot"]}}}),
    ]


def answers(site: Path, page: Page, words: list[str]) -> list[dict[str, Any]]:
    """What each question finds. Pages that are equally good have no order."""
    with served(site) as address:
        page.goto(f"{address}ask.html")
        told: list[dict[str, Any]] = page.evaluate(ASK, questions(words))
    for (_, options), answer in zip(questions(words), told, strict=True):
        if "sort" not in options:
            answer["pages"].sort(key=lambda found: (-found[1], found[0]))
        answer["pages"] = [(url, round(score, 4)) for url, score in answer["pages"]]
    return told


@pytest.fixture
def hub_bundles(built_hub: Path, tmp_path: Path, small_parts: None) -> tuple[Path, Path, Path]:
    """The demonstration hub's bundle as it is published; as Pagefind makes it; and made anew in three parts."""
    sites = []
    for name in ("published", "raw", "again"):
        site = tmp_path / name
        shutil.copytree(built_hub, site, ignore=shutil.ignore_patterns("pagefind", "pictures"))
        (site / "ask.html").write_text("<!doctype html><title>Ask</title>", encoding="utf-8")
        sites.append(site)
    published, raw, again = sites
    shutil.copytree(built_hub / "pagefind", published / "pagefind")
    process = PORTS.process
    arguments = ["--site", str(raw), "--output-path", str(raw / "pagefind")]
    assert process.run([process.pagefind(), *arguments], raw, timeout=60).code == 0
    addresses = [str(found["url"]) for _, found in fragments(Disk(), published / "pagefind")]
    index_pages(PORTS, again, [f"{address[1:]}index.html" for address in addresses], 3)
    return published, raw, again


def test_fifty_words_find_the_same_before_and_after_and_again(
    hub_bundles: tuple[Path, Path, Path], page: Page
) -> None:
    published, raw, again = hub_bundles
    texts = [found["content"] for _, found in fragments(Disk(), published / "pagefind")]
    words = sorted({word.lower() for word in re.findall(r"[A-Za-z]{5,}", " ".join(texts))})
    asked = words[:: len(words) // 50][:50]
    assert len(asked) == 50
    found = answers(published, page, asked)
    assert sum(bool(answer["pages"]) for answer in found) > 50
    assert found == answers(raw, page, asked)
    assert found == answers(again, page, asked)
    assert tree(published / "pagefind") == tree(again / "pagefind")
