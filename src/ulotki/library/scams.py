"""What must hold within one scam beyond its types: how many there are of each, and what goes together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from ulotki.content.scam import GONE_COUNTS, LOCAL, NOBODY, Gone, Scam, named
from ulotki.errors import Say, say


class Fault(NamedTuple):
    """What is wrong with a field of a scam, named as in its file."""

    field: str
    what: Say
    hint: Say


def faults(scam: Scam) -> Iterator[Fault]:
    """What is wrong with the box for who has been cheated, and with the number that helps."""
    if scam.gone:
        yield from _gone(scam.gone)
    elif scam.helps == NOBODY:
        what = say("no number helps, and nothing says what does")
        yield Fault("helps", what, say("write [gone] with what to do when it has happened"))


def numbers(scam: Scam) -> Iterator[tuple[str, str]]:
    """(id, field) of each number that a field of *scam* names by its id and that must be in the register."""
    rows = scam.gone.row if scam.gone else ()
    spared = {f"gone.row.{place}.number" for place, row in enumerate(rows, 1) if row.write} | {"helps"}
    for id, field in named(scam):
        if not (id in LOCAL and field in spared):
            yield id, field


def _gone(gone: Gone) -> Iterator[Fault]:
    for name, (least, most) in GONE_COUNTS.items():
        count = len(getattr(gone, name))
        if not least <= count <= most or (name == "pair" and count == 1):
            what = say("{field} has {count} entries", field=f"gone.{name}", count=count)
            hint = (
                say("it takes two or none")
                if name == "pair"
                else say("it takes {least} to {most}", least=least, most=most)
            )
            yield Fault(f"gone.{name}", what, hint)
    for place, row in enumerate(gone.row, 1):
        given = [name for name in ("number", "write", "slip", "large") if getattr(row, name)]
        if given not in (["number"], ["write"], ["slip"], ["large"], ["number", "write"]):
            what = say("{field} has {given}", field=f"gone.row.{place}", given=", ".join(given) or "–")
            yield Fault(f"gone.row.{place}", what, say("give it one of number, write, slip and large"))


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
