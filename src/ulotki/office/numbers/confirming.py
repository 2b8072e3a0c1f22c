"""Confirms a value: a second person types it again."""

from __future__ import annotations

import datetime

from ulotki.content.bodies import source_fault
from ulotki.content.typography import HOME
from ulotki.errors import Where, refused, say
from ulotki.frozen import dataclass
from ulotki.library import edit, tables
from ulotki.office import Outcome, signing
from ulotki.office.numbers.change import ChangedValue, find_changed, replaceable_value
from ulotki.office.numbers.sheet import open_numbers
from ulotki.office.numbers.stopping import stop_value
from ulotki.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ConfirmRequest:
    """A value as a second person typed it again. source: where that person read it.  role: what that person is, "" for no word.

    seen: see `SetRequest`.
    """

    id: str
    value: str
    who: str
    source: str = ""
    seen: str | None = None
    role: str = ""


def confirm(workspace: Workspace, request: ConfirmRequest, today: datetime.date) -> Outcome[ChangedValue]:
    """Take the word of a second person. Raises Refused when the two differ, or are one person."""
    value, who, page = signing.together(
        lambda: signing.value(request.value),
        lambda: signing.full_name(request.who),
        lambda: signing.second_source(request.source),
    )
    with workspace.alone("numbers confirm"):
        sheet = open_numbers(workspace, "numbers confirm", today)
        kind, id = find_changed(sheet, request.id, request.seen)
        national = replaceable_value(sheet, kind, id)
        old = tables.read_entry(sheet.text, kind, id)
        if national and not old:
            what = say("{ref} comes with the program, and nobody has set or stopped it here", ref=national.ref)
            raise refused("numbers", what, say("there is nothing to confirm"))
        if national and "withdrawn" in old and edit.alike(kind, str(old.get("value", "")), value):
            return stop_value(sheet, national, who=who, page=page)
        own = workspace.library(HOME).publisher
        sources = own.sources if own else ()
        if fault := source_fault(kind, id, page, first=str(old.get("source", "")), own=sources, today=today):
            raise refused("numbers", *fault, Where(field="source"))
        word = {"value": value, "by": who, "on": today, "source": page}
        role = " ".join(request.role.split())
        text, before = edit.with_confirmation(sheet.text, kind, id, {**word, **({"role": role} if role else {})})
        now, _library = sheet.keep(text, kind, id)
        asides = []
        if before and now.before:
            asides.append(
                say(
                    "this is the old value of {ref}, which holds until {day}: only that is confirmed, the new one is not",
                    ref=now.ref,
                    day=now.before.until,
                )
            )
        made = ChangedValue(now, text != sheet.text, today, "before" if before else "value")
        return Outcome(made, asides=tuple(asides))
