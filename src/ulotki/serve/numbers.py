"""Numbers: what is printed, whether it holds; set by one person, confirmed by another who has not seen the first entry."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, redirect
from werkzeug.wrappers import Response as Answer

from ulotki import office
from ulotki.content.override_faults import FIXED
from ulotki.content.state import State
from ulotki.content.value import Value
from ulotki.errors import say
from ulotki.frozen import dataclass
from ulotki.office.numbers import change, confirming, stopping, touched, where
from ulotki.serve import conflict, kit
from ulotki.serve.forms import Form
from ulotki.serve.hidden import waits
from ulotki.serve.safety import desk, ours, today
from ulotki.serve.signers import others, people

pages = Blueprint("numbers", __name__, url_prefix="/numery")

TYPED = {
    "value": conflict.FormField(say("New value")),
    "source": conflict.FormField(say("Where it was read")),
    "who": conflict.FormField(say("Who gives it")),
    "old_until": conflict.FormField(say("Last day of the old one")),
}
FIELDS = tuple(TYPED)
FIRSTS, SECONDS = ("value", "source", "who"), ("value", "source", "who", "role")

BEGUN = ("number", "name")
"""The kinds of value that somebody begins here; an address is written into the file, with its purpose."""


def _values() -> list[Value]:
    return list(desk().library().register)


def _value(ref: str) -> Value:
    """The value *ref* of the register; whoever asks for another finds nothing."""
    register = desk().library().register
    if ref not in set(register.values):
        abort(404)
    return register.values[ref]


@dataclass(frozen=True, slots=True)
class NumberRow:
    """A value as the list shows it. hidden: a second person still has to type it, so nobody reads it here."""

    value: Value
    state: State
    hidden: bool


def _row(value: Value) -> NumberRow:
    day = today()
    return NumberRow(value, value.state(day), hidden=waits(value, day))


@pages.get("")
def every() -> tuple[str, int]:
    """All values: the workspace's own, and those of the program."""
    found = office.listing.list_kind(desk().library(), "numbers", today())
    rows = [_row(value) for value in _values()]
    own = [one for one in rows if not one.value.national]
    return kit.page(
        "numbers.html",
        own=own,
        national=[one for one in rows if one.value.national],
        waiting=[one for one in own if one.hidden],
        bad=[one for one in own if not one.state.holds and one.state is not State.MISSING and not one.hidden],
        findings=found.findings,
        fixed=FIXED,
    )


# Setting


@pages.get("/<ref>/zmien")
def change_form(ref: str, form: Form | None = None) -> tuple[str, int]:
    """The form of the first person, with what a change touches beside it. form: with what is wrong in it."""
    value = _value(ref)
    if ref in FIXED:
        abort(404)
    found = touched.find_touched(ours(), ref, today())
    seen = form.text("seen") if form else change.stamp(ours(), ref)
    shown: dict[str, Any] = {"value": value, "row": _row(value), "touched": found.value, "findings": found.findings}
    return kit.page("numbers_set.html", form=form or Form({}), seen=seen, people=people(_values()), **shown)


@pages.post("/<ref>/zmien")
def set_value(ref: str) -> Answer | tuple[str, int]:
    """Write a value down as one person read it."""
    value, form = _value(ref), Form()
    until = form.day("old_until") if form.text("old") == "goes" else None
    if form.text("old") == "goes" and until is None and not form.faults:
        form.faults.add("old_until", say("nobody said until when"), say("write the last day of the old one"))
    typed: dict[str, Any] = {name: form.text(name) for name in FIRSTS}
    asked = change.SetRequest(id=ref, old_until=until, seen=form.text("seen"), **typed)
    done = form.attempt(lambda: change.set_value(ours(), asked, today()), FIELDS)
    if form.trouble:
        return _conflict(ref, form)
    if done is None:
        return change_form(ref, form)
    if not done.value.changed:
        return kit.saved(pages.url_prefix or "", say("Nothing changed: exactly this is written down already."))
    warnings = tuple(one for one in done.findings if not one.grave)
    what = say("Saved: {label}. Now somebody else types it again.", label=value.label)
    return kit.saved(f"/numery/{ref}/potwierdz", what, warnings[0].what if warnings else None, kit.undo())


def _conflict(ref: str, form: Form) -> Answer | tuple[str, int]:
    """Both versions, when somebody else was first. A value that waits for its second person is not shown."""
    row = _row(_value(ref))
    hidden = kit.translate(say("typed, hidden until it is confirmed"))
    value = row.value
    there = {"value": (hidden if row.hidden else value.printed,), "source": (value.source,), "who": (value.set_by,)}
    return conflict.page(form, TYPED, there, change.stamp(ours(), ref), "/numery", whole=True)


@pages.get("/nowy")
def begin_form() -> tuple[str, int]:
    """The form of a value that nobody has given yet, with whose it is."""
    return kit.page("numbers_new.html", form=Form({}), people=people(_values()))


@pages.post("/nowy")
def begin() -> Answer | tuple[str, int]:
    """Write a new value down as one person read it; its id is made of whose it is."""
    form = Form()
    label, kind = form.text("label"), form.text("kind")
    if not label:
        form.faults.add("label", say("nobody said whose it is"), say("write who answers, as it is to be read"))
    if kind not in BEGUN:
        form.faults.add("kind", say("nothing is chosen"), say("choose one"))
    ref = f"{kind}:{office.places.cells.slug(label, {value.id for value in _values()}, 'numer')}"
    typed: dict[str, Any] = {name: form.text(name) for name in FIRSTS}
    asked = change.SetRequest(id=ref, label=label, seen=change.ABSENT, **typed)
    fields = (*FIELDS, "label")
    if form.attempt(lambda: change.set_value(ours(), asked, today()), fields, but=()) is None:
        return kit.page("numbers_new.html", form=form, people=people(_values()))
    what = say("Saved: {label}. Now somebody else types it again.", label=label)
    return kit.saved(f"/numery/{ref}/potwierdz", what, None, kit.undo())


