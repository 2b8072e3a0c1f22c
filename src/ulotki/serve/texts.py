"""Texts: a sentence changed in the workspace's copy of a scam, the page beside it at once, and what does not fit at its field."""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Mapping
from typing import Any, get_args

from flask import Blueprint, Response, abort, redirect, request
from werkzeug.wrappers import Response as Answer

from ulotki import office
from ulotki.content.scam import Channel
from ulotki.errors import Misused, Say, say
from ulotki.folding import folded
from ulotki.library.scam_fields import KEYS
from ulotki.recent import Recent
from ulotki.serve import conflict, downloads, kit, names
from ulotki.serve.forms import Form
from ulotki.serve.pictograms import PICTOGRAMS
from ulotki.serve.safety import ours, today
from ulotki.serve.spoken import at_form
from ulotki.stock import icons

pages = Blueprint("texts", __name__, url_prefix="/teksty")

DPI = 92

CHANNELS: dict[Channel, Say] = {
    "phone": say("on the telephone"),
    "message": say("in a message"),
    "web": say("on the internet"),
    "door": say("at the door"),
    "event": say("at a meeting"),
}

LABELS: dict[str, Say] = {
    "name": say("Full name"),
    "title": say("Large title"),
    "channel": say("How the swindler comes"),
    "icon": say("Pictogram"),
    "quote": say("What the swindler says"),
    "order": say("The order"),
    "rule": say("The rule"),
    "story": say("How it works"),
    "summary": say("In one sentence"),
    "aftermath": say("When it has happened"),
    "write_in": say("Lines to write on"),
    "reviewed": say("Read and found right on"),
    "review_by": say("To be read again by"),
    "source.1.url": say("Where it was read: address"),
    "source.1.note": say("Where it was read: who says it, and when"),
    "short.title": say("Short: title"),
    "short.quote": say("Short: what the swindler says"),
    "short.order": say("Short: the order"),
    "short.rule": say("Short: the rule"),
    "short.story": say("Short: how it works"),
}

HINTS: dict[str, Say] = {
    "quote": say("Up to four short lines, as it really sounds."),
    "order": say("Two words, what to do at once."),
    "rule": say("Up to twelve words."),
    "story": say("Two to four short sentences."),
    "aftermath": say("Three to five lines."),
    "write_in": say("Two or three names of numbers that people write in."),
    "step.3.lead": say("The program puts numbers in, so they stand in braces."),
    "short.quote": say("Printed where the long one has no room."),
}

PICTURES: Recent[Hashable, bytes] = Recent(40)
"""Pictures of texts that were tried last, by their digest."""


def label(key: str) -> Say:
    """What a field is called."""
    if key in LABELS:
        return LABELS[key]
    kind, number, name = key.split(".")
    part = {"lead": say("in short"), "sentence": say("sentence"), "icon": say("pictogram")}[name]
    return (
        say("Step {n}: {part}", n=number, part=part) if kind == "step" else say("Sign {n}: {part}", n=number, part=part)
    )


@pages.get("")
def every() -> tuple[str, int]:
    """All texts, those of this workspace first."""
    asked = request.args.get("szukaj", "")
    every, wanted = office.texts.list_texts(ours().library()), folded(asked)
    rows = [row for row in every if wanted in folded(f"{row.title} {row.id}")]
    return kit.page("texts.html", rows=rows, asked=asked, own=sum(row.own for row in rows))


def _pictograms() -> Mapping[str, Say]:
    """The pictograms that a scam may have as its own: those that the program draws itself belong to steps."""
    return {id: word for id, word in PICTOGRAMS.items() if id in icons().paths}


def _value_text(key: str, value: str) -> Say | str:
    """The value of a field in words, on one line."""
    kind = KEYS[key]
    if kind == "icon":
        return PICTOGRAMS.get(value, value)
    if kind == "channel":
        return CHANNELS.get(value, value)  # type: ignore[call-overload, no-any-return]
    return value.replace("\n", " / ")


@pages.get("/<id>")
def one(id: str) -> tuple[str, int]:
    """A text, with the page beside it."""
    return kit.page("texts_one.html", **_values(id, {}, request.args.get("wzor", "")))


