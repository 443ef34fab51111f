"""The ids that a hub has, for editors to offer them."""

from __future__ import annotations

from cbsite.diagnostics import Report
from cbsite.ports.disk import Disk
from cbsite.project import Project
from cbsite.read.content import read_content
from cbsite.records.fields import slug_problem
from cbsite.records.kinds import BY_NAME
from cbsite.schema.json_schema import Ids


def hub_ids(disk: Disk, project: Project) -> Ids:
    """The ids of all records by kind, each with what people call it; drafts are among them.

    What is wrong with the content is for `cbsite check` to say: a record with errors has its id all the same.
    """
    content = read_content(disk, project.content, Report())
    found: dict[str, dict[str, str]] = {name: {} for name in BY_NAME}
    for kind, id in sorted(content.unread):
        if kind in found and slug_problem(id) is None:
            found[kind][id] = ""
    for entry in content.entries:
        found[entry.kind][entry.record.id] = entry.record.heading
    return found
