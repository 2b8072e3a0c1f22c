"""The sticker for the telephone or the door: one question, one order, one number. Ten go on a sheet of labels."""

from __future__ import annotations

from ulotki.content.told import Leaflet
from ulotki.errors import say
from ulotki.look import Look
from ulotki.look.styles import Style, display
from ulotki.page.blocks import Block, Pad, Pictogram, Row, Spring, Text
from ulotki.page.impose import NUp
from ulotki.paper import A4, CARD, Format
from ulotki.templates import Template
from ulotki.templates import _parts as parts

STICKER = Format("sticker", 99.1, 56.9, 4.4)
"""A label of the common sheets of ten, 99.1 × 57 mm; on plain paper it is cut."""

TEN = NUp(A4, columns=2, rows=5, gap=(2.5, 0.1))
"""Where the labels stand on such a sheet: 101.6 mm apart across, 57 mm down."""

BOX, RADIUS, BETWEEN = 17, 4, 2.2
ICON, ICON_LEFT, TEXT_LEFT = 15, 4.5, 23.5
CALL_SHARE = 0.8
NUMBER_WIDTH, BOX_PAD = 30.5, (ICON_LEFT, 0, 4.5, 0)

ORDER = display("ExtraBold", 28, 31, CARD)
ASK = Style("SemiBold", 16, 19, CARD)
BAR = parts.Bar(height=24, radius=RADIUS, icon=ICON, left=ICON_LEFT, text=TEXT_LEFT, large=ORDER, small=ASK, gap=3.6)
CALL = Style("Bold", 18, 21, CARD)
NUMBER = Style("ExtraBold", 48, 50, CARD)


def compose(leaflet: Leaflet, look: Look, paper: Format) -> tuple[Block, ...]:
    """One sticker: for the door when the swindler comes there, else for the telephone."""
    phrases = leaflet.phrases
    if leaflet.channel == "door":
        ask, order, icon = phrases.sticker_door_ask, phrases.sticker_door_order, "door_front"
    else:
        ask, order, icon = phrases.sticker_phone_ask, phrases.sticker_phone_order, "call_end"
    bar = BAR.compose(icon, order, look, ask, level=1)
    surface = look.palette.deed
    picture = Pictogram(look.icons["call"], ICON * CALL_SHARE, surface.accent, surface.fill)
    mark = Pad(picture, left=ICON * (1 - CALL_SHARE) / 2)
    call = Text(phrases.call, CALL, surface.text)
    number = Text(leaflet.help.emergency, NUMBER, surface.accent, align="right")
    row = Row((mark, call, number), (ICON, None, NUMBER_WIDTH), TEXT_LEFT - ICON_LEFT - ICON, align="middle")
    box, code = parts.box(row, surface, RADIUS, BOX_PAD, BOX), parts.plain(leaflet.imprint.code, parts.IMPRINT_SMALL)
    return (parts.column(bar, BETWEEN, box, Spring(), Pad(code, left=ICON_LEFT), 0.6),)


TEMPLATE = Template(
    "sticker",
    say("for the telephone or the door"),
    (STICKER,),
    (12,),
    compose,
    {STICKER.name: TEN},
    stock="sticker",
    refuses=parts.one_number,
)
