"""`ulotki numbers`: two people for each value, and where it stands."""

from __future__ import annotations

import datetime
import hashlib
import json
import os

import pytest
from click.shell_completion import ShellComplete

from ulotki import workspace as workspaces
from ulotki.cli import options
from ulotki.cli.commands import NUMBERS, ULOTKI
from ulotki.edition import record
from ulotki.edition.record import Record, RecordEntry
from ulotki.workspace import writing

pytestmark = pytest.mark.days

NUMBER = "47 812 00 00"
NEW = "47 812 11 11"
SOURCE = "https://lubartow.policja.gov.pl/x"
JAN, ANNA = ("--by", "asp. Jan Kowalski"), ("--by", "Anna Nowak")
BODY = ("--source", "https://lubartow.policja.gov.pl/numery")
SET = ("numbers", "set", "dzielnicowy", NUMBER, "--source", SOURCE, *JAN)
CONFIRM = ("numbers", "confirm", "dzielnicowy", NUMBER, *ANNA, *BODY)
WITHDRAW = ("numbers", "withdraw", "dzielnicowy", *ANNA)
TODAY = datetime.date(2024, 8, 1)


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(options, "today", lambda: TODAY)


@pytest.fixture
def text(workspace):
    """The numbers as they lie there, without the line ends of any system."""
    return lambda: (workspace / "numbers.toml").read_bytes().decode()


# From nothing to a number that may be printed


def test_two_people_make_a_number_good(run, workspace):
    """
    One sets it, another types it again; each is told what comes next.
    """
    first = run(*SET)
    second = run(*CONFIRM)

    assert (0, f'number:dzielnicowy = "{NUMBER}": unconfirmed\n') == (first.code, first.out)
    assert "ulotki numbers confirm dzielnicowy" in first.err
    assert (0, f'number:dzielnicowy = "{NUMBER}": good\n') == (second.code, second.out)


def test_a_number_is_withdrawn(run, workspace):
    """
    Once, and it stays so until somebody sets it again.
    """
    run(*SET)
    run(*CONFIRM)
    gone = run(*WITHDRAW)
    again = run(*WITHDRAW)

    assert (0, f'number:dzielnicowy = "{NUMBER}": withdrawn\n') == (gone.code, gone.out)
    assert (0, gone.out) == (again.code, again.out)
    assert "withdrawn before" in again.err
    assert 1 == run(*CONFIRM).code
    assert "unconfirmed" in run(*SET).out


def test_the_results_as_json(run, workspace):
    """
    Named and versioned, nothing beside it.
    """
    for arguments, kind in ((SET, "set"), (CONFIRM, "confirm"), (WITHDRAW, "withdraw")):
        ran = run(*arguments, "--json")

        assert (0, "") == (ran.code, ran.err)
        assert f"ulotki.numbers.{kind}/2" == ran.data["schema"]
        assert ("number:dzielnicowy", True) == (ran.data["ref"], ran.data["changed"])


def test_the_same_again_says_so(run, workspace, text):
    """
    And leaves the file alone.
    """
    run(*SET)
    run(*CONFIRM)
    before = text()
    ran = run(*SET)

    assert (0, before) == (ran.code, text())
    assert "nothing changed" in ran.err
    assert ran.out.endswith("good\n")


def test_an_old_number_goes_on(run, workspace):
    """
    The day before the new one is its last; both are listed.
    """
    run(*SET)
    run(*CONFIRM)
    ran = run("numbers", "set", "dzielnicowy", NEW, "--source", SOURCE, *JAN, "--from", "2024-09-01")
    listed = run("numbers", "list", "--json").data["numbers"]
    row = next(row for row in listed if row["ref"] == "number:dzielnicowy")

    assert 0 == ran.code
    assert f"the old value still holds until 2024-08-31: {NUMBER}" in ran.err
    assert (NUMBER, "2024-08-31", "good") == tuple(row["before"][key] for key in ("value", "until", "state"))
    old = run(*CONFIRM)
    assert 1 == old.code
    assert "differ" in old.err


def test_only_the_old_number_is_confirmed(run, workspace):
    """
    Whoever types the old one is told which it was.
    """
    run(*SET)
    run("numbers", "set", "dzielnicowy", NEW, "--source", SOURCE, *JAN, "--old-until", "2024-08-31")
    ran = run(*CONFIRM)

    assert 0 == ran.code
    assert "only that is confirmed, the new one is not" in ran.err
    assert ran.out.endswith("unconfirmed\n")


