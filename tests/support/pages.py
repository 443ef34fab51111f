"""Built pages as a stranger reads them: with Python's own parser and nothing of cbsite."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

ORIGIN = "http://hub.test"
"""Where the files are taken to stand, so that what leads out of them can be told."""

_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)  # fmt: skip
_LOADS = {
    ("img", "src"), ("script", "src"), ("iframe", "src"), ("source", "src"), ("video", "src"),
    ("video", "poster"), ("audio", "src"), ("embed", "src"), ("track", "src"), ("input", "src"),
    ("object", "data"), ("use", "href"), ("image", "href"), ("body", "background"),
}  # fmt: skip
_LOADING_LINKS = frozenset(
    {
        "stylesheet", "icon", "apple-touch-icon", "preload", "modulepreload", "prefetch", "preconnect",
        "dns-prefetch", "manifest",
    }
)  # fmt: skip
_LEADS = {("a", "href"), ("area", "href"), ("form", "action"), ("button", "formaction")}


@dataclass
class Page(HTMLParser):
    """What a page holds."""

    path: str
    html: str
    ids: list[str] = field(default_factory=list)
    leads: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    language: str = ""
    title: str = ""
    description: str = ""
    canonical: str = ""
    refresh: str = ""
    indexed: bool = False
    filters: dict[str, list[str]] = field(default_factory=dict)
    sorts: dict[str, list[str]] = field(default_factory=dict)
    words: str = ""

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[str] = []
        self.feed(self.html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        if tag not in _VOID:
            self._open.append(tag)
        if "id" in found:
            self.ids.append(found["id"])
        self.leads += [found[name] for owner, name in _LEADS if owner == tag and name in found]
        self.loads += [found[name] for owner, name in _LOADS if owner == tag and name in found]
        if "srcset" in found:
            self.loads += [part.split()[0] for part in found["srcset"].split(",") if part.strip()]
        rel = set(found.get("rel", "").lower().split())
        if tag == "link" and rel & _LOADING_LINKS:
            self.loads.append(found.get("href", ""))
        if tag == "link" and "canonical" in rel:
            self.canonical = found.get("href", "")
        if tag == "meta" and found.get("name") == "description":
            self.description = found.get("content", "")
        if tag == "meta" and found.get("http-equiv", "").lower() == "refresh":
            self.refresh = found.get("content", "").partition("url=")[2]
            self.leads.append(self.refresh)
        if tag == "html":
            self.language = found.get("lang", "")
        if tag == "base":
            self.inline.append("<base>")
        if tag == "style" or "style" in found:
            self.inline.append(f"<{tag}> with a style")
        if tag == "script" and not found.get("src"):
            self.inline.append("<script> without src")
        self.inline += [f"<{tag} {name}>" for name in found if name.startswith("on")]
        self.indexed = self.indexed or "data-pagefind-body" in found
        for attribute, kept in (
            ("data-pagefind-filter", self.filters),
            ("data-pagefind-sort", self.sorts),
        ):
            if attribute in found:
                name = found[attribute].partition("[")[0]
                kept.setdefault(name, []).append(found.get("data-value", ""))

    def handle_endtag(self, tag: str) -> None:
        while tag in self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "title" in self._open and "svg" not in self._open:
            self.title += data
        self.words += data

    @property
    def address(self) -> str:
        """The path of the page's address, `/places/essex/` for `places/essex/index.html`."""
        return "/" + self.path.removesuffix("index.html")

    def targets(self, addresses: list[str]) -> list[tuple[str, str]]:
        """File path and anchor of each of these addresses that is on the site."""
        found = []
        for address in addresses:
            whole = urlsplit(urljoin(ORIGIN + self.address, address))
            if f"{whole.scheme}://{whole.netloc}" == ORIGIN:
                path = unquote(whole.path).lstrip("/")
                path = f"{path}index.html" if not path or path.endswith("/") else path
                found.append((path, unquote(whole.fragment)))
        return found

    def outside(self, addresses: list[str]) -> list[str]:
        """Those of the addresses that are not on the site."""
        joined = [urljoin(ORIGIN + self.address, address) for address in addresses]
        return [address for address in joined if not address.startswith(ORIGIN + "/")]


def read_pages(site: Path, prefix: str = "/hub") -> dict[str, Page]:
    """Every page of a built site by its path.

    `prefix` is where the site is meant to stand (`/hub`): addresses that begin at the root, as the page
    for missing addresses has them, are taken to begin there.
    """
    pages = {}
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix()
        html = file.read_text(encoding="utf-8")
        if path == "404.html":
            html = html.replace(f'="{prefix}/', '="/')
        pages[path] = Page(path, html)
    return pages


def broken(site: Path, prefix: str = "/hub") -> list[str]:
    """Every link, anchor and asset of a built site that leads nowhere, as `page -> address`."""
    pages = read_pages(site, prefix)
    found = []
    for page in pages.values():
        for path, anchor in page.targets([*page.leads, *page.loads]):
            if not (site / path).is_file():
                found.append(f"{page.path} -> {path}")
            elif anchor and path in pages and anchor not in pages[path].ids:
                found.append(f"{page.path} -> {path}#{anchor}")
    return found
