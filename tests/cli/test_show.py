"""`ulotki show`: one piece as a PDF or a picture, and the old file as long as there is no new one."""

from __future__ import annotations

import errno
import os
from io import BytesIO
from pathlib import Path

import click
import pytest
from PIL import Image

from ulotki import press
from ulotki.cli import options, writing

NUMBER = "47 812 00 00"
POSTER = "na-wnuczka-poster-A4-colour.pdf"
ON = ("--on", "2024-08-01")


def mm(pixels: int, dpi: int) -> float:
    return pixels / dpi * 25.4


# What comes out


def test_a_piece_has_its_own_name(run, workspace, texts):
    """
    Scam, template, format, inks; where one stands. That name is the result.
    """
    ran = run("show", "na-wnuczka", *ON)

    assert (0, f"{POSTER}\n") == (ran.code, ran.out)
    assert 1 == len(texts(workspace / POSTER))


def test_a_piece_is_made_as_asked(run, workspace, texts):
    """
    Template, paper and inks by their names, into the file that is named.
    """
    asked = ["--template", "leaflet", "--format", "A5", "--palette", "mono"]
    ran = run("show", "blik", *asked, *ON, "-o", "ulotka.PDF", "--json")

    assert 0 == ran.code
    assert 2 == len(texts(workspace / "ulotka.PDF"))
    assert {"schema": "ulotki.show/1", "file": "ulotka.PDF", "pages": 2, "mark": None, "findings": []}.items() <= (
        ran.data.items()
    )
    assert ran.data["code"] in texts(workspace / "ulotka.PDF")[1]


def test_what_is_shown_is_what_is_built(run, workspace):
    """
    The same words on the same day are the same bytes.
    """
    run("show", "na-wnuczka", *ON)
    run("build")
    (built,) = workspace.glob(f"out/maj/2024-*/pieces/{POSTER}")

    assert built.read_bytes() == (workspace / POSTER).read_bytes()


@pytest.mark.parametrize("dpi", [20, 96])
def test_a_picture_of_a_page(run, workspace, dpi):
    """
    As many dots as the paper has at that fineness, and a page alone has no desk around it.
    """
    ran = run("show", "na-wnuczka", *ON, "-o", "plakat.png", "--dpi", dpi)
    picture = Image.open(workspace / "plakat.png")

    assert 0 == ran.code
    assert "PNG" == picture.format
    assert (210, 297) == tuple(pytest.approx(mm(pixels, dpi), abs=30 / dpi) for pixels in picture.size)


