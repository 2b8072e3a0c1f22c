"""The settings of a workspace: who publishes, the printer, the print shop, the unit, the web site, the plan."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Annotated, Literal

from ulotki.content.country import address_fault
from ulotki.content.doc import Doc
from ulotki.content.text import Prose
from ulotki.errors import Complaint, Say, Where, figure, say
from ulotki.frozen import dataclass
from ulotki.paper import Edge

TurnedEdge = Literal["both", "short", "long", "by hand"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Printer:
    """The office printer, as its test sheet shows it: how far sheets are moved, how it turns them, how far it reaches."""

    right: Annotated[float, Doc("Millimetres to the right; a negative number moves to the left.")] = 0.0
    down: Annotated[float, Doc("Millimetres down; a negative number moves up.")] = 0.0
    turns: Annotated[
        TurnedEdge,
        Doc(
            'How it prints on both sides: "both" turns over the edge that it is told, "short" and "long" over that edge alone, "by hand" prints one side at a time.'
        ),
    ] = "both"
    margin: Annotated[
        float, Doc("Millimetres from the edge that it does not reach; 0 when nobody has measured it.")
    ] = 0.0
    counts: Annotated[
        bool, Doc("Whether a number of copies can be chosen: then what is printed very often is a file with its count.")
    ] = True
    skips_blank: Annotated[
        bool, Doc("Whether it leaves out blank pages: then a line stands on the back of what has one side.")
    ] = False

    def edge(self, made: Edge | None) -> Edge | None:
        """The edge over which it turns sheets that are *made* for one. By hand a stack is turned like a page of a book."""
        if made is None or self.turns == "both":
            return made
        return "long" if self.turns == "by hand" else self.turns

    @property
    def how(self) -> Say:
        """How its two-sided sheets are printed."""
        match self.turns:
            case "both" | "short":
                return say("print at 100 % (actual size); two-sided sheets turn over the short edge")
            case "long":
                return say("print at 100 % (actual size); two-sided sheets turn over the long edge")
            case "by hand":
                return say(
                    "print at 100 % (actual size), first the files …-1-przody; then turn the stack over its long side and put it back so that the clean side is printed and the same edge and the same sheet go in first; then print …-2-tyly"
                )


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintShop:
    """What a print shop asks for, and what the job ticket says."""

    stock: Annotated[str, Doc("The paper to print on; empty for the usual one.")] = ""
    contact: Annotated[str, Doc("Whom the print shop asks; empty for the issuer.")] = ""
    bleed: Annotated[float, Doc("Millimetres around the page that the print shop cuts off, 0 to 10.")] = 3.0
    marks: Annotated[bool, Doc("false: without crop and fold marks, for a print shop that sets its own.")] = True

    @property
    def fault(self) -> Complaint | None:
        """(what, hint) when no print shop asks for such a bleed, else None."""
        if 0 <= self.bleed <= MOST_BLEED:
            return None
        what = say("no print shop asks for a bleed of {bleed} mm", bleed=figure(self.bleed, "g"))
        return what, say("write 0 to {most} mm; 3 is usual", most=MOST_BLEED)


MOST_BLEED = 10
"""mm of bleed that a print shop may ask for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """The police unit, for letters and receipts. What is empty is left out or is a line to write on: nothing is made up."""

    name: Annotated[str, Doc("The full name of the unit, as at the head of its letters.")] = ""
    address: Annotated[str, Doc("Its postal address, in one line.")] = ""
    town: Annotated[str, Doc("Where letters are written; empty for the name of the gmina.")] = ""
    email: Annotated[str, Doc("The official e-mail address of the officer or of the unit.")] = ""
    post: Annotated[str, Doc('The post of the officer, such as "dzielnicowa"; empty for "dzielnicowy".')] = ""
    district: Annotated[str, Doc('The number of the district (rejon służbowy), such as "7".')] = ""
    case_number: Annotated[str, Doc("The file number of letters; empty for a line to write it on.")] = ""
    controller: Annotated[
        str, Doc('Who keeps the data of those who sign, such as "Komendant Powiatowy Policji w …".')
    ] = ""
    retention: Annotated[str, Doc('How long signed receipts are kept, such as "do 31 grudnia 2026 r.".')] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WebSite:
    """Where the pages of `site` are put."""

    address: Annotated[
        str,
        Doc('Where the folder will lie, such as "https://lubartow.policja.gov.pl/oszustwa"; for previews in chats.'),
    ] = ""
    accessibility: Annotated[str, Doc("The address of the unit's accessibility statement.")] = ""

    @property
    def faults(self) -> Iterator[tuple[str, Say, Say]]:
        """(field, what, hint) for each address that is not on a page that may be printed."""
        for name in ("address", "accessibility"):
            value = getattr(self, name)
            host = "/".join(value.split("/")[:3])
            plain = re.fullmatch(r"https://[a-z0-9.-]+(?:/[A-Za-z0-9._~,-]+)*(?:\.html)?", value)
            if value and (not plain or address_fault(host)):
                what = say('"{value}" is not the address of a page of ours', value=value)
                yield name, what, say("write it as in https://lubartow.policja.gov.pl/oszustwa, without / at its end")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionPlan:
    """The period of the plan of action (plan działania priorytetowego)."""

    begins: Annotated[datetime.date | None, Doc("Its first day.")] = None
    ends: Annotated[datetime.date | None, Doc("Its last day.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """The settings of a workspace: for whom it speaks."""

    issuer: Annotated[
        Prose | None, Doc("The publisher, printed in the imprint. Without it every page says PROJEKT.")
    ] = None
    gmina: Annotated[str, Doc("The name of the gmina, for lists.")] = ""
    officer_number: Annotated[str, Doc("The id of the officer's telephone number in numbers.toml.")] = "dzielnicowy"
    officer_name: Annotated[str, Doc("The id of the officer's rank and name in numbers.toml.")] = "dzielnicowy"
    officer_hours: Annotated[str, Doc("The id of the officer's office hours in numbers.toml.")] = "godziny"
    sources: Annotated[
        tuple[str, ...],
        Doc(
            'Hosts of public offices here, such as "bip.gmina.pl": pages on which a second person may read a value, besides those of gov.pl and the Police.'
        ),
    ] = ()
    names_until: Annotated[
        datetime.date | None,
        Doc(
            "The last day on which the ledger keeps names, telephones and notes; afterwards doctor names what is still kept."
        ),
    ] = None
    printer: Annotated[Printer, Doc("The correction of the office printer, from its test sheet.")] = Printer()
    print_shop: Annotated[PrintShop, Doc("What the job ticket for a print shop says.")] = PrintShop()
    unit: Annotated[Unit, Doc("The police unit, for letters and receipts.")] = Unit()
    site: Annotated[WebSite, Doc("Where the pages for the web site are put.")] = WebSite()
    plan: Annotated[ActionPlan, Doc("The period of the plan of action, for letters and the final account.")] = (
        ActionPlan()
    )
    at: Where = Where()


def author_of(issuer: str | None) -> str:
    """Whom a file names as its author: who publishes it, else the program."""
    return issuer or "ulotki"
