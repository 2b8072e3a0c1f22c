"""The commands of the ledger: what somebody in a hurry writes down is there, and nothing that was not meant."""

from __future__ import annotations

import csv
import datetime
import hashlib
import io
import json
import os
import pty
import random
import re
import signal
import subprocess
import sys
import time
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from ulotki.cli import options
from ulotki.documents import table as tables
from ulotki.edition.record import Record, RecordEntry, record_bytes
from ulotki.handout.deeds import Personal, TakenDown
from ulotki.workspace import book
from ulotki.workspace import ledger as store

pytestmark = pytest.mark.days

TODAY = datetime.date(2024, 8, 20)

PLACES = (("bank", 2), ("ops", 2))

DATA = b"%PDF-1.7\n"
"""What lies in each file of an edition here."""


def file(
    name="na-wnuczka-poster-A4-colour", template="poster", code="AAAAA-AAAAA", places=PLACES, mark=None, number="112"
):
    return RecordEntry(
        path=f"pieces/{name}.pdf",
        name=name,
        title="Na wnuczka",
        scam="na-wnuczka",
        template=template,
        format="A4",
        palette="colour",
        lang="pl",
        places=places,
        until=None,
        code=code,
        values={"number:112": number},
        mark=mark,
        sha256=hashlib.sha256(DATA).hexdigest(),
        size=len(DATA),
        ink=0.1,
        purpose="office",
        pages=1,
    )


POSTER = file()
LEAFLET = file("na-wnuczka-leaflet-A5-colour", "leaflet", "BBBBB-BBBBB", (("bank", 20),))


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(options, "today", lambda: TODAY)


@pytest.fixture
def edition(workspace):
    """edition(file, …, number=2): an edition of these files, as build would leave its record."""

    def make(*files, number=1, code="EEEE1-EEEE1", campaign="maj", draft=False, until=datetime.date(2024, 12, 31)):
        name = "draft" if draft else f"2024-08-01-{number}-{code}"
        folder = workspace / "out" / campaign / name
        folder.mkdir(parents=True)
        for one in files:
            (folder / one.path).parent.mkdir(exist_ok=True)
            (folder / one.path).write_bytes(DATA)
        (folder / "manifest.json").write_bytes(
            record_bytes(Record(campaign, "Maj", datetime.date(2024, 8, 1), until, code, files))
        )
        return folder

    return make


@pytest.fixture
def made(edition):
    """The first edition: a poster for two places and leaflets for one of them."""
    return edition(POSTER, LEAFLET)


@pytest.fixture
def deeds(workspace):
    """What the ledger holds: (deed, personal fields or None)."""

    def read():
        known = book.read(workspace)
        return [(one.deed, known.people.get(one.seq)) for one in known.entries]

    return read


@pytest.fixture
def people(workspace):
    (workspace / "people.toml").write_text(
        '[person.bank]\nname = "Anna Nowak"\nform = "pani"\nphone = "600 100 200"\n', "utf-8"
    )


# Hand-over


def test_the_order_is_what_is_handed_over(run, made, deeds):
    """
    Without options: all that the newest edition holds for the place, until when it is printed; posters hang.
    """
    ran = run("hand-over", "bank")
    (deed, personal) = deeds()[0]

    assert (0, 1) == (ran.code, len(deeds()))
    assert ("bank", "maj", "EEEE1-EEEE1", TODAY, None) == (
        *(deed.place, deed.campaign, deed.edition, deed.day, deed.consent),
    )
    assert [("AAAAA-AAAAA", 2, 1), ("BBBBB-BBBBB", 20, 0)] == [(p.code, p.copies, p.hung) for p in deed.pieces]
    assert {datetime.date(2024, 12, 31)} == {piece.until for piece in deed.pieces}
    assert not personal
    assert "entry 1: Miejsce bank: pieces 2, copies 22, on boards 1, edition EEEE1-EEEE1, until 2024-12-31\n" == ran.out


def test_everything_can_be_said_otherwise(run, made, deeds):
    """
    Piece, copies, until when, who, consent, a note, and the day; without consent nothing hangs, whatever is said.
    """
    ran = run(
        *("hand-over", "ops", "--piece", "BBBBB-BBBBB", "--copies", "7", "--hung", "3", "--until", "2024-09-01"),
        *("--to", "Jan  Kowalski", "--no-consent", "--note", "na portierni", "--on", "2024-08-10", "--json"),
    )
    (deed, personal) = deeds()[0]

    assert Personal("Jan Kowalski", "", "na portierni") == personal
    assert (datetime.date(2024, 8, 10), False) == (deed.day, deed.consent)
    assert [(7, 0, datetime.date(2024, 9, 1))] == [(piece.copies, piece.hung, piece.until) for piece in deed.pieces]
    assert "ulotki.hand-over/2" == ran.data["schema"]
    assert (1, "Jan Kowalski", False) == tuple(ran.data["entries"][0][key] for key in ("entry", "who", "forgotten"))


