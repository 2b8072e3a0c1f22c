"""Marks: WZÓR and PROJEKT across a page, hollow, under the words, clear of codes, first to be heard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ulotki.checks import Piece, findings
from ulotki.errors import Refused
from ulotki.page.items import Code, Fill, Group, Line, Picture, Role, Stroke, walk
from ulotki.page.marks import Mark, marked
from ulotki.page.twin import text
from ulotki.press import printed

TEMPLATES = ("leaflet", "poster")
PALETTES = ("colour", "mono", "eco")


@pytest.fixture(scope="session")
def specimen(proof, officer):
    """specimen(template, palette): „na wnuczka” with a number that nobody has confirmed."""
    doubtful = officer(confirmed=False)
    return lambda template="poster", palette="colour": proof(template=template, palette=palette, of=doubtful)


def marks(page):
    return [item for item, _ in walk(page.items) if isinstance(item, Line) and item.outline]


@pytest.mark.parametrize("template", TEMPLATES)
def test_an_unconfirmed_number_marks_its_pages(specimen, template):
    """
    Every page that carries the value is marked WZÓR, and no other page.
    """
    for page in specimen(template).pages:
        carries = any(role.ref == "number:dzielnicowy" for _, roles in walk(page.items) for role in roles)
        assert carries == bool(marks(page))
        assert {"WZÓR"} >= {mark.text for mark in marks(page)}
    assert any(marks(page) for page in specimen(template).pages)


def test_a_good_number_is_not_marked(proof, officer):
    """
    Once a second person has confirmed it, the mark is gone.
    """
    assert proof(of=officer()).mark is None
    assert not any(marks(page) for page in proof(of=officer()).pages)


def test_a_missing_number_is_not_marked(proof):
    """
    A value that nobody has given leaves a box for a stamp, and no mark.
    """
    assert proof().mark is None


def test_it_is_hollow_and_large(specimen):
    """
    The mark is drawn in outline, across most of the page, three times; one that would meet the code moves up.
    """
    (page,) = specimen().pages

    assert 3 == len(marks(page))
    assert all(mark.outline and mark.box.width > 0.7 * (page.width - 2 * page.margin) for mark in marks(page))


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("template", TEMPLATES)
def test_it_lies_under_the_words(specimen, template, palette):
    """
    Every word and every code is painted after the mark, and what is painted before it is decoration.
    """
    for page in specimen(template, palette).pages:
        items = [item for item, _ in walk(page.items)]
        places = [items.index(mark) for mark in marks(page)]
        if places:
            assert all(isinstance(item, Fill | Stroke | Picture) for item in items[: places[0]])


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("template", TEMPLATES)
def test_nothing_hides_it(specimen, template, palette):
    """
    No panel is painted over the mark; only the plate of a figure may lie on it.
    """
    for page in specimen(template, palette).pages:
        seen = False
        for item, roles in walk(page.items):
            seen = seen or (isinstance(item, Line) and item.outline)
            if seen and isinstance(item, Fill):
                assert "figure" == roles[-1].kind


@pytest.mark.parametrize("template", TEMPLATES)
def test_it_is_heard_first(specimen, template):
    """
    The mark is the first paragraph in the structure: who listens hears WZÓR before anything else, and hears it once.
    """
    for page in specimen(template).pages:
        if marks(page):
            first, second, *_ = [item for item in page.items if isinstance(item, Group)]
            assert (Role("paragraph"), Role("artifact")) == (first.role, second.role)
            assert marks(page) == [*first.items, *second.items]
            assert "WZÓR\n" == text((page,))[:5]
            assert 1 == text((page,)).count("WZÓR")


@pytest.mark.parametrize("template", TEMPLATES)
def test_it_is_clear_of_codes(specimen, template):
    """
    No mark reaches into the quiet zone of a code, or out of the margins.
    """
    for page in specimen(template).pages:
        codes = [item.quiet for item, _ in walk(page.items) if isinstance(item, Code)]
        for mark in marks(page):
            assert not any(mark.box.meets(code) for code in codes)
            assert mark.box.y >= page.margin and mark.box.bottom <= page.height - page.margin


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("template", TEMPLATES)
def test_a_marked_piece_is_printed(specimen, on_sheets, template, palette):
    """
    A marked piece is drawn, read back word by word, and put on sheets.
    """
    made = specimen(template, palette)

    assert printed(made).startswith(b"%PDF-")
    assert template == "poster" or on_sheets(made)


@pytest.mark.parametrize("palette", ["colour", "mono"])
@pytest.mark.parametrize("template", TEMPLATES)
def test_a_marked_page_passes_its_checks(specimen, template, palette, family):
    """
    Checking a page after it was marked finds what it found before: the doubtful values, and no fault of the mark.
    """
    made = specimen(template, palette)
    found = findings(Piece(made.leaflet, made.pages, made.template.words, family))

    assert {"numbers"} == {finding.check for finding in found}


def test_what_stood_there_stands_there(specimen, proof, officer):
    """
    The mark adds itself and takes nothing away.
    """
    (page,) = specimen().pages
    (bare,) = proof(of=officer()).pages
    kept = [item for item, _ in walk(page.items) if item not in marks(page)]

    assert sorted(map(repr, (item for item, _ in walk(bare.items)))) == sorted(map(repr, kept))


def test_content_cannot_switch_it_off():
    """
    The words of the marks stand in the program and are not empty.
    """
    assert ["WZÓR", "PROJEKT"] == [mark.value for mark in Mark]


@pytest.mark.parametrize("mark", Mark)
def test_both_marks(page, family, mark):
    """
    A draft is marked like a specimen, in its own word, three times on a bare page.
    """
    assert [mark.value] * 3 == [item.text for item in marks(marked(page(), mark, family))]


@given(
    x=st.floats(min_value=9, max_value=95),
    y=st.floats(min_value=9, max_value=160),
    module=st.sampled_from([1.0, 1.2, 1.44]),
)
def test_one_code_never_hides_it(page, family, x, y, module):
    """
    Wherever one code stands, at least one mark finds room, clear of it.
    """
    code = Code(x, y, module, ((True,) * 29,) * 29, "https://incydent.cert.pl")
    found = marks(marked(page(code), Mark.SPECIMEN, family))

    assert found
    assert not any(mark.box.meets(code.quiet) for mark in found)


def test_a_page_that_cannot_be_marked_is_refused(page, family):
    """
    A page so full of codes that no mark finds room is refused: it must not leave without its mark.
    """
    codes = [Code(60, y, 1.0, ((True,) * 29,) * 29, "https://incydent.cert.pl") for y in (15, 55, 95, 135, 170)]

    try:
        made = marked(page(*codes), Mark.SPECIMEN, family)
    except (Refused, ValueError):
        return
    assert marks(made)
