"""Verifying: how a code is read, what the records say of it, and what became of the values on a piece."""

import datetime
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ulotki.content.kinds import Name
from ulotki.content.number import Number
from ulotki.content.register import Register
from ulotki.content.state import Before, Confirmed, State, Withdrawn
from ulotki.content.text import NBSP
from ulotki.edition.record import Edition, Record, RecordEntry
from ulotki.handout import verify
from ulotki.handout.reasons import printed_value, value_sentence
from ulotki.handout.spelling import embedded_codes, normalize_code, similar_codes
from ulotki.handout.truth import Judge
from ulotki.handout.unknown_codes import explain_unknown, known_codes
from ulotki.handout.verify import entries_of_file, find_pieces, has_same_files, record_contradictions
from ulotki.page.piece_code import ALPHABET, code_of, well_formed

DAY = datetime.date(2024, 8, 1)
BEFORE = datetime.date(2024, 7, 31)
LATER = datetime.date(2025, 3, 1)
CODE, OTHER = code_of("one"), code_of("other")
CODES = st.binary().map(lambda data: code_of(data.hex()))


def number(value: str = "47 812 00 00", **more: object) -> Number:
    word = Confirmed(value, "Anna Nowak", DAY, source="https://lubartow.policja.gov.pl")
    given = {"label": "dzielnicowy", "set_by": "Jan Kowalski", "set_as": value, "confirmed": word, "id": "dzielnicowy"}
    return Number(value=value, **given | more)


def older(**more: object) -> Number:
    """As an older version confirmed it: without a source, and good until it is due."""
    return number(set_as="", confirmed=Confirmed("47 812 00 00", "Anna Nowak", DAY), **more)


def register(*values: Number | Name) -> Register:
    return Register({value.ref: value for value in values})


def entry(code: str = CODE, **more: object) -> RecordEntry:
    plain = RecordEntry(
        path="pieces/a.pdf",
        sha256="00",
        size=1,
        name="a",
        title="A",
        scam="blik",
        template="poster",
        format="A4",
        palette="mono",
        lang="pl",
        purpose="office",
        places=(("bank", 2),),
        until=None,
        pages=1,
        ink=0.1,
        code=code,
        values={"number:dzielnicowy": "47 812 00 00"},
        mark=None,
    )
    return replace(plain, **more)


def edition(*files: RecordEntry, campaign: str = "maj", where: str = "maj/1", draft: bool = False) -> Edition:
    code = code_of("\n".join(sorted(file.code for file in files)))
    return Edition(where, Record(campaign, "Maj", datetime.date(2024, 8, 1), None, code, files), draft)


@dataclass(frozen=True)
class Answer:
    made: tuple
    findings: tuple
    holds: bool


def answer(entry, editions, register, day) -> Answer:
    """What there is to say of a file of a record."""
    judgment = Judge(editions, register, day).entry(entry)
    return Answer(judgment.made, verify.piece_findings(judgment, day), judgment.good)


def said(findings) -> list[tuple[str, bool]]:
    return [(finding.check, finding.grave) for finding in findings]


@given(CODES)
def test_a_code_is_read_as_people_write_it(code):
    """
    Case, blanks and hyphens do not matter, nor O for 0, I and L for 1.
    """
    loose = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")

    assert (
        code
        == normalize_code(loose)
        == normalize_code(f" {code.replace('-', '')}\n")
        == normalize_code(code.replace("1", "i"))
    )


@given(CODES, st.integers(0, 9), st.sampled_from(ALPHABET))
def test_one_wrong_sign_is_near(code, place, sign):
    """
    A code with one other sign is near the one that was meant, and is no code itself.
    """
    signs = code.replace("-", "")
    wrong = normalize_code(signs[:place] + sign + signs[place + 1 :])

    assert wrong == code or (not well_formed(wrong) and (code,) == similar_codes(wrong, {code, OTHER}))


