"""Every document of the office, line by line in millimetres: a change of one shows as a diff of its golden page script."""

import datetime
from dataclasses import replace
from typing import get_args

import pytest

from ulotki.content.meetings import Planned, Stage
from ulotki.content.number import Number
from ulotki.content.people import Person
from ulotki.content.places import Place, PlaceKind
from ulotki.content.publisher import ActionPlan
from ulotki.content.register import Register
from ulotki.documents import formats, page_layout
from ulotki.documents.account import account
from ulotki.documents.ask import ask
from ulotki.documents.desk_list import DeskPiece, DeskValue, desk_list
from ulotki.documents.distribution import distribution
from ulotki.documents.host_page import host_page
from ulotki.documents.letter import letter
from ulotki.documents.note_sentences import NoteFigures
from ulotki.documents.outline import OutlineContents, outline
from ulotki.documents.press_note import press_note
from ulotki.documents.recall_list import PaperNames, recall_list
from ulotki.documents.receipt import fitting_receipts
from ulotki.documents.schedule import ScheduledMeeting, schedule
from ulotki.documents.school_letter import school_letter
from ulotki.documents.summary import SummaryFigures, summary
from ulotki.edition.record import Edition, Record, RecordEntry
from ulotki.handout import chain, letterhead
from ulotki.handout.coverage import PlaceCoverage
from ulotki.handout.deed_sums import Month
from ulotki.handout.deeds import GivenPiece, HandOver
from ulotki.handout.pack import OldPiece, Pack, PackPiece
from ulotki.handout.print_job import PrintJob
from ulotki.handout.quantities import PrintedPack
from ulotki.handout.recall import Recall, plan_recall
from ulotki.handout.report import KindSums, MeetingFigures, Report
from ulotki.handout.truth import Judge
from ulotki.page.piece_code import code_of
from ulotki.page.script import script

DAY = datetime.date(2024, 9, 1)
UNTIL = datetime.date(2024, 12, 31)
PICTURE = (60, 90, bytes(range(54)) * 100)
WIES = Place(name="Sołectwo Nowa Wieś", kind="solectwo", id="nowa-wies")
MEETINGS = tuple(
    ScheduledMeeting(Planned(group=f"Klub {place}", day=DAY, hour="17.00", id=str(place)), "Dom kultury", stage, people)
    for place, (stage, people) in enumerate(
        ((Stage.AHEAD, None), (Stage.HELD, 24), (Stage.CANCELLED, None), (Stage.UNTOLD, None))
    )
)
PAN = Person(name="Jan Nowak", form="pan", phone="600 100 200")


KNOWN = (
    *(
        PlaceCoverage("a", "Parafia w Brzostówce", "parish", "hangs"),
        PlaceCoverage("b", "Ośrodek Pomocy Społecznej", "welfare", "lies"),
    ),
    *(
        PlaceCoverage("c", "Bank", "bank", "refused"),
        PlaceCoverage("d", "Szkoła", "school"),
        PlaceCoverage("dawne", "dawne", "", "taken"),
    ),
    PlaceCoverage("e", "Sołectwo Wola Sernicka Kolonia", "solectwo", "hangs"),
)


MONTHS = (Month(datetime.date(2024, 8, 1), 2, 6, 3, 3, 1, 24), Month(datetime.date(2024, 9, 1)))


@pytest.fixture
def office(officer):
    """With a dzielnicowy whose number, name and hours hold."""
    return letterhead.make_office(officer(hours="wtorki 8–10"), DAY)


@pytest.fixture
def pack(proof):
    """A poster and three leaflets, and two pieces to take down, one of them with its picture."""
    poster, leaflet = proof(), proof(template="leaflet")
    pieces = (
        (PackPiece(code_of("p"), "Plakat A4: na wnuczka", True, UNTIL, poster.pages, None, 1, "sheet", 0.2), 1),
        (PackPiece(code_of("l"), "Ulotka A5: na wnuczka", False, None, leaflet.pages, "short", 2, "sheet", 0.1), 3),
    )
    old = (OldPiece(code_of("a"), "Plakat A4: na policjanta", PICTURE), OldPiece(code_of("b"), "Ulotka A5: na BLIK"))
    return Pack(WIES, PAN, pieces, old)