def test_the_host_took_it_unless_somebody_else_did(run, made, people, deeds):
    """
    people.toml names who takes a bundle, with the telephone; --to says another, or nobody.
    """
    for arguments in ((), ("--to", "Jan Kowalski"), ("--to", "")):
        assert 0 == run("hand-over", "bank", *arguments, "--anyway").code

    assert [Personal("Anna Nowak", "600 100 200"), Personal("Jan Kowalski"), None] == [who for _, who in deeds()]


def test_kinds_and_all_name_places(run, made, deeds):
    """
    An entry for each place that gets something; of the others it is said that nothing is ordered.
    """
    ran = run("hand-over", "all")

    assert ["bank", "ops"] == [deed.place for deed, _ in deeds()]
    assert "nothing is ordered for urzad-gminy" in ran.err
    assert 2 == len(ran.out.splitlines())
    assert 0 == run("hand-over", "welfare,bank", "--anyway").code
    assert 4 == len(deeds())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("bnak",), 'did you mean "bank"?'),
        (("urzad-gminy",), "holds nothing for: urzad-gminy"),
        (("bank", "--piece", "AAAAA-AAAAB"), 'did you mean "AAAAA-AAAAA"?'),
        (("ops", "--piece", "BBBBB-BBBBB"), "--copies N"),
        (("bank", "--hung", "3"), "3 copies cannot hang: there are 2"),
        (("bank", "--copies", "0"), "0"),
        (("bank", "--on", "2024-08-21"), "has not come yet"),
        (("bank", "--edition", "EEEE1-EEEE2"), 'did you mean "EEEE1-EEEE1"?'),
        (("bank", "--campaign", "maja"), 'did you mean "maj"?'),
        (("bank", "--to", "Jan\x1b[31m"), "cannot be written down"),
        (("bank", "--note", "x" * 2000), "cannot be written down"),
        (("bank", "--note", "\udcff"), "cannot be written down"),
        ((), "no place is named"),
    ],
)
def test_wrong_use_writes_nothing(run, made, workspace, arguments, said):
    """
    It ends with 2, says what would be right, and there is no ledger.
    """
    ran = run("hand-over", *arguments)

    assert (2, "") == (ran.code, ran.out)
    assert said in ran.err
    assert not (workspace / store.NAME).exists()


@pytest.mark.parametrize("how", ["newest", "code", "folder", "path", "marked"])
def test_a_draft_is_never_handed_over(run, workspace, edition, how):
    """
    However it is named, and also when only its pages say so.
    """
    marked = file(mark="WZÓR")
    folder = edition(marked, number=1) if how == "marked" else edition(marked, draft=True)
    name = {"code": "EEEE1-EEEE1", "folder": "draft", "path": folder}.get(how)
    ran = run("hand-over", "bank", *(("--edition", name) if name else ()))

    assert 1 == ran.code
    assert "draft" in ran.err
    assert "WZÓR" in ran.err
    assert not (workspace / store.NAME).exists()


def test_without_an_edition_there_is_nothing_to_give(run, workspace):
    """
    It says which command makes one.
    """
    ran = run("hand-over", "bank")

    assert 2 == ran.code
    assert "ulotki build maj" in ran.err


def test_a_record_that_cannot_be_read(run, made):
    """
    The newest edition is named, and an older one is not taken in its place.
    """
    (made / "manifest.json").write_text("{")
    ran = run("hand-over", "bank")

    assert 1 == ran.code
    assert made.name in ran.err


def test_a_day_that_is_over_is_mentioned(run, edition):
    """
    What may hang until yesterday only is not written down without --anyway; a day within the campaign is.
    """
    edition(POSTER, until=datetime.date(2024, 8, 19))
    refused = run("hand-over", "bank")
    ran = run("hand-over", "bank", "--anyway")
    within = run("hand-over", "ops", "--on", "2024-08-19")

    assert (1, 0, 0) == (refused.code, ran.code, within.code)
    assert "until 2024-08-19 only" in refused.err
    assert "until 2024-08-19 only" in ran.err
    assert "until" not in within.err
    assert "ulotki taken-down" not in ran.err


