"""A pack: what a place gets comes out of the printer in one order, with as few settings as it takes, and says what holds."""

import datetime
import re
from dataclasses import replace
from typing import get_args

import pytest

from ulotki import press, readback
from ulotki.content.people import Person
from ulotki.content.places import Place, PlaceKind
from ulotki.content.publisher import ActionPlan, Printer, Unit
from ulotki.content.register import Register
from ulotki.content.state import Confirmed
from ulotki.content.telling import Occasion
from ulotki.documents import bundle, formats, page_layout
from ulotki.documents._addressee import salutation
from ulotki.documents.distribution import distribution
from ulotki.documents.host_page import host_page
from ulotki.documents.letter import letter
from ulotki.documents.receipt import fitting_receipts, receipts
from ulotki.edition import jobs as edition
from ulotki.errors import Refused, say
from ulotki.handout import laying, letterhead, piece_names, quantities
from ulotki.handout import sheets as printing
from ulotki.handout.letterhead import Office
from ulotki.handout.pack import OldPiece, Pack, PackPiece
from ulotki.handout.print_job import PrintJob
from ulotki.handout.print_part import PrintPart
from ulotki.handout.quantities import PrintedPack
from ulotki.page.items import Line, Stroke
from ulotki.page.twin import text
from ulotki.page.walking import walk
from ulotki.templates import templates

DAY = datetime.date(2024, 8, 5)

ANEW = say("make it anew")

BANK = Place(name="Bank spółdzielczy", kind="bank", id="bank")

LONGEST = "Zespół Szkolno-Przedszkolny imienia Świętego Jana Pawła II w Woli Sernickiej, Oddział w Wólce Zawieprzyckiej"


@pytest.fixture(scope="module")
def office(library) -> Office:
    """Nobody has given a local number."""
    return letterhead.make_office(library, DAY)


@pytest.fixture(scope="module")
def known(library):
    """known(ref=value, …): the library with local values that two people have typed."""

    def give(confirmed=True, **given):
        values = dict(library.register.values)
        for name, value in given.items():
            ref = name.replace("_", ":")
            word = Confirmed(value, "Anna Nowak", DAY) if confirmed else None
            values[ref] = replace(values[ref], value=value, set_by="asp. Jan Kowalski", confirmed=word)
        return replace(library, register=Register(values))

    return give


@pytest.fixture(scope="module")
def piece(proof):
    """piece("leaflet"): "na wnuczka" in that template, ready for the printer."""

    def make(template="poster", paper=0, until=datetime.date(2024, 12, 31)):
        made = proof(template=template, paper=paper)
        sheets = press.imposition(made)
        pages, edge, each = (
            (sheets.pages, sheets.duplex, sheets.pieces) if sheets else (made.pages, made.template.duplex, 1)
        )
        return PackPiece(
            made.code,
            f"{template}: na wnuczka",
            made.template.hangs,
            until,
            pages,
            edge if len(pages) > 1 else None,
            each,
            made.template.stock,
            0.2,
            template,
            f"{template} A4",
        )

    return make


@pytest.fixture
def whole(piece):
    """A poster, three leaflets and a bank."""
    return Pack(BANK, None, ((piece(), 1), (piece("leaflet"), 3)))


def words(pages):
    return text(tuple(pages)).replace("\n", " ")


def host_text(pack, office):
    return words(page_layout.pages(host_page(pack, office)))


def letter_text(pack, office):
    return words(page_layout.pages(letter(pack, office)))


# What prints with what


def test_the_order_of_printing(whole, office):
    """
    Page for the host, letter, posters, sheets, and a sheet with the receipt for the host and the one for the officer.
    """
    (job,) = printing.print_jobs(bundle.pack_parts(whole, office))
    said = [words((page,)) for page in job.pages]
    assert 2 * (1 + 1 + 1 + 2 + 1) == len(job.pages)
    assert ("short", "A4", "sheet", 6) == (job.duplex, job.paper, job.stock, job.sheets)
    assert "Dla osoby, która opiekuje się tym miejscem" in said[0]
    assert "Szanowni Państwo" in said[2]
    assert "Egzemplarz zostaje na miejscu" in said[10]
    assert "Egzemplarz zabiera dzielnicowy" in said[10]
    assert whole.pieces[0][0].pages == job.pages[4:5]
    assert whole.pieces[1][0].pages == job.pages[6:8] == job.pages[8:10]