@given(CODES, st.integers(0, 9), st.integers(0, 9))
def test_two_swapped_signs_are_near(code, one, other):
    """
    A code with two signs that changed places is near the one that was meant.
    """
    signs = list(code.replace("-", ""))
    signs[one], signs[other] = signs[other], signs[one]
    wrong = normalize_code("".join(signs))

    assert wrong == code or (not well_formed(wrong) and (code,) == similar_codes(wrong, {code, OTHER}))


@given(CODES, st.integers(0, 9))
def test_a_missing_sign_is_near(code, place):
    """
    A code that lacks a sign is near the whole one.
    """
    signs = code.replace("-", "")

    assert code in similar_codes(normalize_code(signs[:place] + signs[place + 1 :]), {code})


def test_what_is_alike_is_near():
    """
    Two wrong signs leave what is alike; nothing alike leaves nothing.
    """
    wrong = normalize_code("00" + CODE.replace("-", "")[2:])

    assert (CODE,) == similar_codes(wrong, {CODE})
    assert () == similar_codes("ZZZZZ-ZZZZZ", {"00000-00000"})


def test_strange_codes():
    """
    A code nobody made is unknown, one that cannot be is mistyped, with the nearest; a known one is neither.
    """
    known = (edition(entry()),)
    swapped = CODE[1] + CODE[0] + CODE[2:]

    assert () == explain_unknown(CODE, known) == explain_unknown(known[0].record.edition, known)
    assert ["unknown"] == [finding.check for finding in explain_unknown(code_of("nobody's"), known)]
    (finding,) = explain_unknown(swapped, known)
    assert "mistyped" == finding.check
    assert CODE in str(finding.hint)


def test_nobody_is_led_to_a_real_code():
    """
    A well-formed code that nobody made gets no hint at a real one: that would lend trust to a forged sheet.
    """
    (finding,) = explain_unknown(code_of("nobody's"), (edition(entry()),))

    assert not any(code in f"{finding.what} {finding.hint}" for code in known_codes((edition(entry()),)))


def test_which_pieces_a_code_means():
    """
    The code of a piece means that piece, once for all its files; that of an edition all its pieces.
    """
    one, sheet, two = entry(), entry(path="print/a.pdf"), entry(OTHER, name="b", path="pieces/b.pdf")
    known = (edition(one, sheet, two),)

    assert (one,) == find_pieces(CODE, known)
    assert (one, two) == find_pieces(known[0].record.edition, known)
    assert () == find_pieces(code_of("nobody's"), known)


def test_the_newest_edition_speaks():
    """
    Of editions that share a piece the newest one says what it is; all are named.
    """
    old, new = edition(entry(title="Old")), edition(entry(title="New"), where="maj/2")
    (found,) = find_pieces(CODE, (old, new))

    assert "New" == found.title
    assert ("maj/1", "maj/2") == tuple(each.where for each in answer(found, (old, new), register(), DAY).made)


@pytest.mark.parametrize(
    ("value", "day", "same", "state"),
    [
        (number(), DAY, True, State.GOOD),
        (number("47 812 00 01"), DAY, False, State.GOOD),
        (number("478120000"), DAY, True, State.GOOD),
        (number(""), DAY, False, State.MISSING),
        (number(confirmed=None), DAY, True, State.UNCONFIRMED),
        (number("47 812 00 01", confirmed=None), DAY, False, State.UNCONFIRMED),
        (number(withdrawn=Withdrawn("Jan Kowalski", DAY)), DAY, True, State.WITHDRAWN),
        (number(valid_until=DAY), DAY, True, State.GOOD),
        (number(valid_until=DAY), LATER, True, State.EXPIRED),
        (number(review_by=DAY), LATER, True, State.DUE),
        (older(review_by=DAY), DAY, True, State.GOOD),
        (older(review_by=DAY), LATER, True, State.UNCONFIRMED),
        (number(valid_from=LATER), DAY, True, State.EARLY),
        (number("+48 478120000", confirmed=None), DAY, True, State.UNCONFIRMED),
    ],
)
def test_what_became_of_a_value(value, day, same, state):
    """
    The same value is found however its digits are grouped; its state is that of the day.
    """
    found = printed_value(value.ref, "47 812 00 00", register(value), day)

    assert (same, state) == (found.same, found.state)
    assert found.holds == (same and state in (State.GOOD, State.DUE))


