"""The covering letter of a pack: what is asked of its reader, and what lies in the bundle, no more and no less."""

from __future__ import annotations

from collections.abc import Iterator

from ulotki.content.text import Words
from ulotki.documents._addressee import readers, salutation
from ulotki.documents._enclosures import enclosure_list
from ulotki.documents._letters import CLOSER, GAP, enclosures, letter_blocks
from ulotki.documents._words import join_sentences, worded
from ulotki.documents.draft import Draft, make_draft
from ulotki.documents.flowing import Pinned
from ulotki.documents.paper import Paper
from ulotki.handout.letterhead import Office
from ulotki.handout.pack import Pack
from ulotki.handout.piece_names import file_title
from ulotki.recent import kept


@kept(4)  # each is printed with its pack, and goes as a message too
def letter(pack: Pack, office: Office) -> Paper:
    """The covering letter, a page as a rule."""
    place, person = pack.place, pack.person
    about = worded(readers(office, place).subject)
    blocks = letter_blocks(office, place, person, about, _paragraphs(pack, office))
    foot = Pinned(enclosures(office, enclosure_list(pack, office)))
    return Paper(file_title(place), office.author, office.day, (*blocks, foot), GAP, closer=CLOSER)


def letter_mail(pack: Pack, office: Office) -> Draft:
    """The letter as a message."""
    about = worded(readers(office, pack.place).subject)
    beside = worded(office.words.mail.bundle)
    paper = letter(pack, office)
    return make_draft(pack.person, about, _paragraphs(pack, office), beside, office, paper, f"pismo-{pack.place.id}")


def _paragraphs(pack: Pack, office: Office) -> Iterator[Words]:
    words, mine = office.words.letter, readers(office, pack.place)
    held = dict.fromkeys(piece.template for piece, _ in pack.pieces)
    yield salutation(office, pack.place, pack.person)
    yield worded(mine.opening, office.values)
    yield join_sentences(worded(words.gifts), *_consent(pack, office))
    own = (*mine.own, *(mine.lying if _count(pack, office, hangs=False) else ()))
    own += tuple(mine.pieces[template] for template in held if template in mine.pieces)
    for prose in own:
        yield worded(prose, office.values)
    yield worded(words.free)
    yield worded(words.receipts)


def _consent(pack: Pack, office: Office) -> Iterator[Words]:
    """The request for consent, for what there is."""
    words, mine = office.words.letter, readers(office, pack.place)
    hung, lying = (_count(pack, office, hangs=hangs) for hangs in (True, False))
    slots = {
        "posters": (words.poster if hung == 1 else words.posters).source,
        "leaflets": (words.leaflet if lying == 1 else words.leaflets).source,
        "hang": mine.hang.source,
        "lay": mine.lay.source,
    }
    if hung or lying:
        yield worded(words.both if hung and lying else words.hang if hung else words.lay, **slots)


def _count(pack: Pack, office: Office, *, hangs: bool) -> int:
    """The copies of posters, or of leaflets, that are no matter of their own."""
    ways = office.words.host.ways
    return sum(count for piece, count in pack.pieces if piece.hangs == hangs and piece.template not in ways)