def test_one_sided_pages_have_bare_backs(whole, office):
    """
    With two-sided sheets in the job, what has one side is followed by nothing, and each sheet begins on a front.
    """
    (job,) = printing.print_jobs(bundle.pack_parts(whole, office))

    assert [1, 3, 5, 11] == [number for number, page in enumerate(job.pages) if not page.items]
    assert 2 == len({id(page) for page in job.pages if not page.items})  # upright, and as the receipts lie


def test_without_two_sides_no_backs(piece, office):
    """
    Posters alone: one side each, and the file says so.
    """
    (job,) = printing.print_jobs(bundle.pack_parts(Pack(BANK, None, ((piece(), 2),)), office))

    assert (None, 5, 5) == (job.duplex, len(job.pages), job.sheets)
    assert b"/Duplex /Simplex" in bundle.draw_job(job, "Paczka: bank", office)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_every_copy_begins_a_sheet(page, line, count):
    """
    A piece with an odd number of sides gets a bare back after each copy.
    """
    sides = tuple(page(line(f"strona {number}"), width=210, height=297) for number in range(count))
    other = (page(line("przód"), width=210, height=297), page(line("tył"), width=210, height=297))
    (job,) = printing.print_jobs((PrintPart(sides, "long" if count > 1 else None, times=2), PrintPart(other, "long")))

    whole = count + count % 2
    assert 2 * whole + 2 == len(job.pages)
    assert sides[0] is job.pages[0] is job.pages[whole]
    assert other == job.pages[-2:]


def test_settings_are_never_mixed(page, line):
    """
    Short edge, long edge, another paper and another stock: a job each, one-sided A4 pages with the first.
    """

    def part(name, duplex=None, stock="sheet", width=210, height=297):
        sides = 2 if duplex else 1
        return PrintPart(
            tuple(page(line(f"{name} {side}"), width=width, height=height) for side in range(sides)), duplex, 1, stock
        )

    parts = (
        *(
            part("list"),
            part("plakat"),
            part("wielki", width=297, height=420),
            part("ulotka", "short", width=297, height=210),
        ),
        *(part("druk", "long"), part("karta", "long", "card"), part("nalepka", None, "sticker"), part("kwit")),
    )
    found = printing.print_jobs(parts)

    assert [
        ("dwustronnie-krotka", 8),
        ("dwustronnie-dluga", 2),
        ("jednostronnie-A3", 1),
        ("dwustronnie-dluga-karton", 2),
        ("jednostronnie-samoprzylepny", 1),
    ] == [(job.name, len(job.pages)) for job in found]
    first = [" ".join(readback.expected(page)) for page in found[0].pages]
    assert ["list 0", "", "plakat 0", "", "ulotka 0", "ulotka 1", "kwit 0", ""] == first


@pytest.mark.parametrize(
    ("template", "copies", "sheets"), [("leaflet", 1, 1), ("leaflet", 2, 1), ("leaflet", 3, 2), ("poster", 3, 3)]
)
def test_sheets_not_copies(piece, template, copies, sheets):
    """
    Two leaflets on a sheet of paper, printed on both sides: half as many sheets, rounded up.
    """
    assert sheets == piece(template).sheets(copies)


def test_the_file(whole, office):
    """
    Its title, its language, how it prints; the same bytes for the same pack and day.
    """
    (job,) = printing.print_jobs(bundle.pack_parts(whole, office))
    data = bundle.draw_job(job, piece_names.file_title(BANK), office)

    assert "Paczka: Bank spółdzielczy".encode() in data
    for preference in (b"/Duplex /DuplexFlipShortEdge", b"/PrintScaling /None", b"/PickTrayByPDFSize true"):
        assert preference in data
    assert data == bundle.draw_job(
        printing.print_jobs(bundle.pack_parts(whole, office))[0], piece_names.file_title(BANK), office
    )


def test_two_hundred_sheets_are_small(piece, office):
    """
    390 leaflets for a printer that does not count: 195 sheets and the papers, in less than a megabyte, and each page is
    looked at once.
    """
    once = replace(office, printer=Printer(counts=False))
    (job,) = bundle.pack_jobs(bundle.pack_parts(Pack(BANK, None, ((piece("leaflet"), 390),)), once), once)
    data = bundle.draw_job(job, "Paczka: bank", once)

    assert (198, 396) == (job.sheets, len(job.pages))
    assert len(data) < 250_000
    assert 7 == len({id(page) for page in job.pages})


