"""The kinds of place: each has its names wherever kinds are told, and an e-mail address is one or is refused."""

from typing import get_args

import pytest

from ulotki.content.people import MAILBOX
from ulotki.content.places import PlaceKind
from ulotki.content.unread import Entries
from ulotki.errors import Refused
from ulotki.library import people
from ulotki.serve.names import KINDS


@pytest.mark.parametrize("kind", get_args(PlaceKind))
def test_every_kind_has_its_names(library, root, kind):
    """
    The words of a language name one and several of a kind, and files to begin with explain it.
    """
    words = library.paperwork["pl"]
    starters = [root / f"leaflets/library/starters/{name}.toml" for name in ("place", "places")]

    assert words.kinds[kind].source
    assert words.report.kinds[kind].source
    assert all(kind in file.read_text("utf-8") for file in starters)
    assert words.kinds[kind].source in starters[1].read_text("utf-8")


def test_no_name_is_of_nothing(library):
    """
    No kind is named that there is not.
    """
    assert set(get_args(PlaceKind)) == set(library.paperwork["pl"].kinds)


@pytest.mark.parametrize("text", ["a@b.pl", "anna.nowak@ops.serniki.pl", "x+y@sub-domain.gov.pl"])
def test_an_address(text):
    """
    What offices have.
    """
    assert MAILBOX.fullmatch(text)


@pytest.mark.parametrize(
    "text",
    ["a", "a@b", "a@b.pl, c@d.pl", "Jan <a@b.pl>", "a@b.pl\nBcc: c@d.pl", "a b@c.pl", "@b.pl", "ą@b.pl", "a@-b.pl"],
)
def test_no_address(text):
    """
    Two of them, a name beside it, a line of a header, letters that mail programs do not send.
    """
    assert not MAILBOX.fullmatch(text)


def test_a_person_with_a_wrong_address(tmp_path):
    """
    It is refused with file and line: no message goes to nobody.
    """
    (tmp_path / "people.toml").write_text('[person.ops]\nname = "A"\nform = "pani"\nemail = "a@b"\n')
    with pytest.raises(Refused, match="no e-mail address") as trouble:
        people(tmp_path, Entries({}), ("ops",))["ops"]

    assert 4 == trouble.value.findings[0].at.line


def test_the_page_knows_every_kind():
    """
    The local page has a word for each kind of place.
    """
    assert {*get_args(PlaceKind), "all"} == set(KINDS)
