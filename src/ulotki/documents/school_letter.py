"""The letter that goes to a school with the outline of a lesson."""

from __future__ import annotations

from ulotki.content.people import Person
from ulotki.content.places import Place
from ulotki.content.talks import SchoolLetter
from ulotki.documents._addressee import salutation
from ulotki.documents._letters import GAP, enclosures, letter_blocks
from ulotki.documents._words import worded
from ulotki.documents.flowing import Part, Pinned
from ulotki.handout.letterhead import Office
from ulotki.page.blocks import Gap, Stack


def school_letter(words: SchoolLetter, office: Office, place: Place | None, person: Person | None) -> tuple[Part, ...]:
    """The letter, a page. place: None for a line to write the school on."""
    known = place or Place(name=words.school.source, kind="school")
    said = (salutation(office, known, person), *(worded(prose, office.values) for prose in words.body))
    blocks = letter_blocks(office, known, person, worded(words.subject), said)
    spaced = (Stack((Gap(GAP if number else 0.0), block)) for number, block in enumerate(blocks))
    return (*spaced, Pinned(enclosures(office, [(words.outline.source, 1)])))
