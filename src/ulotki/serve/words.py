"""What the page says, in the language that somebody chose: the same catalogue as that of the commands."""

from __future__ import annotations

import datetime
import re

from markupsafe import Markup

from ulotki.content.text import NBSP
from ulotki.content.typography import LANGUAGES
from ulotki.errors import Say
from ulotki.installed import catalogue

SPOKEN = ("pl", "en")
"""What the page speaks, the first one first."""

NAMES = {"pl": "Polski", "en": "English"}

LEANS = re.compile(r"(?<!\w)([aiouwzAIOUWZ]|\d+) (?=\w)")
"""What may not stand at the end of a line: a word of one letter, and a figure."""

DAY = re.compile(r"\d{4}-\d\d-\d\d")
"""How a day stands in a sentence of the program."""


def tie(text: str) -> str:
    """*text* in which no short word and no figure ends a line."""
    return LEANS.sub(rf"\1{NBSP}", text)


def translate(sentence: Say, lang: str) -> str:
    """*sentence* in a language."""
    return tie(sentence.told(catalogue(lang).gettext))


def screen_text(sentence: Say, lang: str) -> str:
    """*sentence* as a screen has it: with its days in words."""
    text = sentence.told(catalogue(lang).gettext, lambda value: _day_text(value, lang))
    return tie(text.replace("r..", "r."))


def _day_text(value: str, lang: str) -> str:
    """*value* in words when it is a day, else as it is."""
    try:
        return day(datetime.date.fromisoformat(value), lang, year=True) if DAY.fullmatch(value) else value
    except ValueError:  # no such day
        return value


PLAIN = re.compile(r"(?!ulotki\b)[^\W\d_]+(?=[\s,;?!]|$)")
"""A word at the beginning that may get a capital: no command and no name of a file."""


def sentence(said: Say | str, lang: str) -> str:
    """*said* as a sentence of its own: with a capital, unless it begins with a command or the name of a file."""
    text = screen_text(said, lang) if isinstance(said, Say) else said
    return text[:1].upper() + text[1:] if PLAIN.match(text) else text


def phrase(lang: str, text: str, values: dict[str, object]) -> str:
    """The sentence *text* of a template, with its {values}. Values in bold and the like are Markup."""
    return _fill(catalogue(lang).gettext(text), lang, values)


def counted(lang: str, one: str, many: str, count: int, values: dict[str, object]) -> str:
    """*one* or *many* of a template, as the language counts; {n} is the count."""
    return _fill(catalogue(lang).ngettext(one, many, count), lang, {"n": count, **values})


def _fill(pattern: str, lang: str, values: dict[str, object]) -> str:
    given = {name: screen_text(value, lang) if isinstance(value, Say) else value for name, value in values.items()}
    if any(isinstance(value, Markup) for value in given.values()):
        return Markup(tie(pattern)).format(**given)
    return tie(pattern.format(**given))


def day(value: datetime.date, lang: str, *, year: bool = False) -> str:
    """A day in words: „6 sierpnia”, with its year where that is asked for."""
    typography = LANGUAGES[lang]
    return typography.day(value) if year else typography.day_and_month(value)


def weekday(value: datetime.date, lang: str) -> str:
    """The name of the day of the week, with a capital."""
    name = LANGUAGES[lang].weekdays[value.weekday()]
    return name[:1].upper() + name[1:]
