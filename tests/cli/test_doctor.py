"""`ulotki doctor`: what was found, what is worth a look, what is wrong; it changes nothing."""

import itertools
import re
import shutil
import sys

import pytest

from ulotki.look import vendored
from ulotki.office.doctor import folder
from ulotki.workspace.writing import Alone

pytestmark = pytest.mark.days

NUMBER = "47 812 00 00"
SOURCE = "https://lubartow.policja.gov.pl"
ON = ("--on", "2024-08-01")


def states(ran, about):
    """The states of all lines about something."""
    return [line["state"] for line in ran.data["lines"] if line["about"] == about]


def told(ran, about):
    return " ".join(line["what"] + " " + (line["hint"] or "") for line in ran.data["lines"] if line["about"] == about)


def refs(ran, about):
    """The refs of all lines about something."""
    return [line["ref"] for line in ran.data["lines"] if line["about"] == about]


@pytest.fixture
def built(run, workspace, dzielnicowy):
    """The folder of an edition."""
    dzielnicowy(NUMBER, NUMBER)
    assert 0 == run("build").code
    (folder,) = (workspace / "out/maj").glob("2024-08-01-1-*")
    return folder


def test_all_is_there(run, workspace, built, tree):
    """
    Version, Python, shipped files, workspace, room and the newest edition are good; nothing changes.
    """
    before = tree(workspace)
    ran = run("doctor", *ON, "--json")

    assert (0, before) == (ran.code, tree(workspace))
    assert ("ulotki.doctor/2", True) == (ran.data["schema"], ran.data["good"])
    for about in ("program", "shipped", "workspace", "write", "edition"):
        assert {"good"} == set(states(ran, about))
    assert sys.version.split()[0] in told(ran, "program")
    assert built.name in told(ran, "edition")


def test_each_line_begins_with_its_state(run, workspace):
    """
    A person sees at the beginning of a line whether to read on; what needs a look has its way out below.
    """
    lines = run("doctor", *ON).out.splitlines()

    assert all(line.startswith(("good  ", "look here  ", "      ")) for line in lines[:-1])
    assert all("hint:" in after for line, after in itertools.pairwise(lines) if line.startswith("look here"))


def test_no_workspace(run, empty):
    """
    Without a workspace the program itself is looked at, and the way to one is told.
    """
    ran = run("doctor", "--json")

    assert (0, ["look"]) == (ran.code, states(ran, "workspace"))
    assert "ulotki init" in told(ran, "workspace")


def test_an_altered_face(run, workspace, monkeypatch):
    """
    A shipped file that is not the one that was looked at is wrong, and named.
    """
    name = "fonts/FiraSans-Bold.ttf"
    monkeypatch.setitem(vendored.SHA256, name, "0" * 64)
    ran = run("doctor", *ON, "--json")

    assert (1, ["wrong"]) == (ran.code, [state for state in states(ran, "shipped") if state != "good"])
    assert name in told(ran, "shipped")


def test_a_workspace_with_faults(run, workspace):
    """
    Every fault of the files is a line, and the rest is looked at all the same.
    """
    (workspace / "places.toml").write_text('[place.x]\nname = "X"\nkind = "nic"\n')
    ran = run("doctor", *ON, "--json")

    assert (1, True) == (ran.code, "wrong" in states(ran, "workspace"))
    assert "places.toml" in told(ran, "workspace")
    assert ["good"] == states(ran, "write")


def test_nothing_may_be_written(run, workspace, monkeypatch):
    """
    A folder that takes no file is wrong.
    """

    def refuse(**_):
        raise PermissionError(13, "Permission denied", "out")

    monkeypatch.setattr("tempfile.TemporaryFile", refuse)
    ran = run("doctor", *ON, "--json")

    assert (1, ["wrong"]) == (ran.code, states(ran, "write"))


def test_a_disk_that_can_only_be_read(run, workspace, built, monkeypatch):
    """
    The lock beside an edition cannot be taken: that is one line, and the rest is looked at all the same.
    """

    def refuse(*_, **__):
        raise OSError(30, "Read-only file system", ".lock")

    monkeypatch.setattr("filelock.FileLock.acquire", refuse)
    monkeypatch.setattr("tempfile.TemporaryFile", refuse)
    ran = run("doctor", *ON, "--json")

    assert (1, ["wrong"], ["good"]) == (ran.code, states(ran, "write"), states(ran, "edition"))
    assert "Read-only file system" in told(ran, "write")


