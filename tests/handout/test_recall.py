"""What must come down: which pieces, why, what to bring instead, and the list on paper."""

import datetime
from dataclasses import replace

import pytest

from ulotki.content.number import Number
from ulotki.content.people import Person
from ulotki.content.register import Register
from ulotki.content.state import Confirmed, Withdrawn
from ulotki.documents import formats, page_layout
from ulotki.documents.recall_list import PaperNames, recall_list
from ulotki.edition.record import Edition, Record, RecordEntry
from ulotki.handout import chain
from ulotki.handout.deeds import GivenPiece, HandOver, TakenDown, TakenPiece
from ulotki.handout.reasons import Reason, reason_sentence
from ulotki.handout.recall import EVERYTHING, Recall, RecallQuestion, outdated_at, plan_recall, recallable_refs
from ulotki.handout.truth import Judge, Verdict
from ulotki.page.items import Line, Raster
from ulotki.page.walking import walk
from ulotki.readback import Readback

DAY = datetime.date(2024, 9, 1)
UNTIL = datetime.date(2024, 12, 31)
OLD, NEW = "47 812 00 00", "47 812 11 11"
REF = "number:dzielnicowy"

NATIONAL = Number(value="112", label="numer alarmowy", source="gov.pl", checked=DAY, id="112", national=True)


def officer(value=NEW, **more):
    """The register with 112 and a dzielnicowy, confirmed."""
    given = {"set_by": "Jan", "confirmed": Confirmed(value, "Anna", DAY)} | more
    local = Number(value=value, label="dzielnicowy", id="dzielnicowy", **given)
    return Register({"number:112": NATIONAL, REF: local})


def file(
    code="AAAAA-AAAAA",
    name="na-wnuczka-poster-A4-mono",
    places=(("bank", 2),),
    officer=OLD,
    until=datetime.date(2024, 12, 31),
):
    return RecordEntry(
        path=f"pieces/{name}.pdf",
        name=name,
        title="Oszustwo „na wnuczka”",
        scam="na-wnuczka",
        template="poster",
        format="A4",
        palette="mono",
        lang="pl",
        places=places,
        until=until,
        code=code,
        values={"number:112": "112", REF: officer},
        mark=None,
        sha256="0" * 64,
        size=9,
        ink=0.1,
        purpose="office",
        pages=1,
    )


def edition(*files, code="EEEE1-EEEE1", campaign="maj", day=datetime.date(2024, 8, 1), draft=False):
    return Edition(
        f"{campaign}/{day}-1-{code}", Record(campaign, "Maj", day, datetime.date(2024, 12, 31), code, files), draft
    )


def entries(*deeds):
    found = []
    for deed in deeds:
        found.append(chain.make_entry(deed, "2024-08-05T10:00:00Z", found[-1] if found else None))
    return tuple(found)


def given(place="bank", code="AAAAA-AAAAA", copies=2, hung=1, edition="EEEE1-EEEE1", until=UNTIL, **more):
    name = more.get("name", "na-wnuczka-poster-A4-mono")
    piece = GivenPiece(code, name, "Oszustwo „na wnuczka”", copies, hung, until)
    return HandOver(datetime.date(2024, 8, 5), place, "maj", edition, (piece,))


FIRST = edition(file())


def whole(entries, editions, register, day=DAY, ask=EVERYTHING, **more):
    """All that is to be done."""
    return plan_recall(entries, Judge(editions, register, day), ask, **more)


def recalled(entries, editions, register, day=DAY, ask=EVERYTHING):
    """What must come down."""
    return whole(entries, editions, register, day, ask).down


def causes(visits):
    return [(visit.place, [reason.cause for one in visit.wrong for reason in one.reasons]) for visit in visits]


def test_what_still_holds_stays():
    """
    A piece whose numbers and day hold, and that nothing has replaced, is no reason to go anywhere.
    """
    assert () == recalled(entries(given()), (FIRST,), officer(OLD), DAY)


@pytest.mark.parametrize(
    "register",
    [
        officer(NEW),
        officer(OLD, valid_until=DAY - datetime.timedelta(1)),
        officer(OLD, withdrawn=Withdrawn("Jan", DAY)),
        officer(OLD, valid_from=DAY + datetime.timedelta(1)),
        officer(OLD, confirmed=None),
        officer(""),
        Register({"number:112": NATIONAL}),
    ],
)
def test_a_value_that_is_no_longer_true(register):
    """
    A number that changed, expired, was withdrawn, is confirmed no more, is empty or gone: what carries it comes down.
    """
    (visit,) = recalled(entries(given()), (FIRST,), register, DAY)
    (reason,) = visit.wrong[0].reasons

    assert ("bank", "value", REF, OLD) == (
        visit.place,
        reason.cause,
        reason.value.ref,
        str(reason.value.stood).replace("\xa0", " "),
    )
    assert OLD in str(reason_sentence(reason, DAY)).replace("\xa0", " ")
    assert None is visit.wrong[0].bring


