"""The day of which a campaign speaks: its first one, then the last day on which a value that its pieces may print turned."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ulotki.content.campaign import Campaign
from ulotki.content.order import Order, TemplateName
from ulotki.content.register import Register
from ulotki.content.state import Before, Confirmed
from ulotki.content.unread import Unread
from ulotki.edition import days
from ulotki.edition import jobs as edition
from ulotki.edition.jobs import Job
from ulotki.errors import Refused

FIRST, LAST = date(2024, 8, 1), date(2024, 9, 30)
REF = "number:dzielnicowy"
OLD = Before("47 812 00 99", date(2024, 8, 20), "A. Nowak", Confirmed("47 812 00 99", "Jan Kowal", date(2024, 1, 2)))
DAY_BY_DAY = [date(2024, 7, 20) + timedelta(day) for day in range(100)]


def order(scam: str = "na-wnuczka", **more: object) -> Order:
    return Order(scams=(scam,), template=TemplateName("poster"), format="A4", places=("bank",), **more)


def campaign(*orders: Order, until: date | None = LAST, day: date = FIRST) -> Campaign:
    return Campaign(id="maj", title="Maj", day=day, until=until, order=orders or (order(),))


@pytest.fixture(scope="module")
def changed(officer):
    """changed(before=…, valid_from=…): the library with a number of the dzielnicowy that changes; confirmed before all of it."""

    def give(**more: object):
        library = officer()
        values = dict(library.register.values)
        for ref in (REF, "name:dzielnicowy"):
            values[ref] = replace(values[ref], confirmed=replace(values[ref].confirmed, on=date(2024, 1, 1)))
        values[REF] = replace(values[REF], **more)
        return replace(library, register=Register(values))

    return give


def spoken(library, *today: date, of: Campaign | None = None) -> list[str]:
    """The day of which the campaign speaks on each day of *today*."""
    found = (days.campaign_as_of(of or campaign(), library, day) for day in today)
    return [(one.as_of or one.day).isoformat() for one in found]


def test_without_a_turn_it_is_the_first_day(changed):
    """
    Before it begins, while it runs and after it, whatever was confirmed before.
    """
    library = changed(valid_from=date(2024, 3, 1), valid_until=date(2025, 1, 1))

    assert {"2024-08-01"} == set(spoken(library, *DAY_BY_DAY))
    assert None is days.campaign_as_of(campaign(), library, FIRST).as_of


def test_an_old_number_ends_within_it(changed):
    """
    On the last day of the old number both are told, from the next day on the new one alone.
    """
    library = changed(before=OLD)

    assert ["2024-08-01", "2024-08-21", "2024-08-21"] == spoken(
        library, date(2024, 8, 20), date(2024, 8, 21), date(2024, 9, 1)
    )


def test_a_new_number_begins_within_it(changed):
    """
    Until the day before, the old one is told alone; then both; then the new one alone.
    """
    library = changed(before=OLD, valid_from=date(2024, 8, 10))

    assert ["2024-08-01", "2024-08-10", "2024-08-10", "2024-08-21"] == spoken(
        library, date(2024, 8, 9), date(2024, 8, 10), date(2024, 8, 20), date(2024, 8, 21)
    )


@pytest.mark.parametrize(
    ("more", "turn"),
    [
        ({"valid_until": date(2024, 8, 14)}, "2024-08-15"),
        ({"valid_from": date(2024, 8, 14)}, "2024-08-14"),
        ({"confirmed": Confirmed("47 812 00 00", "Anna Nowak", date(2024, 8, 14))}, "2024-08-14"),
        ({"review_by": date(2024, 8, 14)}, "2024-08-15"),
        ({"before": replace(OLD, confirmed=replace(OLD.confirmed, on=date(2024, 8, 14)))}, "2024-08-14"),
    ],
    ids=["ends", "begins", "is confirmed", "its old confirmation runs out", "the old one is confirmed"],
)
def test_what_a_turn_is(changed, more, turn):
    """
    A value begins, has ended, is confirmed, or a confirmation of an older version runs out.
    """
    assert ["2024-08-01", turn] == spoken(changed(**more), date(2024, 8, 13), date(2024, 8, 15))


def test_a_review_of_a_sound_confirmation_is_no_turn(changed):
    """
    It goes on being printed without a mark, with a warning.
    """
    word = Confirmed("47 812 00 00", "Anna Nowak", date(2024, 1, 1), "https://lubartow.policja.gov.pl")
    library = changed(set_as="47 812 00 00", confirmed=word, review_by=date(2024, 8, 14))

    assert ["2024-08-01"] == spoken(library, date(2024, 8, 20))


def test_the_twenty_ninth_of_february(changed):
    """
    The day after 28 February is the 29th in a leap year, and 1 March in any other.
    """
    leap = changed(before=replace(OLD, until=date(2028, 2, 28)))
    other = changed(before=replace(OLD, until=date(2027, 2, 28)))
    until, first = date(2028, 12, 31), date(2027, 1, 1)

    assert ["2027-01-01", "2028-02-29"] == spoken(
        leap, date(2028, 2, 28), date(2028, 2, 29), of=campaign(day=first, until=until)
    )
    assert ["2027-03-01"] == spoken(other, date(2027, 3, 1), of=campaign(day=first, until=until))


def test_the_last_day_that_there_is(changed):
    """
    A value that holds for ever has no day after.
    """
    assert ["2024-08-01"] == spoken(changed(valid_until=date.max), date(2024, 9, 1))


def test_a_turn_after_its_end_does_not_count(changed):
    """
    After its last day it speaks of the last turn within it; the last day itself counts.
    """
    within, after = (changed(before=replace(OLD, until=day)) for day in (date(2024, 9, 29), date(2024, 9, 30)))
    later = date(2026, 11, 29)

    assert ["2024-09-30"] == spoken(within, later)
    assert ["2024-08-01"] == spoken(after, later)
    assert ["2024-10-01"] == spoken(after, later, of=campaign(until=None))


def test_a_turn_on_or_before_its_first_day_is_none(changed):
    """
    The first day is told as such.
    """
    assert ["2024-08-01"] == spoken(changed(valid_from=FIRST), date(2024, 9, 1))


def test_before_it_begins_it_speaks_of_its_first_day(changed):
    """
    Sheets are printed in July for August: with what holds in August.
    """
    library = changed(before=OLD, valid_from=date(2024, 7, 25))

    assert ["2024-08-01"] == spoken(library, date(2024, 7, 26))


def test_two_campaigns_speak_of_days_of_their_own(changed):
    """
    The same turn lies within one and before the other.
    """
    library, today = changed(before=OLD), date(2024, 9, 5)

    assert ["2024-08-21"] == spoken(library, today)
    assert ["2024-09-01"] == spoken(library, today, of=campaign(day=date(2024, 9, 1)))


def test_an_order_that_is_over_speaks_no_later(changed):
    """
    Its pieces are not made anew; those that still hang are. An order may end after its campaign.
    """
    library, short, long = changed(before=OLD), order(until=date(2024, 8, 15)), order(until=date(2024, 10, 5))
    now = days.campaign_as_of(campaign(short, order()), library, date(2024, 9, 1))
    pieces = [Job("na-wnuczka", "poster", "A4", "colour", until=one) for one in (short.until, None)]

    assert [FIRST, date(2024, 8, 21)] == [edition.job_day(one, now, library) for one in pieces]
    ends = changed(before=replace(OLD, until=date(2024, 10, 1)))
    assert ["2024-10-02"] == spoken(ends, date(2024, 11, 1), of=campaign(order(), long))


def test_what_no_piece_may_print_does_not_count(changed):
    """
    The number of others turns, and the campaign speaks of its first day.
    """
    library = changed()
    values = dict(library.register.values)
    values["number:dzieci"] = replace(values["number:dzieci"], valid_from=date(2024, 8, 10))
    turned = replace(library, register=Register(values))

    assert ["2024-08-01"] == spoken(turned, date(2024, 9, 1))


def test_what_cannot_be_read_says_nothing(changed):
    """
    Its pieces are refused; the other ones of the same order still speak of their day.
    """
    library = changed(before=OLD)
    torn = replace(library, scams=type(library.scams)({**library.scams, "blik": Unread("scam", "blik", ())}))
    both = Order(scams=("blik", "na-wnuczka"), template=TemplateName("poster"), format="A4", places=("bank",))

    with pytest.raises(Refused):
        torn.scam("blik")
    assert ["2024-08-21"] == spoken(torn, date(2024, 9, 1), of=campaign(both))


def told(library, today: date) -> tuple[str, str, tuple[str, ...]]:
    """What is made of the poster *today*: the digest of its inputs, its code, its doubtful values."""
    job, now = Job("na-wnuczka", "poster", "A4", "colour"), days.campaign_as_of(campaign(), library, today)
    made = edition.proved(job, now, library)
    return edition.inputs(job, now, library, "p", ()), made.code, made.doubtful


def test_between_two_turns_the_same_is_made(changed):
    """
    Each day from before the campaign until after it: the piece changes on the turning days alone, and so do its inputs.
    """
    library = changed(before=OLD, valid_from=date(2024, 8, 10), valid_until=date(2024, 9, 10))
    found = [told(library, day) for day in DAY_BY_DAY]
    turned = [day for day, one, was in zip(DAY_BY_DAY[1:], found[1:], found, strict=False) if one != was]
    codes = [day for day, one, was in zip(DAY_BY_DAY[1:], found[1:], found, strict=False) if one[1] != was[1]]

    assert [date(2024, 8, 10), date(2024, 8, 21), date(2024, 9, 11)] == turned
    assert turned[:2] == codes[:2]
    assert (REF,) == found[-1][2]


def test_all_turns(changed):
    """
    Within the campaign or not, in order: what was made between two of them need not be made again.
    """
    library = changed(before=OLD, valid_from=date(2024, 8, 10), valid_until=date(2025, 1, 1))
    found = days.campaign_turns(campaign(), library)

    assert (date(2024, 8, 10), date(2024, 8, 21), date(2025, 1, 2)) == found[-3:]
    assert list(found) == sorted(set(found))


def test_a_value_set_back_is_as_if_nothing_had_been(changed):
    """
    With the register of before, every day speaks as it did.
    """
    today = date(2024, 8, 25)

    assert told(changed(), today) == told(changed(), FIRST)
    assert told(changed(before=OLD), today) != told(changed(before=OLD), FIRST)
