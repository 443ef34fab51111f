"""The picture that stands for an item, above its text."""

from __future__ import annotations

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.prose import ProseLinker
from cbsite.layout.parts.wording import sentence
from cbsite.layout.values import Section
from cbsite.read.entry import Entry
from cbsite.read.nodes import Node
from cbsite.records.common import Item


def lead_picture(context: Context, entry: Entry) -> tuple[Section, ...]:
    """The item's picture with its caption and whose it is; nothing without one."""
    image = entry.record.image if isinstance(entry.record, Item) else None
    if image is None:
        return ()
    credit = f"Picture: {image.credit}" if image.credit else ""
    caption = " ".join(part for part in (image.caption and sentence(image.caption), credit) if part)
    attrs = (("src", image.file), ("title", caption))
    node = Node("paragraph", (), (Node("image", attrs if caption else attrs[:1], (), image.alt),))
    return (Section("see_picture", "", (ProseLinker(context, entry).text((node,)),)),)
