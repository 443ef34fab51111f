"""What Visual Studio Code is told about a hub: its settings, and the extensions that help."""

from __future__ import annotations

from typing import Any

from cbsite.schema.shapes import SHAPES

SCHEMAS = ".vscode/cbsite"
"""The folder of all that is made afresh, from the hub's own folder."""

YAML_EXTENSION = "redhat.vscode-yaml"
FRONT_MATTER_EXTENSION = "eliostruyf.vscode-front-matter"


def schema_path(name: str) -> str:
    """Where the schema of a shape stands, from the hub's folder."""
    return f"{SCHEMAS}/{name}.schema.json"


def settings() -> dict[str, Any]:
    """`.vscode/settings.json`: which schema is for which files, and what keeps files as cbsite wants them."""
    return {
        "yaml.schemas": {
            f"./{schema_path(shape.name)}": shape.files for shape in SHAPES.values() if shape.files
        },
        # Numbers, dates and words such as `no` as close to how cbsite reads them as an editor gets.
        "yaml.yamlVersion": "1.2",
        "yaml.validate": True,
        "yaml.hover": True,
        "yaml.completion": True,
        # Schemas from the internet would be taken for files that only happen to have the same name.
        "yaml.schemaStore.enable": False,
        "yaml.disableDefaultProperties": True,
        "yaml.hoverSchemaSource": False,
        "yaml.format.enable": False,
        "redhat.telemetry.enabled": False,
        "files.encoding": "utf8",
        "files.autoGuessEncoding": False,
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "files.readonlyInclude": {"site/**": True, f"{SCHEMAS}/**": True},
        "search.exclude": {"site/**": True, f"{SCHEMAS}/**": True},
        "editor.unicodeHighlight.invisibleCharacters": True,
        "[yaml]": {
            **_typing(),
            "editor.unicodeHighlight.ambiguousCharacters": True,
            "editor.quickSuggestions": {"other": "on", "comments": "off", "strings": "on"},
        },
        "[markdown]": {
            **_typing(),
            # Curly quotes and dashes are right in a text; two spaces at the end of a line break it.
            "editor.unicodeHighlight.ambiguousCharacters": False,
            "editor.unicodeHighlight.invisibleCharacters": True,
            "files.trimTrailingWhitespace": False,
        },
    }


def _typing() -> dict[str, Any]:
    """Two spaces and never a tab; nothing rewritten behind the author's back."""
    return {
        "editor.insertSpaces": True,
        "editor.tabSize": 2,
        "editor.detectIndentation": False,
        "editor.formatOnSave": False,
        "editor.formatOnPaste": False,
        "editor.wordWrap": "on",
    }


def extensions() -> dict[str, Any]:
    """`.vscode/extensions.json`: what VS Code offers to install when the hub's folder is opened."""
    return {"recommendations": [YAML_EXTENSION, FRONT_MATTER_EXTENSION]}
