"""8080 and its kind take messages only: no words on paper may say to call them."""

from dataclasses import replace

import pytest

from ulotki import press
from ulotki.content.leaflet import tell
from ulotki.content.register import Register
from ulotki.content.telling import Occasion
from ulotki.content.text import Prose
from ulotki.look import PALETTES
from ulotki.templates import templates

NUMBER = "{{number:cert-sms}}"


def made(library, scam, template, day, until, **more):
    chosen = templates()[template]
    return press.proof(library, scam, chosen, chosen.formats[0], PALETTES["mono"], Occasion(day, until, **more))


def found(proof):
    return [finding for finding in proof.findings if finding.check == "message_numbers"]


def test_a_card_would_say_call_8080(library, day, until):
    """
    „Rozłącz się i zadzwoń:” over 8080 is refused: the card for that scam alone is not printed.
    """
    scam = library.scam("sms-8080")

    (finding,) = found(made(library, scam, "card", day, until, topics=(scam,)))

    assert finding.grave
    assert '"8080" takes messages only, and the words beside it say "zadzwoń"' == str(finding.what)


@pytest.mark.parametrize("template", sorted({*templates()} - {"card", "sticker", "church-appeal"}))
def test_every_other_template_says_to_send(library, day, until, template):
    """
    All other pieces about it have words of sending a message beside the number.
    """
    scam = library.scam("sms-8080")

    assert [] == found(made(library, scam, template, day, until, topics=(scam,)))


@pytest.mark.parametrize(
    ("lang", "said", "wrong"),
    [
        ("pl", f"Zadzwoń pod {NUMBER}.", True),
        ("pl", f"Pod {NUMBER} zadzwoń.", True),
        ("pl", f"Masz pytanie? Telefonuj na {NUMBER}.", True),
        ("pl", f"Przekaż SMS na {NUMBER} i zadzwoń do banku.", False),
        ("pl", f"Zadzwoń do banku. Wyślij go na {NUMBER}.", False),
        ("pl", f"Nie dzwoń pod {NUMBER}.", False),
        ("en", f"Call {NUMBER}.", True),
        ("en", f"Suspicious call? Send it to {NUMBER}.", False),
        ("en", f"Forward the message to {NUMBER}.", False),
        ("uk", f"Зателефонуйте на {NUMBER}.", True),
        ("uk", f"Перешліть SMS на {NUMBER}.", False),
    ],
)
def test_the_nearest_verb_decides(library, day, until, lang, said, wrong):
    """
    In a sentence, in each language, what stands last before the number says what to do with it, else what follows.
    """
    scam = next(scam for scam in library.editions if scam.id == "bank" and scam.lang == lang)
    first = replace(scam.step[0], sentence=Prose(said, scam.step[0].sentence.at))
    proof = made(library, replace(scam, step=(first, *scam.step[1:])), "leaflet", day, until)

    assert bool(found(proof)) is wrong


def test_a_workspace_number_too(library, day, until):
    """
    Any number that somebody marks as one for messages is meant, not only 8080.
    """
    bank = library.register.values["number:karty"]
    known = replace(library, register=Register({**library.register.values, bank.ref: replace(bank, messages=True)}))
    scam = next(scam for scam in library.editions if scam.id == "bank" and scam.lang == "pl")
    first = replace(scam.step[0], sentence=Prose("Zadzwoń pod {{number:karty}}.", scam.step[0].sentence.at))
    scam = replace(scam, step=(first, *scam.step[1:]))

    assert found(made(known, scam, "leaflet", day, until))
    assert not found(made(library, scam, "leaflet", day, until))


def test_a_number_for_messages_has_its_reason(library, day, until):
    """
    Where the author gives no reason, the box says to send a message, and never „Zadzwoń” or „Telefon zaufania”.
    """
    scam = replace(library.scam("sms-8080"), call=None)
    leaflet = tell(scam, library.telling("pl", Occasion(day, until)))

    assert "words.send" == leaflet.help.call.at.field
    assert [] == found(made(library, scam, "poster", day, until))
