"""Forms: what somebody typed, as values; and what is wrong with it, by field."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from typing import TypeVar

from flask import g, request
from werkzeug.datastructures import MultiDict

from ulotki.content.text import composed
from ulotki.errors import Finding, Say, Trouble, Where, say
from ulotki.frozen import dataclass
from ulotki.office.answers import not_a_day
from ulotki.office.edits import Overtaken
from ulotki.serve.spoken import at_form

T = TypeVar("T")


@dataclass(slots=True)
class Faults:
    """What is wrong with a form. at: the finding at each field.  above: what belongs to no field."""

    at: dict[str, Finding] = field(default_factory=dict)
    above: list[Finding] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.at or self.above)

    def add(self, name: str, what: Say, hint: Say | None = None) -> None:
        """Complain about the field *name*."""
        self.at.setdefault(name, Finding("form", what, hint, Where(field=name)))

    def take(self, found: Iterable[Finding], fields: Iterable[str]) -> None:
        """Sort findings of a use case to the fields of a form: by what they name, or the last part of it."""
        known = set(fields)
        for one in map(at_form, found):
            whole, last = one.at.field, one.at.field.rpartition(".")[2]
            if (name := whole if whole in known else last) in known:
                self.at.setdefault(name, one)
            elif one not in self.above:
                self.above.append(one)


PICK, SIDES = "pick.", ("mine", "there", "anew")
"""Before the name of a field: which of several versions stays, and the versions themselves. See `conflict`."""


def picked(sent: MultiDict[str, str]) -> MultiDict[str, str]:
    """*sent*, each field of which there are several versions with the words of the one that was picked."""
    made = sent.copy()
    for name, side in sent.items():
        if name.startswith(PICK):
            field = name.removeprefix(PICK)
            words = sent.getlist(f"{side if side in SIDES else SIDES[0]}.{field}")
            made.setlist(field, words) if words else made.poplist(field)
    return made


class Form:
    """What was sent, blanks at the ends cut and letters composed; and what is wrong with it.

    Where somebody else was first, and the two changes do not touch, `conflict` puts both into `g.sent`: that is sent then.
    trouble: what `attempt` met and is no fault of a field, such as that somebody else was first.
    """

    def __init__(self, sent: Mapping[str, str | tuple[str, ...]] | None = None) -> None:
        self.sent: MultiDict[str, str] = picked(g.get("sent", request.form) if sent is None else MultiDict(sent))
        self.faults = Faults()
        self.trouble: Trouble | None = None

    def text(self, name: str) -> str:
        """A field, "" when it was not sent."""
        return composed(self.sent.get(name, "")).strip()

    def ticked(self, name: str) -> bool:
        """Whether a box is ticked."""
        return name in self.sent

    def every(self, name: str) -> tuple[str, ...]:
        """All that was sent under one name."""
        return tuple(map(composed, self.sent.getlist(name)))

    def places(self, hint: Say) -> tuple[str, ...]:
        """The places that are ticked; complains when there are none. hint: what they are ticked for."""
        found = self.every("place")
        if not found:
            self.faults.add("place", say("no place is ticked"), hint)
        return found

    def file(self, hint: Say) -> bytes:
        """The contents of the file that was chosen; complains when there is none. hint: which one it is."""
        file = request.files.get("file")
        if not file or not file.filename:
            self.faults.add("file", say("no file was chosen"), hint)
            return b""
        data: bytes = file.read()
        return data

    def day(self, name: str) -> datetime.date | None:
        """A day, None for none; complains about anything else."""
        text = self.text(name)
        try:
            return datetime.date.fromisoformat(text) if text else None
        except ValueError:
            self.faults.add(name, *not_a_day(text))
            return None

    def count(self, name: str, most: int = 1_000_000) -> int | None:
        """A number of things, None for none; complains about anything else."""
        text = self.text(name)
        if not text:
            return None
        if not text.isdecimal() or int(text) > most:
            what = say('"{value}" is not a number of things', value=text)
            self.faults.add(name, what, say("write a number such as 20"))
            return None
        return int(text)

    def attempt(
        self, deed: Callable[[], T], fields: Iterable[str], but: type[Trouble] | tuple[()] = Overtaken
    ) -> T | None:
        """What *deed* makes; when it is refused, None, and the reasons at the fields they are about.

        None, too, and nothing is tried, while the form has faults already. but: what becomes the `trouble` instead, () for
        none; by default that somebody else was first.
        """
        if self.faults:
            return None
        try:
            return deed()
        except Trouble as trouble:
            if isinstance(trouble, but):
                self.trouble = trouble
            else:
                self.faults.take(trouble.findings, fields)
            return None