def test_little_room(run, workspace, monkeypatch):
    """
    A disk that is almost full is worth a look.
    """
    monkeypatch.setattr(folder, "ROOM", 1 << 80)
    ran = run("doctor", *ON, "--json")

    assert (0, ["look"]) == (ran.code, states(ran, "write"))


def test_no_edition_yet(run, workspace):
    """
    A campaign without an edition: how to make one.
    """
    ran = run("doctor", *ON, "--json")

    assert ["look"] == states(ran, "edition")
    assert "ulotki build maj" in told(ran, "edition")


@pytest.mark.parametrize("damage", ["altered", "missing", "record"])
def test_a_damaged_edition(run, workspace, built, damage):
    """
    One byte, one file or the record: the newest edition is not whole, and that is wrong.
    """
    piece = next((built / "pieces").glob("*.pdf"))
    match damage:
        case "altered":
            piece.write_bytes(piece.read_bytes() + b"\n")
        case "missing":
            piece.unlink()
        case "record":
            (built / "manifest.json").write_text("{}")
    ran = run("doctor", *ON, "--json")

    assert (1, ["wrong"]) == (ran.code, states(ran, "edition"))
    assert (piece.name in told(ran, "edition")) == (damage != "record")


def test_an_edition_under_another_name(run, workspace, built):
    """
    Its folder names a code that is not that of its record: which of the two somebody means nobody knows.
    """
    built.rename(built.parent / "2024-08-01-1-AAAAA-AAAAA")
    ran = run("doctor", *ON, "--json")

    assert (1, ["wrong"]) == (ran.code, states(ran, "edition"))
    assert "give the folder its own name back" in told(ran, "edition")


def test_what_lies_there_of_a_campaign_that_is_gone(run, workspace):
    """
    A draft of it goes with no build any more, and no edition of it is missing.
    """
    (workspace / "out/dawna/draft").mkdir(parents=True)
    ran = run("doctor", *ON, "--json")

    assert ["look"] == states(ran, "draft") and "delete the folder" in told(ran, "draft")
    assert "campaign dawna" not in told(ran, "edition")


def test_what_lies_around(run, workspace, built):
    """
    A draft, a build at work and leftovers are worth a look, each with its way out.
    """
    shutil.copytree(built, workspace / "out/maj/draft")
    (workspace / "out/maj/.part-x").mkdir()
    with Alone(workspace / "out/maj"):
        ran = run("doctor", *ON, "--json")

    assert 0 == ran.code
    assert [["look"]] * 3 == [states(ran, about) for about in ("draft", "leftover", "lock")]
    assert [] == states(run("doctor", *ON, "--json"), "lock")


@pytest.mark.parametrize(("entry", "state"), [(("",), "look"), ((NUMBER,), "wrong"), ((NUMBER, NUMBER), None)])
def test_the_number_of_the_officer(run, workspace, dzielnicowy, entry, state):
    """
    Missing is worth a look, since a box is left; unconfirmed is wrong, since it prints WZÓR.
    """
    dzielnicowy(*entry, source=SOURCE)
    ran = run("doctor", *ON, "--json")
    found = [line for line in ran.data["lines"] if line["about"] == "value" and line["ref"] == "number:dzielnicowy"]

    assert ([state] if state else []) == [line["state"] for line in found]
    assert int(state == "wrong") == ran.code


def test_a_number_that_an_older_version_confirmed(run, workspace, dzielnicowy):
    """
    Without a source it is good until it is due, which is worth a look before that day.
    """
    dzielnicowy(NUMBER, NUMBER, more="review_by = 2025-01-31")
    ran = run("doctor", *ON, "--json")

    assert 0 == ran.code
    assert (
        "dzielnicowy gminy Serniki: confirmed in an older version, without a source; it is good until 2025-01-31"
        in told(ran, "value")
    )


def test_an_expired_number(run, workspace, dzielnicowy):
    """
    A number past its last day prints WZÓR, and is wrong.
    """
    dzielnicowy(NUMBER, NUMBER, more="valid_until = 2024-07-31")

    assert 1 == run("doctor", *ON, "--json").code


