"""Finds what leads to a page or a mailbox in a text, however it is written: dotted, spaced, spelled, or in numbers."""

from __future__ import annotations

import re
from functools import lru_cache

from ulotki.content.regex import regex
from ulotki.content.seen import VALUE, flat, seen
from ulotki.content.seen_text import SeenText

ENDINGS = (
    "pl|com|net|org|eu|info|biz|ua|ru|by|de|uk|us|cz|sk|lt|me|io|co|cc|tv|gov|edu|int|app|dev|site|online|shop|store|top|"
    "xyz|club|live|click|link|page|pro|vip|icu|fun|space|website|work|bank|support|help|news|email|cloud"
)
"""Endings of hosts that swindlers use, and those that people know."""

SURE = "pl|com|eu|org|biz|ua|ru|xyz|gov|edu|icu|onion"
"""Endings that are no words of their own."""

SPELLED = r"p\W?e\W?l|pe\W+el|ka\W?o\W?em|ce\W?o\W?em|ko\W?em|e\W?u|p\W+l|c\W+o\W+m"

SHORT = regex(
    r"(?<![\w.])(?:m\.\s?in|l\.\s?dz|k\.\s?k|k\.\s?p|k\.\s?w|k\.\s?c|k\.\s?p\.\s?[ack]|k\.\s?r\.\s?o|Dz\.\s?U|Dz\.\s?Urz|p\.\s?o|o\.\s?o|n\.\s?p\.\s?m|n\.\s?e|p\.\s?n\.\s?e|"
    r"S\.\s?A|j\.\s?w|b\.\s?r|ub\.\s?r|w\.\s?w|t\.\s?j|r\.\s?ż|s\.\s?c|z\.\s?o\.\s?o|e\.\s?g|i\.\s?e|a\.\s?m|p\.\s?m|т\.\s?д|т\.\s?п|т\.\s?ч|т\.\s?і|і\.\s?т|м\.\s?ін|m\.\s?st|św\.\s?p|ś\.\s?p|p\.\s?w|n\.\s?d|"
    r"[FP]\.\s?H\.\s?U|P\.\s?P\.\s?H\.\s?U|P\.\s?U\.\s?H|[DFP]\.\s?H|G\.\s?S|S\.\s?K\.\s?R|N\.\s?Z\.\s?O\.\s?Z)\.?(?!\w)",
    re.IGNORECASE,
)
"""Abbreviations with full stops inside."""

NAMES = "a|be|ce|de|e|ef|gie|ha|i|jot|ka|el|em|en|o|pe|ku|er|es|te|u|fau|wu|iks|igrek|zet"
"""What letters are called."""

LINKED = flat(r"kropk[aąęi]|dot(?!\.)|punkt|крапк\w+|point")
AT = flat(r"małp[aąęki]+|at|собак\w+")

PATTERNS = tuple(
    regex(text, re.IGNORECASE)
    for text in (
        # a dot between letters, an @, a scheme, www
        r"[^\W_]\.{1,3}[^\W\d_]|@|:\s?[/\\]\s?[/\\]|:\s?//|\bh\W?[tx]\W?[tx]\W?p\W?s?\b|(?<![^\W_])xn\W?-\W?-|(?<![^\W_])w\W?w\W?w(?![^\W_])|www|"
        r"\bw[uó]\W*w[uó]\W*w[uó]\b|\btrzy\s+(?:razy\s+)?w[uó]\b|vvvvvv|\bftp\b",
        # other signs, or several, in place of the dot
        rf"[^\W_](?:[^\w\s,;!?{VALUE}]|_){{1,3}}\s?(?:{SURE})(?![^\W_])(?!\.\s[^\W\d_])",
        rf"[^\W_]\s?(?:[^\w\s{VALUE}!?]|_){{1,3}}\s?(?:{SURE})(?![^\W_])(?!\.\s?[^\W\d_])",
        rf"[^\W_]\s[.·•‧∙]\s?(?:{ENDINGS})(?![^\W_])",
        rf"[^\W_][,]\s?(?:{SURE})(?![^\W_])(?!\.)",
        # spelled
        rf"[^\W_][\W_]*\b(?:{LINKED})\b[\W_]*(?:{SURE}|net|{SPELLED})(?![^\W_])",
        rf"[^\W_][\W_]*\bkropk[aąęi]\b[\W_]*(?:{ENDINGS})(?![^\W_])",
        rf"kropk[aąęi](?:{SURE})(?![^\W_])|\bkropk[aąęi](?:[\s-]+(?:{NAMES})){{2,3}}(?![^\W_])",
        r"[^\W_][\s-]+(?:pe[\s-]+el|(?:ka|ce)[\s-]+o[\s-]+em)(?![^\W_])",
        rf"[^\W_][\W_]*\b(?:{AT})\b[\W_]*[^\W_]+[\W_]*(?:\b(?:{LINKED})\b|\.)[\W_]*(?:{ENDINGS}|{SPELLED})(?![^\W_])",
        r"[(\[{<]\s?(?:at|dot|kropka|małpa)\s?[)\]}>]",
        # short ones, with a blank or nothing in place of the dot
        r"(?<![^\W_])(?:(?:t|m|wa)\s?me|(?:bit|cutt|rebrand|ow|tiny)\s?(?:ly|cc)|goo\s?gl|is\s?gd)\s?/\s?[^\W_]",
        # numbers
        r"(?<![0-9.])(?:[0-9]{1,3}\s?[.·]\s?){3}[0-9]{1,3}(?![0-9])",
    )
)

BARE = regex(rf"[^\W\d_][^\W_]*\s(?:{SURE})(?![^\W_]|\.\s?[^\W\d_])")
"""A word and, behind a blank, the ending of a host, in small letters as nobody writes them otherwise."""

SPACED = regex(r"(?<![^\W_])[^\W_](?:[\s.·•]{1,3}[^\W_](?![^\W_])){3,}")
"""Letters one by one."""


@lru_cache(maxsize=20_000)
def web_like(text: str) -> str | None:
    """The first part of *text* that looks like an internet or mail address, None when there is none."""
    whole = seen(text).sub(SHORT, lambda match: "x" * len(match[0]))
    together = whole.sub(SPACED, lambda match: re.sub(r"\s", "", match[0]))
    for one in (whole,) if together is whole else (whole, together):
        for pattern in (*PATTERNS, BARE):
            if match := pattern.search(one.text):
                return _word(one, match)
    return None


def _word(text: SeenText, match: re.Match[str]) -> str:
    """The whole words that a match touches."""
    start, end = match.span()
    while start and not text.text[start - 1].isspace():
        start -= 1
    while end < len(text.text) and not text.text[end].isspace():
        end += 1
    return text.excerpt(start, end)
