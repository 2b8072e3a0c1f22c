"""The letter that goes to a school with the outline of a lesson."""

from __future__ import annotations

from ulotki.content.people import Person
from ulotki.content.places import Place
from ulotki.content.talks import SchoolLetter
from ulotki.documents import _letters as parts
from ulotki.documents._words import worded
from ulotki.documents.flowing import Part, Pinned
from ulotki.handout.pack import Office
from ulotki.page.blocks import Gap, Stack

BETWEEN = 5.0
"""mm between two paragraphs."""


def school_letter(words: SchoolLetter, office: Office, place: Place | None, person: Person | None) -> tuple[Part, ...]:
    """The letter, a page. place: None for a line to write the school on."""
    known = place or Place(name=words.school.source, kind="school")
    said = (parts.salutation(office, known, person), *(worded(prose, office.values) for prose in words.body))
    blocks = (
        parts.sender(office),
        parts.date_line(office),
        parts.addressee(office, known, person),
        parts.subject(office, worded(words.subject)),
        *parts.paragraphs(said),
        parts.signature(office),
    )
    spaced = (Stack((Gap(BETWEEN if number else 0.0), block)) for number, block in enumerate(parts.sheet(blocks)))
    return (*spaced, Pinned(parts.enclosures(office, [(words.outline.source, 1)])))