def test_two_pages_stand_side_by_side(run, workspace):
    """
    On one grey desk, front on the left, with a gap around each.
    """
    run("show", "na-wnuczka", "--template", "leaflet", *ON, "-o", "ulotka.png", "--dpi", "96")
    picture = Image.open(workspace / "ulotka.png")
    gap = round(148 / 25.4 * 96 * 0.04)
    middle = picture.width // 2

    assert 2 * 148 == pytest.approx(mm(picture.width - 3 * gap, 96), abs=1)
    assert 210 == pytest.approx(mm(picture.height - 2 * gap, 96), abs=1)
    assert {(200, 200, 200)} == {
        picture.getpixel((x, y)) for x in (0, middle, picture.width - 1) for y in (0, picture.height // 2)
    }
    assert (255, 255, 255) == picture.getpixel((gap + 2, gap + 2)) == picture.getpixel((middle + gap, gap + 2))


def test_the_picture_is_of_the_piece(run, workspace):
    """
    Other words give another picture, and the same words the same.
    """
    for scam, name in (("na-wnuczka", "a"), ("na-wnuczka", "b"), ("blik", "c")):
        run("show", scam, *ON, "-o", f"{name}.png", "--dpi", "40")
    one, same, other = ((workspace / f"{name}.png").read_bytes() for name in "abc")

    assert one == same != other


def test_without_a_workspace_nobody_publishes(run, empty, texts):
    """
    The national library is enough to look at a piece.
    """
    ran = run("show", "na-wnuczka", *ON)

    assert 0 == ran.code
    assert "Wydaje:" not in texts(empty / POSTER)[0]


def test_the_file_opens_when_asked(run, workspace, monkeypatch):
    """
    Once it is there.
    """
    opened = []
    monkeypatch.setattr(click, "launch", lambda file: opened.append((file, Path(file).exists())))
    run("show", "na-wnuczka", *ON, "--open")

    assert [(POSTER, True)] == opened


def test_the_day_is_today_when_none_is_named(run, workspace, monkeypatch):
    """
    Nothing on the piece but the state of its numbers depends on it.
    """
    run("show", "na-wnuczka", *ON, "-o", "on.pdf")
    monkeypatch.setattr(options, "today", lambda: options.Day().convert("2024-08-02", None, None))
    run("show", "na-wnuczka", "-o", "today.pdf")

    assert (workspace / "on.pdf").read_bytes() == (workspace / "today.pdf").read_bytes()


# What is not final


def test_an_unconfirmed_number_is_marked(run, workspace, dzielnicowy, texts):
    """
    The file is there to look at, says WZÓR, and the exit code says that it is not final.
    """
    dzielnicowy(NUMBER)
    ran = run("show", "na-wnuczka", *ON)

    assert 1 == ran.code
    assert "WZÓR" in texts(workspace / POSTER)[0]
    assert NUMBER in texts(workspace / POSTER)[0]
    assert 'warning: number:dzielnicowy = "47 812 00 00" is unconfirmed' in ran.err
    assert "WZÓR" == run("show", "na-wnuczka", *ON, "--json").data["mark"]


def test_a_confirmed_number_is_not_marked(run, workspace, dzielnicowy, texts):
    """
    Two people typed the same.
    """
    dzielnicowy(NUMBER, NUMBER)
    ran = run("show", "na-wnuczka", *ON)

    assert (0, "") == (ran.code, ran.err)
    assert "WZÓR" not in texts(workspace / POSTER)[0]
    assert NUMBER in texts(workspace / POSTER)[0]


# What fails leaves the old file


@pytest.fixture
def old(workspace) -> Path:
    """A file that lies where the new one is to go."""
    (workspace / "plakat.pdf").write_bytes(b"old")
    return workspace / "plakat.pdf"


def left(old: Path) -> bool:
    """Whether *old* is there as it was, and no part of another."""
    return b"old" == old.read_bytes() and not list(old.parent.glob(f"{writing.PART}*"))


def test_a_refused_piece_leaves_the_old_file(run, scam, old):
    """
    Exit 1, with the line of the words that do not fit.
    """
    scam("na-wnuczka", quote=["Proszę pana, ja z komendy " * 20])
    ran = run("show", "na-wnuczka", *ON, "-o", "plakat.pdf")

    assert 1 == ran.code
    assert "scams/pl/na-wnuczka.toml:" in ran.err
    assert "\n  hint: " in ran.err
    assert left(old)


@pytest.mark.parametrize("call", ["fsync", "replace", "open"])
@pytest.mark.parametrize(
    ("code", "said", "error"),
    [
        (3, "the machine does not let us: No space left on device", OSError(errno.ENOSPC, "No space left on device")),
        (3, "the machine does not let us: Permission denied", PermissionError(errno.EACCES, "Permission denied")),
        (130, "interrupted; nothing half-written is left behind", KeyboardInterrupt()),
    ],
)
def test_a_machine_that_fails_leaves_the_old_file(run, old, monkeypatch, call, code, said, error):
    """
    One line says why.
    """
    press.family()

    def fail(*_, **__):
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(os, call, fail)
        ran = run("show", "na-wnuczka", *ON, "-o", "plakat.pdf")

    assert code == ran.code
    assert ran.err.lstrip().startswith(said)
    assert "" == ran.out
    assert left(old)


def test_what_is_read_back_is_what_was_ordered(run, old, monkeypatch):
    """
    A file that says something else than its pages gets no name.
    """
    drawn = press.draw
    other = {}

    def swapped(pages, *more):
        return other.setdefault("data", drawn(pages, *more))

    monkeypatch.setattr(press, "draw", swapped)
    run("show", "blik", *ON, "-o", "other.pdf")
    ran = run("show", "na-wnuczka", *ON, "-o", "plakat.pdf")

    assert 1 == ran.code
    assert "reads" in ran.err
    assert left(old)


# Wrong use


@pytest.mark.parametrize(
    ("said", "arguments"),
    [
        ('there is no scam "na-wnuczek"\n  hint: did you mean "na-wnuczka"?', ["na-wnuczek"]),
        ('there is no scam "xyz"\n  hint: known are: ', ["xyz"]),
        ('there is no template "postr"\n  hint: did you mean "poster"?', ["blik", "--template", "postr"]),
        ('there is no format "A9"', ["blik", "--format", "A9"]),
        ('there is no format "A44"\n  hint: did you mean "A4"?', ["blik", "--format", "A44"]),
        ('there is no palette "mon"\n  hint: did you mean "mono"?', ["blik", "--palette", "mon"]),
        ('"31.8.2024" is not a day', ["blik", "--on", "31.8.2024"]),
        ('"a.doc" does not say what kind of file it is\n  hint: known are: .pdf, .png', ["blik", "-o", "a.doc"]),
        ('"a" does not say what kind of file it is', ["blik", "-o", "a"]),
        ('".pdf" does not say what kind of file it is', ["blik", "-o", ".pdf"]),
        ("--dpi", ["blik", "--dpi", "601"]),
        ("Missing argument 'SCAM'", []),
    ],
)
def test_wrong_use_is_told(run, workspace, said, arguments):
    """
    Exit 2, with the nearest word where there is one; no file.
    """
    before = set(workspace.iterdir())
    ran = run("show", *arguments)

    assert 2 == ran.code
    assert said in ran.err
    assert "" == ran.out
    assert before == set(workspace.iterdir())


def test_a_scam_that_looks_like_a_folder_is_wrong_use(run, workspace):
    """
    There is no such scam, whatever folders there are.
    """
    ran = run("show", "scams/na-wnuczka")

    assert 2 == ran.code
    assert 'there is no scam "scams/na-wnuczka"' in ran.err


def test_a_folder_that_is_not_there_is_the_machine(run, workspace):
    """
    No folder is made for one file: its name is more likely a slip.
    """
    ran = run("show", "na-wnuczka", "-o", "no/plakat.pdf")

    assert 3 == ran.code
    assert "no: this folder is not there\n  hint: make it first\n" == ran.err


def test_a_picture_opens_anywhere(run, workspace):
    """
    It is whole: every row of it can be read.
    """
    run("show", "na-wnuczka", *ON, "-o", "plakat.png", "--dpi", "20")

    Image.open(BytesIO((workspace / "plakat.png").read_bytes())).load()
