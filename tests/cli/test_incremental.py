"""`ulotki build`, again: what did not change is neither laid out nor written anew, and never taken wrongly."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest

from ulotki.office import build_pieces
from ulotki.workspace.writing import PART

pytestmark = pytest.mark.days

OLD, NEW = "47 812 00 00", "47 812 11 11"
SOURCE = ("--source", "https://lubartow.policja.gov.pl/x")
SET = ("numbers", "set", "dzielnicowy", NEW, *SOURCE, "--by", "asp. Jan Kowalski")
CONFIRM = (
    "numbers",
    "confirm",
    "dzielnicowy",
    NEW,
    "--by",
    "Anna Nowak",
    "--source",
    "https://lubartow.policja.gov.pl",
)

AUGUST = ("--on", "2024-08-15")

POSTERS = {"scams": ["na-wnuczka", "blik"]}
STICKER = {"scams": ["scam-spam"], "template": "sticker", "format": "sticker"}
WNUCZEK, BLIK, SPAM, SHEETS = (
    "pieces/na-wnuczka-poster-A4-colour.pdf",
    "pieces/blik-poster-A4-colour.pdf",
    "pieces/scam-spam-sticker-sticker-colour.pdf",
    "print/scam-spam-sticker-sticker-colour.pdf",
)


@pytest.fixture
def target(workspace) -> Path:
    return workspace / "out/maj"


@pytest.fixture
def laid(monkeypatch) -> list[str]:
    """The scams of all pieces that were laid out since, in the order it was done; a test may empty it."""
    done: list[str] = []
    attempt = build_pieces.try_piece

    def counted(job, work):
        done.append(job.scam)
        return attempt(job, work)

    monkeypatch.setattr(build_pieces, "try_piece", counted)
    return done


@pytest.fixture
def built(run, campaign, dzielnicowy, laid):
    """An edition of two posters that carry the number of the dzielnicowy, and a sticker that does not."""
    dzielnicowy(OLD, OLD)
    campaign(POSTERS, STICKER)
    assert 0 == run("build").code
    laid.clear()


def pieces(folder: Path) -> dict[str, bytes]:
    """Path → bytes of the PDFs of an edition."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.pdf")}


def marks(folder: Path) -> dict[str, str | None]:
    """Path → the word across it."""
    return {file["path"]: file["mark"] for file in json.loads((folder / "manifest.json").read_text())["files"]}


def reread(run) -> tuple[int, dict[str, bytes]]:
    """(exit code, PDFs) of the same build with nothing remembered, somewhere else."""
    ran = run("build", "--force", "--out", "fresh", "--json")
    return ran.code, pieces(Path(ran.data["folder"]))


# What is not done


def test_nothing_is_read_when_nothing_changed(run, built, monkeypatch):
    """
    Not even the library: digests of files are enough.
    """
    monkeypatch.setattr("ulotki.workspace.memory.read", None)
    monkeypatch.setattr(build_pieces, "try_piece", None)

    assert 0 == run("build").code


def test_one_changed_scam(run, built, laid, scam, target, editions, whole):
    """
    Only its pieces are laid out; the others keep their bytes, and who asks is told how many.
    """
    scam("blik", title="Kod BLIK")
    ran = run("build")
    first, second = map(pieces, editions(target))

    assert ["blik"] == laid
    assert "pieces anew: 1, unchanged: 2\n" in ran.out
    assert {BLIK} == {path for path in first if first[path] != second[path]}
    assert whole(editions(target)[1])
    assert (0, second) == reread(run)


def test_a_comment_is_no_change(run, built, laid, workspace, tree, target):
    """
    The files are read, and the edition stays as it is.
    """
    numbers = workspace / "numbers.toml"
    numbers.write_text("# seen on Monday\n\n" + numbers.read_text())
    before = tree(target)

    assert 0 == run("build").code
    assert [] == laid
    assert before == tree(target)


