"""Planned meetings as use cases: planned, changed, cancelled, listed, invited to, and noted as held."""

import datetime

import pytest

from ulotki.content.meetings import Stage
from ulotki.errors import Misused, Refused
from ulotki.office import build_pieces
from ulotki.office.answers import Doubtful
from ulotki.office.invitations import invite
from ulotki.office.meeting import MeetingRequest, write_meeting
from ulotki.office.meeting_fields import MeetingChange, parse_hour
from ulotki.office.meeting_letters import LettersRequest, letters
from ulotki.office.meeting_papers import meeting_calendar, meeting_list
from ulotki.office.meetings import FILE, cancel, change, plan
from ulotki.office.schedule import list_meetings
from ulotki.office.verify import verify
from ulotki.workspace import book

TODAY = datetime.date(2024, 7, 5)
DAY = datetime.date(2024, 9, 12)
AT = "2024-09-12T18:00:00Z"
CLUB = MeetingChange(group="Klub Seniora „Łąka”", day=DAY, hour="17", place="ops", topics=("na-wnuczka",))
ID = "klub-seniora-laka-2024-09-12"


def tries(jobs, work):
    return ((job, build_pieces.try_piece(job, work)) for job in jobs)


def stages(office, today=TODAY):
    return [(one.meeting.id, one.stage, one.people) for one in list_meetings(office, today).value]


def test_a_plan_is_written(office):
    """
    Into a file that explains itself, with the day on which it was planned; what was there stays.
    """
    made = plan(office, CLUB, TODAY).value
    text = (office.folder / FILE).read_text("utf-8")

    assert (ID, "17.00", "ops", TODAY, 0) == (made.id, made.hour, made.place, made.written, made.changes)
    assert text.startswith("#:schema")
    assert "version = 1" in text
    (office.folder / FILE).write_text(text + "# moje\n", "utf-8")
    plan(office, MeetingChange(group="KGW", day=datetime.date(2024, 7, 5), hour="18:30"), TODAY)
    assert "# moje\n" in (office.folder / FILE).read_text("utf-8")
    assert ["kgw-2024-07-05", ID] == [one.meeting.id for one in list_meetings(office, TODAY).value]


def test_a_leap_day(office):
    """
    29 February is a day of those years that have it.
    """
    leap = datetime.date(2028, 2, 29)

    assert leap == plan(office, MeetingChange(group="KGW", day=leap, hour="17.00"), TODAY).value.day


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (MeetingChange(group="A", day=DAY), "a group, a day and an hour"),
        (MeetingChange(group="A", day=datetime.date(2024, 7, 4), hour="17.00"), "is over"),
        (MeetingChange(group="A", day=DAY, hour="o piątej"), "is not an hour"),
        (MeetingChange(group="A", day=DAY, hour="24.00"), "is not an hour"),
        (MeetingChange(group=" ", day=DAY, hour="17.00"), "names nobody"),
        (MeetingChange(group="A", day=DAY, hour="17.00", place="nigdzie"), 'no place "nigdzie"'),
        (MeetingChange(group="A", day=DAY, hour="17.00", topics=("na-wnuczke",)), 'no scam "na-wnuczke"'),
        (MeetingChange(group="A", day=DAY, hour="17.00", where="tel. 47 812 00 00"), "number"),
        (MeetingChange(group="A\nB", day=DAY, hour="17.00", where="\x07"), "cannot be written"),
    ],
)
def test_what_cannot_be_meant_is_not_written(office, given, said):
    """
    With the reason, and no file is made.
    """
    with pytest.raises((Misused, Refused), match=said):
        plan(office, given, TODAY)

    assert not (office.folder / FILE).exists()


def test_twice_the_same(office):
    """
    The same group on the same day is one meeting; after it was cancelled it may be planned again, under another id.
    """
    plan(office, CLUB, TODAY)
    with pytest.raises(Misused, match="already planned"):
        plan(office, CLUB, TODAY)
    cancel(office, ID, TODAY)

    assert f"{ID}-2" == plan(office, CLUB, TODAY).value.id


def test_two_at_the_same_time(office):
    """
    It is said, and forbidden to nobody.
    """
    plan(office, CLUB, TODAY)
    outcome = plan(office, MeetingChange(group="KGW", day=DAY, hour="17.30"), TODAY)

    assert [f"at the same time: {ID}, 17.00"] == [str(one) for one in outcome.asides]
    assert () == plan(office, MeetingChange(group="OSP", day=DAY, hour="18.15"), TODAY).asides