def test_names_and_new_numbers(run, workspace, text):
    """
    A name by its kind; a number that was not there, by whose it is.
    """
    name = run("numbers", "set", "name:dzielnicowy", "asp. Jan Kowalski", "--source", SOURCE, *JAN)
    without = run("numbers", "set", "szkola", NEW, "--source", SOURCE, *JAN)
    new = run("numbers", "set", "szkola", NEW, "--source", SOURCE, *JAN, "--label", "szkoła")

    assert (0, 'name:dzielnicowy = "asp. Jan Kowalski": unconfirmed\n') == (name.code, name.out)
    assert (2, True) == (without.code, "--label" in without.err)
    assert 0 == new.code
    assert '\n\n[number.szkola]\nvalue = "47 812 11 11"\n' in text()


def test_a_workspace_without_the_file_gets_one(run, workspace, text):
    """
    With the number alone.
    """
    (workspace / "numbers.toml").unlink()

    assert 0 == run("numbers", "set", "szkola", NEW, "--source", SOURCE, *JAN, "--label", "szkoła").code
    assert text().startswith("[number.szkola]\n")


def test_a_file_from_windows_stays_one(run, workspace, text):
    """
    CRLF at the end of every line.
    """
    (workspace / "numbers.toml").write_bytes(text().replace("\n", "\r\n").encode())
    run(*SET)

    assert text().count("\n") == text().count("\r\n")
    assert NUMBER in text()


# What is refused


REFUSED = {
    "nobody": (2, [*SET[:-1], "  "]),
    "dots for a name": (2, [*SET[:-1], "asp. …"]),
    "a sign for a name": (2, [*SET[:-1], "-"]),
    "no name": (2, SET[:-2]),
    "no source": (2, [*SET[:4], *JAN]),
    "a source that is none": (2, [*SET[:5], "policja.pl", *JAN]),
    "the source of the example": (2, [*SET[:5], "https://…", *JAN]),
    "a file as a source": (2, [*SET[:5], "file:///x.pl", *JAN]),
    "the number of the example": (2, [*SET[:3], "47 … .. ..", *SET[4:]]),
    "no number": (2, [*SET[:3], " ", *SET[4:]]),
    "a national one": (2, ["numbers", "set", "112", "112", *SET[4:]]),
    "an unknown id": (2, ["numbers", "set", "dzielnicowi", *SET[3:]]),
    "an unknown kind": (2, ["numbers", "set", "phone:x", *SET[3:], "--label", "x"]),
    "a new address": (2, ["numbers", "set", "address:x", "https://cert.pl", *SET[4:], "--label", "x"]),
    "a bad id": (2, ["numbers", "set", "Ź/..", *SET[3:], "--label", "x"]),
    "no day": (2, [*SET, "--from", "tomorrow"]),
    "no old one": (2, [*SET, "--old-until", "2024-08-31"]),
    "a dead number": (1, [*SET[:3], "997", *SET[4:]]),
    "letters": (1, [*SET[:3], "call me", *SET[4:]]),
    "a premium number": (1, [*SET[:3], "700 123 456", *SET[4:]]),
    "a national number": (1, [*SET[:3], "8080", *SET[4:]]),
    "an old number of the police": (1, [*SET[:3], "81 855 00 00", *SET[4:], "--label", "komisariat"]),
    "another service": (1, [*SET, "--label", "telefon alarmowy"]),
    "an end before the beginning": (1, [*SET, "--from", "2024-09-01", "--until", "2024-08-01"]),
    "marks in a name": (1, ["numbers", "set", "name:dzielnicowy", "**x**", *SET[4:]]),
    "signs in a label": (1, [*SET, "--label", "a\x1b[2J"]),
    "confirming nothing": (1, CONFIRM),
    "withdrawing nothing": (1, WITHDRAW),
    "confirming what is not there": (2, ["numbers", "confirm", "nope", NUMBER, *ANNA, *BODY]),
    "confirming a national one": (2, ["numbers", "confirm", "112", "112", *ANNA, *BODY]),
    "withdrawing a national one": (2, ["numbers", "withdraw", "cert-sms", *ANNA]),
    "stopping 112": (2, ["numbers", "stop", "112", "--source", SOURCE, *ANNA]),
    "stopping a local one": (2, ["numbers", "stop", "dzielnicowy", "--source", SOURCE, *ANNA]),
    "stopping without a source": (2, ["numbers", "stop", "cert-sms", *ANNA]),
    "confirming what nobody replaced": (1, ["numbers", "confirm", "cert-sms", "8090", *ANNA, *BODY]),
    "a replacement of another kind": (1, ["numbers", "set", "cert-sms", "47 812 00 00", *SET[4:]]),
    "a premium replacement": (1, ["numbers", "set", "cert-sms", "7070", *SET[4:]]),
    "a replacement with a label": (1, ["numbers", "set", "cert-sms", "8090", *SET[4:], "--label", "x"]),
    "a page of nobody's": (1, ["numbers", "set", "incydent-cert", "https://evil.example", *SET[4:]]),
    "where nothing is": (2, ["numbers", "where", "dzielnicowi"]),
    "no command": (2, ["numbers"]),
    "an unknown command": (2, ["numbers", "nope"]),
}


