"""What a scam says of help: the box for people who were cheated, and the numbers that it names."""

from __future__ import annotations

from collections.abc import Iterator

from ulotki.content.scam import GONE_COUNTS, LOCAL, NOBODY, Gone, Scam, named_numbers
from ulotki.errors import say
from ulotki.library.shape import FieldFault


def help_faults(scam: Scam) -> Iterator[FieldFault]:
    """What is wrong with the box for people who were cheated, and with the number that helps."""
    if scam.gone:
        yield from _gone(scam.gone)
    elif scam.helps == NOBODY:
        what = say("no number helps, and nothing says what does")
        yield FieldFault("helps", what, say("write [gone] with what to do when it has happened"))


def needed_numbers(scam: Scam) -> Iterator[tuple[str, str]]:
    """(id, field) of each number that a field of *scam* names by its id and that must be in the register."""
    rows = scam.gone.row if scam.gone else ()
    spared = {f"gone.row.{place}.number" for place, row in enumerate(rows, 1) if row.write} | {"helps"}
    for id, field in named_numbers(scam):
        if not (id in LOCAL and field in spared):
            yield id, field


def _gone(gone: Gone) -> Iterator[FieldFault]:
    for name, (least, most) in GONE_COUNTS.items():
        count = len(getattr(gone, name))
        if not least <= count <= most or (name == "pair" and count == 1):
            what = say("{field} has {count} entries", field=f"gone.{name}", count=count)
            hint = say("it takes {least} to {most}", least=least, most=most)
            yield FieldFault(f"gone.{name}", what, say("it takes two or none") if name == "pair" else hint)
    for place, row in enumerate(gone.row, 1):
        given = [name for name in ("number", "write", "slip", "large") if getattr(row, name)]
        if given not in (["number"], ["write"], ["slip"], ["large"], ["number", "write"]):
            what = say("{field} has {given}", field=f"gone.row.{place}", given=", ".join(given) or "–")
            yield FieldFault(f"gone.row.{place}", what, say("give it one of number, write, slip and large"))
