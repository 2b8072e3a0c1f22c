"""What verify tells people to do, as values: a false alarm is as wrong as false comfort."""

import datetime
import shutil
import zlib
from dataclasses import replace

import pytest
from books import TODAY, piece

from ulotki.edition.record import Unreadable
from ulotki.errors import Finding, say
from ulotki.handout.reasons import PrintedValue, Reason
from ulotki.handout.truth import Judgment
from ulotki.office import Outcome, identify
from ulotki.office.bundle import HandOverRequest
from ulotki.office.hand_over import hand_over
from ulotki.office.verdicts import conclusion, verdict
from ulotki.office.verify import Verified, verify
from ulotki.page.piece_code import code_of
from ulotki.press import printed

DAY = datetime.date(2024, 9, 1)
GOOD = Judgment("AAAAA-AAAAA", piece(), (), (), (), ())
DOWN = replace(GOOD, reasons=(Reason("mark", mark="WZÓR"),))
UNSURE = replace(GOOD, reasons=(Reason("unknown"),))
ALTERED = Finding("file", say("something in it was altered"))
TORN = Unreadable("maj/2024-08-01-1", say("torn")).finding


@pytest.mark.parametrize(
    ("pieces", "about", "doubts", "expected"),
    [
        ((GOOD,), (), (), "all of it holds on 2024-09-01"),
        ((GOOD, DOWN), (ALTERED,), (TORN,), "do not hang it, and take down what hangs"),
        ((GOOD, UNSURE), (ALTERED,), (), "nobody can tell"),
        ((GOOD,), (ALTERED,), (), "do not print or hang what lies here"),
        ((GOOD,), (), (TORN,), "something else cannot be read"),
        ((), (ALTERED,), (), ""),
    ],
)
def test_what_to_do(pieces, about, doubts, expected):
    """
    Only what must come down makes anybody go and take it down; a pack or a damaged file says nothing of what hangs.
    """
    good = all(one.good for one in pieces) and not about and not doubts
    answer = Verified("file", "", DAY, pieces, doubts, {}, good)
    found = conclusion(Outcome(answer, (*doubts, *about)))

    assert expected in (str(found) if found else "")
    assert bool(expected) == bool(found)


def test_what_nobody_can_tell_is_not_called_untrue():
    """
    A value that the register cannot tell, and a piece with one, are neither so nor no longer so.
    """
    torn = PrintedValue("number:x", "", "112", "", None, False, torn=True)

    assert "nobody can tell" == str(verdict(torn)) == str(verdict(UNSURE))
    assert "no longer so" == str(verdict(replace(torn, torn=False))) == str(verdict(DOWN))
    assert "still so" == str(verdict(GOOD))


def test_a_piece_that_was_handed_over_is_ours(office, edition):
    """
    When out/ is lost the ledger still knows the codes: nobody says that nobody made the sheet, and nobody that it holds.
    """
    code, stranger = code_of("a piece"), code_of("another")
    folder = edition(piece(code=code), code=code_of("its edition"))
    hand_over(office, HandOverRequest("2024-08-20T10:00:00Z", ("bank",)), TODAY)
    shutil.rmtree(folder)

    for word, check in ((code, "unsure"), (code_of("its edition"), "unsure"), (stranger, "unsure")):
        outcome = verify(office, word, TODAY)
        assert (1, [check]) == (outcome.code, [one.check for one in outcome.findings])
        assert () == outcome.value.pieces


def test_nobody_says_no_while_something_is_gone(office, edition):
    """
    No edition at all, an edition between others that is gone, a ledger that is torn or shorter than it was: any of them may know
    the code.
    """
    stranger = code_of("another")

    def answer() -> list[str]:
        return [one.check for one in verify(office, stranger, TODAY).findings if one.grave]

    assert ["unsure"] == answer()
    made = edition(piece(code=code_of("a piece")), code=code_of("its edition"))
    assert ["unknown"] == answer()

    moved = made.rename(made.with_name(made.name.replace("-1-", "-2-")))
    assert ["unsure"] == answer()
    assert "maj/1" in str(verify(office, stranger, TODAY).findings[-1].what)
    moved.rename(made)

    hand_over(office, HandOverRequest("2024-08-20T10:00:00Z", ("bank",)), TODAY)
    assert ["unknown"] == answer()
    ledger = office.folder / "ledger.sqlite"
    ledger.write_bytes(ledger.read_bytes()[:2000])
    assert ["unsure"] == answer()
    ledger.unlink()
    assert ["unsure"] == answer()


@pytest.mark.parametrize(
    "damage", [lambda data: data[:-300], lambda data: data.replace(b"xref", b"xr\0f")], ids=["cut", "spoilt"]
)
def test_a_damaged_file_is_not_alike(proof, tmp_path, damage):
    """
    A file that no reader opens is not the one that was made, and no mistake of the program.
    """
    data = printed(proof())
    (tmp_path / "a.pdf").write_bytes(data)

    assert identify._alike(data, tmp_path / "a.pdf")
    assert not identify._alike(damage(data), tmp_path / "a.pdf")


def test_a_small_file_that_unpacks_to_much_is_not_opened(office, tmp_path, monkeypatch):
    """
    No reader gets it, whatever code it bears, and nobody says what it is.
    """
    data = zlib.compress(bytes(150_000_000), 9)
    file = tmp_path / "a.pdf"
    file.write_bytes(b"%%PDF-1.7\n1 0 obj\n<< /Filter /FlateDecode >>\nstream\n%s\nendstream\nendobj\n" % data)
    monkeypatch.setattr("ulotki.readback.content_digest.OpenPdf", None)
    monkeypatch.setattr("ulotki.readback.seen.Readback", None)
    outcome = verify(office, str(file), TODAY)

    assert (1, "unknown", ()) == (outcome.code, outcome.value.state, outcome.value.pieces)
    assert "so it was not opened" in str(outcome.findings[0].what)
