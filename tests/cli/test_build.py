"""`ulotki build`: a whole edition or none, the same bytes from the same words, and never a number nobody confirmed."""

from __future__ import annotations

import datetime
import errno
import json
import os
import pickle
import random
import re
import resource
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import click
import pytest

from ulotki import press, stock
from ulotki import workspace as workspaces
from ulotki.cli import options
from ulotki.edition.jobs import jobs
from ulotki.office import build as building
from ulotki.office import build_pieces
from ulotki.page.piece_code import well_formed
from ulotki.page.purposes import PURPOSES
from ulotki.workspace.taken import BuildWork
from ulotki.workspace.writing import PART

LEAFLET = {"template": "leaflet", "format": "A5"}
NUMBER = "47 812 00 00"
POSTER_PDF = "pieces/na-wnuczka-poster-A4-colour.pdf"
LEAFLET_PDF = "pieces/na-wnuczka-leaflet-A5-colour.pdf"
SHEETS_PDF = "print/na-wnuczka-leaflet-A5-colour.pdf"
POSTER_PNG = "pictures/na-wnuczka-poster-A4-colour.png"
LEAFLET_PNG = "pictures/na-wnuczka-leaflet-A5-colour.png"


@pytest.fixture
def target(workspace) -> Path:
    """Where the editions of ORDER go."""
    return workspace / "out/maj"


def record(folder: Path) -> dict:
    return json.loads((folder / "manifest.json").read_text())


def listed(folder: Path) -> dict[str, dict]:
    """What the record says, by path."""
    return {file["path"]: file for file in record(folder)["files"]}


def links(page: Path) -> list[str]:
    """Where a page of HTML leads, and what it shows."""
    return re.findall(r'(?:href|src)="([^"#][^"]*)"', page.read_text())


def newest(target: Path) -> str:
    """The folder that AKTUALNE.html leads to."""
    return links(target / "AKTUALNE.html")[0].removesuffix("/index.html")


# An edition


def test_an_edition_is_pieces_sheets_a_record_and_a_contact_sheet(run, campaign, target, tree, editions, whole):
    """
    Everything that was ordered with a picture of each piece, and a page beside it that leads there.
    """
    campaign({}, LEAFLET)
    ran = run("build")
    (edition,) = editions(target)

    assert 0 == ran.code
    assert BOTH | {POSTER_PDF, LEAFLET_PDF, SHEETS_PDF, POSTER_PNG, LEAFLET_PNG} == set(tree(edition))
    assert {".lock", ".inputs.json", "AKTUALNE.html", edition.name} == {path.name for path in target.iterdir()}
    assert whole(edition)
    assert edition.name == newest(target)
    assert ran.out.endswith(f"pieces: 2, files: 3\n{edition.relative_to(Path.cwd())}/index.html\n")


def test_the_record_says_what_lies_there(run, campaign, target, tree, editions):
    """
    Each file by its digest, with its places and copies, and a code for each piece and for the whole.
    """
    campaign({}, LEAFLET | {"places": ["parish"], "copies": 20})
    run("build")
    (edition,) = editions(target)
    files = listed(edition)

    assert {path: file["sha256"] for path, file in files.items()} == {
        path: sha256(data).hexdigest() for path, data in tree(edition).items() if path.endswith(".pdf")
    }
    assert [{"id": "bank", "copies": 2}, {"id": "ops", "copies": 2}] == files[POSTER_PDF]["places"]
    assert [20, 20] == [place["copies"] for place in files[SHEETS_PDF]["places"]]
    assert (1, 2) == (files[POSTER_PDF]["pages"], files[LEAFLET_PDF]["pages"])
    assert files[LEAFLET_PDF]["code"] == files[SHEETS_PDF]["code"] != files[POSTER_PDF]["code"]
    assert edition.name == f"2024-08-01-1-{record(edition)['edition']}"
    assert all(well_formed(code) for code in (record(edition)["edition"], *(file["code"] for file in files.values())))


def test_what_the_record_says_stands_on_paper(run, campaign, dzielnicowy, target, editions, texts):
    """
    The code of a piece, and every number and host it lists, as the register has it.
    """
    campaign({}, LEAFLET)
    dzielnicowy(NUMBER, NUMBER)
    run("build")
    (edition,) = editions(target)

    for path, file in listed(edition).items():
        words = " ".join(texts(edition / path))
        assert {"112", NUMBER} <= set(file["values"].values())
        assert all(
            value.removeprefix("https://") in words for value in (f"Kod: {file['code']}", *file["values"].values())
        )


def test_every_link_of_the_contact_sheet_leads_to_a_file(run, campaign, target, editions):
    """
    And to all of them; nothing leads out of the folder.
    """
    campaign({}, LEAFLET)
    run("build")
    (edition,) = editions(target)

    assert {POSTER_PDF, LEAFLET_PDF, SHEETS_PDF, POSTER_PNG, LEAFLET_PNG} == set(links(edition / "index.html"))


def test_out_is_another_folder(run, workspace, tmp_path, editions, whole):
    """
    It is made when it is not there, and the workspace gets nothing then.
    """
    ran = run("build", "--out", tmp_path / "deep/other")

    assert 0 == ran.code
    assert all(whole(edition) for edition in editions(tmp_path / "deep/other/maj"))
    assert not (workspace / "out").exists()


def test_the_contact_sheet_opens_when_asked(run, workspace, target, editions, monkeypatch):
    """
    That of the edition that was made.
    """
    opened = []
    monkeypatch.setattr(click, "launch", opened.append)
    run("build")
    run("build", "--open")

    assert [str(editions(target)[0] / "index.html")] == [str(Path(path).resolve()) for path in opened]


# A second build


def seen(folder: Path) -> dict[str, tuple[int, int]]:
    """Path → when it was written, and as which file."""
    return {
        str(path.relative_to(folder)): (path.stat().st_mtime_ns, path.stat().st_ino)
        for path in folder.rglob("*")
        if path.name != ".lock"
    }


def test_a_second_build_changes_nothing(run, campaign, target):
    """
    The same folder, and no file written anew; it says so.
    """
    campaign({}, LEAFLET)
    first, before = run("build"), seen(target)
    second = run("build")

    assert (0, "nothing has changed: pieces as they are: 2") == (second.code, second.out.split("\n")[0])
    assert first.out.split("\n")[-2:] == second.out.split("\n")[-2:]
    assert before == seen(target)