def test_what_is_printed_very_often_is_a_file_with_its_count(piece, office):
    """
    390 leaflets and two others as often: one file of two sheets, to be printed 195 times. Less than fifty stay in the stack.
    """
    pieces = ((piece(), 2), (piece("leaflet"), 390), (piece("leaflet"), 390), (piece("leaflet"), 98))
    first, second = bundle.pack_jobs(bundle.pack_parts(Pack(BANK, None, pieces), office), office)

    assert (1, 49 + 2 + 3) == (first.count, first.sheets)
    assert ("dwustronnie-krotka-195-razy", 195, 4, 390) == (second.name, second.count, len(second.pages), second.sheets)


def test_what_belongs_together_stays_together(piece, office):
    """
    Packs of several places in one stack are never sorted by how often their sheets are printed.
    """
    found = bundle.pack_parts(Pack(BANK, None, ((piece("leaflet"), 390),)), office)

    assert [1] == [job.count for job in bundle.pack_jobs(found, office, counted=False)]


def test_by_hand_and_often(piece, office):
    """
    Fronts and backs of what is printed very often: a file each, with the same count.
    """
    by_hand = replace(office, printer=Printer(turns="by hand"))
    _papers, job = bundle.pack_jobs(bundle.pack_parts(Pack(BANK, None, ((piece("leaflet"), 200),)), by_hand), by_hand)

    assert [("1-przody", 100, 100, 1), ("2-tyly", 100, 100, 1)] == [
        (side, part.count, part.sheets, len(part.pages)) for side, part in job.passes
    ]


def test_a_printer_that_leaves_blank_pages_out(whole, office):
    """
    A line stands on each back that would be blank, so that no sheet is mixed up; of other printers they stay bare.
    """
    skipping = replace(office, printer=Printer(skips_blank=True))
    (job,) = bundle.pack_jobs(bundle.pack_parts(whole, skipping), skipping)
    (plain,) = bundle.pack_jobs(bundle.pack_parts(whole, office), office)
    backs = [page for page, bare in zip(job.pages, plain.pages, strict=True) if not bare.items]

    assert 4 == len(backs)
    assert {"Ta strona jest pusta."} == {words((page,)).strip() for page in backs}
    assert all(page.items for page in job.pages)
    bundle.draw_job(job, "Paczka: bank", skipping)


def test_several_scripts_in_one_file(piece, proof, library, office):
    """
    Ukrainian pieces have faces of their own, and go into the same file.
    """
    scam = library.scam("blik", "uk")
    template = templates()["leaflet"]
    made = press.proof(library, scam, template, template.formats[0], proof().palette, Occasion(DAY))
    sheets = press.imposition(made)
    other = replace(piece("leaflet"), pages=sheets.pages)
    (job,) = printing.print_jobs(bundle.pack_parts(Pack(BANK, None, ((other, 2),)), office))
    data = bundle.draw_job(job, "Paczka: bank", office)

    assert b"FiraSans" in data
    assert b"UlotkiPlain" in data


# The page for the host


def test_where_it_goes(whole, office, piece):
    """
    Posters go to the board, or to a wall where there is none; what does not hang is laid out. Nothing is said of what is not there.
    """
    bare = replace(BANK, boards=0)
    laid = Pack(BANK, None, ((piece("leaflet"), 1),))
    hung = Pack(bare, None, ((piece(), 1),))

    assert ["powiesić" in host_text(whole, office), "położyć" in host_text(whole, office)] == [True, True]
    assert ["powiesić" in host_text(laid, office), "położyć" in host_text(laid, office)] == [False, True]
    assert "powiesić w widocznym miejscu, na" in host_text(hung, office)
    assert "położyć" not in host_text(hung, office)


@pytest.mark.parametrize("kind", get_args(PlaceKind))
def test_the_page_says_what_the_letter_says(whole, office, kind):
    """
    A bank has no display case: every place is told in the letter and on the page where the pieces belong, in the same words.
    """
    pack, mine = replace(whole, place=replace(BANK, kind=kind)), office.words.readers[kind]

    for told in (host_text(pack, office), letter_text(pack, office)):
        assert mine.hang.source in told and mine.lay.source in told


