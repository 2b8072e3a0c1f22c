"""The account of a campaign: every figure, and the paper and the text that say them."""

import datetime
from dataclasses import replace

import pytest

from ulotki.content.places import Place
from ulotki.content.publisher import Unit
from ulotki.documents import formats, page_layout
from ulotki.documents.account import BARS, account_text, key_figures
from ulotki.documents.account import account as account_paper
from ulotki.edition.record import Record, RecordEntry
from ulotki.handout import chain, letterhead
from ulotki.handout.coverage import PlaceCoverage, place_coverage
from ulotki.handout.deed_sums import Month, monthly_figures
from ulotki.handout.deeds import GivenPiece, HandOver, HeldMeeting, TakenDown, TakenPiece
from ulotki.handout.report import KindSums, Report, make_report
from ulotki.look.inks import BLACK
from ulotki.page.items import Fill, Group, Line
from ulotki.page.walking import walk
from ulotki.readback import Readback

FIRST, LAST = datetime.date(2024, 8, 1), datetime.date(2024, 8, 31)
MID = datetime.date(2024, 8, 10)

PLACES = {
    "bank": Place(name="Bank", kind="bank", boards=2),
    "wies": Place(name="Wieś", kind="solectwo"),
    "kolonia": Place(name="Kolonia", kind="solectwo", boards=0),
}
NAMES = {"na-wnuczka": "Oszustwo „na wnuczka”", "blik": "Oszustwo „na BLIK”"}


def file(code, scam="na-wnuczka", template="poster", places=(("bank", 2), ("wies", 1)), lang="pl", title="tytuł"):
    return RecordEntry(
        path=f"pieces/{code}.pdf",
        name=f"{scam}-{code}",
        title=title,
        scam=scam,
        template=template,
        format="A4",
        palette="mono",
        lang=lang,
        places=places,
        until=None,
        code=code,
        values={},
        mark=None,
        sha256="0" * 64,
        size=9,
        ink=0.1,
        purpose="office",
        pages=1,
    )


def record(*files, code="EEEE1"):
    return Record("maj", "Maj", datetime.date(2024, 8, 1), None, code, files)


def given(place="bank", codes=("A",), edition="EEEE1", day=MID, copies=2, hung=1, consent=None):
    pieces = tuple(GivenPiece(code, code, f"tytuł {code}", copies, hung) for code in codes)
    return HandOver(day, place, "maj", edition, pieces, consent)


def account(*deeds, records=(record(file("A")),), places=PLACES, first=FIRST, last=LAST):
    found = []
    for deed in deeds:
        found.append(chain.make_entry(deed, "2024-08-05T10:00:00Z", found[-1] if found else None))
    return make_report(found, records, places, NAMES, first, last)


def test_nothing_happened():
    """
    A period in which nothing happened is an account of zeros.
    """
    assert Report(FIRST, LAST) == account()
    assert Report(FIRST, LAST) == account(
        given(day=LAST + datetime.timedelta(1)), given(day=FIRST - datetime.timedelta(1))
    )


def test_the_first_and_the_last_day_count():
    """
    Both ends of the period belong to it.
    """
    assert 4 == account(given(day=FIRST), given(day=LAST)).copies


def test_what_was_ordered():
    """
    All copies of an edition of which something was given, whoever got them; of one that nobody got, none.
    """
    records = (record(file("A"), file("B")), record(file("C"), code="EEEE2"))

    assert 6 == account(given(), records=records).ordered


def test_what_an_edition_took_over_is_ordered_once():
    """
    A piece that two editions share was ordered once, in the larger number.
    """
    second = record(file("A", places=(("bank", 5),)), file("B", places=(("bank", 1),)), code="EEEE2")

    assert 6 == account(given(), given(edition="EEEE2"), records=(record(file("A")), second)).ordered


def test_an_edition_without_a_record():
    """
    When the record of an edition is gone, what was given counts as ordered, and the edition is named.
    """
    found = account(given(edition="GONE1", codes=("X", "Y")))

    assert (4, ("GONE1",)) == (found.ordered, found.lost)


