"""Our own words never tell readers to do what the swindler asks them to do."""

from __future__ import annotations

from collections.abc import Iterator

from ulotki.checks import Check, CheckedPiece
from ulotki.checks._bans import Ban, Bans, faults
from ulotki.checks._texts import texts
from ulotki.errors import Finding, say

WHY = say("is what the swindler says")
SECRETS = r"(?:kod\w*|hasł\w+|pin\w*|pesel\w*|dane|numer\s+karty|login\w*)"

BANS = Bans(
    (
        Ban(
            r"klik(?:nij|aj)(?:cie)?|(?:ze|prze)?skanuj(?:cie)?|naciśnij(?:cie)?"
            r"|(?:otwórz|otwieraj|wejdź\s+w|wchodź\s+w)\s+(?:\w+\s+)?(?:link|załącznik|kod)\w*",
            WHY,
            say("write what to do without a link: {example}", example="Zadzwoń do firmy."),
        ),
        Ban(
            r"(?:za|o|do|w|s)?płać(?:cie)?|wpłacaj(?:cie)?|przel(?:ej|ewaj)(?:cie)?"
            r"|(?:wyślij|wysyłaj|przekaż|oddaj|daj|wypłać|wypłacaj)\s+(?:\w+\s+)?(?:pieniądze|gotówkę|kartę)",
            WHY,
            say("write what to do instead of paying: {example}", example="Sprawdź rachunek."),
        ),
        Ban(
            r"(?:za)?instaluj(?:cie)?|pobierz(?:cie)?|ściągnij(?:cie)?|(?:za)?loguj(?:cie)?",
            WHY,
            say("write what to do without a program or a password: {example}", example="Idź do swojego banku."),
        ),
        Ban(
            rf"(?:podaj|wpisz|przeczytaj|podyktuj|wyślij|przekaż)(?:cie)?\s+(?:\w+\s+)?{SECRETS}"
            r"|(?:zatwierdź|potwierdź)(?:cie)?",
            WHY,
            say("nobody has to give a secret to be safe"),
        ),
        Ban(
            r"oddzwo(?:ń|nij|aniaj)(?:cie)?|oddzwaniaj(?:cie)?|(?:za)?dzwoń(?:cie)?\s+(?:pod|na)\s+(?:podany|ten|wskazany)\s+numer"
            r"|(?:(?:za)?dzwoń|napisz|odpisz)(?:cie)?\s+(?:pod|na)\s+(?:\w+\s+)?numer\s+(?:z|ze|w|podany\s+w)\s+(?:\w+\s+)?"
            r"(?:sms|wiadomo|e-?mail|ogłosz|ekran|link|stron|ulot|kartk|reklam)[\w-]*",
            say("may lead to the swindler"),
            say("give a number of the register, or say which number the reader has at home"),
        ),
        Ban(
            r"proszę\s+(?:\w+\s+)?(?:kliknąć|(?:za|o|do|w)płacić|przelać|zainstalować|pobrać|zalogować|zeskanować|podać|oddzwonić)",
            WHY,
            say("write what to do instead: {example}", example="Rozłącz się."),
        ),
    ),
    unless_after=("nie", "ani"),
)
"""Banned imperatives. „Nie klikaj” and „ani nie płać” are no commands to click or to pay."""


def find(piece: CheckedPiece) -> Iterator[Finding]:
    """Commands of the swindler in our own voice: to click, pay, install, log in, scan, or call back."""
    if piece.leaflet.lang == "pl":
        yield from faults("commands", texts(piece).ours, BANS, grave=True)


CHECK = Check(
    "commands", say("People who learn from us to click and to pay will do so when the swindler asks."), find, words=True
)
