"""Pieces one at a time: a scam chosen by what the swindler says, a template, the toner; the real page beside them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from typing import Any

from flask import Blueprint, Response, abort, request

from ulotki import fingerprint, office
from ulotki.errors import Misused, Say, Trouble, say
from ulotki.look import PALETTES
from ulotki.page import twin
from ulotki.press import Proof
from ulotki.recent import Recent
from ulotki.serve import downloads, kit, names
from ulotki.serve.safety import desk, ours, today
from ulotki.serve.turns import Turns
from ulotki.templates import templates
from ulotki.workspace import editions

pages = Blueprint("prints", __name__, url_prefix="/druki")

FIRST = 12
"""Scams that are shown before somebody asks for all."""

AUDIENCES: dict[str, Say] = {
    "": say("everybody"),
    "senior": say("older people"),
    "adult": say("families"),
    "youth": say("young people"),
    "child": say("children"),
}

SEASONS: dict[str, tuple[Say, int]] = {
    "": (say("all year"), 0),
    "lato": (say("summer"), 7),
    "jesien": (say("autumn and winter"), 11),
    "swieta": (say("Christmas and visits of the priest"), 12),
    "wiosna": (say("spring"), 4),
}

SIZES = {"karta": (60, 0.56), "mala": (30, 1.0), "strona": (92, 1.0), "duza": (160, 1.0)}
"""Pictures: dots per inch, and the share of the height that is shown."""

MOST = 160
"""Pictures that are kept in memory."""

PICTURES: Recent[Hashable, bytes] = Recent(MOST)
PROOFS: Recent[Hashable, Proof] = Recent(16)
"""Pieces that were laid out: the page says what the checks found, the picture and the read-back follow."""

TURNS = Turns()
"""Small pictures are drawn one after another, and give way to the large one that somebody waits for."""


def _key(asked: office.show.ShowRequest) -> tuple[object, ...]:
    """All that the piece depends on."""
    folder = ours().folder
    return fingerprint.folder(folder), str(folder), today(), asked


def _lay_out(asked: office.show.ShowRequest) -> Proof:
    """The piece, laid out once for all who ask. Raises Trouble when it cannot be."""
    return PROOFS.made(_key(asked), lambda: office.show.lay_out(desk().library(), asked, today()))


def _draw(asked: office.show.ShowRequest, size: str) -> bytes:
    """The picture. Raises Trouble when the piece cannot be laid out."""

    def made() -> bytes:
        awaited = size in ("strona", "duza")
        with TURNS.first() if awaited else TURNS.later():
            return office.preview.draw_pages(_lay_out(asked), *SIZES[size])

    return PICTURES.made((*_key(asked), size), made)


def usual() -> office.show.ShowRequest:
    """The piece that is shown before anybody has chosen one."""
    return office.show.ShowRequest(office.scam_cards.cards(desk().library())[0].id, palette="mono")


def ahead() -> Iterator[Callable[[], object]]:
    """The way of that piece, step by step, for who takes it before anybody asks; see `warm`."""
    yield lambda: _lay_out(usual())
    yield lambda: _draw(usual(), "strona")
    yield lambda: office.preview.finish_piece(desk().library(), _lay_out(usual()))


def _request() -> office.show.ShowRequest:
    """What the address asks for; any unknown word is nothing."""
    scam, template = request.args.get("oszustwo", ""), request.args.get("wzor", "poster")
    toner = request.args.get("toner", "mono")
    if template not in templates() or toner not in PALETTES:
        abort(404)
    return office.show.ShowRequest(scam, template, palette=toner)


@pages.get("")
def every() -> tuple[str, int]:
    """The scams as pictures, and the piece that is chosen."""
    library = desk().library()
    said, whom, when = (request.args.get(name, "").strip() for name in ("q", "kto", "pora"))
    found = office.scam_cards.cards(library, said, whom if whom in AUDIENCES else "", SEASONS.get(when, SEASONS[""])[1])
    asked = _request()
    if not asked.scam and found:
        asked = office.show.ShowRequest(found[0].id, asked.template, palette=asked.palette)
    whole = "wszystkie" in request.args or bool(said or whom or when)
    return kit.page(
        "prints.html",
        found=found if whole else found[:FIRST],
        left=0 if whole else max(0, len(found) - FIRST),
        said=said,
        whom=whom,
        when=when,
        audiences=AUDIENCES,
        seasons={code: word for code, (word, _month) in SEASONS.items()},
        asked=asked,
        choice=_choice(asked) if asked.scam else None,
        campaign=editions.campaign(library, None, today()).id if library.campaigns else "",
    )


def _choice(asked: office.show.ShowRequest) -> dict[str, Any]:
    """The chosen piece: its name, what the checks say of it, and the templates that there are for its scam."""
    library = desk().library()
    try:
        scam = library.scam(asked.scam)
    except Misused:
        abort(404)
    offered = dict(office.scam_cards.offered_templates(library, asked.scam))
    given: dict[str, Any] = {
        "title": scam.title.source,
        "templates": [row.id for row in office.listed_things.templates(library, today()) if not offered[row.id]],
        "palettes": names.PALETTES,
        "made": None,
        "refused": (),
    }
    try:
        with TURNS.first():
            given["made"] = _lay_out(asked)
    except Trouble as trouble:
        given["refused"] = trouble.findings
    return given


@pages.get("/obraz/<size>.png")
def picture(size: str) -> Response:
    """A picture of a piece."""
    if size not in SIZES:
        abort(404)
    return downloads.picture(_draw(_request(), size), "private, no-cache")


@pages.get("/sprawdz")
def checked() -> tuple[str, int]:
    """Whether the finished file of a piece says what its pages ordered: the part of the page that follows the preview."""
    asked = _request()
    try:
        outcome = office.preview.finish_piece(desk().library(), _lay_out(asked))
    except Trouble as trouble:
        return kit.page("prints_checked.html", final=None, findings=trouble.findings)
    return kit.page("prints_checked.html", final=outcome.value, findings=outcome.findings)


@pages.get("/plik.pdf")
def file() -> Response:
    """The piece as it goes through the printer, read back."""
    asked = _request()
    made = office.preview.finish_piece(desk().library(), _lay_out(asked), sheet=True)
    return downloads.send(made.value.data, f"{asked.scam}-{asked.template}.pdf", save="zapisz" in request.args)


@pages.get("/tekst.txt")
def text() -> Response:
    """The words of the piece alone."""
    return Response(kit.quiet(twin.text(_lay_out(_request()).pages)), mimetype="text/plain")
