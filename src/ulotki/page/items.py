"""The items of a page: few types, and many readers (drawing, checks, scripts, read-back) with one `match` each.

The order of a tuple is the reading order and the painting order. Only `Group` has a role. A line belongs to the innermost
group around it. A fill, stroke, picture or code is decoration unless that group is a figure.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from ulotki.errors import Say, say
from ulotki.frozen import dataclass
from ulotki.look.inks import Ink
from ulotki.look.paths import Path
from ulotki.paper import added
from ulotki.qr import QUIET

Kind = (
    Literal["heading", "paragraph", "list", "item", "label", "body", "table", "row", "head", "cell", "section"]
    | Literal["figure", "link", "span"]
    | Literal["artifact", "blank"]
)
"""What a group is: a block, a part of a line, or nothing that is read."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, mm. x, y: of its top-left corner, from the top-left of the page."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """x of the right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """y of the lower side."""
        return self.y + self.height

    def inset(self, left: float, top: float, right: float | None = None, bottom: float | None = None) -> Box:
        """The box inside this one, at these distances in mm from its sides; right and bottom are left and top by default."""
        right = left if right is None else right
        bottom = top if bottom is None else bottom
        return Box(self.x + left, self.y + top, self.width - left - right, self.height - top - bottom)

    def meets(self, other: Box, by: float = 0.0) -> bool:
        """Whether the two boxes overlap by more than *by* mm in both directions."""
        return (
            self.x + self.width - other.x > by
            and other.x + other.width - self.x > by
            and self.y + self.height - other.y > by
            and other.y + other.height - self.y > by
            and min(self.width, self.height, other.width, other.height) > by
        )

    def holds(self, other: Box, slack: float = 0.01) -> bool:
        """Whether *other* lies inside, with a tolerance of *slack* mm."""
        return (
            self.x - slack <= other.x
            and self.y - slack <= other.y
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )


@dataclass(frozen=True, slots=True)
class Role:
    """The meaning of a group for a screen reader.

    level: of a heading.  alt: alternative text of a figure.  ref: the value of the register that a link or span shows.

    lang: of a span, or of a section, which is a page in another language than its file.
    A screen reader leaves an artifact out: it is decoration, or its words stand elsewhere too. So it does with a blank, which
    waits for a pen or a stamp and is of no use to those who have no paper.
    """

    kind: Kind
    level: int = 0
    alt: str = ""
    ref: str = ""
    lang: str = ""


QR = "qr"
"""The ref of a figure that is a QR code."""


@dataclass(frozen=True, slots=True)
class Line:
    """Letters on one baseline, in one face and ink.

    x, baseline: mm.  size: pt.  advances: of each letter, in thousandths of the em, kerning included.
    floor: pt, the smallest size for its reading distance.  rise, depth: how far the letters reach above and below the
    baseline, as shares of the em.  field: of the scam, where the words come from.  flush: whether the line is set flush
    right, so that its right end stays in place when its words are replaced.
    """

    x: float
    baseline: float
    text: str
    face: str
    size: float
    ink: Ink
    advances: tuple[float, ...]
    floor: float
    rise: float
    depth: float
    field: str = ""
    flush: bool = False

    @property
    def box(self) -> Box:
        """The area that the letters may cover, without a space at the end."""
        em = self.size * 25.4 / 72
        width = _advanced(self.text, self.advances) * em / 1000
        return Box(self.x, self.baseline - self.rise * em, width, (self.rise + self.depth) * em)


@lru_cache(maxsize=4_000)
def _advanced(text: str, advances: tuple[float, ...]) -> float:
    """The sum of the *advances* of *text* without a space at its end: every check asks for it."""
    return added(advances[: len(text.rstrip(" \N{NO-BREAK SPACE}"))])


@dataclass(frozen=True, slots=True)
class Fill:
    """An area in one ink. path: absolute commands, mm.  box: the area that it covers."""

    box: Box
    path: Path
    ink: Ink


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line along a path. box: the area that its ink covers.  weight: pt.  dash: mm on and off, () for a solid line."""

    box: Box
    path: Path
    ink: Ink
    weight: float
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A pictogram. commands: in the unit square, which is stretched to the box."""

    box: Box
    name: str
    commands: Path
    ink: Ink


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code. x, y: of its top-left module, mm.  module: side of one module, mm.  Its quiet zone stays empty."""

    x: float
    y: float
    module: float
    rows: tuple[tuple[bool, ...], ...]
    payload: str

    @property
    def box(self) -> Box:
        """The dark and light modules."""
        side = self.module * len(self.rows)
        return Box(self.x, self.y, side, side)

    @property
    def quiet(self) -> Box:
        """The modules and the quiet zone around them."""
        return self.box.inset(-QUIET * self.module, -QUIET * self.module)


@dataclass(frozen=True, slots=True)
class Raster:
    """A grey raster image. width, height: pixels.  data: one byte a pixel, 0 black to 255 white, by rows from the top."""

    box: Box
    width: int
    height: int
    data: bytes

    def __post_init__(self) -> None:
        if len(self.data) != self.width * self.height:
            raise ValueError(f"{len(self.data)} bytes for {self.width} × {self.height} dots")


@dataclass(frozen=True, slots=True)
class Group:
    """Items that belong together, and their role."""

    role: Role
    items: tuple[Item, ...]


Trace = Line | Fill | Stroke | Picture | Code | Raster
"""Items that leave ink on paper: all but groups."""

Item = Trace | Group


@dataclass(frozen=True, slots=True)
class Page:
    """One side of paper. width, height, margin: mm; only quiet zones and cut marks may lie in the margin.

    trim: where a print shop cuts, None for the edge of the paper.  turned: whether it is printed upside down, as the back
    of a sheet is that a printer turns over the other edge.
    """

    width: float
    height: float
    margin: float
    items: tuple[Item, ...]
    trim: Box | None = None
    turned: bool = False


def named(item: Trace) -> Say:
    """A name of *item* for people: its words in quotes, or its kind."""
    match item:
        case Line():
            return say('"{text}"', text=item.text.strip())
        case Fill():
            return say("a panel")
        case Stroke():
            return say("a line")
        case Picture():
            return say("a pictogram")
        case Code():
            return say("a code")
        case Raster():
            return say("a picture")