def test_a_day_that_is_over():
    """
    The day after its last one a piece comes down: the day that was agreed, or the printed one, whichever is earlier.
    """
    agreed, late = given(until=DAY), given(until=datetime.date(2025, 6, 1))

    assert () == recalled(entries(agreed), (FIRST,), officer(OLD), DAY)
    assert [("bank", ["until"])] == causes(
        recalled(entries(agreed), (FIRST,), officer(OLD), DAY + datetime.timedelta(1))
    )
    assert [("bank", ["until"])] == causes(recalled(entries(late), (FIRST,), officer(OLD), datetime.date(2025, 1, 1)))


def test_a_piece_that_was_replaced():
    """
    When the newest edition has another code for the name, the old piece may stay while all on it holds; when its number
    changed as well, it comes down and the new one is brought.
    """
    second = edition(file("BBBBB-BBBBB", places=(("bank", 3),), officer=NEW), code="EEEE2-EEEE2")
    found = whole(entries(given()), (FIRST, second), officer(OLD))
    (visit,) = found.stays

    assert ((), False) == (found.down, found.pending)
    assert [("AAAAA-AAAAA", Verdict.STAYS)] == [(one.standing.code, one.judgment.verdict) for one in visit.wrong]
    assert ["BBBBB-BBBBB"] == [newer.code for newer in visit.wrong[0].judgment.newer]

    found = whole(entries(given()), (FIRST, second), officer(NEW))
    (one,) = found.down[0].wrong

    assert ((), True) == (found.stays, found.pending)
    assert ("BBBBB-BBBBB", 3) == (one.bring.code, one.bring.copies)


def test_one_new_piece_for_two_old_ones():
    """
    Two old versions of a piece at a place are replaced by the new one once.
    """
    second = edition(file("BBBBB-BBBBB", officer="47 812 22 22"), code="EEEE2-EEEE2")
    third = edition(file("CCCCC-CCCCC", officer=NEW), code="EEEE3-EEEE3")
    both = entries(given(), given(code="BBBBB-BBBBB", edition="EEEE2-EEEE2"))
    (visit,) = recalled(both, (FIRST, second, third), officer(NEW))

    assert [("CCCCC-CCCCC", 2, False), ("CCCCC-CCCCC", 0, False)] == [
        (one.bring.code, one.bring.copies, one.bring.there) for one in visit.wrong
    ]
    assert [("CCCCC-CCCCC", 2)] == [(one.code, one.copies) for one in visit.brings]


def test_an_empty_ledger():
    """
    While nothing was ever written down, every place that something was ordered for is named, with what must come down
    there if it is there; `outdated_at` says the same of a place.
    """
    first = edition(file(places=(("bank", 2), ("ops", 1))))
    second = edition(file("BBBBB-BBBBB", officer=NEW), code="EEEE2-EEEE2")
    editions = (first, second)
    found = whole((), editions, officer(NEW), ordered=("szkola",))

    assert ((), (), True) == (found.down, found.stays, found.pending)
    assert [("bank", ["AAAAA-AAAAA"]), ("ops", ["AAAAA-AAAAA"]), ("szkola", [])] == [
        (visit.place, [one.standing.code for one in visit.wrong]) for visit in found.unwritten
    ]
    judge = Judge(editions, officer(NEW), DAY)
    assert ["AAAAA-AAAAA"] == [one.code for one in outdated_at("bank", (), judge)]
    assert () == outdated_at("bank", entries(given("ops")), judge)


def test_nothing_was_ordered():
    """
    Without an order and without an entry there is nothing to do.
    """
    assert Recall() == whole((), (), officer())


def test_a_place_of_which_nothing_was_written_down():
    """
    When the ledger knows other places alone, a place that something was ordered for is named apart.
    """
    assert ("bank",) == whole(entries(given("ops")), (FIRST,), officer(OLD)).silent


