"""A campaign becomes pieces; the pieces have names, a code and a record."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import fields, is_dataclass, replace
from datetime import date

import pytest

from ulotki import library as reading
from ulotki import stock
from ulotki.content.campaign import Approval, Campaign
from ulotki.content.order import Order
from ulotki.content.places import Place
from ulotki.content.publisher import ActionPlan, Printer, PrintShop, Unit
from ulotki.content.register import Register
from ulotki.content.scam import Gone, GoneRow
from ulotki.content.state import Before, Confirmed, Withdrawn
from ulotki.content.text import Prose
from ulotki.edition import jobs as edition
from ulotki.edition.jobs import Job, Made, MadeFile
from ulotki.edition.record import RecordEntry
from ulotki.errors import Finding, Misused, Refused, Where, say
from ulotki.page.piece_code import well_formed
from ulotki.page.purposes import OFFICE, PRESS, WEB
from ulotki.readback import Readback
from ulotki.templates import templates

DAY = datetime.date(2024, 8, 1)

PLACES = {"bank": "bank", "ops": "welfare", "urzad-gminy": "office", "parafia-1": "parish", "parafia-2": "parish"}
"""Place → its kind."""

WNUCZEK = Job("na-wnuczka", "poster", "A4", "colour", places=(("bank", 2), ("ops", 2)))


@pytest.fixture(scope="module")
def gmina(library):
    """The national library and PLACES."""
    return replace(library, places={id: Place(name=id, kind=kind, id=id) for id, kind in PLACES.items()})


def order(*scams: str, template: str = "poster", format: str = "A4", places: str = "bank ops", **more: object) -> Order:
    """Two copies for each of the places."""
    return Order(scams=scams, template=template, format=format, places=tuple(places.split()), **({"copies": 2} | more))


def campaign(*orders: Order, **more: object) -> Campaign:
    """A campaign of these orders, in colour."""
    return Campaign(**({"id": "maj", "title": "Maj", "day": DAY, "order": orders} | more))


def piece(job: Job = WNUCZEK, data: bytes = b"pages", sheets: bytes | None = None, **more: object) -> Made:
    """*job*, made of nothing, for the office."""
    given = {"title": job.scam, "code": "KM2XN-WQAE9", "pages": 1, "values": (("number:112", "112"),), "doubtful": ()}
    given |= {"mark": None}
    files = [MadeFile(f"pieces/{job.name}.pdf", "office", data)]
    if sheets is not None:
        files.append(MadeFile(f"print/{job.name}.pdf", "office", sheets))
    return Made(job=job, files=tuple(files), **(given | more))


# What is ordered


def test_one_piece_for_all_places_with_the_same_words(gmina):
    """
    Who gets a piece does not make it another piece.
    """
    assert (WNUCZEK,) == edition.jobs(campaign(order("na-wnuczka")), gmina)


def test_copies_of_one_piece_add_up(gmina):
    """
    Two orders of one piece are one piece; a place that both name gets the copies of both.
    """
    orders = order("na-wnuczka"), order("na-wnuczka", places="ops urzad-gminy", copies=5)

    assert ((("bank", 2), ("ops", 7), ("urzad-gminy", 5)),) == tuple(
        job.places for job in edition.jobs(campaign(*orders), gmina)
    )


def test_a_kind_of_place_stands_for_its_places(gmina):
    """
    "parish" is each of the two parishes, each with its copies.
    """
    (job,) = edition.jobs(campaign(order("na-wnuczka", places="parish")), gmina)

    assert (("parafia-1", 2), ("parafia-2", 2)) == job.places


def test_a_place_named_twice_gets_its_copies_once(gmina):
    """
    A place that its id and its kind and "all" call is still one place.
    """
    (job,) = edition.jobs(campaign(order("na-wnuczka", places="ops welfare all")), gmina)

    assert 2 == dict(job.places)["ops"]


@pytest.mark.parametrize(
    ("expected", "ordered", "asked"),
    [
        (["colour"], order("na-wnuczka"), []),
        (["eco"], order("na-wnuczka", palette="eco"), []),
        (["mono"], order("na-wnuczka", palette="eco"), ["mono"]),
        (["mono", "eco"], order("na-wnuczka"), ["mono", "eco"]),
    ],
)
def test_who_decides_on_the_inks(gmina, expected, ordered, asked):
    """
    The command goes before the order, and the order before the campaign.
    """
    assert expected == [job.palette for job in edition.jobs(campaign(ordered), gmina, asked)]


def test_a_palette_named_twice_is_named_once(gmina):
    """
    A slip of the hand does not double what the places get.
    """
    ordered = campaign(order("na-wnuczka"))

    assert edition.jobs(ordered, gmina, ["mono"]) == edition.jobs(ordered, gmina, ["mono", "mono"])


def test_a_scam_named_twice_in_an_order_is_named_once(gmina):
    """
    A scam stands in an order or it does not.
    """
    assert (WNUCZEK,) == edition.jobs(campaign(order("na-wnuczka", "na-wnuczka")), gmina)


def test_names_of_pieces_differ(gmina):
    """
    No two pieces of a campaign are written to one file.
    """
    everything = campaign(
        order(*gmina.scams), order(*gmina.scams, palette="mono"), order(*gmina.scams, template="leaflet", format="A5")
    )
    names = [job.name for job in edition.jobs(everything, gmina)]

    assert 3 * len(gmina.scams) == len(names) == len(set(names))


# What is picked


JOBS = (
    Job("blik", "poster", "A4", "mono", places=(("bank", 1),)),
    Job("blik", "leaflet", "A5", "mono", places=(("ops", 1),)),
    Job("phishing", "poster", "A4", "mono", places=(("bank", 1), ("ops", 1))),
    Job("spoofing", "poster", "A4", "mono", places=(("hala", 1),)),
)


@pytest.mark.parametrize(
    ("expected", "words"),
    [
        ((0, 1, 2, 3), []),
        ((0, 1), ["blik"]),
        ((0, 1, 2), ["blik", "phishing"]),
        ((0, 1, 2), ["phishing", "blik"]),
        ((0, 2, 3), ["poster"]),
        ((1, 2), ["ops"]),
        ((0, 2, 3), ["bank", "hala"]),
        ((0,), ["blik", "poster"]),
        ((0, 2), ["blik", "phishing", "poster", "bank"]),
        ((1,), ["ops", "leaflet", "blik"]),
        ((), ["blik", "hala"]),
    ],
)
def test_words_of_one_kind_are_alternatives(expected, words):
    """
    Scams, templates, places: any of the words of a kind will do, and every kind that has a word must be met.
    """
    assert tuple(JOBS[index] for index in expected) == edition.picked(JOBS, words)


def test_a_word_that_nothing_is_called_is_wrong_use():
    """
    The nearest word is offered, and all words when none is near.
    """
    with pytest.raises(Misused) as near:
        edition.picked(JOBS, ["poster", "blick"])
    with pytest.raises(Misused) as far:
        edition.picked(JOBS, ["xyz"])

    assert 'did you mean "blik"?' == str(near.value.findings[0].hint)
    assert "known are: bank, blik, hala, leaflet, ops, phishing, poster, spoofing" == str(far.value.findings[0].hint)


# A piece


@pytest.fixture(scope="module")
def poster(library):
    """The poster „na wnuczka”, made."""
    return edition.make(WNUCZEK, campaign(), library)


@pytest.fixture(scope="module")
def leaflet(library):
    """The leaflet „na wnuczka”, made."""
    return edition.make(Job("na-wnuczka", "leaflet", "A5", "mono", places=(("bank", 20),)), campaign(), library)


def test_a_poster_prints_as_it_is(poster):
    """
    One page, one file.
    """
    assert 1 == poster.pages
    assert [("pieces/na-wnuczka-poster-A4-colour.pdf", "office")] == paths(poster)


def test_a_leaflet_is_also_two_on_a_sheet(leaflet):
    """
    Front and back, and the same as the office printer takes it.
    """
    assert 2 == leaflet.pages
    assert [
        ("pieces/na-wnuczka-leaflet-A5-mono.pdf", "office"),
        ("print/na-wnuczka-leaflet-A5-mono.pdf", "office"),
    ] == paths(leaflet)
    assert [(148, 210), (297, 210)] == [size(file.data) for file in leaflet.files]


@pytest.fixture(scope="module")
def everywhere(library):
    """made(template, …): „na wnuczka” for all purposes, ten for the bank and eleven for the welfare office."""
    job = Job("na-wnuczka", "leaflet", "A5", "mono", places=(("bank", 10), ("ops", 11)))
    return lambda of=library, **more: edition.make(replace(job, **more), campaign(), of, (OFFICE, WEB, PRESS))


def paths(made: Made) -> list[tuple[str, str]]:
    """(path, purpose) of every file."""
    return [(file.path, file.purpose) for file in made.files]


def size(data: bytes) -> tuple[int, int]:
    """Width and height of the first page, mm."""
    with Readback(data) as back:
        return round(back.pages[0].width), round(back.pages[0].height)


def test_each_purpose_has_its_folder(everywhere):
    """
    The office has pages and sheets; the web has pages; a print shop has both, larger by its marks, and tickets.
    """
    name = "na-wnuczka-leaflet-A5-mono"
    made = everywhere()
    sizes = {file.path: size(file.data) for file in made.files if file.path.endswith(".pdf")}

    assert [
        (f"pieces/{name}.pdf", "office"),
        (f"print/{name}.pdf", "office"),
        (f"web/{name}.pdf", "web"),
        (f"press/{name}.pdf", "press"),
        (f"press/sheets/{name}.pdf", "press"),
        (f"press/{name}.txt", "press"),
        (f"press/sheets/{name}.txt", "press"),
    ] == paths(made)
    assert [(148, 210), (297, 210), (148, 210), (168, 230), (317, 230)] == list(sizes.values())


def test_a_piece_without_a_sheet_has_one_ticket(everywhere):
    """
    A poster prints as it is, for a print shop too.
    """
    made = everywhere(template="poster", format="A4")

    assert ["pieces", "web", "press", "press"] == [path.split("/")[0] for path, _ in paths(made)]


def test_the_purpose_does_not_change_the_piece(everywhere, leaflet):
    """
    One piece, one code, whatever it is for; what the office gets does not change by a byte.
    """
    made = everywhere()

    assert leaflet.code == made.code
    assert [file.data for file in leaflet.files] == [file.data for file in made.files[:2]]


def tickets(made: Made) -> list[list[str]]:
    """The lines of every job ticket of a piece."""
    return [file.data.decode().splitlines() for file in made.files if file.path.endswith(".txt")]


def test_a_ticket_counts_what_is_printed(everywhere):
    """
    Of pages as many as all places get; of sheets with two on each half as many, and one more for an odd one.
    """
    pages, sheets = tickets(everywhere())

    assert "Nakład: 21" in pages
    assert "Nakład: 11" in sheets


def test_a_ticket_says_what_it_goes_with(everywhere):
    """
    The file, its size when it is cut, how many pages, how they turn over, and the code that stands on them.
    """
    made = everywhere()
    pages, sheets = tickets(made)
    both = {"Plik: na-wnuczka-leaflet-A5-mono.pdf", "Liczba stron: 2", f"Kod ulotki: {made.code}"}

    assert both <= set(pages) & set(sheets)
    assert {"Format po obcięciu: 148 × 210 mm", "Zadruk: dwustronny, obrót wzdłuż długiej krawędzi"} <= set(pages)
    assert {"Format po obcięciu: 297 × 210 mm", "Zadruk: dwustronny, obrót wzdłuż krótkiej krawędzi"} <= set(sheets)


def test_a_ticket_says_what_the_workspace_says(everywhere, library):
    """
    The paper and whom to ask: as the workspace has it, else the usual paper and the issuer.
    """
    shop = PrintShop(stock="kreda 170 g", contact="Jan Kowalski")
    (usual, _), (own, _) = (
        tickets(everywhere(of))
        for of in (library, replace(library, settings=replace(library.publisher, print_shop=shop)))
    )

    assert "Kontakt: dzielnicowy gminy Serniki, Policja w Lubartowie" in usual and any(
        "niepowlekany" in one for one in usual
    )
    assert {"Papier: kreda 170 g", "Kontakt: Jan Kowalski"} <= set(own)
    assert 2 == len(set(usual) - set(own))


def test_the_office_printer_is_corrected_alone(library, everywhere):
    """
    Where the printer beside the desk misses is no matter of a print shop, nor of a screen.
    """
    moved = replace(library, settings=replace(library.publisher, printer=Printer(right=1.0)))
    changed = [one.path for one, other in zip(everywhere().files, everywhere(moved).files, strict=True) if one != other]

    assert ["print/na-wnuczka-leaflet-A5-mono.pdf"] == changed


def test_a_printer_that_does_not_turn_gets_two_files(library, everywhere):
    """
    Fronts and backs, each a file that is printed on one side; files for others stay as they were.
    """
    by_hand = replace(library, settings=replace(library.publisher, printer=Printer(turns="by hand")))
    before = {one.path: one for one in everywhere().files}
    now = {one.path: one for one in everywhere(by_hand).files}

    assert {"print/na-wnuczka-leaflet-A5-mono.pdf"} == set(before) - set(now)
    new = ["print/na-wnuczka-leaflet-A5-mono-1-przody.pdf", "print/na-wnuczka-leaflet-A5-mono-2-tyly.pdf"]
    assert new == sorted(set(now) - set(before))
    assert all(b"/Duplex /Simplex" in now[path].data for path in new)
    assert all(before[path] == now[path] for path in set(before) & set(now))


def test_what_the_printer_does_not_reach_is_a_warning(library, everywhere):
    """
    The nearest words are named with their distance, once for a piece, and the piece is made all the same.
    """
    short = replace(library, settings=replace(library.publisher, printer=Printer(margin=12.0)))
    (finding,) = set(everywhere(short).findings) - set(everywhere().findings)

    assert "margin" == finding.check and not finding.grave
    assert "the printer does not reach the outer 12.0 mm" in str(finding.what)


def test_values_are_what_the_register_says(poster, library):
    """
    What the record says of a piece is the register's value, ref by ref.
    """
    assert "112" == dict(poster.values)["number:112"]
    assert poster.values == tuple((ref, library.register.values[ref].value) for ref, _ in poster.values)


@pytest.mark.parametrize("confirmed", [True, False])
def test_what_nobody_confirmed_is_doubtful(officer, confirmed):
    """
    A local value is doubtful until a second person has typed it, and the piece knows which.
    """
    made = edition.make(WNUCZEK, campaign(), officer(confirmed=confirmed))

    assert (() if confirmed else ("name:dzielnicowy", "number:dzielnicowy")) == tuple(sorted(made.doubtful))


def test_a_piece_that_is_refused_is_not_made(library):
    """
    What does not fit raises, with the field that is too long.
    """
    scam = library.scams["na-wnuczka"]
    long = replace(
        scam, quote=(replace(scam.quote[0], source="Bardzo proszę " * 60),), short=replace(scam.short, quote=None)
    )

    with pytest.raises(Refused) as refused:
        edition.make(WNUCZEK, campaign(), replace(library, scams={"na-wnuczka": long}))

    assert "quote" == refused.value.findings[0].at.field.split(".")[0]


def test_a_grave_finding_forbids_the_piece(library, monkeypatch):
    """
    One grave finding of a check is enough; nothing is drawn then.
    """
    grave = Finding("numbers", say("no"))
    monkeypatch.setattr("ulotki.press.findings", lambda piece: (grave,))
    monkeypatch.setattr("ulotki.press.draw", None)

    with pytest.raises(Refused) as refused:
        edition.make(WNUCZEK, campaign(), library)

    assert [grave.what] == [finding.what for finding in refused.value.findings]


# The edition


def test_the_code_of_an_edition_is_of_its_pieces_alone():
    """
    Whatever the order they were made in; another piece, one more or one less make another code.
    """
    one, other = piece(), piece(code="800Z3-CG5EV")
    code = edition.edition_code([one, other])

    assert well_formed(code)
    assert code == edition.edition_code([other, one])
    assert 4 == len({code, *(edition.edition_code(pieces) for pieces in ([], [one], [other]))})


def test_the_record_says_what_every_file_is():
    """
    Path, digest, what, for whom, how many, with which code and which values, how much toner, and which mark.
    """
    job = Job("blik", "leaflet", "A5", "mono", places=(("bank", 20),))
    made = piece(job, b"pages", b"sheets", pages=2, title="Na BLIK", ink=0.123456)
    ordered = campaign(until=datetime.date(2024, 12, 31))
    record = edition.recorded(ordered, [made, piece(doubtful=("number:dzielnicowy",), mark="WZÓR")])
    file = RecordEntry(
        path="pieces/blik-leaflet-A5-mono.pdf",
        sha256=hashlib.sha256(b"pages").hexdigest(),
        size=len(b"pages"),
        name="blik-leaflet-A5-mono",
        title="Na BLIK",
        scam="blik",
        template="leaflet",
        format="A5",
        palette="mono",
        lang="pl",
        purpose="office",
        places=(("bank", 20),),
        until=datetime.date(2024, 12, 31),
        pages=2,
        ink=0.1235,
        code="KM2XN-WQAE9",
        values={"number:112": "112"},
        mark=None,
        content=hashlib.sha256(b"pages").hexdigest(),  # no PDF, so nothing is packed in it
        texts={},
    )
    digest = hashlib.sha256(b"sheets").hexdigest()
    sheets = replace(file, path="print/blik-leaflet-A5-mono.pdf", sha256=digest, size=len(b"sheets"), content=digest)

    assert ("maj", "Maj", datetime.date(2024, 8, 1), datetime.date(2024, 12, 31)) == (
        record.campaign,
        record.title,
        record.day,
        record.until,
    )
    assert (file, sheets) == record.files[:2]
    assert "WZÓR" == record.files[2].mark


def test_the_record_names_what_a_workspace_replaced():
    """
    A file that carries a value in place of a national one says which; others say nothing.
    """
    with_it = piece(values=(("number:112", "112"), ("number:cert-sms", "8090")))
    record = edition.recorded(campaign(), [with_it, piece()], {"number:cert-sms"})

    assert [("number:cert-sms",), ()] == [file.replaced for file in record.files]


@pytest.mark.parametrize(
    ("template", "scams"), [("overview", ["na-wnuczka", "blik"]), ("meeting", ["blik"]), ("poster", ["na-wnuczka"])]
)
def test_the_record_says_of_which_day_the_texts_are(gmina, template, scams):
    """
    Of every scam that a piece is about, in its language, the day on which its text was reviewed.
    """
    found = edition.jobs(
        campaign(order(*scams, template=template), order("blik", template=template, language="uk")), gmina
    )
    days = {(scam.id, scam.lang): scam.reviewed for scam in gmina.editions}

    assert [{id: days[id, "pl"] for id in scams}, {"blik": days["blik", "uk"]}] == [
        dict(edition.texts(job, gmina)) for job in found
    ]
    (file,) = edition.recorded(campaign(), [piece(texts=edition.texts(found[0], gmina))]).files
    assert {id: days[id, "pl"] for id in scams} == file.texts


def test_the_record_says_until_when_a_piece_hangs():
    """
    Its own last day where an order has one, else the campaign's, else none.
    """
    own = piece(replace(WNUCZEK, until=datetime.date(2025, 6, 30)))
    ordered = campaign(until=datetime.date(2024, 12, 31))

    assert [datetime.date(2025, 6, 30), datetime.date(2024, 12, 31)] == [
        file.until for file in edition.recorded(ordered, [own, piece()]).files
    ]
    assert None is edition.recorded(campaign(), [piece()]).files[0].until


def test_an_order_may_hang_longer(library):
    """
    Display until comes from the order where it says so, and its file is told from the campaign's by that day.
    """
    campaign = library.campaign("sierpien-2024")
    longer = replace(campaign.order[0], until=datetime.date(2025, 6, 30), scams=("bank",))

    job, *_ = edition.jobs(replace(campaign, order=(longer,)), library)

    assert "bank-poster-A4-mono-2025-06-30" == job.name
    with Readback(edition.make(job, campaign, library).files[0].data) as back:
        assert {"30", "czerwca", "2025"} <= set(back.pages[0].words)


# What a piece is made of


def digest(library, job: Job = WNUCZEK, of: Campaign | None = None, purposes=(OFFICE,), program: str = "p") -> str:
    return edition.inputs(job, of or campaign(), library, program, purposes)


def other(library, scam: str, **words: object):
    """*library* where one scam says something else."""
    return replace(library, scams={**library.scams, scam: replace(library.scams[scam], **words)})


def moved(library):
    """*library* as if somebody had put a comment at the top of every file: each line number is another."""

    def down(value):
        if isinstance(value, Where):
            return replace(value, line=value.line + 1)
        if isinstance(value, tuple):
            return tuple(map(down, value))
        if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **{item.name: down(getattr(value, item.name)) for item in fields(value)})
        return value

    return replace(
        library,
        scams={id: down(scam) for id, scam in library.scams.items()},
        phrases={lang: down(phrases) for lang, phrases in library.phrases.items()},
        register=Register({ref: down(value) for ref, value in library.register.values.items()}),
        settings=down(library.publisher),
    )


def registered(library, ref: str, **more: object):
    """*library* where a value of the register differs."""
    values = dict(library.register.values)
    values[ref] = replace(values[ref], **more)
    return replace(library, register=Register(values))


def test_the_same_inputs_are_the_same_digest(library, root):
    """
    Read again from the same files, they are still the same.
    """
    assert digest(library) == digest(reading.read(root / "leaflets/serniki", stock.known()).believed(datetime.date.max))


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda one: other(one, "blik", order=Prose("Nie.")), id="another scam"),
        pytest.param(lambda one: replace(one, scams={"na-wnuczka": one.scams["na-wnuczka"]}), id="fewer scams"),
        pytest.param(lambda one: replace(one, places={}), id="another place"),
        pytest.param(lambda one: replace(one, campaigns={}), id="another campaign"),
        pytest.param(lambda one: registered(one, "number:dzieci", value="116 123"), id="a number of others"),
        pytest.param(moved, id="a comment"),
        pytest.param(
            lambda one: replace(
                one, settings=replace(one.publisher, unit=Unit(name="KPP"), plan=ActionPlan(begins=DAY))
            ),
            id="the head of letters",
        ),
        pytest.param(
            lambda one: replace(one, approved=(Approval(edition="x", by="A", on=DAY, codes=("KM2XN-WQAE9",)),)),
            id="an approval that nobody asked for",
        ),
    ],
)
def test_what_is_not_printed_changes_nothing(library, change):
    """
    Another scam, another place, a comment: the piece is made of the same.
    """
    assert digest(library) == digest(change(library))


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda one: other(one, "na-wnuczka", order=Prose("Odłóż telefon.")), id="words"),
        pytest.param(lambda one: other(one, "na-wnuczka", icon="call"), id="pictogram"),
        pytest.param(lambda one: other(one, "na-wnuczka", reviewed=DAY), id="review"),
        pytest.param(lambda one: other(one, "na-wnuczka", address=None), id="code"),
        pytest.param(lambda one: other(one, "na-wnuczka", helps="dzieci"), id="the number that helps"),
        pytest.param(lambda one: registered(one, "number:112", value="113"), id="112"),
        pytest.param(lambda one: registered(one, "number:112", withdrawn=Withdrawn("A", DAY)), id="withdrawn"),
        pytest.param(lambda one: registered(one, "number:112", review_by=date(2000, 1, 1)), id="due"),
        pytest.param(lambda one: registered(one, "address:incydent-cert", mask=1), id="mask"),
        pytest.param(
            lambda one: registered(one, "number:dzielnicowy", value="47 812 00 00"), id="the officer's number"
        ),
        pytest.param(lambda one: registered(one, "name:dzielnicowy", value="A"), id="their name"),
        pytest.param(lambda one: registered(one, "name:godziny", value="A"), id="their hours"),
        pytest.param(lambda one: replace(one, settings=replace(one.publisher, issuer=Prose("A"))), id="issuer"),
        pytest.param(
            lambda one: replace(one, settings=replace(one.publisher, printer=Printer(right=1.0))), id="printer"
        ),
        pytest.param(
            lambda one: replace(one, settings=replace(one.publisher, printer=Printer(turns="long"))), id="its turning"
        ),
        pytest.param(
            lambda one: replace(one, settings=replace(one.publisher, printer=Printer(margin=5.0))), id="its reach"
        ),
        pytest.param(
            lambda one: replace(one, phrases={**one.phrases, "pl": replace(one.phrases["pl"], call=Prose("Dzwoń"))}),
            id="fixed words",
        ),
    ],
)
def test_what_may_be_printed_changes_it(coded, change):
    """
    Words, values and their states, who publishes, and how the printer misses.
    """
    assert digest(coded) != digest(change(coded))


@pytest.mark.parametrize(
    ("ref", "words"),
    [
        ("number:dzieci", {"helps": "dzieci"}),
        ("number:karty", {"gone": Gone(title=Prose("A"), row=(GoneRow(words=Prose("B"), number="karty"),))}),
        (
            "number:karty",
            {"gone": Gone(title=Prose("A"), row=(GoneRow(words=Prose("{{number:karty}}"), slip=Prose("B")),))},
        ),
    ],
)
def test_a_number_that_a_field_names_changes_it(library, ref, words):
    """
    A number that no word of the scam holds is printed too, and one of others is not.
    """
    named = other(library, "na-wnuczka", **words)

    assert digest(library) == digest(registered(library, ref, value="116 123"))
    assert digest(named) != digest(registered(named, ref, value="116 123"))


def test_the_life_of_a_value_changes_it(officer):
    """
    A value that begins, ends or is confirmed between two days; a day on which nothing happens is still another day.
    """
    library = officer()
    old = Before("47 812 00 99", date(2024, 9, 30), "A", Confirmed("47 812 00 99", "B", DAY))
    versions = [
        library,
        officer(confirmed=False),
        registered(library, "number:dzielnicowy", before=old),
        registered(library, "number:dzielnicowy", before=replace(old, confirmed=None)),
        registered(library, "number:dzielnicowy", before=old, valid_from=date(2024, 9, 1)),
    ]

    assert len(versions) == len({digest(one) for one in versions})


@pytest.mark.parametrize(
    "change",
    [
        {"of": campaign(day=date(2024, 8, 2))},
        {"of": campaign(until=date(2024, 12, 31))},
        {"of": campaign(approval=True)},
        {"job": replace(WNUCZEK, palette="mono")},
        {"job": replace(WNUCZEK, until=date(2025, 1, 1))},
        {"job": replace(WNUCZEK, template="leaflet", format="A5")},
        {"job": replace(WNUCZEK, topics=("na-wnuczka", "blik"))},
        {"purposes": (OFFICE, WEB)},
        {"program": "q"},
    ],
)
def test_what_is_ordered_changes_it(library, change):
    """
    The day, until when, in which inks, for what; and another program may draw anything.
    """
    assert digest(library) != digest(library, **change)


def test_a_topic_changes_a_piece_about_several(library):
    """
    The other scams of an overview are printed on it.
    """
    job = Job("na-wnuczka", "overview", "A4", "colour", topics=("na-wnuczka", "blik"))
    changed = other(library, "blik", summary=Prose("Inne."))

    assert digest(library, job) != digest(changed, job)


def test_copies_are_for_the_print_shop_alone(library):
    """
    A job ticket says how many; nothing else does.
    """
    more = replace(WNUCZEK, places=(("bank", 100),))

    assert digest(library) == digest(library, more)
    assert digest(library, purposes=(OFFICE, PRESS)) != digest(library, more, purposes=(OFFICE, PRESS))


def test_approvals_matter_where_they_are_asked_for(library):
    """
    In a campaign that wants approval, one more changes what may say PROJEKT.
    """
    wants = campaign(approval=True)
    approved = replace(library, approved=(Approval(edition="x", by="A", on=DAY, codes=("KM2XN-WQAE9",)),))

    assert digest(library, of=wants) != digest(approved, of=wants)


# A piece about several


@pytest.mark.parametrize(
    ("title", "template"),
    [
        ("Uwaga na oszustów", "overview"),
        ("Trudne słowa", "glossary"),
        ("Spotkanie z dzielnicowym", "meeting"),
        ("Rozłącz się i zadzwoń", "card"),
        ("Apel do odczytania", "church-appeal"),
        ("Oszustwo „na wnuczka”", "poster"),
    ],
)
def test_a_piece_about_several_is_called_by_its_heading(library, title, template):
    """
    In the record; a piece about one scam is called by that. The file's title is what stands at the top of its page.
    """
    chosen = templates()[template]
    topics = ("na-wnuczka", "blik") if chosen.whole else ()
    made = edition.make(Job("na-wnuczka", template, chosen.formats[0].name, "mono", topics=topics), campaign(), library)

    assert title == made.title
    with Readback(made.files[0].data) as back:
        assert back.says["Title"].endswith(title.removeprefix("Oszustwo "))
