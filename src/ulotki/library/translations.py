"""What a translation takes from the text it was made from, and where it differs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ulotki.content.scam import Gone, Scam


def inherited(scam: Scam, first: Scam) -> Scam:
    """A translation with what is no word of the text it was made from, where it does not give its own."""
    return replace(scam, helps=scam.helps or first.helps, mark=scam.mark or first.mark)


def unlike(scam: Scam, first: Scam) -> Iterator[tuple[str, str, str]]:
    """(field, here, there) where a translation lacks a line, or its box asks for other things than that of *first*.

    Without a box of its own it has the one of the fixed words.
    """
    if bool(scam.always) != bool(first.always):
        yield "always", "…" if scam.always else "–", "…" if first.always else "–"
    if scam.gone and first.gone and _things(scam.gone) != _things(first.gone):
        yield "gone", _things(scam.gone), _things(first.gone)


def _things(gone: Gone) -> str:
    """What stands in the box, in short."""
    rows = (row.number or ("write" if row.write else "slip" if row.slip else "large") for row in gone.row)
    return f"row {', '.join(rows)}; pair {len(gone.pair)}"
