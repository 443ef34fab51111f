"""Attributes of blocks that their tokens alone decide."""

from __future__ import annotations

from markdown_it.token import Token

from cbsite.read.nodes import NodeType


def fixed_attributes(
    type: NodeType | None, token: Token, is_tight: bool
) -> tuple[tuple[str, str], ...]:
    """The attributes that `tree.NodeType` lists, but for those of headings."""
    if type in ("bullet_list", "ordered_list"):
        tight = ("tight", "true" if is_tight else "false")
        return (
            (tight,)
            if type == "bullet_list"
            else (tight, ("start", str(token.attrs.get("start", 1))))
        )
    if type == "list_item" and "checked" in token.meta:
        return (("task", "done" if token.meta["checked"] else "open"),)
    if type == "alert":
        return (("kind", str(token.meta["kind"]).lower()),)
    if type == "table_cell":
        header = (("header", "true"),) if token.tag == "th" else ()
        align = str(token.attrs.get("style", "")).removeprefix("text-align:")
        return (*header, ("align", align)) if align else header
    if type == "numbered_paragraph":
        return ("number", token.info), ("depth", str(token.info.count(".") + 1))
    return ()
