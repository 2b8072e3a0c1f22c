"""A number that changes within a campaign, told as every command sees it on the days around the change."""

from __future__ import annotations

import datetime
import json

import pytest

OLD, NEW = "47 812 00 00", "47 812 11 11"
PAGE = "https://lubartow.policja.gov.pl"
WORD = ("--source", PAGE)
TWO = ({"scams": ["na-wnuczka"]}, {"scams": ["scam-spam"], "template": "sticker", "format": "sticker"})


@pytest.fixture
def on(run, monkeypatch):
    """on("2024-08-20", "build", …): the command on that day."""

    def go(day: str, *command: str):
        monkeypatch.setattr("ulotki.cli.options.today", lambda: datetime.date.fromisoformat(day))
        return run(*command)

    return go


@pytest.fixture
def running(on, workspace, campaign, dzielnicowy):
    """A campaign from 1 August to 30 September with an edition of the old number; the new one holds from 10 August.

    The old one holds until 20 August as well, so sheets that say it alone hang until then.
    """
    campaign(*TWO)
    file = workspace / "campaigns/maj.toml"
    file.write_text(file.read_text().replace("\nday", "\nuntil = 2024-09-30\nday"))
    dzielnicowy(OLD, OLD, source=PAGE)
    assert 0 == on("2024-08-02", "build").code
    given = ("dzielnicowy", NEW, *WORD)
    bounds = ("--from", "2024-08-10", "--old-until", "2024-08-20")
    assert 0 == on("2024-08-05", "numbers", "set", *given, "--by", "asp. Jan Kowalski", *bounds).code
    assert 0 == on("2024-08-06", "numbers", "confirm", *given, "--by", "Anna Nowak").code
    assert 0 == on("2024-08-07", "build").code
    return workspace / "out/maj"


def printed(target) -> dict[str, set[str]]:
    """Number → the pieces that carry it, in the newest edition."""
    newest = max(target.glob("2024*"), key=lambda path: int(path.name.split("-")[3]))
    found: dict[str, set[str]] = {}
    for file in json.loads((newest / "manifest.json").read_text())["files"]:
        for ref, value in file["values"].items():
            if "dzielnicowy" in ref:
                found.setdefault(value, set()).add(file["name"].split("-poster")[0])
    return found


def record(target) -> dict:
    newest = max(target.glob("2024*"), key=lambda path: int(path.name.split("-")[3]))
    return json.loads((newest / "manifest.json").read_text())


def test_each_day_builds_what_holds(on, running, tree):
    """
    The old number, then both, then the new one; in between there is nothing to do, and the sticker is never made anew.
    """
    expected = [
        ("2024-08-08", {OLD}, 2),
        ("2024-08-09", {OLD}, 2),
        ("2024-08-10", {OLD, NEW}, 3),
        ("2024-08-20", {OLD, NEW}, 3),
        ("2024-08-21", {NEW}, 4),
        ("2024-09-30", {NEW}, 4),
        ("2024-12-24", {NEW}, 4),
    ]
    for day, numbers, editions in expected:
        planned, before = on(day, "plan", "--json"), tree(running)
        built = on(day, "build", "--json")
        assert (day, 0, numbers, editions) == (day, built.code, set(printed(running)), len(list(running.glob("2024*"))))
        assert all({"na-wnuczka"} == pieces for pieces in printed(running).values())
        changed = [one["name"].split("-poster")[0] for one in planned.data["changes"]]
        assert (built.data["anew"] or 0) == len(changed) <= 1 and "scam-spam" not in "".join(changed)
        assert bool(changed) == (before != tree(running))
        assert 0 == on(day, "plan").code
        assert "nothing has changed" in on(day, "build").out

    assert "2024-08-21" == record(running)["as_of"]


def test_the_day_of_the_campaign_stays(on, running):
    """
    The record says which day it is of, and beside it of which day its pieces speak; a file says version 3 without one.
    """
    first = json.loads(next(running.glob("*-1-*/manifest.json")).read_text())
    assert ("ulotki.manifest/3", "2024-08-01", False) == (first["schema"], first["day"], "as_of" in first)

    on("2024-08-12", "build")
    last = record(running)
    assert ("ulotki.manifest/4", "2024-08-01", "2024-08-10") == (last["schema"], last["day"], last["as_of"])


