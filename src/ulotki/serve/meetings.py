"""Meetings: planned, invited to, changed, put into a calendar, and noted as held; and the letters that ask for them."""

from __future__ import annotations

from functools import partial
from typing import Any

from flask import Blueprint, Response, abort, redirect
from werkzeug.wrappers import Response as Answer

from ulotki import office
from ulotki.content.meetings import Stage
from ulotki.errors import Finding, say
from ulotki.serve import conflict, downloads, kit
from ulotki.serve.forms import Form
from ulotki.serve.safety import now, ours, today

pages = Blueprint("meetings", __name__, url_prefix="/spotkania")

FIELDS = ("group", "day", "hour", "place", "where", "invite")

PILLS: dict[Stage, str] = {Stage.AHEAD: "ok", Stage.HELD: "ok", Stage.CANCELLED: "miss", Stage.UNTOLD: "wait"}
"""What a stage looks like."""


@pages.get("")
def every() -> tuple[str, int]:
    """What is planned, a form for a new one, and how many came to those that are over."""
    return kit.page("meetings.html", **_values(Form({})))


def _values(form: Form) -> dict[str, Any]:
    found = office.schedule.list_meetings(ours(), today())
    places = ours().library().places
    return {
        "rows": found.value,
        "next": next((one for one in found.value if one.stage is Stage.AHEAD), None),
        "untold": [one for one in found.value if one.stage is Stage.UNTOLD],
        "stages": {stage: (PILLS[stage], word) for stage, word in office.schedule.STAGES.items()},
        "places": [(id, place.name) for id, place in places.items()],
        "form": form,
        "findings": found.findings,
    }


def _request(form: Form, before: tuple[str, ...] = ()) -> office.meeting_fields.MeetingChange:
    """What a form says of a meeting; an empty field is said to be empty. before: where its invitations hung.

    Single places of those are no part of the form, and stay.
    """
    return office.meeting_fields.MeetingChange(
        group=form.text("group"),
        day=form.day("day"),
        hour=form.text("hour"),
        place=form.text("place"),
        where=form.text("where"),
        invite=("all",) if form.ticked("invite") else () if "all" in before else None,
    )


@pages.post("")
def plan() -> Answer | tuple[str, int]:
    """Write a new meeting down."""
    form = Form()
    said = _request(form)
    done = form.attempt(lambda: office.meetings.plan(ours(), said, today()), FIELDS)
    if done is None:
        return kit.page("meetings.html", **_values(form))
    one = done.value
    return kit.saved("/spotkania", say("Planned: {group}, {day}.", group=one.group, day=one.day), done.aside)


@pages.get("/<id>")
def one(id: str) -> tuple[str, int]:
    """The form that changes a meeting."""
    return kit.page("meetings_one.html", **_one_values(id, None))


def _one_values(id: str, form: Form | None) -> dict[str, Any]:
    shown = _values(form or Form({}))
    row = kit.there(next((one for one in shown["rows"] if one.meeting.id == id), None))
    write_meeting = row.meeting
    start = {
        "group": write_meeting.group,
        "day": write_meeting.day.isoformat(),
        "hour": write_meeting.hour,
        "place": write_meeting.place,
        "where": write_meeting.where.source if write_meeting.where else "",
        **({"invite": "yes"} if "all" in write_meeting.invite else {}),
    }
    was = {name: [word] if (word := start.get(name, "")) else [] for name in FIELDS}
    return {**shown, "row": row, "form": form or Form(start), "seen": office.meetings.stamp(write_meeting), "was": was}


