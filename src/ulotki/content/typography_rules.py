"""Micro-typography. Each rule puts one character for one, so runs keep their places; a second pass changes nothing."""

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
            opens = index == 0 or text[index - 1] in f" {NBSP}\n(–-„«“"
            if sign == outer_open or (sign == '"' and opens):
                out.append(inner_open if depth else outer_open)
                depth += 1
            elif sign in (outer_close, '"'):
                out.append(inner_close if depth > 1 else outer_close)
                depth = max(0, depth - 1)
            else:
                out.append(sign)
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