def test_what_is_due(run, workspace, dzielnicowy):
    """
    What is to be read anew or ends within thirty days is worth a look, and nothing wrong.
    """
    dzielnicowy(NUMBER, NUMBER, more="review_by = 2024-08-31\nvalid_until = 2024-08-31")
    early, late = run("doctor", *ON, "--json"), run("doctor", "--on", "2024-07-31", "--json")

    assert 0 == early.code
    assert (2, 0) == tuple(refs(ran, "due").count("number:dzielnicowy") for ran in (early, late))


def test_texts_that_are_due(run, workspace):
    """
    A text is named from thirty days before it is to be read anew, and as long as nobody does.
    """
    days = ["2027-10-23", "2027-10-24", "2027-11-23", "2028-06-01"]

    assert [0, 1, 1, 1] == [refs(run("doctor", "--on", day, "--json"), "due").count("scam:na-wnuczka") for day in days]


def test_what_was_told_is_not_told_again(run, workspace, dzielnicowy):
    """
    A value that prints a mark has its line; it is due as well, which goes without saying.
    """
    dzielnicowy(NUMBER)
    ran = run("doctor", *ON, "--json")

    assert 1 == refs(ran, "value").count("number:dzielnicowy")
    assert "number:dzielnicowy" not in refs(ran, "due")


def test_the_value_that_comes_is_looked_at(run, workspace, dzielnicowy):
    """
    While the old number still holds, the new one that nobody has confirmed is worth a look.
    """
    word = f'{{ value = "{NUMBER}", by = "Anna Nowak", on = 2024-07-01, source = "{SOURCE}" }}'
    old = f'value = "{NUMBER}", until = 2024-09-30, set_by = "Jan Kowalski", set_as = "{NUMBER}"'
    before = f"before = {{ {old}, confirmed = {word} }}"
    dzielnicowy("47 812 00 99", more=f"valid_from = 2024-10-01\n{before}")
    ran = run("doctor", *ON, "--json")

    assert 0 == ran.code
    assert "a second person has to confirm it" in told(ran, "due")
    assert "number:dzielnicowy" not in refs(ran, "value")


REF = re.compile(r"(?<!numbers set )(?<!numbers confirm )\b(number|address|name|scam):[a-z]")


@pytest.mark.parametrize(
    "entry",
    [
        ([], ""),
        ([NUMBER], ""),
        ([NUMBER, NUMBER], "review_by = 2024-08-31"),
        ([NUMBER, NUMBER], "valid_until = 2024-07-31"),
    ],
    ids=str,
)
def test_values_are_called_what_people_call_them(run, workspace, built, dzielnicowy, entry):
    """
    By whose they are, not by the id of the register, which stands in commands and in JSON alone; texts by their names.
    """
    (workspace / "numbers.toml").unlink()
    dzielnicowy(*entry[0], more=entry[1])
    ran, data = (
        run("doctor", "--on", "2028-06-01" if not entry[0] else "2024-08-01", *more) for more in ((), ["--json"])
    )
    named = [line for line in data.data["lines"] if line["ref"]]

    assert named and not [line for line in ran.out.splitlines() if REF.search(line)]


def test_paths_are_those_of_the_workspace(run, workspace, built, monkeypatch):
    """
    From wherever somebody asks: each path below the workspace begins there, its own and those of the program are whole.
    """
    (workspace / "campaigns/zle.toml").write_text("[x", "utf-8")
    (workspace / "out/dawna/draft").mkdir(parents=True)
    shutil.copytree(built, built.parent / built.name.replace("-1-", "-7-"))
    said = []
    for place, given in ((workspace, "."), (workspace / "campaigns", ".."), (workspace.parent, workspace.name)):
        monkeypatch.chdir(place)
        said += [run("doctor", *ON, "--workspace", given).out, run("doctor", *ON, "--workspace", workspace).out]
    free = re.compile(r"[\d.]+ GB")
    (lines,) = {free.sub("", one) for one in said}

    assert f"workspace {workspace}:" in lines and 1 == lines.count(str(workspace))
    for path in (
        "campaigns/zle.toml:1: ",
        "out/dawna/draft",
        "  out/maj/2024-08-01-1-",
        "  out/maj/2024-08-01-7-",
        "to out,",
    ):
        assert path in lines, path