@pytest.mark.parametrize(
    ("days", "said", "consent"),
    [
        (["2024-12-31"], "Do 31 grudnia 2024 r. Potem", "materiałów do 31 grudnia 2024 r. "),
        (["2024-12-31", "2024-09-01"], "Na dole każdej kartki", "do dnia, który na nich jest."),
        (["2024-12-31", None], "Na dole każdej kartki", "do dnia, który na nich jest."),
        ([None], "Do czasu, gdy", "materiałów do odwołania."),
    ],
)
def test_until_when(piece, office, days, said, consent):
    """
    One day for all is said; several are said by the pieces themselves; without one it is until further notice.
    """
    pieces = tuple((piece(until=datetime.date.fromisoformat(day) if day else None), 1) for day in days)
    pack = Pack(BANK, None, pieces)

    assert said in host_text(pack, office)
    assert 2 == words(receipts(pack, office)).count(consent)


def test_what_comes_down(whole, office):
    """
    With its code and a picture; without a picture the code alone; or the sentence that there is nothing.
    """
    picture = (2, 3, bytes(6))
    old = tuple(
        OldPiece(f"AAAA{number}-2BBBB", "Plakat A4: na wnuczka", picture if number % 2 else None) for number in range(7)
    )
    pages = page_layout.pages(host_page(replace(whole, old=old), office))
    said = words(pages)

    assert [one.code for one in old] == re.findall(r"AAAA\d-2BBBB", said)
    assert 3 == said.count("Obrazek: Plakat A4: na wnuczka")
    assert "Niczego nie trzeba zdejmować. Nie wiemy o starszych plakatach w tym miejscu." not in said
    assert "Niczego nie trzeba zdejmować. Nie wiemy o starszych plakatach w tym miejscu." in host_text(whole, office)


def test_whom_to_call(whole, known):
    """
    A number that two people have typed stands there; one that is not good, or none, does not.
    """
    good = letterhead.make_office(known(number_dzielnicowy="47 812 00 00", name_dzielnicowy="asp. Jan Kowalski"), DAY)
    doubtful = letterhead.make_office(known(number_dzielnicowy="47 812 00 00", confirmed=False), DAY)

    assert "W sprawie tej paczki prosimy dzwonić: asp. Jan Kowalski 47 812 00 00" in host_text(whole, good)
    assert "pod numerem, który już Państwo znają" in host_text(whole, doubtful)
    assert not re.search(r"\d{3}", host_text(whole, doubtful).replace("2024", ""))
    assert "asp. Jan Kowalski" in letter_text(whole, good)
    assert "podpis" in letter_text(whole, doubtful)


def test_the_host_reads_it_without_glasses(whole, office):
    """
    Nothing on the page is smaller than 16 pt.
    """
    pages = page_layout.pages(host_page(whole, office))

    assert 1 == len(pages)
    assert 16 == min(item.size for page in pages for item, _ in walk(page.items) if isinstance(item, Line))


def test_what_not_to_do(whole, office):
    """
    Nobody unknown carries them from house to house, and nobody collects money.
    """
    assert "Nie zlecać roznoszenia ulotek obcym osobom." in host_text(whole, office)
    assert "Nie zbierać przy okazji pieniędzy" in host_text(whole, office)


# The letter


@pytest.mark.parametrize(
    ("kind", "form", "said"),
    [
        ("parish", "pan", "Szanowny Księże Proboszczu,"),
        ("parish", "pani", "Szanowna Pani,"),
        ("bank", "pan", "Szanowny Panie Dyrektorze,"),
        ("bank", "pani", "Szanowna Pani Dyrektor,"),
        ("office", "pan", "Szanowny Panie Wójcie,"),
        ("office", "pani", "Szanowna Pani Wójt,"),
        ("welfare", "pan", "Szanowny Panie Kierowniku,"),
        ("welfare", "pani", "Szanowna Pani Kierownik,"),
        ("solectwo", "pan", "Szanowny Panie Sołtysie,"),
        ("solectwo", "pani", "Szanowna Pani Sołtys,"),
        ("school", "pan", "Szanowny Panie Dyrektorze,"),
        ("school", "pani", "Szanowna Pani Dyrektor,"),
        ("hall", "pan", "Szanowny Panie,"),
        ("hall", "pani", "Szanowna Pani,"),
        ("kgw", "pan", "Szanowny Panie Przewodniczący,"),
        ("kgw", "pani", "Szanowna Pani Przewodnicząca,"),
        ("seniors", "pan", "Szanowny Panie Przewodniczący,"),
        ("seniors", "pani", "Szanowna Pani Przewodnicząca,"),
        ("other", "pan", "Szanowny Panie,"),
        ("other", "pani", "Szanowna Pani,"),
    ],
)
def test_the_salutation(office, kind, form, said):
    """
    By the kind of place and by the form that people.toml says.
    """
    place, person = Place(name="X", kind=kind), Person(name="A. Nowak", form=form)

    assert said == str(salutation(office, place, person)).replace("\xa0", " ")
    assert "Szanowni Państwo," == str(salutation(office, place, None)).replace("\xa0", " ")


