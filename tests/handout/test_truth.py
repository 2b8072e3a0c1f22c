"""The one judge: what holds, what may stay, what must come down, what nobody can tell – and that all who ask agree."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ulotki.content.number import Number
from ulotki.content.register import Register
from ulotki.content.state import Confirmed, Withdrawn
from ulotki.content.unread import Entries, Unread
from ulotki.edition.record import Edition, Record, RecordEntry, Unreadable
from ulotki.errors import Finding, say
from ulotki.handout import chain, verify
from ulotki.handout.deeds import GivenPiece, HandOver, TakenDown, TakenPiece
from ulotki.handout.reasons import WrongText, reason_sentence
from ulotki.handout.recall import known_standings, outdated, outdated_at, plan_recall
from ulotki.handout.truth import Judge, Verdict, text_reasons, wrong_texts

DAY = datetime.date(2024, 9, 1)
REF = "number:x"


def register(value="1", **more):
    word = {"set_by": "Jan", "confirmed": Confirmed(value, "Anna", DAY)} | more
    return Register({REF: Number(value=value, label="numer", id="x", **word)} if value is not None else {})


def file(
    code="AAAAA-AAAAA", name="a", value="1", until=None, mark=None, places=(("bank", 2),), texts=None, template="poster"
):
    return RecordEntry(
        path="a.pdf", sha256="0" * 64, size=1, name=name, title="A", scam="blik", template=template, format="A4",
        palette="mono", lang="pl", purpose="office", places=places, until=until, pages=1, ink=0.1, code=code,
        values={REF: value}, mark=mark, texts=texts,
    )  # fmt: skip


def edition(*files, campaign="maj", day=datetime.date(2024, 8, 1), number=1, draft=False):
    return Edition(f"{campaign}/{day}-{number}", Record(campaign, "Maj", day, None, f"E{number}", files), draft)


OLD, NEW = edition(file()), edition(file("BBBBB-BBBBB"), number=2)
TORN = Unreadable("maj/2024-08-01-3", say("torn"))
FAULT = (Finding("read", say("torn")),)
UNREAD, LOST = Register(Entries({REF: Unread("number", "x", FAULT)})), Register(Entries({}, FAULT))


@pytest.mark.parametrize(
    ("lying", "known", "verdict", "causes"),
    [
        ((OLD,), register(), Verdict.HOLDS, []),
        ((OLD, NEW), register(), Verdict.STAYS, []),
        ((OLD, NEW), register("2"), Verdict.DOWN, ["value"]),
        ((OLD,), register(withdrawn=Withdrawn("Jan", DAY)), Verdict.DOWN, ["value"]),
        ((OLD,), register(valid_from=DAY + datetime.timedelta(1)), Verdict.DOWN, ["value"]),
        ((OLD,), register(None), Verdict.DOWN, ["value"]),
        ((edition(file(until=datetime.date(2024, 8, 31))),), register(), Verdict.DOWN, ["until"]),
        ((edition(file(until=datetime.date(2024, 9, 1))),), register(), Verdict.HOLDS, []),
        ((edition(file(mark="WZÓR")),), register(), Verdict.DOWN, ["mark"]),
        ((NEW,), register(), Verdict.UNKNOWN, ["unknown"]),
        ((NEW, TORN), register(), Verdict.UNKNOWN, ["unknown"]),
        ((OLD, TORN), register(), Verdict.HOLDS, []),
        ((OLD,), UNREAD, Verdict.UNKNOWN, ["unknown"]),
        ((OLD,), LOST, Verdict.UNKNOWN, ["unknown"]),
        ((edition(file(until=datetime.date(2024, 8, 31))),), LOST, Verdict.DOWN, ["until", "unknown"]),
    ],
)
def test_what_is_to_become_of_a_piece(lying, known, verdict, causes):
    """
    Values, days and marks take a piece down; a newer one does not; a record that cannot be read leaves its own pieces
    alone in doubt.
    """
    found = Judge(lying, known, DAY).piece("AAAAA-AAAAA")

    assert (verdict, causes) == (found.verdict, [reason.cause for reason in found.reasons])
    assert found.good == (verdict in (Verdict.HOLDS, Verdict.STAYS))


WRONG = WrongText(datetime.date(2024, 8, 15), "Podawał zły numer.", "Kod BLIK")
BEFORE, MENDED = {"blik": datetime.date(2024, 8, 14)}, {"blik": datetime.date(2024, 8, 15)}
BOTH = {"bank": datetime.date(2024, 8, 15), "blik": datetime.date(2024, 8, 14)}


def made(texts, day=datetime.date(2024, 8, 1), number=1, draft=False, template="poster"):
    """An edition of the one piece, made from these texts for a campaign of that day."""
    return edition(file(texts=texts, template=template), day=day, number=number, draft=draft)


def test_the_agreed_day_of_a_piece_that_no_record_knows():
    """
    What it says nobody can tell; that it was to hang until yesterday the ledger knows, so it comes down.
    """
    judge = Judge((TORN,), register(), DAY)
    found = judge.piece("AAAAA-AAAAA", until=DAY - datetime.timedelta(1))

    assert (Verdict.DOWN, ["until", "unknown"]) == (found.verdict, [reason.cause for reason in found.reasons])
    assert Verdict.UNKNOWN == judge.piece("AAAAA-AAAAA", until=DAY).verdict


@pytest.mark.parametrize(
    ("lying", "verdict"),
    [
        ((made(BEFORE),), Verdict.DOWN),
        ((made(BEFORE, day=datetime.date(2030, 1, 1)),), Verdict.DOWN),
        ((made(MENDED),), Verdict.HOLDS),
        ((made(MENDED, day=datetime.date(2020, 1, 1)),), Verdict.HOLDS),
        ((made(BEFORE), made(MENDED, number=2)), Verdict.HOLDS),
        ((made(MENDED, draft=True), made(BEFORE)), Verdict.HOLDS),
        ((made(MENDED), made(BEFORE, number=2)), Verdict.HOLDS),
        ((made({"bank": datetime.date(2024, 8, 14)}),), Verdict.HOLDS),
        ((made({}),), Verdict.HOLDS),
        ((made(BOTH, template="overview"),), Verdict.DOWN),
        ((made(None, day=datetime.date(2030, 1, 1)),), Verdict.DOWN),
        ((made(None), made(MENDED, number=2)), Verdict.HOLDS),
        ((made(None), made(BEFORE, number=2)), Verdict.DOWN),
    ],
)
def test_a_text_that_was_wrong(lying, verdict):
    """
    A piece comes down when one of its texts is older than the mend, whatever day its campaign has; the newest text that
    made the same words counts, and a record of an older program is of older texts.
    """
    found = Judge(lying, register(), DAY, {("blik", "pl"): WRONG}).piece("AAAAA-AAAAA")

    assert verdict is found.verdict
    assert all("Podawał zły numer." in str(reason_sentence(reason, DAY)) for reason in found.reasons)
    assert Judge(lying, register(), DAY, {("blik", "uk"): WRONG}).piece("AAAAA-AAAAA").good


@pytest.mark.parametrize(
    ("piece", "verdict"),
    [
        (made(None, template="overview"), Verdict.UNKNOWN),
        (made(None, template="meeting"), Verdict.UNKNOWN),
        (made(None), Verdict.HOLDS),
        (made(None, template="forgotten"), Verdict.HOLDS),
        (made(BEFORE, template="overview"), Verdict.HOLDS),
    ],
)
def test_a_text_that_may_stand_there(piece, verdict):
    """
    An old record of a piece about several scams names only the first, so nobody can tell of the others; it names the
    swindle to look for. Of any other piece it names all.
    """
    found = Judge((piece,), register(), DAY, {("bank", "pl"): WRONG}).piece("AAAAA-AAAAA")

    assert verdict is found.verdict
    assert all("Kod BLIK" in str(reason_sentence(reason, DAY)) for reason in found.reasons)
    assert all("look at it" in str(finding.hint) for finding in verify.piece_findings(found, DAY))


@pytest.mark.parametrize(
    ("piece", "verdict"), [(made(MENDED), Verdict.UNKNOWN), (made(None), Verdict.UNKNOWN), (made({}), Verdict.HOLDS)]
)
def test_a_text_that_cannot_be_read(piece, verdict):
    """
    While the file of a scam cannot be read, nobody knows whether its text was wrong; pieces of others are not touched.
    """
    texts = wrong_texts([Unread("scam", "blik", FAULT, "pl"), Unread("place", "ops", FAULT, "welfare")])
    judge = Judge((piece,), register(), DAY, texts)

    assert {("blik", "pl")} == {*texts}
    assert verdict is judge.piece("AAAAA-AAAAA").verdict
    assert (FAULT if verdict is Verdict.UNKNOWN else ()) == judge.doubts
    assert (
        Judge((made(None, template="overview"),), register(), DAY, {("bank", "pl"): texts["blik", "pl"]}).doubts == ()
    )


def test_the_earlier_of_two_days():
    """
    The day that was agreed at a place counts where it is earlier than the printed one.
    """
    judge = Judge((edition(file(until=datetime.date(2024, 12, 31))),), register(), DAY)

    assert judge.piece("AAAAA-AAAAA", until=DAY).good
    assert not judge.piece("AAAAA-AAAAA", until=DAY - datetime.timedelta(1)).good


def test_what_cannot_be_read_is_named():
    """
    Where a record cannot be read, its folder is the reason why nobody can tell.
    """
    (reason,) = Judge((TORN,), register(), DAY).piece("AAAAA-AAAAA").reasons

    assert (TORN.where,) == reason.folders


def test_a_register_that_cannot_be_read():
    """
    A value whose entry, or whose whole file, cannot be read makes a piece neither good nor bad; what is bad for another
    reason stays bad.
    """
    fault = (Finding("read", say("torn")),)
    for values in (Entries({REF: Unread("number", "x", fault)}), Entries({}, fault)):
        judge = Judge(
            (OLD, edition(file("CCCCC-CCCCC", until=datetime.date(2024, 8, 31)), number=2)), Register(values), DAY
        )

        assert Verdict.UNKNOWN is judge.piece("AAAAA-AAAAA").verdict
        assert Verdict.DOWN is judge.piece("CCCCC-CCCCC").verdict


# Random histories

CODES = ["AAAAA-AAAAA", "BBBBB-BBBBB", "CCCCC-CCCCC", "DDDDD-DDDDD"]
days = st.dates(datetime.date(2024, 8, 1), datetime.date(2024, 10, 1))
registers = st.builds(
    register,
    st.sampled_from(["1", "2", "", None]),
    valid_from=st.none() | days,
    valid_until=st.none() | days,
    withdrawn=st.none() | st.just(Withdrawn("Jan", DAY)),
)
files = st.builds(
    file,
    st.sampled_from(CODES),
    st.sampled_from("ab"),
    st.sampled_from("12"),
    until=st.none() | days,
    mark=st.sampled_from([None, None, None, "WZÓR"]),
    places=st.sampled_from([(("bank", 2),), (("bank", 1), ("ops", 3)), ()]),
    texts=st.none() | st.dictionaries(st.sampled_from(["blik", "bank"]), days),
    template=st.sampled_from(["poster", "overview"]),
)
lyings = st.lists(
    st.builds(
        lambda files, campaign, day: edition(*files, campaign=campaign, day=day),
        st.lists(files, max_size=3, unique_by=lambda one: one.name),
        st.sampled_from(["maj", "lato"]),
        days,
    )
    | st.just(TORN),
    max_size=4,
)
places = st.sampled_from(["bank", "ops"])
deeds = st.lists(
    st.builds(
        lambda place, code, name, copies, hung, until: HandOver(
            DAY, place, "maj", "E1", (GivenPiece(code, name, "A", copies, min(hung, copies), until),)
        ),
        places,
        st.sampled_from(CODES),
        st.sampled_from("ab"),
        st.integers(0, 5),
        st.integers(0, 5),
        st.none() | days,
    )
    | st.builds(
        lambda place, code, copies: TakenDown(DAY, place, (TakenPiece(code, "a", "E1", copies, copies),)),
        places,
        st.sampled_from(CODES),
        st.integers(0, 5),
    ),
    max_size=6,
)
wrongs = st.none() | st.builds(WrongText, days, st.just("x"))


def booked(history):
    found = []
    for deed in history:
        found.append(chain.make_entry(deed, "2024-08-05T10:00:00Z", found[-1] if found else None))
    return found


texts = st.dictionaries(st.sampled_from([("blik", "pl"), ("bank", "pl"), ("blik", "uk")]), wrongs.filter(bool))


@given(lyings, texts, days)
def test_what_is_made_anew_is_not_recalled(lying, texts, day):
    """
    Whatever was wrong: the same pieces made anew from texts that are mended hold, under the same campaign day too; and
    a text takes a piece down only where one of its texts is older.
    """
    mended = {scam: wrong.before for (scam, lang), wrong in texts.items() if lang == "pl"}
    anew = [
        replace(one, record=replace(one.record, files=tuple(replace(file, texts=mended) for file in one.record.files)))
        for one in lying
        if isinstance(one, Edition)
    ]
    before, after = (Judge(those, register(), day, texts) for those in (lying, [*lying, *anew]))

    for code in CODES:
        every = [file for one in anew for file in one.record.files if file.code == code]
        assert not every or not [*text_reasons(every, texts)]
        assert not any(reason.wrong for reason in after.piece(code).reasons)
        said = [
            {file.scam: datetime.date.min} if file.texts is None else file.texts
            for one in before.editions
            for file in one.record.files
            if file.code == code and (file.texts is not None or not _told(before, code))
        ]
        older = any(
            found and max(found) < mended[scam]
            for scam in mended
            for found in [[told[scam] for told in said if scam in told]]
        )
        assert older == any(reason.cause == "wrong" for reason in before.piece(code).reasons)


def _told(judge, code):
    """Whether a record says of which day the texts of a piece are."""
    return any(file.texts is not None for one in judge.editions for file in one.record.files if file.code == code)


@given(lyings, registers, deeds, days, wrongs)
def test_nobody_disagrees(lying, known, history, day, wrong):
    """
    Of any history: what recall takes down, what a bare taken-down takes, what ledger hanging calls out of date and what
    a pack has taken down are the same; verify says no good word of it, and a bad one of nothing that recall lets stay.
    """
    judge = Judge(lying, known, day, {("blik", "pl"): wrong} if wrong else {})
    entries = booked(history)
    there = [one for one in known_standings(entries) or () if one.there or one.hanging]
    found = plan_recall(entries, judge)
    down = {
        (visit.place, one.standing.code): one
        for visit in found.down
        for one in visit.wrong
        if one.judgment.verdict is Verdict.DOWN
    }
    stays = {(visit.place, one.standing.code) for visit in found.stays for one in visit.wrong}
    unsure = {
        (visit.place, one.standing.code)
        for visit in found.down
        for one in visit.wrong
        if one.judgment.verdict is Verdict.UNKNOWN
    }

    if known_standings(entries) is not None:
        assert {*down} == {(one.place, one.code) for one in outdated(there, judge)}
        assert {*down} == {(place, one.code) for place in ("bank", "ops") for one in outdated_at(place, entries, judge)}
    else:
        asked = {(visit.place, one.standing.code) for visit in found.unwritten for one in visit.wrong}
        assert asked == {(place, one.code) for place in ("bank", "ops") for one in outdated_at(place, entries, judge)}
    for one in there:
        key, piece = (one.place, one.code), judge.piece(one.code)
        agreed = bool(one.until and one.until < day)
        if piece.entry is None:
            assert key in (down if agreed else unsure)
            continue
        grave = [finding for finding in verify.piece_findings(piece, day) if finding.grave]
        assert (key in down) == bool(grave or agreed)
        assert bool(grave) != piece.good
        assert key not in stays or not grave
    for visit in found.down:
        assert all(judge.piece(bring.code).good for bring in visit.brings)
        assert len({bring.code for bring in visit.brings}) == len(visit.brings)


def test_a_piece_of_a_foreign_record():
    """
    A file of a record that lies nowhere here is judged by what it says itself.
    """
    judge = Judge((), register(), DAY)

    assert judge.entry(file()).good
    assert not judge.entry(replace(file(), values={REF: "2"})).good