def test_a_change_is_counted(office):
    """
    So a calendar knows the newer one; a change that changes nothing is none.
    """
    plan(office, CLUB, TODAY)
    later = TODAY + datetime.timedelta(days=3)
    moved = change(office, ID, MeetingChange(day=DAY + datetime.timedelta(days=7), hour="18.00"), later).value

    assert ("18.00", 1, later) == (moved.hour, moved.changes, moved.written)
    assert ["nothing has changed"] == [str(one) for one in change(office, ID, MeetingChange(hour="18"), later).asides]
    assert moved == change(office, ID, MeetingChange(place="OPS", topics=("na-wnuczka",)), later).value
    with pytest.raises(Misused, match="no meeting"):
        change(office, "klub", MeetingChange(hour="18"), later)


def test_cancelled(office):
    """
    The entry stays and says so; nobody is invited to it; twice is once.
    """
    plan(office, CLUB, TODAY)
    cancel(office, ID, TODAY)

    assert [(ID, Stage.CANCELLED, None)] == stages(office, DAY + datetime.timedelta(days=9))
    assert ["it was cancelled before"] == [str(one) for one in cancel(office, ID, TODAY).asides]
    with pytest.raises(Refused, match="cancelled"):
        invite(office, ID, TODAY, tries)


def test_held(office):
    """
    The ledger says how many came; the plan says the rest; and the list knows it.
    """
    plan(office, CLUB, TODAY)
    with pytest.raises(Misused, match="has not come yet"):
        write_meeting(office, MeetingRequest(None, None, 24, AT, planned=ID), TODAY)
    made = write_meeting(office, MeetingRequest(None, None, 24, AT, planned=ID), DAY).value.made

    assert (DAY, "Klub Seniora „Łąka”", 24, ("na-wnuczka",), "ops", ID) == (
        *(made.deed.day, made.deed.group, made.deed.people, made.deed.topics),
        *(made.deed.place, made.deed.planned),
    )
    assert [(ID, Stage.HELD, 24)] == stages(office, DAY)
    with pytest.raises(Doubtful, match="already holds this meeting"):
        write_meeting(
            office,
            MeetingRequest(DAY + datetime.timedelta(days=1), "Inni", 3, AT, planned=ID),
            DAY + datetime.timedelta(days=1),
        )


def test_held_although_cancelled(office):
    """
    It is asked about first.
    """
    plan(office, CLUB, TODAY)
    cancel(office, ID, TODAY)
    with pytest.raises(Doubtful, match="was cancelled"):
        write_meeting(office, MeetingRequest(None, None, 24, AT, planned=ID), DAY)
    write_meeting(office, MeetingRequest(None, None, 24, AT, planned=ID, anyway=True), DAY)

    assert [(ID, Stage.HELD, 24)] == stages(office, DAY)


def test_without_a_plan(office):
    """
    A meeting that nobody planned is written down as before; day and group must then be said.
    """
    assert "" == write_meeting(office, MeetingRequest(DAY, "KGW", 7, AT), DAY).value.made.deed.planned
    with pytest.raises(Misused, match="on a day and with a group"):
        write_meeting(office, MeetingRequest(DAY, None, 7, AT), DAY)


def test_over_and_nobody_said_anything(office):
    """
    Something is to be done, and the way is named.
    """
    plan(office, CLUB, TODAY)
    outcome = list_meetings(office, DAY + datetime.timedelta(days=1))

    assert (4, Stage.UNTOLD) == (outcome.code, outcome.value[0].stage)
    assert f"ulotki meeting {ID} --people" in str(outcome.asides[0])
    assert 0 == list_meetings(office, DAY).code


