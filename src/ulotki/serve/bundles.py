"""The bundles: what each place gets, printed a few at a time, and written down once they were handed over."""

from __future__ import annotations

from flask import Blueprint, Response, abort, redirect, request, url_for
from werkzeug.wrappers import Response as Answer

from ulotki import office
from ulotki.documents import ENDINGS
from ulotki.errors import Misused, say
from ulotki.serve import downloads, kit
from ulotki.serve.forms import Faults, Form
from ulotki.serve.safety import desk, now, ours, today
from ulotki.serve.work import Task
from ulotki.serve.working import begin, keep

pages = Blueprint("bundles", __name__, url_prefix="/paczki")


@pages.get("")
def every(faults: Faults | None = None) -> tuple[str, int]:
    """What is still to be handed over, or was, or all. faults: of what was ticked."""
    chosen = request.args.get("lista", "")
    try:
        found = office.bundles.bundles(ours(), today())
    except Misused as trouble:
        return kit.page("bundles_none.html", found=trouble.findings)
    known = found.value
    shown = {"przekazane": known.handed, "wszystkie": known.shares}.get(chosen, known.waiting)
    return kit.page("bundles.html", known=known, shown=shown, chosen=chosen, findings=found.findings, faults=faults)


@pages.get("/<place>")
def one(place: str) -> tuple[str, int]:
    """What lies in one bundle, and its steps."""
    found = office.bundles.bundles(ours(), today())
    share = next((one for one in found.value.shares if one.place.id == place), None)
    if share is None:
        return kit.page("bundles_none.html", code=404, found=())
    return kit.page("bundles_one.html", share=share, findings=found.findings)


@pages.get("/<place>/<kind>.<ending>")
def paper(place: str, kind: str, ending: str) -> Response:
    """A paper of a bundle: to print, as words to paste, or the letter as a draft of a message."""
    if place not in ours().library().places or (kind, ending) not in GIVEN:
        abort(404)
    (found,) = office.bundle_papers.bundle_papers(ours(), office.meant_packs.PackRequest((place,)), today()).value
    if ending == "eml":
        return downloads.letter(found.letter)
    return downloads.paper(found.paper(kind), f"{kind}-{place}.{ending}", save=False)


GIVEN = {("letter", "eml"), *((kind, ending[1:]) for kind in office.bundle_papers.KINDS for ending in ENDINGS)}
"""(paper, form) that the page gives."""


# Printing


@pages.post("/druk")
def prints() -> Answer | tuple[str, int]:
    """Make one file of the bundles that are ticked, and open it."""
    form = Form()
    places = form.places(say("tick the places whose bundles are to be printed"))
    return printing(office.meant_packs.PackRequest(places), "/paczki") if places else every(form.faults)


def printing(asked: office.meant_packs.PackRequest, back: str) -> Answer:
    """Begin to make the files of packs; then the browser opens them. back: where it goes when it is stopped."""
    keeper, day = desk(), today()

    def deed(task: Task) -> office.Outcome[office.stack.PrintStack]:
        outcome = office.stack.make_stack(keeper.workspace, asked, day, task.progress)
        key = keep(keeper, outcome.value)
        task.then = f"/druk/{key}/1.pdf" if len(outcome.value.files) == 1 else f"/druk/{key}"
        return outcome

    return begin(Task(back, say("The packs are being made"), back), deed)


# Handing over


@pages.post("/wybrane")
def ticked() -> Answer | tuple[str, int]:
    """Go on with the bundles that are ticked."""
    form = Form()
    places = form.places(say("tick the places that got their bundle"))
    return redirect(url_for("bundles.asked", place=places), 303) if places else every(form.faults)


@pages.get("/przekaz")
def asked(form: Form | None = None) -> Answer | tuple[str, int]:
    """The form for bundles that were given. form: with what is wrong or in doubt."""
    places = form.every("place") if form else tuple(request.args.getlist("place"))
    found: office.Outcome[office.bundles.Bundles] = office.bundles.bundles(ours(), today())
    shares = [one for one in found.value.shares if one.place.id in places]
    return kit.page(
        "bundles_hand.html",
        code=409 if form and form.trouble else 0,
        shares=shares,
        named={f"copies-{one.place.id}-{kind.id}": one.place.name for one in shares for kind in one.kinds},
        ticked=form.every("given") if form else places,
        form=form or Form({}),
        fresh=form is None,
        findings=found.findings,
        today=today(),
        doubts=form.trouble.findings if form and form.trouble else (),
    )


def _counts(form: Form, place: str) -> dict[str, int]:
    """code → copies, for the pieces of a place that the form counts."""
    return {
        code: count
        for kind in form.every(f"kind-{place}")
        if (count := form.count(f"copies-{place}-{kind}")) is not None
        for code in kind.split(".")
    }


@pages.post("/przekaz")
def handed() -> Answer | tuple[str, int]:
    """Write down the bundles that were given."""
    form = Form()
    day, consent = form.day("day"), {"yes": True, "no": False}
    said = [
        office.bundles_given.BundleRequest(
            place, form.text(f"who-{place}"), consent.get(form.text(f"consent-{place}")), _counts(form, place)
        )
        for place in form.every("given")
    ]
    anyway = form.ticked("anyway")
    done = form.attempt(
        lambda: office.bundles_given.hand_over_bundles(ours(), said, day, now(), today(), anyway=anyway),
        ("day",),
        but=office.answers.Doubtful,
    )
    if done is None:
        return asked(form)
    count, old = len(done.value.entries), done.value.old
    more = say("Something that must come down is still at: {count}", count=len(old)) if old else None
    return kit.saved("/paczki", say("Bundles written down as handed over: {count}.", count=count), more, kit.MEND)
