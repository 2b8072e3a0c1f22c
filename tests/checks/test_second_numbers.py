"""Two numbers that hold at once: whoever prints the new one says the old one too, or prints nothing."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from ulotki import checks, press
from ulotki.content.register import Register
from ulotki.content.state import Before, Confirmed
from ulotki.content.telling import Occasion
from ulotki.errors import Refused
from ulotki.look import PALETTES
from ulotki.page.twin import text
from ulotki.page.walking import refs
from ulotki.readback import Readback
from ulotki.templates import templates

DAY = datetime.date(2024, 8, 1)
LAST = datetime.date(2024, 9, 30)
OLD, NEW = "47 812 00 00", "47 812 11 11"
REF, SECOND = "number:dzielnicowy", "number:dzielnicowy+"
SILENT = ("church-appeal", "sticker")
"""Templates that name no officer."""

LINE = "Do 30 września także:"


def word(value: str) -> Confirmed:
    return Confirmed(value, "Anna Nowak", DAY)


@pytest.fixture(scope="module")
def changing(officer):
    """changing(…): the library with a new number since DAY, and the old one until LAST; how the old one differs."""

    def build(**more):
        library = officer(NEW)
        before = replace(Before(OLD, LAST, "asp. Jan Kowalski", word(OLD)), **more)
        value = replace(library.register.values[REF], valid_from=DAY, before=before)
        return replace(library, register=Register({**library.register.values, REF: value}))

    return build


@pytest.fixture(scope="module")
def make(changing):
    """make(template, day): „na wnuczka” in it, made on that day."""

    def build(template="poster", day=DAY, paper=0, scam="na-wnuczka", **more):
        library = changing(**more)
        chosen = templates()[template] if isinstance(template, str) else template
        return press.proof(
            library, library.scam(scam), chosen, chosen.formats[paper], PALETTES["colour"], Occasion(day)
        )

    return build


def standing(proof) -> set[str]:
    """Which of the two numbers stand on it."""
    return {REF, SECOND} & set().union(*(refs(page.items) for page in proof.pages))


@pytest.mark.parametrize(
    ("day", "first", "second"),
    [
        (DAY - datetime.timedelta(1), OLD, None),
        (DAY, NEW, OLD),
        (LAST, NEW, OLD),
        (LAST + datetime.timedelta(1), NEW, None),
    ],
)
def test_a_poster_says_both_while_both_hold(make, day, first, second):
    """
    Before the first day the old one alone; then both, in words; after the last day the new one alone.
    """
    proof = make(day=day)
    words = text(proof.pages).replace("\N{NO-BREAK SPACE}", " ")

    assert (None, ()) == (proof.mark, proof.grave)
    assert first == proof.values[REF].value
    assert (second is not None) == (SECOND in proof.values) == (LINE in words)
    assert {first, second} - {None} == {value for value in (OLD, NEW) if value in words}


def test_both_are_read_back(make):
    """
    The line is printed and read like any other, the old number in its groups.
    """
    with Readback(press.printed(make())) as back:
        words = " ".join(back.pages[0].words).replace("\N{NO-BREAK SPACE}", " ")

    assert f"{LINE} {OLD}" in words
    assert NEW in words


@pytest.mark.parametrize(
    ("template", "paper"), [(one.id, n) for one in templates().values() for n in range(len(one.formats))]
)
def test_no_template_says_one_alone(make, template, paper):
    """
    Every template says both numbers, or none, or is refused.
    """
    scam = "blik" if template == "youth" else "na-wnuczka"
    proof = make(template, paper=paper, scam=scam)
    alone = standing(proof) == {REF}

    assert alone == ("second_numbers" in {finding.check for finding in proof.grave})
    assert alone or standing(proof) in (set(), {REF, SECOND})


@pytest.mark.parametrize("template", [one for one in templates() if one not in SILENT])
def test_every_template_has_room_for_two(make, template):
    """
    Every template that names the officer says both, and passes all checks.
    """
    proof = make(template, scam="blik" if template == "youth" else "na-wnuczka")

    assert () == proof.grave
    assert {REF, SECOND} == standing(proof)


@pytest.fixture
def narrow():
    """The hand-out, as it would be without room for a second number."""
    handout = templates()["handout"]

    def compose(leaflet, look, paper):
        return handout.compose(replace(leaflet, officer=replace(leaflet.officer, also=None)), look, paper)

    return replace(handout, compose=compose)


def test_a_template_without_room_is_refused(make, narrow):
    """
    A template that says the number and has no room for two is not printed, and it is said until when.
    """
    proof = make(narrow)
    (finding,) = proof.grave

    assert ("second_numbers", True) == (finding.check, finding.grave)
    assert f"there is no room for {OLD}, which still holds until 2024-09-30" == str(finding.what)
    assert "take another template" in str(finding.hint)
    with pytest.raises(Refused):
        press.printed(proof)


def test_it_is_printed_again_afterwards(make, narrow):
    """
    On the day after the old one's last, it is good.
    """
    assert () == make(narrow, LAST + datetime.timedelta(1)).grave


def test_without_the_gate(make, narrow, monkeypatch):
    """
    Without this check the piece with one number is printed: nothing else holds it back.
    """
    left = tuple(check for check in checks.checks() if check.id != "second_numbers")
    monkeypatch.setattr(checks, "checks", lambda: left)
    proof = make(narrow)

    assert () == proof.grave
    assert {REF} == standing(proof)
    assert press.printed(proof)


def test_an_old_number_nobody_confirmed_is_doubtful(make):
    """
    It stands there as a number to call: one person's word is not enough for it either.
    """
    proof = make(confirmed=None)

    assert ((SECOND,), "WZÓR") == (proof.doubtful, proof.mark.value)
