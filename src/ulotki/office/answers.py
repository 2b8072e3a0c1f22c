"""Checks what people enter for the ledger: days, names, notes. What nobody can mean is refused."""

from __future__ import annotations

import datetime

from ulotki.content.gate import complaints
from ulotki.content.policies import NOTED
from ulotki.errors import Complaint, Refused, misused, say

MOST = 1000
"""Characters of a name or a note."""

NOBODY = frozenset({"t", "tak", "n", "nie", "y", "yes", "no", "ok", "x", "brak", "none"})
"""Answers to a yes-or-no question, typed where a name is expected."""


class Doubtful(Refused):
    """An entry is unlikely to be meant. It is written only after somebody has confirmed it."""


def past_day(day: datetime.date | None, today: datetime.date) -> datetime.date:
    """*day*, or *today* when it is None. Raises Misused for a day in the future."""
    if day is not None and day > today:
        what = say("{day} has not come yet", day=day)
        raise misused(what, say("write down what has happened, with the day on which it did"))
    return day or today


def not_a_day(words: str) -> Complaint:
    """(what, hint) for *words* that should be a day and are not."""
    return say('"{value}" is not a day', value=words), say("write a day as 2024-08-01")


def typed_day(words: str) -> datetime.date | None:
    """The day that somebody typed, None for nothing. Raises Misused for what is no day."""
    try:
        return datetime.date.fromisoformat(words) if words else None
    except ValueError:
        raise misused(*not_a_day(words)) from None


def period(first: datetime.date, last: datetime.date) -> tuple[datetime.date, datetime.date]:
    """(*first*, *last*). Raises Misused when the last day is before the first."""
    if first > last:
        what = say("the period ends on {last}, before it begins on {first}", last=last, first=first)
        raise misused(what, say("name both days: --from DAY --to DAY"))
    return first, last


def refuse_more_hung(hung: int | None, copies: int) -> None:
    """Raises Misused when more copies hang on boards than there are. hung: None when nobody said."""
    if hung is not None and hung > copies:
        what = say("{hung} copies cannot hang: there are {copies}", hung=hung, copies=copies)
        raise misused(what, say("correct --hung or --copies"))


def checked_group(words: str) -> str:
    """The name of a group with single spaces. Raises Misused when it is empty, or not allowed in a text."""
    if group := checked_text(words):
        return group
    hint = say("say who was there, such as the pensioners' club")
    raise misused(say("--group names nobody"), hint)


def checked_text(words: str) -> str:
    """*words* with single spaces. Raises Misused for what must not be printed in lists and accounts."""
    tidy = tidy_text(words)
    for what, hint in complaints(tidy, NOTED):
        raise misused(what, hint)
    return tidy


def tidy_text(words: str) -> str:
    """*words* with single spaces. Raises Misused for characters that nobody types, and for too many of them."""
    tidy = " ".join(words.split())
    if not tidy.isprintable() or len(tidy) > MOST:
        what = say('"{value}" cannot be written down', value=tidy)
        raise misused(what, say("write it in plain words, at most {most} characters", most=MOST))
    return tidy


def checked_name(words: str, *, new: bool = True) -> str:
    """A name with single spaces, "" for nobody. Raises Misused for anything that is no name, such as "t" or "tak".

    new: False for a name to search for, which an older version may have accepted.
    """
    tidy = checked_text(words) if new else tidy_text(words)
    if tidy and (tidy.casefold() in NOBODY or sum(sign.isalpha() for sign in tidy) < 2):
        what = say('"{value}" is nobody\'s name', value=tidy)
        raise misused(what, say("write who it was, such as Anna Nowak"))
    return tidy