def test_the_invitation_is_an_edition(office):
    """
    So a sheet on a board can be asked for: whose it is, and whether it still holds. A change says that it must come down.
    """
    plan(office, CLUB, TODAY)
    built = invite(office, ID, TODAY, tries).value
    (piece,) = built.record.pieces

    assert (f"spotkanie-{ID}", DAY, (("ops", 1),)) == (built.record.campaign, piece.until, piece.places)
    assert built.final
    assert 0 == verify(office, piece.code, TODAY).code
    moved = change(office, ID, MeetingChange(hour="18.00"), TODAY)
    assert (4, True) == (moved.code, "must come down" in str(moved.asides[0]))
    assert 1 == verify(office, piece.code, TODAY).code
    again = invite(office, ID, TODAY, tries).value
    assert again.record.edition != built.record.edition
    assert [1, 0] == [verify(office, code, TODAY).code for code in (piece.code, again.record.pieces[0].code)]
    change(office, ID, MeetingChange(hour="17.00"), TODAY)
    back = invite(office, ID, TODAY, tries).value
    assert piece.code == back.record.pieces[0].code
    assert 0 == verify(office, piece.code, TODAY).code  # what hangs from the first time is right again
    cancel(office, ID, TODAY)
    assert 1 == verify(office, piece.code, TODAY).code
    plan(office, MeetingChange(group="KGW", day=DAY, hour="10.00", place="bank"), TODAY)
    with pytest.raises(Misused, match="nobody is invited any more"):
        invite(office, f"kgw-{DAY}", DAY + datetime.timedelta(days=1), tries)


def test_the_calendar(office):
    """
    Of all that is ahead or cancelled; of one that is named; of nothing, none.
    """
    with pytest.raises(Misused, match="no meeting is planned"):
        meeting_calendar(office, TODAY)
    plan(office, CLUB, TODAY)
    plan(office, MeetingChange(group="KGW", day=DAY, hour="10.00"), TODAY)

    assert 2 == meeting_calendar(office, TODAY).value.count(b"BEGIN:VEVENT")
    assert 1 == meeting_calendar(office, TODAY, [ID]).value.count(b"BEGIN:VEVENT")
    assert meeting_calendar(office, TODAY).value == meeting_calendar(office, TODAY + datetime.timedelta(days=1)).value


def test_a_file_that_cannot_be_read(office):
    """
    Nothing is written into it, and what can be read of it is told with the reason for the rest.
    """
    path = office.folder / FILE
    path.write_text('[meeting.a]\ngroup = "A"\nday = 2024-09-12\nhour = "17.00"\n[meeting.b]\ngroup = 1\n')
    outcome = list_meetings(office, TODAY)

    assert (["a"], 1) == ([one.meeting.id for one in outcome.value], outcome.code)
    path.write_text("[meeting.a\n")
    with pytest.raises(Refused):
        plan(office, CLUB, TODAY)
    assert "[meeting.a\n" == path.read_text()


def test_the_letters(office):
    """
    One for each place, until the twentieth for a letter of the first of July; an answer before the letter is refused.
    """
    first = datetime.date(2024, 7, 1)
    made = letters(office, LettersRequest(everything=True, day=first), TODAY).value

    assert ["spotkania-bank", "spotkania-ops", "spotkania-school"] == [one.name for one in made]
    assert all("do 20 lipca 2024 r." in one.text for one in made)
    with pytest.raises(Misused, match="no place is named"):
        letters(office, LettersRequest(), TODAY)
    with pytest.raises(Misused, match="before the letter"):
        letters(office, LettersRequest(("ops",), day=first, reply=datetime.date(2024, 6, 30)), TODAY)


def test_a_broken_people_file_stops_no_letter(office):
    """
    The letter then begins „Szanowni Państwo”, and the fault is named.
    """
    (office.folder / "people.toml").write_text("[person.ops]\nname = 1\n")
    outcome = letters(office, LettersRequest(("ops",)), TODAY)

    assert outcome.value[0].text.startswith("Szanowni Państwo,")
    assert 1 == outcome.code


def test_the_list_as_a_document(office):
    """
    Empty too.
    """
    assert "Harmonogram spotkań" == meeting_list(office, TODAY).value.title
    plan(office, CLUB, TODAY)
    assert 2 == len(meeting_list(office, TODAY).value.blocks)


@pytest.mark.parametrize(("words", "said"), [("17", "17.00"), ("9:05", "9.05"), (" 08.30 ", "8.30"), ("0.00", "0.00")])
def test_an_hour(words, said):
    """
    However it is typed, it is printed in one way.
    """
    assert said == parse_hour(words)


def test_the_ledger_of_before(office):
    """
    An entry without the new field is read, and is of no planned meeting.
    """
    write_meeting(office, MeetingRequest(DAY, "KGW", 7, AT), DAY)
    (entry,) = book.read(office.folder).entries

    assert "" == entry.deed.planned
