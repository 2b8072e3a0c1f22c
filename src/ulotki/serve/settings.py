"""Settings: who publishes, the unit, the printer; a copy of everything and back; what was changed, and its undo."""

from __future__ import annotations

from functools import partial

from flask import Blueprint, Response, abort, redirect, request
from werkzeug.wrappers import Response as Answer

from ulotki import office
from ulotki.documents import test_sheet
from ulotki.errors import Say, say
from ulotki.serve import conflict, downloads, kit
from ulotki.serve.forms import Faults, Form
from ulotki.serve.safety import desk, now, ours, today

pages = Blueprint("settings", __name__, url_prefix="/ustawienia")

UNIT = tuple(
    f"unit.{name}" for name in "name address town email post district case_number controller retention".split()
)
FORMS = {
    "podpis": ("issuer", "gmina"),
    "jednostka": UNIT,
    "drukarka": ("printer.right", "printer.down", "printer.turns", "printer.margin"),
    "plan": ("plan.begins", "plan.ends"),
}
"""The forms of the screen, and the settings in each."""

LABELS: dict[str, Say] = {
    "issuer": say("Who publishes"),
    "gmina": say("Gmina"),
    "printer.right": say("Moved to the right, mm"),
    "printer.down": say("Moved down, mm"),
    "printer.turns": say("How it prints on both sides"),
    "printer.margin": say("Edge it does not reach, mm"),
    "plan.begins": say("First day of the plan"),
    "plan.ends": say("Last day of the plan"),
    "unit.name": say("Unit"),
    "unit.address": say("Address"),
    "unit.town": say("Town, for the date of letters"),
    "unit.email": say("E-mail of the unit"),
    "unit.post": say("Post of the officer"),
    "unit.district": say("Number of the district"),
    "unit.case_number": say("File number"),
    "unit.controller": say("Who keeps the data"),
    "unit.retention": say("How long receipts are kept"),
}

CHOSEN = frozenset({"printer.turns", "plan.begins", "plan.ends"})
"""Settings that nobody writes in words."""

COPY = "kopia.zip"


@pages.get("")
def every(sent: Form | None = None) -> tuple[str, int]:
    """The settings, and what else lies on this screen. sent: one of the forms, with what was typed and what is wrong with it."""
    sent = sent or Form({})
    found = office.settings.read_settings(ours()).value
    now = _form_values(found)
    typed = now | {key: sent.text(key) for key in now if key in sent.sent}
    return kit.page(
        "settings.html",
        typed=typed,
        faults=sent.faults,
        labels=LABELS,
        sent=sent,
        seen=found.seen,
        was={key: [typed] for key, typed in now.items()},
        unit=UNIT,
        last=office.last_copy.last_copy(ours().folder),
        due=office.last_copy.copy_reminder(ours().folder, today()),
        changes=office.changes.list_changes(ours()).value[:20],
    )


def _form_values(found: office.settings.Settings) -> dict[str, str]:
    return {one.key: one.value.replace(".", ",") if one.kind == "number" else one.value for one in found.settings}


@pages.post("/<form>")
def change(form: str) -> Answer | tuple[str, int]:
    """Write the settings of one of the forms."""
    if form not in FORMS:
        abort(404)
    sent = Form()
    typed = {key: sent.text(key) for key in FORMS[form] if key in sent.sent}
    asked = office.settings.SettingsRequest(typed, sent.text("seen"))
    done = sent.attempt(lambda: office.settings.change_settings(ours(), asked, today()), FORMS[form])
    if sent.trouble:
        there = office.settings.read_settings(ours()).value
        fields = {key: conflict.FormField(LABELS[key], key not in CHOSEN) for key in typed}
        now = {key: (value,) for key, value in _form_values(there).items()}
        return conflict.page(sent, fields, now, there.seen, "/ustawienia")
    if done is None:
        return every(sent)
    return kit.changed("/ustawienia", done.value.change, say("Settings are saved."))


# Sheets of the printer


@pages.get("/kartka-probna.pdf")
def sheet() -> Response:
    """The sheet that shows where the printer misses."""
    return downloads.send(test_sheet.test_sheet(ours().library()), "kartka-probna.pdf")


@pages.get("/proba.pdf")
def trial() -> Response:
    """The sheet that is filled in and sent back."""
    return downloads.paper(office.trial.make_trial_sheet(ours().library(), today()).value, "proba.pdf")


