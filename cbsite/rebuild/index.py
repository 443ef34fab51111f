"""The library and the plan of a build, as the next one needs them."""

from collections.abc import Mapping

import msgspec

from cbsite.layout.values import Assets
from cbsite.library.library import Known
from cbsite.plan.address import Location
from cbsite.plan.feeds import PlannedFeed
from cbsite.plan.links import Target
from cbsite.plan.pictures import PlannedPicture
from cbsite.plan.plan import PlannedPage, Redirect
from cbsite.read.entry import Key, TextKey


class Index(msgspec.Struct, frozen=True, array_like=True):
    """The library and the plan without the records themselves: in which file each is to be found."""

    published: Mapping[Key, str]
    hidden: Mapping[Key, str]
    mentioned_in: Mapping[Key, tuple[Key, ...]]
    known: Known
    pages: tuple[PlannedPage, ...]
    locations: Mapping[Key, Location]
    redirects: tuple[Redirect, ...]
    links: Mapping[TextKey, Mapping[str, Target]]
    files: Mapping[str, str]
    sizes: Mapping[str, int]
    pictures: Mapping[str, PlannedPicture]
    feeds: tuple[PlannedFeed, ...]
    assets: Assets


_INDEX = msgspec.msgpack.Decoder(Index)


def index_to_bytes(index: Index) -> bytes:
    return msgspec.msgpack.encode(index)


def index_in(data: bytes | None) -> Index | None:
    """The index that some bytes hold; None for those of no index."""
    try:
        return _INDEX.decode(data) if data else None
    except msgspec.DecodeError:
        return None