# Confirming


@pages.get("/<ref>/potwierdz")
def confirm_form(ref: str, form: Form | None = None, *, overtaken: bool = False) -> tuple[str, int]:
    """The form of the second person, who does not see what the first one typed. form: with what is wrong in it.

    overtaken: the value is another by now. Nobody confirms or stops what they have not seen, so the form is empty then.
    """
    value = _value(ref)
    shown = {"value": value, "waits": waits(value, today()), "people": others(_values(), value.set_by)}
    return _seen_page("numbers_confirm.html", ref, form, overtaken=overtaken, **shown)


def _seen_page(template: str, ref: str, form: Form | None, *, overtaken: bool, **shown: Any) -> tuple[str, int]:
    """The page of a form that says which value was seen when it was made."""
    seen, code = form.text("seen") if form else change.stamp(ours(), ref), 409 if overtaken else 0
    return kit.page(template, code=code, form=form or Form({}), seen=seen, overtaken=overtaken, **shown)


@pages.post("/<ref>/potwierdz")
def confirm(ref: str) -> Answer | tuple[str, int]:
    """Take the word of the second person."""
    value, form = _value(ref), Form()
    who = form.text("other") if form.text("who") in ("", "other") else form.text("who")
    if value.kind == "number" and not form.ticked("called"):
        form.faults.add("called", say("nobody called this number yet"), say("call it first, and tick the box"))
    asked = confirming.ConfirmRequest(
        ref, form.text("value"), who, form.text("source"), form.text("seen"), form.text("role")
    )
    done = form.attempt(lambda: confirming.confirm(ours(), asked, today()), SECONDS)
    if form.trouble:
        return confirm_form(ref, overtaken=True)
    if done is None:
        return confirm_form(ref, form)
    now = done.value.value
    second = now.confirmed.by if now.confirmed else who
    both = say("Set by {first}, confirmed by {second}.", first=now.set_by, second=second)
    return kit.saved(f"/numery/{ref}/kroki", say("{value} is confirmed.", value=now.printed), both)


@pages.get("/<ref>/kroki")
def steps(ref: str) -> tuple[str, int]:
    """What is still to be done after a value was confirmed."""
    value = _value(ref)
    found = touched.find_touched(ours(), ref, today())
    answer = where.where(ours(), ref, today())
    current = {one.code for one in answer.value.pieces if one.current}
    old = [one for one in answer.value.out if one.code not in current]
    places = {one.place: one.name for one in old}
    rows = [
        (name, sum(one.hung for one in old if one.place == id), sum(one.copies for one in old if one.place == id))
        for id, name in places.items()
    ]
    fresh = bool(found.value.pieces) and all(
        found.value.value.same(text) for one in found.value.pieces for key, text in one.values.items() if key == ref
    )
    return kit.page("numbers_steps.html", value=value, rows=rows, fresh=fresh, findings=answer.findings)


# Where it stands, and no more of it


@pages.get("/<ref>/gdzie")
def stands(ref: str) -> tuple[str, int]:
    """On which pieces a value stands, and where they are."""
    value = _value(ref)
    answer = where.where(ours(), ref, today())
    return kit.page("numbers_where.html", value=value, row=_row(value), found=answer.value, findings=answer.findings)


@pages.get("/<ref>/zatrzymaj")
def stop_form(ref: str, form: Form | None = None, *, overtaken: bool = False) -> tuple[str, int]:
    """The question whether a value must no longer be printed. form, overtaken: see `confirm_form`."""
    value = _value(ref)
    if ref in FIXED or not value.value:
        abort(404)
    found = touched.find_touched(ours(), ref, today())
    shown = {"value": value, "named": _name(value), "national": _is_national(value), "touched": found.value}
    return _seen_page("numbers_stop.html", ref, form, overtaken=overtaken, **shown)


@pages.post("/<ref>/zatrzymaj")
def stop(ref: str) -> Answer | tuple[str, int]:
    """Let a value be printed no more: one of the program by two people, one of the workspace at once."""
    value, form = _value(ref), Form()
    who = form.text("who")
    seen = form.text("seen")
    done = form.attempt(
        lambda: (
            stopping.stop(ours(), stopping.StopRequest(ref, form.text("source"), who, seen), today())
            if _is_national(value)
            else stopping.withdraw(ours(), ref, who, today(), seen)
        ),
        ("source", "who"),
    )
    if form.trouble:
        return stop_form(ref, overtaken=True)
    if done is None:
        return stop_form(ref, form)
    what = say("{value} is printed no more.", value=_name(value))
    return kit.saved("/numery", what, done.aside, kit.undo())


def _is_national(value: Value) -> bool:
    """Whether the program says this value, or what stands in its place here: two people stop that."""
    return value.national or value.instead_of is not None


def _name(value: Value) -> str:
    """A value as the question whether to stop it calls it: not by itself while a second person still has to type it."""
    return f"„{value.label}”" if waits(value, today()) else value.printed


@pages.get("/zmien")
def first() -> Answer:
    """The way in from the start: the officer's own number."""
    publisher = ours().library().publisher
    own = f"number:{publisher.officer_number if publisher else 'dzielnicowy'}"
    return redirect(f"/numery/{own}/zmien" if own in {value.ref for value in _values()} else "/numery", 303)
