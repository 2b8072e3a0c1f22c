"""The first page of an edition: every piece with its picture, under what it is for, with what to print and on how many sheets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from ulotki.edition.record import Record, RecordEntry, picture_path
from ulotki.edition.voice import PageVoice
from ulotki.errors import Say, say
from ulotki.frozen import dataclass
from ulotki.markup import STYLE, rendered
from ulotki.templates import Template, sized, templates

INDEX = "index.html"

GROUPS: tuple[tuple[str, Say, tuple[str, ...]], ...] = (
    ("posters", say("Posters"), ("poster", "youth", "tear-off")),
    ("leaflets", say("Leaflets"), ("leaflet", "trifold", "large-print", "handout", "neighbour-letter")),
    ("cards", say("Cards and stickers"), ("card", "sticker")),
    ("more", say("Meetings and overviews"), ("meeting", "overview", "glossary", "church-appeal")),
)
"""The parts of the page: anchor, heading, templates. What is in none of them stands at the end."""

PALETTES = {"colour": say("in colour"), "mono": say("black and white"), "eco": say("saving toner")}

STOCKS = {"card": say("cardboard"), "sticker": say("self-adhesive paper")}


@dataclass(frozen=True, slots=True)
class Printing:
    """How a piece goes through the printer. paper: its name, with the kind of paper where that matters.

    each: pieces on a sheet.  sheets: for all copies.  turned: printed on both sides.
    """

    paper: Say
    each: int
    sheets: int
    turned: bool


def printing(entry: RecordEntry) -> Printing:
    """How the piece of *entry* is printed."""
    template = templates().get(entry.template)
    how = template.sheets.get(entry.format) if template else None
    each = how.columns * how.rows if how else 1
    turned = bool(template and template.duplex) and entry.pages > 1
    count = -(-entry.copies // each) * (-(-entry.pages // 2) if turned else entry.pages)
    name = how.sheet.name if how else entry.format
    kind = STOCKS.get(template.stock) if template else None
    paper = say("{format}, {kind}", format=name, kind=kind) if kind else say("{format}", format=name)
    return Printing(paper, each, count, turned)


@dataclass(frozen=True, slots=True)
class Link:
    """A file that is offered. words: of its link.  name: where the words alone do not say of what."""

    path: str
    words: str
    name: str


def index(record: Record, voice: PageVoice = PageVoice()) -> bytes:
    """The page as HTML that loads nothing from the network; pieces lie beside it."""
    tell = voice.tell
    groups = list(_groups(record.pieces))
    totals = Counter[Say]()
    for piece in record.pieces:
        how = printing(piece)
        totals[how.paper] += how.sheets
    marks = sorted({piece.mark for piece in record.pieces if piece.mark})
    page = rendered(
        "ulotki.edition",
        "index.html",
        lang=voice.lang,
        title=record.title,
        style=STYLE,
        marks=marks,
        state=tell(_state(record, marks, voice)),
        until=tell(say("May hang until {day}", day=voice.day(record.until))) if record.until else "",
        code=record.edition,
        how=[tell(one) for one in HOW],
        groups=[
            (anchor, tell(heading), [_card(one, record, voice) for one in found]) for anchor, heading, found in groups
        ],
        totals=[(tell(paper), tell(_counted(count))) for paper, count in totals.items()],
        words={name: tell(word) for name, word in WORDS.items()},
    )
    return page.encode()


HOW = (
    say("Print at 100 % (actual size), without “fit to page”."),
    say("Where it says both sides, the file tells the printer over which edge to turn the sheet."),
    say("Sheets with cut marks are cut apart at the scissors."),
)

WORDS = {
    "skip": say("To the pieces"),
    "how": say("How to print"),
    "paper": say("Paper for all of it"),
    "code": say("Code of the edition"),
}


def _state(record: Record, marks: Sequence[str], voice: PageVoice) -> Say:
    """What the edition is, in a sentence."""
    if marks:
        return say("{marks}: nothing of this may hang or be handed out yet.", marks=", ".join(marks))
    return say("Ready to print. Holds from {day}", day=voice.day(record.speaks))


def _groups(pieces: Sequence[RecordEntry]) -> Iterator[tuple[str, Say, list[RecordEntry]]]:
    """(anchor, heading, pieces) of each part that holds any."""
    placed = {template for _, _, those in GROUPS for template in those}
    for anchor, heading, those in GROUPS:
        if found := [piece for template in those for piece in pieces if piece.template == template]:
            yield anchor, heading, found
    if rest := [piece for piece in pieces if piece.template not in placed]:
        yield "rest", say("Other pieces"), rest


def _card(piece: RecordEntry, record: Record, voice: PageVoice) -> dict[str, object]:
    tell, how = voice.tell, printing(piece)
    template: Template | None = templates().get(piece.template)
    kind = tell(template.what) if template else piece.template
    first, *more = _links([file for file in record.files if file.name == piece.name], how, piece, tell)
    sides = say("on both sides") if how.turned else say("on one side")
    return {
        "title": piece.title,
        "lang": piece.lang,
        "picture": picture_path(piece.name),
        "kind": f"{kind} · {tell(sized(piece.format))} · {tell(PALETTES.get(piece.palette, say(piece.palette)))}",
        "mark": piece.mark or "",
        "until": tell(say("hangs until {day}", day=voice.day(piece.until)))
        if piece.until and piece.until != record.until
        else "",
        "copies": tell(say("1 copy") if piece.copies == 1 else say("copies: {count}", count=piece.copies)),
        "how": f"{tell(_counted(how.sheets))}, {tell(how.paper)}, {tell(sides)}",
        "code": piece.code,
        "print": first,
        "files": more,
    }


def _links(
    files: Sequence[RecordEntry], how: Printing, piece: RecordEntry, tell: Callable[[Say], str]
) -> Iterator[Link]:
    """The file to print first: on its sheet where it has one; then all others."""
    printed = [file for file in files if file.path.startswith("print/")]
    order = [*printed, *(file for file in files if file not in printed)]
    several = len(printed) > 1
    for number, file in enumerate(order):
        words = tell(_offered(file, how, first=number == 0, part=number + 1 if several and file in printed else 0))
        yield Link(file.path, words, f"{words}: {piece.title}")


def _offered(file: RecordEntry, how: Printing, *, first: bool, part: int) -> Say:
    """What a file is offered as. part: which of several files are printed one after another, 0 for one alone."""
    folder, _, rest = file.path.partition("/")
    if part:
        return say("Print, part {part}", part=part)
    if first:
        return say("Print {count} × {format}", count=how.each, format=file.format) if how.each > 1 else say("Print")
    if file.path.endswith(".txt"):
        return say("Job ticket for sheets") if rest.startswith("sheets/") else say("Job ticket")
    match folder:
        case "web":
            return say("For the internet")
        case "press":
            return say("For a print shop, on sheets") if rest.startswith("sheets/") else say("For a print shop")
        case _:
            return say("Page by page")


def _counted(count: int) -> Say:
    return say("1 sheet") if count == 1 else say("sheets: {count}", count=count)


def pointer(folder: str, voice: PageVoice = PageVoice()) -> bytes:
    """A page that forwards to the newest edition."""
    words = voice.tell(say("To the newest edition"))
    target = f"{folder}/{INDEX}"
    return rendered("ulotki.edition", "pointer.html", lang=voice.lang, target=target, words=words).encode()