def test_a_kind_that_nobody_knows(office, whole):
    """
    A kind without words of its own is told what any place is told.
    """
    strange = replace(whole, place=replace(BANK, kind="kiosk"), person=Person(name="A. Nowak", form="pani"))

    assert "Szanowna Pani, proszę o pomoc w ostrzeganiu mieszkańców przed oszustami." in letter_text(strange, office)


def test_another_than_the_head(office, whole):
    """
    Who has a post and a greeting of their own is addressed with them, whatever the kind of place.
    """
    person = Person(name="Anna Nowak", form="pani", role="Sekretarz Gminy", greeting="Szanowna Pani Sekretarz,")
    said = letter_text(replace(whole, person=person), office)

    assert "Pani Anna Nowak Sekretarz Gminy Bank spółdzielczy" in said
    assert "Szanowna Pani Sekretarz, proszę" in said


@pytest.mark.parametrize(
    ("name", "said"),
    [("Jan Nowak", "Ksiądz Jan Nowak Proboszcz"), ("ks. kan. dr Jan Nowak", "2024 r. ks. kan. dr Jan Nowak Proboszcz")],
)
def test_a_name_with_a_title_of_its_own(office, whole, name, said):
    """
    "ks. Jan Nowak" is not called "Ksiądz ks. Jan Nowak".
    """
    parish = Place(name="Parafia w Brzostówce", kind="parish")
    found = letter_text(replace(whole, place=parish, person=Person(name=name, form="pan")), office)

    assert said in found.replace("\xa0", " ")


def test_the_letter(whole, office):
    """
    The unit and the post, place and day, for whom, what about, greeting, closing, who signs, what lies beside it.
    """
    said = letter_text(whole, office)

    assert said.startswith(
        "Komenda Powiatowa Policji w Lubartowie dzielnicowy rejonu służbowego nr 7 (gmina Serniki) Znak sprawy: ..."
    )
    for part in (
        "Serniki, 5 sierpnia 2024 r. Bank spółdzielczy  Dotyczy: prośba o pomoc w ochronie klientów banku",
        "Szanowni Państwo, proszę o pomoc",
        "Proszę o zgodę na wywieszenie plakatu w widocznym miejscu w placówce i wyłożenie ulotek przy kasach.",
        "Z wyrazami szacunku podpis dzielnicowy rejonu służbowego nr 7",
        "poster: na wnuczka\t1 leaflet: na wnuczka\t3 kartka dla osoby, która opiekuje się miejscem\t1",
    ):
        assert part in said
    assert said.strip().endswith("pokwitowanie i zgoda\t2")


def test_nothing_is_made_up(whole, office):
    """
    Without settings the letter says the issuer and nothing else: no unit, no number of a district, no address.
    """
    bare = replace(office, unit=Unit(), plan=ActionPlan(), gmina="", issuer="")
    said = letter_text(whole, bare)

    assert said.startswith("dzielnicowy Znak sprawy: ....")
    assert "Komenda" not in said
    assert "nr" not in said.split("Dotyczy")[0]


LONG_UNIT = Unit(
    name="Komenda Miejska Policji w Ostrowcu Świętokrzyskim, Komisariat Policji w Ćmielowie, Wydział Prewencji",
    address="ul. Księdza Prałata Stanisława Wyszyńskiego-Korczakowskiego 128B/17, 27-440 Ćmielów",
    email=f"{'dzielnicowy.rejonu.siedem' * 2}@{'komenda-miejska-policji' * 2}.policja.gov.pl",
    post="starsza dzielnicowa",
    district="XVIII",
)


