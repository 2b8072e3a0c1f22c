"""`ulotki show`: one piece as a PDF or a picture, and the old file as long as there is no new one."""

from __future__ import annotations

import errno
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import click
import pytest
from PIL import Image

from ulotki import press
from ulotki.cli import options
from ulotki.workspace import writing

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
    assert {"schema": "ulotki.show/2", "file": "ulotka.PDF", "pages": 2, "mark": None, "findings": []}.items() <= (
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


# What it is for


PURPOSES = ("office", "web", "press")
SHEETS = "na-wnuczka-leaflet-A5-colour.pdf"


@pytest.mark.parametrize(("purpose", "folder"), [("office", "pieces"), ("web", "web"), ("press", "press")])
def test_a_piece_is_shown_as_it_is_built(run, workspace, purpose, folder):
    """
    For whatever it is: the same bytes as in the edition.
    """
    ran = run("show", "na-wnuczka", *ON, "--for", purpose)
    run("build", "--for", purpose)
    (built,) = workspace.glob(f"out/maj/2024-*/{folder}/{POSTER}")

    assert (0, f"{POSTER}\n") == (ran.code, ran.out)
    assert built.read_bytes() == (workspace / POSTER).read_bytes()


@pytest.mark.parametrize(("purpose", "folder"), [("office", "print"), ("press", "press/sheets")])
def test_a_sheet_is_shown_as_it_is_built(run, workspace, campaign, purpose, folder):
    """
    With its cut marks; moved to meet the printer beside the desk, and no other.
    """
    campaign({"template": "leaflet", "format": "A5"})
    settings = workspace / "ulotki.toml"
    settings.write_text(f"printer = {{ right = 0.5 }}\n{settings.read_text()}")
    ran = run("show", "na-wnuczka", "--template", "leaflet", *ON, "--sheet", "--for", purpose)
    run("build", "--for", purpose)
    (built,) = workspace.glob(f"out/maj/2024-*/{folder}/{SHEETS}")

    assert (0, f"{SHEETS}\n") == (ran.code, ran.out)
    assert built.read_bytes() == (workspace / SHEETS).read_bytes()


def test_purposes_are_not_the_same_file(run, workspace):
    """
    But the same piece, with the same code.
    """
    codes = {
        run("show", "na-wnuczka", *ON, "--for", one, "-o", f"{one}.pdf", "--json").data["code"] for one in PURPOSES
    }

    assert 1 == len(codes)
    assert 3 == len({(workspace / f"{one}.pdf").read_bytes() for one in PURPOSES})


def test_a_picture_of_a_sheet(run, workspace):
    """
    Front and back of a sheet on its side, one beside the other.
    """
    run("show", "na-wnuczka", "--template", "leaflet", *ON, "--sheet", "-o", "arkusz.png", "--dpi", "40")
    picture = Image.open(workspace / "arkusz.png")
    gap = round(297 / 25.4 * 40 * 0.04)

    assert 2 * 297 == pytest.approx(mm(picture.width - 3 * gap, 40), abs=2)


def test_a_sheet_is_for_a_printer(run, workspace):
    """
    A file for a web site has no sheets: whoever listens would hear everything twice.
    """
    ran = run("show", "na-wnuczka", "--template", "leaflet", *ON, "--sheet", "--for", "web")

    assert (2, "a sheet is for a printer, and web is not\n  hint: leave --sheet out\n") == (ran.code, ran.err)


@pytest.mark.parametrize("suffix", ["pdf", "png", "txt"])
def test_a_piece_without_a_sheet_is_told_so(run, workspace, suffix):
    """
    A poster prints as it is. Exit 2, and no file.
    """
    before = set(workspace.iterdir())
    ran = run("show", "na-wnuczka", *ON, "--sheet", "-o", f"plakat.{suffix}")

    assert 2 == ran.code
    assert "poster in A4 has no sheet: it prints as it is\n  hint: leave --sheet out\n" == ran.err
    assert before == set(workspace.iterdir())


def test_a_corrected_printer_has_a_sheet_for_all(run, workspace):
    """
    Where the printer must be met, a poster is moved on a sheet of its own size.
    """
    settings = workspace / "ulotki.toml"
    settings.write_text(f"printer = {{ down = 0.5 }}\n{settings.read_text()}")

    assert 0 == run("show", "na-wnuczka", *ON, "--sheet").code
    assert 0 == run("show", "na-wnuczka", *ON, "-o", "as-it-is.pdf").code
    assert (workspace / POSTER).read_bytes() != (workspace / "as-it-is.pdf").read_bytes()


# The same words without the paper


def test_a_piece_as_text(run, workspace):
    """
    What is read of it, page after page, a line for each paragraph: to paste into a message.
    """
    ran = run("show", "na-wnuczka", "--template", "leaflet", *ON, "-o", "ulotka.txt", "--json")
    text = (workspace / "ulotka.txt").read_text("utf-8")

    assert 0 == ran.code
    assert text.startswith("Uwaga! Oszustwo „na wnuczka”\n")
    assert text.endswith(f"\nKod: {ran.data['code']}\n")
    assert "3. Zadzwoń pod 112.\nOpowiedz o tej rozmowie.\n" in text
    assert "Kod QR" not in text
    assert "\u00a0" not in text and "\r" not in text


class Reading(HTMLParser):
    """What a browser makes of a page: its tags, where its links lead, its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[tuple[str, str]] = []
        self.lang, self.words = "", ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [(name, value or "") for name, value in attrs if name in ("href", "src", "action")]
        self.lang = self.lang or dict(attrs).get("lang") or ""

    def handle_data(self, data: str) -> None:
        self.words += data if "main" in self.tags else ""


def test_a_piece_as_a_page_of_html(run, workspace):
    """
    The words of the text, headings and lists as such, numbers to call; nothing is asked of the net.
    """
    for suffix in ("txt", "html"):
        run("show", "blik", *ON, "-o", f"ulotka.{suffix}")
    text, html = ((workspace / f"ulotka.{suffix}").read_text("utf-8") for suffix in ("txt", "html"))
    page = Reading(html)

    assert "Kod QR" not in text + html
    assert [word for word in text.split() if word not in ("1.", "2.", "3.", "–")] == page.words.split()
    assert "pl" == page.lang
    assert {("href", "tel:112"), ("href", "https://incydent.cert.pl")} == set(page.links)
    assert {"h1", "h2", "ol", "li", "p"} <= set(page.tags)
    assert not {"script", "link", "img", "form", "iframe"} & set(page.tags)


@pytest.mark.parametrize("suffix", ["txt", "html"])
def test_the_words_do_not_depend_on_the_paper(run, workspace, suffix):
    """
    Inks and purposes change nothing that is said.
    """
    made = [
        run("show", "na-wnuczka", *ON, *asked, "-o", f"{number}.{suffix}").code
        for number, asked in enumerate([[], ["--for", "web"], ["--for", "press"], ["--palette", "colour"]])
    ]

    assert [0] * 4 == made
    assert 1 == len({(workspace / f"{number}.{suffix}").read_bytes() for number in range(4)})


@pytest.mark.parametrize("suffix", ["txt", "html"])
def test_an_unconfirmed_number_is_marked_without_paper_too(run, workspace, dzielnicowy, suffix):
    """
    WZÓR comes first, or after what stands beside it at the top, and the exit code says that it is not final.
    """
    dzielnicowy(NUMBER)
    ran = run("show", "na-wnuczka", *ON, "-o", f"plakat.{suffix}")
    said = (workspace / f"plakat.{suffix}").read_text("utf-8")
    words = said if suffix == "txt" else Reading(said).words

    assert 1 == ran.code
    assert "WZÓR" in words.split()[:3]
    assert 1 == words.count("WZÓR")
    assert NUMBER in words.replace("\u00a0", " ")


@pytest.mark.parametrize("suffix", ["txt", "html"])
def test_a_text_in_another_language_says_which(run, workspace, root, monkeypatch, suffix):
    """
    A page of HTML names the language of its words.
    """
    monkeypatch.setattr("ulotki.library.reading.home", lambda: root)
    ran = run("show", "blik", "--text-lang", "uk", *ON, "-o", f"plakat.{suffix}")
    said = (workspace / f"plakat.{suffix}").read_text("utf-8")

    assert 0 == ran.code
    assert "112" in said
    assert ('<html lang="uk">' in said) == (suffix == "html")


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


def test_a_confirmation_of_a_day_that_has_not_come_is_none(run, workspace, dzielnicowy, texts):
    """
    Written by hand it changes nothing: the piece is marked until that day.
    """
    dzielnicowy(NUMBER, NUMBER)
    file = workspace / "numbers.toml"
    file.write_text(file.read_text("utf-8").replace("on = 2024-07-16", "on = 2999-01-01"), "utf-8")

    assert 1 == run("show", "na-wnuczka", *ON).code
    assert "WZÓR" in texts(workspace / POSTER)[0]


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


@pytest.mark.parametrize("call", ["os.fsync", "os.replace", "tempfile.mkstemp"])
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
        patch.setattr(call, fail)
        ran = run("show", "na-wnuczka", *ON, "-o", "plakat.pdf")

    assert code == ran.code
    held = call == "os.replace" and isinstance(error, PermissionError)
    assert ("another program holds plakat.pdf" if held else said) in ran.err
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
    assert "instead of" in ran.err
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
        ('there is no purpose "pres"\n  hint: did you mean "press"?', ["blik", "--for", "pres"]),
        ('there is no purpose ""', ["blik", "--for", ""]),
        ('"31.8.2024" is not a day', ["blik", "--on", "31.8.2024"]),
        (
            '"a.doc" does not say what kind of file it is\n  hint: known are: .pdf, .png, .txt, .html',
            ["blik", "-o", "a.doc"],
        ),
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