def test_a_new_workspace_keeps_people_to_itself(run, empty):
    """
    init writes a people.toml that names nobody, and has git leave it and the ledger alone.
    """
    run("init", "gmina")

    assert {"out/", "people.toml", "ledger.sqlite*", ".ulotki*"} == set(
        (empty / "gmina/.gitignore").read_text().split()
    )
    assert {} == tomllib.loads((empty / "gmina/people.toml").read_text("utf-8"))


def test_an_edition_is_picked_by_name(run, made, edition, deeds):
    """
    The newest unless another is named, by its code, the name of its folder, or its path.
    """
    edition(file(code="CCCCC-CCCCC"), number=2, code="EEEE2-EEEE2")
    for name in (None, "EEEE1-EEEE1", made.name, made):
        assert 0 == run("hand-over", "bank", "--anyway", *(("--edition", name) if name else ())).code

    assert ["EEEE2-EEEE2", *["EEEE1-EEEE1"] * 3] == [deed.edition for deed, _ in deeds()]


def test_a_fault_in_people_is_named(run, made, workspace):
    """
    An unknown place, a missing field, an unknown form: file, line and a hint, and nothing is written for whom it may be.
    """
    (workspace / "people.toml").write_text('[person.bnak]\nname = "Anna"\nform = "pan"\n[person.ops]\nform = "x"\n')
    bank, ops = run("hand-over", "bank"), run("hand-over", "ops")

    assert [1, 1] == [bank.code, ops.code]
    assert re.search(r'people\.toml:1: .*"bnak"\n  hint: did you mean "bank"\?', bank.err)
    assert "people.toml:5" in ops.err and '"name" is missing' in ops.err
    assert "people.toml:5" not in bank.err
    assert not (workspace / store.NAME).exists()


def test_people_that_are_not_toml(run, made, workspace):
    """
    A fault of the whole file is one, too; [host.…] is no person.
    """
    for text in ("[person", "[host.bank]\nname = 1\n"):
        (workspace / "people.toml").write_text(text)

        assert 1 == run("hand-over", "bank").code


# Questions


class Terminal(io.StringIO):
    """Somebody who types these lines."""

    def isatty(self):
        return True


@pytest.fixture
def typed(monkeypatch, run):
    """typed("1", "Jan", …): hand-over without a place, and the answers to its questions."""

    def go(*answers, arguments=()):
        monkeypatch.setattr(sys, "stdin", Terminal("".join(f"{answer}\n" for answer in answers)))
        return run("hand-over", *arguments)

    return go


def test_enter_takes_what_is_offered(typed, made, people, deeds):
    """
    A place by its number, then Enter four times: the host, with consent, until the printed day, yes.
    """
    ran = typed("1", "", "", "", "")
    (deed, personal) = deeds()[0]

    assert 0 == ran.code
    assert (Personal("Anna Nowak", "600 100 200"), True) == (personal, deed.consent)
    assert {datetime.date(2024, 12, 31)} == {piece.until for piece in deed.pieces}
    assert ran.out.startswith("entry 1: Miejsce bank")
    assert "   1  Miejsce bank (bank)" in ran.err


def test_answers_are_taken(typed, made, people, deeds):
    """
    A place by name, after a wrong one; somebody else; no consent; another day, after no day at all.
    """
    ran = typed("bnak", "bank", "Jan Kowalski", "może", "nie", "jutro", "2024-10-01", "t")
    (deed, personal) = deeds()[0]

    assert (Personal("Jan Kowalski"), False) == (personal, deed.consent)
    assert {datetime.date(2024, 10, 1)} == {piece.until for piece in deed.pieces}
    assert 'did you mean "bank"?' in ran.err
    assert '"jutro" is not a day' in ran.err
    assert "answer yes or no" in ran.err


def test_nobody_can_have_taken_it(typed, made, people, deeds):
    """
    A hyphen: no name is kept.
    """
    typed("1", "-", "", "", "")

    assert [None] == [personal for _, personal in deeds()]


def test_what_was_said_is_not_asked(typed, made, deeds):
    """
    Options answer their questions: only the place and the last one are left.
    """
    assert 0 == typed("2", "", arguments=("--to", "Jan", "--consent", "--until", "2024-09-09")).code
    assert ["ops"] == [deed.place for deed, _ in deeds()]


def test_no_writes_nothing(typed, made, workspace):
    """
    "No" to the last question: nothing was written, and that is said.
    """
    ran = typed("1", "", "", "", "n")

    assert (0, "") == (ran.code, ran.out)
    assert "nothing was written" in ran.err
    assert not (workspace / store.NAME).exists()