def test_a_changed_text_makes_the_next_edition(run, campaign, scam, target, tree, editions, whole):
    """
    Beside the one before, which stays; pieces whose words did not change keep their bytes and their code.
    """
    campaign({}, {"scams": ["blik"]})
    run("build")
    (first,) = editions(target)
    before = tree(first)
    scam("na-wnuczka", name="Inna nazwa", rule="Najpierw zadzwoń do bliskich.", order="Odłóż telefon.")
    ran = run("build")
    _, second = editions(target)
    same = "pieces/blik-poster-A4-colour.pdf"

    assert 0 == ran.code
    assert before == tree(first)
    assert second.name.startswith("2024-08-01-2-")
    assert whole(second)
    assert second.name == newest(target)
    assert before[same] == tree(second)[same]
    assert listed(first)[same] == listed(second)[same]
    assert listed(first)[POSTER_PDF]["code"] != listed(second)[POSTER_PDF]["code"]


def test_words_that_come_back_are_an_edition_again(run, scam, target, editions):
    """
    The pieces are those of the first, bytes and all; its folder is not touched, and the newest is the newest.
    """
    run("build")
    file = scam("na-wnuczka", order="Odłóż telefon.")
    run("build")
    file.unlink()
    run("build")
    first, second, third = editions(target)

    assert listed(first) == listed(third) != listed(second)
    assert third.name == newest(target)


def test_another_day_is_another_edition(run, target, editions, quick):
    """
    The name says for which day, and numbers go on whatever the day.
    """
    run("build")
    run("build", "--on", "2024-07-01")
    run("build", "--on", "2024-09-01")

    assert ["2024-08-01-1", "2024-07-01-2", "2024-09-01-3"] == [folder.name[:12] for folder in editions(target)]


def test_editions_are_counted_not_spelled(run, target, editions, quick):
    """
    After 9 comes 10, and after 10 comes 11.
    """
    for number in (9, 10):
        (target / f"2024-08-01-{number}-KM2XN-WQAE9").mkdir(parents=True)
        (target / f"2024-08-01-{number}-KM2XN-WQAE9/manifest.json").write_text("{}")
    run("build")

    assert editions(target)[-1].name.startswith("2024-08-01-11-")


@pytest.mark.parametrize("damage", ["altered", "lost", "torn record"])
def test_a_damaged_edition_is_left_and_a_new_one_made(run, target, tree, editions, whole, quick, damage):
    """
    Nobody knows what was printed from it. An edition is never overwritten.
    """
    run("build")
    (first,) = editions(target)
    match damage:
        case "altered":
            (first / POSTER_PDF).write_bytes((first / POSTER_PDF).read_bytes().replace(b"1", b"7", 1))
        case "lost":
            (first / POSTER_PDF).unlink()
        case "torn record":
            (first / "manifest.json").write_text((first / "manifest.json").read_text()[:100])
    before = tree(first)
    ran = run("build")

    assert (damage == "torn record") == ran.code  # it is named as long as it lies there
    assert before == tree(first)
    assert whole(editions(target)[1])


def test_an_edition_that_lost_its_record_is_left(run, target, tree, editions, quick):
    """
    Its number is taken for good, whatever became of its files.
    """
    run("build")
    (first,) = editions(target)
    (first / "manifest.json").unlink()
    (first / "note.txt").write_text("hung on Monday")
    before = tree(first)
    run("build")

    assert first.exists()
    assert before == tree(first)


def test_the_page_that_leads_to_the_newest_is_mended(run, scam, target, editions, monkeypatch):
    """
    When the run that made the edition came no further, the next one leads there.
    """
    run("build")
    scam("na-wnuczka", order="Odłóż telefon.")
    monkeypatch.setattr(building.writing, "write", failed(OSError(errno.ENOSPC, "No space left on device")))
    run("build")
    monkeypatch.undo()
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.chdir(target.parents[1])
    run("build")

    assert editions(target)[-1].name == newest(target)


def failed(error: BaseException):
    """A function that only raises."""

    def fail(*_, **__):
        raise error

    return fail


# What an edition is for


WEB_PDF = "web/na-wnuczka-poster-A4-colour.pdf"
PRESS_PDF = "press/na-wnuczka-poster-A4-colour.pdf"
TICKET = "press/na-wnuczka-poster-A4-colour.txt"
FILES = {"office": {POSTER_PDF}, "web": {WEB_PDF}, "press": {PRESS_PDF, TICKET}}
"""The files of ORDER for each purpose."""

BOTH = {"manifest.json", "index.html"}
"""What is written anew when something is added."""


def everything(*purposes: str) -> set[str]:
    """What an edition of ORDER for these holds."""
    return BOTH.union({POSTER_PNG}, *(FILES[purpose] for purpose in purposes))


@pytest.mark.parametrize(
    ("purposes", "asked"),
    [
        (["office"], []),
        (["office"], ["--for", "office"]),
        (["office", "web"], ["--for", "web"]),
        (["office", "press"], ["--for", "press"]),
        (["office", "web", "press"], ["--for", "press", "--for", "web"]),
        (["office", "web", "press"], ["--for", "web,press"]),
    ],
)
def test_an_edition_is_for_the_office_and_what_is_asked(
    run, target, tree, editions, whole, texts, quick, purposes, asked
):
    """
    Each purpose has its folder; the record says which file is for which, and the contact sheet leads to all of them.
    """
    ran = run("build", *asked)
    (edition,) = editions(target)

    assert 0 == ran.code
    assert everything(*purposes) == set(tree(edition))
    assert whole(edition)
    assert {purpose: FILES[purpose] for purpose in purposes} == {
        purpose: {path for path, file in listed(edition).items() if file["purpose"] == purpose} for purpose in purposes
    }
    assert {*listed(edition), POSTER_PNG} == set(links(edition / "index.html"))
    assert 1 == len({" ".join(texts(edition / path)) for path in listed(edition) if path.endswith(".pdf")})


def test_sheets_for_a_print_shop(run, campaign, target, tree, editions, whole, quick):
    """
    A leaflet goes to the shop page by page and on sheets, a job ticket beside each; a screen has no sheets.
    """
    campaign(LEAFLET)
    run("build", "--for", "web,press")
    (edition,) = editions(target)
    name = "na-wnuczka-leaflet-A5-colour"

    assert whole(edition)
    assert BOTH | {
        LEAFLET_PNG,
        *(f"{folder}/{name}.pdf" for folder in ("pieces", "print", "web", "press", "press/sheets")),
        *(f"{folder}/{name}.txt" for folder in ("press", "press/sheets")),
    } == set(tree(edition))