@pytest.mark.parametrize(
    "value",
    [
        number("47 812 00 01", confirmed=None),
        number("47 812 00 01", withdrawn=Withdrawn("Jan Kowalski", DAY)),
        number("47 812 00 01", valid_from=LATER),
    ],
)
def test_a_value_that_does_not_hold_is_never_named(value):
    """
    In place of the one that is printed: neither as data nor in a sentence nor in the words of a document.
    """
    found = printed_value(value.ref, "47 812 00 00", register(value), DAY)

    assert "" == found.says
    assert "00 01" not in str(value_sentence(found, DAY)).replace(NBSP, " ")
    assert "00 00" in str(value_sentence(found, DAY)).replace(NBSP, " ")


def test_a_value_that_nobody_knows_any_more():
    """
    A value that left the register has no state, and does not hold.
    """
    found = printed_value("number:dzielnicowy", "47 812 00 00", register(), DAY)

    assert (None, "", False) == (found.state, found.says, found.holds)


def test_an_old_value_holds_until_its_day():
    """
    While both hold, a piece with either is true; afterwards only the new one is.
    """
    word = Confirmed("47 812 00 00", "Anna Nowak", DAY)
    before = Before("47 812 00 00", datetime.date(2024, 12, 31), "Jan Kowalski", word)
    known = register(number("47 812 00 01", before=before, valid_from=DAY))
    found = [
        printed_value(ref, text, known, day).holds
        for day in (DAY, LATER)
        for ref, text in (
            ("number:dzielnicowy", "47 812 00 01"),
            ("number:dzielnicowy+", "47 812 00 00"),
            ("number:dzielnicowy", "47 812 00 00"),
        )
    ]

    assert [True, True, True, True, False, False] == found
    assert before.until == printed_value("number:dzielnicowy+", "47 812 00 00", known, DAY).until


def test_before_its_first_day_a_new_value_does_not_hold():
    """
    A piece for next year is not true yet while the old value is the one that holds.
    """
    word = Confirmed("47 812 00 00", "Anna Nowak", DAY)
    before = Before("47 812 00 00", datetime.date(2024, 12, 31), "Jan Kowalski", word)
    known = register(number("47 812 00 01", before=before, valid_from=datetime.date(2025, 1, 1)))

    assert not printed_value("number:dzielnicowy", "47 812 00 01", known, DAY).holds
    assert printed_value("number:dzielnicowy", "47 812 00 01", known, LATER).holds


@pytest.mark.parametrize(
    ("more", "day", "found"),
    [
        ({}, DAY, []),
        ({"until": datetime.date(2024, 8, 1)}, DAY, []),
        ({"until": datetime.date(2024, 8, 1)}, LATER, [("until", True)]),
        ({"mark": "WZÓR"}, DAY, [("mark", True)]),
        ({"values": {"number:dzielnicowy": "47 812 00 09"}}, DAY, [("value", True)]),
        ({"values": {"number:dzielnicowy": ""}}, DAY, []),
    ],
)
def test_what_a_piece_says(more, day, found):
    """
    All true and within its days: nothing to say. Else each cause is named, and the piece does not hold.
    """
    one = entry(**more)
    given = answer(one, (edition(one),), register(number()), day)

    assert found == said(given.findings)
    assert given.holds == (not found)


def test_what_stood_there_and_what_holds_now():
    """
    A changed value is told with both numbers and its day.
    """
    (finding,) = answer(entry(), (), register(number("47 812 00 01")), DAY).findings
    told = str(finding.what).replace("\N{NO-BREAK SPACE}", " ")

    assert "dzielnicowy: 47 812 00 00 stands on it; on 2024-08-01 it is 47 812 00 01" == told


