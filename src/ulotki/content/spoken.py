"""Numbers in words, as digits: "pięć zero zero" is 5 0 0, "sto dwanaście" is 112, "double oh seven" is 007.

Words of the three languages in which the library speaks. One word alone stays as it is (dwa kroki, sto lat).
"""

from __future__ import annotations

import re

from ulotki.content.readability import HUNDREDS, ONES, TENS
from ulotki.content.regex import regex
from ulotki.content.seen import flat
from ulotki.content.seen_text import SeenText
from ulotki.folding import folded


def _counted(words: str, start: int, step: int = 1) -> dict[str, int]:
    """The words of a row with their numbers; words with / between them are one number, and a dash has none."""
    found: dict[str, int] = {}
    for place, row in enumerate(words.split()):
        found |= {
            flat(word.replace("~", " ")).casefold(): start + place * step for word in row.split("/") if word != "–"
        }
    return found


NAMES = "jedyn dwój trój czwór piąt szóst siódem ósem dziewiąt dziesiąt jedenast dwunast".split()
COLLOQUIAL = " ".join("/".join(f"{name}{end}" for end in ("ka", "kę", "ki", "ką", "ce", "ek")) for name in NAMES)
"""What digits are called, from one to twelve, in each of their cases."""

UKRAINIAN = (
    "нуль/нулі один/одна/одиниця/одиницю два/дві/двійка/двійку три/трійка/трійку чотири/четвірка/четвірку "
    "п'ять/п’ять/пʼять/пять/п'ятірка/п’ятірка шість/шістка/шістку сім/сімка/сімку вісім/вісімка/вісімку "
    "дев'ять/дев’ять/девʼять/девять/дев'ятка/дев’ятка десять одинадцять дванадцять тринадцять чотирнадцять "
    "п'ятнадцять/п’ятнадцять шістнадцять сімнадцять вісімнадцять дев'ятнадцять/дев’ятнадцять"
)
UKRAINIAN_TENS = "двадцять тридцять сорок п'ятдесят/п’ятдесят шістдесят сімдесят вісімдесят дев'яносто/дев’яносто"
UKRAINIAN_HUNDREDS = "сто двісті триста чотириста п'ятсот/п’ятсот шістсот сімсот вісімсот дев'ятсот/дев’ятсот"
ENGLISH = (
    "zero/oh/nought/nil one two three four five six seven eight nine – eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)

POLISH: dict[str, int] = {
    **_counted(" ".join(ONES), 0),
    **_counted(" ".join(TENS), 0, 10),
    **_counted(" ".join(HUNDREDS), 0, 100),
    **_counted("zera/zer/zerem jedna/jedno/jedną dwie/dwiema", 0),
    **_counted(COLLOQUIAL, 1),
}

NUMBERS: dict[str, int] = {
    **{folded(word): number for word, number in POLISH.items()},
    **POLISH,
    **_counted(UKRAINIAN, 0),
    **_counted(UKRAINIAN_TENS, 20, 10),
    **_counted(UKRAINIAN_HUNDREDS, 100, 100),
    **_counted(ENGLISH, 0),
    **_counted("twenty thirty forty/fourty fifty sixty seventy eighty ninety", 20, 10),
}
"""Words for numbers, Polish ones with and without their marks. "ten" is left out: in Polish it means "this"."""

HUNDRED = "hundred"
TIMES = {
    flat(word): count for word, count in {"double": 2, "triple": 3, "treble": 3, "podwójne": 2, "potrójne": 3}.items()
}
WORDS = (*NUMBERS, HUNDRED, *TIMES)

BESIDE_WORDS = frozenset({HUNDRED, *TIMES, "piec"})
"""Words that are a number only beside another word for one: a "piec" is an oven."""

WORD = "|".join(sorted(map(re.escape, WORDS), key=len, reverse=True))
BEGINNING = regex(rf"(?<![^\W\d_])(?:{'|'.join(sorted({re.escape(word[:5]) for word in WORDS}))})", re.IGNORECASE)
"""How a word for a number begins: few texts have one, and it is compiled in a fifth of the time."""

BETWEEN = r"(?:[^\w\n\ue000]|_){0,5}"
AND = flat(
    r"(?:i|oraz|lub|albo|a|potem|później|następnie|dalej|znów|znowu|wreszcie|na\skońcu|і|та|потім|and|then|or)(?![^\W\d_])"
)
"""Words that go on from one part of a number to the next."""

APART = regex(r"(?<![^\W\d_])[^\W\d_](?:[ .,\-–_·][^\W\d_]){2,}(?![^\W\d_])")
"""A word whose letters stand apart."""

RUN = regex(rf"(?<![^\W\d_])(?:{WORD})(?:{BETWEEN}(?:{AND}\s){{0,2}}(?:{WORD}))*(?![^\W\d_])", re.IGNORECASE)
"""Words for numbers in a row."""


def spoken(text: SeenText) -> SeenText:
    """*text* with digits for each row of words for numbers, and for a word beside digits."""
    text = text.sub(APART, lambda match: re.sub(r"[\W_]", "", match[0]))
    if not BEGINNING.search(text.text):
        return text
    text = text.sub(AGAIN, lambda match: " ".join([match[2]] * COUNTS[match[1].casefold()]))
    return text.sub(RUN, _digits)


COUNTS = {
    flat(word): count
    for word, count in {"dwa": 2, "dwie": 2, "trzy": 3, "cztery": 4, "два": 2, "три": 3, "чотири": 4}.items()
}
SEVERAL = "|".join(f"{name}ki" for name in NAMES if name != "piąt")
AGAIN = regex(
    rf"\b({'|'.join(COUNTS)})\s+(?:(?:razy|{flat('рази')})\s+(?={WORD})|(?={SEVERAL}))({WORD})(?![^\W\d_])",
    re.IGNORECASE,
)
"""„trzy razy dziewięć” and „trzy dziewiątki” are 999; „trzy piątki” are three Fridays."""

NEAR = regex(r"[0-9][^\w\n:;.!?]{0,4}$"), regex(r"[^\w\n:;.!?]{0,4}[0-9]")
"""A digit before, and behind."""


def _digits(match: re.Match[str]) -> str | None:
    """The digits of a row of words, None when it is a single word with no digit beside it."""
    words = list(re.finditer(WORD, match[0], re.IGNORECASE))
    alone = len(words) == 1
    if alone and not (NEAR[0].search(match.string[: match.start()][-6:]) or NEAR[1].match(match.string, match.end())):
        return None
    if alone and words[0][0].casefold() in BESIDE_WORDS:
        return None
    return "".join(_join_numbers(match[0], words)) or None


def _join_numbers(row: str, words: list[re.Match[str]]) -> list[str]:
    """The numbers of *words* with what stands between them, hundreds, tens and ones that follow one another as one."""
    out: list[str] = []
    now: int | None = None
    twice, end = 1, 0
    for word in words:
        between = row[end : word.start()]
        said = word[0].casefold()
        if said in TIMES:
            twice, end = TIMES[said], word.end()
            continue
        joined = "," not in between
        if said == HUNDRED:
            now = (now or 1) * 100
        elif now is not None and joined and twice == 1 and _goes_on(now, NUMBERS[said]):
            now += NUMBERS[said]
        else:
            if now is not None:
                out += (str(now), between if between.strip() or not between else " ")
            now = NUMBERS[said]
            if twice > 1:
                out += [str(now)] * (twice - 1)
                twice = 1
        end = word.end()
    return [*out, str(now)] if now is not None else out


def _goes_on(now: int, more: int) -> bool:
    """Whether a number in words goes on: sto – dwanaście, dwadzieścia – dwa."""
    return (now >= 100 and now % 100 == 0 and 0 < more < 100) or (now % 100 >= 20 and now % 10 == 0 and 0 < more < 10)
