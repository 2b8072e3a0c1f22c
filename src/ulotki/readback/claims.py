"""Compares what a file says of itself with its purpose: header, updates, standards, preferences, states, metadata."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from ulotki.content.regex import regex
from ulotki.errors import Say, say
from ulotki.look.vendored import SHA256
from ulotki.page.purpose import Condition, Purpose
from ulotki.page.purposes import X1A
from ulotki.readback.file import OpenPdf
from ulotki.readback.owned import is_owned

if TYPE_CHECKING:
    import pikepdf

PACKET = "XMP"
"""The key of the whole packet among what must be told."""

STATES = {
    "/Over": {"/Type": "/ExtGState", "/OP": True, "/op": True, "/OPM": 1},
    "/Knock": {"/Type": "/ExtGState", "/OP": False, "/op": False, "/OPM": 0},
}
"""Graphics states: what is painted leaves the inks under it as they are, or knocks them out (ISO 32000-1, 8.6.7)."""

UNSEEN_BORDER, PRINTED = [0, 0, 0], 4
"""Of a link: no frame around it, and the flag that it is printed and not hidden (12.5.3)."""


def unlike(file: OpenPdf, purpose: Purpose) -> Iterator[Say]:
    """Differences between the file as a whole and a file for *purpose*: header, updates, claims, structure."""
    if not file.data.startswith(b"%%PDF-%d.%d" % purpose.version):
        yield say("the file does not begin as it must")
    if not file.objects.whole:
        yield say("the file was added to after it was finished")
    for number in sorted(file.graph.hidden):
        yield say("nothing refers to object {number} of the file", number=number)
    metadata = _metadata(file)
    for name, value in purpose.claims:
        told = str(file.pdf.docinfo.get(f"/{name.partition(':')[2]}", "")) if (name, value) in X1A else value
        if f"<{name}>{value}</{name}>".encode() not in metadata or told != value:
            yield say("the file does not claim {claim}", claim=f"{name} {value}")
    if purpose.condition:
        yield from _conditions(file, purpose.condition)
    yield from _preferences(file, purpose)
    yield from file.graph.once("painted with", lambda: tuple(_painted_with(file)))
    if purpose.tagged and not is_owned(file.graph):
        yield say("the structure tree and the marked content do not match")
    marked: Any = file.pdf.Root.get("/MarkInfo", {})
    if purpose.tagged and marked.get("/Marked") is not True:
        yield say("the file does not say that it is tagged")


def lacks(name: str, purpose: Purpose) -> Say:
    """The complaint that the file lacks what its purpose needs."""
    return say("the file lacks {key}, which it needs for the purpose {purpose}", key=f"/{name}", purpose=purpose.name)


def _metadata(file: OpenPdf) -> bytes:
    return file.pdf.Root.Metadata.read_bytes() if "/Metadata" in file.pdf.Root else b""


def _conditions(file: OpenPdf, condition: Condition) -> Iterator[Say]:
    """A difference when the output intent of the file is not this one, or its profile not the shipped one."""
    intents: Any = file.pdf.Root.get("/OutputIntents", [{}])
    for intent in intents:
        profile: Any = intent.get("/DestOutputProfile")
        named = str(intent.get("/OutputConditionIdentifier", "")) == condition.name
        channels = condition.channels if condition.profile else 0
        digest = hashlib.sha256(profile.read_bytes()).hexdigest() if profile is not None else None
        right = int(profile.get("/N", 0)) == channels if profile is not None else not channels
        if not named or not right or digest != SHA256.get(condition.profile):
            yield say("the file is not made for {condition}", condition=condition.name)


def _preferences(file: OpenPdf, purpose: Purpose) -> Iterator[Say]:
    """Differences in what the file asks of programs that show or print it. `metadata_differences` compares how sheets turn over."""
    preferred: Any = file.pdf.Root.get("/ViewerPreferences", {})
    wanted = {"/DisplayDocTitle": "true", **{f"/{key}": value.lower() for key, value in purpose.preferences}}
    for key, value in wanted.items():
        if str(preferred.get(key)).lower() != value:
            yield lacks(key[1:], purpose)
    for key in sorted(set(preferred.keys()) - wanted.keys() - {"/Duplex"}):
        yield say("the file holds {key}, which no leaflet needs", key=key)


def _painted_with(file: OpenPdf) -> Iterator[Say]:
    """Pages painted by several streams, states with another meaning than their name has, links that are hidden or framed."""
    right: set[bytes] = set()
    for number, (page, key) in enumerate(zip(file.pages, file.keys, strict=True), 1):
        if key not in right:
            wrong = [*_wrongly_painted(number, page)]
            yield from wrong
            right |= set() if wrong else {key}


def _wrongly_painted(number: int, page: pikepdf.Page) -> Iterator[Say]:
    import pikepdf

    if "/Contents" in page and not isinstance(page.Contents, pikepdf.Stream):
        yield say("page {page} is painted by several streams", page=number)
    resources: Any = page.get("/Resources", {})
    for name, state in resources.get("/ExtGState", {}).items():
        if {key: str(value) if key == "/Type" else value for key, value in state.items()} != STATES.get(name):
            yield say("page {page}: the state {key} does something else than it must", page=number, key=name)
    for link in page.get("/Annots", ()):
        if list(link.get("/Border", ())) != UNSEEN_BORDER or link.get("/F") != PRINTED:
            yield say("page {page}: a link is hidden or framed", page=number)


def metadata_differences(file: OpenPdf, told: Mapping[str, str], says: Mapping[str, str]) -> Iterator[Say]:
    """Metadata that are not as *told*. says: the information dictionary and the language of the file.

    The XMP packet must say the same, once: other programs show that one.
    """
    preferred: Any = file.pdf.Root.get("/ViewerPreferences", {})
    have = {**says, "Duplex": str(preferred.get("/Duplex", ""))[1:]}
    for key, value in told.items():
        if key != PACKET and have.get(key, "") != value:
            yield say('the file says {key} "{have}" instead of "{want}"', key=key, have=have.get(key, ""), want=value)
    packet, ordered = _metadata(file), told.get(PACKET, "").encode()
    if PACKET in told and packet != ordered and _meant(packet) != _meant(ordered):
        yield say("the metadata of the file say something else than ordered")


def _meant(packet: bytes) -> str:
    """A packet as any program reads it: blanks between its elements and the order of attributes mean nothing (C14N)."""
    parts = WRAPPED.fullmatch(packet.decode("utf-8", "replace")) if b"<!" not in packet else None
    try:
        return ElementTree.canonicalize(parts[1], strip_text=True, with_comments=True) if parts else ""
    except ElementTree.ParseError:
        return ""


WRAPPED = regex(r'<\?xpacket begin="\ufeff" id="\w+"\?>\s*(.*?)\s*<\?xpacket end="[rw]"\?>\s*', re.DOTALL)
"""A packet between its marks (ISO 16684-1, 7.3.2)."""
