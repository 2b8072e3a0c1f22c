"""Words that promise what nobody can keep."""

from __future__ import annotations

from ulotki.checks._bans import Ban, Bans
from ulotki.errors import say

NOT_OURS = say("promises what is not in our hands")
TOO_WIDE = say("is not always so, and the swindler knows the case in which it is not")
FIGURES = say("is a figure: it is soon out of date, and makes the reader one of many")

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
