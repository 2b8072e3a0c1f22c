"""Reads scams, a file each, and checks what their types do not say: counts, days, and which fields go together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ulotki.content.scam import COUNTS, GONE_COUNTS, LOCAL, NOBODY, Gone, Scam, named_numbers
from ulotki.content.typography import LANGUAGES
from ulotki.content.unread import Unread
from ulotki.errors import Finding, Where, say
from ulotki.library.shape import FieldFault
from ulotki.library.source import Source, glyphless


def scam(source: Source, file: Path) -> Scam | Unread:
    """The scam that *file* holds."""
    if (judged := source.known_text(file, Scam)) is not None:
        return judged
    lang = file.parent.name
    found, wrong = source.whole(file, Scam, id=file.stem, lang=lang)
    if lang not in LANGUAGES:
        what = say('there is no typography for the language "{lang}"', lang=lang)
        wrong.insert(0, Finding("read", what, say("known are: {ids}", ids=", ".join(LANGUAGES)), Where(str(file))))
    if found is not None:
        wrong += glyphless(found, lang)
        wrong += [source.fault(found.at, *one) for one in inside(found)]
    return Unread("scam", file.stem, tuple(wrong), lang) if found is None or wrong else found


def inside(scam: Scam) -> Iterator[FieldFault]:
    """The faults within *scam*: numbers of entries, days, months, the box for who has been cheated."""
    for name, (least, most) in COUNTS.items():
        count = len(getattr(scam, name))
        if not least <= count <= most:
            what = say("{field} has {count} entries", field=name, count=count)
            yield FieldFault(name, what, say("it takes {least} to {most}", least=least, most=most))
    if scam.review_by <= scam.reviewed:
        what = say("review_by is not later than reviewed")
        yield FieldFault("review_by", what, say("a text is reviewed again within a year or two"))
    if bool(scam.wrong_before) != bool(scam.wrong_why):
        what = say("write both wrong_before and wrong_why, or neither")
        hint = say("say both: before which day the text was wrong, and what was wrong with it")
        yield FieldFault("wrong_before" if scam.wrong_before else "wrong_why", what, hint)
    if scam.wrong_before and scam.wrong_before > scam.reviewed:
        what = say("wrong_before is after reviewed, so this text would be wrong itself")
        hint = say("reviewed is the day of the corrected text: write the day of the correction there too")
        yield FieldFault("wrong_before", what, hint)
    if any(not 1 <= month <= 12 for month in scam.season):
        yield FieldFault("season", say("a month is 1 to 12"), say("write 12 for December"))


def faults(scam: Scam) -> Iterator[FieldFault]:
    """What is wrong with the box for who has been cheated, and with the number that helps."""
    if scam.gone:
        yield from _gone(scam.gone)
    elif scam.helps == NOBODY:
        what = say("no number helps, and nothing says what does")
        yield FieldFault("helps", what, say("write [gone] with what to do when it has happened"))


def numbers(scam: Scam) -> Iterator[tuple[str, str]]:
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
            hint = (
                say("it takes two or none")
                if name == "pair"
                else say("it takes {least} to {most}", least=least, most=most)
            )
            yield FieldFault(f"gone.{name}", what, hint)
    for place, row in enumerate(gone.row, 1):
        given = [name for name in ("number", "write", "slip", "large") if getattr(row, name)]
        if given not in (["number"], ["write"], ["slip"], ["large"], ["number", "write"]):
            what = say("{field} has {given}", field=f"gone.row.{place}", given=", ".join(given) or "–")
            yield FieldFault(f"gone.row.{place}", what, say("give it one of number, write, slip and large"))


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
