"""A leaflet: one scam told for one order, with nothing left to look up and typography done."""

from __future__ import annotations

from dataclasses import fields, replace

from ulotki.content.kinds import Address
from ulotki.content.number import Number
from ulotki.content.order import Meeting
from ulotki.content.phrases import Phrases, Readings
from ulotki.content.publisher import Publisher, author_of
from ulotki.content.scam import EMERGENCY, NOBODY, GoneRow, Point, Scam
from ulotki.content.telling import Telling
from ulotki.content.text import NBSP, Prose, Run, Words
from ulotki.content.told import (
    Contact,
    ExplainedTerm,
    Extra,
    Help,
    Imprint,
    Invitation,
    Leaflet,
    Message,
    Rescue,
    RescueRow,
    Small,
    Target,
    ToldPoint,
    Topic,
)
from ulotki.content.typesetter import Typesetter, plain_words
from ulotki.content.typography import HOME, LANGUAGES
from ulotki.content.typography_rules import Typography
from ulotki.content.value import SECOND
from ulotki.errors import refused, say
from ulotki.recent import kept

CODE_SLOT = "MMMMM-MMMMM"
"""The widest a code can be: room for it is kept until the seal knows it."""

CODE_REF = "code"

ACCUSED, STOP = "domino_mask", "front_hand"
"""Pictograms beside the verdict: of the fixed one, which says that this is a swindler, and of any other."""

FIXED = tuple(item.name for item in fields(Phrases) if item.name not in ("also", "officer_also"))
"""Fixed words that stand once on a leaflet; of the others there is one for each number that is changing."""


def tell(scam: Scam, telling: Telling, short: frozenset[str] = frozenset()) -> Leaflet:
    """*scam* as a leaflet. short: fields told in the author's shorter variant.

    Raises Refused when a placeholder has no value that could be printed.
    """
    scam = replace(scam, **{name: getattr(scam.short, name) for name in short}) if short else scam
    about = telling.occasion.topics or (scam,)
    voice = Typesetter(telling.register, LANGUAGES[scam.lang], telling.occasion.day)
    phrases = _phrases(voice, telling)
    return Leaflet(
        id=scam.id,
        lang=scam.lang,
        channel=scam.channel,
        audiences=scam.audiences,
        phrases=phrases,
        officer=_contact(voice, telling),
        target=_target(voice, scam),
        help=_help(voice, scam, about, phrases),
        extra=_extra(voice, telling, about),
        name=str(voice.say(scam.name)),
        message=_message(voice, scam, phrases),
        # The imprint names the numbers that change, so it is told when all that uses numbers has been told.
        imprint=_imprint(voice, telling, phrases),
        values=voice.used,
        states={ref: value.state(voice.day) for ref, value in voice.used.items()},
        at=scam.at,
    )


def _phrases(voice: Typesetter, telling: Telling) -> Phrases[Words]:
    """The fixed words; those of a changing number are empty, since there is one for each such number."""
    prose = telling.phrases
    slots = {
        "until": voice.typography.day(telling.occasion.until) if telling.occasion.until else "",
        "issuer": _issuer(telling.publisher) or "",
    }
    plain = _plain(prose, voice.typography)
    told = {name: voice.say(getattr(prose, name).as_fixed, slots) for name in FIXED if name not in plain}
    return Phrases(**plain, **told, also=Words((), prose.also.at), officer_also=Words((), prose.officer_also.at))