@pytest.mark.parametrize(("code", "arguments"), REFUSED.values(), ids=list(REFUSED))
def test_what_is_refused_writes_nothing(run, workspace, tree, code, arguments):
    """
    A complaint on stderr with a way out, no trace, no result, and no byte changed.
    """
    before = tree(workspace)
    ran = run(*arguments)

    assert (code, "") == (ran.code, ran.out)
    assert ran.err.strip()
    assert "Traceback" not in ran.err
    assert "mistake in the program" not in ran.err
    assert "\x1b" not in ran.err
    assert before == tree(workspace)


def test_a_near_id_is_offered(run, workspace):
    """
    Whichever sub-command was misspelt.
    """
    for arguments in (
        ["set", "dzielnicowi", *SET[3:]],
        ["confirm", "dzielnicowi", NUMBER, *ANNA, *BODY],
        ["where", "dzielnicowi"],
    ):
        assert 'did you mean "dzielnicowy"?' in run("numbers", *arguments).err


def test_what_was_set_is_never_shown(run, workspace):
    """
    To whoever types something else, in words or in JSON, nor where it stands.
    """
    run(*SET)
    for more in ([], ["--json"]):
        ran = run("numbers", "confirm", "dzielnicowy", NEW, *ANNA, *BODY, *more)

        assert 1 == ran.code
        assert not {NUMBER, "478120000", "numbers.toml"} & {
            word for word in (NUMBER, "478120000", "numbers.toml") if word in ran.said
        }


def test_nobody_confirms_their_own(run, workspace):
    """
    In other letters neither.
    """
    run(*SET)
    ran = run("numbers", "confirm", "dzielnicowy", NUMBER, "--by", "ASP.  jan KOWALSKI", *BODY)

    assert 1 == ran.code
    assert "nobody can confirm their own" in ran.err


def test_a_fault_beside_it_stops_no_change(run, workspace, text):
    """
    A value is written although another entry of the file cannot be read, and that entry stays as it is.
    """
    broken = '\n[name.x]\nvalue = 1\nlabel = "x"\n'
    (workspace / "numbers.toml").write_text(text() + broken)
    ran = run(*SET)

    assert 0 == ran.code
    assert text().endswith(broken)


def test_a_change_by_somebody_else_is_not_lost(run, workspace, text, monkeypatch):
    """
    A file that is not as it was read is left alone.
    """
    read = workspaces.read

    def meanwhile(*arguments, **more):
        (workspace / "numbers.toml").write_text("# mine\n")
        return read(*arguments, **more)

    monkeypatch.setattr(workspaces, "read", meanwhile)
    ran = run(*SET)

    assert (1, "# mine\n") == (ran.code, text())
    assert "somebody else has just changed this file" in ran.err


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_a_link_stays_a_link(run, workspace, tmp_path):
    """
    What it leads to is changed.
    """
    (workspace / "numbers.toml").rename(tmp_path / "ours.toml")
    (workspace / "numbers.toml").symlink_to(tmp_path / "ours.toml")
    run(*SET)

    assert (workspace / "numbers.toml").is_symlink()
    assert NUMBER in (tmp_path / "ours.toml").read_text()


def test_a_full_disk_leaves_the_old_file(run, workspace, tree, monkeypatch):
    """
    Exit 3, the old bytes, no torso.
    """
    before = tree(workspace)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing.os, "fsync", full)
    ran = run(*SET)

    assert 3 == ran.code
    assert before == tree(workspace)


