"""meetings.toml: every version is read, and an entry that cannot be read stops nobody who does not ask for it."""

import datetime

import pytest

from ulotki.content.invitation import invitation_campaign
from ulotki.content.meetings import Planned, Stage
from ulotki.content.text import Prose
from ulotki.errors import Misused, Refused
from ulotki.library import read
from ulotki.stock import known

DAY = datetime.date(2024, 9, 12)


@pytest.fixture
def planned(tmp_path):
    """planned(text): the meetings of a workspace whose meetings.toml says that."""
    (tmp_path / "ulotki.toml").write_text('issuer = "Gmina"\n')
    (tmp_path / "places.toml").write_text('[place.bank]\nname = "Bank"\nkind = "bank"\n')

    def make(text):
        (tmp_path / "meetings.toml").write_text(text, "utf-8")
        return read(tmp_path, known(), ("pl",))

    return make


def test_the_first_version_is_read(planned, root):
    """
    Every field of it, and an entry with as few as there may be.
    """
    found = planned((root / "tests/formats/meetings-1.toml").read_text("utf-8"))
    club, circle = found.meetings.values()

    assert () == found.findings
    assert ("Klub Seniora w Sernikach", DAY, "bank", ("na-wnuczka",), ("all",), 2) == (
        *(club.group, club.day, club.place, club.topics, club.invite),
        club.changes,
    )
    assert "Dom kultury, Serniki 1" == club.house(found.places)
    assert datetime.datetime(2024, 2, 29, 9, 30) == circle.start
    assert ("", (), False, 0) == (circle.house(found.places), circle.topics, circle.cancelled, circle.changes)


def test_a_file_without_a_version(planned):
    """
    It is of the first one.
    """
    assert ["a"] == list(planned('[meeting.a]\ngroup = "A"\nday = 2024-09-12\nhour = "17.00"\n').meetings)


@pytest.mark.parametrize("version", ["2", '"1"', "true", "0", "[1]"])
def test_a_newer_version_is_not_guessed(planned, version):
    """
    Nothing of it is read, and it is named with its line.
    """
    found = planned(f'version = {version}\n[meeting.a]\ngroup = "A"\nday = 2024-09-12\nhour = "17.00"\n')

    assert {} == found.meetings
    assert ["take a newer program"] == [str(one.hint) for one in found.meetings.lost]
    assert 1 == found.findings[0].at.line


def test_a_misspelt_header(planned):
    """
    Nobody knows what was meant by it: its entries are unread, and those beside it are read.
    """
    found = planned('[meeting.a]\ngroup = "A"\nday = 2024-09-12\nhour = "17.00"\n[meting.b]\ngroup = "B"\n')

    assert (["a"], ["b"]) == (list(found.meetings), list(found.meetings.unread))
    assert ["write [meeting.some-id]"] == [str(one.hint) for one in found.meetings.unread["b"].findings]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('hour = "25.00"', "is not an hour"),
        ('hour = "17"', "is not an hour"),
        ("hour = 17", "must be text"),
        ('day = "jutro"', "is not a date"),
        ('group = ""', "group is empty"),
        ('grupa = "A"', "unknown key"),
        ('place = "banko"', 'there is no place "banko"'),
        ('topics = ["na-wnuczke"]', 'there is no scam "na-wnuczke"'),
        ('invite = ["bankk"]', 'there is no place "bankk"'),
        ("changes = -1", "cannot be less than 0"),
        ('where = "Dzwonić: 47 812 00 00"', "number"),
    ],
)
def test_one_that_cannot_be_read(planned, line, said):
    """
    It is named with file and line, and the one beside it is read.
    """
    good = {"group": '"A"', "day": "2024-09-12", "hour": '"17.00"'}
    key = line.split(" = ")[0]
    lines = [f"{name} = {value}" for name, value in good.items() if name != key]
    found = planned(
        "[meeting.bad]\n"
        + "\n".join([*lines, line])
        + '\n[meeting.good]\ngroup = "B"\nday = 2024-09-13\nhour = "8.00"\n'
    )

    assert ["good"] == list(found.meetings)
    with pytest.raises(Refused, match=said) as trouble:
        _ = found.meetings["bad"]
    assert trouble.value.findings[0].at.file.endswith("meetings.toml")


def test_a_torn_file(planned):
    """
    A file that is no TOML is a finding, and the rest of the workspace is read.
    """
    found = planned("[meeting.a\n")

    assert found.meetings.lost
    assert "bank" in found.places


@pytest.mark.parametrize(
    ("day", "held", "cancelled", "stage"),
    [
        (DAY, False, False, Stage.AHEAD),
        (DAY + datetime.timedelta(days=1), False, False, Stage.UNTOLD),
        (DAY + datetime.timedelta(days=1), True, False, Stage.HELD),
        (DAY, False, True, Stage.CANCELLED),
        (DAY, True, True, Stage.HELD),
    ],
)
def test_what_became_of_it(day, held, cancelled, stage):
    """
    On its day it is still ahead; the ledger is believed before the plan.
    """
    assert stage is Planned(group="A", day=DAY, hour="17.00", cancelled=cancelled).stage(day, held)


def test_its_invitation(planned, root):
    """
    A campaign of one order, known by its name: the meeting, its topics, its places, until its day.
    """
    found = planned((root / "tests/formats/meetings-1.toml").read_text("utf-8"))
    campaign = found.campaign("spotkanie-klub-seniora-2024-09-12")
    (order,) = campaign.order

    assert (datetime.date(2024, 7, 5), DAY) == (campaign.day, campaign.until)
    assert ("meeting", ("na-wnuczka",), ("all",)) == (order.template, order.scams, order.places)
    assert (DAY, "17.00", "Dom kultury, Serniki 1") == (
        order.meeting.day,
        order.meeting.hour,
        order.meeting.where.source,
    )
    assert campaign.id not in found.campaigns
    with pytest.raises(Misused, match="no campaign"):
        found.campaign("spotkanie-nigdy")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"cancelled": True}, "cancelled"),
        ({}, "where this meeting is"),
        ({"where": Prose("Dom")}, "where the invitations hang"),
    ],
)
def test_nobody_is_invited_to_nothing(more, said):
    """
    A cancelled meeting has no invitation, nor has one without a house or without a wall to hang it on.
    """
    with pytest.raises(Refused, match=said):
        invitation_campaign(Planned(group="A", day=DAY, hour="17.00", id="a", **more), {}, {"na-wnuczka": 1}, None)
