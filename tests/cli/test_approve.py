"""`ulotki approve`: what nobody has approved says PROJEKT, and is no edition."""

from __future__ import annotations

import datetime
import json
import tomllib

import pytest

from ulotki.cli import options
from ulotki.edition import record

pytestmark = pytest.mark.days

ANNA = ("--by", "kom. Anna Nowak")
LEAFLET = {"template": "leaflet", "format": "A5"}
POSTER = "pieces/na-wnuczka-poster-A4-colour.pdf"


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(options, "today", lambda: datetime.date(2024, 7, 30))


@pytest.fixture
def draft(run, campaign, workspace):
    """The draft of a campaign that wants approval: two pieces, and nobody has looked at them."""
    campaign({}, LEAFLET, approval=True)
    assert 1 == run("build").code
    return workspace / "out/maj/draft"


@pytest.fixture
def approvals(workspace):
    """approvals(): what is written down."""
    return lambda: tomllib.loads((workspace / "approvals.toml").read_text())["approval"]


def found(folder):
    return record.read_record((folder / "manifest.json").read_bytes())


def test_what_nobody_has_approved_says_so(run, draft, texts, editions, workspace):
    """
    PROJEKT on every page, no edition, and the way to one.
    """
    ran = run("build", "--force")

    assert 1 == ran.code
    assert {"PROJEKT"} == {file.mark for file in found(draft).files}
    assert all("PROJEKT" in page for file in found(draft).files for page in texts(draft / file.path))
    assert [] == editions(workspace / "out/maj")
    assert f"ulotki approve {found(draft).edition} --by" in ran.err


def test_what_was_approved_is_an_edition(run, draft, texts, editions, workspace, approvals):
    """
    Who, when, and which codes stand in a file; the next build says PROJEKT no more. The codes are those looked at.
    """
    looked_at = found(draft)
    ran = run("approve", looked_at.edition, *ANNA)
    (approval,) = approvals()

    assert (0, "approved by kom. Anna Nowak: pieces 2\napprovals.toml\n") == (ran.code, ran.out)
    assert "build again" in ran.err
    assert {
        "edition": looked_at.edition,
        "by": "kom. Anna Nowak",
        "on": datetime.date(2024, 7, 30),
        "codes": sorted(piece.code for piece in looked_at.pieces),
    } == approval
    assert 0 == run("build").code
    (edition,) = editions(workspace / "out/maj")
    assert looked_at.edition == found(edition).edition
    assert {None} == {file.mark for file in found(edition).files}
    assert not any("PROJEKT" in page for file in found(edition).files for page in texts(edition / file.path))
    assert not draft.exists()


@pytest.mark.parametrize("name", ["draft", "maj", "code"])
def test_it_is_named_as_people_know_it(run, draft, name, approvals):
    """
    By its folder, its campaign, or its code.
    """
    assert 0 == run("approve", found(draft).edition if name == "code" else name, *ANNA).code
    assert found(draft).edition == approvals()[0]["edition"]


def test_a_name_that_two_drafts_share_is_none(run, draft, campaign):
    """
    Nobody approves one campaign for another; by its campaign each is known.
    """
    campaign({"scams": ["blik"]}, name="lato", approval=True)
    run("build", "lato")

    assert [2, 0] == [run("approve", name, *ANNA).code for name in ("draft", "lato")]


def test_a_campaign_is_its_last_edition(run, campaign, scam, workspace, editions, approvals):
    """
    Of several editions of a campaign, its name means the newest.
    """
    campaign({})
    run("build")
    for order in ("Odłóż telefon.", "Rozłącz się!", "Odłóż to."):
        scam("na-wnuczka", order=order)
        assert 0 == run("build").code
    run("approve", "maj", *ANNA)

    assert found(editions(workspace / "out/maj")[-1]).edition == approvals()[0]["edition"]


def test_only_what_was_looked_at_is_approved(run, draft, scam, workspace):
    """
    Words that change afterwards are nobody's: that piece says PROJEKT again, the others do not.
    """
    run("approve", "draft", *ANNA)
    run("build")
    scam("na-wnuczka", order="Odłóż telefon.")
    ran = run("build")

    assert 1 == ran.code
    assert {"PROJEKT"} == {file.mark for file in found(draft).files}


