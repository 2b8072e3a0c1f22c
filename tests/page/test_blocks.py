"""Blocks: how high, and where their items stand."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ulotki.content.text import Run, Words
from ulotki.content.told import Target
from ulotki.look.icons import Icon
from ulotki.look.inks import BLACK, WHITE, YELLOW, Surface
from ulotki.look.palettes import PALETTES
from ulotki.look.paths import commands
from ulotki.look.styles import Style
from ulotki.page.blocks import (
    AsWritten,
    Badge,
    Disc,
    FirstFit,
    Fixed,
    Gap,
    Least,
    OneLine,
    Pad,
    Panel,
    Pictogram,
    QrCode,
    Roomy,
    Row,
    Rule,
    RunOn,
    Spring,
    Stack,
    StampBox,
    Tagged,
    Text,
    WriteIn,
    WriteInBox,
    dress,
)
from ulotki.page.items import Box, Code, Fill, Group, Line, Picture, Role, Stroke
from ulotki.page.setting import Overflow, Setting
from ulotki.page.walking import refs, walk
from ulotki.paper import HAND, POINT

STYLE = Style("Regular", 14, 17.5, HAND)
LARGE = Style("ExtraBold", 44, 46, HAND)
BOX = Box(10, 20, 80, 100)
YELLOW_PANEL = Surface(YELLOW, None, 0, BLACK, BLACK)
OUTLINE = Surface(None, BLACK, 2, BLACK, BLACK)
MM = st.floats(min_value=0.5, max_value=40)
HOST = "https://incydent.cert.pl"
DOT = Icon("dot", commands("M 0 0 L 960 0 L 960 960 Z"))


@pytest.fixture(scope="session")
def setting(family):
    return Setting(family)


@pytest.fixture(scope="session")
def text(words):
    return lambda said="Nie dawaj pieniędzy obcej osobie.", **more: Text(words(said), STYLE, BLACK, **more)


def leaves(items):
    return [item for item, _ in walk(tuple(items))]


def dot(side):
    """A picture of so many mm: a block with nothing to read."""
    return Pictogram(DOT, side, BLACK)


def test_a_text_is_as_high_as_seen(setting, text):
    """
    One line is as high as its capitals; each further line adds its leading.
    """
    one, two = text("Pogania"), text("Pogania i\nstraszy")
    cap = 0.668 * 14 * POINT

    assert pytest.approx(cap) == one.height(80, setting)
    assert pytest.approx(cap + 17.5 * POINT) == two.height(80, setting)


def test_capitals_touch_the_top(setting, text):
    """
    The capitals of a text begin at the top of its box and its last baseline lies on its bottom.
    """
    block = text("Pogania i\nstraszy")
    height = block.height(80, setting)

    first, *_, last = leaves(block.place(Box(10, 20, 80, height), setting))

    assert pytest.approx(20 + 0.668 * 14 * POINT) == first.baseline
    assert pytest.approx(20 + height) == last.baseline


@pytest.mark.parametrize(("align", "share"), [("left", 0), ("centre", 0.5), ("right", 1)])
def test_align(setting, text, align, share):
    """
    The room beside a line lies to its right, on both sides, or to its left.
    """
    (line,) = leaves(text("Pogania", align=align).place(BOX, setting))

    assert pytest.approx(BOX.x + (BOX.width - line.box.width) * share) == line.x


def test_a_quote_hangs_outside(setting, words):
    """
    The opening quote stands left of the box, and the word it opens at the edge.
    """
    (line,) = leaves(Text(words("„To ja!”"), STYLE, BLACK, hang=True).place(BOX, setting))

    assert pytest.approx(BOX.x) == line.x + line.advances[0] * 14 * POINT / 1000


def test_a_text_is_a_paragraph(setting, text):
    """
    Words are a paragraph unless told otherwise, and nothing at all inside a group that says what they are.
    """
    (group,) = text().place(BOX, setting)

    assert Role("paragraph") == group.role
    assert all(isinstance(item, Line) for item in text(role=None).place(BOX, setting))


def test_a_value_is_a_link_and_a_foreign_word_a_span(setting):
    """
    A value keeps its ref and a foreign word its language, each in its own group; their neighbours stay bare.
    """
    said = Words((Run("Numer "), Run("112", ref="number:112"), Run(" albo "), Run("help", lang="en")))

    items = Text(said, STYLE, BLACK, None).place(BOX, setting)

    assert ["Numer ", "112", " albo ", "help"] == [item.text for item in leaves(items)]
    assert [None, Role("link", ref="number:112"), None, Role("span", lang="en")] == [
        item.role if isinstance(item, Group) else None for item in items
    ]


def test_pieces_of_a_line_join(setting):
    """
    Each piece of a line begins where the one before ends.
    """
    said = Words((Run("AV"), Run("AV", strong=True), Run("AV", ref="name:x")))

    lines = leaves(Text(said, STYLE, BLACK).place(BOX, setting))

    for line, following in pairwise(lines):
        assert pytest.approx(line.x + sum(line.advances) * 14 * POINT / 1000) == following.x


def test_a_line_knows_its_reader(setting, text):
    """
    A line carries the least size its reader can manage, and where its words come from.
    """
    (line,) = leaves(text("Pogania").place(BOX, setting))

    assert pytest.approx(12.0) == line.floor
    assert "story" == line.field


@given(heights=st.lists(MM, min_size=1, max_size=6))
def test_a_stack_is_the_sum(setting, heights):
    """
    A stack is as high as its blocks together.
    """
    assert pytest.approx(sum(heights)) == Stack(tuple(map(Gap, heights))).height(50, setting)


def test_a_stack_goes_down(setting, text):
    """
    Blocks stand one under another in their order.
    """
    lines = leaves(Stack((text("jeden"), Gap(5), text("dwa"))).place(BOX, setting))

    assert ["jeden", "dwa"] == [line.text for line in lines]
    assert pytest.approx(lines[0].baseline + 5 + 0.668 * 14 * POINT) == lines[1].baseline


@given(left=MM, shares=st.lists(st.sampled_from([1.0, 2.0, 3.0]), min_size=1, max_size=4))
def test_springs_share_what_is_left(setting, shares, left):
    """
    What height is left over goes to springs by their shares, and the last block ends at the bottom.
    """
    blocks = tuple(block for share in shares for block in (Spring(share), dot(2)))
    box = Box(0, 0, 50, 2 * len(shares) + left)

    pictures = leaves(Stack(blocks).place(box, setting))

    top = 0.0
    for picture, share in zip(pictures, shares, strict=True):
        top += left * share / sum(shares)
        assert pytest.approx(top) == picture.box.y
        top += 2
    assert pytest.approx(box.bottom) == pictures[-1].box.bottom


def test_a_stack_too_high_is_refused(setting, text):
    """
    A stack in a box too low names its longest text, and by how many mm it is too high.
    """
    with pytest.raises(Overflow) as trouble:
        Stack((text("krótko"), Gap(30))).place(Box(0, 0, 80, 20), setting)

    assert "story" == trouble.value.field
    assert pytest.approx(30 + 0.668 * 14 * POINT - 20) == trouble.value.over


def test_a_template_at_fault_says_so(setting):
    """
    Where no words are to blame, the template is: that is an error for its author.
    """
    with pytest.raises(ValueError, match="no text is to blame"):
        Stack((Gap(30),)).place(Box(0, 0, 80, 20), setting)


def test_a_row_shares_its_width(setting, text):
    """
    Fixed widths are kept, the rest is shared, and gaps lie between.
    """
    row = Row((text("a"), text("b"), text("c")), (20, None, None), gap=5)

    assert [10, 35, 65] == [line.x for line in leaves(row.place(BOX, setting))]


def test_a_row_is_as_high_as_its_highest(setting):
    """
    A row takes the height of its highest block.
    """
    assert 12 == Row((Gap(7), Gap(12), Gap(3)), (None, None, None)).height(60, setting)


@pytest.mark.parametrize(("align", "top"), [("top", 20), ("middle", 25), ("bottom", 30), ("fill", 20)])
def test_a_row_aligns(setting, align, top):
    """
    A lower block stands at the top, in the middle or at the bottom of its row, or is given all of its height.
    """
    (picture,) = leaves(Row((dot(10),), (None,), align=align).place(Box(10, 20, 80, 20), setting))

    assert top == picture.box.y


def test_a_fixed_block_keeps_its_height(setting, text):
    """
    A fixed block is as high as it says, and what it holds stands in its middle.
    """
    fixed = Fixed(dot(10), 30)

    assert 30 == fixed.height(80, setting)
    assert 20 + 10 == leaves(fixed.place(Box(10, 20, 80, 30), setting))[0].box.y


def test_a_fixed_block_never_grows(setting, text):
    """
    Words that need more than a fixed height are refused instead of printed over what follows.
    """
    with pytest.raises(Overflow):
        Fixed(text("jeden\ndwa\ntrzy"), 10).place(Box(0, 0, 80, 10), setting)


def test_springs_that_must_not_close(setting):
    """
    With the room that they need they stand where they stood; with less the stack is refused.
    """
    stack = Stack((dot(10), Spring(), dot(10)), 1)
    roomy = Roomy(stack, 5)

    assert (25, stack.stretch) == (roomy.height(80, setting), roomy.stretch)
    assert stack.place(Box(0, 0, 80, 25), setting) == Fixed(roomy, 25).place(Box(0, 0, 80, 25), setting)
    with pytest.raises(ValueError, match="needs 1"):
        Fixed(roomy, 24).place(Box(0, 0, 80, 24), setting)


def test_padding(setting, text):
    """
    Padding is counted in the height and kept on every side.
    """
    pad = Pad(text("a\nb"), left=3, top=4, right=5, bottom=6)

    assert pytest.approx(10 + text("a\nb").height(72, setting)) == pad.height(80, setting)
    assert 13 == leaves(pad.place(BOX, setting))[0].x


def test_a_panel_comes_before_its_words(setting, text):
    """
    The surface is painted first and covers its words.
    """
    fill, line = leaves(Panel(Pad(text("Pogania"), 3, 3, 3, 3), YELLOW_PANEL, 2).place(Box(10, 20, 80, 15), setting))

    assert (YELLOW, Box(10, 20, 80, 15)) == (fill.ink, fill.box)
    assert fill.box.holds(line.box)


def test_a_tail_counts_as_height(setting, text):
    """
    The tail of a bubble hangs below its body, inside the box of the panel.
    """
    panel = Panel(Fixed(text("a"), 20), YELLOW_PANEL, 2, tail=7, start=5)
    fill, line = leaves(panel.place(Box(0, 0, 80, 27), setting))

    assert 27 == panel.height(80, setting)
    assert 27 == fill.box.bottom == max(numbers[-1] for _, numbers in fill.path if numbers)
    assert line.box.bottom < 20


def test_an_outline_lies_inside(setting, text):
    """
    An outline is drawn inside its box, so a thick one does not reach into its neighbours.
    """
    stroke, _ = leaves(Panel(text("a"), OUTLINE, 2).place(Box(0, 0, 80, 20), setting))

    xs = [x for _, numbers in stroke.path for x in numbers[::2]]
    ys = [y for _, numbers in stroke.path for y in numbers[1::2]]
    assert pytest.approx((POINT, 80 - POINT, POINT, 20 - POINT)) == (min(xs), max(xs), min(ys), max(ys))


def test_a_full_panel_is_refused(setting, text):
    """
    Words that need more room than their panel are refused.
    """
    with pytest.raises(Overflow):
        Panel(text("jeden\ndwa\ntrzy"), YELLOW_PANEL, 2).place(Box(0, 0, 80, 10), setting)


def test_tagged(setting, text):
    """
    A tagged block is one group with its role.
    """
    (group,) = Tagged(Role("list"), text()).place(BOX, setting)

    assert Role("list") == group.role


def test_a_disc(setting, words, icons):
    """
    A disc carries a number as a label or a pictogram inside its circle.
    """
    badge = PALETTES["colour"].badge
    fill, line = leaves(Disc(words("3"), 13, badge, STYLE).place(BOX, setting))
    _, picture = leaves(Disc(icons["call"], 13, badge).place(BOX, setting))

    assert Box(10, 20, 13, 13) == fill.box
    assert pytest.approx(16.5, abs=0.3) == line.x + line.box.width / 2
    assert fill.box.holds(picture.box)


def test_a_struck_pictogram(setting, icons):
    """
    A struck-out pictogram is itself, a cut in the colour of its ground, and the slash in the cut.
    """
    pictures = leaves(Pictogram(icons["no_money"], 10, BLACK, YELLOW).place(BOX, setting))

    assert [BLACK, YELLOW, BLACK] == [picture.ink for picture in pictures]
    assert [WHITE] == [p.ink for p in leaves(Pictogram(icons["no_money"], 10, BLACK).place(BOX, setting))][1:2]


def test_a_badge_is_no_second_112(setting, leaflet):
    """
    112 in a box is a pictogram beside words that say it, so nobody hears it twice; it is still the value of the register.
    """
    badge = Badge(leaflet.help.emergency, STYLE, PALETTES["colour"].badge, 15, 9)

    (group,) = badge.place(BOX, setting)

    assert Role("artifact") == group.role
    assert {"number:112"} == refs((group,))


def test_what_waits_for_a_pen_is_for_paper_alone(setting, words):
    """
    A box for a stamp, a field and a line to write on are blanks with their labels; a line with words for it is a figure.
    """
    surface = PALETTES["mono"].card
    for block in (
        StampBox(words("Numer:"), STYLE, BLACK, 3, 4, 15),
        WriteInBox(words("Mój bank"), STYLE, surface, 2, 14),
        WriteIn(words("Bank"), STYLE, BLACK, 20, 9),
    ):
        (group,) = block.place(BOX, setting)
        assert Role("blank") == group.role
        assert any(isinstance(item, Line) for item in leaves(group.items))
    *_, line = WriteIn(words("Bank"), STYLE, BLACK, 20, 9, "miejsce").place(BOX, setting)
    assert Role("figure", alt="miejsce") == line.role


@pytest.mark.parametrize("outside", [False, True])
def test_a_code_keeps_its_quiet_zone(setting, words, outside):
    """
    A code stands four modules inside its block; outside, the zone on its right lies beyond the block's width.
    """
    block = QrCode(Target(HOST, words("incydent.cert.pl"), words("Zgłoś:"), 2), 1.44, "Kod QR", outside)
    (figure,) = block.place(BOX, setting)
    (code,) = leaves(figure.items)

    assert (Role("figure", alt="Kod QR", ref="qr"), HOST) == (figure.role, code.payload)
    assert pytest.approx((BOX.x, BOX.y)) == (code.quiet.x, code.quiet.y)
    assert pytest.approx(code.quiet.height) == block.height(80, setting)
    assert pytest.approx(code.box.width + 1.44 * (4 if outside else 8)) == block.width


def test_a_rule(setting):
    """
    A rule crosses its box and takes no height.
    """
    (stroke,) = Rule(BLACK, 2).place(BOX, setting)

    assert 0 == Rule(BLACK, 2).height(80, setting)
    assert pytest.approx((20, 2 * POINT)) == (stroke.box.y + stroke.box.height / 2, stroke.box.height)
    assert (("M", (10, 20)), ("L", (90, 20))) == stroke.path


def test_a_line_to_write_on(setting, words):
    """
    The line begins where room for the label ends, and the label stands above the line's height.
    """
    block = WriteIn(words("Mój bank"), STYLE, BLACK, 30, 11, "miejsce na numer")
    line, stroke = leaves(block.place(Box(10, 20, 80, 11), setting))

    assert (("M", (40, 31)), ("L", (90, 31))) == stroke.path
    assert line.baseline < 31


def test_a_line_to_write_on_is_heard(setting, words):
    """
    Who listens hears what the line is there for; a line that parts two things is decoration.
    """
    block = WriteIn(words("Mój bank"), STYLE, BLACK, 30, 11, "miejsce na numer")
    *_, figure = block.place(Box(10, 20, 80, 11), setting)

    assert Role("figure", alt="miejsce na numer") == figure.role
    assert isinstance(Rule(BLACK, 2).place(BOX, setting)[0], Stroke)


def test_a_stamp_box(setting, words):
    """
    Room for a stamp is framed, takes what height there is, and says in its corner what belongs there.
    """
    block = StampBox(words("Numer dzielnicowego:"), STYLE, BLACK, 5, 4, 15)
    frame, line = leaves(block.place(Box(10, 20, 80, 28), setting))

    assert 15 == block.height(80, setting)
    assert Box(10, 20, 80, 28) == frame.box
    assert (14, 24) == (line.x, pytest.approx(line.baseline - 0.668 * 14 * POINT))


def test_a_stamp_box_never_overflows(setting, words):
    """
    Words that do not fit into a stamp box are refused instead of printed over what follows.
    """
    block = StampBox(words("Miejsce na pieczątkę albo numer dzielnicowego " * 3), STYLE, BLACK, 5, 4, 12)

    with pytest.raises(Overflow):
        block.place(Box(10, 20, 60, 12), setting)


@pytest.mark.parametrize(("room", "size"), [(20, 14), (3.2, 13)], ids=["enough", "little"])
def test_the_first_that_fits(setting, words, room, size):
    """
    Of several ways the first is drawn that is no higher than the box, in the middle of its height.
    """
    ways = tuple(Text(words("Pogania"), Style("Regular", pt, pt, HAND), BLACK) for pt in (14, 13))
    (line,) = leaves(FirstFit(ways).place(Box(10, 20, 80, room), setting))

    assert size == line.size
    assert pytest.approx(20 + room / 2) == line.baseline - 0.668 * size * POINT / 2
    assert pytest.approx(0.668 * 13 * POINT) == FirstFit(ways).height(80, setting)


def test_a_way_too_wide_is_passed_over(setting, words):
    """
    A way in which a word is too wide does not count; when all are, that is said.
    """
    ways = tuple(Text(words("Brzęczyszczykiewicz"), Style("Regular", pt, pt, HAND), BLACK) for pt in (30, 14))
    (line,) = leaves(FirstFit(ways).place(Box(10, 20, 60, 20), setting))

    assert 14 == line.size
    with pytest.raises(Overflow):
        FirstFit(ways).height(20, setting)


@pytest.mark.parametrize(("width", "sizes"), [(60, [20]), (40, [14]), (20, [14, 14])])
def test_one_line(setting, words, width, sizes):
    """
    Words are set in the first style that takes one line, else in the last, on as many as it takes.
    """
    ways = tuple(Text(words("Nie chce odejść?"), Style("Regular", pt, pt, HAND), BLACK) for pt in (20, 14))

    assert sizes == [line.size for line in leaves(OneLine(ways).place(Box(10, 20, width, 20), setting))]


@pytest.mark.parametrize(("block", "height"), [(Gap(10), 24), (Gap(30), 30)])
def test_a_least_height(setting, block, height):
    """
    A block that has a least height grows with what it holds.
    """
    assert height == Least(block, 24).height(80, setting)


@pytest.mark.parametrize(("room", "down"), [(80, 0), (50, 1)], ids=["beside", "below"])
def test_a_paragraph_ends_at_the_right(setting, words, room, down):
    """
    Words follow at the right of a paragraph's last line, or on a line of their own when they come too near.
    """
    text, tail = Text(words("Wydaje: Policja"), STYLE, BLACK), Text(words("Kod: AB"), STYLE, BLACK, align="right")
    one, other = leaves(RunOn(text, tail, 8).place(Box(10, 20, room, 20), setting))

    assert pytest.approx(one.baseline + down * 17.5 * POINT) == other.baseline
    assert pytest.approx(10 + room) == other.box.right
    assert (False, True) == (one.flush, other.flush)


def test_an_outlined_disc_is_round(setting, words):
    """
    The outline of a disc is inset and its radius with it: all its points lie equally far from the middle. The fill reaches
    to its outer edge.
    """
    fill, stroke, *_ = dress(Box(10, 20, 12, 12), Surface(WHITE, BLACK, 1.8, BLACK, BLACK), 6)

    def radii(path):
        ends = [numbers[-2:] for letter, numbers in path if letter in "MLC"]
        return {round(((x - 16) ** 2 + (y - 26) ** 2) ** 0.5, 6) for x, y in ends}

    assert {round(6 - 0.9 * POINT, 6)} == radii(stroke.path)
    assert {6} == radii(fill.path)


def test_a_label_never_overflows(setting, words):
    """
    A label of more lines than its pitch has room for is refused instead of printed over the line above.
    """
    block = WriteIn(words("Bliska osoba z rodziny albo sąsiad z ulicy"), STYLE, BLACK, 30, 11, "")

    with pytest.raises(Overflow):
        block.place(Box(10, 20, 80, 11), setting)


@pytest.mark.parametrize("kind", ["badge", "disc"])
def test_a_number_never_leaves_its_plate(setting, words, kind):
    """
    A number higher than its plate is refused.
    """
    surface = PALETTES["colour"].badge
    block = Badge(words("1"), LARGE, surface, 10, 6) if kind == "badge" else Disc(words("1"), 9.5, surface, LARGE)

    with pytest.raises(Overflow):
        block.place(BOX, setting)


def test_items_are_known(setting, text, words):
    """
    Blocks leave nothing on paper but lines, fills, strokes, pictures and codes.
    """
    block = Stack((Panel(text(), YELLOW_PANEL, 2), WriteIn(words("Bank"), STYLE, BLACK, 30, 11, ""), dot(5)))

    assert {Fill, Line, Stroke, Picture} == {type(item) for item in leaves(block.place(BOX, setting))} - {Code}


@pytest.mark.parametrize(("width", "lines"), [(120, ["Na ekranie", "widać wirusa."]), (24, None)])
def test_the_lines_of_an_author_or_none_of_them(setting, text, words, width, lines):
    """
    As written while each line fits; else broken anew as a whole, as if the author had broken nothing.
    """
    said = words("Na ekranie\nwidać wirusa.")
    written = text("x", hang=True)
    block = AsWritten(replace(written, words=said), replace(written, words=said.unbroken))
    anew = replace(written, words=words("Na ekranie widać wirusa."))
    placed, whole = (
        [line.text.strip() for line in leaves(one.place(Box(0, 0, width, 50), setting))] for one in (block, anew)
    )

    assert (lines or whole) == [line for line in placed if line]
    assert lines or len(placed) > 2


def test_a_height_is_worked_out_once(family):
    """
    However many blocks stand around a block, and asked again when it is placed; anew in another width or setting.
    """
    asked = []

    class Counted(Gap):
        def height(self, width, setting):
            asked.append((width, setting.scale))
            return super().height(width, setting)

    inner = Counted(5)
    block = Stack((Pad(Least(Row((Tagged(Role("item"), inner),), (None,)), 3), 1, 1, 1, 1),))
    for scale in (1.0, 0.9):
        setting = Setting(family, scale)
        for width in (50.0, 40.0):
            assert 7 == block.height(width, setting)
            block.place(Box(0, 0, width, 7), setting)

    assert [(48, 1.0), (38, 1.0), (48, 0.9), (38, 0.9)] == asked