@pytest.mark.parametrize(("first", "later"), [([], ["web"]), ([], ["web", "press"]), (["web"], ["press"])])
def test_a_purpose_asked_for_later_is_added(run, target, tree, editions, whole, quick, first, later):
    """
    To the edition that is there, when nothing else changed: no file of it is written anew but what leads to all of them.
    """
    run("build", *(argument for purpose in first for argument in ("--for", purpose)))
    (edition,) = editions(target)
    before, times = tree(edition), seen(edition)
    ran = run("build", "--for", ",".join(later))
    after = tree(edition)

    assert 0 == ran.code
    assert [edition] == editions(target)
    assert whole(edition)
    assert everything("office", *first, *later) == set(after)
    assert {path: data for path, data in before.items() if path not in BOTH} == {
        path: after[path] for path in before if path not in BOTH
    }
    assert {path: times[path] for path in before if path not in BOTH} == {
        path: seen(edition)[path] for path in before if path not in BOTH
    }
    assert {*listed(edition), POSTER_PNG} == set(links(edition / "index.html"))
    assert edition.name == newest(target)


def test_what_is_added_is_what_would_have_been_made(run, target, tree, workspace, quick):
    """
    In one go or in two: the same bytes.
    """
    run("build")
    run("build", "--for", "press")
    run("build", "--for", "web")
    run("build", "--for", "web,press", "--out", workspace / "other")

    assert tree(target) == tree(workspace / "other/maj")


def test_a_second_build_for_less_changes_nothing(run, target, quick):
    """
    An edition stays for all that it was for, whatever is asked for next.
    """
    run("build", "--for", "web,press")
    before = seen(target)

    for asked in ([], ["--for", "web"], ["--for", "office"], ["--for", "web,press"]):
        assert 0 == run("build", *asked).code
        assert before == seen(target)


def test_the_next_edition_is_for_what_the_one_before_was_for(run, scam, target, tree, editions, whole):
    """
    Also unasked: who puts leaflets on a page of the gmina would go on showing the old ones.
    """
    run("build", "--for", "web")
    scam("na-wnuczka", order="Odłóż telefon.")
    run("build")
    first, second = editions(target)

    assert everything("office", "web") == set(tree(first)) == set(tree(second))
    assert whole(second)


@pytest.mark.parametrize("damage", ["altered", "lost", "torn record"])
def test_nothing_is_added_to_a_damaged_edition(run, target, tree, editions, whole, quick, damage):
    """
    It is left as it is, and a new one is made for all that is asked.
    """
    run("build")
    (first,) = editions(target)
    match damage:
        case "altered":
            (first / POSTER_PDF).write_bytes((first / POSTER_PDF).read_bytes().replace(b"1", b"7", 1))
        case "lost":
            (first / POSTER_PDF).unlink()
        case "torn record":
            (first / "manifest.json").write_text((first / "manifest.json").read_text()[:100])
    before = tree(first)
    run("build", "--for", "web")

    assert before == tree(first)
    assert whole(editions(target)[1])
    assert everything("office", "web") == set(tree(editions(target)[1]))


def test_another_number_of_copies_is_another_edition(run, campaign, target, editions, whole, quick):
    """
    A job ticket says how many: it is never changed behind the back of who has sent it.
    """
    run("build", "--for", "press")
    campaign({"copies": 3})
    run("build")
    first, second = editions(target)

    assert "Nakład: 4\n" in (first / TICKET).read_text("utf-8")
    assert "Nakład: 6\n" in (second / TICKET).read_text("utf-8")
    assert whole(first) and whole(second)


@pytest.mark.parametrize(
    ("purposes", "asked"),
    [(["office"], []), (["web"], ["web"]), (["press"], ["press"]), (["web", "press"], ["web,press"])],
)
def test_a_draft_is_for_what_is_asked(run, target, tree, quick, purposes, asked):
    """
    Nothing more, whatever the edition is for; for the office when nothing is asked.
    """
    run("build", "--for", "web")
    before = tree(target)
    ran = run("build", "--only", "poster", *(argument for word in asked for argument in ("--for", word)))

    assert 0 == ran.code
    assert everything(*purposes) == set(tree(target / "draft"))
    assert before == {path: data for path, data in tree(target).items() if not path.startswith("draft/")}


def test_an_unconfirmed_number_is_marked_for_every_purpose(run, dzielnicowy, target, editions, texts, quick):
    """
    No print shop and no page of the gmina gets it without WZÓR.
    """
    dzielnicowy(NUMBER)
    ran = run("build", "--for", "web,press")
    pages = [page for path in (POSTER_PDF, WEB_PDF, PRESS_PDF) for page in texts(target / "draft" / path)]

    assert 1 == ran.code
    assert [] == editions(target)
    assert [True] * 3 == ["WZÓR" in page and NUMBER in page for page in pages]


# A part of the campaign


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({POSTER_PDF}, ["poster"]),
        ({LEAFLET_PDF, SHEETS_PDF}, ["na-wnuczka,leaflet"]),
        ({LEAFLET_PDF, SHEETS_PDF}, ["na-wnuczka", "leaflet"]),
        ({POSTER_PDF, LEAFLET_PDF, SHEETS_PDF}, ["na-wnuczka"]),
        ({POSTER_PDF}, ["ops"]),
    ],
)
def test_a_part_is_a_draft(run, campaign, target, tree, editions, quick, files, words):
    """
    Good to look at, exit 0, and no edition: nothing leads to it.
    """
    campaign({}, LEAFLET | {"places": ["bank"]})
    ran = run("build", *(argument for word in words for argument in ("--only", word)))

    assert 0 == ran.code
    pictures = {f"pictures/{Path(path).stem}.png" for path in files}
    assert BOTH | files | pictures == set(tree(target / "draft"))
    assert [] == editions(target)
    assert not (target / "AKTUALNE.html").exists()
    assert "a part of the campaign, so a draft and no edition" in ran.err
    assert ran.out.endswith("out/maj/draft/index.html\n")


def test_a_draft_gives_way_to_the_next(run, campaign, target, tree, quick):
    """
    Nothing of the draft before stays in it.
    """
    campaign({}, LEAFLET)
    run("build", "--only", "leaflet")
    run("build", "--only", "poster")

    assert BOTH | {POSTER_PDF, POSTER_PNG} == set(tree(target / "draft"))


def test_a_draft_leaves_the_edition_alone(run, campaign, target, tree, quick):
    """
    And the page that leads to it.
    """
    campaign({}, LEAFLET)
    run("build")
    before = tree(target)
    run("build", "--only", "leaflet")

    assert before == {path: data for path, data in tree(target).items() if not path.startswith("draft/")}


