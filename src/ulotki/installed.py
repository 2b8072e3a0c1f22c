"""Files that ship with the program: faces, pictograms, translations and the national library."""

from __future__ import annotations

import gettext
import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from ulotki.errors import Broken, Finding, Refused, Where, say, system_words

LOCALES = Path(__file__).parent / "locale"
"""Where the translations lie."""

DOMAIN = "messages"
"""The domain that click speaks too, so one catalogue holds its sentences and ours."""


@cache
def catalogue(lang: str) -> gettext.NullTranslations:
    """The sentences of a language; those of the source for one that there is no catalogue of."""
    return gettext.translation(DOMAIN, str(LOCALES), [lang], fallback=True)


def home() -> Path:
    """The folder with leaflets/library, fonts and assets: inside the installed package, or in a checkout."""
    package = Path(__file__).parent
    installed = package / "shipped"
    return installed if installed.is_dir() else package.parents[1]


def shipped(name: str) -> bytes:
    """The bytes of a shipped file such as "fonts/….ttf". Raises Broken when it cannot be read."""
    try:
        return (home() / name).read_bytes()
    except OSError as error:
        what = say("this file of the program cannot be read: {why}", why=system_words(error))
        raise Broken([Finding("vendored", what, say("install ulotki again"), Where(name))]) from error


def digest(data: bytes) -> str:
    """The SHA-256 of a text, the same with either kind of line end."""
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()


def pinned(name: str, sum: str) -> bool:
    """Whether a file of the national library with the digest *sum* is the one that was reviewed. name: "leaflets/library/…"."""
    from ulotki.pins import SHA256

    return SHA256.get(name) == sum


def altered(file: str) -> Finding:
    """The finding that a file of the national library is not the one that was reviewed."""
    return Finding(
        "shipped",
        say("this file is not the one that ships with the program"),
        say("install ulotki again; whoever has changed it on purpose looks at it and runs make pins"),
        Where(file),
    )


def table(name: str) -> Mapping[str, Any]:
    """A shipped table, parsed. Raises Refused when it is not the one that was reviewed, Broken when it is not there."""
    import tomllib  # most commands need no table

    data = shipped(name)
    if not pinned(name, digest(data)):
        raise Refused([altered(str(home() / name))])
    return tomllib.loads(data.decode("utf-8"))
