"""The list for the duty desk: what stands of each piece, in which order, and what never does."""

from dataclasses import replace

import pytest

from ulotki.documents import formats, page_layout
from ulotki.documents.desk_list import DeskPiece, DeskValue, desk_list
from ulotki.look import PALETTES
from ulotki.page.items import Line, Raster
from ulotki.page.piece_code import code_of
from ulotki.page.walking import walk
from ulotki.readback import Readback
from ulotki.templates import templates


@pytest.fixture
def words(library):
    return library.readings["pl"].desk


@pytest.fixture
def known(until):
    values = (
        DeskValue("number:112", "112", "numer alarmowy"),
        DeskValue("address:x", "incydent.cert.pl", "formularz zgłoszeń"),
    )
    dots = (60, 90, bytes([255] * 5400))
    return DeskPiece(
        code_of("a"),
        "Oszustwo „na wnuczka”",
        "To ja! Poznajesz?",
        "poster",
        "A4",
        "mono",
        "pl",
        values,
        until,
        True,
        dots,
    )


@pytest.fixture
def written(words, day):
    """written(piece, …): the list as plain text, with plain blanks."""
    return lambda *known: formats.document_text(desk_list(words, known, day, "nadawca"))


def test_what_stands_of_a_piece(written, known):
    """
    Code, title, what it is, every number with whose it is, and its last day.
    """
    text = written(known)

    for part in (
        known.code,
        "Oszustwo „na wnuczka”",
        "plakat A4",
        "w czerni i bieli",
        "112 – numer alarmowy",
        "incydent.cert.pl – formularz zgłoszeń",
        "Może wisieć do 31 grudnia 2024 r.",
    ):
        assert part in text
    assert "Nieaktualna" not in text


def test_what_it_is_for(written, known):
    """
    Whom it is for, that it must not be given out, the day it was printed, and how many pieces it knows.
    """
    text = written(known)

    for part in ("Tylko dla dyżurnego. Nie wydawać", "Stan na 1 sierpnia 2024 r.", "Liczba ulotek: 1"):
        assert part in text


def test_by_the_first_words(written, known):
    """
    The list is sorted by the first words of the quote as Poles sort, then by code; a piece without a quote by its name.
    """
    quotes = ["Złoto", "Łatwa kasa!", "Dzwonię z banku.", "Lokata", "Ćwierć", "To ja!", "To jak?", "Dzień dobry!"]
    pieces = [replace(known, code=code_of(quote), quote=quote) for quote in quotes]
    text = written(*pieces, replace(known, quote="", title="Mandat"))
    found = [line.strip("„”") for line in text.splitlines() if line.strip("„”") in (*quotes, "Mandat")]

    expected = [
        "Ćwierć",
        "Dzień dobry!",
        "Dzwonię z banku.",
        "Lokata",
        "Łatwa kasa!",
        "Mandat",
        "To ja!",
        "To jak?",
        "Złoto",
    ]
    assert expected == found


def test_the_same_words_on_two_pieces(written, known):
    """
    Of two pieces with the same words the smaller code comes first; a hyphen between digits stays a hyphen.
    """
    codes = ["SABR2-4PA3W", *(code_of(str(number)) for number in range(9))]
    text = written(*(replace(known, code=code) for code in codes))

    assert sorted(codes) == [line for line in text.splitlines() if line in codes]


def test_what_all_have_is_said_once(written, known):
    """
    A value, a day and a palette of all pieces stand once, above them; the others with whose they are, and at each piece.
    """
    more = DeskValue("number:x", "47 812 00 00", "dzielnicowy")
    name = DeskValue("name:x", "asp. Jan Kowalski", "stopień i nazwisko")
    text = written(known, replace(known, code="BBBBB-BBBBB", values=(*known.values, more, name)))

    assert (1, 1, 1) == tuple(text.count(words) for words in ("112 –", "Może wisieć do", "w czerni i bieli"))
    assert (2, 1) == (text.count("47 812 00 00"), text.count("47 812 00 00 – dzielnicowy"))
    assert 1 == text.count("asp. Jan Kowalski") and "stopień" not in text


