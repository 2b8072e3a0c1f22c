"""The words about a scam as HTML, in the order of a leaflet: numbers and addresses are links to values of the register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ulotki.content.leaflet import as_sentence
from ulotki.content.phrases import Site
from ulotki.content.text import Prose, Words
from ulotki.content.told import Leaflet, Told
from ulotki.content.typography import LANGUAGES
from ulotki.markup import Tag, link, tag
from ulotki.page.called import sentence as around


def about(leaflet: Leaflet, words: Site) -> Iterator[Tag]:
    """The words about a scam, in the order of a leaflet."""
    phrases = leaflet.phrases
    yield tag(
        "h1",
        tag("span", *words_of(leaflet.message.kicker, leaflet), class_="kicker"),
        " ",
        *words_of(leaflet.message.title, leaflet),
    )
    yield tag("p", *words_of(leaflet.message.voice, leaflet), class_="voice")
    yield tag("blockquote", tag("p", *words_of(leaflet.message.quote, leaflet)))
    yield tag(
        "p",
        *words_of(leaflet.message.verdict, leaflet),
        " ",
        tag("strong", *words_of(leaflet.message.order, leaflet)),
        class_="order",
    )
    steps = tag("ol", *(_told(step, leaflet) for step in leaflet.message.steps))
    yield tag("section", tag("h2", *words_of(phrases.steps, leaflet)), steps)
    signs = tag("ul", *(_told(sign, leaflet) for sign in leaflet.message.signs))
    yield tag("section", tag("h2", *words_of(leaflet.message.signs_title, leaflet)), signs)
    yield tag("p", *words_of(leaflet.message.rule, leaflet), class_="rule")
    yield tag(
        "section", tag("h2", *words_of(phrases.story, leaflet)), tag("p", *words_of(leaflet.message.story, leaflet))
    )
    after = tag("ul", *(tag("li", *words_of(line, leaflet)) for line in leaflet.message.aftermath))
    yield tag("section", tag("h2", *words_of(phrases.aftermath, leaflet)), after)
    yield tag("section", tag("h2", sentence(words.call, leaflet.lang)), *_call(leaflet))
    if leaflet.target:
        report = tag("p", *words_of(leaflet.target.purpose, leaflet), " ", *words_of(leaflet.target.host, leaflet))
        yield tag("section", tag("h2", sentence(words.report, leaflet.lang)), report)


def _told(told: Told, leaflet: Leaflet) -> Tag:
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


def words_of(words: Words, leaflet: Leaflet) -> Iterator[Tag | str]:
    """*words* as inline elements: numbers and addresses are links to register values, line breaks are kept."""
    for run in words.runs:
        kids: list[Tag | str] = []
        for number, line in enumerate(run.text.split("\n")):
            kids += [tag("br"), line] if number else [line]
        if run.ref and (target := leaflet.links.get(run.ref)):
            # „112” alone says neither whom one calls nor why: a link is called after its sentence.
            kids = [link(*kids, target=target, name=around(str(words), run.text))]
        if run.strong:
            kids = [tag("strong", *kids)]
        yield from [tag("span", *kids, lang=run.lang)] if run.lang else kids


def spaced(sentences: Iterable[Words], leaflet: Leaflet) -> Iterator[Tag | str]:
    """Sentences as inline elements, a blank between two."""
    for number, words in enumerate(sentences):
        yield from ([" "] if number else [])
        yield from words_of(words, leaflet)


def sentence(prose: Prose, lang: str) -> str:
    """A text without values, with the typography of its language."""
    return LANGUAGES[lang](prose.source)
