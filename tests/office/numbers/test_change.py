"""Numbers of a workspace, and what a workspace says in place of the program: two people, one label, and an end."""

from __future__ import annotations

import datetime
import threading

import pytest

from ulotki.content.overrides import override_remark
from ulotki.content.state import State
from ulotki.errors import Misused, Refused, Trouble
from ulotki.office.numbers.change import SetRequest, set_value
from ulotki.office.numbers.confirming import ConfirmRequest, confirm
from ulotki.office.numbers.stopping import StopRequest, stop, withdraw

DAY = datetime.date(2026, 11, 1)
LATER = datetime.date(2026, 12, 1)
SOURCE = "https://cert.pl/x"
JAN, ANNA = "asp. Jan Kowalski", "Anna Nowak"
SMS = "number:cert-sms"


@pytest.fixture
def office(workspace):
    """What people do, in a word each."""

    class Office:
        def set(self, id="cert-sms", value="8090", who=JAN, **more):
            return set_value(workspace, SetRequest(id=id, value=value, source=SOURCE, who=who, **more), DAY)

        def confirm(self, id="cert-sms", value="8090", who=ANNA):
            return confirm(workspace, ConfirmRequest(id, value, who, "https://policja.pl/numery"), DAY)

        def stop(self, id="cert-sms", who=JAN):
            return stop(workspace, StopRequest(id, SOURCE, who), DAY)

        def register(self):
            return workspace.library().believed(datetime.date.max).register

        def value(self, ref=SMS):
            return self.register().values[ref]

        def remark(self, ref=SMS):
            return str(override_remark(self.register().own[ref]))

        def text(self):
            return (workspace.folder / "numbers.toml").read_text("utf-8")

    return Office()


@pytest.fixture
def follow(national):
    """follow("8090"): the program's own register says so from now on."""
    return lambda value: national.write_text(national.read_text("utf-8").replace('"8080"', f'"{value}"'), "utf-8")


# A national value is stopped


def test_one_person_stops_a_value_at_once(office):
    """
    It stays on paper with its label, and is good no more; the record of who and why lies in the file.
    """
    made = office.stop().value
    value = office.value()

    assert made.changed
    assert ("8080", State.WITHDRAWN) == (value.value, value.state(DAY))
    assert "CERT Polska" in value.label and value.messages
    assert (JAN, SOURCE) == (value.withdrawn.by, value.source)
    assert "a second person has not confirmed" in office.remark()
    assert {SMS} == office.register().replaced


@pytest.mark.parametrize("word", ["stop", "confirm"])
def test_a_second_person_makes_the_stop_final(office, word):
    """
    By stopping it too, or by typing the value that is stopped; one person alone cannot.
    """
    office.stop()
    before = office.text()
    assert not office.stop(who="ASP. Jan  Kowalski").value.changed
    assert before == office.text()

    office.stop(who=ANNA) if word == "stop" else office.confirm(value="8080")

    assert f"stopped here by {JAN} and {ANNA}" == office.remark()
    assert State.WITHDRAWN is office.value().state(DAY)


def test_a_stop_ends_when_the_program_says_another(office, follow):
    """
    The stop was of one value: the next one of the program is good, and the entry is said to be moot.
    """
    office.stop()
    office.stop(who=ANNA)
    follow("8095")
    value = office.value()

    assert ("8095", True, State.GOOD) == (value.value, value.national, value.state(DAY))
    assert "was stopped here, and the program now says 8095" in office.remark()
    assert frozenset() == office.register().replaced


def test_a_stop_is_lifted_by_two(office):
    """
    Who sets the program's own value again lifts the stop when a second person confirms it.
    """
    office.stop()
    office.set(value="8080")
    first = office.value().state(DAY)
    office.confirm(value="8080")

    assert State.UNCONFIRMED is first
    assert (True, State.GOOD) == (office.value().national, office.value().state(DAY))


# And replaced


def test_a_value_is_replaced_by_two(office):
    """
    Unconfirmed by the first, good by the second, with the label and the kind that it had.
    """
    office.stop()
    first = office.set().value.value
    second = office.confirm().value.value

    assert ("8090", State.UNCONFIRMED) == (first.value, first.state(DAY))
    assert ("8090", State.GOOD, "8080") == (second.value, second.state(DAY), second.instead_of.value)
    assert "CERT Polska" in second.label and second.messages and not second.national
    assert "8090 stands here in place of 8080" in office.remark()


def test_one_person_does_not_replace(office):
    """
    Nobody confirms their own.
    """
    office.set()

    with pytest.raises(Refused):
        office.confirm(who=JAN)
    assert State.UNCONFIRMED is office.value().state(DAY)