def test_what_is_there_already_is_not_brought():
    """
    Once the new piece was handed over, only the old one is still to be taken down.
    """
    second = edition(file("BBBBB-BBBBB", officer=NEW), code="EEEE2-EEEE2")
    both = entries(given(), given(code="BBBBB-BBBBB", edition="EEEE2-EEEE2"))
    (visit,) = recalled(both, (FIRST, second), officer(NEW), DAY)

    assert [("AAAAA-AAAAA", 0)] == [(one.standing.code, one.bring.copies) for one in visit.wrong]


def test_nothing_wrong_is_brought():
    """
    A replacement that is wrong itself, a draft, or one whose day is over, replaces nothing.
    """
    for second in (
        edition(file("BBBBB-BBBBB"), code="EEEE2-EEEE2"),
        edition(file("BBBBB-BBBBB", officer=NEW), code="EEEE2-EEEE2", draft=True),
        edition(file("BBBBB-BBBBB", officer=NEW, until=datetime.date(2024, 8, 31)), code="EEEE2-EEEE2"),
    ):
        (visit,) = recalled(entries(given()), (second, FIRST) if second.draft else (FIRST, second), officer(NEW), DAY)

        assert None is visit.wrong[0].bring


def test_another_campaign_may_replace_it():
    """
    When its own campaign has nothing good, the newest other one that orders the piece for the place has.
    """
    other = edition(
        file("CCCCC-CCCCC", officer=NEW), code="EEEE3-EEEE3", campaign="jesien", day=datetime.date(2024, 9, 1)
    )
    elsewhere = replace(other, record=replace(other.record, files=(file("CCCCC-CCCCC", places=(), officer=NEW),)))

    (visit,) = recalled(entries(given()), (FIRST, other), officer(NEW), DAY)
    assert "CCCCC-CCCCC" == visit.wrong[0].bring.code
    (visit,) = recalled(entries(given()), (FIRST, elsewhere), officer(NEW), DAY)
    assert None is visit.wrong[0].bring


def test_a_piece_that_nobody_knows():
    """
    A piece whose record is gone is named, to be looked at.
    """
    (visit,) = recalled(entries(given(code="ZZZZZ-ZZZZZ", name="x")), (FIRST,), officer(OLD), DAY)

    assert (None, [Reason("unknown")]) == (visit.wrong[0].entry, list(visit.wrong[0].reasons))


def test_what_is_gone_is_gone():
    """
    Nothing that was taken away is recalled.
    """
    down = TakenDown(DAY, "bank", (TakenPiece("AAAAA-AAAAA", "x", "EEEE1-EEEE1", 2, 1),))

    assert () == recalled(entries(given(), down), (FIRST,), officer(NEW), DAY)


def test_the_most_first():
    """
    Places with most on their boards come first, then those with most copies.
    """
    deeds = (given("a", hung=0), given("b", hung=1), given("c", copies=9, hung=2), given("d", copies=9, hung=1))

    assert ["c", "d", "b", "a"] == [visit.place for visit in recalled(entries(*deeds), (FIRST,), officer(NEW), DAY)]


@pytest.mark.parametrize(
    ("ask", "found"),
    [
        (RecallQuestion(refs=frozenset({REF})), ["value"]),
        (RecallQuestion(refs=frozenset({"number:112"})), []),
        (RecallQuestion(editions=frozenset({"EEEE1-EEEE1"})), ["edition"]),
        (RecallQuestion(editions=frozenset({"EEEE2-EEEE2"})), []),
        (RecallQuestion(before=datetime.date(2025, 1, 1)), ["until"]),
        (RecallQuestion(before=UNTIL), []),
        (RecallQuestion(refs=frozenset({REF}), before=datetime.date(2025, 1, 1)), ["value", "until"]),
    ],
)
def test_only_what_was_asked(ask, found):
    """
    A value, an edition or a day narrows the recall to what is wrong because of it.
    """
    visits = recalled(entries(given()), (FIRST,), officer(NEW), DAY, ask)

    assert found == [reason.cause for visit in visits for one in visit.wrong for reason in one.reasons]


def test_all_values_can_be_asked_about():
    """
    Those of the register and those that only stand on old pieces.
    """
    assert {"number:112", REF, "number:x"} == recallable_refs(
        (edition(replace(file(), values={"number:x+": "1"})),), officer()
    )


# On paper


def done(visits):
    """What must come down, and nothing else to do."""
    return Recall(down=tuple(visits))


@pytest.fixture
def known(library):
    desk = library.readings["pl"].desk
    return PaperNames({"bank": "Bank"}, desk.template, desk.format, {}, {})


