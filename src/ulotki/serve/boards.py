"""What hangs where: what must come down, the round trip, every entry of the ledger, and a mistake put right."""

from __future__ import annotations

import re
from typing import Any

from flask import Blueprint, Response, abort, redirect, request
from werkzeug.wrappers import Response as Answer

from ulotki.errors import Say, say
from ulotki.handout import lines
from ulotki.handout.deeds import Done, HandOver
from ulotki.office import recall as recalls
from ulotki.office.boards import boards, exchange
from ulotki.office.correct import CorrectionRequest, cancel, correct
from ulotki.office.desk import desk as desk_list
from ulotki.office.hanging import hanging
from ulotki.office.ledger import EntriesRequest as Entries
from ulotki.office.ledger import list_entries
from ulotki.office.pack import PackRequest as Packing
from ulotki.office.taken_down import TakenDownRequest as Away
from ulotki.office.taken_down import taken_down
from ulotki.office.verify import conclusion, piece_faults, record_entry, verdict_words, verify
from ulotki.serve import downloads, kit
from ulotki.serve.bundles import printing
from ulotki.serve.forms import Faults, Form
from ulotki.serve.safety import desk

pages = Blueprint("boards", __name__, url_prefix="/co-gdzie-wisi")

CODE = re.compile(r"[0-9A-Za-z]{5}[- –]?[0-9A-Za-z]{5}")
"""What a code of a piece looks like; nothing else is looked up from here, and no file by its name."""


@pages.get("")
def every() -> tuple[str, int]:
    """What must come down, what holds, and where nothing is."""
    return _page()


def _page(found: Faults | None = None) -> tuple[str, int]:
    outcome = boards(desk().workspace, desk().day())
    return kit.page(
        "boards.html",
        known=outcome.value,
        chosen=request.args.get("lista", ""),
        findings=outcome.findings,
        asides=outcome.asides,
        faults=found,
    )


@pages.get("/miejsce/<place>")
def place(place: str) -> tuple[str, int]:
    """All pieces at a place."""
    if place not in desk().workspace.library().places:
        abort(404)
    found = hanging(desk().workspace, (place,), desk().day())
    name = desk().workspace.library().places[place].name
    return kit.page("boards_place.html", name=name, found=found.value.standing, findings=found.findings)


@pages.post("/zdjete")
def away() -> Answer | tuple[str, int]:
    """Write down that what must come down is gone from the places that are ticked."""
    form = Form()
    places = form.places(say("tick the places where it was taken down"))
    asked = Away(places, desk().moment())
    done = form.attempt(lambda: taken_down(desk().workspace, asked, desk().day()), ("place",))
    if done is None:
        return _page(form.faults)
    what = say("Written down as taken down at {count} places.", count=len(done.value.entries))
    return kit.saved("/co-gdzie-wisi", what, None, kit.MEND)


@pages.post("/wymienione")
def swapped() -> Answer | tuple[str, int]:
    """Write down that the old was exchanged for the new."""
    form = Form()
    places = form.places(say("tick the places where it was exchanged"))
    done = form.attempt(
        lambda: exchange(desk().workspace, places, None, desk().moment(), desk().day(), anyway=True), ("place",)
    )
    if done is None:
        return _page(form.faults)
    what = say("Written down as exchanged at {count} places.", count=len(places))
    return kit.saved("/co-gdzie-wisi", what, None, kit.MEND)


# The round trip


@pages.get("/objazd")
def trip() -> tuple[str, int]:
    """Where to go, in the order that was set, what to take down and what to bring."""
    outcome = boards(desk().workspace, desk().day())
    return kit.page("boards_trip.html", known=outcome.value, findings=outcome.findings)


@pages.get("/objazd.<any(pdf, csv):ending>")
def trip_list(ending: str) -> Response:
    """The list for who goes round, to print or as a table for a spreadsheet."""
    answer = recalls.recall(desk().workspace, recalls.RecallRequest(), desk().day()).value
    return downloads.send(recalls.recall_file(answer, f".{ending}", kit.translate), f"objazd.{ending}")


@pages.post("/objazd/kolejnosc")
def earlier() -> Answer:
    """Move a place in the order."""
    form = Form()
    order = [visit.place for visit in boards(desk().workspace, desk().day()).value.visits]
    place, way = form.text("place"), -1 if form.text("way") == "earlier" else 1
    if place in order:
        at = order.index(place)
        to = min(max(at + way, 0), len(order) - 1)
        order.insert(to, order.pop(at))
        recalls.reorder(desk().workspace, order)
    return redirect("/co-gdzie-wisi/objazd", 303)