@pytest.mark.parametrize("words", ["", ",", " "])
def test_only_nothing_is_wrong_use(run, target, editions, quick, words):
    """
    A word that a script left empty asks for a part, never for an edition.
    """
    ran = run("build", "--only", words)

    assert 2 == ran.code
    assert [] == editions(target)


# Numbers that nobody confirmed


@pytest.mark.parametrize(
    ("retyped", "who"),
    [
        pytest.param(None, {}, id="nobody"),
        pytest.param("", {}, id="nothing"),
        pytest.param("47 812 00 01", {}, id="another number"),
        pytest.param("47 821 00 00", {}, id="digits swapped"),
        pytest.param(NUMBER, {"by": "asp. Jan Kowalski"}, id="the same person"),
        pytest.param(NUMBER, {"by": "  ASP. jan kowalski "}, id="the same person in other letters"),
        pytest.param(NUMBER, {"set_by": ""}, id="nobody typed it first"),
    ],
)
def test_a_number_nobody_confirmed_makes_no_edition(
    run, campaign, dzielnicowy, target, editions, texts, retyped, who, quick
):
    """
    The pieces lie in the draft, and every page of a piece with the number says WZÓR, sheets for the printer too.
    """
    campaign({}, LEAFLET)
    dzielnicowy(NUMBER, retyped, **who)
    ran = run("build")
    pages = [page for path in (POSTER_PDF, LEAFLET_PDF, SHEETS_PDF) for page in texts(target / "draft" / path)]

    assert 1 == ran.code
    assert [] == editions(target)
    assert not (target / "AKTUALNE.html").exists()
    assert 3 <= sum(NUMBER in page for page in pages)
    assert all("WZÓR" in page for page in pages)
    assert {"WZÓR"} == {file["mark"] for file in listed(target / "draft").values()}
    assert "no edition: number:dzielnicowy not confirmed, so every page with it says WZÓR" in ran.err


def test_a_confirmed_number_makes_an_edition(run, campaign, dzielnicowy, target, editions, texts):
    """
    Two people typed the same: no mark anywhere, and the number is on paper.
    """
    campaign({}, LEAFLET)
    dzielnicowy(NUMBER, NUMBER)
    ran = run("build")
    (edition,) = editions(target)
    pages = [page for path in listed(edition) for page in texts(edition / path)]

    assert 0 == ran.code
    assert not any("WZÓR" in page for page in pages)
    assert any(NUMBER in page for page in pages)
    assert {None} == {file["mark"] for file in listed(edition).values()}
    assert not (target / "draft").exists()


def test_a_number_that_is_missing_leaves_a_box(run, campaign, workspace, target, editions, texts):
    """
    That is final: a stamp will do. It is said once, for all pieces together, and not of a number that none of them prints.
    """
    with (workspace / "numbers.toml").open("a", encoding="utf-8") as file:
        file.write('\n[number.posterunek]\nvalue = ""\nlabel = "posterunek"\n')
    campaign({}, LEAFLET)
    ran = run("build")
    (edition,) = editions(target)

    assert 0 == ran.code
    assert 1 == ran.said.count("number:dzielnicowy")
    assert 1 == ran.said.count("name:dzielnicowy")
    assert "posterunek" not in ran.said
    assert not any("WZÓR" in page for path in listed(edition) for page in texts(edition / path))


def test_an_unconfirmed_number_leaves_the_edition_alone(run, dzielnicowy, target, tree):
    """
    What was good yesterday lies there, and is what the page leads to.
    """
    dzielnicowy(NUMBER, NUMBER)
    run("build")
    before = tree(target)
    dzielnicowy("47 812 00 99", NUMBER)
    ran = run("build")

    assert 1 == ran.code
    assert before == {path: data for path, data in tree(target).items() if not path.startswith("draft/")}


def test_a_part_with_an_unconfirmed_number_is_not_final_either(run, dzielnicowy, quick):
    """
    The exit code says it to scripts, whatever part was asked for.
    """
    dzielnicowy(NUMBER)

    assert 1 == run("build", "--only", "poster").code


def test_a_confirmation_without_a_name_is_none(run, dzielnicowy, target, editions):
    """
    Whoever typed the number again signs; until then there is no edition.
    """
    dzielnicowy(NUMBER, NUMBER, by="")

    assert 1 == run("build").code
    assert [] == editions(target)


@pytest.mark.parametrize(("code", "day"), [(1, "2024-07-31"), (0, "2024-08-01"), (0, "2024-08-31"), (1, "2024-09-01")])
def test_the_day_decides_which_numbers_hold(run, dzielnicowy, target, editions, texts, code, day):
    """
    A number good from the first to the last of August: on any other day the piece says WZÓR.
    """
    dzielnicowy(NUMBER, NUMBER, more="valid_from = 2024-08-01\nvalid_until = 2024-08-31")
    ran = run("build", "--on", day)
    (folder,) = [target / "draft"] if code else editions(target)

    assert code == ran.code
    assert bool(code) == ("WZÓR" in texts(folder / POSTER_PDF)[0])


IN_WORDS = "states of values are taken before the words of the scam are told, so a value in them is never doubtful"


def test_a_national_number_in_the_words_holds_on_the_day(run, campaign, target, editions, texts):
    """
    8080 takes messages since 2023-11-01: a piece for the day before says WZÓR, and there is no edition.
    """
    campaign({"scams": ["scam-spam"]} | LEAFLET)
    ran = run("build", "--on", "2023-10-31")

    assert 1 == ran.code
    assert [] == editions(target)
    pages = texts(target / "draft/pieces/scam-spam-leaflet-A5-colour.pdf")
    assert any("8080" in page for page in pages)
    assert all("WZÓR" in page for page in pages)


@pytest.mark.parametrize("field", ["rule", "step", "sign", "aftermath"])
def test_an_unconfirmed_number_in_the_words_makes_no_edition(run, campaign, workspace, scam, target, editions, field):
    """
    Wherever the words call a local number, it is good only when a second person has typed it again.
    """
    campaign({}, LEAFLET, {"template": "trifold"})
    numbers = workspace / "numbers.toml"
    numbers.write_text(numbers.read_text() + '[number.urzad]\nvalue = "81 501 23 45"\nlabel = "urząd gminy"\n')
    words = "Zadzwoń: {{number:urzad}}"
    file = scam("na-wnuczka", **({field: words} if field == "rule" else {}))
    if field in ("step", "sign"):
        head, table, tail = file.read_text().partition(f"[[{field}]]")
        lines = tail.split("\n")
        lines[2] = f'sentence = "{words}"'
        file.write_text(head + table + "\n".join(lines))
    elif field == "aftermath":
        file.write_text(file.read_text().replace("Był przelew? Zadzwoń do banku.", words, 1))
    assert words in file.read_text()
    ran = run("build", "--json")

    assert 1 == ran.code
    assert [] == editions(target)
    assert ["number:urzad"] == ran.data["doubtful"]


