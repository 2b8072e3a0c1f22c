"""What lies in a bundle beside its letter."""

from __future__ import annotations

from ulotki.handout.letterhead import Office
from ulotki.handout.pack import Pack

MOST = 6
"""Pieces that are listed one by one; of more, only the sorts."""


def enclosure_list(pack: Pack, office: Office) -> list[tuple[str, int]]:
    """(what, how many) of all that lies in the bundle beside the letter."""
    words = office.words.letter
    return [*piece_list(pack, office), (words.host.source, 1), *([(words.receipt.source, 2)] if pack.pieces else [])]


def piece_list(pack: Pack, office: Office) -> list[tuple[str, int]]:
    """(what, how many) of the pieces: each by its name, or, when they are many, sort by sort."""
    if len(pack.pieces) <= MOST:
        return [(piece.name[:1].lower() + piece.name[1:], count) for piece, count in pack.pieces]
    sorts: dict[str, list[int]] = {}
    for piece, count in pack.pieces:
        sorts.setdefault(piece.kind or piece.name, []).append(count)
    topics = office.words.letter.topics.source
    return [
        (kind if len(counts) == 1 else f"{kind}, {topics} {len(counts)}", sum(counts)) for kind, counts in sorts.items()
    ]