def test_long_names(piece, known):
    """
    A unit of three lines, an address without end, an addressee of 90 letters: every word is on the letter.
    """
    officer = known(
        number_dzielnicowy="47 812 00 00",
        name_dzielnicowy="mł. asp. Aleksandra Wiśniewska-Kowalczyk-Brzęczyszczykiewicz",
        name_godziny="poniedziałki, środy i piątki, godz. 8.00–16.00",
    )
    office = replace(letterhead.make_office(officer, DAY), unit=LONG_UNIT)
    person = Person(name="prof. dr hab. Maria Skłodowska-Brzęczyszczykiewicz-Chrząszczyżewoszycka", form="pani")
    pieces = ((piece(), 1), (piece("leaflet"), 3))
    pages = page_layout.pages(letter(Pack(replace(BANK, name=LONGEST), person, pieces), office))
    said = words(pages).replace("\xa0", " ")

    assert len(pages) <= 2
    for part in (
        LONG_UNIT.name,
        "27-440 Ćmielów",
        "starsza dzielnicowa rejonu służbowego nr XVIII",
        "Szanowna Pani Dyrektor",
    ):
        assert part in said
    assert LONG_UNIT.email in said.replace(" ", "")


def test_what_it_says_is_what_there_is(office, piece):
    """
    Consent is asked for what lies in the bundle; an appeal is read where there is one, and leaflets given where there are.
    """
    parish, soltys = Place(name="Parafia", kind="parish"), Place(name="Sołectwo", kind="solectwo")
    hung = letter_text(Pack(parish, None, ((piece(), 2),)), office)
    laid = letter_text(Pack(soltys, None, ((piece("leaflet"), 20),)), office)
    read = letter_text(Pack(parish, None, ((piece("church-appeal"), 1),)), office)

    assert "Proszę o zgodę na wywieszenie plakatów w gablocie. " in hung
    assert ["apelu" in hung, "ulotek" in hung] == [False, False]
    assert "Proszę o zgodę na wyłożenie ulotek w miejscu spotkań mieszkańców." in laid
    assert "osobom, które mieszkają same" in laid
    assert "Proszę o odczytanie dołączonego apelu w ogłoszeniach duszpasterskich" in read
    assert "zgodę na" not in read


@pytest.mark.parametrize("kind", get_args(PlaceKind))
def test_every_kind_is_told_the_same_as_its_host_page(office, piece, kind):
    """
    A letter of one page for each kind, whatever lies in the bundle; the page for the host names the same sorts.
    """
    sorts = ("poster", "overview", "leaflet", "church-appeal", "neighbour-letter", "card")
    pieces = tuple((piece(sort), 1 + place) for place, sort in enumerate(sorts))
    pack = Pack(Place(name="Miejsce", kind=kind), Person(name="Anna Nowak", form="pani"), pieces)
    host = host_text(pack, office).replace("\xa0", " ")

    assert 1 == len(page_layout.pages(letter(pack, office)))
    for place, sort in enumerate(sorts):
        assert f"{sort}: na wnuczka\t{1 + place}" in letter_text(pack, office)
        assert f"{sort} A4 – {1 + place} szt." in host.replace("Poster", "poster")


def test_an_hour_before_the_bank_shuts(office, library, whole):
    """
    A letter never names a number that does not hold on its day: it is not made.
    """
    values = {ref: said for ref, said in office.values.items() if ref != "number:112"}
    with pytest.raises(Refused, match="number:112 is not good"):
        letter(whole, replace(office, values=values))


def test_the_leap_day(library, whole):
    """
    29 February is a day like others.
    """
    assert "Serniki, 29 lutego 2024 r." in letter_text(
        whole, letterhead.make_office(library, datetime.date(2024, 2, 29))
    )


# The receipt


def test_the_receipt(whole, office):
    """
    Every piece with code and copies, their sum, consent, lines to write on; one for each of the two, on one sheet.
    """
    (sheet,) = receipts(whole, office)
    said = words((sheet,))
    fixed = office.words.receipt
    kept, taken = (
        words(page_layout.pages(fitting_receipts(whole, office, (copy,))[0]))
        for copy in (fixed.for_host, fixed.for_officer)
    )

    assert (297, 210) == (sheet.width, sheet.height)
    for piece, copies in whole.pieces:
        assert f"{piece.name}\t{piece.code}\t{copies}" in kept
        assert 2 == said.count(piece.code)
    assert re.search(r"Razem\s+4 ", kept)
    for word in ("tak", "nie", "Data", "Podpis osoby, która wyraża zgodę", "Podpis dzielnicowego", "Tablice i gabloty"):
        assert word in kept
    assert kept.replace("Egzemplarz zostaje na miejscu", "Egzemplarz zabiera dzielnicowy") == taken