# Looking


def test_the_list_says_who(run, workspace):
    """
    Who set and confirmed each value, below the same line as in `list numbers`.
    """
    run(*SET)
    run(*CONFIRM)
    ran = run("numbers", "list")

    assert set(run("list", "numbers").out.splitlines()) <= set(ran.out.splitlines())
    assert "  set by asp. Jan Kowalski on 2024-08-01\n  confirmed by Anna Nowak on 2024-08-01\n" in ran.out
    assert "ulotki.numbers.list/2" == run("numbers", "list", "--json").data["schema"]
    assert run("list", "numbers", "--json").data["numbers"] == run("numbers", "list", "--json").data["numbers"]


@pytest.fixture
def printed(workspace):
    """printed(("poster", values, places), …, campaign="maj", number=1): an edition with these pieces lies in out/."""

    def lay(*pieces, campaign="maj", number=1, out="out", folder=None):
        target = workspace / out / campaign / (folder or f"2024-08-01-{number}-BBBBB-BBBBB")
        (target / "pieces").mkdir(parents=True)
        files = tuple(
            RecordEntry(
                path=f"pieces/{name}.pdf", sha256=hashlib.sha256(name.encode()).hexdigest(), size=len(name), name=name, title=name, scam="blik", template=name,
                format="A4", palette="mono", lang="pl", purpose="office", places=tuple(places.items()), until=None,
                pages=1, ink=0.1, code="AAAAA-AAAAA", values=values, mark=None,
            )
            for name, values, places in pieces
        )  # fmt: skip
        made = Record(campaign, "Maj", datetime.date(2024, 8, 1), None, "BBBBB-BBBBB", files)
        for file in files:
            (target / file.path).write_text(file.name)
        (target / record.NAME).write_bytes(record.record_bytes(made))

    return lay


def test_where_a_number_stands(run, workspace, printed):
    """
    A line for each edition and piece, then the sum; which number it was, and whether that is still the one.
    """
    run(*SET)
    run(*CONFIRM)
    ref = "number:dzielnicowy"
    printed(("a", {ref: "47 812 99 99"}, {"bank": 2, "ops": 3}), ("b", {"number:112": "112"}, {"bank": 1}))
    printed(("a", {ref: "478120000"}, {"bank": 2, "ops": 3}), ("c", {ref: NUMBER}, {"bank": 10}), number=2)
    printed(("a", {ref: NUMBER}, {"bank": 2}), folder="draft")
    ran = run("numbers", "where", "dzielnicowy")

    assert 0 == ran.code
    assert [
        f"maj 2024-08-01-1-BBBBB-BBBBB a: 47 812 99 99 (out of date, now {NUMBER}), places 2, copies 5",
        "    Miejsce bank 2, Miejsce ops 3",
        "maj 2024-08-01-2-BBBBB-BBBBB a: 478120000 (still in the register), places 2, copies 5",
        "    Miejsce bank 2, Miejsce ops 3",
        f"maj 2024-08-01-2-BBBBB-BBBBB c: {NUMBER} (still in the register), places 1, copies 10",
        "    Miejsce bank 10",
        "maj 2024-08-01-1-BBBBB-BBBBB: pieces 1, places 2, copies 5",
        "maj 2024-08-01-2-BBBBB-BBBBB: pieces 2, places 2, copies 15",
    ] == ran.out.splitlines()


def test_where_by_the_number_itself(run, workspace, printed):
    """
    A number is found however it is spelled, by what stands on the pieces, and what by the ledger is where; one that
    stands nowhere is said to stand nowhere, a word that is no number is wrong use.
    """
    printed(
        ("a", {"number:dzielnicowy": NUMBER}, {"bank": 2, "ops": 3}), ("b", {"number:x": "47 812 99 99"}, {"ops": 1})
    )
    assert 0 == run("hand-over", "bank", "--anyway").code
    for word in (NUMBER, "+48 478120000", "47-812-00-00"):
        found = run("numbers", "where", word, "--json").data

        assert (["a"], [("bank", 2)]) == (
            [one["piece"] for one in found["pieces"]],
            [(one["place"], one["copies"]) for one in found["out"]],
        )
    assert "Miejsce bank (bank): " in run("numbers", "where", NUMBER).out
    assert "stands on no piece" in run("numbers", "where", "600 700 800").out
    assert 2 == run("numbers", "where", "dzielnicowyy").code


