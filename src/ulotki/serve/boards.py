"""What hangs where: what must come down, the round trip, every entry of the ledger, and a mistake put right."""

from __future__ import annotations

import re
from typing import Any

from flask import Blueprint, Response, abort, redirect, request
from werkzeug.wrappers import Response as Answer

from ulotki import office
from ulotki.errors import Say, say
from ulotki.handout import lines
from ulotki.handout.deeds import Activity, HandOver
from ulotki.serve import downloads, kit
from ulotki.serve.bundles import printing
from ulotki.serve.forms import Faults, Form
from ulotki.serve.safety import now, ours, today

pages = Blueprint("boards", __name__, url_prefix="/co-gdzie-wisi")

CODE = re.compile(r"[0-9A-Za-z]{5}[- –]?[0-9A-Za-z]{5}")
"""What a code of a piece looks like; nothing else is looked up from here, and no file by its name."""


@pages.get("")
def every(found: Faults | None = None) -> tuple[str, int]:
    """What must come down, what holds, and where nothing is. found: what is wrong with what was ticked."""
    outcome = office.boards.boards(ours(), today())
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
    if place not in ours().library().places:
        abort(404)
    found = office.hanging.hanging(ours(), (place,), today())
    name = ours().library().places[place].name
    return kit.page("boards_place.html", name=name, found=found.value.standing, findings=found.findings)


@pages.post("/zdjete")
def away() -> Answer | tuple[str, int]:
    """Write down that what must come down is gone from the places that are ticked."""
    form = Form()
    places = form.places(say("tick the places where it was taken down"))
    asked = office.taken_down.TakenDownRequest(places, now())
    done = form.attempt(lambda: office.taken_down.taken_down(ours(), asked, today()), ("place",))
    if done is None:
        return every(form.faults)
    what = say("Written down as taken down at {count} places.", count=len(done.value.entries))
    return kit.saved("/co-gdzie-wisi", what, None, kit.MEND)


@pages.post("/wymienione")
def swapped() -> Answer | tuple[str, int]:
    """Write down that the old was exchanged for the new."""
    form = Form()
    places = form.places(say("tick the places where it was exchanged"))
    done = form.attempt(lambda: office.exchange.exchange(ours(), places, now(), today()), ("place",))
    if done is None:
        return every(form.faults)
    what = say("Written down as exchanged at {count} places.", count=len(places))
    return kit.saved("/co-gdzie-wisi", what, None, kit.MEND)


# The round trip


@pages.get("/objazd")
def trip() -> tuple[str, int]:
    """Where to go, in the order that was set, what to take down and what to bring."""
    outcome = office.boards.boards(ours(), today())
    return kit.page("boards_trip.html", known=outcome.value, findings=outcome.findings)


@pages.get("/objazd.<any(pdf, csv):ending>")
def trip_list(ending: str) -> Response:
    """The list for who goes round, to print or as a table for a spreadsheet."""
    answer = office.recall.recall(ours(), office.recall.RecallRequest(), today()).value
    return downloads.send(office.recall.recall_file(answer, f".{ending}", kit.translate), f"objazd.{ending}")


@pages.post("/objazd/kolejnosc")
def earlier() -> Answer:
    """Move a place in the order."""
    form = Form()
    order = [visit.place for visit in office.boards.boards(ours(), today()).value.answer.recall.down]
    place, way = form.text("place"), -1 if form.text("way") == "earlier" else 1
    if place in order:
        at = order.index(place)
        to = min(max(at + way, 0), len(order) - 1)
        order.insert(to, order.pop(at))
        office.recall.reorder(ours(), order)
    return redirect("/co-gdzie-wisi/objazd", 303)


@pages.post("/objazd/druki")
def trip_pieces() -> Answer | tuple[str, int]:
    """Make one file of all that is to be brought."""
    known = office.boards.boards(ours(), today()).value
    places = tuple(visit.place for visit in known.answer.recall.down if visit.brings)
    return printing(office.meant_packs.PackRequest(places, new=True), "/co-gdzie-wisi/objazd")


@pages.get("/dyzurny.pdf")
def duty() -> Response:
    """The list for the duty desk."""
    return downloads.paper(office.desk.desk(ours(), today()).value.paper, "lista-dyzurnego.pdf")


@pages.get("/kod")
def code() -> tuple[str, int]:
    """Whether a piece that somebody brings is ours, and still holds."""
    word = request.args.get("kod", "").strip()
    found = Faults()
    if word and not CODE.fullmatch(word):
        found.add("kod", say('"{value}" is no code of a piece', value=word), say("ten characters, as 7K2QX-M4RTP"))
    if not word or found:
        return kit.page("boards_code.html", word=word, faults=found, answer=None)
    answer = office.verify.verify(ours(), word, today())
    found_pieces = [(office.verify.record_entry(one), office.verdicts.verdict(one)) for one in answer.value.pieces]
    return kit.page(
        "boards_code.html",
        word=word,
        faults=found,
        answer=answer,
        pieces=found_pieces,
        end=office.verdicts.conclusion(answer),
        said=(*answer.findings, *office.verdicts.piece_faults(answer)),
    )


# The ledger


@pages.get("/wpisy")
def entries() -> tuple[str, int]:
    """Every entry, the newest first."""
    found = office.entries.list_entries(ours(), office.entries.EntriesRequest())
    rows = [
        (one, lines.entry_line(one.entry.deed, one.personal, found.value.places)) for one in reversed(found.value.lines)
    ]
    return kit.page("boards_entries.html", rows=rows, kinds=lines.KINDS, newer=lines.NEWER, findings=found.findings)


@pages.get("/popraw/<int:number>")
def mend(number: int) -> tuple[str, int]:
    """The form that says what was otherwise."""
    return kit.page("boards_mend.html", **_mend_values(number, Form({})))


def _mend_values(number: int, form: Form) -> dict[str, Any]:
    found = office.entries.list_entries(ours(), office.entries.EntriesRequest())
    line = next((one for one in found.value.lines if one.entry.seq == number), None)
    if line is None or not isinstance(line.entry.deed, Activity):
        abort(404)
    deed = line.entry.deed
    return {
        "line": line,
        "deed": deed,
        "kind": lines.KINDS[deed.kind],
        "words": lines.entry_line(deed, line.personal, found.value.places),
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
    what, at = form.text("what"), now()
    said: dict[str, Any] = {"place": form.text("place"), "day": form.day("day"), "copies": form.count("copies")}
    if what == "never":
        undone = form.attempt(lambda: office.cancelling.cancel(ours(), number, at, today()), ())
        made: Say | None = say("Entry {number} counts no longer.", number=number) if undone else None
    else:
        chosen = {name: value for name, value in said.items() if name == what}
        if not any(chosen.values()):
            field = what if chosen else "what"
            form.faults.add(field, *UNSAID[field])
        asked = office.corrected_deed.CorrectionRequest(number, at, **chosen)
        done = form.attempt(lambda: office.correct.correct(ours(), asked, today()), UNSAID)
        made = say("Entry {number} is mended.", number=number) if done else None
    if made is None:
        return kit.page("boards_mend.html", **_mend_values(number, form))
    return kit.saved("/co-gdzie-wisi/wpisy", made, say("The old entry stays in the history, crossed out."))


UNSAID = {
    "what": (say("nothing is chosen"), say("say what was otherwise")),
    "place": (say("no place is chosen"), say("choose where it really went")),
    "day": (say("no day is given"), say("choose the day on which it was")),
    "copies": (say("no number is given"), say("write how many copies of each it was")),
}
"""What is said of each field that is empty and must not be."""
