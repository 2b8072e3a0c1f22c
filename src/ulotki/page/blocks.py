"""What stands on paper, before anybody says where: many kinds, two questions.

`height(width, setting)`: how high, in mm, in that many mm. `place(box, setting)`: the items, inside that box.
A text is as high as from the top of its capitals to its last baseline, so distances are what the eye sees; tails of
letters hang below.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from ulotki.content.leaflet import Target
from ulotki.content.text import Words
from ulotki.look.icons import Icon
from ulotki.look.inks import WHITE, Ink, Surface
from ulotki.look.styles import Style
from ulotki.page import shapes
from ulotki.page.impose import FOLD_DASH, MARK, tick
from ulotki.page.items import Box, Code, Fill, Group, Item, Line, Picture, Role, Stroke
from ulotki.page.setting import Overflow, SetLine, Setting
from ulotki.paper import POINT
from ulotki.qr import QUIET, SIDE, symbol

Align = Literal["left", "centre", "right"]

TIGHT = 0.01
"""mm that rounding may take."""


class Block(ABC):
    """Something that can stand on paper. stretch: its share of the height that is left over in a stack."""

    stretch: float = 0.0

    @abstractmethod
    def height(self, width: float, setting: Setting) -> float:
        """mm it needs in *width* mm. Raises Overflow when a word is wider than that."""

    @abstractmethod
    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        """Its items in *box*, which is at least as high as it needs."""

    def inside(self) -> Iterator[Block]:
        """The blocks it is made of."""
        yield from ()


@dataclass(frozen=True, slots=True)
class Text(Block):
    """Words in a style. role: None inside a group that already says what they are. hang: see `Setting.lines`."""

    words: Words
    style: Style
    ink: Ink
    role: Role | None = Role("paragraph")
    hang: bool = False
    align: Align = "left"

    def height(self, width: float, setting: Setting) -> float:
        size, leading = self.style.at(setting.scale)
        lines = setting.lines(self.words, self.style, width, self.hang)
        return (setting.face(self.style).cap * size + (len(lines) - 1) * leading) * POINT

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        size, leading = self.style.at(setting.scale)
        baseline = box.y + setting.face(self.style).cap * size * POINT
        items: list[Item] = []
        for line in setting.lines(self.words, self.style, box.width, self.hang):
            spare = box.width - line.width
            x = box.x - line.hang + {"left": 0.0, "centre": spare / 2, "right": spare}[self.align]
            items += self._letters(line, x, baseline, size)
            baseline += leading * POINT
        return (Group(self.role, tuple(items)),) if self.role else tuple(items)

    def _letters(self, line: SetLine, x: float, baseline: float, size: float) -> Iterator[Item]:
        """Neighbouring runs that are drawn and read alike are one line; a value or a foreign word is a group."""
        for piece in line.pieces:
            run, face = piece.run, piece.face
            rise, depth = face.reach(run.text)
            letters = Line(
                x=x,
                baseline=baseline,
                text=run.text,
                face=face.name,
                size=size,
                ink=self.ink,
                advances=piece.advances,
                floor=self.style.tier.floor(face.x_height),
                rise=rise,
                depth=depth,
                field=self.words.at.field,
            )
            if run.ref:
                yield Group(Role("link" if ":" in run.ref else "span", ref=run.ref), (letters,))
            elif run.lang:
                yield Group(Role("span", lang=run.lang), (letters,))
            else:
                yield letters
            x += sum(piece.advances) * size * POINT / 1000


@dataclass(frozen=True, slots=True)
class Gap(Block):
    """Nothing, so many mm high."""

    size: float

    def height(self, width: float, setting: Setting) -> float:
        return self.size

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class Leading(Block):
    """Nothing, as high as the white between two lines of one paragraph in a style."""

    style: Style

    def height(self, width: float, setting: Setting) -> float:
        size, leading = self.style.at(setting.scale)
        return (leading - setting.face(self.style).cap * size) * POINT

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class Spring(Block):
    """Nothing, as high as there is room."""

    stretch: float = 1.0

    def height(self, width: float, setting: Setting) -> float:
        return 0.0

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class Stack(Block):
    """Blocks one under another. What height is left goes to those that stretch."""

    blocks: tuple[Block, ...]
    stretch: float = 0.0

    def height(self, width: float, setting: Setting) -> float:
        return sum(block.height(width, setting) for block in self.blocks)

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        heights = [block.height(box.width, setting) for block in self.blocks]
        left = box.height - sum(heights)
        if left < -TIGHT:
            raise too_high(self, -left, box.width, setting)
        shares = sum(block.stretch for block in self.blocks)
        items: list[Item] = []
        y = box.y
        for block, least in zip(self.blocks, heights, strict=True):
            height = least + (left * block.stretch / shares if block.stretch and left > 0 else 0.0)
            items += block.place(Box(box.x, y, box.width, height), setting)
            y += height
        return tuple(items)

    def inside(self) -> Iterator[Block]:
        yield from self.blocks


@dataclass(frozen=True, slots=True)
class Row(Block):
    """Blocks side by side. widths: mm, None shares what is left. gap: mm between them.

    order: in which they are read, by their places; () = from the left.
    """

    blocks: tuple[Block, ...]
    widths: tuple[float | None, ...]
    gap: float = 0.0
    align: Literal["top", "middle", "bottom", "fill"] = "top"
    stretch: float = 0.0
    order: tuple[int, ...] = ()

    def height(self, width: float, setting: Setting) -> float:
        return max(block.height(part, setting) for block, part in zip(self.blocks, self._parts(width), strict=True))

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        placed: list[tuple[Item, ...]] = []
        x = box.x
        for block, width in zip(self.blocks, self._parts(box.width), strict=True):
            height = box.height if self.align == "fill" else block.height(width, setting)
            down = {"top": 0.0, "fill": 0.0, "middle": 0.5, "bottom": 1.0}[self.align]
            placed.append(block.place(Box(x, box.y + (box.height - height) * down, width, height), setting))
            x += width + self.gap
        return tuple(item for place in self.order or range(len(placed)) for item in placed[place])

    def inside(self) -> Iterator[Block]:
        yield from self.blocks

    def _parts(self, width: float) -> tuple[float, ...]:
        fixed = sum(part for part in self.widths if part is not None)
        free = sum(1 for part in self.widths if part is None)
        share = (width - fixed - self.gap * (len(self.widths) - 1)) / free if free else 0.0
        return tuple(share if part is None else part for part in self.widths)


@dataclass(frozen=True, slots=True)
class Fixed(Block):
    """A block in exactly so many mm of height: more is an overflow, less is shared above and below."""

    block: Block
    size: float
    down: float = 0.5

    def height(self, width: float, setting: Setting) -> float:
        return self.size

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        needed = self.block.height(box.width, setting)
        if needed - self.size > TIGHT:
            raise too_high(self.block, needed - self.size, box.width, setting)
        if self.block.stretch:
            return self.block.place(box, setting)
        return self.block.place(Box(box.x, box.y + (box.height - needed) * self.down, box.width, needed), setting)

    def inside(self) -> Iterator[Block]:
        yield self.block


@dataclass(frozen=True, slots=True)
class Pad(Block):
    """A block with room around it, mm."""

    block: Block
    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    stretch: float = 0.0

    def height(self, width: float, setting: Setting) -> float:
        return self.top + self.bottom + self.block.height(width - self.left - self.right, setting)

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        return self.block.place(box.inset(self.left, self.top, self.right, self.bottom), setting)

    def inside(self) -> Iterator[Block]:
        yield self.block


@dataclass(frozen=True, slots=True)
class Panel(Block):
    """A block on a rounded surface. tail: mm of a speech bubble's tail below, which counts as height; start: where."""

    block: Block
    surface: Surface
    radius: float
    tail: float = 0.0
    start: float = 0.0
    stretch: float = 0.0

    def height(self, width: float, setting: Setting) -> float:
        return self.block.height(width, setting) + self.tail

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        body = replace(box, height=box.height - self.tail)
        return (*dress(body, self.surface, self.radius, self.tail, self.start), *self._content(body, setting))

    def _content(self, body: Box, setting: Setting) -> tuple[Item, ...]:
        needed = self.block.height(body.width, setting)
        if needed - body.height > TIGHT:
            raise too_high(self.block, needed - body.height, body.width, setting)
        if not self.block.stretch:
            body = Box(body.x, body.y + (body.height - needed) / 2, body.width, needed)
        return self.block.place(body, setting)

    def inside(self) -> Iterator[Block]:
        yield self.block


