"""Places: who gets bundles, one at a time or from a spreadsheet that shows its faults by row before anything is written."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from flask import Blueprint, Response, abort, request
from werkzeug.wrappers import Response as Answer

from ulotki import values
from ulotki.content.places import PlaceKind
from ulotki.errors import Trouble, say
from ulotki.folding import folded
from ulotki.library.cell_grid import CellGrid
from ulotki.library.cells import grid, pasted
from ulotki.office.places import columns, files, giving, keeping, retiring, rows, taking
from ulotki.serve import conflict, kit
from ulotki.serve.downloads import send
from ulotki.serve.forms import Faults, Form
from ulotki.serve.safety import ours, today

pages = Blueprint("places", __name__, url_prefix="/miejsca")

TYPED: tuple[columns.PlaceField, ...] = tuple(one for one in columns.FIELDS if one != "id")
"""What the form of a place asks for."""

BOTH: dict[str, conflict.FormField] = {
    one: conflict.FormField(columns.HEADS[one], one not in ("kind", "form")) for one in TYPED
} | {"kind": conflict.FormField(columns.HEADS["kind"], 0, conflict.each(lambda one: columns.KINDS.get(one, one)))}  # type: ignore[call-overload]
"""The same fields, as `conflict.page` compares two versions of them."""

SHOWN = 200
"""Rows of a spreadsheet that are shown when nothing is wrong with them."""


@pages.get("")
def every() -> tuple[str, int]:
    """All places, or those that somebody looks for."""
    known = files.read_places(ours())
    asked, kind = folded(request.args.get("szukaj", "")), request.args.get("rodzaj", "")
    shown = [
        (place, known.hosts.get(id))
        for id, place in known.places.items()
        if asked in folded(place.name) and kind in ("", place.kind)
    ]
    return kit.page(
        "places.html",
        known=known,
        shown=shown,
        kinds=columns.KINDS,
        kind=kind,
        asked=request.args.get("szukaj", ""),
        findings=(*known.places.faults(), *known.hosts.faults()),
        nobody=sum(id not in known.hosts for id in known.places),
    )


@pages.get("/miejsca.<any(xlsx, csv):ending>")
def sheet(ending: str) -> Response:
    """All places as a spreadsheet, with people only when asked."""
    found = giving.export_places(ours(), f".{ending}", kit.translate, hosts=request.args.get("osoby") == "tak")
    return send(found.value.file, f"miejsca.{ending}")


# One place


@pages.get("/nowe")
@pages.get("/<id>/zmien")
def form_of(id: str = "", form: Form | None = None) -> tuple[str, int]:
    """The form of a place, with what is known of it. form: with what is wrong in it."""
    known = files.read_places(ours())
    saved = _saved_values(known, id)
    return kit.page(
        "places_one.html",
        place=known.places[id] if id else None,
        form=form or Form(saved),
        heads=columns.HEADS,
        kinds=columns.KINDS,
        seen=known.seen,
        was={key: [value] for key, value in saved.items()},
    )


@pages.post("/nowe")
@pages.post("/<id>/zmien")
def keep(id: str = "") -> Answer | tuple[str, int]:
    """Write a place and its host."""
    form = Form()
    cells = {key: form.text(key) for key in TYPED}
    asked = keeping.PlaceRequest(cells, id if id else "", form.ticked("new"), form.text("seen"))
    done = form.attempt(lambda: keeping.set_place(ours(), asked, today()), TYPED)
    if form.trouble:
        there = files.read_places(ours())
        now = {key: (value,) for key, value in _saved_values(there, id).items()}
        return conflict.page(form, BOTH, now, there.seen, "/miejsca")
    if done is None:
        return form_of(id, form)
    row = done.value.row
    return kit.changed("/miejsca", done.value.number, say("Saved: {name}.", name=row.cells.get("name", row.id)))


def _saved_values(known: files.PlaceFiles, id: str) -> dict[str, str]:
    """What is known of a place, by the fields of its form."""
    if not id:
        return {"boards": "1"}
    if id not in known.places:
        abort(404)
    place, host = known.places[id], known.hosts.get(id)
    own = {"name": place.name, "kind": place.kind, "boards": str(place.boards)}
    theirs = {key: getattr(host, "name" if key == "host" else key) for key in columns.HOST} if host else {}
    return own | {str(key): value for key, value in theirs.items()}


@pages.get("/<id>/usun")
def leave_form(id: str, faults: Faults | None = None) -> tuple[str, int]:
    """The question whether a place is to go. faults: why it could not."""
    known = files.read_places(ours())
    if id not in known.places:
        abort(404)
    place, host = known.places[id], known.hosts.get(id)
    return kit.page("places_leave.html", place=place, host=host, seen=known.seen, faults=faults)


@pages.post("/<id>/usun")
def leave(id: str) -> Answer | tuple[str, int]:
    """Take a place and its host out."""
    form = Form()
    done = form.attempt(lambda: retiring.retire_place(ours(), id, today(), form.text("seen")), (), but=())
    if done is None:
        return leave_form(id, form.faults)
    more = done.findings[0].what if done.findings else None
    what = say("{name} is a place no longer.", name=done.value.name)
    return kit.saved("/miejsca", what, more, kit.undo_of(done.value.number))


# From a spreadsheet


@pages.get("/arkusz")
def choose() -> tuple[str, int]:
    """Where the spreadsheet is chosen, or cells are pasted."""
    return kit.page("places_sheet.html", text="")


@pages.post("/arkusz")
def shown() -> Answer | tuple[str, int]:
    """What taking it in would do; or, when that was shown and agreed to, what was done."""
    form = Form()
    found = _cells(form)
    if found is None:
        return kit.page("places_sheet.html", faults=form.faults, text=form.text("text"))
    asked = _request(found, form)
    if form.text("do") == "save":
        try:
            done = taking.import_places(ours(), asked, today()).value
            what = say("Taken in: places {count}.", count=done.count("new", "changed"))
            return kit.saved("/miejsca", what, None, kit.undo_of(done.number))
        except Trouble as trouble:
            form.faults.above += [one for one in trouble.findings if not one.at.field]
    proposal = taking.propose(ours(), asked).value
    code = 422 if proposal.faults or form.faults else 200
    return kit.page("places_rows.html", code=code, **_proposal_values(proposal, found, form))


def _cells(form: Form) -> CellGrid | None:
    """The cells that were sent: a file, pasted ones, or those of the step before. None when they cannot be read."""
    file = request.files.get("file")
    try:
        if form.text("cells"):
            return _load_cells(form.sent["cells"])
        if file and file.filename:
            return grid(file.stream.read(), file.filename)
        if text := request.form.get("text", "").strip("\r\n"):
            return pasted(text)
    except Trouble as trouble:
        form.faults.take(trouble.findings, ("file", "text"))
        return None
    form.faults.add("file", say("no file was chosen, and no cells were pasted"), say("do one of the two"))
    return None


def _request(found: CellGrid, form: Form) -> taking.ImportRequest:
    """What was said about the rows and columns."""
    heads: dict[int, columns.PlaceField | None] = {}
    mended: dict[tuple[int, str], str] = {}
    answers: dict[int, str] = {}
    for name in request.form:
        head, _dash, rest = name.partition("-")
        number, _dash, field = rest.partition("-")
        if not number.isdecimal() or len(number) > 7:
            continue
        if head == "column":
            heads[int(number)] = next((one for one in columns.ASKED if one == form.text(name)), None)
        elif head == "cell":
            mended[int(number), field] = form.text(name)
        elif head == "like" and form.text(name):
            answers[int(number)] = form.text(name)
    return taking.ImportRequest(found, heads, mended, answers, form.text("seen"), _kind(form))


def _kind(form: Form) -> PlaceKind | None:
    """What all new places are of which the sheet does not say it."""
    return next((one for one in columns.KINDS if one == form.text("kind")), None)


def _proposal_values(proposal: taking.Proposal, found: CellGrid, form: Form) -> dict[str, Any]:
    at: dict[int, dict[str, object]] = {}
    for fault in proposal.faults:
        at.setdefault(fault.row, {}).setdefault(fault.field, fault)
    bad = [row for row in proposal.rows if row.number in at]
    good = [row for row in proposal.rows if row.number not in at]
    good.sort(key=lambda row: row.state == "same")
    chosen: list[rows.PlaceLine] = sorted((*bad, *good[:SHOWN]), key=lambda row: row.number)
    kept = {
        name: value
        for name, value in request.form.items()
        if name.startswith(("cell-", "like-")) and not _is_asked(name, at)
    }
    return {
        "proposal": proposal,
        "rows": chosen,
        "hidden": len(proposal.rows) - len(chosen),
        "at": at,
        "loose": [fault for fault in proposal.faults if not fault.row or fault.row not in {row.number for row in bad}],
        "heads": columns.HEADS,
        "kinds": columns.KINDS,
        "kind": _kind(form),
        "kept": kept,
        "cells": _dump_cells(found),
        "faults": form.faults or Faults(),
    }


def _is_asked(name: str, at: Mapping[int, Mapping[str, object]]) -> bool:
    """Whether the page asks for that cell or answer again."""
    head, number, *rest = name.split("-", 2)
    faults = at.get(int(number), {}) if number.isdecimal() else {}
    return "name" in faults if head == "like" else bool(rest) and rest[0] in faults


def _dump_cells(found: CellGrid) -> str:
    """The cells as a hidden field, for the next step."""
    faults = [(row, column) for row, column, _what in found.faults]
    return json.dumps({"rows": values.dump(found.rows), "faults": faults, "merged": found.merged}, ensure_ascii=False)


def _load_cells(text: str) -> CellGrid:
    """The cells of the step before. Raises Trouble for what no page of ours has sent."""
    try:
        table = values.parse(text)
        assert isinstance(table, dict)
        rows = values.load(tuple[tuple[int, tuple[str, ...]], ...], table.get("rows"))
        faults = values.load(tuple[tuple[int, int], ...], table.get("faults"))
        if not rows:
            raise ValueError("no rows")
        what = say("the cell holds no value that could be taken")
        return CellGrid(rows, tuple((row, column, what) for row, column in faults), table.get("merged") is True)
    except (ValueError, AssertionError):
        return pasted("")