def test_other_copies_lay_out_nothing(run, built, laid, campaign, target, editions):
    """
    Who gets how many is in the record alone: the edition has the same code and the same files.
    """
    campaign(POSTERS | {"copies": 9}, STICKER)
    ran = run("build", "--json")
    folder = Path(ran.data["folder"])

    assert (0, []) == (ran.code, laid)
    assert {9, 2} == {
        place["copies"]
        for file in json.loads((folder / "manifest.json").read_text())["files"]
        for place in file["places"]
    }


def test_a_new_piece(run, built, laid, campaign, target, editions):
    """
    Only what was not there is laid out.
    """
    campaign(POSTERS, STICKER, {"scams": ["blik"], "template": "leaflet", "format": "A5"})

    assert 0 == run("build").code
    assert ["blik"] == laid
    assert (0, pieces(editions(target)[-1])) == reread(run)


def test_force_makes_all_anew(run, built, laid, tree, target):
    """
    Every piece is laid out, and comes out the same.
    """
    before = tree(target)

    assert 0 == run("build", "--force").code
    assert ["na-wnuczka", "blik", "scam-spam"] == laid
    assert before == tree(target)


def test_another_program_makes_all_anew(run, built, laid, monkeypatch):
    """
    A new version may draw anything.
    """
    monkeypatch.setattr("ulotki.fingerprint.program", lambda: "another")

    assert 0 == run("build").code
    assert 3 == len(laid)


# What is not believed


@pytest.mark.parametrize("damage", ["altered", "lost", "emptied"])
def test_a_damaged_file_is_laid_out_again(run, built, laid, target, editions, whole, damage):
    """
    In a new edition; the damaged one stays as it is, and what is whole in it is taken over.
    """
    (first,) = editions(target)
    file, good = first / BLIK, pieces(first)
    match damage:
        case "altered":
            file.write_bytes(good[BLIK].replace(b"1", b"7", 1))
        case "lost":
            file.unlink()
        case "emptied":
            file.write_bytes(b"")
    ran = run("build")

    assert 0 == ran.code
    assert ["blik"] == laid
    assert whole(editions(target)[1])
    assert good == pieces(editions(target)[1])


def test_a_lost_picture_comes_back(run, built, laid, target, editions, whole):
    """
    It is not of the record, so the edition is the same, and its contact sheet shows all again.
    """
    (first,) = editions(target)
    (first / "pictures/blik-poster-A4-colour.png").unlink()

    assert 0 == run("build").code
    assert ["blik"] == laid
    assert whole(first)
    assert [first] == editions(target)


@pytest.mark.parametrize(
    "garbage",
    [
        b"",
        b"{",
        b"\xff",
        b"[]",
        b"7",
        b"null",
        b'{"whole": 1}',
        b'{"other": 1}',
        b'{"pieces": 7}',
        b'{"folder": 7}',
        b'{"pieces": {"blik-poster-A4-colour": 7}}',
        b'{"pieces": {"blik-poster-A4-colour": {"inputs": "x"}}}',
        b'{"folder": "../..", "whole": "x", "pieces": []}',
    ],
)
def test_garbage_is_harmless(run, built, laid, tree, target, garbage):
    """
    Whatever lies there as the memory of a build, the build is the same; at worst all is laid out again.
    """
    before = tree(target)
    (target / ".inputs.json").write_bytes(garbage)

    assert 4 != run("plan").code
    assert 0 == run("build").code
    assert before == tree(target)
    assert 0 == run("build").code


@pytest.mark.parametrize("key", ["inputs", "folder", "files"])
def test_a_memory_of_another_shape_is_harmless(run, built, tree, target, key):
    """
    Every part of it may be of any kind.
    """
    before, path = tree(target), target / ".inputs.json"
    whole = json.loads(path.read_bytes())
    for value in (None, 7, [], {}, "x", {"x": 7}):
        pieces = {name: piece | {key: value} for name, piece in whole["pieces"].items()}
        path.write_text(json.dumps(whole | {"whole": "", "pieces": pieces}))
        assert 0 == run("build").code
        assert before == tree(target)


