"""Every page must work under a strict content security policy, whatever templates a hub overrides."""

from __future__ import annotations

from html.parser import HTMLParser

from cbsite.diagnostics import Report, Span

_LOADS = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "embed": "src",
}
_LOADING_LINKS = {
    "stylesheet",
    "preload",
    "modulepreload",
    "icon",
    "manifest",
    "preconnect",
    "dns-prefetch",
    "prefetch",
}


def check_own_origin(template: str, html: str, report: Report) -> None:
    """Report inline script and style, and anything a page would load from another website (E-EXT).

    `template` is the path of the template that made the page; equal problems are reported once.
    """
    parser = _Loads()
    parser.feed(html)
    for problem in parser.problems:
        report.add(
            "E-EXT",
            Span(f"templates/{template}"),
            f"A page made by this template {problem}.",
            "Put scripts, styles and pictures into templates/assets/ and use them from there.",
        )


class _Loads(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.problems: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "style" or "style" in values:
            self.problems.append("holds an inline style")
        if tag == "script" and "src" not in values:
            self.problems.append("holds an inline script")
        self.problems += [
            f"holds an inline script ({name})" for name in values if name.startswith("on")
        ]
        rel = set((values.get("rel") or "").split())
        address = (
            values.get("href")
            if tag == "link" and rel & _LOADING_LINKS
            else values.get(_LOADS.get(tag, ""))
        )
        if address and (address.startswith("//") or ":" in address.partition("/")[0]):
            self.problems.append(f"would load {address}")