# Whether all is well


@pages.get("/stan")
def state() -> tuple[str, int]:
    """What `doctor` says."""
    return kit.page("settings_state.html", lines=list(office.doctor.examine(ours(), today(), today())))


# What was changed


@pages.get("/historia")
def history() -> tuple[str, int]:
    """All changes that are kept."""
    found = office.changes.list_changes(ours())
    return kit.page("settings_history.html", changes=found.value, findings=found.findings)


@pages.get("/historia/<int:number>")
def ask(number: int, faults: Faults | None = None) -> tuple[str, int]:
    """The question whether a change is to be taken back, with what it changed."""
    return kit.page("settings_undo.html", one=_change(number), conflict=None, faults=faults)


def _change(number: int) -> office.changes.ChangeLine:
    return kit.there(next((one for one in office.changes.list_changes(ours()).value if one.number == number), None))


@pages.post("/historia/<int:number>")
def take_back(number: int) -> Answer | tuple[str, int]:
    """Take a change back; when the file has been changed since, show both."""
    one, form = _change(number), Form()
    done = form.attempt(lambda: office.undo.undo(ours(), number, today()), ())
    if done is None:
        return ask(number, form.faults)
    if isinstance(done.value, office.undo.Conflict):
        return kit.page("settings_undo.html", code=409, one=one, conflict=done.value)
    more = next((finding.what for finding in done.findings), None)
    return kit.saved("/ustawienia", say("Taken back: {what}.", what=one.title), more, kit.undo_of(done.value.by))


# A copy of everything


@pages.post("/kopia.zip")
def save() -> Response:
    """A copy as a file, with names only when asked."""
    names = request.form.get("names") == "yes"
    data = downloads.file_bytes(
        COPY, lambda file: office.copy.save(ours(), office.copy.CopyRequest(file, names), now(), today())
    )
    return downloads.send(data, f"ulotki-kopia-{today().isoformat()}.zip")


@pages.get("/wczytaj-kopie")
def choose() -> tuple[str, int]:
    """Which copy is to be brought back."""
    return kit.page("settings_copy.html")


@pages.post("/wczytaj-kopie")
def bring() -> Answer | tuple[str, int]:
    """Keep the copy that was chosen, and ask."""
    form = Form()
    data = form.file(say("choose the copy"))
    compared = partial(office.copy_comparison.compare, ours())
    if form.attempt(lambda: downloads.with_file(data, COPY, compared), ("file",)) is None:
        return kit.page("settings_copy.html", faults=form.faults)
    desk().copy = data
    return redirect("/ustawienia/wczytaj-kopie/pytanie", 303)


@pages.get("/wczytaj-kopie/pytanie")
def compare(faults: Faults | None = None) -> Answer | tuple[str, int]:
    """What the chosen copy would change, and whether that is meant.

    Where no copy is kept, such as after a new start of the program, the choice of one.
    """
    data = desk().copy
    if not data:
        return redirect("/ustawienia/wczytaj-kopie", 303)
    found = downloads.with_file(data, COPY, partial(office.copy_comparison.compare, ours())).value
    return kit.page("settings_restore.html", code=409 if faults else 0, found=found, faults=faults)


@pages.post("/wczytaj-kopie/pytanie")
def restore() -> Answer | tuple[str, int]:
    """Bring the chosen copy back over this workspace; what it replaces can be taken back."""
    form, data = Form(), desk().copy
    if not data:
        return redirect("/ustawienia/wczytaj-kopie", 303)
    restored = partial(office.copy_restore.restore, ours().folder, today=today(), seen=form.text("seen"))
    done = form.attempt(lambda: downloads.with_file(data, COPY, restored), (), but=())
    if done is None:
        return compare(form.faults)
    desk().copy = b""
    what = say("Brought back, as of {day}: files {count}.", day=done.value.day, count=len(done.value.changed))
    return kit.saved("/ustawienia", what, done.value.ledger, kit.undo_of(done.value.number))


def _question(faults: Faults | None) -> Answer | tuple[str, int]:
    """The question; where no copy is kept, such as after a new start of the program, the choice of one."""
    data = desk().copy
    if not data:
        return redirect("/ustawienia/wczytaj-kopie", 303)
    found = downloads.with_file(data, COPY, partial(office.copy_comparison.compare, ours())).value
    return kit.page("settings_restore.html", code=409 if faults else 0, found=found, faults=faults)