def test_days_that_differ(written, known):
    """
    Where not all have the same last day, each says its own.
    """
    text = written(known, replace(known, code="BBBBB-BBBBB", until=None))

    assert "Może wisieć do 31 grudnia 2024 r." in text and "Może wisieć bez terminu" in text


def test_a_long_quote(written, known):
    """
    Of a long quote the first words stand there, whole ones.
    """
    assert "„Dopłać złotówkę, inaczej jutro odłączymy…”" in written(
        replace(known, quote="Dopłać złotówkę, inaczej jutro odłączymy prąd. Kliknij teraz!")
    )


def test_no_last_day(written, known):
    """
    A piece without a last day says so.
    """
    assert "Może wisieć bez terminu" in written(replace(known, until=None))


def test_what_does_not_hold(written, known):
    """
    A piece on which something is not true any more is to be taken down.
    """
    assert "trzeba ją zdjąć" in written(replace(known, good=False))


def test_a_piece_about_several_scams(written, known):
    """
    Without a title of its own a piece is called what it is.
    """
    assert "\nSłowniczek\n" in written(replace(known, title="", quote="", template="glossary"))


def test_another_language(written, known):
    """
    The language of a piece is said when it is not that of the country.
    """
    assert "po ukraińsku" in written(replace(known, lang="uk"))


def test_the_picture(words, known, day):
    """
    The picture is on the page, dot for dot, with its title for who cannot see it, and the code in it may be read.
    """
    (page,) = page_layout.pages(desk_list(words, (known,), day, "nadawca"))
    ((picture, roles),) = [(item, roles) for item, roles in walk(page.items) if isinstance(item, Raster)]

    assert known.picture == (picture.width, picture.height, picture.data)
    assert ("figure", "Obrazek ulotki: Oszustwo „na wnuczka”") == (roles[-1].kind, roles[-1].alt)


def test_codes_are_large(words, known, day):
    """
    The code is larger than all that stands beside it.
    """
    (page,) = page_layout.pages(desk_list(words, (known,), day, "nadawca"))
    sizes = {item.text: item.size for item, _ in walk(page.items) if isinstance(item, Line)}

    assert sizes[known.code] > max(sizes["Oszustwo „na wnuczka”"], sizes["„To ja! Poznajesz?”"])


def test_it_becomes_a_file(words, known, day):
    """
    Fifty pieces are read back page by page without a complaint, ten to a page or more.
    """
    paper = desk_list(
        words,
        [
            replace(
                known,
                code=code_of(str(number)),
                quote="Dzwonię z banku. Konto zagrożone! Proszę przelać wszystko. Szybko!",
            )
            for number in range(50)
        ],
        day,
        "nadawca",
    )
    pages = page_layout.pages(paper)
    with Readback(formats.paper_pdf(paper, pages)) as back:
        assert len(pages) == len(back.pages) <= 5
        assert 50 == sum(page.images for page in back.pages)


def test_everything_has_a_name(words):
    """
    Every template and palette has a name that people use, and no name is of nothing.
    """
    assert set(templates()) == set(words.template)
    assert set(PALETTES) == set(words.palette)
    assert {paper.name for each in templates().values() for paper in each.formats} >= set(words.format)


def test_how_the_ledger_ends(words, known, day):
    """
    Its length and the beginning of its last hash stand on paper, where nobody can put an older one back; else nothing.
    """
    said = formats.document_text(desk_list(words, (known,), day, "nadawca", "12, 26af743782f1"))

    assert "liczba wpisów i skrót ostatniego: 12, 26af743782f1" in said
    assert "Dziennik" not in formats.document_text(desk_list(words, (known,), day, "nadawca"))
