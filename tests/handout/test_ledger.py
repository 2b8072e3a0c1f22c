"""What counts of the entries, and what is where."""

from collections import Counter
from dataclasses import replace

from books import DAY, LATER, book, books, down, hand, histories
from hypothesis import given
from hypothesis import strategies as st

from ulotki.handout.deeds import Cancelled, Forgotten, HandOver, HeldMeeting, Personal, TakenDown
from ulotki.handout.ledger import Standing, editions_out, effects, standings


def standings_of(*deeds):
    return standings(book(*((deed, Personal()) for deed in deeds))[0])


def test_what_was_handed_over_is_there():
    """
    Place, piece, copies, how many hang, until when, of which edition, and by which entry.
    """
    expected = Standing("bank", "AAAAA-AAAAA", "poster AAAAA-AAAAA", "Na wnuczka", "maj", "E1", LATER, 2, 1, 0, 0, (1,))

    assert (expected,) == standings_of(hand())
    assert (2, 1) == (expected.there, expected.hanging)


def test_what_was_taken_down_is_there_no_more():
    """
    It is still known, with nothing left; a second bundle of it is there again.
    """
    (gone,) = standings_of(hand(), down())
    (again,) = standings_of(hand(), down(), hand(copies=5))

    assert (0, 0, 2, 1) == (gone.there, gone.hanging, gone.taken, gone.down)
    assert (5, 1, (1, 2, 3)) == (again.there, again.hanging, again.entries)


def test_the_last_hand_over_says_until_when():
    """
    The same piece of a newer edition: copies add up, edition and day are the newer ones.
    """
    (one,) = standings_of(hand(), hand(edition="E2", until=None))

    assert ("E2", None, 4, 2) == (one.edition, one.until, one.copies, one.hung)


def test_places_and_pieces_are_kept_apart():
    """
    Another place or another code is another standing; taking down what is not there changes nothing.
    """
    found = standings_of(hand(), hand("ops"), hand(code="B"), down("ops", "C"), HeldMeeting(DAY, "KGW", 20))

    assert [("bank", "AAAAA-AAAAA"), ("ops", "AAAAA-AAAAA"), ("bank", "B")] == [(one.place, one.code) for one in found]
    assert {2} == {one.there for one in found}


def counts(*deeds):
    """(there, on boards) of each piece."""
    return [(one.there, one.hanging) for one in standings_of(*deeds)]


def test_taken_down_three_times_is_taken_down_once():
    """
    Five given, taken down by three people at once, five given again: five are there.
    """
    five, gone = hand(copies=5, hung=5), down(copies=5, hung=5)

    assert [(5, 5)] == counts(five, gone, gone, gone, five)
    assert [(5, 5)] == counts(gone, five)


def test_more_than_is_there_takes_what_is_there():
    """
    The effect holds what was taken, and beside it what was said.
    """
    *_, gone = effects(book(*((deed, Personal()) for deed in (hand(copies=3, hung=1), down(copies=9, hung=9))))[0])

    assert (3, 1) == (gone.deed.pieces[0].copies, gone.deed.pieces[0].hung)
    assert (9, 9) == (gone.said.pieces[0].copies, gone.said.pieces[0].hung)


def test_what_is_gone_hangs_no_more():
    """
    When every copy is taken away nothing hangs, whatever was said of boards.
    """
    assert [(0, 0)] == counts(hand(copies=5, hung=2), down(copies=5, hung=0))
    assert [(1, 1)] == counts(hand(copies=5, hung=2), down(copies=4, hung=0))


def test_without_consent_nothing_hangs():
    """
    The copies are there; none of them counts as on a board.
    """
    assert [(2, 0)] == counts(replace(hand(), consent=False))
    assert [(2, 1)] == counts(replace(hand(), consent=None))


def test_a_correction_stands_in_the_place_of_its_entry():
    """
    Place, pieces and day are the corrected ones, at the number of the first; the last correction counts.
    """
    wrong, right = hand(), replace(hand("ops", copies=7), corrects=1)

    assert [("ops", 7, (1, 2))] == [(one.place, one.there, one.entries) for one in standings_of(wrong, right)]
    assert [("bank", 3)] == [
        (one.place, one.there) for one in standings_of(wrong, right, replace(hand(copies=3), corrects=1))
    ]
    assert [(0, 0)] == counts(wrong, down(), replace(hand(copies=1), corrects=1))


def test_a_correction_of_a_correction_is_one_of_the_first():
    """
    Whichever of them it names, one entry is there in the end.
    """
    assert [(9, 1)] == counts(hand(), replace(hand(copies=5), corrects=1), replace(hand(copies=9), corrects=2))