# Pieces that are refused


LONG = "Proszę pana, ja z komendy " * 20


@pytest.mark.parametrize(
    ("field", "words", "what", "hint"),
    [
        pytest.param("quote", [LONG], "too", "short", id="too long"),
        pytest.param("order", "Uwaga 注意", "cannot be printed|has no|script", "", id="strange letters"),
    ],
)
def test_words_that_cannot_be_printed(run, campaign, scam, target, editions, field, words, what, hint):
    """
    The complaint names the file, the line and what to do; no edition, exit 1.
    """
    campaign({}, {"scams": ["blik"]})
    file = scam("na-wnuczka", **{field: words})
    line = next(n for n, text in enumerate(file.read_text().split("\n"), 1) if text.startswith(f"{field} ="))
    ran = run("build")

    assert 1 == ran.code
    assert f"scams/pl/na-wnuczka.toml:{line}: " in ran.err
    assert "\n  hint: " in ran.err
    assert any(word in ran.err for word in what.split("|"))
    assert hint in ran.err
    assert [] == editions(target)


@pytest.fixture
def bad(scam):
    """Two scams, each of which is refused: words too long, and a letter that no face has."""
    scam("na-wnuczka", quote=[LONG])
    scam("blik", order="Zażółć ꝃ!")


def test_good_pieces_lie_in_the_draft_when_one_is_refused(run, campaign, bad, target, tree, editions):
    """
    All are tried, all refusals told: with their number, their files, and the field for a machine.
    """
    campaign({"scams": ["na-wnuczka", "scam-spam", "blik"]})
    ran = run("build", "--json")
    refused = {Path(finding["file"]).stem: finding for finding in ran.data["findings"] if finding["grave"]}

    assert 1 == ran.code
    assert [] == editions(target)
    assert not (target / "AKTUALNE.html").exists()
    assert {"pieces/scam-spam-poster-A4-colour.pdf"} == {
        path for path in tree(target / "draft") if path.endswith(".pdf")
    }
    assert {"na-wnuczka", "blik"} == set(refused)
    assert ("quote", "order") == tuple(refused[id]["field"].split(".")[0] for id in ("na-wnuczka", "blik"))
    assert all(finding["line"] > 1 and finding["hint"] for finding in refused.values())
    assert ran.data["final"] is False
    assert ["scam-spam-poster-A4-colour"] == [piece["name"] for piece in ran.data["pieces"]]


def test_refusals_are_told_to_people(run, campaign, bad):
    """
    A line and a hint each, on stderr; then how many are missing.
    """
    campaign({"scams": ["scam-spam", "na-wnuczka", "blik"]})
    ran = run("build")

    assert {"na-wnuczka.toml", "blik.toml"} == {
        line.partition(":")[0].rpartition("/")[2] for line in ran.err.split("\n") if ".toml:" in line
    }
    assert "no edition: refused pieces: 2; the good ones lie in the draft" in ran.err
    assert "pieces: 1, files: 1\n" in ran.out


def test_when_all_are_refused_the_draft_is_empty(run, bad, target, tree):
    """
    What lay there before is gone: nobody takes an old draft for the new one.
    """
    (target / "draft/pieces").mkdir(parents=True)
    (target / "draft/pieces/old.pdf").write_bytes(b"old")
    ran = run("build")

    assert 1 == ran.code
    assert {"manifest.json", "index.html"} == set(tree(target / "draft"))


def test_a_refused_piece_leaves_the_edition_alone(run, bad, campaign, target, tree, quick):
    """
    What was good yesterday lies there as it was.
    """
    campaign({"scams": ["scam-spam"]})
    run("build")
    before = tree(target)
    campaign({"scams": ["scam-spam", "na-wnuczka"]})

    assert 1 == run("build").code
    assert before == {path: data for path, data in tree(target).items() if not path.startswith("draft/")}


def test_a_broken_workspace_is_told_whole(run, workspace):
    """
    Every fault of what it needs, on stderr; nothing is written.
    """
    (workspace / "numbers.toml").write_text('[number.x]\nvalue = "12"\nlabel = ""\n')
    (workspace / "campaigns/maj.toml").write_text('titel = "Maj"\n')
    ran = run("build")

    assert 1 == ran.code
    assert "" == ran.out
    assert all(name in ran.err for name in ('maj.toml:1: unknown key "titel"', 'did you mean "title"?'))
    assert not (workspace / "out").exists()


# Which campaign


@pytest.mark.parametrize(
    ("expected", "today"),
    [
        ("maj", "2024-08-01"),
        ("maj", "2024-08-31"),
        ("wrzesien", "2024-09-01"),
        ("wrzesien", "2030-01-01"),
        ("maj", "2024-01-01"),
    ],
)
def test_the_newest_campaign_that_has_begun(run, campaign, monkeypatch, quick, expected, today):
    """
    Is built when none is named; before any has begun, the one that begins first.
    """
    campaign({}, name="wrzesien", day="2024-09-01")
    monkeypatch.setattr(options, "today", lambda: options.Day().convert(today, None, None))
    ran = run("build", "--json")

    assert expected == Path(ran.data["folder"]).parent.name


def test_a_campaign_by_its_name(run, campaign, quick):
    """
    The one that was asked for, begun or not.
    """
    campaign({}, name="wrzesien", day="2099-09-01")

    assert "2099-09-01-1-" in run("build", "wrzesien").out


def test_without_a_campaign_there_is_nothing_to_build(run, workspace):
    """
    Wrong use, said with a way out.
    """
    (workspace / "campaigns/maj.toml").unlink()
    ran = run("build")

    assert 2 == ran.code
    assert ran.err.startswith("the workspace has no campaign\n  hint: ")
    assert not (workspace / "out").exists()


def test_a_campaign_that_orders_nothing_is_no_edition(run, workspace):
    """
    Said with a way out, and nothing is written.
    """
    (workspace / "campaigns/maj.toml").write_text('title = "Maj"\nday = 2024-08-01\norder = []\n')
    ran = run("build")

    assert ran.code in (1, 2)
    assert "nothing is ordered\n  hint: " in ran.err
    assert not (workspace / "out").exists()


