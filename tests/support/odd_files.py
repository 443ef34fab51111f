"""Files of the hub of mistakes that git, an editor or Windows would not keep as they are."""

from __future__ import annotations

import codecs

from tests.support.pictures import drawing, photo

ODD_FILES: dict[str, bytes] = {}
"""By path in `content/`: other encodings, characters that cannot be seen, names that some systems refuse."""

_NAMES = (
    "files/rec/aux.pdf", "files/rec-a:b.pdf", "files/rec-what?.pdf", "files/rec-stop.", "files/rec-space.pdf ",
    "files/ rec-first.pdf", "files/rec-\u202efdp.txt", "files/rec-Case.pdf", "files/rec-case.pdf",
    f"files/rec-{'long-' * 20}/{'longer-' * 15}.pdf",
)  # fmt: skip
"""Names that Windows refuses, or takes for one."""

ODD_FILES |= dict.fromkeys(_NAMES, b"%PDF-1.4\n")
ODD_FILES["images/IMG_1234.png"] = drawing()
ODD_FILES["images/rec-phone.jpg"] = photo(gps=True)
ODD_FILES["images/rec-png.jpg"] = drawing()

_FIELDS = """date: 2026-01-05
summary: What a place did and what came of it, in one plain sentence.
themes: [families]
illustrative: yes
---

A page of plain words about the work of the councils in the pilot, long enough to be read.
"""

YAML_FILES: dict[str, bytes] = {
    "case-studies/yaml-windows.md": f"---\ntitle: Café: a plan\n{_FIELDS}".encode("windows-1252"),
    "case-studies/yaml-two-encodings.md": "---\ntitle: Café".encode("windows-1252")
    + f"\npopulation: Café\n{_FIELDS}".encode(),
    "case-studies/yaml-garbled.md": f"---\ntitle: Essexâ€™s plan â€“ Â£4bn\n{_FIELDS}".encode(),
    "case-studies/yaml-conflict.md": (
        "---\n<<<<<<< HEAD\ntitle: One\n=======\ntitle: Two\n>>>>>>> theirs\n"
        f"{_FIELDS[:-91].rstrip()}\n<<<<<<< HEAD\nWords.\n=======\nOther words.\n>>>>>>> theirs\n"
    ).encode(),
    "data/places/yaml-utf-16.yml": "name: Thanet\nkind: Area\n".encode("utf-16-le"),
    "data/places/yaml-cut.yml": codecs.BOM_UTF16_LE
    + "name: Thanet\nkind: area\n".encode("utf-16-le")[:-1],
    "data/places/yaml-nul.yml": b"name: Than\0et\nkind: area\n",
    "data/places/yaml-word-file.yml": b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00" * 20,
    "data/places/yaml-byte.yml": b"name: \x81Thanet\nkind: area\n",
    "data/places/yaml-page-break.yml": b"name: Thanet\n\x0ckind: area\n",
    "data/places/yaml-line-break.yml": "name: Thanet\u2028north\nkind: area\n".encode(),
    "data/places/yaml-direction.yml": "name: \u202eThanet\u202c\nkind: area\n".encode(),
    "data/places/yaml-mark-inside.yml": "name: Thanet\n\ufeffkind: area\n".encode(),
    "data/places/yaml-lost-letter.yml": "name: Tha\ufffdet\nkind: area\n".encode(),
    "data/places/yaml-control.yml": "name: Thanet\x92s\nkind: area\n".encode(),
    "data/places/yaml-wide-space.yml": "name:\u2003Thanet\nkind: area\n".encode(),
}
"""Files of the group yaml."""

ODD_FILES |= YAML_FILES
