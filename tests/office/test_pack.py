"""What must be replaced at places, as a use case: what is packed, what is not, and when nobody can tell."""

import datetime
import re
import shutil

import pytest
from books import piece

from ulotki.errors import Misused, Refused
from ulotki.handout.deeds import GivenPiece, HandOver, Personal
from ulotki.installed import home
from ulotki.office.meant_packs import PackRequest
from ulotki.office.pack import pack
from ulotki.workspace import book

DAY = datetime.date(2024, 8, 20)
CODE = "AAAAA-AAAAA"


@pytest.fixture(autouse=True)
def here(office, monkeypatch):
    """A pack for one place goes into the current folder."""
    monkeypatch.chdir(office.folder)


@pytest.fixture
def edition(edition):
    """An edition whose files are gone: packs are laid out anew, and there is no picture of what must come down."""

    def make(*pieces, **more):
        folder = edition(*pieces, **more)
        shutil.rmtree(folder / "pieces")
        return folder

    return make


def give(office, *places):
    deeds = [HandOver(DAY, id, "maj", "EEEE1-EEEE1", (GivenPiece(CODE, piece().name, "A", 2, 1),)) for id in places]
    book.append(office.folder, lambda _entries: [(deed, Personal()) for deed in deeds], "2024-08-10T10:00:00Z")


def packed(office, *places, **more):
    return pack(office, PackRequest(places, new=True, everything=not places, **more), DAY)


def files(office):
    return sorted(path.relative_to(office.folder).as_posix() for path in office.folder.rglob("*.pdf"))


def test_nothing_to_replace(office, edition):
    """
    Where all holds nothing is packed, and that is good.
    """
    edition()
    give(office, "bank", "ops")
    outcome = packed(office)

    assert (0, (), []) == (outcome.code, outcome.value.made, files(office))
    assert ["nothing has to be replaced there"] == [str(aside) for aside in outcome.asides]


def test_nothing_was_written_down(office, edition):
    """
    While the ledger is empty nobody knows what must be replaced.
    """
    edition(piece(values={"number:112": "999"}))
    with pytest.raises(Refused, match="nobody has written down yet"):
        packed(office, "bank")

    assert [] == files(office)


def test_nobody_can_tell(office, edition):
    """
    A piece that no record knows is nothing to bring another for, and no good news: somebody has to look at it.
    """
    edition(piece(code="BBBBB-BBBBB"))
    give(office, "bank")
    outcome = packed(office, "bank")

    assert (4, (), []) == (outcome.code, outcome.value.made, files(office))
    assert "nobody can tell" in str(outcome.asides[0])
    assert 0 == packed(office, "ops").code


def test_what_must_come_down_everywhere(office, edition):
    """
    Every place with something wrong, in one folder of its own; of a place where all holds, nothing.
    """
    edition(piece(values={"number:112": "999"}))
    give(office, "ops", "bank")
    made = packed(office).value

    assert ["bank", "ops"] == [share.place.id for share, _files in made.made]
    assert made.folder.name.endswith("-new")
    assert ["bank.pdf", "lista-rozdzialu.pdf", "ops.pdf"] == [path.rpartition("/")[2] for path in files(office)]


def test_one_place(office, edition):
    """
    The file for one place is called after what it is.
    """
    edition(piece(values={"number:112": "999"}))
    give(office, "bank", "ops")

    assert ["bank"] == [share.place.id for share, _files in packed(office, "bank").value.made]
    assert ["wymiana-bank.pdf"] == files(office)


def test_a_text_that_was_wrong(office, edition):
    """
    No piece is packed whose text was wrong, whatever the campaign's day; what is made anew from the mended text may be.
    """
    file = office.folder / "scams/pl/na-wnuczka.toml"
    file.parent.mkdir(parents=True)
    text = (home() / "leaflets/library/scams/pl/na-wnuczka.toml").read_text("utf-8")
    mend = 'reviewed = 2026-11-28\nwrong_before = 2026-11-28\nwrong_why = "Za dużo."'
    file.write_text(re.sub("(?m)^reviewed = .*$", mend, text), "utf-8")
    edition(piece(texts={"na-wnuczka": datetime.date(2026, 11, 27)}))
    with pytest.raises(Refused, match="Za dużo") as trouble:
        pack(office, PackRequest(("bank",)), DAY)

    assert "ulotki build maj" in str(trouble.value.findings[0].hint)
    edition(piece(texts={"na-wnuczka": datetime.date(2026, 11, 28)}), number=2)
    with pytest.raises(Refused) as trouble:
        pack(office, PackRequest(("bank",)), DAY)
    assert "Za dużo" not in str(trouble.value.findings[0].what)  # it has no piece of that code, but its text is good


def test_which_place(office, edition):
    """
    A pack is for somebody.
    """
    edition()
    with pytest.raises(Misused, match="no place is named"):
        pack(office, PackRequest(new=True), DAY)
