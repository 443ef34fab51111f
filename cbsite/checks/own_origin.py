"""Every page must work under a strict content security policy, whatever templates a hub overrides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from cbsite.diagnostics import Report, Span

_LISTS = frozenset(["srcset", "imagesrcset", "ping"])
"""Attributes that hold several addresses to load."""

_LOADS = _LISTS | {"src", "poster", "background", "data", "href", "xlink:href"}
"""Attributes that hold what to load, on any element; but not each link loads."""

_SENDS = frozenset(["action", "formaction"])
"""Attributes that say where a form goes."""

_LOADING_LINKS = frozenset(
    [
        "stylesheet", "preload", "modulepreload", "prefetch", "prerender", "preconnect", "dns-prefetch",
        "icon", "apple-touch-icon", "apple-touch-icon-precomposed", "mask-icon", "manifest",
    ]
)  # fmt: skip

_AWAY = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", re.IGNORECASE)
_DROPPED = re.compile(r"^[\x00-\x20]+|[\t\n\r]+")
"""What browsers leave out of an address."""

# A first look, so that few pages are parsed: it finds any tag that is not known to be harmless. An
# attribute is, if it has another name than those above, or an address without a scheme and with nothing
# in it that may hide one, such as an entity.
_NEAR = r"""(?!//) [^"\\&:<>\s]*+"""
_HARMLESS = rf"""(?:
    (?: href | src | action ) = "{_NEAR}"
  | (?! on | xlink | (?: href | src | srcset | imagesrcset | srcdoc | poster | background | data | ping
      | action | formaction | style ) (?![a-z0-9-]) )
    [a-z][a-z0-9-]*+ (?: = "[^"]*+" )?+
)"""
_SUSPECT = re.compile(
    rf"""
    < (?! (?: a (?: \s++ (?: {_HARMLESS} | href="(?:https?|mailto|tel):[^"]*+" ) )*+
            | link \s rel="canonical" \s href="[^"]*+"
            | script (?: \s type="module" )? \s src="{_NEAR}" (?: \s defer )?
            | (?! (?: base | script | style ) [\s/>] ) [a-z][a-z0-9]*+ (?: \s++ {_HARMLESS} )*+
          ) \s*+ /?+ >
      ) [a-z]
    """,
    re.IGNORECASE | re.VERBOSE | re.ASCII,
)


def leads_away(address: str) -> bool:
    """Whether an address, as a browser takes it, has a scheme or another host."""
    return _AWAY.match(_DROPPED.sub("", address)) is not None


def check_own_origin(template: str, html: str, report: Report) -> None:
    """Report what a strict policy bars on a page, or would load or send elsewhere (E-EXT).

    That is inline script and style, `base`, and addresses on other websites; links there are fine, and
    so is a page that leads on to one. `template` is the path of the template that made the page, of
    whatever kind; equal problems are reported once.
    """
    if not _SUSPECT.search(html):
        return
    parser = _Problems()
    parser.feed(html)
    parser.close()
    for problem in parser.problems:
        report.add(
            "E-EXT",
            Span(f"templates/{template}"),
            f"A page made by this template {problem}.",
            "Put scripts, styles and pictures into templates/assets/ and use them from there.",
        )


class _Problems(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.problems: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = {name for name, _ in attrs}
        if tag == "style" or "style" in names:
            self.problems.append("holds an inline style")
        if tag == "script" and "src" not in names:
            self.problems.append("holds an inline script")
        if tag == "base" and "href" in names:
            self.problems.append("moves all its links (base)")
            return
        # Not a dict: of two attributes with one name browsers take the first.
        loads_links = tag not in ("a", "area") and (tag != "link" or _is_loading(attrs))
        for name, value in attrs:
            self.problems += _in_attribute(name, value or "", loads_links)


def _in_attribute(name: str, value: str, loads_links: bool) -> Iterator[str]:
    if name.startswith("on"):
        yield f"holds an inline script ({name})"
    elif name == "srcdoc":
        yield "holds a page within the page (srcdoc)"
    elif name in _LOADS or name in _SENDS:
        for address in re.split(r"[\s,]+", value) if name in _LISTS else [_DROPPED.sub("", value)]:
            if address.lower().startswith("javascript:"):
                yield "holds an inline script (javascript:)"
            elif not _AWAY.match(address):
                continue
            elif name in _SENDS:
                yield f"would send to {address}"
            elif loads_links or name not in ("href", "xlink:href"):
                yield f"would load {address}"


def _is_loading(attrs: list[tuple[str, str | None]]) -> bool:
    words = (value.lower().split() for name, value in attrs if name == "rel" and value)
    return any(_LOADING_LINKS.intersection(rel) for rel in words)