def test_a_pack_asks_for_the_edition_of_today(on, running):
    """
    Sheets of before the turn are not packed after it; once build was run they are, and all that it says is to build.
    """
    way_out = "make the edition anew first: ulotki build maj\n"
    assert 0 == on("2024-08-09", "pack", "bank").code
    for day in ("2024-08-10", "2024-08-20"):
        late = on(day, "pack", "bank")
        assert (1, True) == (late.code, way_out in late.err)
    ended = on("2024-08-21", "pack", "bank")
    assert "na-wnuczka-poster-A4-colour is left out: its last day is over\n" in ended.err
    assert way_out in ended.err

    assert 0 == on("2024-08-21", "build").code
    packed = on("2024-08-21", "pack", "bank")
    assert (0, False) == (packed.code, "left out" in packed.err or "first" in packed.err)


def test_the_sheet_with_both_is_not_packed_once_one_has_ended(on, running):
    """
    It names two numbers, and one of them is dead: the edition is to be made anew, and no day is to be written anywhere.
    """
    assert 0 == on("2024-08-12", "build").code
    assert 0 == on("2024-08-20", "pack", "bank").code
    late = on("2024-08-21", "pack", "bank")

    assert (1, True) == (late.code, "make the edition anew first: ulotki build maj\n" in late.err)
    assert "day = " not in late.err


def test_all_that_a_place_gets_has_ended(on, running, campaign, workspace):
    """
    While its campaign goes on the way out is to build, and not the next campaign.
    """
    file = workspace / "campaigns/maj.toml"
    file.write_text(file.read_text().partition('\n[[order]]\nscams = ["scam-spam"]')[0])
    assert 0 == on("2024-08-08", "build").code
    ended = on("2024-08-21", "pack", "bank")

    assert (1, True) == (ended.code, "make the edition anew first: ulotki build maj\n" in ended.err)
    assert "make the next campaign" in on("2024-10-01", "pack", "bank").err


def test_a_pack_for_a_day_to_come(on, running):
    """
    Build speaks of today, so the way out names the day; with an edition of that day it is packed.
    """
    assert 0 == on("2024-08-12", "build").code
    ahead = on("2024-08-12", "pack", "bank", "--on", "2024-08-25")
    assert (1, True) == (ahead.code, "ulotki build maj --on 2024-08-25" in ahead.err)

    assert 0 == on("2024-08-12", "build", "--on", "2024-08-25").code
    assert 0 == on("2024-08-12", "pack", "bank", "--on", "2024-08-25").code


def test_what_hangs_is_brought_anew(on, running):
    """
    The old sheet is good until the old number ends; then it comes down, and the new one is brought once it is built.
    """
    assert 0 == on("2024-08-08", "hand-over", "bank").code
    old = next(one["code"] for one in record(running)["files"] if "poster" in one["name"])
    assert [True, False] == [not on(day, "verify", old).code for day in ("2024-08-20", "2024-08-21")]
    assert [0, 4] == [on(day, "recall").code for day in ("2024-08-20", "2024-08-21")]
    way_out = "to have something to bring, make the edition anew: ulotki build maj; then ask again"
    assert way_out in on("2024-08-21", "recall").err

    assert 0 == on("2024-08-21", "build").code
    assert way_out not in on("2024-08-21", "recall").err
    assert [True, False] == ["may stay" in on(day, "verify", old).out for day in ("2024-08-20", "2024-08-21")]
    new = next(one["code"] for one in record(running)["files"] if "poster" in one["name"])
    assert new in on("2024-08-21", "recall").out
    assert 0 == on("2024-08-22", "verify", new).code
    assert 0 == on("2024-08-22", "pack", "bank", "--new").code


def test_a_value_that_comes_back(on, running, tree):
    """
    With the change undone the sheets of before are made again, whatever day it is.
    """
    first = tree(next(running.glob("*-1-*")))
    assert 0 == on("2024-08-25", "build").code
    assert {NEW} == set(printed(running))
    assert [0, 0] == [on("2024-08-25", "undo", number).code for number in ("2", "1")]

    assert 0 == on("2024-08-26", "build").code
    assert first == tree(next(running.glob("*-4-*")))


