"""A code with its address, beside what stands under a piece."""

from __future__ import annotations

from ulotki.content.told import Leaflet, Target
from ulotki.look import Look
from ulotki.look.styles import Style
from ulotki.page.blocks import Block, Pad, QrCode, Row, Spring
from ulotki.paper import CARD, HAND, POINT
from ulotki.qr import QUIET, SIDE
from ulotki.templates._parts.core import column, joined, plain, width

MODULE = 1.53
"""mm of a code's modules on a wall: 6 % more than the least, since a printer that fits a page in makes it smaller."""

HOSTS = tuple(Style("Bold", size, size * 1.2, CARD if size >= CARD.least else HAND) for size in (16, 15, 14, 13.5, 12))
"""The address above a code: in the largest that is not wider than the code."""

PURPOSE = Style("SemiBold", 13.5, 16, CARD)
BELOW_PURPOSE = 3.0
"""mm between what an address is for and the address."""

ROUNDING = 0.02


def coded(leaflet: Leaflet, look: Look, above: Block, gap: float, small: Block, *, purpose: bool = True) -> Block:
    """*above* and *small*, *gap* mm apart, beside the code and its address; those alone when there is no code.

    The code ends where *small* ends: its quiet zone below and at its right lies in the margin.  An address wider than
    the code and its quiet zone stands over *small*.  purpose: whether what it is for is said above the address.
    """
    target = leaflet.target
    rest = () if above.stretch else (Spring(),)
    if target is None:
        return column(above, gap, *rest, small, stretch=1)
    code = QrCode(target, MODULE, code_alt(leaflet), outside=True)
    rim = QUIET * MODULE
    words: list[Block | float] = [plain(target.purpose, PURPOSE), BELOW_PURPOSE] if purpose else []
    lines: tuple[Block | float, ...] = (small,)
    if width(target.host, HOSTS[-1], look) <= code.width:
        words.append(_host(target, look))
    else:
        lines = (plain(joined(target.purpose, " ", target.host), HOSTS[-1]), BELOW_PURPOSE, small)
        words = []
    slot = column(Pad(column(*words), left=rim), Spring(), Pad(code, bottom=-rim), stretch=1)
    left = column(above, gap, *rest, *lines, stretch=1)
    return Row((left, slot), (None, code.width), align="fill", stretch=1)


def code_alt(leaflet: Leaflet) -> str:
    """What a screen reader says instead of the code: where it leads."""
    assert leaflet.target is not None
    return f"{leaflet.phrases.code_alt} {leaflet.target.host}"


def _host(target: Target, look: Look) -> Block:
    style = next((style for style in HOSTS if width(target.host, style, look) <= SIDE * MODULE), HOSTS[-1])
    over = max(0.0, width(target.host, style, look) - SIDE * MODULE)
    _, tails = look.family["Bold"].reach(str(target.host))
    return Pad(plain(target.host, style), left=-over, bottom=tails * style.size * POINT + ROUNDING)