def test_a_cut_in_the_middle(whole, office):
    """
    Two halves of the same words, the right one 148.5 mm further right, and marks where to cut; nothing lies on the cut.
    """
    (sheet,) = receipts(whole, office)
    lines = [item for item, _ in walk(sheet.items) if isinstance(item, Line)]
    left = {(line.text, round(line.x, 3), line.baseline) for line in lines if line.x < 148.5}
    right = {(line.text, round(line.x - 148.5, 3), line.baseline) for line in lines if line.x > 148.5}
    marks = [item for item, _ in walk(sheet.items) if isinstance(item, Stroke) and item.dash]

    assert {"Egzemplarz zostaje na miejscu", "Egzemplarz zabiera dzielnicowy"} == {
        text.replace("\xa0", " ") for text, *_ in left ^ right
    }
    assert [148.5, 148.5] == [round(mark.box.x + mark.box.width / 2, 3) for mark in marks]
    assert not any(line.box.x < 148.5 < line.box.right for line in lines)


def test_who_keeps_the_data(whole, office):
    """
    As the settings say; what they do not say is a line to write on. Nothing untrue stands there.
    """
    unit = replace(
        office.unit, controller="Komendant Powiatowy Policji w Lubartowie", retention="do 31 grudnia 2026 r."
    )
    told = words(receipts(whole, replace(office, unit=unit))).replace("\xa0", " ")
    blank = words(receipts(whole, office))

    assert "Administrator danych: Komendant Powiatowy Policji w Lubartowie." in told
    assert "Przechowywane: do 31 grudnia 2026 r. " in told
    assert "Komendant" not in blank
    assert 4 == blank.count("Administrator danych: ") + blank.count("Przechowywane: ") - 4  # a label and its line each
    assert "nie przekazujemy" not in told + blank


@pytest.mark.parametrize("count", [1, 8, 14])
def test_a_receipt_is_one_sheet(piece, office, count):
    """
    Rows move together before a receipt takes two sheets.
    """
    pack = Pack(BANK, None, ((piece(), 1),) * count)

    assert 1 == len(receipts(pack, office))


def test_a_long_receipt_goes_on(piece, office):
    """
    Sixty pieces: several sheets, none lost, the heads of the columns again on each.
    """
    pack = Pack(replace(BANK, name=LONGEST), None, ((piece(), 1),) * 60)
    sheets = receipts(pack, office)

    assert 1 < len(sheets)
    assert 120 == words(sheets).count("poster: na wnuczka")
    assert 1 == sum("Podpis dzielnicowego" in words((sheet,)) for sheet in sheets)


# Pieces of an edition


@pytest.fixture(scope="module")
def entry(library):
    """(job, entry, campaign): the first poster of August as an edition has it."""
    campaign = library.campaigns["sierpien-2024"]
    job = edition.jobs(campaign, library)[0]
    (found, *_) = edition.recorded(campaign, [edition.make(job, campaign, library)]).files
    return job, found, campaign


def test_a_piece_is_that_of_the_edition(entry, library, office):
    """
    Laid out anew it has the code of the edition, and is called as people call it.
    """
    job, found, campaign = entry
    made = laying.lay_out(job, found, campaign, library, office.names, DAY, ANEW)

    assert (found.code, "Plakat A4: Oszustwo „na wnuczka”", True) == (made.code, made.name, made.hangs)


def test_another_code_is_refused(entry, library, office):
    """
    What is in no edition is in no pack.
    """
    job, found, campaign = entry
    with pytest.raises(Refused, match="and the edition has AAAAA-AAAAA") as refused:
        laying.lay_out(job, replace(found, code="AAAAA-AAAAA"), campaign, library, office.names, DAY, ANEW)
    assert ANEW == refused.value.findings[0].hint


def test_a_mark_is_refused(entry, library, known, office):
    """
    What says WZÓR or PROJEKT is handed to nobody; for WZÓR the value is named.
    """
    job, found, campaign = entry
    doubtful = known(number_dzielnicowy="47 812 00 00", confirmed=False)
    with pytest.raises(Refused, match="is unconfirmed"):
        laying.lay_out(job, found, campaign, doubtful, office.names, DAY, ANEW)
    with pytest.raises(Refused, match="is marked PROJEKT"):
        laying.lay_out(job, found, replace(campaign, approval=True), library, office.names, DAY, ANEW)


