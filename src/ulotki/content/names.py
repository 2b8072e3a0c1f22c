"""Compares two signatures: are they of the same person, as far as names tell? What is in doubt counts as one person."""

from __future__ import annotations

import re
import unicodedata

from ulotki.content.regex import regex
from ulotki.content.seen import flat

RANK = frozenset(
    "mł młodszy młodsza st starszy starsza asp aspirant aspirantka sierż sierżant sztab sztabowy sztabowa post "
    "posterunkowy posterunkowa podkom podkomisarz kom komisarz nadkom nadkomisarz podinsp podinspektor insp inspektor "
    "nadinsp nadinspektor gen nadgen kpt kapitan por porucznik ppor mjr major płk ppłk chor plut kpr szer dzielnicowy dzielnicowa "
    "kierownik kierowniczka naczelnik komendant zastępca zca sołtys wójt burmistrz sekretarz radny radna dyrektor "
    "dyrektorka prezes pan pani mgr inż dr hab prof lic mec ks ksiądz proboszcz wikary br siostra ojciec brat dh druh emer policjant "
    "policjantka em spocz stan dyżurny dyżurna posterunku komisariatu komendy policji gminy rewiru ogniwa referent "
    "inspektorka komendantka naczelniczka zastępczyni burmistrzyni wójtowa sołtyska".split()
)
"""Ranks, posts and titles, which are not part of a name."""

MIRRORED = str.maketrans("01345ł", "oleasl")
"""Digits that are typed in place of letters, and the one letter that loses its stroke in no other way."""


def same_person(one: str, other: str) -> bool:
    """Whether two signatures may be of the same person, whatever the order of names, letter case, rank or initials.

    "asp. Jan Kowalski" may be "Kowalski Jan", "J. Kowalski" and "Kowalski". Two people with the same name count as one,
    and so do long names that differ in one letter.
    """
    short, long = sorted((_words(one), _words(other)), key=len)
    if (
        sorted(short) == sorted(long)
        or "".join(short) == "".join(long)
        or "".join(sorted(short)) == "".join(sorted(long))
    ):
        return True
    left = list(long)
    whole = False
    for word in sorted(short, key=len, reverse=True):
        meant = next((name for name in left if name == word), None) or next(
            (name for name in left if _alike(name, word)), None
        )
        if meant is None:
            return False
        whole = whole or len(min(word, meant, key=len)) > 1
        left.remove(meant)
    return whole


def two_people(one: str, other: str) -> bool:
    """Whether two signatures are certainly of two people: both give first name and surname, and they are not alike."""
    return whole_name(one) and whole_name(other) and not same_person(one, other)


def whole_name(name: str) -> bool:
    """Whether a signature gives a first name and a surname: two words of at least two letters, without ranks."""
    return sum(len(word) > 1 and word not in PLAIN_RANKS for word in _words(name)) >= 2


LONG = 6
"""Letters from which two words that differ in one are the same word, mistyped."""


def _alike(one: str, other: str) -> bool:
    """Whether two words may be the same name: an initial of it, or a slip of a finger in a long one."""
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return short == long[0]
    return len(short) >= LONG and _slip(short, long)


def _slip(short: str, long: str) -> bool:
    """Whether two words differ in one letter: another, one more, or two that changed places."""
    if len(long) - len(short) > 1:
        return False
    start = next(
        (place for place, (one, other) in enumerate(zip(short, long, strict=False)) if one != other), len(short)
    )
    if len(short) == len(long):
        swapped = short[start + 1 : start + 2] + short[start : start + 1] + short[start + 2 :]
        return long[start + 1 :] == short[start + 1 :] or swapped == long[start:]
    return long[start + 1 :] == short[start:]


CAMEL = regex(r"(?<=[a-ząćęłńóśźż])(?=[A-ZĄĆĘŁŃÓŚŹŻ])")


def _words(name: str) -> list[str]:
    """The words of a signature as they are compared: without ranks, marks on letters, and look-alikes."""
    parted = CAMEL.sub(" ", flat(name))
    words = [_bare(word) for word in re.findall(r"[^\W_]+", parted.casefold())]
    return [word for word in words if word not in PLAIN_RANKS] or words


def _bare(word: str) -> str:
    apart = unicodedata.normalize("NFKD", word)
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).translate(MIRRORED)


PLAIN_RANKS = frozenset(map(_bare, RANK))