# Inks, processes, voices


@pytest.mark.parametrize(
    ("expected", "given"),
    [(["colour"], []), (["eco"], ["eco"]), (["eco", "mono"], ["mono,eco"]), (["eco", "mono"], ["eco", "mono"])],
)
def test_palettes_take_the_place_of_the_campaigns(run, target, editions, quick, expected, given):
    """
    One piece for each, and a file for each piece.
    """
    ran = run("build", *(argument for name in given for argument in ("--palette", name)))
    (edition,) = editions(target)

    assert 0 == ran.code
    assert expected == sorted(file["palette"] for file in listed(edition).values())


@pytest.mark.slow
def test_one_process_or_two_make_the_same_bytes(run, campaign, tmp_path, tree, monkeypatch):
    """
    Also in the same order, and with the same complaints.
    """
    campaign({"scams": ["na-wnuczka", "blik"]}, LEAFLET)
    monkeypatch.setattr("ulotki.office.trying.FEW", 1)
    ran = [run("build", "--jobs", jobs, "--json", "--out", tmp_path / jobs) for jobs in ("1", "2")]

    assert [0, 0] == [one.code for one in ran]
    assert tree(tmp_path / "1") == tree(tmp_path / "2")
    assert ran[0].out == ran[1].out.replace(str(tmp_path / "2"), str(tmp_path / "1"))


@pytest.mark.slow
def test_a_process_that_starts_afresh_makes_the_same(run, workspace):
    """
    Where processes share no memory, as on Windows, what they work with is sent to them, and means the same there.
    """
    library = workspaces.read(workspace).believed(datetime.date.max)
    work = BuildWork(library.campaigns["maj"], library, tuple(PURPOSES.values()))
    (job,) = jobs(work.campaign, library)

    assert build_pieces.try_piece(job, work) == build_pieces.try_piece(job, pickle.loads(pickle.dumps(work)))


def test_two_processes_refuse_what_one_refuses(run, campaign, bad, tmp_path, tree, monkeypatch):
    """
    Refusals find their way home from another process, places and hints with them.
    """
    campaign({"scams": ["na-wnuczka", "scam-spam", "blik"]})
    monkeypatch.setattr("ulotki.office.trying.FEW", 1)
    ran = [run("build", "--jobs", jobs, "--json", "--out", tmp_path / jobs) for jobs in ("1", "2")]

    assert [1, 1] == [one.code for one in ran]
    assert ran[0].data["findings"] == ran[1].data["findings"] != []
    assert tree(tmp_path / "1") == tree(tmp_path / "2")


def test_the_result_as_json(run, target, editions, quick):
    """
    One document on stdout, named and versioned, and nothing on stderr.
    """
    ran = run("build", "--json")
    (edition,) = editions(target)
    code = listed(edition)[POSTER_PDF]["code"]

    assert "" == ran.err
    assert {
        "schema": "ulotki.build/2",
        "folder": str(edition),
        "final": True,
        "missing": ["number:dzielnicowy", "name:dzielnicowy"],
        "doubtful": [],
        "findings": [],
    }.items() <= ran.data.items()
    (piece,) = ran.data["pieces"]
    assert {"name": "na-wnuczka-poster-A4-colour", "code": code, "mark": False}.items() <= piece.items()


def test_talk_and_results_part_ways(run, quick):
    """
    Progress and asides on stderr, what was made on stdout; --quiet leaves the result.
    """
    loud, quiet = run("build"), run("build", "--quiet", "--out", "elsewhere")

    assert "making 1/1 na-wnuczka-poster-A4-colour" in loud.err
    assert "print at 100 %" in loud.err
    assert "making" not in loud.out
    assert (loud.out.replace("out/", "elsewhere/"), "") == (quiet.out, quiet.err)


def test_the_same_bytes_wherever_and_whenever(spawn, campaign, tmp_path, tree):
    """
    Clock, language, seeds, settings of others, the folder one stands in: none of them reaches paper or record.

    The first page of an edition speaks the language of the program.
    """
    workspace = Path.cwd()
    campaign({}, LEAFLET)
    away = tmp_path / "away"
    away.mkdir()
    spoiled = "import pathlib; pathlib.Path(__file__).with_suffix('.ran').touch(); invariant = 0; pageCompression = 0\n"
    (away / "reportlab_settings.py").write_text(spoiled)
    (away / ".reportlab_settings").write_text(spoiled)
    one = {"TZ": "UTC", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "0"}
    other = {
        "TZ": "Asia/Tokyo",
        "LC_ALL": "pl_PL.UTF-8",
        "LANG": "pl_PL.UTF-8",
        "LANGUAGE": "pl",
        "PYTHONHASHSEED": "4321",
        "HOME": str(away),
        "RL_invariant": "0",
        "RL_pageCompression": "0",
    }
    given = ["--workspace", workspace, "--jobs", "1", "--for", "web,press", "--out"]
    ran = [
        spawn("build", *given, tmp_path / "one", cwd=tmp_path, **one),
        spawn("build", *given, tmp_path / "other", cwd=away, **other),
    ]

    assert [0, 0] == [one.code for one in ran]
    made = [
        {path: data for path, data in tree(tmp_path / name).items() if path[-5:] != ".html"}
        for name in ("one", "other")
    ]
    assert made[0] == made[1]
    assert [] == list(away.glob("*.ran"))


