"""The rules for telephone numbers and internet addresses that may be printed in Poland.

One table with its sources, `leaflets/library/forms.toml`, has the forms of numbers. The allowed hosts are here, in the
program: content can only choose among them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache
from itertools import accumulate, pairwise

from ulotki.content.regex import regex
from ulotki.content.text import NBSP, composed
from ulotki.errors import Complaint, Say, say
from ulotki.frozen import dataclass
from ulotki.installed import table

FORMS = "leaflets/library/forms.toml"

COUNTRY = "48"
"""The country calling code of Poland (ITU-T E.164)."""

SUBSCRIBER = 9
"""Digits of a subscriber's number. Shorter numbers are dialled without the country code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberForm:
    """One form of a number in the table, which says what the fields mean."""

    starts: tuple[str, ...]
    length: int
    groups: tuple[int, ...]
    source: str
    refused: str = ""
    instead: str = ""
    note: str = ""
    messages: bool = False
    id: str = ""


@cache
def forms() -> tuple[NumberForm, ...]:
    """The table. Raises Refused when it was altered, Broken when it is not there."""
    return tuple(
        NumberForm(**{**form, "starts": tuple(form["starts"]), "groups": tuple(form["groups"])}, id=id)
        for id, form in table(FORMS)["form"].items()
    )


@lru_cache(maxsize=4_000)
def _form(digits: str) -> NumberForm | None:
    """The form of *digits*, of those in the table that begin like them the longest."""
    found = [
        (len(start), form)
        for form in forms()
        if len(digits) == form.length
        for start in form.starts
        if digits.startswith(start)
    ]
    return max(found, key=lambda one: one[0])[1] if found else None


@dataclass(frozen=True, slots=True)
class Phone:
    """A parsed number. digits: as dialled in Poland.  abroad: it was written with +48.  extension: "" for none."""

    digits: str
    abroad: bool = False
    extension: str = ""

    @property
    def form(self) -> NumberForm | None:
        """Its form in the table, None for a number that cannot exist."""
        return _form(self.digits) if forms() else None

    @property
    def canonical(self) -> str:
        """The form in which numbers are compared: "478112000", "818552036/12"."""
        return f"{self.digits}/{self.extension}" if self.extension else self.digits

    @property
    def link(self) -> str:
        """The number for a tel: link (RFC 3966): nine digits with the country code, short and free numbers without it."""
        whole = len(self.digits) == SUBSCRIBER and not self.digits.startswith("80")
        extension = f";ext={self.extension}" if self.extension else ""
        return f"tel:+{COUNTRY}{self.digits}{extension}" if whole else f"tel:{self.digits}{extension}"

    def grouped(self, form: NumberForm) -> str:
        """The number in the groups of its *form*, with plain blanks: "+48 47 811 20 00", "81 855 20 36 wew. 12"."""
        cuts = (0, *accumulate(form.groups))
        groups = " ".join(self.digits[start:end] for start, end in pairwise(cuts))
        country = f"+{COUNTRY} " if self.abroad else ""
        return f"{country}{groups}{f' wew. {self.extension}' if self.extension else ''}"


BLANK = f"[ {NBSP}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}]"

EXTENSION = regex(
    rf"(?P<number>.*?[0-9)]){BLANK}*[,;]?{BLANK}*(?:wewnętrzny|wewn|wew|w|ext){BLANK}*\.?{BLANK}*(?P<extension>[0-9]{{1,5}})",
    re.IGNORECASE,
)

BETWEEN = regex(rf"{BLANK}|[().\-\N{{HYPHEN}}\N{{NON-BREAKING HYPHEN}}\N{{FIGURE DASH}}–—]")
"""Characters that people write between the digits of a number."""

PLUS = regex(r"(?:\+|00)([1-9][0-9]*)")
"""A number with a country code, as it is dialled from abroad."""

DIGITS = regex(r"\+?[0-9]+")


