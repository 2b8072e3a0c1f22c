"""The words of a leaflet, each with the field that it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from ulotki.content.phrases import Phrases
from ulotki.content.text import Words
from ulotki.content.told import Leaflet, Rescue

Named = Iterator[tuple[str, Words]]
"""(field, words)."""

AROUND = ("write_in",)
"""Fixed words that belong to the message of a leaflet."""

UNSEEN = frozenset({"code_alt"})
"""Fixed words that only a screen reader reads."""

PHRASES = tuple(item.name for item in fields(Phrases) if item.name not in UNSEEN)


def message_words(leaflet: Leaflet) -> Named:
    """The words about its swindle."""
    message, help = leaflet.message, leaflet.help
    for name in ("title", "kicker", "voice", "quote", "verdict", "order", "signs_title"):
        yield name, getattr(message, name)
    for name, points in (("step", message.steps), ("sign", message.signs)):
        for number, point in enumerate(points, 1):
            yield f"{name}.{number}.lead", point.lead
            yield f"{name}.{number}.sentence", point.sentence
    yield from (("rule", message.rule), ("story", message.story))
    for name, lines in (("aftermath", message.aftermath), ("write_in", message.write_in)):
        yield from ((f"{name}.{number}", line) for number, line in enumerate(lines, 1))
    yield from (("call", help.call), *(("always", line) for line in help.always))
    yield from _gone(help.gone)
    yield from ((f"words.{name}", getattr(leaflet.phrases, name)) for name in AROUND)


def _gone(gone: Rescue) -> Named:
    yield "gone.title", gone.title
    if gone.comfort:
        yield "gone.comfort", gone.comfort
    for number, row in enumerate(gone.rows, 1):
        yield f"gone.row.{number}.words", row.words
        if row.kind != "number":
            yield f"gone.row.{number}.{row.kind}", row.thing
    for number, small in enumerate(gone.pair, 1):
        yield f"gone.pair.{number}.lead", small.lead
        yield f"gone.pair.{number}.text", small.text


def other_words(leaflet: Leaflet) -> Named:
    """The fixed words, and those about other swindles and for other uses."""
    extra = leaflet.extra
    for name in PHRASES:
        if name != "issuer" or leaflet.imprint.issuer:
            yield f"words.{name}", getattr(leaflet.phrases, name)
    for topic in extra.topics:
        yield from (("topic", topic.title), ("order", topic.order), ("summary", topic.summary))
    yield from ((f"appeal.{number}", line) for number, line in enumerate(extra.appeal, 1))
    for number, term in enumerate(extra.terms, 1):
        yield f"term.{number}.word", term.word
        yield f"term.{number}.meaning", term.meaning
    if extra.invitation:
        yield "where", extra.invitation.where
    if leaflet.target:
        yield "purpose", leaflet.target.purpose