def test_the_date_of_other_builds_does_not_reach_paper(run, workspace, tmp_path, tree, monkeypatch):
    """
    SOURCE_DATE_EPOCH is for programs that ask the clock.
    """
    for epoch in ("0", "1700000000"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        run("build", "--out", tmp_path / epoch)

    assert tree(tmp_path / "0") == tree(tmp_path / "1700000000")


# Wrong use


@pytest.mark.parametrize(
    ("said", "arguments"),
    [
        ('there is no campaign "mai"\n  hint: did you mean "maj"?', ["mai"]),
        ('there is no campaign "xyz"\n  hint: known are: maj', ["xyz"]),
        ('there is no palette "colur"\n  hint: did you mean "colour"?', ["--palette", "colur"]),
        ('"na-wnuczek" is no scam, template or place of this campaign', ["--only", "na-wnuczek"]),
        ('did you mean "na-wnuczka"?', ["--only", "na-wnuczek"]),
        ('"leaflet" is no scam, template or place', ["--only", "leaflet"]),
        ('there is no purpose "pres"\n  hint: did you mean "press"?', ["--for", "pres"]),
        ('there is no purpose "xyz"\n  hint: known are: office, web, press', ["--for", "web,xyz"]),
        ("is not a day", ["--on", "1.8.2024"]),
        ("--jobs", ["--jobs", "0"]),
        ("--jobs", ["--jobs", "many"]),
        ("--out", ["--out", "ulotki.toml"]),
        ("--nope", ["--nope"]),
    ],
)
def test_wrong_use_is_told(run, workspace, said, arguments):
    """
    Exit 2, with the nearest word where there is one; nothing is written.
    """
    ran = run("build", *arguments)

    assert 2 == ran.code
    assert said in ran.err
    assert "" == ran.out
    assert not (workspace / "out").exists()


def test_words_that_no_piece_meets_are_wrong_use(run, campaign, workspace):
    """
    Each word is good alone, and together they ask for nothing.
    """
    campaign({}, LEAFLET | {"places": ["urzad-gminy"]})
    ran = run("build", "--only", "leaflet,ops")

    assert 2 == ran.code
    assert "no piece of this campaign is all of: leaflet, ops" in ran.err
    assert not (workspace / "out").exists()


def test_without_a_workspace_there_is_nothing_to_build(run, empty):
    """
    Said with the way to one.
    """
    ran = run("build")

    assert 2 == ran.code
    assert "there is no workspace here" in ran.err
    assert "--workspace" in ran.err


# The machine


STEPS = ("fsync", "mkdir", "rename", "replace", "open", "chmod")
"""Calls of the system that can fail, or be the last before the power goes."""


def stepped(monkeypatch, at: int, deed) -> list[str]:
    """From here on the system's step number *at* does *deed* instead; the list fills up with what was called."""
    calls: list[str] = []
    for name in STEPS:

        def step(*arguments, real=getattr(os, name), name=name, **more):
            calls.append(name)
            if len(calls) == at:
                deed()
            return real(*arguments, **more)

        monkeypatch.setattr(os, name, step)
    return calls


def raising(error: BaseException):
    def deed():
        raise error

    return deed


@pytest.fixture
def two(run, workspace, scam, target, tree, editions, quick, monkeypatch):
    """An edition lies there, and the words have changed since: all is read and made, and is to be written."""
    run("build")
    scam("na-wnuczka", order="Odłóż telefon.")
    run("build", "--out", workspace / "elsewhere")
    library = workspaces.read(workspace)
    monkeypatch.setattr("ulotki.workspace.memory.read", lambda *_: library)
    return tree(editions(target)[0])


@pytest.mark.parametrize(
    ("code", "said", "error"),
    [
        pytest.param(3, "No space left on device", OSError(errno.ENOSPC, "No space left on device"), id="full"),
        pytest.param(3, "Permission denied", PermissionError(errno.EACCES, "Permission denied"), id="rights"),
        pytest.param(130, "interrupted", KeyboardInterrupt(), id="interrupted"),
    ],
)
def test_whatever_step_fails_an_edition_is_whole_or_not_there(
    run, two, target, tree, editions, whole, monkeypatch, code, said, error
):
    """
    One line says why, with no trace; the edition before stays, no part is left, and the next build goes through.
    """
    for at in range(1, 100):
        with monkeypatch.context() as patch:
            calls = stepped(patch, at, raising(error))
            ran = run("build", "--jobs", "1")
        first, *more = editions(target)
        assert two == tree(first)
        assert all(whole(edition) for edition in more)
        assert [] == list(target.glob(f"{PART}*"))
        unread = ran.code == 1 and "cannot be read" in ran.err  # the step was to read the edition that lies there
        assert ran.code in (0, code) or unread
        assert "Traceback" not in ran.said
        assert 0 == ran.code or said in ran.err or unread
        if len(calls) < at:
            break
        for folder in more:
            gone(folder)

    assert 0 == ran.code
    assert at > 15


def gone(folder: Path) -> None:
    """Remove *folder*: the next try starts where this one did."""
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    folder.rmdir()


def test_wherever_the_power_goes_an_edition_is_whole_or_not_there(run, two, target, tree, editions, whole, monkeypatch):
    """
    Killed at any step, with no time to tidy up: the next build sweeps what is left and makes the edition.
    """
    for at in range(1, 100):
        child = os.fork()
        if child == 0:
            try:
                stepped(monkeypatch, at, lambda: os._exit(9))
                run("build", "--jobs", "1")
            finally:
                os._exit(0)
        killed = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
        assert two == tree(editions(target)[0])
        assert all(whole(edition) for edition in editions(target))
        if not killed:
            break
        assert 0 == run("build", "--jobs", "1").code
        _, second = editions(target)
        assert whole(second)
        assert [] == list(target.glob(f"{PART}*"))
        gone(second)

    assert at > 15


@pytest.fixture
def one(run, target, tree, editions, quick, workspace, monkeypatch):
    """An edition for the office lies there, and its files for the web are made: they are to be added."""
    run("build")
    run("build", "--for", "web", "--out", workspace / "elsewhere")
    library = workspaces.read(workspace)
    monkeypatch.setattr("ulotki.workspace.memory.read", lambda *_: library)
    (edition,) = editions(target)
    return edition, tree(edition)


def kept(edition: Path, before: dict[str, bytes]) -> bool:
    """Whether all that was in *edition* is, and all that its record lists."""
    return all((edition / path).read_bytes() == data for path, data in before.items() if path not in BOTH) and all(
        sha256((edition / path).read_bytes()).hexdigest() == file["sha256"] for path, file in listed(edition).items()
    )


def put_back(edition: Path, before: dict[str, bytes]) -> None:
    """Take away what was added, and all memory of it: the next try starts where this one did."""
    (edition.parent / ".inputs.json").unlink(missing_ok=True)
    for path in edition.rglob("*"):
        if path.is_file() and path.relative_to(edition).as_posix() not in before:
            path.unlink()
    (edition / "web").rmdir()
    for path in BOTH:
        (edition / path).write_bytes(before[path])


def test_whatever_step_fails_an_edition_loses_nothing(run, one, target, editions, whole, monkeypatch):
    """
    While a purpose is added, the edition is always what its record says; the next build adds the rest.
    """
    edition, before = one
    for at in range(1, 100):
        with monkeypatch.context() as patch:
            calls = stepped(patch, at, raising(OSError(errno.ENOSPC, "No space left on device")))
            ran = run("build", "--jobs", "1", "--for", "web")
        assert [edition] == editions(target)
        assert kept(edition, before)
        assert [] == list(target.rglob(f"{PART}*"))
        assert ran.code in (0, 3)
        if len(calls) < at:
            break
        assert 0 == run("build", "--jobs", "1", "--for", "web").code
        assert whole(edition)
        put_back(edition, before)

    assert (0, everything("office", "web")) == (ran.code, {*listed(edition), POSTER_PNG, *BOTH})
    assert at > 15


def test_wherever_the_power_goes_an_edition_loses_nothing(run, one, target, editions, whole, monkeypatch):
    """
    Killed at any step, with no time to tidy up: what its record says is there, and the next build adds the rest.
    """
    edition, before = one
    for at in range(1, 100):
        child = os.fork()
        if child == 0:
            try:
                stepped(monkeypatch, at, lambda: os._exit(9))
                run("build", "--jobs", "1", "--for", "web")
            finally:
                os._exit(0)
        killed = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
        assert [edition] == editions(target)
        assert kept(edition, before)
        assert 0 == run("build", "--jobs", "1", "--for", "web").code
        assert whole(edition)
        assert [] == list(target.rglob(f"{PART}*"))
        if not killed:
            break
        put_back(edition, before)

    assert at > 15


@pytest.mark.slow
def test_killed_at_any_moment_no_edition_is_torn(run, campaign, target, editions, whole):
    """
    Ten times, somewhere on the way; the next build makes the edition.
    """
    campaign({}, LEAFLET)
    chance = random.Random(4)
    for _ in range(10):
        child = os.fork()
        if child == 0:
            try:
                run("build", "--jobs", "1")
            finally:
                os._exit(0)
        time.sleep(chance.uniform(0.05, 0.5))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        assert all(whole(edition) for edition in editions(target))

    assert 0 == run("build").code
    (edition,) = editions(target)
    assert whole(edition)
    assert [] == list(target.glob(f"{PART}*"))


@pytest.mark.slow
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_control_c_ends_the_build(start, campaign, root, target, jobs):
    """
    Exit 130 and one line, for all processes at once; no edition, no draft, no part of one.
    """
    scams = sorted(path.stem for path in (root / "leaflets/library/scams/pl").glob("*.toml"))[:10]
    campaign({"scams": scams}, LEAFLET | {"scams": scams})
    process = start("build", "--jobs", jobs)
    process.stderr.readline()
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=120)

    assert 130 == process.returncode
    assert b"interrupted; nothing half-written is left behind" in err
    assert b"Traceback" not in err
    assert b"" == out
    assert {".lock"} == {path.name for path in target.iterdir()}