def test_an_end_in_the_middle_writes_nothing(typed, made, workspace):
    """
    Ctrl-D after two answers ends as interrupted.
    """
    assert 130 == typed("1", "").code
    assert not (workspace / store.NAME).exists()


def test_a_real_terminal(made, workspace):
    """
    On a terminal the questions are in Polish, and so is the answer.
    """
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "ulotki", "--lang", "pl", "hand-over"], stdin=theirs, stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    os.write(ours, b"1\nJan Kowalski\ntak\n\ntak\n")
    said = b""
    try:
        while chunk := os.read(ours, 4096):
            said += chunk
    except OSError:
        pass  # the other end was closed
    os.close(ours)

    assert 0 == process.wait(30)
    assert "Zapisać?" in said.decode()
    assert "wpis 1: Miejsce bank" in said.decode()
    assert (workspace / store.NAME).exists()


# Taken down


def test_what_is_out_of_date_is_taken_down(run, edition, deeds):
    """
    By default all that holds no more; the rest still hangs there, also an older piece, and that is said.
    """
    edition(file(number="999"), LEAFLET)
    run("hand-over", "bank")
    edition(file(LEAFLET.name, code="DDDDD-DDDDD"), file(code="CCCCC-CCCCC"), number=2, code="EEEE2-EEEE2")
    warned = run("hand-over", "bank", "--piece", "CCCCC-CCCCC")
    ran = run("taken-down", "bank")

    assert "ulotki taken-down bank" in warned.err
    assert ["AAAAA-AAAAA"] == [piece.code for piece in deeds()[-1][0].pieces]
    assert "entry 3: Miejsce bank: taken away pieces 1, copies 2" in ran.out
    assert ["BBBBB-BBBBB", "CCCCC-CCCCC"] == re.findall(r"\((\w{5}-\w{5})\)", ran.out)
    assert "taken-down" not in run("hand-over", "bank", "--piece", "CCCCC-CCCCC").err


def test_what_is_over_is_taken_down(run, made, deeds):
    """
    A piece whose day is over is out of date in the newest edition, too.
    """
    run("hand-over", "bank", "--until", "2024-08-19")
    run("hand-over", "ops", "--until", "2024-08-20")
    run("taken-down", "bank,ops")

    assert {"bank"} == {deed.place for deed, _ in deeds() if isinstance(deed, TakenDown)}


def test_all_is_taken_down(run, made, deeds):
    """
    --all: nothing of ours is left, with copies and boards as they were.
    """
    run("hand-over", "bank")
    ran = run("taken-down", "bank", "--all", "--note", "u Jana", "--json")

    assert "ulotki.taken-down/2" == ran.data["schema"]
    assert [] == ran.data["left"]
    assert [(2, 1), (20, 0)] == [(piece.copies, piece.hung) for piece in deeds()[-1][0].pieces]
    assert "u Jana" == deeds()[-1][1].note
    assert 2 == run("taken-down", "bank", "--all").code


def test_pieces_and_editions_are_taken_down(run, made, edition, deeds):
    """
    One piece by code or name, or all of an edition by code or folder.
    """
    run("hand-over", "bank")
    for arguments in (("--piece", "AAAAA-AAAAA"), ("--piece", LEAFLET.name)):
        assert 0 == run("taken-down", "bank", *arguments).code
        assert 2 == run("taken-down", "bank", *arguments).code
    for name in ("EEEE1-EEEE1", made.name):
        run("hand-over", "ops")
        assert 0 == run("taken-down", "ops", "--edition", name).code
    assert 2 == run("taken-down", "ops", "--edition", "EEEE1-EEEE2").code


def test_nothing_out_of_date(run, made, workspace):
    """
    Nothing is written when all is of the newest edition, or the place never had anything, or is none.
    """
    run("hand-over", "bank")
    before = (workspace / store.NAME).read_bytes()
    for place in ("bank", "ops", "bnak"):
        assert 2 == run("taken-down", place).code

    assert before == (workspace / store.NAME).read_bytes()


def test_a_place_that_is_no_more_can_be_cleared(run, made, workspace, campaign):
    """
    What hangs at a place that was struck from places.toml can still be taken down.
    """
    run("hand-over", "ops")
    text = (workspace / "places.toml").read_text()
    (workspace / "places.toml").write_text(re.sub(r"(?s)\[place\.ops\].*?\n\n", "", text))
    campaign({"places": ["bank"]})

    assert 0 == run("taken-down", "ops", "--all").code


