"""The texts of a piece: none is forgotten, and each knows whose voice it is and where it was written."""

from collections.abc import Iterator
from dataclasses import is_dataclass, replace

import pytest

from leaflets import changed
from ulotki.checks._bans import Ban, Bans, faults
from ulotki.checks._texts import texts, unquoted
from ulotki.content.leaflet import tell
from ulotki.content.telling import Occasion
from ulotki.content.text import Run, Words
from ulotki.errors import Where, say

NO_TEXT = {"emergency", "number", "thing", "officer", "code", "until", "host", "weekday", "month", "hour", "read"}
"""Numbers, names, dates and how a word sounds: nothing that could be said better."""


def spoken(value: object) -> Iterator[Words]:
    """Every text inside *value*, numbers and names and what only a screen reader speaks apart."""
    if isinstance(value, Words):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spoken(item)
    elif is_dataclass(value):
        for name in value.__dataclass_fields__:
            if name not in NO_TEXT and not name.endswith("_alt"):
                yield from spoken(getattr(value, name))


@pytest.fixture(scope="session")
def full(library, day, until, piece):
    """„na wnuczka” with two topics, the appeal and the glossary."""
    scams = [library.scam("na-wnuczka"), library.scam("blik")]
    return piece(told=tell(scams[0], library.telling("pl", Occasion(day, until, tuple(scams)))))


def test_no_text_is_forgotten(full):
    """
    Whatever a leaflet may put on paper is read by the checks of words.
    """
    read = {said.text for said in texts(full).printed}

    assert {str(words).replace("\u00a0", " ") for words in spoken(full.leaflet)} - read <= {""}
    assert 80 < len(read)


def test_the_message_is_about_one_swindle(full):
    """
    The message is the leaflet's own: no other topic, no imprint, and each text once.
    """
    message = texts(full).message

    assert len(message) == len(set(message))
    assert {"na-wnuczka.toml", "pl.toml"} == {said.at.file.rsplit("/", 1)[-1] for said in message}
    assert "words.free" not in {said.field for said in message}
    assert {"title", "quote.1", "step.3.lead", "sign.4.sentence", "aftermath.4", "gone.comfort"} <= {
        said.field for said in message
    }


def test_only_the_quote_is_not_ours(full):
    """
    The swindler speaks in the quote alone.
    """
    assert ["quote.1"] == [said.field for said in texts(full).printed if said.voice == "quote"]
    assert str(full.leaflet.message.quote).replace("\u00a0", " ") not in {said.text for said in texts(full).ours}


def test_quotation_marks_keep_their_words_apart(full):
    """
    What we report between quotation marks is not our voice.
    """
    assert "Pisze tylko „” albo „”." == unquoted("Pisze tylko „mamo” albo „tato”.")
    assert not [said for said in texts(full).ours if "„na wnuczka" in said.text]


def test_a_text_is_found_where_it_was_written(full):
    """
    By file, line and field; a text that does not know its place is found by its field in the leaflet's file.
    """
    lost = replace(full, leaflet=changed(full.leaflet, rule=Words((Run("Nie płać."),))))
    (known,) = [said for said in texts(full).message if said.field == "rule"]
    (found,) = [said for said in texts(lost).message if said.field == "rule"]

    assert known.at == full.leaflet.message.rule.at
    assert Where(full.leaflet.at.file, full.leaflet.at.line, "rule") == found.at


def test_texts_are_of_this_piece(full):
    """
    Reading them once for all checks never mixes up two pieces.
    """
    other = replace(full, leaflet=changed(full.leaflet, rule=Words((Run("Nie płać."),))))

    assert texts(full) is texts(full)
    assert "Nie płać." in {said.text for said in texts(other).message}
    assert "Nie płać." not in {said.text for said in texts(full).message}


def test_bans(full):
    """
    A ban begins and ends with whole words, in any case; some words before it or around it make it harmless.
    """
    bans = Bans((Ban("płać", say("why"), say("hint")),), but_not=("płać rachunki",), unless_after=("nie",))

    assert ["Płać", "płać"] == [
        words for words, _ in bans.broken("Płać! I płać, płacę, zapłać, Nie płać, płać rachunki.")
    ]
    (finding,) = faults("x", [texts(full).message[0]._replace(text="Płać")], bans, grave=False)
    assert ("x", '"Płać": why', "hint", False) == (finding.check, str(finding.what), str(finding.hint), finding.grave)
