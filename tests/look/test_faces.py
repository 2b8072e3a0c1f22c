"""Faces: advances with kerning and without ligatures, coverage, heights; and what is measured is what is drawn."""

import ctypes
import datetime

import pypdfium2
import pypdfium2.raw
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ulotki import press
from ulotki.content.typography import LANGUAGES
from ulotki.drawing.about import About
from ulotki.drawing.pdf import draw
from ulotki.installed import shipped
from ulotki.look.faces import FAMILIES, HEAVIER, WEIGHTS, family
from ulotki.look.inks import BLACK
from ulotki.page.items import Line, Page
from ulotki.paper import POINT

HOUSE = {name: family(name, shipped) for name in FAMILIES}
FACES = [face for one in HOUSE.values() for face in one.weights.values()]
POLISH = "AĄBCĆDEĘFGHIJKLŁMNŃOÓPQRSŚTUVWXYZŹŻ"
ALPHABETS = {"pl": POLISH, "uk": "АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ", "en": "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
SIGNS = "0123456789 \u00a0.,:;!?…„”«»’–-+/()%&"
ABOUT = About("t", "a", "pl", datetime.date(2024, 8, 1))

every_face = pytest.mark.parametrize("face", FACES, ids=lambda face: face.name)


def both(letters):
    return letters + letters.lower()


@every_face
def test_polish_is_covered(face):
    """
    Every letter, digit and sign of Polish print has a glyph in each face.
    """
    assert set() == set(both(POLISH) + SIGNS) - face.signs


def test_every_family_ships():
    """
    The family of every language ships with the program.
    """
    assert {typography.family for typography in LANGUAGES.values()} <= set(HOUSE)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_language_has_its_letters(lang):
    """
    The family of a language can draw its alphabet, its quotes, its bound words and its months.
    """
    typography = LANGUAGES[lang]
    needed = set(both(ALPHABETS[lang])) | set(both(typography.bound))
    needed |= set("".join((*typography.quotes, *typography.months)))

    assert all(needed <= face.signs for face in HOUSE[typography.family].weights.values())


@pytest.mark.parametrize("lang", ["uk", "pl", "en"])
def test_a_language_binds_what_it_can_draw(lang):
    """
    Words that hold on to the next one can be drawn.
    """
    typography = LANGUAGES[lang]

    assert set("".join(typography.before)) <= HOUSE[typography.family]["Regular"].signs


@every_face
def test_kerning_is_counted(face):
    """
    "Tak" and "AV" are narrower than their letters apart.
    """
    for text in ("Tak", "AV"):
        assert sum(face.advances(text)) < sum(face.advances(letter)[0] for letter in text)


@every_face
@given(text=st.text(both(POLISH) + SIGNS, min_size=1, max_size=30))
def test_a_character_is_a_glyph(face, text):
    """
    There is an advance for each character, none negative: no ligature takes two, and nothing runs backwards.
    """
    assert len(text) == len(face.advances(text))
    assert all(advance > 0 for advance in face.advances(text))


@every_face
def test_ligatures_are_off(face):
    """
    Where other programs join letters, each keeps its own glyph.
    """
    assert all(len(pair) == len(face.advances(pair)) for pair in ("fi", "fl", "ffi", "ffl", "fj", "tt"))


@every_face
def test_blanks_are_alike(face):
    """
    A hard space is as wide as a blank, so hardening one never moves a word.
    """
    assert face.advances("do domu") == face.advances("do\u00a0domu")


@every_face
def test_heights(face):
    """
    Capitals are two thirds of the em high, small letters half: nearly the same in all weights of a family.
    """
    lightest = next(one for one in HOUSE.values() if face in one.weights.values())["Regular"]

    assert pytest.approx((lightest.cap, lightest.x_height), abs=0.01) == (face.cap, face.x_height)
    assert pytest.approx((2 / 3, 1 / 2), abs=0.04) == (face.cap, face.x_height)


@every_face
def test_reach(face):
    """
    An accent reaches above the capitals, a tail below the baseline, and a bare capital does neither.
    """
    assert face.reach("Ź")[0] > face.cap
    assert face.reach("ę")[1] > 0.1
    assert pytest.approx((face.cap, 0.0), abs=0.02) == face.reach("H")
    assert face.reach("aŹę") == (face.reach("Ź")[0], face.reach("ę")[1])


@pytest.mark.parametrize("one", HOUSE.values(), ids=HOUSE)
def test_strong_is_heavier(one):
    """
    Strong words stand out in every weight but the heaviest.
    """
    for weight in WEIGHTS[:-1]:
        assert WEIGHTS.index(HEAVIER[weight]) > WEIGHTS.index(weight)
        assert one.strong(weight) is one[HEAVIER[weight]]


@pytest.mark.parametrize("one", HOUSE.values(), ids=HOUSE)
def test_named(one):
    """
    A face is found by the name that stands on a line.
    """
    assert all(face is one.named(face.name) for face in one.weights.values())


def test_a_language_has_its_family():
    """
    Polish is set in the family made for eyes that see little.
    """
    assert "UlotkiPlain-Regular" == press.family("pl")["Regular"].name


def test_a_family_is_made_once():
    """
    Languages of one family share its faces, and so their subsets.
    """
    assert press.family() is press.family("pl") is press.family("en")


@pytest.mark.parametrize("size", [9.5, 14, 48])
@pytest.mark.parametrize("text", ["Tak. AWARIA „To ja”", "Rozłącz się. 112", "Żółć – gęślą 47 812", "AVAVAV ToToTo"])
@every_face
def test_measured_is_drawn(face, text, size):
    """
    A line in the finished file is as wide as it was measured, within 0.2 %, and every letter stands where it should.
    """
    advances = tuple(advance * 1000 / face.units for advance in face.advances(text))
    line = Line(10, 30, text, face.name, size, BLACK, advances, 0.0, *face.reach(text))

    origins, end = drawn(line)

    reach = [sum(advances[:count]) * size * POINT / 1000 for count in range(len(text) + 1)]
    assert pytest.approx(reach[-1], rel=0.002) == end - origins[0]
    assert pytest.approx(reach[:-1], abs=0.002 * reach[-1]) == [x - origins[0] for x in origins]


def drawn(line):
    """Where pdfium puts the origin of each letter of a line, and where its last letter ends, mm."""
    one = next(one for one in HOUSE.values() if any(face.name == line.face for face in one.weights.values()))
    with pypdfium2.PdfDocument(draw((Page(400, 60, 5, (line,)),), ABOUT, one)) as document:
        text = document[0].get_textpage()
        assert line.text == text.get_text_range()
        x, y = ctypes.c_double(), ctypes.c_double()
        origins = []
        for index in range(text.count_chars()):
            pypdfium2.raw.FPDFText_GetCharOrigin(text, index, x, y)
            origins.append(x.value * POINT)
        *_, right, _ = text.get_charbox(index, loose=True)
    return origins, right * POINT