def test_a_confirmation_of_a_day_to_come(on, workspace, campaign, dzielnicowy):
    """
    Until its day there is a draft; on the day itself build makes the edition and does not say that nothing is to be done.
    """
    campaign(*TWO)
    dzielnicowy(OLD, OLD, source=PAGE)
    numbers = workspace / "numbers.toml"
    numbers.write_text(numbers.read_text().replace("on = 2024-07-16", "on = 2024-08-20"))

    assert [1, 1, 0, 0] == [on(day, "build").code for day in ("2024-08-18", "2024-08-19", "2024-08-20", "2024-08-21")]
    assert "2024-08-20" == record(workspace / "out/maj")["as_of"]
    assert 1 == on("2024-08-19", "build").code


def test_a_clock_that_goes_back(on, running):
    """
    What was made after a turn is not what a day before it asks for.
    """
    assert 0 == on("2024-08-21", "build").code
    assert "nothing has changed" not in on("2024-08-12", "build").out
    assert {OLD, NEW} == set(printed(running))


def test_two_campaigns_at_once(on, running, workspace):
    """
    Each speaks of its own day, and only the one in which the number turns is made anew.
    """
    text = (workspace / "campaigns/maj.toml").read_text().replace("2024-08-01", "2024-08-21")
    (workspace / "campaigns/jesien.toml").write_text(text)
    assert [0, 0] == [on("2024-08-12", "build", name).code for name in ("maj", "jesien")]
    jesien = workspace / "out/jesien"
    assert ({OLD, NEW}, {NEW}) == (set(printed(running)), set(printed(jesien)))

    on("2024-08-22", "build", "jesien")
    on("2024-08-22", "build", "maj")
    assert ({NEW}, {NEW}, 1) == (set(printed(running)), set(printed(jesien)), len(list(jesien.glob("2024*"))))
    assert "as_of" not in record(jesien)


def test_the_twenty_ninth_of_february(on, workspace, campaign, dzielnicowy):
    """
    The old number ends with the 28th: on the 29th the new one is told alone.
    """
    campaign(*TWO, day="2028-02-01")
    dzielnicowy(OLD, OLD, source=PAGE)
    given = ("dzielnicowy", NEW, *WORD)
    assert 0 == on("2028-01-05", "numbers", "set", *given, "--by", "Jan Kowalski", "--old-until", "2028-02-28").code
    assert 0 == on("2028-01-05", "numbers", "confirm", *given, "--by", "Anna Nowak").code
    target, found = workspace / "out/maj", []
    for day in ("2028-02-28", "2028-02-29", "2028-03-01"):
        assert 0 == on(day, "build").code
        newest = max(target.glob("2028*"))
        found.append(sorted(json.loads((newest / "manifest.json").read_text())["files"][0]["values"].values()))

    assert [2, 1, 1] == [sum(value in (OLD, NEW) for value in values) for values in found]
    assert 2 == len(list(target.glob("2028*")))


def turned(ran) -> list[tuple[str, str]]:
    """What doctor says of values that the newest edition does not say as they hold now."""
    lines = [one for one in ran.data["lines"] if one["about"] == "edition"]
    return [(one["state"], f"{one['what']}: {one['hint']}") for one in lines if one["ref"]]


@pytest.mark.parametrize(
    ("day", "now"),
    [("2024-08-09", ""), ("2024-08-10", f"{NEW}, {OLD}"), ("2024-08-20", f"{NEW}, {OLD}"), ("2024-08-21", NEW)],
)
def test_doctor_says_what_has_turned(on, running, day, now):
    """
    Which campaign, which value, since when and the way out; before the turn and after the build it says nothing.
    """
    since = "2024-08-21" if day == "2024-08-21" else "2024-08-10"
    said = f"campaign maj: dzielnicowy gminy Serniki: since {since} it is {now}, and the edition says {OLD}: make it anew: ulotki build maj; then ulotki recall says what must come down"
    ran = on(day, "doctor", "--json")

    assert ([("look", said)] if now else [], 0) == (turned(ran), ran.code)
    assert 0 == on(day, "build").code
    assert [] == turned(on(day, "doctor", "--json"))


