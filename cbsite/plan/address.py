"""Addresses: where things are on the site, and how one page names another."""

import msgspec


class Location(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A page (`/places/essex/`) and perhaps an anchor in it. Addresses begin and end with a slash."""

    address: str
    anchor: str = ""


def file_path(address: str) -> str:
    """The file that a page is written to: `places/essex/index.html`, `404.html`."""
    path = address.lstrip("/")
    return f"{path}index.html" if not path or path.endswith("/") else path


def way_to_root(address: str) -> str:
    """From a page to the root of the site, relative: "", "../", "../../"."""
    return "../" * (address.count("/") - 1)


def relative(address: str, target: Location) -> str:
    """The href on the page `address` that leads to `target`."""
    anchor = f"#{target.anchor}" if target.anchor else ""
    if target.address == address:
        return anchor or "./"
    return (way_to_root(address) + target.address.lstrip("/") or "./") + anchor
