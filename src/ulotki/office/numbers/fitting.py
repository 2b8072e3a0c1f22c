"""Whether a value has room on the pieces that print it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ulotki.content.register import Value
from ulotki.errors import Finding
from ulotki.library import Library


def unfit(library: Library, value: Value, day: datetime.date) -> Iterator[Finding]:
    """A warning for each template, format and palette that has no room for *value*."""
    return iter(())