@dataclass(frozen=True, slots=True)
class Bubble(Block):
    """A text in a bubble no wider than its longest line, as in a chat: at the left, or answering from the right.

    widest: the most of the width that it takes.  pad: mm beside the words.  rim: mm above and below.
    tail: mm, of the last bubble of whoever speaks; it counts as height.
    """

    text: Text
    surface: Surface
    radius: float
    pad: float
    rim: float
    tail: float = 0.0
    answer: bool = False
    widest: float = 0.86

    def height(self, width: float, setting: Setting) -> float:
        return self.text.height(self._room(width), setting) + 2 * self.rim + self.tail

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        room = self._room(box.width)
        lines = setting.lines(self.text.words, self.text.style, room, self.text.hang)
        width = max(line.width for line in lines) + 2 * self.pad
        body = Box(box.right - width if self.answer else box.x, box.y, width, box.height - self.tail)
        words = replace(body.inset(self.pad, self.rim), width=room)
        start = -2 * self.radius if self.answer else 2 * self.radius
        return (*dress(body, self.surface, self.radius, self.tail, start), *self.text.place(words, setting))

    def inside(self) -> Iterator[Block]:
        yield self.text

    def _room(self, width: float) -> float:
        return width * self.widest - 2 * self.pad


@dataclass(frozen=True, slots=True)
class Folded(Block):
    """A block on a sheet that is folded upright, with a mark above and below at so many mm from the block's left."""

    block: Block
    folds: tuple[float, ...]

    def height(self, width: float, setting: Setting) -> float:
        return self.block.height(width, setting)

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        marks = tuple(
            tick(box.x + fold, y, upright=True, dash=FOLD_DASH)
            for fold in self.folds
            for y in (box.y, box.bottom - MARK)
        )
        return (*marks, *self.block.place(box, setting))

    def inside(self) -> Iterator[Block]:
        yield self.block