def test_by_kind_of_place():
    """
    Copies and places by kind; boards only where something was hung; a place that is no more is of another kind.
    """
    deeds = (given(), given(), given("wies", hung=0), given("kolonia", copies=9, hung=1), given("dawne"))

    assert (KindSums("bank", 1, 2, 4, 2), KindSums("solectwo", 2, 0, 11, 1), KindSums("other", 1, 0, 2, 1)) == account(
        *deeds
    ).shares


def test_consents():
    """
    The last answer of a place counts; that nobody asked again does not take it back.
    """
    deeds = (
        *(given("bank", consent=True), given("bank")),
        *(given("wies", consent=True), given("wies", consent=False, day=LAST)),
        given("kolonia"),
    )
    found = account(*deeds)

    assert (1, 1, 1) == (found.agreed, found.refused, found.unasked)


def test_meetings():
    """
    By day, with how many came and what it was about; a scam that is no more keeps its id.
    """
    late = HeldMeeting(LAST, "szkoła", 100)
    early = HeldMeeting(MID, "klub seniora", 23, ("na-wnuczka", "dawne"))
    found = account(late, early)

    assert ["klub seniora", "szkoła"] == [one.group for one in found.meetings]
    assert (123, ("Oszustwo „na wnuczka”", "dawne")) == (found.people, found.meetings[0].topics)


def test_topics():
    """
    By scam, in Polish whatever the language of the piece; about several, or unknown: its own title.
    """
    records = (
        record(
            file("A"),
            file("B", template="leaflet", lang="uk", title="Онук"),
            file("C", scam="blik"),
            file("D", template="overview"),
        ),
    )
    found = account(given(codes=("A", "B", "C", "D", "X")), records=records)

    assert (("Oszustwo „na wnuczka”", 4), ("Oszustwo „na BLIK”", 2), ("tytuł D", 2), ("tytuł X", 2)) == found.topics


def test_what_was_taken_down():
    """
    Copies that were taken away, and those of them from boards; never more than were there.
    """
    given = HandOver(MID, "bank", "maj", "EEEE1", (GivenPiece("A", "a", "A", 9, 2), GivenPiece("B", "b", "B", 1, 1)))
    found = account(
        given, TakenDown(MID, "bank", (TakenPiece("A", "a", "EEEE1", 5, 2), TakenPiece("B", "b", "EEEE1", 7, 7)))
    )

    assert (6, 3) == (found.taken, found.down)


# What became of the places, and when


def chained(*deeds):
    found = []
    for deed in deeds:
        found.append(chain.make_entry(deed, "2024-08-05T10:00:00Z", found[-1] if found else None))
    return found


@pytest.mark.parametrize(
    ("deeds", "state"),
    [
        ((), "waits"),
        ((given("bank"),), "hangs"),
        ((given("bank", hung=0),), "lies"),
        ((given("bank", consent=False),), "lies"),
        ((HandOver(MID, "bank", consent=False),), "refused"),
        ((given("bank"), TakenDown(MID, "bank", (TakenPiece("A", "A", "EEEE1", 2, 1),))), "taken"),
        ((given("bank"), TakenDown(MID, "bank", (TakenPiece("A", "A", "EEEE1", 1, 1),))), "lies"),
        (
            (given("bank"), TakenDown(LAST + datetime.timedelta(1), "bank", (TakenPiece("A", "A", "EEEE1", 2, 1),))),
            "hangs",
        ),
        ((given("bank", day=LAST + datetime.timedelta(1)),), "waits"),
        ((HeldMeeting(MID, "klub", 9, (), "bank"),), "waits"),
    ],
)
def test_what_became_of_a_place(deeds, state):
    """
    By what is there at the end of the period; without a word in the ledger nothing is claimed.
    """
    found = {one.place: one.state for one in place_coverage(chained(*deeds), PLACES, (), FIRST, LAST)}

    assert {"bank": state, "wies": "waits", "kolonia": "waits"} == found


def test_places_that_nobody_can_read_or_that_are_no_more():
    """
    A place whose entry is broken keeps its tile under its id; a former one of the ledger comes last.
    """
    found = place_coverage(chained(given("dawne"), given("zepsute")), PLACES, ("zepsute",), FIRST, LAST)

    assert ["bank", "wies", "kolonia", "zepsute", "dawne"] == [one.place for one in found]
    assert PlaceCoverage("dawne", "dawne", "", "hangs", 2, 1, 0, None, MID, lying=1) == found[-1]


