"""Talks and lessons: what to say at a meeting, with a quiz, to print or to paste."""

from __future__ import annotations

from flask import Blueprint, Response, abort, request

from ulotki import office
from ulotki.content.typography import HOME
from ulotki.serve import downloads, kit
from ulotki.serve.safety import ours, today

pages = Blueprint("outlines", __name__, url_prefix="/konspekty")


@pages.get("")
def every() -> tuple[str, int]:
    """The talk for seniors, and a lesson for each age; and the school that the letter is for."""
    library = ours().library()
    schools = [(id, place.name) for id, place in library.places.items() if place.kind == "school"]
    school = request.args.get("szkola", "")
    lessons = [(age, plan.title.source) for age, plan in library.readings[HOME].talks.lesson.items()]
    known = school if school in dict(schools) else ""
    return kit.page("outlines.html", schools=schools, school=known, lessons=lessons)


@pages.get("/spotkanie.<any(pdf, html):ending>")
def talk(ending: str) -> Response:
    """The outline of a talk for seniors."""
    return _file(office.outline.OutlineRequest(), "spotkanie", ending)


@pages.get("/lekcja-<age>.<any(pdf, html):ending>")
def lesson(age: str, ending: str) -> Response:
    """The outline of a lesson, with its letter."""
    library = ours().library()
    school = request.args.get("szkola", "")
    if age not in library.readings[HOME].talks.lesson or (school and school not in library.places):
        abort(404)
    return _file(office.outline.OutlineRequest(age=age, place=school or None), f"lekcja-{age}", ending)


def _file(asked: office.outline.OutlineRequest, name: str, ending: str) -> Response:
    """The outline as a file to print, or as a page of text to paste into a word processor."""
    return downloads.paper(office.outline.talk(ours(), asked, today()).value.paper, f"{name}.{ending}")