def test_the_same_again_is_written_once(run, draft, workspace):
    """
    Nobody needs to say twice that the same pieces are good.
    """
    run("approve", "draft", *ANNA)
    before = (workspace / "approvals.toml").read_bytes()
    again = run("approve", "draft", "--by", "mł. insp. Jan Bąk")

    assert 0 == again.code
    assert before == (workspace / "approvals.toml").read_bytes()


def test_what_stands_there_stays(run, draft, scam, workspace, approvals):
    """
    An approval is added at the end; a comment that somebody wrote keeps its place.
    """
    run("approve", "draft", *ANNA)
    path = workspace / "approvals.toml"
    path.write_text(path.read_text().replace("[[approval]]", "# seen on paper\n[[approval]]"))
    before = path.read_text()
    scam("na-wnuczka", order="Odłóż telefon.")
    run("build")
    run("approve", "draft", *ANNA)

    assert path.read_text().startswith(before.rstrip())
    assert 2 == len(approvals())


def test_a_number_nobody_confirmed_cannot_be_approved(run, draft, dzielnicowy, workspace):
    """
    WZÓR goes before PROJEKT, and no approval takes it away.
    """
    dzielnicowy("47 812 00 00")
    run("build")
    ran = run("approve", "draft", *ANNA)

    assert 2 == ran.code
    assert "holds pieces marked WZÓR: they cannot be approved" in ran.err
    assert not (workspace / "approvals.toml").exists()


def test_an_approval_does_not_confirm_a_number(run, draft, dzielnicowy, workspace):
    """
    Approved without the number: with it the piece is another one, and says WZÓR.
    """
    run("approve", "draft", *ANNA)
    dzielnicowy("47 812 00 00")

    assert 1 == run("build").code
    assert {"WZÓR"} == {file.mark for file in found(draft).files}


def test_nothing_cannot_be_approved(run, draft, scam, workspace):
    """
    A draft whose pieces were all refused shows nothing that anybody could have looked at.
    """
    scam("na-wnuczka", quote=["Proszę pana, ja z komendy " * 20])
    run("build")
    ran = run("approve", "draft", *ANNA)

    assert 2 == ran.code
    assert "holds no pieces" in ran.err
    assert not (workspace / "approvals.toml").exists()


def test_a_campaign_that_wants_no_approval(run, campaign, workspace):
    """
    Needs none.
    """
    campaign({})

    assert 0 == run("build").code


@pytest.mark.parametrize(
    ("said", "arguments"),
    [
        ('there is no edition "mai"\n  hint: did you mean "maj"?', ["mai", *ANNA]),
        ('there is no edition "xyz"\n  hint: known are: ', ["xyz", *ANNA]),
        ("--by", ["draft"]),
        ('"  " is nobody\'s name', ["draft", "--by", "  "]),
        ('"…" is nobody\'s name', ["draft", "--by", "…"]),
        ('"asp. ..." is nobody\'s name', ["draft", "--by", "asp. ..."]),
        ('"600 100 200" looks like a number to call', ["draft", "--by", "Jan 600 100 200"]),
        ('"www.bank.pl" looks like an internet address', ["draft", "--by", "Jan www.bank.pl"]),
    ],
)
def test_wrong_use_is_told(run, draft, workspace, said, arguments):
    """
    Exit 2, and nothing is written.
    """
    ran = run("approve", *arguments)

    assert 2 == ran.code
    assert said in ran.err
    assert not (workspace / "approvals.toml").exists()


def test_before_the_first_build(run, campaign):
    """
    There is nothing to look at yet.
    """
    campaign({}, approval=True)
    ran = run("approve", "maj", *ANNA)

    assert 2 == ran.code
    assert 'there is no edition "maj"' in ran.err


def test_as_json(run, draft):
    """
    Named and versioned.
    """
    ran = run("approve", "draft", *ANNA, "--json")

    assert (0, "", "ulotki.approve/2") == (ran.code, ran.err, ran.data["schema"])
    assert ("kom. Anna Nowak", "2024-07-30", 2) == (ran.data["by"], ran.data["on"], len(ran.data["codes"]))
    assert json.loads(ran.out)["edition"] == found(draft).edition