# Meetings


def test_a_meeting_is_written_down(run, workspace, deeds):
    """
    When, with whom, how many, about what, and where.
    """
    ran = run(
        *("meeting", "--day", "2024-08-10", "--group", "Koło Gospodyń", "--people", "24", "--topic", "na-wnuczka,blik"),
        *("--place", "ops", "--note", "kawa", "--json"),
    )
    (deed, personal) = deeds()[0]

    assert "ulotki.meeting/2" == ran.data["schema"]
    assert ("Koło Gospodyń", 24, ("na-wnuczka", "blik"), "ops") == (deed.group, deed.people, deed.topics, deed.place)
    assert Personal(note="kawa") == personal


@pytest.mark.parametrize(
    "arguments",
    [("--topic", "na-wnuczke"), ("--place", "bnak"), ("--day", "2024-08-21"), ("--people", "-1"), ("--group", " ")],
)
def test_a_wrong_meeting_is_not_written_down(run, workspace, arguments):
    """
    An unknown scam or place, a day to come, nobody: wrong use.
    """
    ran = run("meeting", "--day", "2024-08-10", "--group", "KGW", "--people", "24", *arguments)

    assert (2, "") == (ran.code, ran.out)
    assert not (workspace / store.NAME).exists()


# Reading


@pytest.fixture
def full(run, made, people):
    """A ledger with a line of every kind that people write."""
    run("hand-over", "bank", "--on", "2024-08-02", "--consent", "--note", "=SUM(A1)")
    run("hand-over", "ops", "--on", "2024-08-05", "--to", "Jan Kowalski")
    run("meeting", "--day", "2024-08-10", "--group", "+KGW; Nowa Wieś", "--people", "24", "--topic", "blik")
    run("taken-down", "bank", "--piece", "AAAAA-AAAAA")


@pytest.mark.parametrize(
    ("arguments", "numbers"),
    [
        ((), [1, 2, 3, 4]),
        (("--place", "bank"), [1, 4]),
        (("--kind", "hand-over"), [1, 2]),
        (("--from", "2024-08-05"), [2, 3, 4]),
        (("--to", "2024-08-05"), [1, 2]),
        (("--from", "2024-08-03", "--to", "2024-08-09", "--place", "ops"), [2]),
    ],
)
def test_entries_are_listed(run, full, arguments, numbers):
    """
    All, or those of a place, of a kind, of some days; the same as JSON.
    """
    text, data = run("ledger", "list", *arguments), run("ledger", "list", *arguments, "--json").data

    assert numbers == [int(line.split()[0]) for line in text.out.splitlines()]
    assert numbers == [entry["entry"] for entry in data["entries"]]
    assert "ulotki.ledger.list/2" == data["schema"]


def test_reading_makes_no_ledger(run, workspace):
    """
    Where none is, list and verify say so, and what needs one is wrong use.
    """
    assert [0, 0, 0] == [run("ledger", word).code for word in ("list", "verify", "hanging")]
    assert 2 == run("ledger", "list", "--place", "bnak").code
    assert [2, 2] == [run("ledger", *words).code for words in (("backup", "x"), ("forget", "--entry", "1"))]
    assert not (workspace / store.NAME).exists()


def test_what_is_where(run, full, edition):
    """
    Place by place what is there, and what of it is out of date.
    """
    edition(POSTER, replace(LEAFLET, values={"number:112": "999"}), number=2, code="EEEE2-EEEE2")
    ran, data = run("ledger", "hanging"), run("ledger", "hanging", "--json").data

    assert ["Miejsce bank", "Miejsce ops"] == [line for line in ran.out.splitlines() if not line.startswith(" ")]
    assert 1 == ran.out.count("out of date")
    assert [("bank", 20, True), ("ops", 2, False)] == [
        (one["place"], one["there"], one["stale"]) for one in data["standing"]
    ]
    assert "Miejsce bank" not in run("ledger", "hanging", "ops").out


def test_a_ledger_that_holds(run, full):
    """
    It says how many entries there are, and the hash of the last.
    """
    data = run("ledger", "verify", "--json").data

    assert 4 == data["entries"]
    assert f"entries 4, the last is {data['head'][:12]}" in run("ledger", "verify").out