def test_a_memory_that_lies_is_found_out(run, built, scam, target, laid, editions):
    """
    Files of another edition under the digests of this one: bytes that the record does not list are not taken.
    """
    path = target / ".inputs.json"
    memory = json.loads(path.read_bytes())
    piece = memory["pieces"]["blik-poster-A4-colour"]
    piece["files"] = {WNUCZEK: memory["pieces"]["na-wnuczka-poster-A4-colour"]["files"][WNUCZEK]}
    path.write_text(json.dumps(memory | {"whole": ""}))

    assert 0 == run("build").code
    assert ["blik"] == laid
    assert 1 == len(editions(target))


def test_a_part_takes_nothing_from_the_rest(run, built, laid, target):
    """
    A draft of a part takes over what it can; the whole is then as fast as before, and the draft goes.
    """
    run("build", "--only", "blik")
    ran = run("build")

    assert (0, []) == (ran.code, laid)
    assert not (target / "draft").exists()


# A number changes


def test_only_what_carries_a_new_number_is_marked(run, built, target, editions, texts):
    """
    WZÓR on the posters, which carry it; the sticker, which does not, is the same to the byte.
    """
    run(*SET)
    ran = run("build")
    (edition,) = editions(target)
    draft = target / "draft"

    assert 1 == ran.code
    assert {WNUCZEK: "WZÓR", BLIK: "WZÓR", SPAM: None, SHEETS: None} == marks(draft)
    assert {WNUCZEK, BLIK} == {path for path in pieces(draft) if any("WZÓR" in page for page in texts(draft / path))}
    assert [pieces(edition)[path] for path in (SPAM, SHEETS)] == [pieces(draft)[path] for path in (SPAM, SHEETS)]


def test_from_one_number_to_another(run, built, laid, target, editions, whole, tree):
    """
    Set: the plan says what will change, the build is a draft. Confirmed: a new edition, with only those pieces new.
    Built again: nothing is done.
    """
    (first,) = editions(target)
    before = tree(first)
    assert 0 == run("plan").code

    run(*SET)
    plan, draft = run("plan"), run("build")
    assert (4, 1) == (plan.code, draft.code)
    assert f"number:dzielnicowy: {OLD} → {NEW}: pieces 2, places 2, copies 8\n" in plan.out
    assert [first] == editions(target)

    run(*CONFIRM)
    plan, final = run("plan"), run("build")
    assert (4, 0) == (plan.code, final.code)
    assert "pieces anew: 2, unchanged: 1\n" in final.out
    _, second = editions(target)
    assert before == tree(first)
    assert whole(second)
    assert {WNUCZEK, BLIK} == {path for path in pieces(first) if pieces(first)[path] != pieces(second)[path]}
    assert {None} == set(marks(second).values())
    assert not (target / "draft").exists()
    assert (0, pieces(second)) == reread(run)

    laid.clear()
    again = run("build")
    assert (0, "nothing has changed: pieces as they are: 3") == (again.code, again.out.split("\n")[0])
    assert [] == laid
    assert 0 == run("plan").code


def test_to_and_fro_between_draft_and_edition(run, built, dzielnicowy, target, editions):
    """
    Unconfirmed, confirmed, unconfirmed, another number and back: each build is what it would be with no memory.
    """
    steps = [(NEW, None), (NEW, NEW), (NEW, None), (OLD, OLD), (OLD, None), (NEW, OLD), (NEW, NEW), (OLD, OLD)]
    for value, retyped in steps:
        dzielnicowy(value, retyped)
        ran = run("build", "--json")
        assert (ran.code, pieces(Path(ran.data["folder"]))) == reread(run)
        assert (value == retyped) == ran.data["final"] == ({None} == set(marks(Path(ran.data["folder"])).values()))
        again = run("build", "--json")
        assert (ran.code, ran.data["folder"]) == (again.code, again.data["folder"])


