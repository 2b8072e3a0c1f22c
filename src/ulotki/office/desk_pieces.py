"""The pieces on the list for the duty desk: picture, words and values of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ulotki.content.typography import HOME, LANGUAGES
from ulotki.documents.desk_list import PICTURE, TALL, DeskPiece, DeskValue
from ulotki.documents.paper import DOTS
from ulotki.drawing.preview import grey
from ulotki.edition.record import Edition, RecordEntry
from ulotki.handout.recall import pieces_out
from ulotki.library import Library
from ulotki.markup import plain
from ulotki.office.facts import DPI, Facts
from ulotki.templates import templates
from ulotki.values import filled


def desk_piece(known: Facts, edition: Edition, entry: RecordEntry) -> DeskPiece:
    """A piece with its picture, and its words as they stand on the first page of its file."""
    from ulotki.readback import Readback

    with Readback((known.workspace.base / edition.where / entry.path).read_bytes()) as back:
        width, height = back.sizes[0]
        picture = grey(back.picture(0, DPI), round(min(PICTURE, TALL * width / height) * DOTS))
        said = plain(" ".join(back.pages[0].words))
    judgment = known.judge.entry(entry)
    return filled(
        DeskPiece,
        entry,
        title=_title(entry, known.library),
        quote=_quote(entry, known.library, said),
        values=tuple(DeskValue(value.ref, value.stood, value.label) for value in judgment.values),
        good=judgment.good,
        picture=picture,
    )


def _quote(entry: RecordEntry, library: Library, said: str) -> str:
    """The swindler's words, as far as the file itself has them: a text of today may have others. said: the words in it."""
    scam = library.scams.get(entry.scam) if entry.lang == HOME else library.translations.get((entry.scam, entry.lang))
    variants: Mapping[str, None] = {}
    if scam:
        lines = [scam.quote, scam.short.quote or scam.quote]
        variants = {plain(LANGUAGES[scam.lang](" ".join(line.source for line in one))): None for one in lines}
    return next((words for words in variants if words in said), "")


def _title(entry: RecordEntry, library: Library) -> str:
    """What a piece is about, in the language of the desk; "" when it is about several scams."""
    template, scam = templates().get(entry.template), library.scams.get(entry.scam)
    if template and template.whole:
        return ""
    return scam.subject.source if scam else entry.title


def listed_pieces(known: Facts) -> Iterator[tuple[str, tuple[Edition, RecordEntry]]]:
    """code → where it lies: of the newest edition of each campaign, and of what still is somewhere by the ledger."""
    out = {one.code for one in pieces_out(known.entries)}
    for edition in known.judge.editions:
        if not edition.draft:
            current = known.judge.newest[edition.record.campaign] is edition.record
            yield from ((one.code, (edition, one)) for one in edition.record.pieces if current or one.code in out)