def test_what_is_cancelled_did_not_happen():
    """
    A hand-over with its corrections; a taken-down, whose pieces are there again; a meeting.
    """
    assert [] == counts(hand(), Cancelled(DAY, 1))
    assert [] == counts(hand(), replace(hand(copies=5), corrects=1), Cancelled(DAY, 1))
    assert [(2, 1)] == counts(hand(), down(), Cancelled(DAY, 2))
    assert () == effects(book((HeldMeeting(DAY, "KGW", 9), Personal()), (Cancelled(DAY, 1), Personal()))[0])


def test_a_correction_can_be_cancelled():
    """
    The entry reads as before; a correction before that one counts again.
    """
    five, nine = (replace(hand(copies=count), corrects=1) for count in (5, 9))

    assert [(2, 1)] == counts(hand(), five, Cancelled(DAY, 2))
    assert [(5, 1)] == counts(hand(), five, nine, Cancelled(DAY, 3))
    assert [(9, 1)] == counts(hand(), five, nine, Cancelled(DAY, 2))


def test_a_cancellation_can_be_cancelled():
    """
    What it cancelled counts again.
    """
    assert [(2, 1)] == counts(hand(), Cancelled(DAY, 1), Cancelled(DAY, 2))
    assert [] == counts(hand(), Cancelled(DAY, 1), Cancelled(DAY, 2), Cancelled(DAY, 3))


def test_only_an_earlier_entry_is_corrected_or_cancelled():
    """
    A number that is still to come, its own, or none there is: the deed counts by itself, nothing is lost.
    """
    assert [(4, 2)] == counts(replace(hand(), corrects=9), replace(hand(), corrects=2), Cancelled(DAY, 3))


def in_force(seq, deeds):
    """Whether nothing that is itself in force cancels an entry, told from the front."""
    cancels = (later for later, deed in deeds.items() if isinstance(deed, Cancelled) and deed.entry == seq < later)
    return not any(in_force(later, deeds) for later in cancels)


def replayed(entries):
    """The copies at each place by hand: one by one onto a heap, and from it."""
    deeds = {one.seq: one.deed for one in entries}
    reads = {seq: deed for seq, deed in deeds.items() if getattr(deed, "corrects", None) is None}
    for seq, deed in deeds.items():
        if getattr(deed, "corrects", None) is not None and in_force(seq, deeds):
            reads[deed.corrects] = deed
    heap = Counter()
    for seq, deed in sorted(reads.items()):
        for piece in deed.pieces if isinstance(deed, HandOver | TakenDown) and in_force(seq, deeds) else ():
            for _ in range(piece.copies):
                key = deed.place, piece.code
                heap[key] = heap[key] + 1 if isinstance(deed, HandOver) else max(0, heap[key] - 1)
    return +heap


@given(histories)
def test_the_balance_is_what_a_heap_of_paper_would_be(entries):
    """
    Any history of given, taken, corrected, cancelled and forgotten: copy by copy the same is there; no count is
    below none, no more hang than are there, and nothing that was given is lost from the sums.
    """
    found = standings(entries)
    given = sum(piece.copies for one in effects(entries) if isinstance(one.deed, HandOver) for piece in one.deed.pieces)
    taken = sum(
        piece.copies for one in effects(entries) if isinstance(one.deed, TakenDown) for piece in one.deed.pieces
    )

    assert replayed(entries) == Counter({(one.place, one.code): one.there for one in found if one.there})
    assert all(0 <= one.hanging <= one.there for one in found)
    assert given - taken == sum(one.there for one in found)


@given(histories, st.integers(0, 20))
def test_what_comes_later_changes_nothing_before(entries, count):
    """
    Without corrections, what counts of the first entries is the same when more have followed.
    """
    plain = [one for one in entries if not isinstance(one.deed, Cancelled) and not getattr(one.deed, "corrects", None)]

    assert effects(plain[:count]) == effects(plain)[: len(effects(plain[:count]))]


@given(histories)
def test_forgetting_and_meeting_change_nothing_of_what_is_where(entries):
    """
    The same hangs without them.
    """
    kept = [one for one in entries if not isinstance(one.deed, Forgotten | HeldMeeting)]

    assert standings(kept) == standings(entries)


def test_editions_with_something_out():
    """
    An edition is named while anything of it is anywhere, be it on a table.
    """
    entries, _ = book(*((deed, Personal()) for deed in (hand(hung=0), hand(code="B", edition="E2"), down(code="B"))))

    assert frozenset({"E1"}) == editions_out(entries)
    assert frozenset() == editions_out([])


@given(books)
def test_nothing_is_less_than_none(made):
    """
    However odd the entries are, no count falls below none.
    """
    assert all(one.there >= 0 and one.hanging >= 0 for one in standings(made[0]))