@pytest.fixture
def listed(library, known):
    """listed(visits): the list."""
    words = library.paperwork["pl"].recall
    return lambda visits, **more: recall_list(words, done(visits), replace(known, **more), DAY, "nadawca")


def test_what_stands_on_paper(listed):
    """
    The place, the code, why, how many, what to bring and how to print it, without anybody's name.
    """
    second = edition(file("BBBBB-BBBBB", officer=NEW), code="EEEE2-EEEE2")
    text = formats.document_text(listed(recalled(entries(given()), (FIRST, second), officer(NEW), DAY)))

    for part in (
        "Bank",
        "AAAAA-AAAAA\t2\t1\tBBBBB-BBBBB × 2",
        f"{OLD} – jest na druku, a obowiązuje {NEW}",
        "plakat A4",
    ):
        assert part in text
    assert "ulotki pack bank --new" in text and "Stan na dzień 1 września 2024 r." in text
    assert "Tylko dla dzielnicowego" not in text


def test_whom_to_call(listed):
    """
    The host and the telephone stand beside the place, and every page says that it stays with the officer.
    """
    host = Person(name="Anna Nowak", form="pani", phone="600 100 200")
    text = formats.document_text(listed(recalled(entries(given()), (FIRST,), officer(NEW), DAY), hosts={"bank": host}))

    assert "Anna Nowak, 600 100 200" in text and "Tylko dla dzielnicowego" in text


def test_nothing_on_paper(listed):
    """
    When nothing is wrong, the paper says so.
    """
    assert "Wszystko, co wisi, jest aktualne." in formats.document_text(listed(()))


def test_a_picture(listed):
    """
    The picture of a piece stands once, however many places have it; without one it says so.
    """
    visits = recalled(entries(given("a"), given("b")), (FIRST,), officer(NEW), DAY)
    pages = page_layout.pages(listed(visits, pictures={"AAAAA-AAAAA": (60, 90, bytes([255] * 5400))}))

    assert 1 == sum(isinstance(item, Raster) for page in pages for item, _ in walk(page.items))
    assert "Obrazka nie ma." in formats.document_text(listed(visits))


@pytest.mark.slow
def test_many_places_with_long_names(library, known):
    """
    A hundred places with long names, and one with a hundred pieces, are pages that pass every check and the read-back.
    """
    codes = [f"{number:05}-AAAAA" for number in range(100)]
    crowded = [given("bank", code, name=f"x{number}", hung=number % 3) for number, code in enumerate(codes)]
    others = [given(f"place-{number}", codes[number]) for number in range(100)]
    visits = recalled(entries(*crowded, *others), (), officer(NEW), DAY)
    names = {
        visit.place: f"Gminna Biblioteka Publiczna i Ośrodek Kultury imienia Marii {visit.place}" for visit in visits
    }
    hosts = {place: Person(name=f"Maria Nowak-{place.upper()}", form="pani", phone="600 100 200") for place in names}
    paper = recall_list(
        library.paperwork["pl"].recall, done(visits), replace(known, places=names, hosts=hosts), DAY, "nadawca"
    )
    pages = page_layout.pages(paper)
    heard = [lines(page) for page in pages]

    assert 101 == len(visits) and 20 < len(pages)
    assert any("ciąg dalszy" in line for found in heard for line in found)
    assert all(any(line.startswith("Stan na dzień") for line in found) for found in heard)
    assert formats.paper_pdf(paper, pages)


def lines(page):
    return [item.text.replace("\xa0", " ") for item, _ in walk(page.items) if isinstance(item, Line)]


def test_it_is_drawn(library, known):
    """
    The same list is the same bytes, which read back as they were ordered.
    """
    visits = recalled(entries(given()), (FIRST,), officer(NEW), DAY)
    paper = recall_list(library.paperwork["pl"].recall, done(visits), known, DAY, "nadawca")
    first, second = (formats.paper_pdf(paper, page_layout.pages(paper)) for _ in range(2))

    with Readback(first) as back:
        assert 1 == len(back.pages)
    assert first == second


def test_a_piece_in_another_language_is_called_as_we_call_it(listed):
    """
    Its own title may be in letters that the reader of the list does not know, and that no face of ours has.
    """
    first = edition(replace(file(), lang="uk", title="Просять код BLIK"))
    visits = recalled(entries(given()), (first,), officer(NEW), DAY)
    text = formats.document_text(listed(visits, scams={"na-wnuczka": "Oszustwo na BLIK"}))

    assert "?" not in text
    assert "Oszustwo na BLIK, plakat A4" in text.replace("\N{NO-BREAK SPACE}", " ")
