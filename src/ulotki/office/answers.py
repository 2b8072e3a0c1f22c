"""What people say when something is written down: a day, a name, a note. What cannot be meant is refused."""

from __future__ import annotations

import datetime

from ulotki.content.gate import complaints
from ulotki.content.policies import NOTED
from ulotki.errors import Complaint, Refused, misused, say

MOST = 1000
"""Characters of a name or a note."""

NOBODY = frozenset({"t", "tak", "n", "nie", "y", "yes", "no", "ok", "x", "brak", "none"})
"""What is typed where a yes or a no is expected: nobody is called so."""


class Doubtful(Refused):
    """What is unlikely to be meant: it is written when somebody has been asked again."""


def past_day(day: datetime.date | None, today: datetime.date) -> datetime.date:
    """The day of what has happened; today when none is named. Raises Misused for one to come."""
    if day is not None and day > today:
        what = say("{day} has not come yet", day=day)
        raise misused(what, say("write down what has happened, with the day on which it did"))
    return day or today


def not_a_day(words: str) -> Complaint:
    """(what, hint) for *words* that should be a day and are not."""
    return say('"{value}" is not a day', value=words), say("write a day as 2024-08-01")


def period(first: datetime.date, last: datetime.date) -> tuple[datetime.date, datetime.date]:
    """Both days. Raises Misused when they lie the wrong way round."""
    if first > last:
        what = say("the period ends on {last}, before it begins on {first}", last=last, first=first)
        raise misused(what, say("name both days: --from DAY --to DAY"))
    return first, last


def refuse_more_hung(hung: int | None, copies: int) -> None:
    """Raises Misused when more copies hang on boards than there are. hung: None when nobody said."""
    if hung is not None and hung > copies:
        what = say("{hung} copies cannot hang of {copies}", hung=hung, copies=copies)
        raise misused(what, say("mend --hung or --copies"))


def checked_group(words: str) -> str:
    """With whom a meeting is, blanks tidied. Raises Misused for nobody, and for what no text may hold."""
    if group := checked_text(words):
        return group
    hint = say("say who was there, such as the pensioners' club")
    raise misused(say("--group names nobody"), hint)


def checked_text(words: str) -> str:
    """*words*, blanks tidied. Raises Misused for what no text may hold: it is printed in lists and accounts."""
    tidy = tidy_text(words)
    for what, hint in complaints(tidy, NOTED):
        raise misused(what, hint)
    return tidy


def tidy_text(words: str) -> str:
    """*words*, blanks tidied. Raises Misused for signs that nobody types."""
    tidy = " ".join(words.split())
    if not tidy.isprintable() or len(tidy) > MOST:
        what = say('"{value}" cannot be written down', value=tidy)
        raise misused(what, say("write it in plain words, at most {most} signs", most=MOST))
    return tidy


def checked_name(words: str, *, new: bool = True) -> str:
    """A name, blanks tidied, "" for nobody. Raises Misused for what is not a name, such as "t" or "tak".

    new: False for a name that is looked for, as an older version may have written it down.
    """
    tidy = checked_text(words) if new else tidy_text(words)
    if tidy and (tidy.casefold() in NOBODY or sum(sign.isalpha() for sign in tidy) < 2):
        what = say('"{value}" is nobody\'s name', value=tidy)
        raise misused(what, say("write who it was, such as Anna Nowak"))
    return tidy