def test_where_as_json(run, workspace, printed):
    """
    Rows and sums; the second of two numbers counts as well.
    """
    printed(("a", {"number:x": "1", "number:x+": "2"}, {"bank": 2}), out="there")
    data = run("numbers", "where", "x", "--out", "there", "--json").data

    assert "ulotki.numbers.where/2" == data["schema"]
    assert (["1", "2"], False, [], 2) == tuple(data["pieces"][0][key] for key in ("values", "current", "now", "copies"))
    assert {"pieces": 1, "places": 1, "copies": 2}.items() <= data["editions"][0].items()
    assert data["value"] is None


def test_where_says_what_became_of_it(run, workspace, printed):
    """
    A number that was withdrawn is still in the register, but not good, and takes the place of none.
    """
    run(*SET)
    run(*CONFIRM)
    run(*WITHDRAW)
    printed(("a", {"number:dzielnicowy": NUMBER}, {"bank": 2}), ("b", {"number:dzielnicowy": NEW}, {"bank": 2}))
    ran = run("numbers", "where", "dzielnicowy")

    assert f"{NUMBER} (still in the register, but withdrawn)" in ran.out
    assert f"{NEW} (out of date, and the register has none that is good now)" in ran.out


def test_a_number_that_stands_nowhere(run, workspace):
    """
    Said, and no error; national ones and addresses have ids too.
    """
    for id in ("112", "incydent-cert", "name:dzielnicowy"):
        ran = run("numbers", "where", id)

        assert (0, True) == (ran.code, "stands on no piece of any edition" in ran.out)


def test_what_is_due(run, workspace):
    """
    What is missing, to be confirmed, or ends soon; by day.
    """
    run(*SET, "--until", "2024-08-20")
    ran = run("numbers", "due", "--days", "20")

    assert [
        "2024-08-01  name:dzielnicowy: has no value: a box for a stamp or a pen is printed",
        "2024-08-01  number:dzielnicowy: a second person has to confirm it; until then WZÓR is printed",
        "2024-08-20  number:dzielnicowy: ends on this day: find the value that comes after it",
    ] == ran.out.splitlines()
    assert 3 == len(run("numbers", "due", "--days", "20", "--json").data["due"])
    assert "scam:blik" in run("numbers", "due", "--on", "2030-01-01").out


def test_a_calendar_is_written(run, workspace, monkeypatch):
    """
    The same bytes for the same entries; none when it would be empty; never half of one.
    """
    run(*SET, "--until", "2024-08-20")
    ran = run("numbers", "due", "--ics", "a.ics", "--lang", "pl")
    run("numbers", "due", "--ics", "b.ics", "--on", "2024-08-01")

    assert 0 == ran.code
    assert b"BEGIN:VCALENDAR\r\n" in (workspace / "a.ics").read_bytes()
    assert (workspace / "a.ics").read_bytes() == (workspace / "b.ics").read_bytes()
    assert 3 == run("numbers", "due", "--ics", "nowhere/a.ics").code


def test_no_empty_calendar_is_written(run, workspace):
    """
    RFC 5545 knows none.
    """
    (workspace / "numbers.toml").unlink()
    ran = run("numbers", "due", "--ics", "a.ics")

    assert (0, "") == (ran.code, ran.out)
    assert not (workspace / "a.ics").exists()


def test_check_names_what_is_due(run, workspace, monkeypatch):
    """
    Beside its findings, however strict it is.
    """
    from ulotki import stock

    monkeypatch.setattr(stock, "offered", lambda scams: [])
    run(*SET, "--until", "2024-08-20")
    ran = run("check", "--strict")

    assert (0, "pieces checked: 0, findings: 0\n") == (ran.code, ran.out)
    assert "within 30 days: 2024-08-20: number:dzielnicowy: ends on this day" in ran.err
    assert "" == run("check", "--quiet").err
    (due,) = run("check", "--json").data["due"]
    assert ("2024-08-20", "number:dzielnicowy", "ends") == (due["day"], due["ref"], due["why"])


# Like every command


def test_every_command_of_the_group_has_the_options_of_all(run, workspace):
    """
    --workspace, --lang, --json, --quiet, --debug, and help.
    """
    names = {"list", "set", "confirm", "withdraw", "stop", "where", "due"}
    group = NUMBERS

    assert names == set(group.commands)
    for later in group.commands.values():
        command = later.loaded()
        options_of = {name for param in command.params for name in param.opts}
        assert {"--workspace", "--lang", "--json", "--quiet", "--debug"} <= options_of
        assert command.help


