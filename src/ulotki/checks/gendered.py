"""The words address every reader: women and men, with and without family."""

from __future__ import annotations

from collections.abc import Iterator

from ulotki.checks import Check, CheckedPiece
from ulotki.checks._bans import Ban, Bans, faults
from ulotki.checks._texts import texts
from ulotki.errors import Finding, say

ONE_SEX = say("addresses only women or only men")
ONE_KIN = say("leaves out readers with other relatives, or with none")
A_MAN = say("makes every helper a man or a woman")
A_LABEL = say("calls the reader by age and sex")

AND = r"\s*(?:/|lub|albo|oraz|i|czy|ani)\s*"
KIN = (
    r"(?:wnuk(?:a|iem|owi|u)?|wnucz(?:ek|ka|kę|ki|ką|ce|kiem|kowi)|syn(?:a|em|owi|ek|ka|kiem)?|cór(?:ka|kę|ki|ką|ce)"
    r"|mąż|męż(?:a|em|owi)|żon(?:a|ę|y|ą|ie)|mam(?:a|ę|y|ą|ie)|tat(?:a|ę|y|ą|ie)|brat(?:a|em|u)?|siostr(?:a|ę|y|ą|ze))"
)
NEIGHBOUR = r"(?:sąsiad(?:a|owi|em)?|sąsiad(?:ka|kę|ki|ką|ce))"
FEELS = (
    r"(?:sam|pewien|pewn[ya]|ostrożn[ya]|czujn[ya]|spokojn[ya]|zagrożon[ya]|oszukan[ya]|gotow[ya]|zaskoczon[ya]|nieufn[ya]"
    r"|samotn[ya]|bezpieczn[ya]|przygotowan[ya]|zalogowan[ya]|poszkodowan[ya]|zmęczon[ya]|chor[ya]|winn[ya]|sama)"
)

BANS = Bans(
    (
        Ban(
            r"\w+(?:łeś|łaś|łbyś|łabyś)|powin(?:ieneś|naś)|(?:gdyby|żeby|aby|jeśliby|choćby|oby)ś",
            ONE_SEX,
            say("say it without you in the past: {example}", example="Oszust ma Twoje pieniądze?"),
        ),
        Ban(
            rf"(?:jesteś|bądź|zostań|czujesz\s+się)\s+(?:\w+\s+)?{FEELS}|zosta(?:waj|ń)\s+(?:z\s+tym\s+)?sama?",
            ONE_SEX,
            say("say what to do, or what happens: {example}", example="Uważaj. Nie spiesz się."),
        ),
        Ban(
            r"(?-i:Pan(?:a|u|em|ie|i|ią)?|Pańsk\w+)|proszę\s+pan(?:a|i|ią)|(?:szanown[ya]|drog(?:i|a))\s+(?:pan|senior|czytel|mieszk)\w*",
            ONE_SEX,
            say("say Ty: it is one word for everybody"),
        ),
        Ban(
            r"babci[uo]|babuniu|dziadku|dziadziusiu|mamo|mamusiu|tato|tatusiu|wnuczku|wnusiu|synku|córko|córeczko|ciociu"
            r"|wujku|kochan[ay]|sąsiedzie|sąsiadko|seniorze|seniorko|czytelni(?:ku|czko)|obywatel(?:u|ko)"
            r"|mieszkań(?:cu|ko)|gospod(?:yni|arzu)",
            ONE_SEX,
            say("begin with what to do, not with a name for the reader"),
        ),
        Ban(
            rf"(?:tw(?:ój|oja|ojego|ojej|oim|oją)|sw(?:ojego|ojej|oim|oją)|do|od|dla|zapytaj|poproś|zawołaj|udaje)\s+{KIN}",
            ONE_KIN,
            say("write {words}", words="bliscy, bliska osoba"),
        ),
        Ban(NEIGHBOUR, A_MAN, say("write {words}", words="sąsiedzi, sąsiadów")),
        Ban(
            r"koleg(?:a|ę|i|ą|o)|koleżan(?:ka|kę|ki|ką|ce)|znajom(?:ego|emu|ej)(?=[.,;:!?]|$)|twój\s+znajomy|nauczyciel"
            r"(?:a|owi|em|ka|kę|ki|ką|ce)?|gracz(?:a|owi|em)?|administrator(?:a|owi|em)?",
            A_MAN,
            say("write {words}", words="znajomi, znajoma osoba, dorosła osoba, obsługa"),
        ),
        Ban(
            r"(?:uczciw|prawdziw)(?:y|ego|emu|ym)\s+(?:pracownik|sprzedawc|policjant|urzędnik|fachow|kupiec|kontroler|lekarz)\w*",
            A_MAN,
            say("write {words}", words="uczciwa osoba, Policja, urząd"),
        ),
        Ban(
            r"senior(?:a|owi|em|ka|kę|ki|ce)?|emeryt(?:a|owi|em|ka|kę|ki|ce)?|renci(?:sta|sty|stę|stka|stki)"
            r"|starsz(?:y|ego|a|ej|ą)\s+pan\w*|starusz\w+|mieszka(?:niec|ńca|ńcowi|nka|nkę)|czytelnik(?:a|owi)?",
            A_LABEL,
            say("say Ty; nobody has to feel old to be warned"),
        ),
        Ban(
            r"\w+\((?:a|e|i|y|ą|ni|aś|em|ka|ła)\)|\w+/-?(?:a|ą|y|ni|aś|ła|ka)",
            say("stops the reader in the middle of a word"),
            say("find one word that fits everybody"),
        ),
    ),
    but_not=(
        rf"Pan\w*{AND}Pan\w*",
        rf"(?:\w+\s+)?{KIN}(?:,\s*{KIN})*{AND}(?:\w+\s+)?{KIN}",
        rf"{NEIGHBOUR}{AND}{NEIGHBOUR}",
        rf"kole(?:g|dz)\w+{AND}koleżan\w+|koleżan\w+{AND}kole(?:g|dz)\w+|nauczyciel\w*{AND}nauczyciel\w+",
        r"(?:klub|dzień|dni|dom|uniwersytet|akademi|kart|kawiaren|centrum|rad|świetlic)\w*\s+seniora",
    ),
)
"""Banned words, the reason, and what to write instead. The list holds mistakes that were made once; others are not found.

„Klub Seniora”, „Dzień Seniora” and „Karta Seniora” are names. Plurals (sąsiadów, znajomym) mean everybody. The swindler
may have a gender: there is no other word for „oszust”.
"""


def find(piece: CheckedPiece) -> Iterator[Finding]:
    """Words in our own voice that mean only men or only women. The swindler's quote may say „babciu”."""
    if piece.leaflet.lang == "pl":
        yield from faults("gendered", texts(piece).ours, BANS, grave=False)


CHECK = Check("gendered", say("Half of the readers think that the warning is for somebody else."), find, words=True)