@lru_cache(maxsize=2_000)
def parse_phone(text: str) -> Phone | None:
    """The Polish number in *text*, None when there is none.

    It understands +48, 0048, 48 or 0 before nine digits, brackets, dashes, dots and spaces, and an extension at the end.
    """
    text = composed(text)
    match = EXTENSION.fullmatch(text)
    extension = match["extension"] if match else ""
    digits = BETWEEN.sub("", match["number"] if match else text)
    if not DIGITS.fullmatch(digits):
        return None
    whole = digits.removeprefix("+").removeprefix("00")
    abroad = whole != digits or (len(digits) == SUBSCRIBER + 2 and digits.startswith(COUNTRY))
    if abroad:
        if not whole.startswith(COUNTRY):
            return None
        digits = whole.removeprefix(COUNTRY)
    if len(digits) == SUBSCRIBER + 1:
        digits = digits.removeprefix("0")
    if (abroad or extension) and len(digits) != SUBSCRIBER:
        return None
    return Phone(digits, abroad, extension)


def canonical(text: str) -> str:
    """*text* in the form in which numbers are compared. A text that is no number loses its spaces only."""
    found = parse_phone(text)
    return found.canonical if found else "".join(composed(text).split())


def grouped(text: str, *, abroad: bool = False) -> str:
    """A number in the groups in which people say it, joined by hard spaces. A number without a form keeps its own groups.

    abroad: put +48 before a number that can be called from abroad.
    """
    found = parse_phone(text)
    form = found.form if found else None
    if not found or not form:
        return text.replace(" ", NBSP)
    whole = found.abroad or (abroad and found.link.startswith(f"tel:+{COUNTRY}"))
    return replace(found, abroad=whole).grouped(form).replace(" ", NBSP)


def number_fault(text: str) -> Complaint | None:
    """(what, hint) when *text* is not a number that may be printed on a leaflet in Poland, else None."""
    found = parse_phone(text)
    form = found.form if found else None
    if form is None:
        return _unknown(text, found)
    match form.refused:
        case "":
            return None
        case "premium":
            return say('"{value}" is a premium number', value=text), say("print a number that costs nothing extra")
        case "moved":
            return say("{value} is no longer a number to print", value=text), say("print {new}", new=form.instead)
        case _:
            return say('"{value}" no longer works', value=text), say("it is now {new}", new=form.instead)


def _unknown(text: str, found: Phone | None) -> Complaint:
    abroad = PLUS.fullmatch(BETWEEN.sub("", text))
    if abroad and not abroad[1].startswith(COUNTRY):
        return say('"{value}" is a number of another country', value=text), say("print a Polish number")
    if found and len(found.digits) == SUBSCRIBER:
        what = say(
            '"{value}" cannot be a number: none in Poland begins with {start}', value=text, start=found.digits[:2]
        )
        return what, say("read it again in its source, digit by digit")
    what = say('"{value}" is not a telephone number', value=text)
    return what, say("write nine digits as in 81 855 20 36, or a short number such as 112; an extension as in wew. 12")


NOTES = {
    "shared-cost": say("the caller pays too, and how much depends on the operator"),
    "of-an-area": say("it is dialled like this only in its own area, and a call may cost more"),
    "answered-by-112": say("calls to it are answered by 112"),
}
"""What people should know of a number, by the note of its form."""


def number_note(text: str) -> Say | None:
    """What the person who prints this number should know about it, None for nothing."""
    found = parse_phone(text)
    form = found.form if found else None
    return NOTES[form.note] if form and form.note else None


# Pages


HOSTS = frozenset({"incydent.cert.pl", "cert.pl", "policja.pl", "www.policja.pl", "www.gov.pl", "zbiorki.gov.pl"})
"""Hosts that may be printed."""

UNIT = regex(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.policja\.gov\.pl")
"""The page of a police unit may be printed too: exactly one label before policja.gov.pl."""

ADDRESS = regex(r"https://([a-z0-9.-]+)")


def address_fault(text: str) -> Complaint | None:
    """(what, hint) when *text* is anything else than https:// and an allowed host, else None.

    The whole raw string is compared. Programs read a tab, a backslash or an @ in an address in different ways, and
    swindlers use such differences.
    """
    match = ADDRESS.fullmatch(text)
    host = match[1] if match else ""
    if host in HOSTS or (UNIT.fullmatch(host) and not any(label.startswith("xn--") for label in host.split("."))):
        return None
    what = say('"{value}" is not an address that may be printed', value=text)
    return what, say("allowed are https:// and one of {hosts}, or name.policja.gov.pl", hosts=", ".join(sorted(HOSTS)))