@pages.post("/<id>")
def change(id: str) -> Answer | tuple[str, int]:
    """Change a meeting; who comes second sees what it is now."""
    form, now = Form(), _one_values(id, None)
    said = _request(form, now["row"].meeting.invite)
    done = form.attempt(lambda: office.meetings.change(ours(), id, said, today(), form.text("seen") or "none"), FIELDS)
    if form.trouble:
        return conflict.page(form, _fields(dict(now["places"])), now["was"], now["seen"], "/spotkania")
    if done is None:
        return kit.page("meetings_one.html", **_one_values(id, form))
    what = say("Changed: {group}, {day}.", group=done.value.group, day=done.value.day)
    return kit.saved("/spotkania", what, done.aside)


def _fields(places: dict[str, str]) -> dict[str, conflict.FormField]:
    return {
        "group": conflict.FormField(say("With whom")),
        "day": conflict.FormField(say("Day"), 0),
        "hour": conflict.FormField(say("Hour")),
        "place": conflict.FormField(say("Place"), 0, conflict.each(lambda id: places.get(id, id))),
        "where": conflict.FormField(say("House and address on the invitation")),
        "invite": conflict.FormField(say("The invitation hangs"), 0, lambda value: (ALL if value else ALONE,)),
    }


ALL, ALONE = say("at all places"), say("at its place alone")


@pages.post("/<id>/odwolaj")
def cancel(id: str) -> Answer:
    """Say that a meeting will not take place."""
    done = office.meetings.cancel(ours(), id, today())
    what = say("Cancelled: {group}, {day}.", group=done.value.group, day=done.value.day)
    return kit.saved("/spotkania", what, done.aside)


@pages.post("/odbyte")
def held() -> Answer | tuple[str, int]:
    """Write down how many came."""
    form = Form()
    known = [one.meeting.id for one in office.schedule.list_meetings(ours(), today()).value]
    told = {id: count for id in known if (count := form.count(f"n-{id}")) is not None}
    if not told and not form.faults:
        hint = say("write how many came to one of them")
        form.faults.above.append(Finding("form", say("no number is filled in"), hint))
    for id, count in told.items():
        asked = office.meeting.MeetingRequest(None, None, count, now(), planned=id)
        form.attempt(partial(office.meeting.write_meeting, ours(), asked, today()), ())
    if form.faults:
        return kit.page("meetings.html", **_values(form))
    return kit.saved("/spotkania", say("Meetings written down: {count}.", count=len(told)), None, kit.MEND)


# What goes out


@pages.post("/<id>/zaproszenie")
def invite(id: str) -> Answer:
    """Make the invitation, and open it."""
    office.invitations.invite(ours(), id, today(), office.trying.making(office.silent), kit.voice())
    return redirect(f"/spotkania/{id}/zaproszenie.pdf", 303)


@pages.get("/<id>/zaproszenie.pdf")
def invitation(id: str) -> Response:
    """The invitation that was made last."""
    if id not in ours().library().meetings:
        abort(404)
    return downloads.send(kit.there(office.invitations.invitation_file(ours(), id)), f"zaproszenie-{id}.pdf")


@pages.get("/spotkania.ics")
def calendar() -> Response:
    """The calendar of what is planned."""
    return downloads.send(office.meeting_papers.meeting_calendar(ours(), today()).value, "spotkania.ics")


@pages.get("/harmonogram.pdf")
def schedule() -> Response:
    """The list, to print."""
    return downloads.paper(office.meeting_papers.meeting_list(ours(), today()).value, "harmonogram-spotkan.pdf")


@pages.get("/pisma")
def letters() -> tuple[str, int]:
    """For which place a letter is wanted."""
    return kit.page("meetings_letters.html", places=_values(Form({}))["places"])


@pages.get("/pisma/<place>.<any(pdf, eml):ending>")
def letter(place: str, ending: str) -> Response:
    """The letter that asks a place for meetings: to print, or as a draft of a message."""
    if place not in ours().library().places:
        abort(404)
    (draft,) = office.meeting_letters.letters(ours(), office.meeting_letters.LettersRequest((place,)), today()).value
    return downloads.letter(draft) if ending == "eml" else downloads.paper(draft.paper, f"{draft.name}.pdf")