def test_doctor_says_that_nothing_holds(on, running, workspace):
    """
    A number that was withdrawn stands in the edition: first comes the one that holds, then a build.
    """
    given = ("dzielnicowy", "--by", "Anna Nowak")
    assert 0 == on("2024-08-08", "numbers", "withdraw", *given).code

    assert [
        (
            "look",
            f"campaign maj: dzielnicowy gminy Serniki: the edition says {OLD}, which does not hold: give the value that holds first, then make it anew: ulotki build maj",
        )
    ] == turned(on("2024-08-09", "doctor", "--json"))


def test_a_value_that_was_set_since_is_said_too(on, running):
    """
    A change without days is no less true for the pieces that lie there.
    """
    assert 0 == on("2024-08-21", "build").code
    given = ("dzielnicowy", "47 812 22 22", *WORD)
    assert 0 == on("2024-09-01", "numbers", "set", *given, "--by", "asp. Jan Kowalski").code
    assert 0 == on("2024-09-02", "numbers", "confirm", *given, "--by", "Anna Nowak").code
    ((_, said),) = turned(on("2024-09-03", "doctor", "--json"))

    assert f"since 2024-09-02 it is 47 812 22 22, and the edition says {NEW}" in said


def test_an_edition_of_a_campaign_that_is_over_has_not_turned(on, running):
    """
    Nothing is made of it any more; what still hangs is what recall names.
    """
    assert [True, False] == [bool(turned(on(day, "doctor", "--json"))) for day in ("2024-09-30", "2024-10-01")]


def test_a_clock_that_stands_before_the_ledger_is_said(on, running):
    """
    Whoever asks what holds is told that today cannot be right; the answer and its code stay those of the day.
    """
    assert 0 == on("2024-08-20", "hand-over", "bank").code
    code = next(one["code"] for one in record(running)["files"])
    said = "today is 2024-08-19, and entry 1 of the ledger is of 2024-08-20"
    for command in (("verify", code), ("recall",), ("doctor",), ("report",), ("desk",)):
        early, right = on("2024-08-19", *command), on("2024-08-20", *command)
        assert (True, False) == tuple(said in one.out + one.err for one in (early, right)), command
        assert early.code == right.code

    assert said not in on("2024-08-20", "verify", code, "--on", "2024-08-10").err
    assert 0 == on("2024-08-20", "ledger", "correct", "1", "--on", "2024-08-18").code
    assert said not in on("2024-08-19", "recall").err


ENDS = """
[number.dzielnicowy]
value = "47 812 00 00"
label = "dzielnicowy"
set_by = "asp. Jan Kowalski"
valid_from = 0001-01-01
confirmed = { value = "47 812 00 00", by = "Anna Nowak", on = 9999-12-31 }
before = { value = "47 812 00 99", until = 9999-12-31 }
"""


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar(run, workspace, campaign, monkeypatch, day):
    """
    A day that nobody means, as today, asked about or written in a file, is no mistake of the program.
    """
    campaign()
    (workspace / "numbers.toml").write_text(ENDS)
    (workspace / "meetings.toml").write_text(
        f'[meeting.x]\ngroup = "Klub"\nday = {day}\nhour = "23.30"\nplace = "bank"\n'
    )
    (workspace / "ulotki.toml").open("a").write("[plan]\nbegins = 9999-01-01\nends = 9999-12-31\n")
    monkeypatch.setattr("ulotki.cli.options.today", lambda: datetime.date.fromisoformat(day))
    for command in (
        *(("doctor",), ("numbers", "due"), ("numbers", "list"), ("meetings", "list"), ("meetings", "calendar")),
        *(("meetings", "letter", "bank"), ("summary",), ("report",), ("plan",), ("recall",), ("press-note",)),
        (
            "numbers",
            "set",
            "dzielnicowy",
            "47 812 11 11",
            "--source",
            "https://gov.pl/x",
            "--by",
            "Jan Kos",
            "--from",
            day,
        ),
    ):
        ran = run(*command)
        assert ran.code in (0, 1, 2, 4), command
        assert "mistake in the program" not in ran.err, (command, ran.err)