def test_a_part_in_between_is_no_edition(run, built, dzielnicowy, target, editions):
    """
    A draft of a part, good or marked, is never taken for the whole.
    """
    run("build", "--only", "blik")
    ran = run("build", "--json")
    assert (0, True, 3) == (ran.code, ran.data["final"], len(ran.data["pieces"]))
    dzielnicowy(NEW, None)
    run("build", "--only", "blik")
    dzielnicowy(NEW, NEW)
    ran = run("build", "--json")

    assert (0, True) == (ran.code, ran.data["final"])
    assert (0, pieces(Path(ran.data["folder"]))) == reread(run)


def test_the_doubtful_are_told_on_the_day_of_which_a_piece_speaks(run, campaign, dzielnicowy, laid):
    """
    A new number that has not begun, and that nobody has confirmed: the old one is printed, and nothing is doubtful,
    whether the piece was laid out or taken over.
    """
    word = f'{{ value = "{OLD}", by = "B", on = 2024-07-01 }}'
    before = f'before = {{ value = "{OLD}", until = 2024-08-31, set_by = "A", confirmed = {word} }}'
    dzielnicowy(NEW, more=f"valid_from = 2024-09-01\n{before}")
    campaign({})
    first = run("build", *AUGUST, "--json")
    campaign({}, STICKER)
    laid.clear()
    second = run("build", *AUGUST, "--json")

    assert (0, []) == (first.code, first.data["doubtful"])
    assert ["scam-spam"] == laid
    assert (0, []) == (second.code, second.data["doubtful"])


def test_the_old_number_that_nobody_confirmed_is_told(run, campaign, dzielnicowy, laid):
    """
    While both hold, the second of the two makes a piece doubtful, whether it was laid out or taken over.
    """
    dzielnicowy(
        NEW, NEW, more=f'valid_from = 2024-08-01\nbefore = {{ value = "{OLD}", until = 2024-08-31, set_by = "A" }}'
    )
    campaign({})
    first = run("build", *AUGUST, "--json")
    campaign({}, STICKER)
    laid.clear()
    second = run("build", *AUGUST, "--json")

    assert ["scam-spam"] == laid
    assert [["number:dzielnicowy+"]] * 2 == [ran.data["doubtful"] for ran in (first, second)]
    assert [1, 1] == [first.code, second.code]


# Killed


@pytest.mark.slow
def test_killed_whenever_it_may_be(campaign, dzielnicowy, workspace, target, editions, whole, tmp_path):
    """
    Numbers change, and builds of two processes are killed at any moment: every edition is whole by its record, the page
    that leads to the newest leads somewhere, and the next build finishes.
    """
    scams = ["na-wnuczka", "blik", "scam-spam"]
    campaign(
        {"scams": scams}, {"scams": scams, "template": "leaflet", "format": "A5"}, {"scams": scams, "palette": "eco"}
    )
    chance, length = random.Random(7), 0.0

    def start():
        return subprocess.Popen(
            [sys.executable, "-m", "ulotki", "build", "-q", "--jobs", "2"],
            cwd=workspace,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def sound():
        page = target / "AKTUALNE.html"
        leads = page.read_text().split("url=")[1].split("/index")[0] if page.is_file() else ""
        return all(map(whole, editions(target))) and (not leads or (target / leads / "manifest.json").is_file())

    for number in range(9):
        value = f"47 812 00 {number:02d}"
        dzielnicowy(value, value)
        began, process = time.monotonic(), start()
        if number == 0:
            assert 0 == process.wait(timeout=120)
            length = time.monotonic() - began
            continue
        time.sleep(length * (chance.random() if number % 2 else chance.uniform(0.7, 1.0)))
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        assert sound()

    assert 0 == start().wait(timeout=120)
    assert sound()
    assert [] == list(target.rglob(f"{PART}*"))
    newest = editions(target)[-1]
    assert 9 == len(list((newest / "pieces").glob("*.pdf")))
    assert {sha256(path.read_bytes()).hexdigest() for path in (newest / "pieces").glob("*.pdf")} <= {
        file["sha256"] for file in json.loads((newest / "manifest.json").read_text())["files"]
    }
