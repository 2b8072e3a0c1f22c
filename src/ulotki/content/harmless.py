"""Takes out digits that nobody dials: hours, dates, amounts, paragraphs of laws, house numbers, post codes."""

from __future__ import annotations

import re

from ulotki.content.digits import LONG, count_digits, is_dialable
from ulotki.content.regex import regex
from ulotki.content.seen import flat
from ulotki.content.seen_text import SeenText

AMOUNT = "\ue001"
"""Stands for each of up to three digits of an amount with its unit, once it is known that nobody dials it."""

ELSE = "\ue002"
"""Stands for a date, an hour, a paragraph and other digits that nobody dials."""

TIME = r"(?:[01]?[0-9]|2[0-4])"
ALONE = (
    r"(?<![0-9])(?<![0-9][\s.,:/\-–—_])(?<![0-9]\s[-–—/])(?<![0-9][-–—/]\s)(?<![0-9]\s[-–—/]\s)",
    r"(?![\s.,:/\-–—_]?[0-9])(?!\s*[-–—/]\s*[0-9])",
)
"""What is before and behind digits that stand alone."""

TIMES = regex(
    rf"{ALONE[0]}(?:{TIME}(?:[.:][0-5][0-9])?\s*[-–]\s*{TIME}(?:[.:][0-5][0-9])?|{TIME}[.:][0-5][0-9]){ALONE[1]}"
)
"""Hours of a clock, alone or as a range."""

DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
YEAR = r"(?:19|20)[0-9]{2}"
DATES = regex(
    rf"(?<!\d)[0-3]?\d\.?\s(?:[^\W\d_]+\s){{1,3}}20\d\d(?!\s*\d)"
    rf"|(?<![\d+])(?<![\d+]\s)20\d\d\.?\s(?:[^\W\d_]+\.?\s){{1,3}}[0-3]?\d(?!\s*\d)"
    rf"|{ALONE[0]}{DAY}\.(?:0?[1-9]|1[0-2])\.{YEAR}{ALONE[1]}"
    rf"|{ALONE[0]}{YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]){ALONE[1]}"
    rf"|{ALONE[0]}(?:nr\s)?(?:[0-9]{{1,4}}/)?{YEAR}(?:\s?[-–/]\s?(?:{YEAR}|[0-9]{{2}}))?(?:\s?(?:r\b\.?|rok\w*|р\b\.?|рок\w*|рік))?{ALONE[1]}"
)
"""Days, in words with their year or in digits, and years."""

MONTHS = flat(
    r"(?:stycz|lut|mar[cz]|kwie|maj|czerw|lip[ci]|sierp|wrze|paźdz|listop|grud|січ|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|"
    r"листоп|груд|january|february|march|april|may|june|july|august|september|october|november|december)\w*"
)
DAYS = regex(
    rf"(?<![0-9])(?<![0-9][\s.,]){DAY}\.?(?:\s?(?:,|–|-|i|oraz|lub|до|та|and)\s?{DAY}\.?)*\s{MONTHS}", re.IGNORECASE
)
"""Days of a month."""

SHORT_DAYS = regex(rf"{ALONE[0]}{DAY}\.(?:0?[1-9]|1[0-2])\.?(?:\s?[-–]\s?{DAY}\.(?:0?[1-9]|1[0-2])\.?)?{ALONE[1]}")
FRACTIONS = regex(
    rf"{ALONE[0]}[0-9]{{1,4}}\s?/\s?[0-9]{{1,4}}{ALONE[1]}|(?<![0-9+])(?<![0-9]\s)[0-9]{{2,3}}\+(?!\s?[0-9])"
)
"""Days without a year; fractions, file numbers and names such as 800+: unless they are a number that can be dialled."""

VILLAGE = regex(
    r"(?<=[^\W\d_])\s[1-9][0-9]{0,2}[A-Za-z]?(?![\w+*])(?!\s?[-–—/.,:()]?\s?[0-9])|(?<=[^\W\d_])\s[1-9][0-9]{0,2}(?=,\s[0-9]{2}-[0-9]{3}\s)"
)
CAPITAL = regex(r"(?:^|[\s(„])[^\W\d_a-ząćęłńóśźż][a-ząćęłńóśźż]+$")
"""The number of a house in a village, behind its name."""

LAW = regex(
    r"(?:\b(?:art|ust|pkt|poz|rozdz|zał)\.?|§|\b(?:artykuł\w*|paragraf\w*|ustęp\w*|punk\w+|pozycj\w+|"
    r"pok(?:ój|oju|ojem|\.)|sal[aię]|stron\w+|str\.|kanał\w*|lini\w+|autobus\w*|klas\w+|DK|DW|km|drog\w+|oddz\.|lok\.))"
    r"\s?(?:nr\s)?[0-9]{1,4}[a-z]?\b(?!\s?[0-9])",
    re.IGNORECASE,
)
"""The number of a paragraph, a page, a room, a road."""

OFFICE = r"(?:(?:szk[oó]ł|przedszkol|żłob|lice[au]|technik[ua]|parafi|fili|oddział|aptek|bibliotek|koł[aeou])\w*|dom(?:u|em|ach)?)"
"""What has a number in its name, behind "nr" without any doubt: a school, an office, a house."""

