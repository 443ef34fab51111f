"""What Front Matter CMS takes in its settings, by the `package.json` of its version 10.3.0.

Names only, as the extension's own configuration lists them; it refuses others.
"""

from __future__ import annotations

from typing import Any

FIELD_TYPES = (
    "string", "number", "datetime", "boolean", "image", "file", "choice", "taxonomy", "tags",
    "categories", "draft", "fields", "json", "block", "list", "dataFile", "slug", "divider",
    "heading", "customField", "contentRelationship", "fieldCollection",
)  # fmt: skip

_TRUTH = {"type": "boolean"}
_TEXT = {"type": "string"}

_FIELD: dict[str, Any] = {
    "type": "object",
    "required": ["type", "name"],
    "additionalProperties": False,
    "properties": {
        "type": {"enum": FIELD_TYPES},
        "name": _TEXT,
        "title": _TEXT,
        "description": _TEXT,
        "default": True,
        "choices": {
            "items": {
                "type": ["object", "string"],
                "properties": {"id": {"type": ["string", "null"]}, "title": _TEXT},
            }
        },
        **dict.fromkeys(
            ("single", "wysiwyg", "multiple", "hidden", "required", "editable"), _TRUTH
        ),
        **dict.fromkeys(("isPreviewImage", "isPublishDate", "isModifiedDate"), _TRUTH),
        "fileExtensions": {"items": _TEXT},
        "fields": {"items": {"$ref": "#/definitions/field"}},
        "dateFormat": _TEXT,
    },
    "allOf": [
        {"if": {"properties": {"type": {"const": kind}}}, "then": {"required": [needs]}}
        for kind, needs in (("file", "fileExtensions"), ("choice", "choices"), ("fields", "fields"))
    ],
}

_CONTENT_TYPE = {
    "type": "object",
    "required": ["name", "fields"],
    "additionalProperties": False,
    "properties": {
        "name": _TEXT,
        "fields": {"items": {"$ref": "#/definitions/field"}},
        **dict.fromkeys(("clearEmpty", "pageBundle", "allowAsSubContent", "isSubContent"), _TRUTH),
        "fileType": {"enum": ["md", "mdx"]},
        "previewPath": {"type": ["null", "string"]},
        "filePrefix": {"type": ["null", "string"]},
    },
}

_PAGE_FOLDER = {
    "type": "object",
    "required": ["title", "path"],
    "additionalProperties": False,
    "properties": {
        "title": _TEXT,
        "path": _TEXT,
        "excludeSubdir": _TRUTH,
        "contentTypes": {"items": _TEXT},
        "disableCreation": _TRUTH,
    },
}

SETTINGS: dict[str, Any] = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "$schema": _TEXT,
        "$comment": _TEXT,
        "frontMatter.extends": {"type": "array", "items": _TEXT},
        "frontMatter.content.publicFolder": {"type": ["string", "object"]},
        "frontMatter.content.defaultFileType": _TEXT,
        "frontMatter.content.supportedFileTypes": {"type": "array", "items": _TEXT},
        "frontMatter.content.autoUpdateDate": _TRUTH,
        "frontMatter.content.draftField": {
            "required": ["type", "name"],
            "additionalProperties": False,
            "properties": {
                "type": {"enum": ["boolean", "choice"]},
                "name": _TEXT,
                "invert": _TRUTH,
                "choices": {"type": "array", "items": _TEXT},
            },
        },
        "frontMatter.content.pageFolders": {"type": "array", "items": _PAGE_FOLDER},
        "frontMatter.taxonomy.contentTypes": {"type": "array", "items": _CONTENT_TYPE},
        "frontMatter.taxonomy.dateFormat": _TEXT,
        "frontMatter.taxonomy.seoTitleField": _TEXT,
        "frontMatter.taxonomy.seoTitleLength": {"type": "number"},
        "frontMatter.taxonomy.seoDescriptionField": _TEXT,
        "frontMatter.taxonomy.seoDescriptionLength": {"type": "number"},
        "frontMatter.templates.enabled": _TRUTH,
    },
    "definitions": {"field": _FIELD},
}
"""The settings that a hub may have, as JSON Schema; those of the extension that cbsite does not use are left out."""

YAML_SETTINGS = {
    "redhat.telemetry.enabled", "yaml.yamlVersion", "yaml.trace.server", "yaml.schemas",
    "yaml.disableSchemaDetection", "yaml.kubernetesCRDStore.enable", "yaml.kubernetesCRDStore.url",
    "yaml.kubernetesVersion", "yaml.format.enable", "yaml.format.singleQuote", "yaml.format.bracketSpacing",
    "yaml.format.proseWrap", "yaml.format.printWidth", "yaml.format.trailingComma", "yaml.validate",
    "yaml.hover", "yaml.hoverAnchor", "yaml.completion", "yaml.customTags", "yaml.schemaStore.enable",
    "yaml.schemaStore.url", "yaml.disableAdditionalProperties", "yaml.disableDefaultProperties",
    "yaml.maxItemsComputed", "yaml.suggest.parentSkeletonSelectedFirst", "yaml.style.flowMapping",
    "yaml.style.flowSequence", "yaml.keyOrdering", "yaml.extension.recommendations",
    "yaml.hoverSchemaSource",
}  # fmt: skip
"""All settings that the YAML extension has, by the `package.json` of its version 1.25.0."""
