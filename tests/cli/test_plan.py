"""`ulotki plan`: what a build would change, and why; nothing is written."""

from __future__ import annotations

import pytest

from ulotki.office import build_pieces

pytestmark = pytest.mark.days

NUMBER = "47 812 00 00"
NEW = "47 812 11 11"
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

POSTER = "na-wnuczka-poster-A4-colour"


@pytest.fixture
def built(run, workspace, campaign, dzielnicowy):
    """An edition of two pieces, of which the poster alone carries the number of the dzielnicowy."""
    dzielnicowy(NUMBER, NUMBER)
    campaign({}, {"scams": ["blik"], "template": "sticker", "format": "sticker"})
    assert 0 == run("build").code


def test_before_the_first_build_all_is_new(run, campaign, workspace, tree):
    """
    Exit 4, with every piece, its places and copies; not even a folder is made.
    """
    campaign({}, {"scams": ["blik"], "copies": 5})
    before = tree(workspace)
    ran = run("plan")

    assert 4 == ran.code
    assert "newly ordered: pieces 2, places 2, copies 14\n" in ran.out
    assert f"  {POSTER}: places 2, copies 4\n" in ran.out
    assert ran.out.endswith("pieces anew: 2, unchanged: 0\n")
    assert before == tree(workspace)
    assert not (workspace / "out").exists()


def test_after_a_build_there_is_nothing_to_do(run, built, workspace, tree):
    """
    Exit 0, with the name of the edition, and nothing is written.
    """
    before = tree(workspace)
    ran = run("plan")
    (folder,) = (workspace / "out/maj").glob("2024-08-01-1-*")

    assert (0, f"nothing to do: the edition {folder.name} is up to date\n") == (ran.code, ran.out)
    assert before == tree(workspace)


def test_a_number_that_was_set(run, built, workspace, tree):
    """
    Only what carries it would change, from which number to which; it would be marked, so no edition.
    """
    run(*SET)
    before = tree(workspace)
    ran = run("plan")

    assert 4 == ran.code
    assert f"number:dzielnicowy: {NUMBER} → {NEW}: pieces 1, places 2, copies 4\n" in ran.out
    assert f"  {POSTER}: places 2, copies 4\n" in ran.out
    assert "blik" not in ran.out
    assert ran.out.endswith("pieces anew: 1, unchanged: 1\n")
    assert "marked WZÓR, so a draft and no edition: pieces 1" in ran.err
    assert before == tree(workspace)


def test_a_number_that_was_confirmed(run, built):
    """
    The same pieces, without the mark; after the build there is nothing to do.
    """
    run(*SET)
    run(*CONFIRM)
    ran = run("plan")

    assert 4 == ran.code
    assert f"number:dzielnicowy: {NUMBER} → {NEW}: pieces 1, places 2, copies 4\n" in ran.out
    assert "WZÓR" not in ran.said
    assert [0, 0] == [run("build").code, run("plan").code]


def test_a_draft_is_no_edition(run, built, workspace):
    """
    After a build that came to a draft alone, what the edition lacks is still to be done.
    """
    run(*SET)
    assert 1 == run("build").code
    ran = run("plan")

    assert 4 == ran.code
    assert "marked WZÓR" in ran.err


def test_other_copies(run, built, campaign):
    """
    Nothing is laid out anew, and who gets how many is told.
    """
    campaign({"copies": 7}, {"scams": ["blik"], "template": "sticker", "format": "sticker"})
    ran = run("plan", "--json")
    (change,) = ran.data["changes"]

    assert 4 == ran.code
    assert ("copies", POSTER, 14) == (change["kind"], change["name"], change["copies"])
    assert 1 == ran.data["unchanged"]


def test_what_is_no_longer_ordered(run, built, campaign):
    """
    It would be gone, for the places that had it.
    """
    campaign({})
    ran = run("plan")

    assert 4 == ran.code
    assert "no longer ordered: pieces 1, places 2, copies 4\n  blik-sticker-sticker-colour" in ran.out
    assert 2 == ran.out.count(" gets fewer copies: 4 → 2\n")


def test_what_is_known_is_not_laid_out(run, campaign, scam, monkeypatch):
    """
    Of the pieces that did not change the last record is believed.
    """
    from ulotki.edition import jobs as edition

    campaign({"scams": ["na-wnuczka", "blik"]})
    assert 0 == run("build").code
    laid = []
    proved = edition.proved
    monkeypatch.setattr(edition, "proved", lambda job, *more: laid.append(job.scam) or proved(job, *more))
    scam("blik", title="Kod BLIK")

    assert 4 == run("plan").code
    assert ["blik"] == laid


def test_nothing_is_drawn(run, built, monkeypatch):
    """
    A plan is laid out, never drawn.
    """
    monkeypatch.setattr(build_pieces, "try_piece", None)
    monkeypatch.setattr("ulotki.press.draw", None)
    run(*SET)

    assert 4 == run("plan").code


def test_what_would_be_refused(run, built, scam):
    """
    Exit 1, with the place of the fault; the rest is told.
    """
    scam("na-wnuczka", quote=["Proszę pana, ja z komendy " * 20])
    ran = run("plan")

    assert 1 == ran.code
    assert "scams/pl/na-wnuczka.toml:" in ran.err


def test_another_purpose(run, built):
    """
    What was not made for the web yet would be.
    """
    ran = run("plan", "--for", "web", "--json")

    assert 4 == ran.code
    assert ["changed", "changed"] == [change["kind"] for change in ran.data["changes"]]


def test_as_json(run, built):
    """
    Named and versioned: the values before and now, places, copies, and whether anything is to be done.
    """
    run(*SET)
    ran = run("plan", "--json")
    (change,) = ran.data["changes"]

    assert (4, "", "ulotki.plan/2", True, ["WZÓR"]) == (
        *(ran.code, ran.err),
        *(ran.data[key] for key in ("schema", "pending", "marks")),
    )
    assert [["number:dzielnicowy", NUMBER, NEW]] == change["values"]
    assert [["bank", 2], ["ops", 2]] == change["places"]


@pytest.mark.parametrize(
    ("said", "arguments"),
    [
        ('there is no campaign "mai"\n  hint: did you mean "maj"?', ["mai"]),
        ('there is no palette "colur"', ["--palette", "colur"]),
        ('there is no purpose "pres"', ["--for", "pres"]),
        ("is not a day", ["--on", "1.8.2024"]),
    ],
)
def test_wrong_use_is_told(run, workspace, said, arguments):
    """
    Exit 2, as of build.
    """
    ran = run("plan", *arguments)

    assert 2 == ran.code
    assert said in ran.err


def test_what_cannot_be_made_is_still_ordered(run, built, workspace):
    """
    While numbers.toml cannot be read, plan and build name it, and neither says that something is ordered no more.
    """
    (workspace / "numbers.toml").write_bytes(b"\xff")

    for command in ("plan", "build"):
        ran = run(command)
        assert 1 == ran.code
        assert "ordered, and it cannot be made now: pieces 2" in ran.out
        assert "no longer ordered" not in ran.out
