"""Nothing that the office asks grows with the square of places or entries.

Without a clock: steps of Python – lines that are begun, also those of loops inside one line – are counted at three sizes,
each twice the one before. From the second to the third size the count rises twice as much as from the first to the second;
with the square it would rise four times as much.
"""

import datetime
import hashlib
import io
import sys
from dataclasses import replace

import pikepdf
import pytest
from books import hand, piece

from ulotki.documents.formats import document_text
from ulotki.edition.record import Record, record_bytes
from ulotki.handout.deeds import Personal, TakenDown, TakenPiece
from ulotki.office import desk, entries, hand_list, ledger, meant_packs, recall, recall_words, report, verify
from ulotki.office.boards import boards
from ulotki.office.bundles import bundles
from ulotki.office.facts import gather_facts
from ulotki.office.hanging import hanging
from ulotki.office.numbers import where
from ulotki.office.overview import overview
from ulotki.workspace import Workspace, book

FIRST, *SIZES = 10, 50, 100, 200
MOST = 2.05
"""How many times as much the count may rise at the second step; exactly in proportion it is twice."""

DAY, LATER = datetime.date(2024, 8, 20), datetime.date(2025, 2, 1)
CODES = ("AAAAA-AAAA1", "AAAAA-AAAA2", "AAAAA-AAAA3")
KINDS = ("parish", "bank", "office", "welfare", "solectwo", "school", "hall", "kgw", "seniors", "other")


def steps(act):
    """How many lines of Python *act* begins."""
    count = 0

    def traced(_frame, event, _argument):
        nonlocal count
        count += event == "line"
        return traced

    before = sys.gettrace()
    sys.settrace(traced)
    try:
        act()
    finally:
        sys.settrace(before)
    return count


def rise(counts):
    """How many times as much the count rises at the second step as at the first."""
    first, second, third = counts
    return (third - second) / (second - first)


def _name(number):
    """A word for a number: digits would be taken for a telephone. Each size has its own, so none was met before."""
    return "".join("abcdefghij"[int(digit)] for digit in f"{number:03}").capitalize()


def _blank():
    """A file with an empty page."""
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(595, 842))
        pdf.save(out)
    return out.getvalue()


def _edition(base, ids, number, codes, blank):
    """An edition of a piece for each code, for all places."""
    code = f"EEEE{number}-EEEE{number}"
    folder = base / f"maj/2024-08-0{number}-{number}-{code}"
    (folder / "pieces").mkdir(parents=True)
    places = tuple((id, 3) for id in ids)
    files = []
    for template, one in zip(("poster", "leaflet", "card"), codes, strict=True):
        made = piece(template, one, places, until=datetime.date(2024, 12, 31))
        (folder / made.path).write_bytes(blank)
        files.append(replace(made, sha256=hashlib.sha256(blank).hexdigest()))
    record = Record(
        "maj", "Maj", datetime.date.fromisoformat(f"2024-08-0{number}"), datetime.date(2024, 12, 31), code, tuple(files)
    )
    (folder / "manifest.json").write_bytes(record_bytes(record))
    return code


def _deeds(ids, edition):
    """For each place what was handed over, in two parts, and one piece of it that was taken down."""
    for id in ids:
        first, *rest = (hand(id, code, edition=edition) for code in CODES)
        yield first, Personal("Anna Nowak", "", "")
        yield replace(rest[0], pieces=tuple(one.pieces[0] for one in rest)), Personal()
        yield TakenDown(DAY, id, (TakenPiece(CODES[0], f"poster {CODES[0]}", edition, 1, 1),)), Personal()


@pytest.fixture(scope="module")
def workspaces(tmp_path_factory):
    """A workspace of each size: an old edition that hangs everywhere, and a new one that nobody has yet."""
    found, blank = [], _blank()
    for size in (FIRST, *SIZES):
        folder = tmp_path_factory.mktemp(f"places-{size}")
        ids = [f"{_name(size).lower()}-{number}" for number in range(size)]
        (folder / "campaigns").mkdir()
        (folder / "ulotki.toml").write_text('issuer = "Gmina"\n')
        (folder / "campaigns/maj.toml").write_text(
            'title = "Maj"\nday = 2024-08-01\nuntil = 2024-12-31\n[[order]]\nscams = ["na-wnuczka"]\n'
            'template = "poster"\nformat = "A4"\nplaces = ["all"]\ncopies = 3\n'
        )
        (folder / "places.toml").write_text(
            "".join(
                f'[place.{id}]\nname = "{_name(size)} {_name(at)}"\nkind = "{KINDS[at % 10]}"\n'
                for at, id in enumerate(ids)
            )
        )
        workspace = Workspace.at(folder)
        old = _edition(workspace.base, ids, 1, CODES, blank)
        _edition(workspace.base, ids, 2, ("BBBBB-BBBB1", "BBBBB-BBBB2", "BBBBB-BBBB3"), blank)
        book.append(folder, lambda _, ids=ids, old=old: [*_deeds(ids, old)], "2024-08-06T10:00:00Z")
        found.append(workspace)
    return found


def _recalled(workspace, day):
    answer = recall.recall(workspace, recall.RecallRequest(), day).value
    return (
        answer.data,
        [recall_words.pack_command(visit) for visit in answer.recall.down],
        document_text(recall.recall_paper(answer, pictures=False)),
    )


def _visits(workspace, day):
    known = gather_facts(workspace, day, day)
    return meant_packs.visits_to(known, tuple(known.library.places))


ASKED = {
    "recall while it holds": lambda one: _recalled(one, DAY),
    "recall when it is over": lambda one: _recalled(one, LATER),
    "pack --new": lambda one: _visits(one, LATER),
    "desk": lambda one: desk.desk(one, DAY).data,
    "verify a code": lambda one: verify.verify(one, CODES[0], DAY).data,
    "numbers where": lambda one: where.where(one, "112", DAY).data,
    "report": lambda one: report.make_account(one, report.ReportRequest(), DAY).data,
    "boards": lambda one: boards(one, DAY).data,
    "overview": lambda one: overview(one, DAY).data,
    "bundles": lambda one: bundles(one, DAY).data,
    "hand-over list": lambda one: (
        hand_list.blank_list(one, hand_list.HandOverRequest("2024-08-20", edition="EEEE2-EEEE2"), DAY).data
    ),
    "what hangs": lambda one: hanging(one, (), DAY).data,
    "ledger list": lambda one: entries.list_entries(one, entries.EntriesRequest()).data,
    "ledger verify": lambda one: ledger.verify_ledger(one).data,
}
"""What is asked of the ledger, the editions and the places, by name."""


@pytest.mark.parametrize("what", ASKED)
def test_work_grows_with_places_and_entries(workspaces, what):
    """
    Twice as many places with twice as many entries are twice as much work.
    """
    ask = ASKED[what]
    first, *others = workspaces
    ask(first)  # what is worked out once in a run is worked out now
    counts = [steps(lambda one=one: ask(one)) for one in others]

    assert rise(counts) < MOST, counts


def test_the_count_sees_a_square():
    """
    A loop in one line for each place would not pass, even beside much that is in proportion.
    """

    def work(size):
        for _ in range(size * 100):
            pass
        for _ in range(size):
            sum(1 for place in range(size) if place < 0)

    assert MOST < rise([steps(lambda size=size: work(size)) for size in SIZES])
