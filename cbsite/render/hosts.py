"""Files that tell a host what to do: `_headers` and `_redirects`.

Netlify and Cloudflare read both, GitLab the second. Other hosts take no notice, and the site works there
all the same: it has a page at every old address.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from cbsite.plan.feeds import PlannedFeed
from cbsite.plan.plan import Redirect
from cbsite.render.policy import SECURITY_HEADERS

MOST_RULES, MOST_BYTES, LONGEST_LINE = 1000, 60_000, 1000
"""What all of them take: GitLab uses none of more than 1,000 redirects or 64 kB, and Cloudflare no line
of more than 1,000 characters, nor anything beyond 100 kB."""

MOST_HEADERS = 100
"""Rules of `_headers` that Cloudflare reads."""

_FOREVER = "public, max-age=31536000, immutable"

_ATOM = "application/atom+xml; charset=utf-8"
_CALENDAR = "text/calendar; charset=utf-8"


def headers_file(base_path: str, feeds: Iterable[PlannedFeed], versioned: Iterable[str]) -> bytes:
    """The file `_headers`. `versioned` are files that pages ask for with a `?v=` that changes with their content.

    No header stands in two rules for one address: some hosts would join the two values. There are no
    more rules than Cloudflare reads.
    """
    forms = {feed.form for feed in feeds}
    rules: list[tuple[str, dict[str, str]]] = [("*", dict(SECURITY_HEADERS))]
    if "atom" in forms:
        rules += [
            (path, {"Content-Type": _ATOM}) for path in ("feed.xml", "themes/:theme/feed.xml")
        ]
    if "calendar" in forms:
        rules += [(path, {"Content-Type": _CALENDAR}) for path in ("events.ics", "events/*")]
    if "csv" in forms:
        # Open data: a page of another website may read it.
        rules.append(("data/*", {"Access-Control-Allow-Origin": "*"}))
    kept = dict.fromkeys(urlsplit(address).path[1:] for address in versioned)
    room = MOST_HEADERS - len(rules)
    rules += [(path, {"Cache-Control": _FOREVER}) for path in sorted(list(kept)[:room])]
    lines = []
    for path, headers in rules:
        lines.append(f"{base_path}{path}")
        lines += [f"  {name}: {value}" for name, value in headers.items()]
    return _file(lines)


def redirects_file(base_path: str, redirects: Iterable[Redirect]) -> bytes:
    """The file `_redirects`: old addresses in order, as many as every host takes.

    Without Netlify's mark for force (`301!`): with it, Cloudflare refuses the whole site.
    """
    lines: list[str] = []
    size = 0
    for redirect in redirects:
        anchor = f"#{redirect.target.anchor}" if redirect.target.anchor else ""
        old, new = redirect.source[1:], f"{redirect.target.address[1:]}{anchor}"
        line = f"{base_path}{old} {base_path}{new} 301"
        size += len(line) + 1
        if len(lines) == MOST_RULES or size > MOST_BYTES:
            break
        if len(line) <= LONGEST_LINE:
            lines.append(line)
    return _file(lines)


def _file(lines: list[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()
