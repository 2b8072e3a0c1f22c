"""`ulotki site`: a folder to upload, whole and final, or the one before."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from ulotki.cli import pieces
from ulotki.workspace import writing

ON = ("--on", "2024-08-01")
ONE = ("site", "--campaign", "maj", *ON)
"""The campaign's one scam: three pieces, drawn in a moment."""

PIECES = {f"pdf/na-wnuczka-{name}.pdf" for name in ("poster", "leaflet", "large-print")}
OF_ONE = PIECES | {
    "na-wnuczka.html", "txt/na-wnuczka.txt", "img/na-wnuczka.png", "index.html", "style.css", "icon.svg", "README.txt", ".ulotki-site",
}  # fmt: skip


def unfinished(where: Path) -> list[Path]:
    return [path for path in where.rglob("*") if path.name.startswith(writing.PART)]


# What comes out


def test_every_scam_those_of_the_campaign_first(run, workspace, tree, campaign):
    """
    Into site/ of the workspace; the last line says where to look.
    """
    campaign({"scams": ["scam-spam"]})
    ran = run("site", *ON)
    pages = [f"{id}.html" for id in ("scam-spam", "blik", "na-wnuczka")]
    index = (workspace / "site/index.html").read_text()

    assert 0 == ran.code
    assert ran.out.endswith("MB\nsite/index.html\n")
    assert set(pages) <= set(tree(workspace / "site"))
    assert index.index(pages[0]) < min(map(index.index, pages[1:]))
    assert "left out: number:dzielnicowy, name:dzielnicowy" in ran.err


def test_one_campaign_alone(run, workspace, tree):
    """
    Only its scams; the document says what there is.
    """
    ran = run(*ONE, "-o", "www", "--json")
    found = tree(workspace / "www")

    assert 0 == ran.code
    assert OF_ONE == set(found)
    assert {"schema": "ulotki.site/2", "page": "www/index.html", "files": len(OF_ONE), "findings": []}.items() <= (
        ran.data.items()
    )
    (scam,) = ran.data["scams"]
    assert ("na-wnuczka", "na-wnuczka.html") == (scam["id"], scam["page"])
    assert {(path, len(found[path])) for path in PIECES} == {(piece["path"], piece["size"]) for piece in scam["pieces"]}


def test_a_confirmed_number_is_there_to_call(run, workspace, dzielnicowy):
    """
    On the page of the scam, from the register.
    """
    dzielnicowy(retyped="47 812 00 00")

    assert 0 == run(*ONE).code
    assert 'href="tel:+48478120000"' in (workspace / "site/na-wnuczka.html").read_text()


def test_without_a_workspace(run, empty):
    """
    The national library is enough, and then nobody publishes.
    """
    ran = run("site", *ON, "--jobs", "1")

    assert 0 == ran.code
    assert "Wydaje" not in (empty / "site/index.html").read_text()


def test_the_same_bytes_however_many_work(run, workspace, tree, monkeypatch):
    """
    A second run, in two processes, takes the place of the first and changes nothing.
    """
    monkeypatch.setattr(pieces, "FEW", 1)
    run("site", *ON, "--jobs", "1")
    before = tree(workspace / "site")
    ran = run("site", *ON, "--jobs", "2")

    assert 0 == ran.code
    assert before == tree(workspace / "site")
    assert [] == unfinished(workspace)


# What does not


def test_an_unconfirmed_number_stops_everything(run, workspace, dzielnicowy, tree):
    """
    Named once, whatever it stands on, with the way out; what was there stays, and nothing comes where nothing was.
    """
    run(*ONE)
    before = tree(workspace / "site")
    dzielnicowy()
    ran = run("site", *ON)

    assert 1 == ran.code
    assert 1 == ran.err.count("number:dzielnicowy is unconfirmed, and so there is no site")
    assert "hint: let a second person confirm it: ulotki numbers confirm dzielnicowy" in ran.err
    assert before == tree(workspace / "site")
    assert 1 == run(*ONE, "-o", "new").code
    assert not (workspace / "new").exists()


def test_what_is_refused_as_data(run, workspace, dzielnicowy):
    """
    For a script: the exit code and what to mend.
    """
    dzielnicowy()
    ran = run(*ONE, "--json")

    assert ("ulotki.error/2", 1) == (ran.data["schema"], ran.data["exit"])
    assert ["numbers.toml"] == [Path(finding["file"]).name for finding in ran.data["findings"]]


def test_what_nobody_approved_stops_everything(run, workspace, campaign):
    """
    A campaign that asks for approval has no site before.
    """
    campaign({}, approval=True)
    ran = run(*ONE)

    assert 1 == ran.code
    assert "na-wnuczka-poster says PROJEKT, and so there is no site" in ran.err
    assert not (workspace / "site").exists()


def test_another_folder_is_left_alone(run, workspace, tree):
    """
    Anything that is no site of ours stays as it is; an empty folder has nothing to lose.
    """
    for name in ("full", "bare"):
        (workspace / name).mkdir()
    (workspace / "full/index.html").write_text("the unit's own")
    refused = run(*ONE, "-o", "full")

    assert 2 == refused.code
    assert "full: this folder holds other things, and the site would take their place" in refused.err
    assert {"index.html": b"the unit's own"} == tree(workspace / "full")
    assert 0 == run(*ONE, "-o", "bare").code
    assert OF_ONE == set(tree(workspace / "bare"))


@pytest.mark.parametrize("fails_at", [1, 5, len(OF_ONE)])
def test_whole_or_not_at_all(run, workspace, tree, monkeypatch, fails_at):
    """
    When the disk is full in the middle, the site before stays, and no torso.
    """
    (workspace / "site").mkdir()
    (workspace / "site/.ulotki-site").write_text("before")
    put, written = writing.put, []

    def full(path, data):
        written.append(path)
        if len(written) == fails_at:
            raise OSError(errno.ENOSPC, "No space left on device")
        put(path, data)

    monkeypatch.setattr(writing, "put", full)
    ran = run(*ONE)

    assert 3 == ran.code
    assert {".ulotki-site": b"before"} == tree(workspace / "site")
    assert [] == unfinished(workspace)


def test_an_unknown_campaign(run, workspace):
    """
    The nearest name is offered.
    """
    ran = run("site", "--campaign", "mai", *ON)

    assert 2 == ran.code
    assert 'did you mean "maj"?' in ran.err
