"""A letter as a draft of a message, opened by the library of Python as a mail program would."""

import datetime
import email
import email.header
import email.policy

import pytest

from ulotki.content.people import Person
from ulotki.content.places import Place
from ulotki.documents.ask import ask_mail
from ulotki.documents.draft import draft_file, draft_text
from ulotki.handout.letterhead import make_office
from ulotki.readback import Readback

DAY, REPLY = datetime.date(2024, 7, 1), datetime.date(2024, 7, 20)
CLUB = Place(name="Klub Seniora „Łąka” w Żabiej Woli", kind="seniors", id="klub")
LONG = "prof. dr hab. Maria Skłodowska-Brzęczyszczykiewicz-Chrząszczyżewoszycka"


@pytest.fixture
def drafted(officer):
    """drafted(person, place): the letter that asks for meetings."""
    office = make_office(officer(), DAY)
    return lambda person=None, place=CLUB: ask_mail(place, person, office, REPLY)


def opened(one):
    return email.message_from_bytes(draft_file(one), policy=email.policy.default)


def test_it_opens_as_a_draft(drafted):
    """
    Unsent, for somebody, about something; the text of the letter, and the letter itself beside it as PDF.
    """
    found = opened(drafted(Person(name="Łucja Żółć", form="pani", email="klub@example.pl")))
    (attached,) = found.iter_attachments()
    (to,) = found["To"].addresses

    assert "1" == found["X-Unsent"]
    assert ("Łucja Żółć", "klub@example.pl") == (to.display_name, to.addr_spec)
    assert "ustalenie harmonogramu spotkań z członkami Klubu Seniora" == found["Subject"]
    assert (
        found.get_body()
        .get_content()
        .replace("\r\n", "\n")
        .startswith("Szanowna Pani Przewodnicząca,\n\nod 1 lipca 2024 r. do 31 grudnia")
    )
    assert ("spotkania-klub.pdf", "application/pdf") == (attached.get_filename(), attached.get_content_type())
    with Readback(attached.get_content()) as back:
        assert "harmonogramu" in back.pages[0].words


def test_nothing_is_made_up(drafted):
    """
    Without an address there is no receiver, and never a sender, a day or an identifier: the mail program has those.
    """
    for person in (None, Person(name="Łucja Żółć", form="pani")):
        found = opened(drafted(person))
        assert {"X-Unsent", "Subject", "MIME-Version", "Content-Type"} == set(found.keys())


def test_the_same_bytes(drafted):
    """
    The same letter is the same file.
    """
    assert draft_file(drafted()) == draft_file(drafted())


@pytest.mark.parametrize("name", ["ks. Jan Nowak", "O'Brien, Jan", "Anna „Hanka” Nowak; KGW <x>", LONG])
def test_any_name(drafted, name):
    """
    Whatever stands in a name, the address stays one address, and no line is longer than a message may have.
    """
    data = draft_file(drafted(Person(name=name, form="pan", email="a@example.pl")))
    found = email.message_from_bytes(data, policy=email.policy.compat32)
    decoded = str(email.header.make_header(email.header.decode_header(found["To"])))

    assert name in decoded.replace("\\", "")
    assert ["a@example.pl"] == [
        one.addr_spec for one in opened(drafted(Person(name=name, form="pan", email="a@example.pl")))["To"].addresses
    ]
    assert all(len(line) <= 78 for line in data.partition(b"\r\n\r\n")[0].split(b"\r\n"))
    assert data.count(b"\n") == data.count(b"\r\n")


def test_a_header_cannot_be_added(drafted):
    """
    A name with a line break ends in no header of its own: people.toml has no such names, and the library refuses them.
    """
    with pytest.raises(ValueError, match=r"linefeed|CR|newline"):
        draft_file(drafted(Person(name="Jan\r\nBcc: x@example.pl", form="pan", email="a@example.pl")))


def test_to_copy_by_hand(drafted, library):
    """
    For programs that open no drafts: whom it is for, the subject, the text, with plain blanks.
    """
    words = library.paperwork["pl"].mail
    said = draft_text(drafted(Person(name="Łucja Żółć", form="pani", email="klub@example.pl")), words)

    assert said.startswith("Do: Łucja Żółć <klub@example.pl>\nTemat: ustalenie harmonogramu")
    assert draft_text(drafted(), words).startswith("Temat: ")
    assert "\xa0" not in said
