"""The job ticket: every line is read off the pages in the file, so none speaks of inks or folds that are not there."""

import datetime
from dataclasses import replace

import pytest

from ulotki import press
from ulotki.content.publisher import PrintShop
from ulotki.edition.ticket import ShopInstructions, ticket
from ulotki.page.purposes import PRESS

DUE = datetime.date(2024, 8, 1)

TICKET = """\
Zlecenie druku: Oszustwo „na wnuczka”
Plik: plakat.pdf
Standard: PDF/X-4, wszystkie kroje pisma osadzone
Format po obcięciu: 210 × 297 mm
Spad: 3 mm, pusty; znaki cięcia i składania leżą poza nim
Liczba stron: 1
Zadruk: jednostronny
Barwy: 4/0, CMYK, FOGRA39; teksty i kody tylko czarnym, czarny tekst nadrukowany (overprint)
Białe w druku, choć na podglądzie żółte: „Rozłącz się.”, „112”
Papier: kreda matowa 130 g
Wykończenie: cięcie do formatu
Nakład: 40
Gotowe najpóźniej: 1 sierpnia 2024 r.
Kod ulotki: {code}
Plik po zapisaniu czyta i porównuje z zamówieniem nasz program. Zgodności ze standardem nie sprawdził żaden walidator: proszę o preflight.
Bez zgody zamawiającego proszę niczego nie zmieniać.
Kontakt: dzielnicowy gminy Serniki, Policja w Lubartowie
"""


@pytest.fixture(scope="module")
def told(proof, officer):
    """told(template, palette, of, …): its ticket, of a library with an officer's number unless told otherwise."""
    known = officer()

    def ask(template="poster", palette="colour", of=known, scam="na-wnuczka", purpose=PRESS, **more):
        made = proof(scam, template, palette, of=of)
        asked = ShopInstructions("plakat.pdf", made.pages, made.template.duplex, 40, DUE, purpose)
        return ticket(of, made, replace(asked, **more)).replace("\u00a0", " ")

    return ask


@pytest.fixture(scope="module")
def line(told):
    """line(name, …): what stands behind the name of a line, None when there is none."""

    def ask(name, *args, **more):
        found = [one.partition(": ")[2] for one in told(*args, **more).splitlines() if one.startswith(f"{name}: ")]
        return found[0] if found else None

    return ask


def test_a_ticket_for_the_print_shop(told, proof, officer):
    """
    A line for each thing that a print shop asks, in Polish.
    """
    ((code),) = [one.partition(": ")[2] for one in told().splitlines() if one.startswith("Kod ulotki")]

    assert TICKET.format(code=code) == told()


@pytest.mark.parametrize(
    ("inks", "template", "palette"),
    [
        ("1/1, tylko czarny (K), FOGRA39", "leaflet", "mono"),
        ("1/1, tylko czarny (K), FOGRA39", "leaflet", "eco"),
        ("1/0, tylko czarny (K), FOGRA39", "poster", "mono"),
        ("4/4, CMYK", "trifold", "colour"),
        ("4/0, CMYK", "sticker", "colour"),
        ("4/0, CMYK", "tear-off", "colour"),
    ],
)
def test_inks_are_those_on_the_pages(line, inks, template, palette):
    """
    Front and back are counted apart: nobody prints black in four inks, and nothing in colour in one.
    """
    assert line("Barwy", template, palette).startswith(inks)
    assert ("PDF/X-1a:2003" if inks.startswith("1") else "PDF/X-4") == line("Standard", template, palette).split(",")[0]


def test_what_will_be_white_is_said(line):
    """
    Words that a screen shows yellow and a press leaves bare are named; in black there are none.
    """
    assert "„Rozłącz się.”" in line("Białe w druku, choć na podglądzie żółte", "leaflet")
    assert line("Białe w druku, choć na podglądzie żółte", "leaflet", "mono") is None


@pytest.mark.parametrize(
    ("finishing", "template"),
    [
        ("cięcie do formatu", "poster"),
        ("cięcie do formatu; falcowanie do środka, zgięcia na stronie 1 od lewej, w mm: 98, 197", "trifold"),
    ],
)
def test_finishing_is_said(line, finishing, template):
    """
    A trifold is folded where it says; a poster is cut and that is all.
    """
    assert finishing == line("Wykończenie", template)


def test_strips_are_cut_where_they_are_drawn(line):
    """
    The long cut and the five between the strips, each with its place.
    """
    said = line("Wykończenie", "tear-off")

    assert said.startswith("cięcie do formatu; perforacja albo cięcie")
    assert "x 6–204 y 248" in said
    assert 5 == said.count("y 248–")


def test_sheets_are_cut_apart(told, proof, officer):
    """
    Ten stickers lie on a sheet of labels.
    """
    made = proof("na-wnuczka", "sticker", of=officer())
    laid = press.imposition(made)

    assert "rozcięcie arkusza, sztuk na arkuszu: 10 (2 × 5)" in told("sticker", pages=laid.pages)


@pytest.mark.parametrize(
    ("stock", "template", "palette"),
    [
        ("kreda matowa 130 g", "poster", "colour"),
        ("offset 120 g, niepowlekany", "leaflet", "colour"),
        ("karton 250 g, niepowlekany", "card", "colour"),
        ("papier samoprzylepny", "sticker", "colour"),
    ],
)
def test_a_ticket_says_which_paper(line, stock, template, palette):
    """
    A card is of cardboard and a sticker sticks; where people write nothing is coated.
    """
    assert line("Papier", template, palette).startswith(stock)


def test_a_box_for_a_stamp_asks_for_uncoated_paper(line, library):
    """
    A poster without the officer's number has a box for a stamp, whose ink smears on coated paper.
    """
    assert line("Papier", "poster", of=library).startswith("offset 120 g, niepowlekany")


def test_no_profile_is_for_another_paper_in_silence(told):
    """
    The profile in a colour file is for coated paper; where people write, the ticket says what that means.
    """
    note = "Na niepowlekanym barwy wyjdą spokojniejsze"

    assert note in told("trifold") and note in told("tear-off")
    assert note not in told("poster") + told("sticker") + told("trifold", "mono")


@pytest.mark.parametrize(
    ("sides", "duplex", "count"),
    [
        ("jednostronny", None, 1),
        ("jednostronny", "long", 1),
        ("jednostronny", None, 2),
        ("dwustronny, obrót wzdłuż długiej krawędzi", "long", 2),
        ("dwustronny, obrót wzdłuż krótkiej krawędzi", "short", 4),
    ],
)
def test_a_ticket_says_how_sheets_turn(line, proof, officer, sides, duplex, count):
    """
    One page has no back, whatever its template does with two.
    """
    assert sides == line("Zadruk", pages=proof(of=officer()).pages * count, duplex=duplex)


@pytest.mark.parametrize(
    ("bleed", "marks", "said"),
    [(5, True, "5 mm, pusty; znaki"), (0, False, "0 mm, pusty; bez znaków cięcia i składania")],
)
def test_the_shop_has_the_bleed_it_asks_for(line, proof, bleed, marks, said):
    """
    Bleed and marks are those of the settings, on the ticket and in the file.
    """
    purpose = press.for_shop(PRESS, PrintShop(bleed=bleed, marks=marks))

    assert line("Spad", purpose=purpose).startswith(said)
    assert press.printed(proof(template="card", palette="mono"), purpose)


def test_a_ticket_when_nobody_publishes(told, officer):
    """
    Room for whom to ask is left to be filled in.
    """
    assert told(of=replace(officer(), settings=None)).endswith("Kontakt: do uzupełnienia\n")