NAMED = regex(
    rf"\b(?:{OFFICE}|blok\w*|SP|LO|OSP)\b(?:\s[^\W\d_]+){{0,3}}\s(?:nr\s?)?([0-9]{{1,4}})\b(?!\s?[0-9])", re.IGNORECASE
)
"""The number in the name of a school or an office."""

HOME = regex(
    r"\b(?:ul|al|os|pl|ulic\w+|alej\w+|osiedl\w+|plac\w*)\b\.?\s(?:[^\W\d_][\w.\-]*\s|[0-9]{2,4}-lecia\s(?:[^\W\d_][\w.\-]*\s)*|[0-9]{1,2}\s(?=[^\W\d_])){1,5}"
    r"[0-9]{1,4}[A-Za-z]?(?:\s?/\s?[0-9]{1,3}[A-Za-z]?)?(?:\s(?:m|lok)\.?\s?[0-9]{1,3}[A-Za-z]?)?(?!\s?[0-9])"
)
"""The number of a house, of its flat."""

HOUSE = regex(r"^.*?[0-9]{1,4}(?:-lecia\s|\s(?=[^\W\d_]{3})).*?(?=[0-9])|^[^0-9]+", re.DOTALL)
"""What stands before the number of a house: words, and digits in the name of a street."""

HOUSED = 7
"""Most digits of a house with its flat."""

POST = regex(r"(?<![0-9])(?<![0-9][\s\-])[0-9]{2}-[0-9]{3}(?=\s[^\W\d_]{3}|\s?\.\.\.)")
"""A post code, before the name of its town."""

UNITS = flat(
    r"zł\b|złot\w+|gr\b|grosz\w*|euro\b|eur\b|€|\$|dolar\w*|usd\b|pln\b|грн\b|гривень|гривні|злот\w+|tys\b|tysi\w+|mln\b|"
    r"milion\w*|mld\b|miliard\w*|%|‰|procent\w*|punkt\w*|r\.|рок\w*|рік|р\.|rok\w*|lat\b|lata\b|letni\w*|років|miesi\w+|"
    r"місяц\w+|tygod\w+|тижн\w+|dni\b|dnia\b|dzień|dniach|dób|dob[aęy]|дні\w*|день|godz\w*|год\w*|h\b|min\b|minut\w*|"
    r"хвилин\w*|sek\b|sekund\w*|секунд\w*|raz\b|razy|razem|раз\w*|kwartał\w*|km\b|m2?\b(?!\.\s?[0-9])|cm2?\b|mm\b|kg\b|dag\b|g\b|l\b|ml\b|"
    r"ha\b|kw\b|kwh\b|gb\b|mb\b|metr\w*|kilometr\w*|kilogram\w*|gram\w*|litr\w*|hektar\w*|stopni\w*|°|osób|osob\w+|osoby|"
    r"ludzi\w*|людей|осіб|mieszka\w+|męczenni\w+|drzew\w*|rodzin\w*|senior\w*|uczni\w*|uczestni\w*|dzieci\w*|kobiet\w*|mężczyzn\w*|policjant\w*|"
    r"leci\w+|proc\b|plus\b|egz\b|egzempl\w+|szt\b|sztuk\w*|stron\w*|kart\w*|ulot\w+|plakat\w*|zgłosz\w+|przypad\w+|spraw\w*|oszust\w+|wnios\w+|"
    r"słow\w*|słów|znak\w*|cyfr\w*|liter\w*|krok\w*|miejsc\w*|gospodarst\w+|dom\w{0,3}\b|budyn\w+|mieszk\w+|telefon(?:ów|y)\b|"
    r"rozmów|rozmow\w*|wiadomoś\w+|paczek|paczk\w*|zdję\w+|głos\w*|kilo\b|people|years?\b|days?\b|hours?\b|minutes?\b|"
    r"seconds?\b|times\b|percent|months?\b|weeks?\b|zlotys?\b|euros?\b|pounds?\b|metres?\b"
)
ROUND = r"[1-9][0-9]{0,2}(?:[ .]?000){1,3}(?![0-9])"
NUMBER = rf"(?:{ROUND}|[1-9][0-9]{{0,2}}(?:[ .][0-9]{{3}}){{1,2}}(?![0-9])|[0-9]{{1,5}})(?:,[0-9]{{1,2}})?"
AMOUNTS = regex(
    rf"(?<![0-9,+])(?<![0-9][ .\-–/()*:]){NUMBER}(?:\s?(?:[-–/×x]|\bdo\b|\bna\b|\bdo\sok\.|\bto\b)\s?{NUMBER})?[\s-]?(?:[^\W\d_]+(?:ych|ich|ej|ego|e|y)\s)?(?:{UNITS})",
    re.IGNORECASE,
)
"""An amount with its unit, or with what is counted; an adjective may stand between."""

OF_SO_MANY = regex(rf"\b(?:na|z|ze|spośród|wśród)\s{AMOUNT}+\s[0-9]{{1,3}}(?=\s[^\W\d_])", re.IGNORECASE)
"""„Na 10 osób 7 odłożyło słuchawkę”."""