@pytest.mark.parametrize("most", [2_000, 20_000])
def test_a_disk_that_fills_up_in_the_middle_of_a_file(run, target, editions, quick, most):
    """
    Nothing of it is left, and it is said in one line.
    """
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        ran = run("build", "-q")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))

    assert 3 == ran.code
    file = r"out/maj/2024-08-01-1-[\w-]+/pieces/na-wnuczka-poster-A4-colour.pdf"
    assert re.match(rf"{file}: the machine does not let us: File too large\n  hint: ", ran.err)
    assert {".lock"} == {path.name for path in target.iterdir()}


def test_a_folder_without_rights_is_the_machine(run, workspace, monkeypatch):
    """
    The complaint names the folder.
    """

    def mkdir(path, *_, **__):
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "mkdir", mkdir)
    ran = run("build")

    assert 3 == ran.code
    assert "out/maj: the machine does not let us: Permission denied\n  hint: " in ran.err


LOCKING = """
import sys
from filelock import FileLock
with FileLock(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_two_builds_at_once_are_one_too_many(run, target, editions):
    """
    The second says so and leaves; when the first is done, it goes through. A crash leaves no lock.
    """
    target.mkdir(parents=True)
    other = subprocess.Popen(
        [sys.executable, "-c", LOCKING, str(target / ".lock")], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    try:
        assert b"held\n" == other.stdout.readline()
        ran = run("build")
        assert 3 == ran.code
        assert "another build is at work in" in ran.err
        assert {".lock"} == {path.name for path in target.iterdir()}
    finally:
        other.kill()
        other.communicate()

    assert 0 == run("build").code


@pytest.fixture
def faces(monkeypatch):
    """faces(read): the shipped files are what *read* gives; nothing of them is remembered."""

    def give(read):
        for module in (stock, press):
            monkeypatch.setattr(module, "shipped", read)
            for name, value in list(vars(module).items()):
                if hasattr(value, "cache_clear"):
                    monkeypatch.setattr(module, name, value.__wrapped__)

    return give


def altered(name: str) -> bytes:
    """A shipped file with one bit of it changed."""
    from ulotki.installed import shipped

    data = shipped(name)
    return data[:-1] + bytes([data[-1] ^ 1])


def missing(name: str) -> bytes:
    """No shipped file at all."""
    from ulotki.installed import shipped

    return shipped(f"{name}.gone")


@pytest.mark.parametrize(("said", "read"), [("is not the one that ships", altered), ("cannot be read", missing)])
@pytest.mark.parametrize("kind", ["fonts/", "assets/"])
def test_an_altered_face_or_pictogram_prints_nothing(run, workspace, faces, editions, target, kind, said, read):
    """
    A face whose digits changed places prints a wrong number that no text layer shows. Exit 3, and no file.
    """
    from ulotki.installed import shipped

    faces(lambda name: read(name) if name.startswith(kind) else shipped(name))
    ran = run("build")

    assert 3 == ran.code
    assert said in ran.err
    assert f"\n{kind}" in f"\n{ran.err}"
    assert "install ulotki again" in ran.err
    assert [] == editions(target)
    assert not (target / "draft").exists()


def test_an_altered_face_stops_other_processes_too(run, campaign, faces, monkeypatch):
    """
    The complaint comes home from where it was found.
    """
    from ulotki.installed import shipped

    campaign({}, LEAFLET)
    monkeypatch.setattr("ulotki.office.trying.FEW", 1)
    faces(lambda name: altered(name) if name.startswith("fonts/") else shipped(name))
    ran = run("build", "--jobs", "2")

    assert 3 == ran.code
    assert "install ulotki again" in ran.err


def test_a_process_that_dies_is_the_machine(run, campaign, monkeypatch):
    """
    A machine short of memory ends processes; that is nobody's mistake, and exit 3.
    """
    campaign({}, LEAFLET)
    monkeypatch.setattr("ulotki.office.trying.FEW", 1)
    monkeypatch.setattr(build_pieces, "try_piece", lambda *_: os._exit(9))
    ran = run("build", "--jobs", "2")

    assert 3 == ran.code
