"""Another zlib packs the same drawing into other bytes: it is the same edition, and plan and build agree about it."""

from __future__ import annotations

import zlib

import pytest

from ulotki import fingerprint
from ulotki.readback import content

STICKER = {"scams": ["scam-spam"], "template": "sticker", "format": "sticker"}
compress = zlib.compress


@pytest.fixture
def edition(run, workspace, campaign, editions):
    """A sticker, built; its folder."""
    campaign(STICKER)
    assert 0 == run("build").code
    (folder,) = editions(workspace / "out/maj")
    return folder


@pytest.fixture
def other(monkeypatch):
    """Another machine: it packs less tightly, and its program is another."""
    monkeypatch.setattr("zlib.compress", lambda data, *_: compress(data, 1))
    monkeypatch.setattr(fingerprint, "program", lambda: "another")


def test_the_same_edition(run, workspace, edition, editions, other, tree):
    """
    Plan says that nothing is to be done; build draws it anew, finds the same in it, and leaves every file as it is.
    """
    before = tree(edition)

    assert 0 == run("plan").code
    assert 0 == run("build", "--force").code
    assert [edition] == editions(workspace / "out/maj")
    assert before == tree(edition)
    assert 0 == run("verify", edition).code


def test_it_is_remembered(run, edition, other, monkeypatch):
    """
    What was found to be the same is not made again and again.
    """
    assert 0 == run("build").code
    monkeypatch.setattr("ulotki.office.build_pieces.try_piece", None)

    assert 0 == run("build").code


def test_for_one_more_purpose(run, workspace, edition, editions, other, whole):
    """
    Files for the web, packed otherwise, go beside those that lie there; the record lists each as it lies.
    """
    assert 4 == run("plan", "--for", "web").code
    assert 0 == run("build", "--for", "web").code
    assert [edition] == editions(workspace / "out/maj")
    assert whole(edition)
    assert 0 == run("plan").code


def test_another_drawing_is_another_edition(run, workspace, edition, editions, monkeypatch):
    """
    Under the same code, by a newer program: the plan says so before the build does it.
    """
    import datetime

    monkeypatch.setattr(fingerprint, "program", lambda: "newer")
    monkeypatch.setattr("ulotki.press.DRAWN", datetime.date(2030, 1, 1))

    assert 4 == run("plan").code
    assert 0 == run("build").code
    assert 2 == len(editions(workspace / "out/maj"))
    assert 0 == run("plan").code


@pytest.mark.parametrize("change", [{"title": "Czerwiec"}, {"day": "2024-08-02"}, {"until": "2024-12-31"}], ids=str)
def test_plan_and_build_agree(run, workspace, edition, editions, change):
    """
    Another title or another day is another edition: both say so.
    """
    file = workspace / "campaigns/maj.toml"
    for key, value in change.items():
        lines = [line for line in file.read_text().splitlines() if not line.startswith(f"{key} =")]
        shown = f'"{value}"' if key == "title" else value
        file.write_text("\n".join([f"{key} = {shown}", *lines]))

    assert 4 == run("plan").code
    assert 0 == run("build").code
    assert 2 == len(editions(workspace / "out/maj"))
    assert 0 == run("plan").code


def test_a_damaged_edition(run, workspace, edition, editions):
    """
    A file that is not as it was made is made anew, in another edition: both say so.
    """
    victim = next(edition.glob("pieces/*.pdf"))
    victim.write_bytes(victim.read_bytes()[:-1])

    assert 4 == run("plan").code
    assert 0 == run("build").code
    assert 2 == len(editions(workspace / "out/maj"))


def test_what_is_packed(edition, run):
    """
    The digest of what is packed sees a letter, and does not see how tightly it is packed.
    """
    data = next(edition.glob("pieces/*.pdf")).read_bytes()

    assert content(data) == content(data)
    assert content(data) != content(data.replace(b"/Title (", b"/Title (x", 1).replace(b"x", b"", 0))
    assert content(b"no pdf") != content(b"no PDF")