@pages.post("/<id>")
def change(id: str) -> Answer | tuple[str, int]:
    """Show a text as it would be; or write it."""
    form = Form()
    values = {key: form.sent[key].replace("\r\n", "\n") for key in KEYS if key in form.sent}
    template = form.text("template")
    if form.text("do") != "save":
        part = "HX-Request" in request.headers
        return kit.page("texts_part.html" if part else "texts_one.html", **_values(id, values, template, form))
    asked = office.scam_text.TextRequest(id, values, form.text("seen"))
    done = form.attempt(lambda: office.texts.change_text(ours(), asked, today()), KEYS)
    if form.trouble:
        there = office.text_trial.read_text(ours(), id, today()).value
        fields = {one.key: _field(one) for one in there.fields if one.key in form.sent}
        now = {one.key: (one.value,) for one in there.fields}
        return conflict.page(form, fields, now, there.seen, f"/teksty/{id}")
    if done is None:
        return kit.page("texts_one.html", **_values(id, values, template, form))
    count = sum(finding.grave for _key, finding in done.value.findings)
    more = say("It cannot be printed yet: correct what is marked.") if count else None
    return kit.changed(f"/teksty/{id}", done.value.change, say("Saved in your copy."), more)


def _field(one: office.scam_text.TextField) -> conflict.FormField:
    """What a field is when two versions of it meet."""
    if one.kind in ("channel", "icon"):
        return conflict.FormField(label(one.key), 0, conflict.each(lambda word: _value_text(one.key, word)))
    return conflict.FormField(label(one.key), {"text": 2, "lines": 4}.get(one.kind, 0))


def _values(id: str, values: dict[str, str], template: str, form: Form | None = None) -> dict[str, Any]:
    """What the screen of a text shows: its fields, the findings at them, and the picture."""
    asked = office.scam_text.TextRequest(id, values)
    try:
        text, proofs = office.text_trial.try_in_templates(ours(), asked, today())
    except Misused:
        abort(404)
    template = template if template in {name for name, _paper in text.tried} else (text.tried or (("", ""),))[0][0]
    picture = _keep(office.preview.draw_pages(proofs[template], DPI) if template in proofs else None)
    loose = (
        "" if picture or not template else _keep(office.text_trial.draw_unfit(ours(), asked, template, today(), DPI))
    )
    at = {key: tuple(map(at_form, found)) for key, found in text.at.items()}
    return {
        "text": text,
        "at": at,
        "grave": {key: found for key, found in at.items() if any(one.grave for one in found)},
        "label": label,
        "hints": HINTS,
        "channels": CHANNELS,
        "pictograms": PICTOGRAMS,
        "chosen": template,
        "names": names,
        "picture": picture or loose,
        "loose": bool(loose),
        "form": form,
        "was": {} if form else {one.key: [one.value] for one in text.fields},
        "faults": form.faults if form else None,
    }


def _keep(data: bytes | None) -> str:
    """The id of a picture of the page, "" for none."""
    if data is None:
        return ""
    key = hashlib.sha256(data).hexdigest()[:32]
    PICTURES[key] = data
    return key


@pages.get("/obraz/<key>.png")
def picture(key: str) -> Response:
    """A picture that was made for a text."""
    return downloads.picture(kit.there(PICTURES.get(key)))


@pages.get("/<id>/biblioteka")
def ask_back(id: str) -> tuple[str, int]:
    """The question whether to go back to the library's text, with what differs."""
    try:
        text = office.text_trial.read_text(ours(), id, today()).value
    except Misused:
        abort(404)
    return kit.page("texts_back.html", text=text, label=label, worded=_value_text)


@pages.post("/<id>/biblioteka")
def back(id: str) -> Answer | tuple[str, int]:
    """Go back to the library's text."""
    form = Form()
    done = form.attempt(lambda: office.texts.restore_text(ours(), id, today()), ())
    if done is None:
        raise Misused(form.faults.above)
    return kit.saved(f"/teksty/{id}", say("This is the library's text again."), None, kit.undo_of(done.value.change))


@pages.get("/nowe")
def first(form: Form | None = None) -> tuple[str, int]:
    """What the new scam is called. form: with what is wrong in it."""
    return kit.page("texts_new.html", form=form or Form({}), channels=CHANNELS, pictograms=_pictograms())


@pages.post("/nowe")
def begin() -> Answer | tuple[str, int]:
    """Begin a new scam from the starter; all else is filled in on its own page."""
    form = Form()
    title = form.text("title")
    if not title:
        form.faults.add("title", say("there is no name"), say("write what people call this swindle"))
    if form.text("channel") not in get_args(Channel):
        form.faults.add("channel", say("nothing is chosen"), say("choose one"))
    if form.text("icon") not in _pictograms():
        form.faults.add("icon", say("nothing is chosen"), say("choose one"))
    library = ours().library()
    addresses = ("nowe", "obraz")  # they stand where the id of a text would
    id = office.places.cells.slug(title, {*addresses, *library.scams, *library.scams.unread})
    given = {"name": title, "title": title, "channel": form.text("channel"), "icon": form.text("icon")}
    asked = office.starting.NewRequest("scam", id, filled=given)
    form.attempt(lambda: office.starting.new(ours(), asked, today()), ())
    if form.faults:
        return first(form)
    return redirect(f"/teksty/{id}", 303)