def _message(voice: Typesetter, scam: Scam, phrases: Phrases[Words]) -> Message:
    said = voice.say
    return Message(
        title=said(scam.title),
        kicker=said(scam.kicker) if scam.kicker else phrases.kicker,
        voice=said(scam.voice) if scam.voice else getattr(phrases, f"voice_{scam.channel}"),
        quote=said(Prose('"' + "\n".join(line.source for line in scam.quote) + '"', scam.quote[0].at)),
        verdict=said(scam.verdict) if scam.verdict else phrases.verdict,
        order=said(scam.order),
        steps=tuple(_told_point(voice, point) for point in scam.step),
        signs=tuple(_told_point(voice, point) for point in scam.sign),
        signs_title=said(scam.signs_title) if scam.signs_title else phrases.signs,
        rule=said(scam.rule),
        story=said(scam.story),
        aftermath=tuple(said(line) for line in scam.aftermath),
        write_in=tuple(said(line) for line in scam.write_in),
        icon=scam.icon,
        mark=scam.mark or (ACCUSED if scam.verdict is None else STOP),
    )


def _help(voice: Typesetter, scam: Scam, about: tuple[Scam, ...], phrases: Phrases[Words]) -> Help:
    emergency, number = voice.value("number", EMERGENCY, scam.at), _number(voice, about)
    call = _call(voice, about, phrases, number or emergency)
    always = {str(line): line for line in (voice.say(one.always) for one in about if one.always)}
    return Help(emergency, number, call, tuple(always.values()), _gone(voice, scam, phrases, number or emergency))


@kept(20)
def _rested(readings: Readings) -> tuple[Prose, ...]:
    """The sentences of the appeal, with a line break where the voice rests."""
    return tuple(replace(line, source=line.source.replace(REST, "\n")) for line in readings.appeal)


REST = " / "
"""Between two lines that are read in one breath each, as poems have it."""


def _extra(voice: Typesetter, telling: Telling, about: tuple[Scam, ...]) -> Extra:
    said, readings, meeting = voice.say, telling.readings, telling.occasion.meeting
    return Extra(
        topics=tuple(
            Topic(said(one.topic or one.title), said(one.order), said(one.summary), one.icon) for one in about
        ),
        appeal=tuple(map(said, _rested(readings))) if readings else (),
        terms=tuple(
            ExplainedTerm(said(term.word), said(term.read) if term.read else None, said(term.meaning))
            for term in (readings.term if readings else ())
        ),
        invitation=_invitation(voice, meeting) if meeting else None,
    )


def _imprint(voice: Typesetter, telling: Telling, phrases: Phrases[Words]) -> Imprint:
    issuer, officer = _issuer(telling.publisher), telling.publisher.officer_number if telling.publisher else ""
    named = telling.publisher.issuer if telling.publisher else None
    return Imprint(
        author=author_of(issuer),
        # Whoever has to shorten it finds it in ulotki.toml, not among the fixed words.
        issuer=replace(phrases.issuer, at=replace(named.at, field=phrases.issuer.at.field)) if named else None,
        until=phrases.until if telling.occasion.until else None,
        also=tuple(voice.also(telling.phrases.also, officer)),
        code=Words((*phrases.code.runs, Run(NBSP), Run(CODE_SLOT, ref=CODE_REF)), phrases.code.at),
    )


def _issuer(publisher: Publisher | None) -> str | None:
    return publisher.issuer.source if publisher and publisher.issuer else None


def _number(voice: Typesetter, about: tuple[Scam, ...]) -> Words | None:
    """The number that helps: the one that all of *about* name, else 112. None when none does, or nobody has given it."""
    named = {scam.helps or EMERGENCY for scam in about}
    (id,) = named if len(named) == 1 else {EMERGENCY}
    return None if id == NOBODY else voice.local("number", id)


def _call(voice: Typesetter, about: tuple[Scam, ...], phrases: Phrases[Words], number: Words) -> Words:
    """The reason to call *number*: the author's where a piece is about one scam, else fixed words.

    To a number that takes messages only, one is sent.
    """
    if len(about) == 1 and about[0].call:
        return voice.say(about[0].call)
    value = voice.used.get(number.runs[0].ref)
    if isinstance(value, Number) and not value.takes_calls:
        return phrases.send
    return phrases.call if number.runs[0].ref == f"number:{EMERGENCY}" else phrases.youth_line