@dataclass(frozen=True, slots=True)
class Tagged(Block):
    """A block and what it is."""

    role: Role
    block: Block
    stretch: float = 0.0

    def height(self, width: float, setting: Setting) -> float:
        return self.block.height(width, setting)

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        return (Group(self.role, self.block.place(box, setting)),)

    def inside(self) -> Iterator[Block]:
        yield self.block


@dataclass(frozen=True, slots=True)
class Disc(Block):
    """A circle of so many mm with a pictogram or a short word in its middle, read as a label."""

    content: Words | Icon
    side: float
    surface: Surface
    style: Style | None = None
    share: float = 0.66

    def height(self, width: float, setting: Setting) -> float:
        return self.side

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        circle = Box(box.x, box.y, self.side, self.side)
        items = dress(circle, self.surface, self.side / 2)
        if isinstance(self.content, Icon):
            rim = self.side * (1 - self.share) / 2
            picture = Pictogram(self.content, self.side * self.share, self.surface.accent, self.surface.fill)
            return (*items, *picture.place(circle.inset(rim, rim), setting))
        assert self.style is not None
        text = Text(self.content, self.style, self.surface.text, Role("label"), align="centre")
        drop = (self.side - text.height(self.side, setting)) / 2
        if drop < -TIGHT:
            raise too_high(text, -2 * drop, self.side, setting)
        return (*items, *text.place(circle.inset(0, drop), setting))


@dataclass(frozen=True, slots=True)
class Pictogram(Block):
    """A pictogram of so many mm: decoration, since words beside it say the same. ground: what it stands on."""

    icon: Icon
    side: float
    ink: Ink
    ground: Ink | None = None

    def height(self, width: float, setting: Setting) -> float:
        return self.side

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        square = Box(box.x, box.y, self.side, self.side)
        items: list[Item] = [Picture(square, self.icon.name, self.icon.commands, self.ink)]
        if self.icon.over:
            items.append(Picture(square, self.icon.name, self.icon.cut, self.ground or WHITE))
            items.append(Picture(square, self.icon.name, self.icon.over, self.ink))
        return tuple(items)


@dataclass(frozen=True, slots=True)
class Badge(Block):
    """A number in a box as a pictogram: a figure, with words for who cannot see it. width, size: mm."""

    words: Words
    style: Style
    surface: Surface
    alt: str
    width: float
    size: float

    def height(self, width: float, setting: Setting) -> float:
        return self.size

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        plate = Box(box.x, box.y, self.width, self.size)
        text = Text(self.words, self.style, self.surface.text, None, align="centre")
        drop = (self.size - text.height(self.width, setting)) / 2
        if drop < -TIGHT:
            raise too_high(text, -2 * drop, self.width, setting)
        items = (*dress(plate, self.surface, self.size / 4), *text.place(plate.inset(0, drop), setting))
        return (Group(Role("figure", alt=self.alt), items),)