SUM = regex(rf"{ALONE[0]}([0-9]{{1,3}}) ?([+·×-]) ?([0-9]{{1,3}}) ?= ?([0-9]{{1,4}}){ALONE[1]}")
DECIMAL = regex(rf"{ALONE[0]}[0-9]{{1,2}},[0-9]{{1,2}}{ALONE[1]}")

MOST_OF_AN_AMOUNT = 8
"""Digits of an amount, or of a range. More are no amount that stands on a leaflet, but round ones."""

CALLED = (
    r"\b(?:za|od|prze)?(?:dzwoń|dzwońcie|dzwonić|telefonuj|telefonować)|\bwykręć|\bwybierz|\btel\b|\btelefonu?\b|"
    r"\bcall\b|\bdial\b|\bphone\b|дзвон\w*|телефон\w*"
)
CALLING = regex(
    flat(
        rf"(?:{CALLED}|\bnumer(?:u|em)?\b|\bnr\b|номер\w*)"
        r"\W*(?:(?:pod|na|do|numer|nr|to|number|tel|telefon|за|на|по)\b\W*)*$"
    ),
    re.IGNORECASE,
)
"""Words that ask to dial what follows: no unit excuses it."""

NEARBY = regex(flat(CALLED), re.IGNORECASE)
"""Words that speak of calling at all."""

FILED = regex(
    r"\b(?:uchwał\w+|zarządzeni\w+|decyzj\w+|umow\w+|faktur\w+|drog\w+|spraw\w+|komisj\w+|załącznik\w*|dom\w*|pok\w*|lokal\w*|"
    r"sal[aię]|str\w*|klas\w+|lini\w+|autobus\w*|kanał\w*)\.?\s(?:nr|numer\w*)\W*$",
    re.IGNORECASE,
)
"""Words with a number that is no telephone number."""


def harmless(text: SeenText) -> SeenText:
    """*text* without the digits that nobody dials."""
    text = text.sub(
        HOME, lambda match: None if _asked_for(match) or count_digits(HOUSE.sub("", match[0])) > HOUSED else ELSE
    )
    for pattern in (DATES, DAYS, TIMES, LAW):
        text = text.sub(pattern, lambda match: None if _asked_for(match) else ELSE)
    for pattern in (SHORT_DAYS, FRACTIONS, POST):
        text = text.sub(pattern, lambda match: None if _asked_for(match) or _is_dialable(match) else ELSE)
    few = sum(len(match[1]) for match in NAMED.finditer(text.text)) < LONG  # else schools in a row are a number
    text = text.sub(NAMED, lambda match: ELSE if few and _is_name(match) else None).sub(AMOUNTS, _amount)
    for pattern in (OF_SO_MANY, SUM):
        text = text.sub(pattern, lambda match: None if _is_dialable(match) else ELSE)
    text = text.sub(VILLAGE, lambda match: ELSE if _in_a_village(match) else None)
    return text.sub(DECIMAL, lambda match: None if _asked_for(match) or _is_dialable(match) else ELSE)


def _is_dialable(match: re.Match[str]) -> bool:
    return is_dialable(re.sub(r"[^0-9]", "", match[0]))


def _in_a_village(match: re.Match[str]) -> bool:
    named = CAPITAL.search(match.string[max(0, match.start() - 30) : match.start()])
    return named is not None and not _asked_for(match) and not _is_dialable(match)


def _amount(match: re.Match[str]) -> str | None:
    if _asked_for(match):
        return None
    parts = re.split(r"[^\W\d_]+", re.sub(ROUND, "", match[0]))
    return AMOUNT * min(count_digits(match[0]), 3) if max(map(count_digits, parts)) <= MOST_OF_AN_AMOUNT else None


def _is_name(match: re.Match[str]) -> bool:
    """Whether the number of a match belongs to the name of a school or a block; one that can be dialled stands beside "nr"."""
    sure = NUMBERED.fullmatch(match[0]) is not None
    near = match.string[max(0, match.start() - NEAR) : match.end()]
    known = not is_dialable(match[1]) or (sure and not NEARBY.search(near))
    return known and not _asked_for(match, sure=known)


NEAR = 60
"""Signs before a name in which a word of calling makes its number one to call, where it is one: "Zadzwoń do szkoły nr 112"."""

NUMBERED = regex(rf"(?:{OFFICE}(?:\s[^\W\d_]+){{0,3}}\snr|blok\w*|klatk\w*)\s[0-9]{{1,3}}", re.IGNORECASE)
"""So many digits of a name may also be a number that can be dialled: there is a school number 112, and none 8080."""


def _asked_for(match: re.Match[str], *, sure: bool = False) -> bool:
    """Whether the words before a match, or inside it before its digits, ask to dial it. sure: "nr" inside does not."""
    text = match.string
    for digits in re.finditer(r"[0-9]+", match[0]):
        start = match.start() + digits.start()
        before = text[max(0, start - 40) : start]
        inside = before.removesuffix("nr ") if sure else before
        if CALLING.search(inside) and not FILED.search(inside):
            return True
    return False
