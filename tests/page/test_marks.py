"""Marks: a barrier, a tag and a plate on the number, above everything, clear of codes, read first and once."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ulotki import press
from ulotki.checks import CheckedPiece, findings
from ulotki.content.telling import Occasion
from ulotki.look.inks import BLACK, WHITE
from ulotki.page.items import Box, Code, Fill, Group, Line, Role
from ulotki.page.marks import GIVE, HANG, MARK_REF, Mark, bare, marked
from ulotki.page.twin import text
from ulotki.page.walking import walk
from ulotki.press import printed
from ulotki.readback import Readback
from ulotki.templates import templates

TEMPLATES = ("leaflet", "poster", "card", "overview", "tear-off", "sticker")
PALETTES = ("colour", "mono", "eco")
NUMBER = "number:dzielnicowy"


@pytest.fixture(scope="session")
def specimen(proof, officer):
    """specimen(template, palette): „na wnuczka” with a number that nobody has confirmed."""
    doubtful = officer(confirmed=False)
    return lambda template="poster", palette="colour": proof(template=template, palette=palette, of=doubtful)


def groups(page):
    """The groups that the mark of a page is made of: its words, and what is drawn last."""
    return [item for item in page.items if isinstance(item, Group) and item.role.ref == MARK_REF]


def numbers(page, ref=NUMBER):
    return [item for item, roles in walk(page.items) if isinstance(item, Line) and any(r.ref == ref for r in roles)]


@pytest.mark.parametrize("template", [one for one in TEMPLATES if one != "sticker"])
def test_an_unconfirmed_number_marks_every_page(specimen, template):
    """
    Every page of the piece is marked WZÓR, the ones without the number too: one side may be copied alone.
    """
    made = specimen(template)

    assert Mark.SPECIMEN is made.mark
    assert all(2 == len(groups(page)) for page in made.pages)
    said = HANG if made.template.hangs else GIVE
    assert all("WZÓR" in text((page,)) and text((page,)).count("WZÓR") == 1 for page in made.pages)
    assert {"WZÓR", f"WZÓR{said}"} >= {
        "".join(line.text.strip() for line in groups(page)[0].items) for page in made.pages
    }


@pytest.mark.parametrize("template", [one for one in TEMPLATES if one != "sticker"])
def test_the_word_is_read_first(specimen, template):
    """
    WZÓR begins every page, for a screen reader and for who copies the words out of the file.
    """
    made = specimen(template)

    with Readback(printed(made)) as back:
        assert all(seen.words[0].startswith("WZÓR") for seen in back.pages)
    assert all(text((page,)).startswith("WZÓR") for page in made.pages)


def test_a_good_number_is_not_marked(proof, officer):
    """
    Once a second person has confirmed it, the mark is gone.
    """
    assert proof(of=officer()).mark is None
    assert not any(groups(page) for page in proof(of=officer()).pages)


def test_a_missing_number_is_not_marked(proof):
    """
    A value that nobody has given leaves a box for a stamp, and no mark.
    """
    assert proof().mark is None


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("template", TEMPLATES[:-1])
def test_the_plate_lies_on_the_number(specimen, template, palette):
    """
    Wherever the number stands, a white plate with the word is drawn over its last digits, after everything else.
    """
    found = 0
    for page in specimen(template, palette).pages:
        last = page.items[-1]
        plates = [item for item in last.items if isinstance(item, Fill) and item.ink == WHITE]
        for line in numbers(page):
            end = Box(line.box.right - line.size / 4, line.box.y + 0.4, line.size / 4, line.box.height - 0.8)
            assert any(plate.box.holds(end) for plate in plates)
            assert not any(plate.box.holds(line.box) for plate in plates), "the number is not to be seen at all"
            found += 1
    assert found


def test_it_is_as_large_as_the_number_asks(specimen):
    """
    On a poster the capitals of the plate are as high as those of a reader two metres away, 16 minutes of arc.
    """
    (page,) = specimen().pages
    letters = [item.box for item in page.items[-1].items if isinstance(item, Fill) and item.ink == BLACK]
    (line,) = numbers(page)

    plate = [box for box in letters if box.meets(line.box) and box.width > 20]
    assert max(box.height for box in plate) > 9


@pytest.mark.parametrize("palette", PALETTES)
def test_it_is_the_same_black_everywhere(specimen, palette):
    """
    A mark is black and white in every palette.
    """
    inks = {item.ink for page in specimen(palette=palette).pages for item, _ in walk(page.items[-1].items)}

    assert {BLACK, WHITE} == inks


@pytest.mark.parametrize("template", TEMPLATES[:-1])
def test_the_barrier_stands_in_the_margin(specimen, template):
    """
    Stripes run along all four edges, outside of everything that the page says.
    """
    for page in specimen(template).pages:
        barrier = page.items[-1].items[0]
        assert barrier.ink == BLACK
        inside = Box(0, 0, page.width, page.height).inset(page.margin, page.margin)
        points = [pair for _, numbers in barrier.path for pair in zip(numbers[::2], numbers[1::2], strict=True)]
        assert not any(inside.inset(0.01, 0.01).holds(Box(x, y, 0, 0), 0) for x, y in points)
        assert barrier.box.width > page.width - 2 * page.margin
        assert barrier.box.height > page.height - 2 * page.margin


@pytest.mark.parametrize("template", TEMPLATES)
def test_it_is_clear_of_codes(specimen, template):
    """
    Nothing of a mark reaches into the quiet zone of a code.
    """
    for page in specimen(template).pages:
        codes = [item.quiet for item, _ in walk(page.items) if isinstance(item, Code)]
        for item, _ in walk(page.items[-1].items) if groups(page) else ():
            if item is not page.items[-1].items[0]:
                assert not any(item.box.meets(code, 0.01) for code in codes)


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("template", ["leaflet", "poster", "card"])
def test_a_marked_piece_is_printed(specimen, on_sheets, template, palette):
    """
    A marked piece is drawn, read back word by word, and put on sheets.
    """
    made = specimen(template, palette)

    assert printed(made).startswith(b"%PDF-")
    assert template == "poster" or on_sheets(made)


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_marked_page_passes_its_checks(specimen, template, family):
    """
    Checking a page after it was marked finds what it found before: the doubtful values, and no fault of the mark.
    """
    made = specimen(template)
    found = findings(CheckedPiece(made.leaflet, made.pages, made.template.words, family))

    assert [str(one.what) for one in made.findings] == [str(one.what) for one in found]


@pytest.mark.parametrize("template", TEMPLATES[:-1])
def test_what_stood_there_stands_there(specimen, template):
    """
    The mark adds two groups and takes nothing away.
    """
    for page in specimen(template).pages:
        assert 2 == len(page.items) - len(bare(page).items)
        assert not groups(bare(page))


def test_the_code_is_older_than_the_mark(specimen, proof, officer):
    """
    A specimen has the code of the piece that it will be.
    """
    assert proof(of=officer()).code == specimen().code


def test_content_cannot_switch_it_off():
    """
    The words of the marks stand in the program and are not empty.
    """
    assert ["WZÓR", "PROJEKT"] == [mark.value for mark in Mark]
    assert HANG and GIVE


@pytest.mark.parametrize("hangs", [True, False])
@pytest.mark.parametrize("mark", Mark)
def test_a_draft_is_barrier_and_tag(page, family, line, number, mark, hangs):
    """
    A piece that nobody has approved is marked in its own word, and its number, which is good, can be read.
    """
    found = marked(page(number(line("47 812 00 00", 20, 120), NUMBER)), mark, family, hangs=hangs)
    said, drawn = groups(found)

    assert [mark.value, HANG if hangs else GIVE] == [item.text.strip() for item in said.items]
    assert Role("artifact", ref=MARK_REF) == drawn.role
    assert not any(item.box.meets(numbers(found)[0].box) for item, _ in walk(drawn.items[1:]))


def test_the_tag_goes_where_it_covers_least(page, family, line):
    """
    In a corner that is taken, the tag is left out and another corner taken.
    """
    free, taken = marked(page(), Mark.DRAFT, family), marked(page(line("Pogania " * 6, 20, 14)), Mark.DRAFT, family)

    assert groups(free)[0].items[0].baseline < 20
    assert groups(taken)[0].items[0].baseline > 190


@given(x=st.floats(min_value=9, max_value=95), y=st.floats(min_value=9, max_value=160))
def test_no_code_hides_it(page, family, x, y):
    """
    Wherever one code stands, the tag is clear of it and the barrier there.
    """
    code = Code(x, y, 1.0, ((True,) * 29,) * 29, "https://incydent.cert.pl")
    said, drawn = groups(marked(page(code), Mark.SPECIMEN, family))

    assert not any(item.box.meets(code.quiet, 0.01) for item in said.items)
    assert drawn.items[0].path


@pytest.mark.parametrize("template", ["leaflet", "poster", "card", "large-print"])
def test_a_draft_is_printed(library, look, template):
    """
    The tag stands apart from the words on its line, in the text layer too.
    """
    chosen = templates()[template]
    occasion = Occasion(datetime.date(2024, 8, 1))
    made = press.proof(library, library.scam("na-wnuczka"), chosen, chosen.formats[0], look.palette, occasion, ())

    assert Mark.DRAFT is made.mark
    assert press.printed(made)


def test_every_template_can_be_marked(proof, officer):
    """
    A draft of every template has its tag, one word of which may be left out where there is little room.
    """
    for template in templates():
        made = proof("blik" if template == "youth" else "na-wnuczka", template, of=officer())
        for page in made.pages:
            said, _ = groups(marked(page, Mark.DRAFT, press.family(made.leaflet.lang)))
            assert "PROJEKT" == said.items[0].text.strip()