def test_what_was_before_the_period():
    """
    It still hangs, and counts for nothing of the period; the answer of the host stays.
    """
    before = given("bank", day=FIRST - datetime.timedelta(366), consent=True)
    (bank, *_) = place_coverage(chained(before), PLACES, (), FIRST, LAST)

    assert ("hangs", 0, 0, None, True) == (bank.state, bank.copies, bank.hung, bank.first, bank.consent)


def test_month_by_month():
    """
    Every month of the period has its line, over the turn of the year too; a place counts once in a month.
    """
    deeds = (given(), given(day=LAST), given("wies", day=datetime.date(2024, 12, 31)), HeldMeeting(MID, "klub", 9))
    found = monthly_figures(chained(*deeds), datetime.date(2024, 8, 5), datetime.date(2025, 1, 2))

    assert [8, 9, 10, 11, 12, 1] == [one.first.month for one in found]
    assert Month(datetime.date(2024, 8, 1), 1, 4, 2, 0, 1, 9) == found[0]
    assert (Month(datetime.date(2024, 9, 1)), 1) == (found[1], found[4].places)


def test_a_period_on_a_leap_day():
    """
    29 February is a month of its own.
    """
    day = datetime.date(2024, 2, 29)

    assert (Month(datetime.date(2024, 2, 1)),) == monthly_figures((), day, day)


# On paper and in words


@pytest.fixture
def office(library):
    """Of a unit and a district, on the last day."""
    unit = Unit(name="Komenda Powiatowa Policji w Lubartowie", district="7")
    return replace(letterhead.make_office(library, LAST), issuer="nadawca", gmina="Serniki", unit=unit)


@pytest.fixture
def words(office):
    return office.words.report


@pytest.fixture
def full():
    deeds = (
        *(given(codes=("A", "C"), consent=True), given("wies", hung=0, copies=30), given("dawne", edition="GONE1")),
        *(HeldMeeting(MID, "Klub seniora „Pogodna jesień”", 23, ("na-wnuczka",)), HeldMeeting(LAST, "szkoła", 100)),
        TakenDown(LAST, "bank", (TakenPiece("A", "a", "EEEE1", 2, 1),)),
    )
    return account(*deeds, records=(record(file("A"), file("C", scam="blik")),))


def test_every_figure_has_a_line(words, full, office):
    """
    The text says each key figure as words, a colon and a number, and every kind of place, meeting and topic.
    """
    text = account_text(full, office)

    for part in (
        "Okres: 1 sierpnia 2024 r. – 31 sierpnia 2024 r.",
        *(f"{name}: {count}".replace("\xa0", " ") for name, count in key_figures(words, full)),
        "Sołectwa – miejsca: 1, tablice: 0, przekazane egzemplarze: 30, wywieszone na tablicach: 0",
        "Inne miejsca – miejsca: 1",
        "10 sierpnia 2024 r. – Klub seniora „Pogodna jesień”, osoby: 23, tematy: Oszustwo „na wnuczka”",
        "31 sierpnia 2024 r. – szkoła, osoby: 100\n",
        "Oszustwo „na BLIK”: 2",
        "GONE1",
        "Sporządzono 31 sierpnia 2024 r.\n",
        "Komenda Powiatowa Policji w Lubartowie\ndzielnicowy rejonu służbowego nr 7 (gmina Serniki)\n\n",
    ):
        assert part in text
    assert "\xa0" not in text and "\t" not in text


def test_an_empty_account(office):
    """
    Zeros, and sentences instead of tables.
    """
    text = account_text(Report(FIRST, LAST), office)
    paper = formats.document_text(account_paper(Report(FIRST, LAST), (), office))

    for said in (text, paper):
        assert "Spotkań nie było." in said and 2 == said.count("Niczego nie przekazano.")
    assert 12 == text.count(": 0\n")


def test_the_paper_says_the_same(words, full, office):
    """
    All that the text says stands on the paper, and the chart says its numbers to who cannot see it.
    """
    text = formats.document_text(account_paper(full, (), office))

    for part in (
        *(f"{name}\t{count}".replace("\xa0", " ") for name, count in key_figures(words, full)),
        "banki\t1\t2\t4\t2",
        "31 sierpnia 2024 r.\tszkoła\t100\t–",
        "Wykres. Przekazane egzemplarze według tematu: Oszustwo „na wnuczka”: 34, ",
        "Sporządzono 31 sierpnia 2024 r.",
        "dzielnicowy rejonu służbowego nr 7 (gmina Serniki)",
    ):
        assert part in text


