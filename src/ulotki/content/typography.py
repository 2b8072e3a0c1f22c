"""Micro-typography: a table for each language, and rules that keep the length of a text.

Every rule replaces one character by one character, so runs keep their positions, and a second pass changes nothing.
"""

from __future__ import annotations

import datetime
import re
from functools import lru_cache

from ulotki.content.text import NBSP
from ulotki.frozen import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Typography:
    """The typographic rules of a language.

    family: its font family.  quotes: outer and inner pair.  bound: words of one letter, never last on a line.
    leaning: short words that should not be last on a line.  before: words that are joined to the next one by a hard space.
    months: in the grammatical case after the number of a day.  weekdays: from Monday.
    """

    lang: str
    family: str
    quotes: tuple[str, str, str, str]
    bound: str
    leaning: frozenset[str]
    before: tuple[str, ...]
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    date: str

    @lru_cache(maxsize=10_000)  # noqa: B019 (one for each language, for the life of the program)
    def __call__(self, text: str) -> str:
        """*text* with this language's quotation marks, dashes and hard spaces, of the same length."""
        text = self._quoted(text).replace("'", "’")
        for pattern, instead in _rules(self):
            text = pattern.sub(instead, text)
        return text

    def _quoted(self, text: str) -> str:
        outer_open, outer_close, inner_open, inner_close = self.quotes
        if not any(sign in text for sign in (outer_open, outer_close, '"')):
            return text
        out: list[str] = []
        depth = 0
        for index, sign in enumerate(text):
            char = sign
            if char == outer_open:
                char = inner_open if depth else char
                depth += 1
            elif char == outer_close:
                char = inner_close if depth > 1 else char
                depth = max(0, depth - 1)
            elif char == '"':
                opens = index == 0 or text[index - 1] in f" {NBSP}\n(–-„«“"
                char = (inner_open if depth else outer_open) if opens else (inner_close if depth > 1 else outer_close)
                depth = depth + 1 if opens else max(0, depth - 1)
            out.append(char)
        return "".join(out)

    def day(self, day: datetime.date) -> str:
        """*day* in words, such as „14 sierpnia 2024 r.”, joined by hard spaces."""
        return self.date.format(day=day.day, month=self.months[day.month - 1], year=day.year).replace(" ", NBSP)

    def day_and_month(self, day: datetime.date) -> str:
        """*day* without its year, such as „14 sierpnia”."""
        return f"{day.day}{NBSP}{self.months[day.month - 1]}"


@lru_cache
def _rules(typography: Typography) -> tuple[tuple[re.Pattern[str], str], ...]:
    """What is put in place of what, in order: dashes, ranges, hard spaces."""
    before = "|".join(re.escape(word) for word in typography.before)
    rules = (
        (r"[ \u00a0][-–—][ \u00a0]", f"{NBSP}– "),
        (r"(?<![\d–—-])(\d{1,2}(?:[.:]\d\d)?)[-—](\d{1,2})(?![\d–—-])", r"\1–\2"),
        (rf"(?<![^\W_])(?<!’)([{typography.bound}{typography.bound.upper()}]) ", rf"\1{NBSP}"),
        (r"(?<=\d) (?=\w)", NBSP),
        (rf"(?<!\w)((?i:{before})) (?=[\w+„«])", rf"\1{NBSP}"),
    )
    return tuple((re.compile(pattern), instead) for pattern, instead in rules)


POLISH = Typography(
    lang="pl",
    family="plain",
    quotes=("„", "”", "«", "»"),
    bound="aiouwz",
    leaning=frozenset(
        "do na od po ze we za ku co by bo że ni nie to czy pod nad bez ten ta przy przed przez dla lub".split()
    ),
    before=tuple("ul. al. pl. nr p. św. asp. sierż. mł. st. kom. godz. tel. kod kodu".split()),
    months=tuple(
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia".split()
    ),
    weekdays=tuple("poniedziałek wtorek środa czwartek piątek sobota niedziela".split()),
    date="{day} {month} {year} r.",
)

UKRAINIAN = Typography(
    lang="uk",
    family="fira",
    quotes=("«", "»", "„", "“"),
    bound="абвжзійоуя",
    leaning=frozenset("до на від по із зі за над під при про без для не ні та чи або що щоб як то це бо але".split()),
    before=tuple("вул. пл. просп. буд. кв. ст. п. тел. код коду".split()),
    months=tuple("січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня".split()),
    weekdays=tuple("понеділок вівторок середа четвер п’ятниця субота неділя".split()),
    date="{day} {month} {year} р.",
)

ENGLISH = Typography(
    lang="en",
    family="plain",
    quotes=("“", "”", "‘", "’"),
    bound="ai",
    leaning=frozenset("to of in on at by or no not the an it is if do and for".split()),
    before=tuple("No. St. Mr Mrs Ms BLIK".split()),
    months=tuple("January February March April May June July August September October November December".split()),
    weekdays=tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()),
    date="{day} {month} {year}",
)

HOME = "pl"
"""The main language: every scam is written in it first, and local values such as hours are written in it only."""

LANGUAGES = {typography.lang: typography for typography in (POLISH, UKRAINIAN, ENGLISH)}