def listed(code="a", **more):
    values = (DeskValue("number:112", "112", "numer alarmowy"), DeskValue("address:x", "incydent.cert.pl", "formularz"))
    given = {"title": "Oszustwo „na wnuczka”", "quote": "", "lang": "pl", "good": True, "until": UNTIL} | more
    return DeskPiece(
        code=code_of(code), template="poster", format="A4", palette="mono", picture=PICTURE, **{"values": values} | given,
    )  # fmt: skip


def file(code, number):
    return RecordEntry(
        path="pieces/x.pdf",
        name="x",
        title="Oszustwo „na wnuczka”",
        scam="na-wnuczka",
        template="poster",
        format="A4",
        palette="mono",
        lang="pl",
        places=(("nowa-wies", 2),),
        until=datetime.date(2024, 12, 31),
        code=code,
        values={"number:112": number},
        mark=None,
        sha256="0" * 64,
        size=9,
        ink=0.1,
        purpose="office",
        pages=1,
    )


def judge():
    """Three editions: of a poster whose number changed, and of one whose words alone did."""
    register = Register(
        {"number:112": Number(value="112", label="numer alarmowy", source="x", checked=DAY, id="112", national=True)}
    )
    editions = [
        Edition(f"maj/{code}", Record("maj", "Maj", datetime.date(2024, 8, 1), None, code, (file(piece, number),)))
        for code, piece, number in (
            ("E1", "AAAAA-AAAAA", "999"),
            ("E2", "BBBBB-BBBBB", "112"),
            ("E3", "CCCCC-CCCCC", "112"),
        )
    ]
    return Judge(editions, register, DAY)


def found():
    """A poster whose number changed, one that nobody knows, one whose day is over, and one that may stay."""
    entries: list[chain.LedgerEntry] = []
    for place, code, day in (
        ("nowa-wies", "AAAAA-AAAAA", UNTIL),
        ("dawne", "ZZZZZ-ZZZZZ", UNTIL),
        ("bank", "BBBBB-BBBBB", datetime.date(2024, 8, 31)),
        ("nowa-wies", "BBBBB-BBBBB", UNTIL),
    ):
        given = GivenPiece(code, "x", "Oszustwo „na wnuczka”", 3, 1, day)
        deed = HandOver(datetime.date(2024, 8, 5), place, "maj", "E1", (given,))
        entries.append(chain.make_entry(deed, "2024-08-05T10:00:00Z", entries[-1] if entries else None))
    return plan_recall(entries, judge())


def scams(library):
    return tuple(library.scam(id) for id in ("na-wnuczka", "sexting", "umowa-dom"))


