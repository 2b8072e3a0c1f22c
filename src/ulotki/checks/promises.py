"""No promise that nobody can keep, no statistics, no threat, no blame."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ulotki.checks import Check, CheckedPiece
from ulotki.checks._texts import Ban, Bans, faults, texts
from ulotki.content.readability import sentences
from ulotki.errors import Finding, say

NOT_OURS = say("promises what is not in our hands")
TOO_WIDE = say("is not always so, and the swindler knows the case in which it is not")
FIGURES = say("is a figure: it is soon out of date, and makes the reader one of many")
BLAME = say("blames the person who was cheated, and shame keeps people from calling")
THREAT = say("threatens, and threats keep people from calling")

PROMISES = Bans(
    (
        Ban(
            r"(?:na\s+pewno|z\s+pewnością|bez\s+wątpienia)\s+(?:\w+\s+){0,2}"
            r"(?:odzysk|wróc|zwróc|odda|pomo|złap|znajd|uda|ochroni|zablok|nie\s+strac)\w*"
            r"|odzyska(?:sz|my|cie|ją)|pieniądze\s+(?:(?!nie\b)\w+\s+)?wrócą|gwarant(?:uj|owan)\w+|gwarancj\w+"
            r"|(?:bank|policja|urząd|ubezpieczyciel|państwo|prokuratura)\s+(?:\w+\s+){0,2}"
            r"(?:zwróci|odda|pokryje|odzyska|złapie|znajdzie|naprawi|ochroni)",
            NOT_OURS,
            say("say what to do: {example}", example="Zadzwoń do banku."),
        ),
        Ban(
            r"(?:zawsze|całkowicie|w\s+pełni|zupełnie|stuprocentowo)\s+(?:\w+\s+)?bezpieczn\w+"
            r"|nic\s+(?:ci|tobie)\s+nie\s+grozi|nic\s+nie\s+stracisz|nic\s+(?:ci\s+)?się\s+nie\s+stanie",
            NOT_OURS,
            say("say what is safer, and leave out always"),
        ),
        Ban(
            r"(?:bank|policja|urząd|zus|krus|prokuratura)\s+nigdy\s+nie\s+(?:dzwoni|prosi|pyta|przychodzi)"
            r"|zawsze\s+(?:można|się\s+uda|pomoże|działa)",
            TOO_WIDE,
            say("name exactly what only a swindler wants: {example}", example="nie każe wypłacać pieniędzy z banku"),
        ),
        Ban(
            r"\d+\s*%|procent\w*|stuprocentow\w+|co\s+(?:drug|trzec|czwart|piąt|dziesiąt)(?:i|y|ia|a)\s+\w+"
            r"|(?:\d+|setki|tysi[ąę]c\w*|milion\w*|większość)\s+(?:osób|ludzi|senior\w+|przypadków|ofiar|oszustw)",
            FIGURES,
            say("tell what happens to one person"),
        ),
    ),
    but_not=(
        r"nie\s+(?:ma|daje|dają)\s+(?:\w+\s+)?gwarancji(?:,\s+że\s+\w+)?",
        r"(?:oszust|nikt|nie|kto|ktoś)\s+(?:\w+\s+)?gwarantuj\w+",
        r"gwarancj\w+\s+(?:zysku|wygranej)",
    ),
)

BLAMES = Bans(
    (
        Ban(
            r"naiwn\w+|łatwowiern\w+|lekkomyśln\w+|nieostrożn\w+|bezmyśln\w+|głup\w+|frajer\w*|wsty(?:d|du|dem|dź|dzić|dliw\w+)",
            BLAME,
            say("say it without blame: {example}", example="To nie Twoja wina."),
        ),
        Ban(
            r"da(?:ć|ł|ła|li|ły|łeś|łaś|liście|sz|cie|je|ją|jesz)?\s+się\s+(?:\w+\s+)?"
            r"(?:nabrać|oszukać|naciągnąć|zwieść|okraść|wrobić|podejść|złapać)",
            BLAME,
            say("let the swindler do it: {example}", example="Oszust udaje bliską osobę."),
        ),
        Ban(
            r"(?<!\bnie\s)(?<!\bnie\sjest\s)tw(?:oja|oją|ojej)\s+win[aąęy]|z\s+własnej\s+winy|na\s+własne\s+życzenie|twoja\s+odpowiedzialność"
            r"|sama?\s+odpowiadasz",
            BLAME,
            say("say it without blame: {example}", example="Winny jest oszust."),
        ),
        Ban(
            r"pad\w*\s+ofiarą|ofiar\w*\s+(?:oszust|wyłudz|przestęp)\w*|os(?:oba|oby|ób|obom|obę)\s+samotn\w+|samotn\w+\s+os\w+",
            say("is a label that nobody wants to wear"),
            say("say what happened: {example}", example="Oszust ma Twoje pieniądze?"),
        ),
        Ban(
            r"zapuka\s+do\s+ciebie|grozi\s+(?:ci|tobie|za\s+to)\s+\w+|pójdziesz\s+do\s+więzienia",
            THREAT,
            say("say who helps: {example}", example="Idź na Policję z zaufaną osobą."),
        ),
    ),
    but_not=(
        r"(?:nie|żaden|nie\s+jest)\s+(?:żaden\s+)?wstyd",
        r"nie\s+(?:wstydź(?:cie)?|wstydzimy)\s+się",
        r"nie\s+(?:ma|trzeba|musisz|powinno|jest)\s+(?:(?!tw)\w+\s+){0,3}wsty(?:dzić|du|d)|bez\s+wstydu",
    ),
)
"""Banned words. „To nie Twoja wina” and „To nie wstyd” are allowed; „To nie Twój wstyd” still speaks of shame.

„Nie daj się oszukać” is advice for everybody and blames nobody; „dał się oszukać” blames.
"""

REPORTED = re.compile(r"\b(?:obiec|obietnic|kus[iz]|twierdz|mówi|zapewnia|przekonuj|udaj)", re.IGNORECASE)
"""Words of a sentence that reports what the swindler promises: it is no promise of ours."""


def find(piece: CheckedPiece) -> Iterator[Finding]:
    """Promises, figures, blame and threats in our own voice."""
    if piece.leaflet.lang != "pl":
        return
    for passage in texts(piece).ours:
        if BLAMES.broken(passage.text):
            yield from faults("promises", (passage,), BLAMES, grave=True)
        if PROMISES.broken(passage.text):
            ours = [one for one in sentences(passage.text) if not REPORTED.search(one)]
            yield from faults("promises", [passage._replace(text=one) for one in ours], PROMISES, grave=True)


CHECK = Check(
    "promises",
    say("A promise that fails and a word of blame cost the trust that the next warning needs."),
    find,
    words=True,
)
