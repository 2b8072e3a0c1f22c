"""What edits of files change, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ulotki.errors import Say, say
from ulotki.library.changed import differences
from ulotki.workspace.history import Edit


def describe_edits(edits: Sequence[Edit]) -> Iterator[Say]:
    """What *edits* change, each with its file."""
    for one in edits:
        for what in difference_words(one.before, one.after):
            yield say("{file}: {what}", file=one.path, what=what)


def difference_words(before: bytes | None, after: bytes | None) -> Iterator[Say]:
    """What differs between two contents of a file; None for no file."""
    if before is None or after is None:
        yield say("the file is new") if before is None else say("the file is gone")
        return
    found = differences(before, after)
    if found is None:
        yield say("the text is another one")
    elif not found:
        yield say("only comments or spaces differ")
    else:
        yield from (one.what for one in found)
