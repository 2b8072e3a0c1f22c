"""A letter as a message that a mail program opens as a draft. Only a person sends it, by pressing the button.

`X-Unsent: 1` makes Outlook and programs like it open the file for writing. Sender, day and identifier are left to them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from ulotki.content.letters import Mail
from ulotki.content.people import Person
from ulotki.content.text import NBSP, Words
from ulotki.documents._sender import post
from ulotki.documents._words import worded
from ulotki.documents.formats import document_file
from ulotki.documents.paper import Paper
from ulotki.frozen import dataclass
from ulotki.handout.letterhead import Office


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter to send. subject: of the message.  text: its words.  name: of the file beside it, without its ending."""

    person: Person | None
    subject: str
    text: str
    paper: Paper
    name: str


def make_draft(
    person: Person | None, about: Words, said: Iterable[Words], beside: Words, office: Office, paper: Paper, name: str
) -> Draft:
    """The message of a letter. about: its subject.  said: its paragraphs.  beside: what lies beside the message."""
    officer, unit = office.officer, office.unit
    lines = [worded(office.words.letter.closing), *([officer.name] if officer.name else [])]
    signed = [*map(str, lines), post(office), unit.name or office.issuer, unit.address]
    signed += [f"{office.words.letter.phone.source} {number}" for number in officer.numbers]
    paragraphs = [*map(str, said), str(beside), "\n".join(line for line in signed if line)]
    return Draft(person, _plain(str(about)), _plain("\n\n".join(paragraphs)) + "\n", paper, name)


def draft_file(one: Draft, letter: bytes | None = None) -> bytes:
    """The draft as a file in the format of RFC 5322. Without an address in people.toml it has no receiver: none is made up.

    letter: its PDF, when that is made already.
    """
    made = EmailMessage(SMTP)
    made["X-Unsent"] = "1"
    if one.person is not None and one.person.email:
        made["To"] = Address(display_name=one.person.name, addr_spec=one.person.email)
    made["Subject"] = one.subject
    made.set_content(one.text, charset="utf-8", cte="quoted-printable")
    data = document_file(one.paper, ".pdf") if letter is None else letter
    made.add_attachment(data, maintype="application", subtype="pdf", filename=f"{one.name}.pdf")
    # The library draws lots for the boundary; the same message must be the same bytes.
    made.set_boundary(f"=_{hashlib.sha256(one.text.encode() + data).hexdigest()[:40]}")
    return made.as_bytes()


def draft_text(one: Draft, words: Mail) -> str:
    """The draft as text, to copy into a mail program that opens no drafts."""
    to = f"{one.person.name} <{one.person.email}>" if one.person and one.person.email else ""
    head = [f"{words.to.source} {to}"] if to else []
    return "\n".join([*head, f"{words.subject.source} {one.subject}", "", one.text])


def _plain(text: str) -> str:
    return text.replace(NBSP, " ")