@pages.post("/objazd/druki")
def trip_pieces() -> Answer | tuple[str, int]:
    """Make one file of all that is to be brought."""
    known = boards(desk().workspace, desk().day()).value
    places = tuple(visit.place for visit in known.visits if visit.brings)
    return printing(Packing(places, new=True), "/co-gdzie-wisi/objazd")


@pages.get("/dyzurny.pdf")
def duty() -> Response:
    """The list for the duty desk."""
    answer = desk_list(desk().workspace, desk().day()).value
    return downloads.paper(answer.paper, "lista-dyzurnego.pdf")


@pages.get("/kod")
def code() -> tuple[str, int]:
    """Whether a piece that somebody brings is ours, and still holds."""
    word = request.args.get("kod", "").strip()
    found = Faults()
    if word and not CODE.fullmatch(word):
        found.add("kod", say('"{value}" is no code of a piece', value=word), say("it has ten signs, as 7K2QX-M4RTP"))
    if not word or found:
        return kit.page("boards_code.html", word=word, faults=found, answer=None)
    answer = verify(desk().workspace, word, desk().day())
    found_pieces = [(record_entry(one), verdict_words(one)) for one in answer.value.pieces]
    return kit.page(
        "boards_code.html",
        word=word,
        faults=found,
        answer=answer,
        pieces=found_pieces,
        end=conclusion(answer),
        said=(*answer.findings, *piece_faults(answer)),
    )


# The ledger


@pages.get("/wpisy")
def entries() -> tuple[str, int]:
    """Every entry, the newest first."""
    found = list_entries(desk().workspace, Entries())
    rows = [(one, lines.entry(one.entry.deed, one.personal, found.value.places)) for one in reversed(found.value.lines)]
    return kit.page("boards_entries.html", rows=rows, kinds=lines.KINDS, newer=lines.NEWER, findings=found.findings)


@pages.get("/popraw/<int:number>")
def mend(number: int) -> tuple[str, int]:
    """The form that says what was otherwise."""
    return kit.page("boards_mend.html", **_mend_values(number, Form({})))


def _mend_values(number: int, form: Form) -> dict[str, Any]:
    found = list_entries(desk().workspace, Entries())
    line = next((one for one in found.value.lines if one.entry.seq == number), None)
    if line is None or not isinstance(line.entry.deed, Done):
        abort(404)
    deed = line.entry.deed
    return {
        "line": line,
        "deed": deed,
        "kind": lines.KINDS[deed.kind],
        "words": lines.entry(deed, line.personal, found.value.places),
        "given": isinstance(deed, HandOver),
        "places": [(id, one.name) for id, one in found.value.places.items() if id != deed.place],
        "form": form,
        "findings": found.findings,
    }


@pages.post("/popraw/<int:number>")
def mended(number: int) -> Answer | tuple[str, int]:
    """Write down what was otherwise; the entry stays and counts no longer."""
    form = Form()
    _mend_values(number, form)
    what = form.text("what")
    workspace, at, today = desk().workspace, desk().moment(), desk().day()
    day, copies = form.day("day"), form.count("copies")
    if what == "never":
        undone = form.attempt(lambda: cancel(workspace, number, at, today), ())
        made: Say | None = say("Entry {number} counts no longer.", number=number) if undone else None
    else:
        asked = _correction(number, at, what, form, day, copies)
        done = form.attempt(lambda: correct(workspace, asked, today), ("place", "day", "copies", "what"))
        made = say("Entry {number} is mended.", number=number) if done else None
    if made is None:
        return kit.page("boards_mend.html", **_mend_values(number, form))
    return kit.saved("/co-gdzie-wisi/wpisy", made, say("The old entry stays in the history, crossed out."))


def _correction(number: int, at: str, what: str, form: Form, day: Any, copies: int | None) -> CorrectionRequest:
    """What the chosen field says; complains when it is empty."""
    match what:
        case "place":
            if not form.text("place"):
                form.faults.add("place", say("no place is chosen"), say("choose where it really went"))
            return CorrectionRequest(number, at, place=form.text("place"))
        case "day":
            if day is None and "day" not in form.faults.at:
                form.faults.add("day", say("no day is given"), say("choose the day on which it was"))
            return CorrectionRequest(number, at, day=day)
        case "copies":
            if not copies and "copies" not in form.faults.at:
                form.faults.add("copies", say("no number is given"), say("write how many copies of each it was"))
            return CorrectionRequest(number, at, copies=copies)
        case _:
            form.faults.add("what", say("nothing is chosen"), say("say what was otherwise"))
            return CorrectionRequest(number, at)
