"""What the papers of every pack share: the unit, the community officer, the printer, the values that hold."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import field

from ulotki.content.paperwork import Paperwork
from ulotki.content.phrases import DeskWords
from ulotki.content.publisher import ActionPlan, Printer, Publisher, Unit, author_of
from ulotki.content.register import Register
from ulotki.content.text import Run, Words
from ulotki.content.typography import HOME
from ulotki.frozen import dataclass
from ulotki.library import Library


@dataclass(frozen=True, slots=True)
class Officer:
    """The community officer (dzielnicowy), as far as the register is sure of them on a day. numbers: one, two while one changes, or none."""

    numbers: tuple[Words, ...] = ()
    hours: Words | None = None
    name: Words | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """What the papers of every pack share. gmina: its name, "" for none.  issuer: "" when nobody is named.

    values: ref → what is printed, of every value of the register that holds on the day.
    """

    words: Paperwork
    names: DeskWords
    officer: Officer
    gmina: str
    issuer: str
    day: datetime.date
    printer: Printer = Printer()
    unit: Unit = Unit()
    plan: ActionPlan = ActionPlan()
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def author(self) -> str:
        """The author in the metadata of files."""
        return author_of(self.issuer)


def make_office(library: Library, day: datetime.date) -> Office:
    """The shared values of papers written on *day*."""
    publisher = library.publisher or Publisher()
    return Office(
        words=library.paperwork[HOME],
        names=library.readings[HOME].desk,
        officer=_officer(library.publisher, library.register, day) if library.publisher else Officer(),
        gmina=publisher.gmina,
        issuer=publisher.issuer.source if publisher.issuer else "",
        day=day,
        printer=publisher.printer,
        unit=publisher.unit,
        plan=publisher.plan,
        values={one.ref: one.printed for one in library.register if one.value and one.state(day).holds},
    )


def _officer(publisher: Publisher, register: Register, day: datetime.date) -> Officer:
    def good(kind: str, id: str) -> tuple[Words, ...]:
        value = register.find(kind, id)
        both = value.on(day) if value else ()
        return tuple(
            Words((Run(one.printed, strong=True, ref=one.ref),), one.at) for one in both if one and one.state(day).holds
        )

    numbers = good("number", publisher.officer_number)
    hours, name = good("name", publisher.officer_hours), good("name", publisher.officer_name)
    return Officer(numbers, hours[0] if hours and numbers else None, name[0] if name else None)
