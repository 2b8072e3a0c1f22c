"""What became of an order since an edition: which pieces, and why."""

from __future__ import annotations

import datetime
from dataclasses import replace
from datetime import date

import pytest

from ulotki.content.campaign import Campaign
from ulotki.edition.plan import BuildPlan, Less, PieceChange, PlanPiece, compare, heads, reason, record_pieces
from ulotki.edition.record import Record, RecordEntry

PLACES = (("bank", 2), ("ops", 3))
OFFICE = frozenset({"office"})
A = PlanPiece("a", "KM2XN-WQAE9", {"number:112": "112"}, None, PLACES, OFFICE)
B = replace(A, name="b", code="800Z3-CG5EV")


def test_nothing_changed():
    """
    The same pieces in whatever order: nothing to do.
    """
    assert BuildPlan((), 2) == compare((A, B), (B, A))


def test_a_piece_is_new_or_gone():
    """
    By its name; with the places it is for, or was for.
    """
    assert BuildPlan((PieceChange("b", "new", (), PLACES),), 1, anew=True) == compare((A,), (A, B))
    less = (Less("bank", 4, 2), Less("ops", 6, 3))
    assert BuildPlan((PieceChange("b", "gone", (), PLACES),), 1, less, anew=True) == compare((A, B), (A,))
    assert BuildPlan((PieceChange("a", "new", (), PLACES),), 0, anew=True) == compare((), (A,))


def test_a_piece_that_cannot_be_made_is_still_ordered():
    """
    Nobody reads that it is ordered no more, or that its places get fewer.
    """
    found = compare((A, B), (A,), lost={"b", "c"})

    assert BuildPlan((PieceChange("b", "lost", (), PLACES),), 1, anew=True) == found
    assert "ordered, and it cannot be made now" == str(reason("lost", "", None, None))


def test_a_value_that_was_stopped_is_named():
    """
    It stands there as before, so nothing but the mark is another: the reason is that value, and no "other words".
    """
    now = replace(A, code="800Z3-CG5EV", mark="WZÓR", doubtful=("number:112",))
    plan = compare((A,), (now,))
    ((why, _),) = plan.by_reason().items()

    assert (("number:112", "112"),) == plan.changes[0].doubtful
    assert "number:112: 112 must not be printed as good any more" == str(reason(*why))
    assert () == compare((replace(A, mark="WZÓR"),), (now,)).changes[0].doubtful


@pytest.mark.parametrize(
    "now",
    [
        pytest.param(replace(A, code="800Z3-CG5EV"), id="code"),
        pytest.param(replace(A, mark="WZÓR"), id="mark"),
        pytest.param(replace(A, purposes=OFFICE | {"web"}), id="purpose"),
    ],
)
def test_a_piece_is_changed(now):
    """
    By its code, its mark, or a purpose that it was not made for yet.
    """
    (change,) = compare((A,), (now,)).changes

    assert ("changed", (), now.mark) == (change.kind, change.values, change.mark)


def test_fewer_purposes_change_nothing():
    """
    An edition stays for all that it was for.
    """
    assert BuildPlan((), 1) == compare((replace(A, purposes=OFFICE | {"web"}),), (A,))


def test_a_change_names_its_values():
    """
    What stood there before and what stands there now; a value that came or went has only one of the two.
    """
    was = replace(A, values={"number:112": "112", "number:x": "1", "name:old": "A"})
    now = replace(A, code="800Z3-CG5EV", values={"number:112": "112", "number:x": "2", "number:x+": "1"})
    (change,) = compare((was,), (now,)).changes

    assert (("name:old", "A", None), ("number:x", "1", "2"), ("number:x+", None, "1")) == change.values


def test_copies_alone_change_no_paper():
    """
    More copies or another place: the same piece, for others.
    """
    (change,) = compare((A,), (replace(A, places=(("bank", 10),)),)).changes

    assert ("copies", (("bank", 10),), 10) == (change.kind, change.places, change.copies)


@pytest.mark.parametrize(
    ("expected", "now"),
    [
        ((), (A,)),
        ((), (replace(A, places=(("ops", 5), ("bank", 2))),)),
        ((Less("ops", 3, 0),), (replace(A, places=(("bank", 5),)),)),
        ((Less("bank", 2, 1), Less("ops", 3, 0)), (replace(A, places=(("bank", 1), ("szkola", 9))),)),
        ((Less("bank", 2, 0), Less("ops", 3, 0)), ()),
        ((), (replace(A, places=(("bank", 1),)), replace(B, places=(("bank", 1), ("ops", 3))))),
    ],
)
def test_places_that_get_less_are_named(expected, now):
    """
    Of all pieces together: another piece in place of one that is gone is no less.
    """
    assert expected == compare((A,), now).less


def test_a_new_piece_is_not_also_for_others():
    """
    Of a piece that changes and goes to others only the change is told.
    """
    now = replace(A, code="800Z3-CG5EV", places=())

    assert ["changed"] == [change.kind for change in compare((A,), (now,)).changes]


