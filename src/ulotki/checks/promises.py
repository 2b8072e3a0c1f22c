"""No promise that nobody can keep, no statistics, no threat, no blame."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ulotki.checks import Check, CheckedPiece
from ulotki.checks._bans import Ban, Bans, faults
from ulotki.checks._promised import PROMISES
from ulotki.checks._texts import texts
from ulotki.content.readability import sentences
from ulotki.errors import Finding, say

BLAME = say("blames the person who was cheated, and shame keeps people from calling")
THREAT = say("threatens, and threats keep people from calling")

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