def test_bars_are_as_long_as_their_numbers(office):
    """
    A bar of half the number is half as long, and none has none.
    """
    found = replace(Report(FIRST, LAST), topics=(("a", 40), ("b", 20), ("c", 0)))
    pages = page_layout.pages(account_paper(found, (), office))
    fills = [item for page in pages for item, _ in walk(page.items) if isinstance(item, Fill)]
    bars = [item.box.width for item in fills if item.ink is BLACK]

    assert 2 == len(bars) and bars[0] == pytest.approx(2 * bars[1])


LONG = Place(name="Zespół Szkół Ogólnokształcących imienia Marii Skłodowskiej-Curie w Woli Sernickiej", kind="school")


@pytest.mark.parametrize(("count", "most"), [(0, 2), (1, 2), (18, 3), (200, 9)])
def test_places_as_tiles(office, full, count, most):
    """
    A tile for each place with its name and what became of it; the chart stays on the first page, however many there are.
    """
    places = {f"p{number}": replace(LONG if number % 2 else PLACES["wies"]) for number in range(count)}
    known = place_coverage((), places, (), FIRST, LAST)
    pages = page_layout.pages(account_paper(full, known, office))
    figures = [any(isinstance(item, Group) and item.role.kind == "figure" for item in page.items) for page in pages]

    assert len(pages) <= most and figures[0]
    assert count == formats.document_text(account_paper(full, known, office)).count("brak wpisu")


def test_many_of_everything(office):
    """
    Many topics with long names, many meetings, large numbers: pages that pass every check and the read-back, the same twice.
    """
    topics = tuple(
        (f"Umowa podpisana w domu: telefon, internet, prąd, gaz, odmiana {n}", 100_000 - n) for n in range(40)
    )
    meetings = [
        HeldMeeting(MID, f"Koło gospodyń wiejskich w Woli Sernickiej Kolonii, grupa {n}", n, tuple(NAMES))
        for n in range(60)
    ]
    found = replace(account(*meetings), topics=topics, ordered=1_000_000)
    paper = account_paper(found, (), office)
    laid = page_layout.pages(paper)
    first, second = formats.paper_pdf(paper, laid), formats.paper_pdf(paper, laid)
    ((first_page, chart),) = [
        (place, item)
        for place, page in enumerate(laid)
        for item in page.items
        if isinstance(item, Group) and item.role.kind == "figure"
    ]
    rest = sum(count for _, count in topics[BARS:])

    assert 0 == first_page and all(
        f"{name}: {count}".replace(" ", "") in chart.role.alt.replace("\xa0", "").replace(" ", "")
        for name, count in topics
    )
    assert str(rest) in [item.text for item, _ in walk(chart.items) if isinstance(item, Line)]
    assert first == second
    with Readback(first) as back:
        assert len(laid) == len(back.pages) > 3


def test_what_nobody_can_mend_is_printed_all_the_same(office):
    """
    An entry of the ledger stays as it was typed: signs that no face has, and words without end, stop no account.
    """
    found = account(HeldMeeting(MID, "Клуб 👵 " + "a" * 90 + " e\N{COMBINING CIRCUMFLEX ACCENT BELOW}", 3))
    paper = account_paper(found, (), office)
    laid = page_layout.pages(paper)

    assert formats.paper_pdf(paper, laid)
    assert "???? ? " + "a" * 90 in formats.document_text(paper)
    assert "Клуб 👵" in account_text(found, office)


def test_boards_count_boards():
    """
    One copy hung at a place of five boards is one board; nine copies on two boards are two.
    """
    places = {"hall": Place(name="Dom", kind="hall", boards=5), "bank": Place(name="Bank", kind="bank", boards=2)}
    deeds = [
        HandOver(MID, "hall", "maj", "EEEE1", (GivenPiece("A", "a", "A", 9, 1),)),
        HandOver(MID, "bank", "maj", "EEEE1", (GivenPiece("A", "a", "A", 9, 9),)),
    ]
    found = account(*deeds, places=places)

    assert (1 + 2, 10) == (found.boards, found.hung)