@dataclass(frozen=True, slots=True)
class QrCode(Block):
    """A code with modules of so many mm, and its quiet zone. outside: the quiet zone on its right lies in the margin."""

    target: Target
    module: float
    alt: str
    outside: bool = False

    @property
    def width(self) -> float:
        """mm it takes, the quiet zone on its right apart when that lies outside."""
        return (SIDE + (QUIET if self.outside else 2 * QUIET)) * self.module

    def height(self, width: float, setting: Setting) -> float:
        return (SIDE + 2 * QUIET) * self.module

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        rim = QUIET * self.module
        code = symbol(self.target.payload, self.target.mask)
        return (
            Group(
                Role("figure", alt=self.alt, ref=""),
                (Code(box.x + rim, box.y + rim, self.module, code.rows, code.payload),),
            ),
        )


@dataclass(frozen=True, slots=True)
class Rule(Block):
    """A line across, so many pt thick. dash: mm on and off.  upright: down the left side instead."""

    ink: Ink
    weight: float
    dash: tuple[float, ...] = ()
    upright: bool = False

    def height(self, width: float, setting: Setting) -> float:
        return 0.0

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        rim = self.weight * POINT / 2
        if self.upright:
            path, ink = shapes.segment(box.x, box.y, box.x, box.bottom), Box(box.x - rim, box.y, 2 * rim, box.height)
        else:
            path, ink = shapes.segment(box.x, box.y, box.right, box.y), Box(box.x, box.y - rim, box.width, 2 * rim)
        return (Stroke(ink, path, self.ink, self.weight, self.dash),)


@dataclass(frozen=True, slots=True)
class WriteIn(Block):
    """A label and a line to write on by hand. label: mm kept for the word; the line starts there."""

    words: Words
    style: Style
    ink: Ink
    label: float
    pitch: float
    weight: float = 0.9

    def height(self, width: float, setting: Setting) -> float:
        return self.pitch

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        text = Text(self.words, self.style, self.ink)
        height = text.height(self.label, setting)
        if height + 0.6 - box.height > TIGHT:
            raise too_high(text, height + 0.6 - box.height, self.label, setting)
        line = Rule(self.ink, self.weight).place(
            Box(box.x + self.label, box.bottom, box.width - self.label, 0.0), setting
        )
        return (*text.place(Box(box.x, box.bottom - height - 0.6, self.label, height), setting), *line)


@dataclass(frozen=True, slots=True)
class StampBox(Block):
    """Room for a stamp or a pen, with words above that say what belongs there."""

    words: Words
    style: Style
    ink: Ink
    size: float
    weight: float = 0.9

    def height(self, width: float, setting: Setting) -> float:
        return self.size

    def place(self, box: Box, setting: Setting) -> tuple[Item, ...]:
        frame = Stroke(box, shapes.rounded(box, 3), self.ink, self.weight, (1.6, 1.2))
        inner = box.inset(3.5, 3)
        text = Text(self.words, self.style, self.ink)
        needed = text.height(inner.width, setting)
        if needed - inner.height > TIGHT:
            raise too_high(text, needed - inner.height, inner.width, setting)
        return (frame, *Text(self.words, self.style, self.ink).place(inner, setting))


def dress(box: Box, surface: Surface, radius: float, tail: float = 0.0, start: float = 0.0) -> tuple[Item, ...]:
    """The fill and the outline of *surface* in *box*; the outline is drawn inside."""
    rim = surface.weight * POINT / 2
    inner = box.inset(rim, rim) if surface.line else box
    whole = replace(box, height=box.height + tail)
    path = shapes.bubble(inner, radius, tail, start) if tail else shapes.rounded(inner, radius)
    items: list[Item] = []
    if surface.fill:
        items.append(Fill(whole, path, surface.fill))
    if surface.line:
        items.append(Stroke(whole, path, surface.line, surface.weight))
    return tuple(items)


def too_high(block: Block, over: float, width: float, setting: Setting) -> Overflow:
    """The complaint that *block* is *over* mm too high, laid at the door of its longest text."""
    texts = [inner for inner in _all(block) if isinstance(inner, Text)]
    longest = max(texts, key=lambda text: len(str(text.words)), default=None)
    if longest is None:
        raise ValueError(f"a template needs {over:.2f} mm more than its paper has, and no text is to blame")
    _, leading = longest.style.at(setting.scale)
    lines = max(1, round(over / (leading * POINT) + 0.4999))
    return Overflow(longest.words, over, lines * len(str(longest.words)) // max(1, _count(longest, width, setting)))


def _all(block: Block) -> Iterator[Block]:
    yield block
    for inner in block.inside():
        yield from _all(inner)


def _count(text: Text, width: float, setting: Setting) -> int:
    try:
        return len(setting.lines(text.words, text.style, width, text.hang))
    except Overflow:
        return 1
