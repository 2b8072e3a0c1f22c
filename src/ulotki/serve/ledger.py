"""The ledger as a file: whether it holds, its copy and its table, what must not be kept of people; and old editions."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import partial
from pathlib import Path

from flask import Blueprint, Response, request
from werkzeug.wrappers import Response as Answer

from ulotki import office
from ulotki.errors import Finding, Trouble, say
from ulotki.serve import kit
from ulotki.serve.downloads import file_bytes, send, with_file
from ulotki.serve.forms import Form
from ulotki.serve.safety import now, ours, today

pages = Blueprint("ledger", __name__, url_prefix="/dziennik")


@pages.get("")
def every(form: Form | None = None) -> tuple[str, int]:
    """Whether it holds, and what can be done with it. form: one in which something is wrong."""
    verified: office.ledger.LedgerEnd | None = None
    findings: tuple[Finding, ...] = ()
    try:
        found = office.ledger.verify_ledger(ours())
        verified, findings = found.value, found.findings
    except Trouble as trouble:
        findings = trouble.findings
    return kit.page("ledger.html", verified=verified, findings=findings, form=form or Form({}))


@pages.post("/kopia.sqlite")
def backup() -> Response:
    """A checked copy of the ledger as a file."""
    return _send(".sqlite", lambda file: office.ledger.backup(ours(), file, force=False))


@pages.post("/tabela.csv")
def table() -> Response:
    """The ledger as a table, without people unless asked."""
    named = request.form.get("names") == "yes"
    return _send(
        ".csv", lambda file: office.export.export(ours(), file, kit.translate, anonymous=not named, force=False)
    )


def _send(ending: str, write: Callable[[Path], object]) -> Response:
    """The ledger as *write* puts it into a file, with today in its name."""
    return send(file_bytes(f"dziennik{ending}", write), f"dziennik-{today().isoformat()}{ending}")


@pages.post("/przywroc")
def restore() -> Answer | tuple[str, int]:
    """Put a copy in the place of the ledger; what was there is kept beside it."""
    form = Form()
    data = form.file(say("choose the copy"))
    restored = partial(office.ledger_restore.restore, ours())
    done = form.attempt(lambda: with_file(data, "dziennik.sqlite", restored), ())
    if done is None:
        return every(form)
    what = say("The ledger is that of the copy: entries {count}.", count=done.value.entries)
    return kit.saved("/dziennik", what, done.aside)


@pages.post("/przyjmij")
def accept() -> Answer | tuple[str, int]:
    """Go on with this ledger, although a longer one is known."""
    form = Form()
    done = form.attempt(lambda: office.ledger.accept(ours(), form.text("who"), now(), today()), ("who",))
    if done is None:
        return every(form)
    return kit.saved("/dziennik", say("The program goes on with this ledger."))


# Forgetting


@pages.post("/zapomnij")
def ask() -> tuple[str, int]:
    """Which entries would lose what they hold of people."""
    form = Form()
    before = form.day("before")
    name = form.text("name")
    if not form.faults and bool(name) == bool(before):
        form.faults.add("name", say("it is not clear what to forget"), say("write a name or a day"))
    asked = office.forgetting.ForgetRequest((), name or None, before)
    found = () if form.faults else form.attempt(lambda: office.forgetting.entries_to_forget(ours(), asked), ())
    if form.faults or found is None:
        return every(form)
    return kit.page("ledger_forget.html", found=found, name=name, before=before)


@pages.post("/zapomnij/na-zawsze")
def forget() -> Answer:
    """Delete what was shown for good; the history of the files goes with it."""
    form = Form()
    day = form.text("before")
    before = datetime.date.fromisoformat(day) if day else None
    asked = office.forgetting.ForgetRequest((), form.text("name") or None, before)
    found = office.forgetting.entries_to_forget(ours(), asked)
    shown = {int(one) for one in form.every("entry") if one.isdecimal()}
    numbers = tuple(one.entry.seq for one in found if one.entry.seq in shown)
    office.forgetting.forget(ours(), numbers, now(), today())
    more = say("Copies made before still hold it.") if numbers else None
    return kit.saved("/dziennik", say("Forgotten in entries: {count}.", count=len(numbers)), more)


# Old editions


@pages.get("/porzadki")
def leftovers() -> tuple[str, int]:
    """Old editions that nobody needs."""
    found = office.clean.clean(ours(), _moment())
    return kit.page("ledger_clean.html", found=found.value, findings=found.findings)


@pages.post("/porzadki")
def sweep() -> Answer:
    """Remove the old editions that nobody needs."""
    done = office.clean.clean(ours(), _moment(), yes=True).value
    return kit.saved("/dziennik", say("Removed: {count}.", count=len(done.gone)))


def _moment() -> float:
    """Now, in seconds since 1970."""
    return datetime.datetime.fromisoformat(now().replace("Z", "+00:00")).timestamp()