@pytest.fixture
def documents(library, office, pack):
    """name → document, of every one there is."""
    fixed, desk = library.paperwork["pl"], library.readings["pl"].desk
    talks = library.readings["pl"].talks
    beside = PaperNames(
        {"nowa-wies": WIES.name, "bank": "Bank"}, desk.template, desk.format, {"nowa-wies": PAN},
        {"AAAAA-AAAAA": PICTURE},
    )  # fmt: skip
    report = Report(
        *(
            datetime.date(2024, 8, 1),
            DAY,
            40,
            ("GONE1-GONE1",),
            (KindSums("bank", 1, 2, 4, 2), KindSums("other", 1, 0, 2, 1)),
        ),
        *(
            1,
            0,
            1,
            (MeetingFigures(DAY, "klub seniora", 24, ("Oszustwo „na wnuczka”",)),),
            (("Oszustwo „na BLIK”", 4), ("x", 2)),
        ),
        *(3, 1),
    )
    jobs = (
        PrintJob(pack.pieces[1][0].pages, "short", "A4", "sheet"),
        PrintJob(pack.pieces[0][0].pages, None, "A3", "card"),
    )
    shares = (
        PrintedPack(WIES, pack.pieces, jobs),
        PrintedPack(Place(name="Bank", kind="bank"), pack.pieces[:1], jobs[:1]),
    )
    return {
        "host-page": host_page(pack, office),
        "host-page-nothing-down": host_page(Pack(WIES, None, pack.pieces), office),
        "letter": letter(pack, office),
        **{
            f"letter-{kind}": letter(replace(pack, place=Place(name="Miejsce w Sernikach", kind=kind)), office)
            for kind in get_args(PlaceKind)
        },
        "ask": ask(WIES, PAN, office, UNTIL),
        "ask-school": ask(Place(name="Szkoła", kind="school"), None, replace(office, plan=ActionPlan()), UNTIL),
        "schedule": schedule(fixed.schedule, MEETINGS, "Komenda", DAY, "x"),
        "schedule-nothing": schedule(fixed.schedule, (), "", DAY, "x"),
        "receipt": fitting_receipts(pack, office, (fixed.receipt.for_host,))[0],
        "distribution": distribution(shares, office, "Sierpień", "EEEE1-EEEE1"),
        "desk-list": desk_list(
            desk,
            [
                listed(quote="To ja! Poznajesz? Mam duży kłopot. Pożycz pieniądze!"),
                listed("b", title="", lang="uk", until=None, good=False),
            ],
            DAY,
            "x",
        ),
        "recall-list": recall_list(fixed.recall, found(), beside, DAY, "x"),
        "recall-list-unwritten": recall_list(
            fixed.recall, plan_recall((), judge(), ordered=("bank",)), beside, DAY, "x"
        ),
        "recall-list-nothing": recall_list(fixed.recall, Recall(), beside, DAY, "x"),
        "account": account(report, KNOWN, office),
        "talk": outline(OutlineContents(talks, talks.senior, scams(library), library.phrases["pl"], True), office),
        "lesson": outline(
            OutlineContents(talks, talks.lesson["7-8"], scams(library), library.phrases["pl"], False),
            *(office, school_letter(talks.letter, office, None, None)),
        ),
        "press-note": press_note(NoteFigures(DAY, 4, 17, 40, 3, 62, ("Plakat A4: na wnuczka", PICTURE)), office),
        "press-note-nothing": press_note(NoteFigures(DAY, 0, 0, 0, 0, 0), office),
        "summary": summary(
            SummaryFigures(report, KNOWN, MONTHS, ("Oszustwo „na wnuczka”",), ("ledger.sqlite",), True), office
        ),
        "summary-nothing": summary(SummaryFigures(Report(DAY, DAY), (), (), (), (), False), office),
        "account-nothing": account(Report(DAY, DAY), (), office),
    }


NAMES = (
    *("ask", "ask-school", "schedule", "schedule-nothing"),
    *(f"letter-{kind}" for kind in get_args(PlaceKind)),
    *("host-page", "host-page-nothing-down", "letter", "receipt", "distribution", "desk-list"),
    *(
        "recall-list",
        "recall-list-nothing",
        "recall-list-unwritten",
        "account",
        "account-nothing",
        "summary",
        "summary-nothing",
        *("talk", "lesson", "press-note", "press-note-nothing"),
    ),
)


@pytest.mark.parametrize("name", NAMES)
def test_golden(documents, name, root, request):
    """
    What stands where on each page is what is kept; `pytest --update-golden` keeps what is now.
    """
    pages = page_layout.pages(documents[name])
    path = root / f"tests/documents/golden/{name}.txt"
    if request.config.getoption("--update-golden"):
        path.write_text(script(pages), "utf-8")

    assert path.read_text("utf-8") == script(pages)


def test_every_document_is_kept(documents, root):
    """
    There is a golden script for each document, and none without one.
    """
    assert set(NAMES) == set(documents) == {path.stem for path in (root / "tests/documents/golden").glob("*.txt")}


@pytest.mark.slow
def test_every_document_is_for_everybody(documents, vera, tmp_path):
    """
    veraPDF finds no rule of PDF/UA-1 that any document breaks.
    """
    files = {}
    for name, document in documents.items():
        files[name] = tmp_path / f"{name}.pdf"
        files[name].write_bytes(formats.document_file(document, ".pdf"))
    found = vera(files.values(), ("ua1",))

    assert {} == {name: broken for name, path in files.items() if (broken := found[path, "ua1"])}
