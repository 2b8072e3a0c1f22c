"""What a PDF without a code of its own is: a pack, a list, or a file that is not ours."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from ulotki.edition.record import Edition, RecordEntry, Unreadable
from ulotki.errors import Finding, Where, say
from ulotki.handout import unknown_codes
from ulotki.handout import verify as judging
from ulotki.page.piece_code import well_formed

CODE = re.compile(r"\b[0-9A-Z]{5}-[0-9A-Z]{5}\b")


def identify_uncoded(
    data: bytes,
    editions: Sequence[Edition],
    unread: Sequence[Unreadable],
    at: Where,
    given: Collection[str] = (),
    lost: Sequence[str] = (),
) -> tuple[tuple[RecordEntry, ...], tuple[Finding, ...]]:
    """The pieces of ours on the pages of *data*, and what the file is. unread, lost: what may know more.  given: codes that
    the ledger knows.

    Its bytes are in no record, so whoever has it can have changed it: what it holds is said, and that it is not proved.
    """
    from ulotki.readback import gist

    title, words = gist(data)
    known, borne = unknown_codes.known_codes(editions), CODE.findall(words)
    codes = tuple(dict.fromkeys(code for code in borne if code in known))
    meant = (entry for code in codes for entry in judging.find_pieces(code, editions))
    pieces = tuple({entry.code: entry for entry in meant}.values())
    if not codes and any(code in given for code in borne):
        what = say("pieces that were handed over are on its pages, and no record says what stands on them")
        return (), (Finding("unsure", what, say("bring the folder of their edition back from a backup"), at),)
    why = unknown_codes.why_unsure(editions, unread, lost)
    if not codes and why and any(well_formed(code) for code in borne):
        what = say("nobody can tell whether this file is ours: {why}", why=why)
        return (), (Finding("unsure", what, say("bring back from a backup what is missing, and ask again"), at),)
    if not codes:
        what = say("this file bears no code of ours: it is no piece, and no record knows it")
        return (), (Finding("file", what, say("verify knows single pieces and editions"), at),)
    there = [
        one.where for one in editions if set(codes) & {one.record.edition, *(file.code for file in one.record.files)}
    ]
    what = say(
        'this is no single piece: it calls itself "{title}", and on its pages are pieces of {edition}: {codes}',
        title=title or "–",
        edition=there[-1],
        codes=", ".join(codes),
    )
    hint = say("a pack is in no record, so nobody can prove it unchanged; print it anew: ulotki pack")
    return pieces, (Finding("file", what, hint, at),)