def test_a_damaged_ledger_is_left(run, full, workspace):
    """
    No command of the ledger writes to it, and every one names it.
    """
    (workspace / store.NAME).write_bytes(b"x" * 5000)
    for words in (
        ("hand-over", "bank"),
        ("taken-down", "bank"),
        ("ledger", "list"),
        ("ledger", "verify"),
        ("ledger", "backup", "copy"),
        ("ledger", "forget", "--entry", "1", "--yes"),
    ):
        ran = run(*words)

        assert 1 == ran.code
        assert re.match(r"ledger\.sqlite: .*\n  hint: .*ulotki ledger restore FILE", ran.err)
    assert b"x" * 5000 == (workspace / store.NAME).read_bytes()
    assert not (workspace / "copy").exists()


# Elsewhere


def test_a_table_for_a_spreadsheet(run, full, workspace):
    """
    UTF-8 with its mark, semicolons, CRLF; a line for each piece; no cell begins as a formula does.
    """
    run("ledger", "export", "a.csv")
    data = (workspace / "a.csv").read_bytes()
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))

    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n") == 1 + len(rows)
    assert ["1", "1", "2", "3", "4"] == [row["entry"] for row in rows]
    assert ["'=SUM(A1)", "'=SUM(A1)", "", "", ""] == [row["note"] for row in rows]
    assert "'+KGW; Nowa Wieś" == rows[3]["group"]
    assert ("Anna Nowak", "600 100 200", "yes", "20") == tuple(
        rows[1][key] for key in ("taken by", "telephone", "consent", "copies")
    )
    assert not any(value.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for value in row.values())


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_a_formula_does_not_run(sign):
    """
    A cell that begins like one gets an apostrophe; others stay as they are.
    """
    assert f"'{sign}1+1" == tables.cell(f"{sign}1+1")
    assert ["1=1", "", "-0"[1:]] == [tables.cell(value) for value in ("1=1", None, 0)]


def test_a_document_for_programs(run, full, workspace):
    """
    Every entry with all its fields; --anonymous leaves names, telephones and notes out.
    """
    run("ledger", "export", "a.json")
    whole = json.loads((workspace / "a.json").read_text())
    run("ledger", "export", "a.json", "--force", "--anonymous")
    bare = json.loads((workspace / "a.json").read_text())

    assert "ulotki.ledger/2" == whole["schema"]
    assert ["Anna Nowak", "Jan Kowalski", "", ""] == [entry["who"] for entry in whole["entries"]]
    assert not any(entry[key] for entry in bare["entries"] for key in ("who", "phone", "note"))


def test_files_are_not_overwritten(run, full, workspace):
    """
    An export or a copy replaces a file with --force alone, and never the ledger itself.
    """
    for name in ("a.csv", "a.sqlite"):
        (workspace / name).write_text("mine")
        words = ("ledger", "export" if name == "a.csv" else "backup", name)

        assert 2 == run(*words).code
        assert "mine" == (workspace / name).read_text()
        assert 0 == run(*words, "--force").code
    before = (workspace / store.NAME).read_bytes()

    assert 2 == run("ledger", "backup", store.NAME, "--force").code
    assert 2 == run("ledger", "export", "a.doc").code
    assert before == (workspace / store.NAME).read_bytes()


def test_back_to_a_copy(run, full, workspace):
    """
    The ledger is as it was when it was copied, and what was there lies beside it.
    """
    run("ledger", "backup", "copy.sqlite")
    run("hand-over", "ops")
    ran = run("ledger", "restore", "copy.sqlite", "--json")

    assert (0, 4) == (ran.code, ran.data["entries"])
    assert ran.data["kept"].endswith("ledger.sqlite.before-1")
    assert (workspace / "ledger.sqlite.before-1").exists()
    assert 4 == len(run("ledger", "list").out.splitlines())


def test_what_a_copy_lacks_and_brings_back_is_said(run, full):
    """
    Entries that were written after the copy, and people who were forgotten after it.
    """
    run("ledger", "backup", "copy.sqlite")
    run("ledger", "forget", "--entry", "1", "--yes")
    run("hand-over", "ops", "--anyway")
    ran = run("ledger", "restore", "copy.sqlite")

    assert "the copy lacks entries 5, 6" in ran.err
    assert "ulotki ledger forget --entry 1\n" in ran.err
    assert 0 == run("ledger", "forget", "--entry", "1", "--yes").code
    assert "Anna Nowak" not in run("ledger", "list").out


# Forgetting


