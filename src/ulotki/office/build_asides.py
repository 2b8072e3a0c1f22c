"""What is worth knowing after a build, and of a draft why it is no edition."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from ulotki.content.publisher import Publisher
from ulotki.edition.jobs import Made
from ulotki.errors import Say, say
from ulotki.library import Library
from ulotki.office.built import Built
from ulotki.workspace.memory import Wish


def past_meetings(made: Sequence[Made], today: datetime.date) -> Iterator[Say]:
    """Meetings that pieces invite to and that are over."""
    for day, place in sorted({(one.job.meeting.day, one.job.meeting.where.source) for one in made if one.job.meeting}):
        if day < today:
            yield say("the meeting of {day} ({place}) is over: nobody needs its invitation", day=day, place=place)


def build_asides(built: Built, wish: Wish, library: Library, lost: int) -> Iterator[Say]:
    """What is worth knowing, and of a draft why it is no edition. lost: how many pieces could not be made."""
    publisher = library.publisher or Publisher()
    if built.missing:
        refs = ", ".join(built.missing)
        yield say("without a value, so left as a box for a stamp or a pen: {refs}", refs=refs)
    yield publisher.printer.how
    if lost:
        yield say("no edition: refused pieces: {count}; the good ones lie in the draft", count=lost)
    elif built.doubtful:
        refs = ", ".join(built.doubtful)
        yield say("no edition: {refs} not confirmed, so every page with it says WZÓR", refs=refs)
    elif not publisher.issuer:
        yield say(
            "no edition: ulotki.toml names no issuer, so every page says PROJEKT; write issuer = … there, and build"
        )
    elif wish.words:
        yield say("a part of the campaign, so a draft and no edition")
    elif library.altered and not built.final:
        yield say(
            "no edition: texts of the program were edited, so every page with them says PROJEKT; ulotki doctor says which"
        )
    elif not built.final:
        yield say(
            "no edition: nobody has approved it, so every page says PROJEKT; look at it, then: ulotki approve {code} --by …",
            code=built.record.edition,
        )