def test_changes_are_put_together_by_reason():
    """
    One new number on two pieces is one reason; a piece with two reasons stands under both.
    """
    values = (("number:x", "1", "2"),)
    both = PieceChange("c", "changed", (*values, ("name:y", "A", "B")), ())
    change = BuildPlan((PieceChange("a", "changed", values, ()), both, PieceChange("d", "new", (), ())), 0)

    assert {
        ("changed", "number:x", "1", "2"): ["a", "c"],
        ("changed", "name:y", "A", "B"): ["c"],
        ("new", "", None, None): ["d"],
    } == {why: [one.name for one in changes] for why, changes in change.by_reason().items()}


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("number:x: 1 → 2", ("changed", "number:x", "1", "2")),
        ("number:x: – → 2", ("changed", "number:x", None, "2")),
        ("number:x: 1 → –", ("changed", "number:x", "1", None)),
        ("newly ordered", ("new", "", None, None)),
        ("no longer ordered", ("gone", "", None, None)),
        ("other places or copies", ("copies", "", None, None)),
        ("number:x, the second of two that are printed for a time: – → 1", ("changed", "number:x+", None, "1")),
        ("the last day on it: 2024-12-31 → –", ("until", "", datetime.date(2024, 12, 31), None)),
        ("the mark across it: – → PROJEKT", ("mark", "", None, "PROJEKT")),
        ("its files are no longer as they were made", ("torn", "", None, None)),
        ("the same words in another drawing, by another version of the program", ("drawn", "", None, None)),
        ("also for another purpose", ("added", "", None, None)),
        ("other words, or another look", ("words", "", None, None)),
    ],
)
def test_a_reason_is_a_sentence(said, why):
    """
    A value by its name, before and now; else what happened to the order or the words.
    """
    assert said == str(reason(*why))


DRAWN = replace(A, contents={"pieces/a.pdf": "00"}, until=datetime.date(2024, 12, 31))


@pytest.mark.parametrize(
    ("expected", "was", "now"),
    [
        (["until"], DRAWN, replace(DRAWN, until=None, code="800Z3-CG5EV", mark="PROJEKT")),
        (["until"], DRAWN, replace(DRAWN, until=None, code="800Z3-CG5EV", values={"number:112": "113"})),
        (["mark"], DRAWN, replace(DRAWN, mark="PROJEKT", code="800Z3-CG5EV")),
        ([], DRAWN, replace(DRAWN, mark="WZÓR", code="800Z3-CG5EV", values={"number:112": "113"})),
        (["words"], DRAWN, replace(DRAWN, code="800Z3-CG5EV")),
        (["words"], DRAWN, replace(DRAWN, told=("another title",))),
        (["torn"], replace(DRAWN, whole=False), DRAWN),
        (["drawn"], DRAWN, replace(DRAWN, contents={"pieces/a.pdf": "11"})),
        (["added"], DRAWN, replace(DRAWN, purposes=OFFICE | {"web"})),
    ],
)
def test_a_change_says_what_is_another_besides_values(expected, was, now):
    """
    The last day on it always; the mark, the files or the words when no value explains the change.
    """
    (change,) = compare((was,), (now,)).changes

    assert expected == [why for why, *_ in change.other]
    assert {why for why, *_ in change.other} <= {why for why, *_ in BuildPlan((change,), 0).by_reason()}


def test_pieces_of_a_record():
    """
    One for each name, for all that its files are for.
    """
    file = RecordEntry(
        *("pieces/a.pdf", "00", 1, "a", "A", "blik", "poster", "A4", "mono", "pl", "office", PLACES, None),
        *(1, 0.1, A.code, A.values, None),
    )
    record = Record(
        "maj", "Maj", datetime.date(2024, 8, 1), None, A.code, (file, replace(file, path="web/a.pdf", purpose="web"))
    )

    told = ("A", "blik", "poster", "A4", "mono", "pl", 1)

    assert (replace(A, purposes=frozenset({"office", "web"}), told=told),) == record_pieces(record)


CONTENTS = {"pieces/a.pdf": "00", "print/a.pdf": "11"}


@pytest.mark.parametrize(
    ("expected", "was", "now"),
    [
        ("", CONTENTS, CONTENTS),
        ("", None, CONTENTS),
        ("", CONTENTS, None),
        ("changed", CONTENTS, CONTENTS | {"print/a.pdf": "22"}),
        ("changed", CONTENTS, {"pieces/a.pdf": "00"}),
        ("changed", {"pieces/a.pdf": "00"}, CONTENTS),
    ],
)
def test_files_are_what_is_packed_in_them(expected, was, now):
    """
    Another drawing under the same code is another file; what nobody has drawn yet is believed to be the same.
    """
    assert expected == replace(A, contents=was).differs(replace(A, contents=now))


@pytest.mark.parametrize(
    ("expected", "anew", "was", "now"),
    [
        ("", False, A, A),
        ("added", False, A, replace(A, purposes=OFFICE | {"web"}, contents=CONTENTS)),
        ("copies", True, A, replace(A, places=())),
        ("changed", True, replace(A, whole=False), A),
        ("changed", True, replace(A, told=("A",)), replace(A, told=("B",))),
    ],
)
def test_when_a_build_makes_another_edition(expected, anew, was, now):
    """
    Files for one more purpose are added to the edition that lies there; anything else is another edition.
    """
    assert expected == was.differs(now)
    assert anew == compare((was,), (now,)).anew


def test_another_title_is_another_edition():
    """
    With no piece changed: the plan says that something is to be done, and the build does it.
    """
    record = Record("maj", "Maj", datetime.date(2024, 8, 1), None, A.code, ())
    campaign = Campaign(id="maj", title="Maj", day=date(2024, 8, 1), order=())

    assert heads(record, campaign)
    assert heads(record, replace(campaign, as_of=date(2024, 8, 21)))
    assert not any(
        heads(record, other)
        for other in (
            replace(campaign, title="Czerwiec"),
            replace(campaign, day=date(2024, 8, 2)),
            replace(campaign, until=date(2024, 9, 1)),
        )
    )
    assert compare((A,), (A,), head=False).anew