@pytest.mark.parametrize(
    ("arguments", "gone"),
    [
        (("--entry", "1"), [1]),
        (("--entry", "1", "--entry", "2"), [1, 2]),
        (("--who", "kowalski"), [2]),
        (("--who", "Anna Nowak"), [1]),
        (("--before", "2024-08-05"), [1]),
        (("--before", "2024-08-06"), [1, 2]),
        (("--who", "Nowakowski"), []),
        (("--entry", "4"), []),
    ],
)
def test_people_are_forgotten(run, full, workspace, arguments, gone):
    """
    By entry, by name, by day: names and telephones are in no file any more, and the chain holds.
    """
    ran = run("ledger", "forget", *arguments, "--yes", "--json")
    listed = {entry["entry"]: entry for entry in run("ledger", "list", "--json").data["entries"]}
    beside = b"".join(path.read_bytes() for path in workspace.glob("ledger.sqlite*"))

    assert gone == ran.data["entries"]
    assert gone == [number for number, entry in listed.items() if entry["forgotten"]]
    assert (b"Anna Nowak" not in beside, b"Jan Kowalski" not in beside) == (1 in gone, 2 in gone)
    assert 0 == run("ledger", "verify").code


@pytest.mark.parametrize("arguments", [(), ("--entry", "1", "--who", "x"), ("--who", " "), ("--entry", "9", "--yes")])
def test_it_must_be_clear_what_to_forget(run, full, arguments):
    """
    None, two at once, nobody, an entry that is not there: wrong use.
    """
    assert 2 == run("ledger", "forget", *arguments).code


def test_somebody_is_asked_before(run, full, monkeypatch):
    """
    Enter keeps everything; a script must say --yes.
    """
    assert 2 == run("ledger", "forget", "--entry", "1").code
    monkeypatch.setattr(sys, "stdin", Terminal("\n"))
    ran = run("ledger", "forget", "--entry", "1")

    assert "Anna Nowak" in ran.err
    assert "nothing was changed" in ran.err
    monkeypatch.setattr(sys, "stdin", Terminal("tak\n"))
    assert 0 == run("ledger", "forget", "--entry", "1").code
    assert "Anna Nowak" not in run("ledger", "list").out


def test_older_ledgers_are_named(run, full, workspace):
    """
    What a restore has kept may still hold what is forgotten, and that is said.
    """
    run("ledger", "backup", "copy.sqlite")
    run("ledger", "restore", "copy.sqlite")

    assert "ledger.sqlite.before-1" in run("ledger", "forget", "--entry", "1", "--yes").err


# Power cuts and two at once


LOOP = """
import sys
from pathlib import Path
import ulotki.library
from ulotki.cli import main
ulotki.library.reading.home = lambda: Path(sys.argv[1])
while True:
    main.run(["hand-over", "bank", "--to", "Jan Kowalski", "--anyway", "--workspace", sys.argv[2]])
"""

TIGHT = """
import datetime, sys
from pathlib import Path
from ulotki.handout.deeds import HeldMeeting, Personal
from ulotki.workspace import book
while True:
    deed = HeldMeeting(datetime.date(2024, 8, 1), "KGW", 20)
    (made,) = book.append(Path(sys.argv[2]), lambda _: [(deed, Personal("Jan Kowalski"))], "2024-08-01T10:00:00Z").entries
    print(f"entry {made.seq}: KGW", flush=True)
"""
"""The same without all that a command reads before, so that most of its time is spent writing."""

KILLS = int(os.environ.get("ULOTKI_KILLS", "15"))


