"""What a file says of itself: entries of its catalogue, its output intent, the information dictionary."""

from __future__ import annotations

from functools import lru_cache

from ulotki.drawing.about import About
from ulotki.drawing.metadata import packet
from ulotki.drawing.objects import File
from ulotki.drawing.syntax import listed, packed, string, table
from ulotki.page.purpose import Purpose
from ulotki.page.purposes import X1A


def described(file: File, about: About, purpose: Purpose, pages: int, profile: bytes | None) -> dict[str, bytes]:
    """The entries of the catalog that are no pages: language, metadata, output intent, viewer preferences."""
    preferences = {"DisplayDocTitle": "true", **dict(purpose.preferences)}
    if turned := turning(about, purpose, pages):
        preferences["Duplex"] = f"/{turned}"
    xmp = packet(about, purpose)
    stream = b"<< /Type /Metadata /Subtype /XML /Length %d >>\nstream\n%b\nendstream" % (len(xmp), xmp)
    return {
        "Lang": string(about.lang),
        "PageMode": b"/UseNone",
        "PageLabels": b"<< /Nums [0 << /S /D >>] >>" if pages > 1 else b"",
        "ViewerPreferences": table({key: value.encode() for key, value in preferences.items()}),
        "Metadata": file.add(stream),
        "OutputIntents": _intent(file, purpose, profile) if purpose.condition else b"",
    }


def _intent(file: File, purpose: Purpose, profile: bytes | None) -> bytes:
    condition = purpose.condition
    assert condition is not None
    if condition.profile and profile is None:
        raise ValueError(f"{purpose.name} needs the profile {condition.profile}")
    entries = {
        "Type": b"/OutputIntent",
        "S": b"/" + condition.subtype.encode(),
        "RegistryName": b"(http://www.color.org)",
        "OutputConditionIdentifier": string(condition.name),
        "Info": string(condition.info),
        "DestOutputProfile": file.add(_profile(profile, condition.channels)) if profile else b"",
    }
    return listed([table(entries)])


def turning(about: About, purpose: Purpose, pages: int) -> str:
    """How a file of *pages* pages tells the printer to turn its sheets (ISO 32000-1, table 150), "" for nothing."""
    if about.duplex and pages > 1 and purpose.prints:
        return f"DuplexFlip{about.duplex.capitalize()}Edge"
    return "Simplex" if about.simplex and purpose.prints and not purpose.inked else ""


def information(about: About, purpose: Purpose) -> bytes:
    """The information dictionary, with what PDF/X-1a claims there (ISO 15930-4, 6.2)."""
    claims = {name.partition(":")[2]: value for name, value in purpose.claims if (name, value) in X1A}
    said = {name: string(words) for name, words in (about.statements | claims).items()}
    return table(said | {"Trapped": b"/False"})


@lru_cache(maxsize=2)
def _profile(data: bytes, channels: int) -> bytes:
    return packed(data, b" /N %d" % channels)
