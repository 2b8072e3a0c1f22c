"""What one cell about a host means, or what is wrong with it."""

from __future__ import annotations

import re

from ulotki.content.names import form_of_address
from ulotki.errors import say
from ulotki.folding import folded
from ulotki.office.places.cells import gated, wrong

MEN, WOMEN = ("pan", "ksiadz", "ks"), ("pani", "siostra")


def form_of(text: str, name: str = "") -> str:
    """The form of address, "pan" or "pani": what the cell says; where it is empty, what the *name* of the host tells."""
    words = re.findall(r"\w+", folded(text or name))
    found = {"pan" if word in MEN else "pani" for word in words if word in (*MEN, *WOMEN)}
    if not text and not found and (guess := form_of_address(name)):
        return guess
    if len(found) != 1:
        what = say('"{value}" is no form of address', value=text) if text else say("the form of address is missing")
        raise wrong("form", what, say("write pan or pani"))
    return found.pop()


def host_of(text: str) -> str:
    """The name of a host, without the form of address that stands in letters before it."""
    return re.sub(r"^(?:pani?|p\.)\s+", "", text, flags=re.IGNORECASE)


def phone_of(text: str) -> str:
    """A telephone, as it is written, without the word for one."""
    text = re.sub(r"^(?:telefon|tel|kom)\b[.:]*\s*", "", text, flags=re.IGNORECASE)
    if not 3 <= sum(sign.isdigit() for sign in text) <= 26:
        raise wrong("phone", say('"{value}" is no telephone', value=text), say("write its figures"))
    return gated("phone", text, "Person.phone")
