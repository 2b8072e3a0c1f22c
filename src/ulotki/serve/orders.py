"""The orders of a campaign: the copies of all in one table, and each order by itself: added, changed, taken out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flask import Blueprint, request
from werkzeug.wrappers import Response as Answer

from ulotki import office
from ulotki.content.campaign import Campaign
from ulotki.content.places import ALL, Place
from ulotki.content.typography import HOME
from ulotki.errors import Finding, Say, say
from ulotki.look import PALETTES
from ulotki.serve import conflict, kit, names
from ulotki.serve.forms import Form
from ulotki.serve.safety import ours, today
from ulotki.templates import templates

pages = Blueprint("orders", __name__, url_prefix="/<name>/zamowienia")

AUDIENCES: dict[str, Say] = {"adults": say("adults: all places but schools"), "pupils": say("pupils: schools alone")}

COPIES = "copies-"
"""Before the key of an order, in the table of all."""


def table(name: str, form: Form) -> dict[str, Any]:
    """What the table of copies is made of: the keys of the orders, what stands in their fields, and what is wrong."""
    found = office.order_file.read_orders(ours(), name)
    typed = {row.key: form.sent.get(COPIES + row.key, row.values["copies"][0]) for row in found.rows}
    return {
        "rows": found.rows,
        "typed": typed,
        "form": form,
        "faults": form.faults,
        "seen": found.seen,
        "was": _saved_copies(found),
    }


def _saved_copies(found: office.order_file.Orders) -> dict[str, tuple[str, ...]]:
    return {COPIES + key: (count,) for key, count in found.copies.items()}


def write_copies(name: str, form: Form) -> Answer | tuple[str, int] | None:
    """Write the copies of all orders; None when something in the table is wrong."""
    counts = {key.removeprefix(COPIES): form.text(key) for key in form.sent if key.startswith(COPIES)}
    done = form.attempt(lambda: office.orders.set_copies(ours(), name, counts, form.text("seen"), today()), counts)
    if form.trouble:
        found = office.order_file.read_orders(ours(), name)
        if _drop_gone(form, found):
            return None
        fields = {COPIES + row.key: conflict.FormField(_title(row.values)) for row in found.rows if row.key in counts}
        return conflict.page(form, fields, _saved_copies(found), found.seen, f"/akcja/{name}")
    if done is None:
        form.faults.at = {COPIES + key: one for key, one in form.faults.at.items()}
        return None
    return kit.changed(f"/akcja/{name}", done.value.change, say("The copies are saved."))


def _drop_gone(form: Form, found: office.order_file.Orders) -> bool:
    """Forget the copies of orders that are no longer there; whether somebody typed any, which the form then says."""
    was, there = conflict.made_from(form), _saved_copies(found)
    gone = {name: form.every(name) for name in form.sent if name.startswith(COPIES) and name not in there}
    for name in gone:
        form.sent.poplist(name)
    typed = [values[0] for name, values in gone.items() if values != was.get(name)]
    if typed:
        what = say(
            "an order whose copies were changed here was itself changed or taken out meanwhile: {copies}",
            copies=", ".join(typed),
        )
        form.faults.above.append(Finding("orders", what, say("look at the table, and write the copies once more")))
    return bool(typed)


def _title(values: office.order_fields.OrderValues) -> Say:
    """What an order is called: "Poster A4: blik, bank"."""
    template, paper = (" ".join(values[part]) for part in ("template", "format"))
    scams = ours().library().scams
    titles = ", ".join(scams[id].title.source if id in scams else id for id in values["scams"])
    return say("{template} {format}: {scams}", template=names.template(template), format=paper, scams=titles)


# One order


@pages.get("/nowe")
def add_form(name: str) -> tuple[str, int]:
    """The form of a new order; a piece that was chosen elsewhere is in it already."""
    asked = {"scams": request.args.get("oszustwo", ""), "piece": _piece(request.args.get("wzor", ""))}
    palette = request.args.get("toner", "")
    campaign = _campaign(name)
    typed = {key: (word,) for key, word in asked.items() if word}
    typed |= {"places": ("all",), "copies": ("1",), "audience": ("adults",)}
    if palette in PALETTES and palette != campaign.palette:
        typed["palette"] = (palette,)
    return kit.page("orders_one.html", **_one_values(campaign, "", Form(typed), "", {}))


def _piece(template: str) -> str:
    """The template in its first format, "" for none."""
    return f"{template} {templates()[template].formats[0].name}" if template in templates() else ""


@pages.get("/<key>")
def form_of(name: str, key: str) -> tuple[str, int]:
    """The form of an order."""
    row = office.order_file.read_orders(ours(), name)[key]
    was = _form_values(row.values)
    return kit.page("orders_one.html", **_one_values(_campaign(name), key, Form(was), row.seen, was))


@pages.post("/nowe")
@pages.post("/<key>")
def keep(name: str, key: str = "") -> Answer | tuple[str, int]:
    """Write an order."""
    form = Form()
    template, _blank, paper = form.text("piece").partition(" ")
    values = {field: tuple(word for word in form.every(field) if word) for field in office.order_fields.DEFAULTS}
    values |= {"template": (template,) if template else (), "format": (paper,) if paper else ()}
    asked = office.orders.OrderRequest(name, values, key, form.text("seen"))
    done = form.attempt(lambda: office.orders.change_order(ours(), asked, today()), office.order_fields.DEFAULTS)
    if form.trouble:
        return _conflict(name, key, form, values)
    if done is None:
        for part in ("template", "format"):
            if part in form.faults.at:
                form.faults.at["piece"] = form.faults.at.pop(part)
        return kit.page("orders_one.html", **_one_values(_campaign(name), key, form, "", {}))
    return kit.changed(f"/akcja/{name}", done.value.change, say("The order is saved."))


def _conflict(name: str, key: str, form: Form, values: office.order_fields.OrderValues) -> Answer | tuple[str, int]:
    """Both versions; or, when the order is there no more, the form as a new one."""
    found = office.order_file.read_orders(ours(), name)
    row = next((row for row in found.rows if row.key == key), None) or office.orders.similar_order(found, values)
    if row is None:
        form.faults.add("scams", say("this order was taken out meanwhile"), say("save it, and it is a new one"))
        form.sent.poplist("seen")
        return kit.page("orders_one.html", code=409, **_one_values(_campaign(name), "", form, "", {}))
    where = f"/akcja/{name}/zamowienia/{row.key}"
    return conflict.page(form, _fields(), _form_values(row.values), row.seen, f"/akcja/{name}", action=where)


def _fields() -> dict[str, conflict.FormField]:
    scams, places = ours().library().scams, ours().library().places

    def piece(value: tuple[str, ...]) -> tuple[Say | str, ...]:
        template, _blank, paper = " ".join(value).partition(" ")
        return (names.template(template), paper)

    def scam(id: str) -> str:
        return scams[id].title.source if id in scams else id

    def place(word: str) -> Say | str:
        return places[word].name if word in places else names.KINDS.get(word, word)

    return {
        "piece": conflict.FormField(say("Kind of piece"), 0, piece),
        "scams": conflict.FormField(say("Swindles"), 0, conflict.each(scam)),
        "places": conflict.FormField(say("For whom"), 0, conflict.each(place)),
        "audience": conflict.FormField(say("Who reads it"), 0, conflict.each(lambda one: AUDIENCES.get(one, one))),
        "copies": conflict.FormField(say("Copies of each for a place")),
        "until": conflict.FormField(say("Last day of display"), 0),
        "palette": conflict.FormField(say("How much toner"), 0, conflict.each(lambda id: names.PALETTES.get(id, id))),
    }


def _form_values(values: office.order_fields.OrderValues) -> dict[str, tuple[str, ...]]:
    piece = " ".join((*values["template"], *values["format"]))
    return {"piece": (piece,), **{key: value for key, value in values.items() if key not in ("template", "format")}}


def _campaign(name: str) -> Campaign:
    return office.order_file.read_orders(ours(), name).campaign


def _one_values(
    campaign: Campaign, key: str, form: Form, seen: str, was: office.order_fields.OrderValues
) -> dict[str, Any]:
    library = ours().library()
    kinds: dict[str, list[Place]] = {}
    for place in library.places.values():
        kinds.setdefault(place.kind, []).append(place)
    return {
        "campaign": campaign,
        "elsewhere": [one for one in library.campaigns.values() if one.id != campaign.id],
        "key": key,
        "form": form,
        "seen": seen,
        "was": was,
        "scams": _with_chosen(
            {one.id: one.title.source for one in library.editions if one.lang == HOME}, form.every("scams")
        ),
        "pieces": [
            (f"{one.id} {paper.name}", one.id, paper.name) for one in templates().values() for paper in one.formats
        ],
        "kinds": kinds,
        "places": _with_chosen(
            {id: place.name for id, place in library.places.items()},
            [word for word in form.every("places") if word not in (ALL, *kinds)],
        ),
        "audiences": AUDIENCES,
        "palettes": names.PALETTES,
        "query": request.query_string.decode("ascii", "replace"),
    }


def _with_chosen(known: dict[str, str], chosen: Iterable[str]) -> dict[str, str]:
    """*known*, and what is ordered and cannot be read today: it stays ordered until somebody unticks it."""
    return known | {word: word for word in chosen if word not in known}


@pages.get("/<key>/usun")
def leave_form(name: str, key: str) -> tuple[str, int]:
    """The question whether an order is to go."""
    row = office.order_file.read_orders(ours(), name)[key]
    return kit.page("orders_leave.html", campaign=_campaign(name), row=row, called=_title(row.values))


@pages.post("/<key>/usun")
def leave(name: str, key: str) -> Answer | tuple[str, int]:
    """Take an order out."""
    form = Form()
    row = office.order_file.read_orders(ours(), name)[key]
    called = _title(row.values)
    done = form.attempt(lambda: office.orders.remove_order(ours(), name, key, form.text("seen"), today()), (), but=())
    if done is None:
        return kit.page("orders_leave.html", campaign=_campaign(name), row=row, called=called, faults=form.faults)
    what = say("No longer ordered: {what}.", what=called)
    return kit.saved(f"/akcja/{name}", what, None, kit.undo_of(done.value.change))
