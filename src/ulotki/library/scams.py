"""Reads scams, a file each, and checks what their types do not say: counts, days, and which fields go together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ulotki.content.scam import COUNTS, Scam
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
    """The faults within *scam*: numbers of entries, days, months, the box for people who were cheated."""
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
