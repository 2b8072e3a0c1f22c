"""Parts that templates share: built of blocks, sized by whoever uses them."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce

from ulotki.content.leaflet import Leaflet, Target
from ulotki.content.scam import Scam
from ulotki.content.text import Run, Words
from ulotki.errors import Say, say
from ulotki.library import HOME
from ulotki.look import Look
from ulotki.look.icons import BADGE
from ulotki.look.inks import BLACK, Ink
from ulotki.look.styles import Style
from ulotki.page.blocks import (
    Badge,
    Block,
    Disc,
    Fixed,
    Gap,
    Leading,
    Pad,
    Panel,
    Pictogram,
    QrCode,
    Row,
    Stack,
    StampBox,
    Text,
)
from ulotki.page.items import Role
from ulotki.qr import QUIET


def title(leaflet: Leaflet, look: Look, side: float, gap: float, small: Style, large: Style) -> Block:
    """The topic: a disc with its pictogram, a small line, and the title in large letters."""
    ink = look.palette.ink
    words = Stack(
        (Text(leaflet.kicker, small, ink), Gap(side * 0.18), Text(leaflet.title, large, ink, Role("heading", level=1)))
    )
    disc = Disc(look.icons[leaflet.icon], side, look.palette.badge)
    return Fixed(Row((disc, words), (side, None), gap, align="middle"), side)


def voice(
    leaflet: Leaflet,
    look: Look,
    small: Style,
    quote: Style,
    *,
    radius: float,
    tail: float,
    start: float,
    left: float,
    right: float,
    gap: float,
    edge: float = 0.0,
    stretch: float = 1.0,
) -> Block:
    """The swindler speaks: a bubble with the quote, its opening mark hanging in the padding. edge: least mm above and below."""
    surface = look.palette.voice
    words = Stack(
        (Text(leaflet.voice, small, surface.text), Gap(gap), Text(leaflet.quote, quote, surface.accent, hang=True))
    )
    return Panel(Pad(words, left=left, top=edge, right=right, bottom=edge), surface, radius, tail, start, stretch)


def deed(
    leaflet: Leaflet,
    look: Look,
    small: Style,
    order: Style,
    *,
    height: float,
    radius: float,
    mask: float,
    left: float,
    text: float,
    gap: float,
) -> Block:
    """What you do: a bar with a mask that the tail points at, a word of warning and the order."""
    words = (leaflet.verdict, leaflet.order)
    return bar(*words, "domino_mask", look, small, order, height, radius, icon=mask, left=left, text=text, gap=gap)


def bar(
    first: Words,
    second: Words,
    name: str,
    look: Look,
    small: Style,
    large: Style,
    height: float,
    radius: float,
    *,
    icon: float,
    left: float,
    text: float,
    gap: float,
    level: int = 2,
) -> Block:
    """A bar of what you do: pictogram *name*, a small line and a large one, which is a heading of *level*."""
    surface = look.palette.deed
    words = Stack(
        (Text(first, small, surface.text), Gap(gap), Text(second, large, surface.accent, Role("heading", level=level)))
    )
    picture = Pictogram(look.icons[name], icon, surface.accent, surface.fill)
    row = Row((picture, words), (icon, None), text - left - icon, align="middle")
    return Panel(Fixed(Pad(row, left=left, right=left / 2), height), surface, radius)


WIDER = 1.15
"""Width of the box with 112, as a share of the pictograms it stands among."""


def pictogram(
    name: str, leaflet: Leaflet, look: Look, side: float, ground: Ink | None, number: Style, *, right: bool = False
) -> Block:
    """The pictogram *name*, *side* mm high, or the number 112 in a box. right: flush right in WIDER × side."""
    if name == BADGE:
        alt = str(leaflet.phrases.badge_alt)
        badge = Badge(leaflet.emergency, number, look.palette.badge, alt, side * WIDER, side * 0.66)
        return Pad(badge, top=side * 0.17, bottom=side * 0.17)
    picture = Pictogram(look.icons[name], side, look.palette.ink, ground)
    return Pad(picture, left=side * (WIDER - 1)) if right else picture


def counter(number: int, look: Look, side: float, style: Style) -> Block:
    """A disc with the number of a step."""
    return Disc(Words((Run(str(number)),)), side, look.palette.badge, style)


def emergency(leaflet: Leaflet, look: Look, large: Style, small: Style, height: float, radius: float) -> Block:
    """The box with 112: the largest number on the piece."""
    surface = look.palette.deed
    words = Stack(
        (
            Text(leaflet.phrases.call, small, surface.text, align="centre"),
            Gap(height * 0.13),
            Text(leaflet.emergency, large, surface.accent, align="centre"),
        )
    )
    return Panel(Fixed(words, height), surface, radius)


def officer(
    leaflet: Leaflet,
    look: Look,
    label: Style,
    number: Style,
    small: Style,
    stamp: Style,
    height: float,
    *,
    named: bool = True,
) -> Block:
    """The dzielnicowy: name, number and hours, or a box for a stamp or a pen while nobody has given the number.

    named: by a name another line must warn of impostors, so small pieces have neither.
    """
    contact = leaflet.officer if named else replace(leaflet.officer, name=None)
    if contact.number is None:
        return StampBox(leaflet.phrases.stamp, stamp, BLACK, height)
    lines: list[Block] = [Text(contact.name or leaflet.phrases.officer, label, BLACK)]
    lines += [Gap(height * 0.1), Text(contact.number, number, look.palette.ink)]
    who = [leaflet.phrases.officer] if contact.name else []
    known = [*who, *([contact.hours] if contact.hours else [])]
    if known:
        lines += [Gap(height * 0.07), Text(reduce(lambda one, other: joined(one, ", ", other), known), small, BLACK)]
    return Fixed(Stack(tuple(lines)), height)


def coded(
    target: Target,
    leaflet: Leaflet,
    above: Block,
    below: Block,
    purpose: Style,
    host: Style,
    *,
    left: float,
    module: float,
    up: float,
) -> Block:
    """A code with its host under it; in *left* mm beside it *above*, what the address is for, and *below*.

    up: mm that the quiet zone reaches above the rest; on its right it lies in the margin.
    """
    code = QrCode(target, module, str(leaflet.phrases.code_alt), outside=True)
    words = Stack((above, Gap(3.6), Text(joined(target.purpose, " ", target.host), purpose, BLACK), Gap(2.8), below))
    named = Pad(Text(target.host, host, BLACK), left=QUIET * module)
    return Row((words, Pad(Stack((code, Gap(0.9), named)), top=-up)), (left, None), 0.5)


def imprint(leaflet: Leaflet, style: Style, *first: Words) -> Block:
    """The small lines under a piece: *first*, who publishes, until when it hangs, and the code of the piece."""
    lines = [*first, *([leaflet.issuer] if leaflet.issuer else [])]
    last = joined(leaflet.until, " ", leaflet.code) if leaflet.until else leaflet.code
    return spread(tuple(Text(line, style, BLACK) for line in (*lines, last)), style)


def spread(lines: tuple[Block, ...], style: Style) -> Block:
    """Lines as far apart as the lines of one paragraph in *style*."""
    first, *rest = lines
    return Stack((first, *(block for line in rest for block in (Leading(style), line))))


def joined(one: Words, link: str, other: Words) -> Words:
    """Both, with *link* between."""
    return replace(one, runs=(*one.runs, Run(link), *other.runs))


def read_at_home(scam: Scam) -> Say | None:
    """Why a piece made of the library's readings is not for *scam*: they are written for those who live here."""
    return None if scam.lang == HOME else say("its words are written in the language of the place only")