def test_a_replacement_ends_when_the_program_follows(office, follow):
    """
    The program's own value is used, and the entry is said to be moot, confirmed or not.
    """
    office.set()
    follow("8090")
    unconfirmed = office.value()
    assert ("8090", True, State.GOOD) == (unconfirmed.value, unconfirmed.national, unconfirmed.state(DAY))
    assert "the program now says 8090 itself" in office.remark()


def test_when_the_program_says_a_third_value_nobody_knows(office, follow):
    """
    What was confirmed in place of one value is not confirmed in place of another: WZÓR until somebody looks.
    """
    office.set()
    office.confirm()
    follow("8095")
    value = office.value()

    assert ("8090", State.UNCONFIRMED) == (value.value, value.state(DAY))
    assert "set here in place of 8080, and the program now says 8095" in office.remark()

    office.set()
    office.confirm()
    assert State.GOOD is office.value().state(DAY)


def test_until_its_first_day_the_programs_value_is_printed(office):
    """
    A replacement from a later day leaves the program's value until then.
    """
    office.set(first=LATER)
    office.confirm()
    value = office.value()

    assert ("8080", True) == (value.on(DAY)[0].value, value.on(DAY)[0].state(DAY).holds)
    assert ("8090", True) == (value.on(LATER)[0].value, value.on(LATER)[0].state(LATER).holds)


def test_an_address_is_replaced_too(office):
    """
    By a host of the rule, with the purpose that it had.
    """
    office.set(id="incydent-cert", value="https://cert.pl")
    office.confirm(id="incydent-cert", value="https://cert.pl")
    value = office.value("address:incydent-cert")

    assert ("https://cert.pl", State.GOOD) == (value.value, value.state(DAY))
    assert "Zgłoś" in value.purpose["pl"]


def test_the_same_as_the_program_is_not_written(office):
    """
    Who sets what the program says itself is told so.
    """
    before = office.text()
    outcome = office.set(value="8080")

    assert (False, before) == (outcome.value.changed, office.text())
    assert "the program says 8080 itself" in str(outcome.asides[0])


@pytest.mark.parametrize("deed", ["stop", "set", "confirm"])
def test_112_stands_fast(office, deed):
    """
    The emergency number of all Europe is neither stopped nor replaced, by command or by hand.
    """
    with pytest.raises(Misused, match="neither stopped nor replaced"):
        getattr(office, deed)(id="112")
    assert State.GOOD is office.value("number:112").state(DAY)


@pytest.mark.parametrize("value", ["7070", "47 812 00 00", "112", "116 111", "+44 909 123 4567", "6080"])
def test_another_kind_is_refused(office, value):
    """
    Messages go to a number that takes them: no premium number, no landline, no number of somebody else.
    """
    before = office.text()

    with pytest.raises(Refused):
        office.set(value=value)
    assert before == office.text()


def test_what_is_not_the_programs_is_not_stopped(office, workspace):
    """
    A local value is withdrawn, a national one stopped; each command names the other.
    """
    with pytest.raises(Misused, match="it is withdrawn"):
        office.stop(id="dzielnicowy")
    with pytest.raises(Misused, match="it is not withdrawn"):
        withdraw(workspace, "cert-sms", JAN, DAY)


# Many at once


@pytest.mark.slow
def test_no_acknowledged_value_is_lost(office, workspace):
    """
    Forty pairs at once: every value whose setting was acknowledged is in the file.
    """
    acknowledged: list[str] = []

    def setting(number: int) -> None:
        try:
            office.set(id=f"numer-{number}", value=f"47 812 00 {number:02}", label="szkoła")
            acknowledged.append(f"numer-{number}")
        except Trouble:
            pass

    for pair in range(40):
        threads = [threading.Thread(target=setting, args=(2 * pair + one,)) for one in (0, 1)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    assert 80 == len(acknowledged)
    assert set(acknowledged) <= {value.id for value in office.register()}


def test_the_programs_value_goes_on_beside_its_replacement(office):
    """
    Until a day both hold, the program's own as the second; nobody has to confirm that one.
    """
    office.set(old_until=LATER)
    office.confirm()
    value, second = office.value().on(DAY)

    assert ("8090", State.GOOD) == (value.value, value.state(DAY))
    assert ("8080", State.GOOD, "number:cert-sms+") == (second.value, second.state(DAY), second.ref)
    assert office.value().on(LATER + datetime.timedelta(1))[1] is None


def test_what_was_stopped_does_not_come_back_before_its_replacement(office):
    """
    A replacement from a later day does not lift the stop until then: nothing holds, and the page says WZÓR.
    """
    office.stop()
    office.stop(who=ANNA)
    office.set(first=LATER)
    office.confirm()
    value = office.value()

    assert not any(one.state(DAY).holds for one in value.on(DAY) if one)
    assert value.on(LATER)[0].state(LATER).holds