@pytest.mark.slow
def test_what_was_acknowledged_is_there(made, few, workspace):
    """
    A program that is killed at any moment, again and again: every entry that it printed is there, and all hold.

    ULOTKI_KILLS says how often.
    """
    chance = random.Random(1)
    printed: list[int] = []
    for turn in range(KILLS):
        process = subprocess.Popen(
            [sys.executable, "-c", (LOOP, TIGHT)[turn % 2], str(few), str(workspace)],
            env={**os.environ, "LANGUAGE": "en"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        first = process.stdout.readline()
        time.sleep(chance.uniform(0, 0.25))
        process.send_signal(signal.SIGKILL)
        rest, err = process.communicate()
        lines = (first + rest).decode().split("\n")[:-1]
        assert lines, err.decode()
        printed += [int(re.match(r"entry (\d+):", line)[1]) for line in lines]
        entries = book.read(workspace).entries

        assert set(printed) <= {entry.seq for entry in entries}
    assert len(printed) == len(set(printed))
    assert 0 <= len(entries) - len(printed) <= KILLS


FIFTY = LOOP.replace("while True", "for _ in range(50)")


@pytest.mark.slow
def test_two_at_once(made, few, workspace):
    """
    Two programs that write fifty entries each, beginning without a ledger: a hundred entries in one chain.
    """
    processes = [
        subprocess.Popen([sys.executable, "-c", FIFTY, str(few), str(workspace)], stdout=subprocess.PIPE)
        for _ in range(2)
    ]
    said = [process.communicate(timeout=120)[0].decode() for process in processes]
    printed = [int(number) for text in said for number in re.findall(r"(?m)^\w+ (\d+):", text)]

    assert list(range(1, 101)) == sorted(printed)
    assert 100 == len(book.read(workspace).entries)
    assert [store.NAME] == [path.name for path in Path(workspace).glob("*ledger*")]


# Corrected, cancelled, accepted


def test_a_mistake_is_corrected_and_cancelled(run, made, deeds):
    """
    Options reach the entry; both lines are shown, and what hangs and the list follow.
    """
    run("hand-over", "bank")
    mended = run("ledger", "correct", "1", "--place", "ops", "--piece", "BBBBB-BBBBB=3", "--on", "2024-08-10", "--json")
    there = run("ledger", "hanging").out
    shown = run("ledger", "cancel", "1")

    assert ("ulotki.ledger.correct/2", 1) == (mended.data["schema"], mended.data["corrects"])
    assert ("ops", "2024-08-10", 1) == tuple(mended.data["entries"][0][key] for key in ("place", "day", "corrects"))
    assert ["AAAAA-AAAAA", "BBBBB-BBBBB"] == re.findall(r"\((\w{5}-\w{5})\)", there)
    assert "entry 3: entry 1 does not count: Miejsce bank" in shown.out
    assert "nothing is known to be there" in run("ledger", "hanging").err
    assert 2 == run("ledger", "list").out.count("cancelled by entry 3")


def test_a_correction_that_says_nothing(run, made):
    """
    Wrong use, with what can be said.
    """
    run("hand-over", "bank")

    assert 2 == run("ledger", "correct", "1").code
    assert 2 == run("ledger", "cancel", "9").code


def test_an_older_ledger_and_a_sibling(run, made, workspace):
    """
    Reading answers, names them and ends with 1; writing is refused until somebody accepts or restores.
    """
    run("hand-over", "bank")
    (workspace / "older").write_bytes((workspace / store.NAME).read_bytes())
    run("hand-over", "ops")
    (workspace / "ledger-LAPTOP.sqlite").write_bytes((workspace / store.NAME).read_bytes())
    (workspace / store.NAME).write_bytes((workspace / "older").read_bytes())
    for arguments in (("ledger", "verify"), ("ledger", "hanging"), ("ledger", "list"), ("recall",), ("report",)):
        ran = run(*arguments)

        assert 1 == ran.code, arguments
        assert "has 1 entries, and 2 were known" in ran.err, arguments
        assert "ledger-LAPTOP.sqlite" in ran.err, arguments
    assert (1, "") == (
        run("hand-over", "ops").code,
        run("meeting", *"--day 2024-08-01 --group K --people 1".split()).out,
    )
    restored = run("ledger", "restore", "ledger-LAPTOP.sqlite")
    assert "were known" not in restored.err
    (workspace / store.NAME).write_bytes((workspace / "older").read_bytes())
    (workspace / "ledger-LAPTOP.sqlite").unlink()
    accepted = run("ledger", "accept", "--by", "asp. Jan Kowalski")

    assert (0, 0) == (accepted.code, run("hand-over", "ops").code)
    assert "asp. Jan Kowalski" in run("ledger", "list").out


def test_a_list_goes_out_and_comes_back(run, made, workspace, deeds):
    """
    The same command writes the list, and takes in what is ticked.
    """
    out = run("hand-over", "--list", "lista.csv")
    text = (workspace / "lista.csv").read_text("utf-8-sig")
    empty = run("hand-over", "--list", "lista.csv")
    (workspace / "lista.csv").write_text(text.replace("\n;ops", "\nx;ops"), "cp1250")
    back = run("hand-over", "--list", "lista.csv", "--consent")

    assert (0, 2, 0) == (out.code, empty.code, back.code)
    assert [("ops", True)] == [(deed.place, deed.consent) for deed, _ in deeds()]
    assert "lista.csv" in out.out


def test_the_backup_says_how_it_ends(run, full):
    """
    The beginning of the last hash, to be noted on paper.
    """
    head = run("ledger", "verify", "--json").data["head"]

    assert head[:12] in run("ledger", "backup", "copy.sqlite").out
