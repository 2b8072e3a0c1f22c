"""The ledger as a file: whether it holds, its copy and its table, what must not be kept of people; and old editions."""

from __future__ import annotations

import datetime
import tempfile
from pathlib import Path

from flask import Blueprint, Response, request
from werkzeug.wrappers import Response as Answer

from ulotki.errors import Finding, Trouble, say
from ulotki.office import clean, export
from ulotki.office import ledger as office
from ulotki.serve import kit, words
from ulotki.serve.forms import Faults, Form
from ulotki.serve.safety import desk

pages = Blueprint("ledger", __name__, url_prefix="/dziennik")


@pages.get("")
def every() -> tuple[str, int]:
    """Whether it holds, and what can be done with it."""
    return _page(Faults())


def _page(faults: Faults, form: Form | None = None, code: int = 200) -> tuple[str, int]:
    verified: office.CheckedLedger | None = None
    findings: tuple[Finding, ...] = ()
    try:
        found = office.verify_ledger(desk().workspace)
        verified, findings = found.value, found.findings
    except Trouble as trouble:
        findings = trouble.findings
    return kit.page(
        "ledger.html", code=code, verified=verified, findings=findings, faults=faults, form=form or Form({})
    )


@pages.post("/kopia.sqlite")
def backup() -> Response:
    """A checked copy of the ledger as a file."""
    with tempfile.TemporaryDirectory(prefix="ulotki-") as folder:
        file = Path(folder) / "dziennik.sqlite"
        office.backup(desk().workspace, file, force=False)
        return _file(file, "application/vnd.sqlite3")


@pages.post("/tabela.csv")
def table() -> Response:
    """The ledger as a table, without people unless asked."""
    speaks, named = kit.lang(), request.form.get("names") == "yes"
    with tempfile.TemporaryDirectory(prefix="ulotki-") as folder:
        file = Path(folder) / "dziennik.csv"
        workspace = desk().workspace
        export.export(workspace, file, lambda one: words.told(one, speaks), anonymous=not named, force=False)
        return _file(file, "text/csv")


def _file(file: Path, kind: str) -> Response:
    answer = Response(file.read_bytes(), mimetype=kind)
    name = f"{file.stem}-{desk().day().isoformat()}{file.suffix}"
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer


@pages.post("/przywroc")
def restore() -> Answer | tuple[str, int]:
    """Put a copy in the place of the ledger; what was there is kept beside it."""
    form, file = Form(), request.files.get("file")
    if not file or not file.filename:
        form.faults.add("file", say("no file was chosen"), say("choose the copy"))
        return _page(form.faults, form, 422)
    with tempfile.TemporaryDirectory(prefix="ulotki-") as folder:
        sent = Path(folder) / "dziennik.sqlite"
        file.save(sent)
        done = form.attempt(lambda: office.restore(desk().workspace, sent), ())
    if done is None:
        return _page(form.faults, form, 422)
    more = done.asides[0] if done.asides else None
    return kit.saved(
        "/dziennik", say("The ledger is that of the copy: entries {count}.", count=done.value.entries), more
    )


@pages.post("/przyjmij")
def accept() -> Answer | tuple[str, int]:
    """Go on with this ledger, although a longer one is known."""
    form = Form()
    workspace, today = desk().workspace, desk().day()
    done = form.attempt(lambda: office.accept(workspace, form.text("who"), desk().moment(), today), ("who",))
    if done is None:
        return _page(form.faults, form, 422)
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
    asked = office.ForgetRequest((), name or None, before)
    found = () if form.faults else form.attempt(lambda: office.entries_to_forget(desk().workspace, asked), ())
    if form.faults or found is None:
        return _page(form.faults, form, 422)
    return kit.page("ledger_forget.html", found=found, name=name, before=before)


@pages.post("/zapomnij/na-zawsze")
def forget() -> Answer:
    """Delete what was shown for good; the history of the files goes with it."""
    form = Form()
    day = form.text("before")
    before = datetime.date.fromisoformat(day) if day else None
    found = office.entries_to_forget(desk().workspace, office.ForgetRequest((), form.text("name") or None, before))
    shown = {int(one) for one in form.every("entry") if one.isdecimal()}
    numbers = tuple(one.entry.seq for one in found if one.entry.seq in shown)
    office.forget(desk().workspace, numbers, desk().moment(), desk().day())
    more = say("Copies made before still hold it.") if numbers else None
    return kit.saved("/dziennik", say("Forgotten in entries: {count}.", count=len(numbers)), more)


# Old editions


@pages.get("/porzadki")
def leftovers() -> tuple[str, int]:
    """Old editions that nobody needs."""
    found = clean.clean(desk().workspace, clean.CleanRequest(_moment()))
    return kit.page("ledger_clean.html", found=found.value, findings=found.findings)


@pages.post("/porzadki")
def sweep() -> Answer:
    """Remove them."""
    done = clean.clean(desk().workspace, clean.CleanRequest(_moment(), yes=True)).value
    return kit.saved("/dziennik", say("Removed: {count}.", count=len(done.gone)))


def _moment() -> float:
    """Now, in seconds since 1970."""
    return datetime.datetime.fromisoformat(desk().moment().replace("Z", "+00:00")).timestamp()
