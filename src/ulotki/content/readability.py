"""The readability of Polish texts: syllables, sentences, and the FOG index.

FOG is Robert Gunning's index, the years of school that a text asks for. In Polish a word is hard from four syllables
on, not from three (A. Seretny; FOG-PL of the Pracownia Prostej Polszczyzny, Wrocław): 1 to 6 is primary school, 7 to 9
the next three years. Fewer than a hundred words make it jump, so ask it of all words of a leaflet together.

Syllables are counted from spelling: a Polish word has as many as it has vowels, apart from an i that only softens and
a u that closes „au” or „eu”. Between a prefix and its stem both vowels sound: za-u-fa-nie, but sau-na (A. Wolański,
sjp.pwn.pl/poradnia/haslo/Dzielimy-na-sylaby-zaufanie;23176.html). A gold list in the tests holds the count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from ulotki.content.regex import regex

HARD = 4
"""A word with so many syllables or more is hard."""

FAMILIAR = regex(r"dzielnicow|prokurator|prokuratur|policjan")
"""Beginnings of long words that are not hard: people of the law for whom there is no shorter word, in all cases."""


def _pairs(text: str) -> dict[str, str]:
    return dict(pair.split(" = ") for pair in text.split(", "))


SHORTENED = _pairs(
    "al = aleja, asp = aspirant, dr = doktor, gm = gmina, godz = godzina, insp = inspektor, itd = i tak dalej, "
    "itp = i tym podobne, kom = komisarz, ks = ksiądz, m.in = między innymi, mgr = magister, mł = młodszy, "
    "np = na przykład, nr = numer, os = osiedle, p = pan, pl = plac, podkom = podkomisarz, pow = powiat, r = roku, "
    "sierż = sierżant, st = starszy, św = święty, tel = telefon, tj = to jest, tys = tysięcy, tzn = to znaczy, "
    "tzw = tak zwany, ul = ulica, ust = ustęp, wg = według, woj = województwo"
)
"""Shortened words without their full stop, and how they are read."""

MEASURES = _pairs(
    "zł = złotych, gr = groszy, cm = centymetrów, kg = kilogramów, km = kilometrów, mm = milimetrów, "
    "mln = milionów, mld = miliardów"
)
"""Shortened words that never have a full stop of their own, so a full stop after them ends a sentence."""

HEARD = _pairs(
    "e-mail = imejl, email = imejl, mail = mejl, spoof = spuf, quish = kłisz, deepfake = dipfejk, news = njus, "
    "facebook = fejsbuk, youtube = jutub, google = gugel, on-line = onlajn, online = onlajn, team = tim"
)
"""Foreign stems whose vowels are not spoken as written, and how Polish readers say them."""

FOREIGN = regex("|".join(HEARD), re.IGNORECASE)

LETTERS = dict(
    zip(
        "ABCĆDEFGHIJKLŁMNŃOPQRSŚTUVWXYZŹŻ",
        "a be ce cie de e ef gie ha i jot ka el eł em en eń o pe ku er es eś te u fał wu iks igrek zet ziet żet".split(),
        strict=True,
    )
)
SAID_AS_WORD = regex(r"[^AEIOUYÓĄĘ]{1,2}[AEIOUYÓĄĘ][^AEIOUYÓĄĘ].*|.{5,}")
"""Abbreviations that are said as a word (PIN, BLIK, KRUS, PESEL); others are said letter by letter (SMS, OPS, PKO)."""

ONES = (
    "zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście trzynaście czternaście "
    "piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście"
).split()
TENS = (
    "– – dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt dziewięćdziesiąt"
).split()
HUNDREDS = "– sto dwieście trzysta czterysta pięćset sześćset siedemset osiemset dziewięćset".split()

SOFT = regex(r"(?<!^[bdfgkpt][lr])i(?=[aąeęioóuy])")
"""An i before a vowel softens or is a j: ciocia, historia, linii. Not in tri-umf, pri-orytet, kli-ent."""

CLOSING = regex(r"(?<=[ae])u")
APART = regex(r"^(?:nie|po|wy|do|u|od|prze|przy)*?(?:nie|prze|(?:na|za)(?!ut))u|eum$|eusz")
"""Where au or eu are two syllables: after a prefix (but not in nautyka, zautomatyzować), in muzeum and Tadeusz."""

WORD = regex(
    rf"\+?\d+(?:[ \u00a0]\d+)+|\b(?i:{'|'.join(map(re.escape, sorted(SHORTENED, key=len, reverse=True)))})\."
    r"|\+?[^\W_]+(?:[-'’.:–@][^\W_]+)*"
)
"""A number with its groups, a shortened word with its full stop, or letters with hyphens and apostrophes."""

END = regex(r"[.!?…]+[”»\")]*\s+(?=[„«\"(]*(\w))")


@lru_cache(maxsize=10_000)
def syllables(word: str) -> int:
    """The number of syllables of *word* when it is read aloud: SMS three, 112 four, np. three, „w” and „z” none."""
    return sum(map(_vowels, aloud(word).split()))


def aloud(word: str) -> str:
    """*word* as it is spoken: letters by their names, numbers and shortened words in full."""
    short = word.lower().rstrip(".")
    if short in MEASURES or (short in SHORTENED and (word.endswith(".") or not _vowels(short))):
        return (SHORTENED | MEASURES)[short]
    heard = FOREIGN.sub(lambda match: HEARD[match[0].lower()], word)
    return " ".join(map(_spoken, re.findall(r"\d+|[^\W\d_]+", heard)))


def _spoken(part: str) -> str:
    if part.isdecimal():
        return _counted(int(part)) if part[0] != "0" and len(part) < 7 else " ".join(ONES[int(sign)] for sign in part)
    if len(part) > 1 and part.isupper() and not SAID_AS_WORD.fullmatch(part):
        return " ".join(LETTERS.get(letter, letter) for letter in part)
    return part.lower()


def _counted(number: int) -> str:
    if number < 20:
        return ONES[number]
    size = max(size for size in (10, 100, 1000) if number >= size)
    rest = _counted(number % size) if number % size else ""
    if size == 1000:
        return f"{'tysiąc' if number < 2000 else _counted(number // 1000) + ' tysięcy'} {rest}"
    return f"{(TENS if size == 10 else HUNDREDS)[number // size]} {rest}"


def _vowels(word: str) -> int:
    """The number of vowels that carry a syllable in one spoken word in small letters."""
    closed = 0 if APART.search(word) else len(CLOSING.findall(word))
    return sum(map(word.count, "aąeęioóuy")) - len(SOFT.findall(word)) - closed


@lru_cache(maxsize=10_000)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of *text*. Each line ends a sentence: a heading, a list item, a line of a quote.

    The full stop of a shortened word or an initial does not end a sentence.
    """
    found: list[str] = []
    for line in text.splitlines():
        start = 0
        for match in END.finditer(line):
            last = line[start : match.start()].split()[-1:] or [""]
            open_end = line[match.start()] == "." and (last[0].lower().strip("(„") in SHORTENED or len(last[0]) == 1)
            if not open_end and not match[1].islower():
                found.append(line[start : match.end()].strip())
                start = match.end()
        found.append(line[start:].strip())
    return tuple(sentence for sentence in found if WORD.search(sentence))


@lru_cache(maxsize=10_000)
def words(text: str) -> tuple[str, ...]:
    """The words of *text* without punctuation; a number is one word, a lone dash is no word."""
    return tuple(WORD.findall(text))


@lru_cache(maxsize=10_000)
def hard(word: str) -> bool:
    """Whether *word* makes a text hard. Numbers, addresses and abbreviations such as SMS never do."""
    looked_at = not word.replace("-", "").isalpha() or word[:2].isupper()
    return not looked_at and syllables(word) >= HARD and not FAMILIAR.match(word.lower())


def fog(texts: Iterable[str]) -> float:
    """The FOG index of all *texts* together: 0.4 × (words in a sentence + hard words in a hundred); 0 without words."""
    said = [words(sentence) for text in texts for sentence in sentences(text)]
    count = sum(map(len, said))
    if not count:
        return 0.0
    return 0.4 * (count / len(said) + 100 * sum(hard(word) for sentence in said for word in sentence) / count)
