"""People as readers see them: by name only as far and as long as that may be."""

from __future__ import annotations

from cbsite.layout.parts.contact import person_ways
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.mentions import mentioned
from cbsite.layout.parts.wording import row, when
from cbsite.layout.values import DirectoryEntry, Words
from cbsite.records.person import Person


def person_entry(context: Context, person: Person) -> DirectoryEntry:
    """A person in the list: the name and role, or the role alone; details only with the name."""
    named = person.is_named(context.library.as_of)
    title, note = person.role, "" if named else "The role only"
    if named and person.name:
        title, note = person.name, person.role
    gap = Words("Not in our sources", gap=True) if named and not person.name else None
    return DirectoryEntry(
        person.id,
        title,
        note,
        person.summary or "",
        (
            *row("Name", gap),
            *row("From", when(person.start) if person.start else None),
            *row("Until", when(person.end) if person.end else None),
            *row("Contact", *person_ways(context, person)),
            *row("Source", *context.cite_all(person.sources)),
        ),
        mentioned(context, ("person", person.id)),
    )


def by_name(context: Context, person: Person) -> tuple[str, str]:
    """For the order of people: as they are shown, not by a name that is not."""
    return context.called(person).casefold(), person.id