def test_every_fate_has_words_of_its_own():
    """
    Withdrawn, expired, unconfirmed, missing and unknown are told apart.
    """
    fates = (
        number(withdrawn=Withdrawn("Jan Kowalski", DAY)),
        number(valid_until=DAY),
        number(confirmed=None),
        number(""),
        number("47 812 00 01"),
        number("47 812 00 01", confirmed=None),
    )
    told = {str(answer(entry(), (), register(fate), LATER).findings[0].what) for fate in fates}
    told.add(str(answer(entry(), (), register(), LATER).findings[0].what))

    assert 7 == len(told)


def test_a_newer_piece_is_named_and_nothing_is_wrong():
    """
    When the newest edition has another piece of that name, the old one is still true, and the new one is told.
    """
    old, new = entry(), entry(OTHER)
    known = (edition(old), edition(new, where="maj/2"))
    given = answer(old, known, register(number()), DAY)

    assert [("newer", False)] == said(given.findings)
    assert OTHER in str(given.findings[0].what)
    assert [] == said(answer(new, known, register(number()), DAY).findings)


def test_a_draft_takes_nobody_s_place():
    """
    A draft, or an edition of another campaign, makes no piece old.
    """
    old, new = entry(), entry(OTHER)

    for other in (edition(new, draft=True), edition(new, campaign="lato")):
        assert [] == said(answer(old, (edition(old), other), register(number()), DAY).findings)


def test_the_code_that_a_file_bears():
    """
    A code is read in both places of the metadata; two different ones are two.
    """
    assert {CODE} == embedded_codes(b"/Keywords (%s) <pdf:Keywords>%s</pdf:Keywords>" % (CODE.encode(), CODE.encode()))
    assert {CODE, OTHER} == embedded_codes(
        b"/Keywords (%s) <pdf:Keywords>%s</pdf:Keywords>" % (CODE.encode(), OTHER.encode())
    )
    assert set() == embedded_codes(b"%PDF-1.7")


def test_files_by_their_bytes():
    """
    A digest finds every file that has it, and no other.
    """
    one, two = entry(sha256="11"), entry(sha256="22", path="print/a.pdf")

    assert (two,) == entries_of_file("22", (edition(one, two),))
    assert () == entries_of_file("33", (edition(one, two),))


def test_a_record_that_cannot_be():
    """
    The code of an edition is that of its pieces and of its folder, or somebody changed the record.
    """
    good = edition(entry()).record
    changed = replace(good, files=(entry(OTHER),))

    assert () == record_contradictions(good, good.edition) == record_contradictions(good, "")
    assert ["record"] == [finding.check for finding in record_contradictions(changed, changed.edition)]
    assert ["record"] == [finding.check for finding in record_contradictions(good, OTHER)]


def test_who_made_it():
    """
    A record with fewer files is still ours; with other files, or of another edition, it is not.
    """
    one, two = entry(), entry(path="print/a.pdf")
    ours = edition(one, two)

    assert has_same_files(replace(ours.record, files=(one,)), (ours,))
    assert not has_same_files(replace(ours.record, files=(replace(one, sha256="99"),)), (ours,))
    assert not has_same_files(replace(ours.record, campaign="lato"), (ours,))
    assert not has_same_files(ours.record, ())


@pytest.mark.parametrize("state", [state for state in State if not state.holds and state is not State.MISSING])
def test_every_state_is_told(state):
    """
    Each reason for which a value does not hold has a sentence of its own.
    """
    value = number(
        **{
            State.EARLY: {"valid_from": LATER},
            State.EXPIRED: {"valid_until": BEFORE},
            State.UNCONFIRMED: {"confirmed": None},
            State.WITHDRAWN: {"withdrawn": Withdrawn("Jan Kowalski", DAY)},
        }[state]
    )
    told = {
        State.EARLY: "still to come",
        State.EXPIRED: "does not hold",
        State.UNCONFIRMED: "no second person",
        State.WITHDRAWN: "withdrawn",
    }

    assert told[state] in str(value_sentence(printed_value(value.ref, value.value, register(value), DAY), DAY))
