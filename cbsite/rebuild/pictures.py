"""The copies of pictures: made once, as long as the picture and the sizes that it is wanted in are the same."""

from __future__ import annotations

import msgspec

from cbsite.assemble.files import Original
from cbsite.memo import Memo
from cbsite.plan.pictures import PlannedPicture
from cbsite.render.pictures import picture_files

_DECODER = msgspec.msgpack.Decoder(dict[str, bytes])


class PictureFiles:
    """Gives the copies of a picture by their paths. `hashes` are those of the files in content/."""

    def __init__(self, memo: Memo, hashes: dict[str, bytes]) -> None:
        self._memo, self._hashes = memo, hashes

    def __call__(self, path: str, planned: PlannedPicture, original: Original) -> dict[str, bytes]:
        key = self._memo.key("picture", planned, self._hashes[path])
        data = self._memo.get([key]).get(key)
        if data is not None:
            return _DECODER.decode(data)
        made = picture_files(planned, original(path))
        self._memo.put([(key, msgspec.msgpack.encode(made))])
        return made
