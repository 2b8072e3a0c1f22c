"""The words about a scam as HTML, in the order of a leaflet: numbers and addresses are links to values of the register."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ulotki.content.leaflet import as_sentence
from ulotki.content.phrases import Site
from ulotki.content.text import Words
from ulotki.content.told import Leaflet, ToldPoint
from ulotki.markup import Tag, tag
from ulotki.web.inline import sentence, spaced, words_of


def about(leaflet: Leaflet, words: Site) -> Iterator[Tag]:
    """The words about a scam, in the order of a leaflet."""
    phrases, message, said = leaflet.phrases, leaflet.message, partial(words_of, leaflet=leaflet)
    yield tag("h1", tag("span", *said(message.kicker), class_="kicker"), " ", *said(message.title))
    yield tag("p", *said(message.voice), class_="voice")
    yield tag("blockquote", tag("p", *said(message.quote)))
    yield tag("p", *said(message.verdict), " ", tag("strong", *said(message.order)), class_="order")
    steps = tag("ol", *(_told(step, leaflet) for step in message.steps))
    yield tag("section", tag("h2", *said(phrases.steps)), steps)
    signs = tag("ul", *(_told(sign, leaflet) for sign in message.signs))
    yield tag("section", tag("h2", *said(message.signs_title)), signs)
    yield tag("p", *said(message.rule), class_="rule")
    yield tag("section", tag("h2", *said(phrases.story)), tag("p", *said(message.story)))
    after = tag("ul", *(tag("li", *said(line)) for line in message.aftermath))
    yield tag("section", tag("h2", *said(phrases.aftermath)), after)
    yield tag("section", tag("h2", sentence(words.call, leaflet.lang)), *_call(leaflet))
    if leaflet.target:
        report = tag("p", *said(leaflet.target.purpose), " ", *said(leaflet.target.host))
        yield tag("section", tag("h2", sentence(words.report, leaflet.lang)), report)


def _told(told: ToldPoint, leaflet: Leaflet) -> Tag:
    lead = tag("strong", *words_of(as_sentence(told.lead), leaflet))
    return tag("li", lead, " ", *words_of(told.sentence, leaflet))


def _call(leaflet: Leaflet) -> Iterator[Tag]:
    """Whom to call: the number that helps, 112, and the officer when somebody has given theirs; before them what may save a life.

    A number that is told large is not told a second time.
    """
    phrases, officer = leaflet.phrases, leaflet.officer
    gone = leaflet.help.gone
    large = {leaflet.help.emergency.runs: _large(phrases.call, leaflet.help.emergency, leaflet)}
    if leaflet.help.number and leaflet.help.number.runs not in large:
        large = {leaflet.help.number.runs: _large(leaflet.help.call, leaflet.help.number, leaflet), **large}
    yield tag("p", *spaced((gone.title, *([gone.comfort] if gone.comfort else [])), leaflet))
    for row in gone.rows:
        if row.thing.runs in large:
            large.pop(row.thing.runs)
            yield _large(row.words, row.thing, leaflet)
        else:
            yield tag("p", *spaced((row.words, *([] if row.kind == "write" else [row.thing])), leaflet))
    for small in gone.pair:
        yield tag("p", *spaced((as_sentence(small.lead), small.text), leaflet))
    yield from (tag("p", *words_of(line, leaflet)) for line in leaflet.help.always)
    yield from large.values()
    if officer.number:
        known = [part for part in (officer.name, officer.number, officer.hours) if part]
        label = tag("strong", *words_of(phrases.officer, leaflet), ":")
        yield tag("p", label, *(kid for part in known for kid in (tag("br"), *words_of(part, leaflet))))
    yield from (tag("p", *words_of(line, leaflet)) for line in (*leaflet.imprint.also, phrases.impostor))


def emergency(leaflet: Leaflet) -> Tag:
    """112, on every page."""
    return _large(leaflet.phrases.call, leaflet.help.emergency, leaflet)


def _large(reason: Words, number: Words, leaflet: Leaflet) -> Tag:
    """A number with the reason to call it. When it can be called, both are one link."""
    link = leaflet.links.get(number.runs[0].ref)
    said = (*words_of(reason, leaflet), " ", str(number))
    return tag("p", tag("strong", tag("a", *said, href=link) if link else tag("span", *said)), class_="emergency")