def _gone(voice: Typesetter, scam: Scam, phrases: Phrases[Words], helps: Words) -> Rescue:
    """The box as its author wrote it, or made of the fixed words and the number that helps.

    Under a verdict of its own nobody is accused, so its question names no swindler.
    """
    if scam.gone is None:
        title = phrases.money_gone if scam.verdict is None else phrases.aftermath
        return Rescue(title, phrases.no_blame, (RescueRow(phrases.call_now, "number", helps),), ())
    return Rescue(
        title=voice.say(scam.gone.title),
        comfort=voice.say(scam.gone.comfort) if scam.gone.comfort else None,
        rows=tuple(_rescue(voice, row) for row in scam.gone.row),
        pair=tuple(Small(voice.say(note.lead), voice.say(note.text)) for note in scam.gone.pair),
    )


def _rescue(voice: Typesetter, row: GoneRow) -> RescueRow:
    """A row with its number where somebody has given it, else with the words that are printed in its place."""
    words = voice.say(row.words)
    if row.number and (number := voice.local("number", row.number) if row.write else None):
        return RescueRow(words, "number", number)
    for kind in ("write", "slip", "large"):
        if prose := getattr(row, kind):
            return RescueRow(words, kind, voice.say(prose))
    return RescueRow(words, "number", voice.value("number", row.number or EMERGENCY, row.words.at))


def _told_point(voice: Typesetter, point: Point) -> ToldPoint:
    return ToldPoint(voice.say(point.lead), voice.say(point.sentence), point.icon)


@kept(20)
def _plain(phrases: Phrases[Prose], typography: Typography) -> dict[str, Words]:
    """The fixed words without slots or values, by name: the same on every leaflet of their language."""
    fixed: dict[str, Prose] = {name: getattr(phrases, name) for name in FIXED}
    return {
        name: plain_words(prose.as_fixed, typography.lang) for name, prose in fixed.items() if "{{" not in prose.source
    }


def _contact(voice: Typesetter, telling: Telling) -> Contact:
    publisher = telling.publisher
    number = voice.local("number", publisher.officer_number) if publisher else None
    if not publisher or not number:
        return Contact(None, None, None)
    hours = voice.local("name", publisher.officer_hours) if voice.typography.lang == HOME else None
    old = voice.used.get(f"number:{publisher.officer_number}{SECOND}")
    second = None
    if old and old.valid_until:
        second = voice.second(telling.phrases.officer_also, old, voice.typography.day_and_month(old.valid_until))
    return Contact(number, voice.local("name", publisher.officer_name), hours, second)


def _invitation(voice: Typesetter, meeting: Meeting) -> Invitation:
    def words(text: str) -> Words:
        return Words((Run(text),), meeting.at)

    day, typography = meeting.day, voice.typography
    return Invitation(
        weekday=words(typography.weekdays[day.weekday()]),
        number=words(str(day.day)),
        month=words(typography.months[day.month - 1]),
        hour=words(meeting.hour),
        where=voice.say(meeting.where),
    )


def _target(voice: Typesetter, scam: Scam) -> Target | None:
    if scam.address is None:
        return None
    address = voice.find("address", scam.address, scam.at)
    assert isinstance(address, Address)
    if not address.purpose.get(scam.lang):
        what = say("{ref} has no purpose in the language {lang}", ref=address.ref, lang=scam.lang)
        raise refused("numbers", what, say("write it beside the others under purpose"), address.at)
    return Target(
        payload=address.value,
        host=Words((Run(address.printed, ref=address.ref),), address.at),
        purpose=voice.say(Prose(address.purpose[scam.lang], address.at)),
        mask=address.mask,
    )


def as_sentence(words: Words) -> Words:
    """*words* as a sentence: with a full stop unless they already end in one of its kind."""
    if str(words).endswith((".", "!", "?", "…", ":")):
        return words
    return replace(words, runs=(*words.runs, Run(".")))