def test_what_does_not_hold_any_more_is_refused(entry, known, office):
    """
    A number that was good when the edition was made, and is not on the day of the pack, is not printed again: neither of the
    day of the edition nor of that day.
    """
    job, _found, campaign = entry
    library = known(number_dzielnicowy="47 812 00 00")
    values = dict(library.register.values)
    values["number:dzielnicowy"] = replace(values["number:dzielnicowy"], valid_until=datetime.date(2024, 9, 1))
    library = replace(library, register=Register(values))
    (found, *_) = edition.recorded(campaign, [edition.make(job, campaign, library)]).files

    assert laying.lay_out(job, found, campaign, library, office.names, DAY, ANEW)
    day = datetime.date(2024, 9, 2)
    for now in (campaign, replace(campaign, as_of=day)):
        with pytest.raises(Refused, match="expired"):
            laying.lay_out(job, found, now, library, office.names, day, ANEW)


# The list of who gets what


def share(office, name, *pieces):
    pack = Pack(replace(BANK, name=name), None, pieces)
    return PrintedPack(pack.place, pack.pieces, printing.print_jobs(bundle.pack_parts(pack, office)))


def test_the_list(piece, office):
    """
    A row for each place with what hangs and what lies, room to sign, their sums; paper and the way of printing once.
    """
    shares = [share(office, "Bank", (piece(), 1), (piece("leaflet"), 20)), share(office, "Szkoła", (piece(), 2))]
    said = formats.document_text(distribution(shares, office, "Sierpień", "AAAA9-2AAAA"))

    assert "Sierpień. Wydanie: AAAA9-2AAAA" in said
    for line in (
        "\tMiejsce\tPlakaty\tUlotki\tRazem\tData\tPodpis",
        "1\tBank\t1\t20\t21\t\t",
        "2\tSzkoła\t2\t–\t2\t\t",
        "\tRazem\t3\t20\t23\t\t",
    ):
        assert line in said.splitlines()
    for how in (
        "14\nKartki A4, dwustronnie, krótka krawędź",
        "5\nKartki A4, jednostronnie",
        "1\nRyzy papieru z zapasem, A4",
    ):
        assert 1 == said.count(how)
    assert "20,0%" in said


def test_other_paper_has_its_column(piece, office):
    """
    What is printed on card is counted apart, and its sheets too.
    """
    said = formats.document_text(
        distribution([share(office, "Bank", (piece(), 1), (replace(piece(), stock="card"), 5))], office, "x", "y")
    )

    assert "1\tBank\t1\t5\t6\t\t" in said.splitlines()
    assert "Plakaty\tKarton\tRazem" in said and "na kartonie" in said


@pytest.mark.parametrize(("sheets", "count"), [(1, 1), (476, 1), (477, 2), (952, 2), (953, 3)])
def test_reams(page, sheets, count):
    """
    Whole reams of five hundred, with a twentieth to spare.
    """
    job = PrintJob((page(width=210, height=297),) * sheets, None, "A4", "sheet")
    card = replace(job, stock="card")

    assert {"A4": count} == quantities.reams([PrintedPack(BANK, (), (job, card))])


def test_a_list_of_many_goes_on(piece, office):
    """
    Sixty places, also of long names: several pages, each with its head and the heads of the columns.
    """
    one = share(office, LONGEST, (piece(), 1))
    pages = page_layout.pages(distribution([one] * 60, office, "Sierpień", "AAAAA-AAAAA"))

    assert 2 < len(pages)
    assert 60 == words(pages).count("Zespół")
    assert len(pages) == words(pages).count("Podpis")


def test_a_printer_that_does_not_turn_gets_fronts_and_backs(whole, office):
    """
    What has two sides is one stack: its fronts, then its backs with bare ones between, as many as fronts. What has one side
    on other paper is one file as before.
    """
    (job,) = printing.print_jobs(bundle.pack_parts(whole, office), Printer(turns="by hand"))
    (told,) = printing.print_jobs(bundle.pack_parts(whole, office))
    (first, fronts), (second, backs) = job.passes

    assert ("1-przody", "2-tyly") == (first, second)
    assert (told.pages[::2], told.pages[1::2]) == (fronts.pages, backs.pages)
    assert (None, None, job.sheets) == (fronts.duplex, backs.duplex, len(backs.pages))
    assert (("", told),) == told.passes
