"""Withdraws a value of the workspace, and stops one of the program."""

from __future__ import annotations

import datetime

from ulotki.content.overrides import override_remark
from ulotki.content.value import Value
from ulotki.errors import misused, say
from ulotki.frozen import dataclass
from ulotki.library import edit
from ulotki.office import Outcome, signing
from ulotki.office.numbers.change import ChangedValue, find_changed, replaceable_value
from ulotki.office.numbers.sheet import NumbersFile, open_numbers
from ulotki.workspace import Workspace


@dataclass(frozen=True, slots=True)
class StopRequest:
    """Somebody's word that a value of the program must not be printed here. source: the page that says so.  seen: see `SetRequest`."""

    id: str
    source: str
    who: str
    seen: str | None = None


def withdraw(
    workspace: Workspace, word: str, who: str, today: datetime.date, seen: str | None = None
) -> Outcome[ChangedValue]:
    """Let a value of the workspace be printed no more, on the word of the person *who*. seen: see `SetRequest`."""
    who = signing.signature(who)
    with workspace.alone("numbers withdraw"):
        sheet = open_numbers(workspace, "numbers withdraw", today)
        kind, id = find_changed(sheet, word, seen)
        if national := sheet.national.find(kind, id):
            what = say("{ref} comes with the program, so it is not withdrawn", ref=national.ref)
            raise misused(what, say("stop it here: ulotki numbers stop {id} --by … --source …", id=id))
        text = edit.with_withdrawal(sheet.text, kind, id, by=who, day=today)
        now, _library = sheet.keep(text, kind, id)
        if text == sheet.text:
            asides = [say("nothing changed: {ref} has been withdrawn before", ref=now.ref)]
        else:
            asides = [say("the old value goes with it: {value}", value=now.before.value)] if now.before else []
            asides.append(say("where it hangs: ulotki numbers where {id}", id=word))
        return Outcome(ChangedValue(now, text != sheet.text, today), asides=tuple(asides))


def stop(workspace: Workspace, request: StopRequest, today: datetime.date) -> Outcome[ChangedValue]:
    """Let a value of the program be printed here no more: WZÓR at once by the first person, for good by the second."""
    page, who = signing.together(lambda: signing.page(request.source), lambda: signing.full_name(request.who))
    with workspace.alone("numbers stop"):
        sheet = open_numbers(workspace, "numbers stop", today)
        kind, id = find_changed(sheet, request.id, request.seen)
        national = replaceable_value(sheet, kind, id)
        if national is None:
            what = say("{ref} is this workspace's own, so it is withdrawn", ref=f"{kind}:{id}")
            raise misused(what, say("ulotki numbers withdraw {id} --by …", id=request.id))
        return stop_value(sheet, national, who=who, page=page)


def stop_value(sheet: NumbersFile, national: Value, *, who: str, page: str) -> Outcome[ChangedValue]:
    """Write the stop of a *national* value, or its confirmation when another person has stopped it before."""
    kind, id = national.kind, national.id
    text = edit.with_stop(sheet.text, kind, id, national.value, source=page, by=who, day=sheet.day)
    now, library = sheet.keep(text, kind, id)
    own = library.register.own[national.ref]
    asides = [override_remark(own)]
    if own.withdrawn and not own.confirmed:
        asides.append(
            say(
                'next: somebody else reads why: ulotki numbers stop {id} --by "…" --source …; or give what holds: ulotki numbers set {id} "…"',
                id=id,
            )
        )
    asides.append(say("where it hangs: ulotki numbers where {id}", id=id))
    return Outcome(ChangedValue(now, text != sheet.text, sheet.day), asides=tuple(asides))