def test_ids_are_completed(run, workspace):
    """
    As one may write them, from wherever the shell is.
    """
    complete = ShellComplete(ULOTKI, {}, "ulotki", "_ULOTKI_COMPLETE")
    offered = lambda *words, begun="": [item.value for item in complete.get_completions(list(words), begun)]  # noqa: E731

    assert ["dzielnicowy"] == offered("numbers", "where", begun="dzieln")
    assert "name:dzielnicowy" in offered("numbers", "confirm", begun="name")
    assert {"112", "incydent-cert"} <= set(offered("numbers", "set"))
    (workspace / "numbers.toml").write_text("x")
    assert [] == offered("numbers", "where", begun="dzieln")


def test_it_speaks_polish(spawn, workspace):
    """
    As a process of its own, through and through.
    """
    ran = spawn("numbers", "where", "dzielnicowi", LANGUAGE="pl")

    assert 2 == ran.code
    assert "dzielnicowy" in ran.err
    assert "did you mean" not in ran.err
    assert json.loads(spawn("numbers", "list", "--json").out)["numbers"]


# However people spell it


@pytest.mark.parametrize(
    ("first", "second", "printed"),
    [
        ("+48 47 811 20 00", "47 811 20 00", "+48 47 811 20 00"),
        ("(0-47) 811-20-00", "0048 478112000", "47 811 20 00"),
        ("47 811 20 00 w. 12", "47 811 2000, wewn. 12", "47 811 20 00 wew. 12"),
    ],
)
def test_a_number_is_the_same_however_it_is_spelled(run, workspace, first, second, printed):
    """
    It is written down in its groups; the second person may write it in another way.
    """
    set_ = run("numbers", "set", "dzielnicowy", first, "--source", SOURCE, *JAN)
    confirmed = run("numbers", "confirm", "dzielnicowy", second, *ANNA, *BODY)

    assert f'number:dzielnicowy = "{printed}": unconfirmed\n' == set_.out
    assert (0, f'number:dzielnicowy = "{printed}": good\n') == (confirmed.code, confirmed.out)


def test_hours_are_confirmed_with_a_hyphen(run, workspace):
    """
    Which dash it is, and whether blanks stand around it, does not matter; which hour does.
    """
    run("numbers", "set", "name:godziny", "godz. 8–15", "--label", "kiedy", "--source", SOURCE, *JAN)

    assert 1 == run("numbers", "confirm", "godziny", "godz. 8–16", *ANNA, *BODY).code
    assert (
        'name:godziny = "godz. 8–15": good\n' == run("numbers", "confirm", "godziny", "godz. 8 - 15", *ANNA, *BODY).out
    )


def test_shared_cost_is_told(run, workspace):
    """
    Whoever sets a number that costs the caller is told so.
    """
    ran = run("numbers", "set", "infolinia", "801440220", "--label", "infolinia", "--source", SOURCE, *JAN)

    assert 0 == ran.code
    assert "801 440 220: the caller pays too" in ran.err


def test_a_number_that_begins_later_is_reviewed_later(run, workspace):
    """
    The year until it is read anew counts from its first day, when that lies ahead.
    """
    begins = ("--from", "2025-02-01")
    ran = run("numbers", "set", "dzielnicowy", NUMBER, "--source", SOURCE, *JAN, *begins, "--json")

    assert ("early", "2026-02-01") == (ran.data["state"], ran.data["review_by"])


def test_a_stop_stands_out(run, workspace):
    """
    The list, the list of numbers and the doctor say that a value of the program is stopped, and by whom.
    """
    ran = run("numbers", "stop", "cert-sms", "--source", SOURCE, *JAN)
    told = "stopped here by asp. Jan Kowalski; a second person has not confirmed that yet"

    assert (0, 'number:cert-sms = "8080": withdrawn\n') == (ran.code, ran.out)
    assert told in run("numbers", "list").out
    assert told in run("list", "numbers").err
    assert f"podejrzany SMS: przekaż go w całości do CERT Polska: {told}" in run("doctor").out
    rows = run("numbers", "list", "--json").data["numbers"]
    assert ["8080"] == [row["instead_of"] for row in rows if row["ref"] == "number:cert-sms"]
