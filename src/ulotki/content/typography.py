"""The typography of each language: its quotation marks, short words, months and days."""

from __future__ import annotations

from collections.abc import Sequence

from ulotki.content.text import Prose
from ulotki.content.typography_rules import Typography

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


def plural_form(forms: Sequence[Prose], count: int) -> Prose:
    """The form of a Polish noun and its verb for *count*: of 1, of 2 to 4 (and 22 to 24 …), of 5 and more."""
    one, few, many = forms
    if count == 1:
        return one
    return few if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14) else many
