"""The hosts of places, for letters and the ledger. These are personal data: they never belong in a repository."""

from __future__ import annotations

from typing import Annotated, Literal

from ulotki.content.doc import Doc
from ulotki.content.regex import regex
from ulotki.errors import Complaint, Where, say
from ulotki.frozen import dataclass

MAILBOX = regex(r"[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,63}")
"""An e-mail address as offices have them: nothing but ASCII, no name beside it."""


def no_mailbox(text: str) -> Complaint:
    """(what, hint) about a *text* that is no e-mail address."""
    return say('"{value}" is no e-mail address', value=text), say("write it as name@example.pl, or delete the line")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """The host of a place. The usual words of a letter address the head of the office: set role and greeting for others."""

    name: Annotated[str, Doc('The full name, with a title where there is one, such as "ks. Jan Nowak".')]
    form: Annotated[Literal["pan", "pani"], Doc('The form of address: "pan" or "pani".')]
    phone: Annotated[str, Doc("The telephone, for lists that stay with the officer.")] = ""
    greeting: Annotated[str, Doc("How a letter begins, when not with the usual words of the kind of place.")] = ""
    role: Annotated[str, Doc('The post, such as "Sekretarz Gminy", when it is not that of the head.')] = ""
    email: Annotated[str, Doc("The e-mail address, for drafts of messages.")] = ""
    at: Where = Where()
