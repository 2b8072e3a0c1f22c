"""Limits: whatever stands in a file, it is read or refused in a moment, and what is too much is named with its field."""

from __future__ import annotations

import contextlib
import datetime
import os

import pytest
from effort import effort

from ulotki import press, stock
from ulotki.content.campaign import Approval, Campaign
from ulotki.content.publisher import Publisher
from ulotki.content.scam import Scam
from ulotki.content.telling import Occasion
from ulotki.errors import Refused
from ulotki.library import read
from ulotki.library.document import Document
from ulotki.library.shape import Reader
from ulotki.library.toml import parse
from ulotki.look import PALETTES
from ulotki.paper import A4
from ulotki.templates import templates

N = 250_000

HOSTILE = {
    "brackets in a text": 'title = "' + "[" * 20_000 + '"',
    "stars in a text": 'title = "' + "*" * 20_000 + '"',
    "braces in a text": 'title = "' + "{{" * 20_000 + '"',
    "digits in a text": 'title = "' + "1 " * 20_000 + '"',
    "dots in a text": 'title = "' + "a." * 20_000 + '"',
    "accents in a text": 'title = "' + "\u0301" * 60_000 + '"',
    "brackets": "title = " + "[" * 20_000 + "]" * 20_000,
    "braces": "title = " + "{a=" * 5_000 + "1" + "}" * 5_000,
    "dots": ".".join(["a"] * 20_000) + " = 1",
    "unknown keys": "\n".join(f"titl{place} = 1" for place in range(15_000)),
    "unknown tables": "\n".join(f"[step{place}]" for place in range(20_000)),
    "many steps": "[[step]]\n" * 20_000,
    "a list": "season = [" + "1," * (N // 2) + "]",
    "a huge number": "season = " + "1" * 100_000,
    "no end": 'title = "' + "a" * N,
    "a long word": 'title = "' + "a" * N + '"',
    "hyphens": "-" * N,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("kind", [Scam, Campaign, Publisher, Approval])
def test_nothing_takes_long(text, kind):
    """
    In two seconds of the processor's time, also on a busy machine, and never well.
    """

    def read_it():
        document = parse("a.toml", text.encode())
        if not isinstance(document, Document):
            return [document]
        reader = Reader(document, dict.fromkeys(stock.known().names(), ("x",)))
        assert reader.read(kind, document.values, ()) is None
        return reader.findings

    assert effort(read_it) < 2
    assert 0 < len(read_it()) < 600


def test_what_is_too_long_is_named_with_its_field():
    """
    With the line, what there is, and what there may be.
    """
    reader = Reader(parse("a.toml", ('\ntitle = "' + "[" * 20_000 + '"').encode()), {})
    reader.read(Campaign, reader.document.values, ())
    (found,) = [finding for finding in reader.findings if finding.at.field == "title"]

    assert (2, "the text has 20000 characters", "write 200 at most") == (
        found.at.line,
        str(found.what),
        str(found.hint),
    )


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("places.toml", "\n".join(f"[place.p{place}]" for place in range(25_001)), "25001 places"),
        ("numbers.toml", "\n".join(f"[number.n{place}]" for place in range(501)), "501 values"),
        ("numbers.toml", "#" * (256 * 1024), None),
    ],
)
def test_too_many_entries_are_one_finding(file, text, said, tmp_path, monkeypatch):
    """
    Not one for each of them.
    """
    monkeypatch.setattr("ulotki.library.reading.home", lambda: tmp_path / "nothing")
    (tmp_path / file).write_text(text)
    findings = read(tmp_path, stock.known()).findings

    assert [said] == [
        said if said and str(one.what).startswith(said) else str(one.what) for one in findings
    ] or not said
    assert not said or [str(tmp_path / file)] == [one.at.file for one in findings]


def test_too_many_files_are_one_finding(tmp_path, monkeypatch):
    """
    Of them the first are read, and it is said that there are more, so that nothing is printed for lack of one.
    """
    monkeypatch.setattr("ulotki.library.reading.home", lambda: tmp_path / "nothing")
    for module in ("source", "strays"):
        monkeypatch.setattr(f"ulotki.library.{module}.MOST_FILES", 3)
    (tmp_path / "campaigns").mkdir()
    for number in range(5):
        (tmp_path / f"campaigns/c{number}.toml").write_text('title = "C"\nday = 2024-08-01\norder = []\n')
    found = read(tmp_path, stock.known())

    assert ["there are 5 files campaigns/*.toml, and 3 are read"] == [str(one.what) for one in found.strays]
    assert 3 == len({*found.campaigns, *found.campaigns.unread})


def pipe(path):
    """A pipe to which nobody writes."""
    os.mkfifo(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize(
    "make",
    [pipe, lambda path: path.mkdir(), lambda path: path.symlink_to("/dev/zero")],
    ids=["fifo", "folder", "device"],
)
@pytest.mark.parametrize(
    "name",
    [
        "ulotki.toml",
        "numbers.toml",
        "places.toml",
        "approvals.toml",
        "meetings.toml",
        "campaigns/c.toml",
        "scams/pl/x.toml",
        "words/pl.toml",
        "readings/pl.toml",
        "papers/pl.toml",
        "pages/pl.toml",
    ],
)
def test_what_is_no_file_is_a_finding(name, make, tmp_path, monkeypatch):
    """
    At once, with its name: a pipe has nobody at its other end, and a device has no end.
    """
    monkeypatch.setattr("ulotki.library.reading.home", lambda: tmp_path / "nothing")
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    make(path)
    findings = read(tmp_path, stock.known()).findings

    assert [str(path)] == [one.at.file for one in findings]


@pytest.mark.parametrize("words", ["a" * 1_900, "a " * 900, "raz dwa " * 200])
def test_the_longest_text_is_laid_out_or_refused_in_a_moment(words, tmp_path, root):
    """
    A story as long as the gate lets pass: shorter words take its place, or it is said that it has no room.
    """
    own = tmp_path / "scams/pl/bank.toml"
    own.parent.mkdir(parents=True)
    lines = (root / "leaflets/library/scams/pl/bank.toml").read_text("utf-8").splitlines(keepends=True)
    own.write_text(
        "".join(f'story = "{words.strip()}"\n' if line.startswith("story = ") else line for line in lines), "utf-8"
    )
    library = read(tmp_path, stock.known(), ("pl",)).believed(datetime.date.max)
    scam, leaflet = library.scam("bank"), templates()["leaflet"]

    def lay_out():
        with contextlib.suppress(Refused):
            press.proof(library, scam, leaflet, A4, PALETTES["mono"], Occasion(scam.reviewed))

    assert effort(lay_out) < 2
