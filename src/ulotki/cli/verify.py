"""`ulotki verify`: which piece is this, and does it hold; `doctor`: what is to be looked at."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

import click

from ulotki import handout, office
from ulotki.cli import options
from ulotki.cli.language import _, plain, translate, translate_whole
from ulotki.cli.talk import Talk
from ulotki.errors import Say, say


@click.argument("what", metavar=_("CODE|FILE.pdf|DIR"))
@options.lying
@options.on
def verify(talk: Talk, **asked: Any) -> office.Outcome[office.verify.Verified]:
    """Exit 1 unless all of it is ours, true and may hang."""
    outcome = office.verify.verify(talk.ours, today=options.today(), **asked)
    answer = outcome.value
    if answer.state == "made":
        talk.result(say("the file is byte for byte as it was made"))
    talk.complain(outcome.findings, err=False)
    if len(answer.pieces) == 1:
        talk.result(*_in_full(answer.pieces[0], answer))
    else:
        for piece in answer.pieces:
            talk.result(f"{translate(_title(piece))}: {translate(office.verdicts.verdict(piece))}")
    talk.complain(office.verdicts.piece_faults(outcome), err=False)
    return talk.answer(outcome, *filter(None, (office.verdicts.conclusion(outcome),)))


def _title(piece: handout.truth.Judgment) -> Say:
    entry = office.verify.record_entry(piece)
    return say(
        "{code}: {title}, {template} {format} {palette}",
        code=entry.code,
        title=entry.title,
        template=entry.template,
        format=entry.format,
        palette=entry.palette,
    )


def _in_full(piece: handout.truth.Judgment, answer: office.verify.Verified) -> Iterator[str | Say]:
    """All that is known of a piece."""
    yield _title(piece)
    for edition in piece.made:
        has = office.verified_data.PieceEditionData.of(edition, piece.code, answer.places)
        made = say("made in {folder}: {title}, {day}", folder=has.folder, title=has.title, day=has.day)
        yield f"  {translate(made)}"
        if has.draft:
            yield "    " + translate(say("a draft, so nothing to hang"))
        names = ", ".join(f"{plain(place.name)} {place.copies}" for place in has.places)
        count = say("copies {copies}, for:", copies=sum(place.copies for place in has.places))
        yield f"    {translate(count)} {names or '–'}"
    if until := office.verify.record_entry(piece).until:
        yield "  " + translate(say("to hang until {until}", until=until))
    for one in piece.values:
        yield f"  {plain(one.stood)}  {plain(one.label or one.ref)}: {translate(office.verdicts.verdict(one))}"


@options.lying
@options.on
def doctor(talk: Talk, day: datetime.date | None) -> office.Outcome[office.doctor.Examined]:
    """Exit 1 when something is wrong."""
    outcome = office.doctor.doctor(talk.here, day or options.today(), options.today())
    found = outcome.value
    signs = {"good": _("good"), "look": _("look here"), "wrong": _("WRONG")}
    width = max(map(len, signs.values()))
    for line in found.lines:
        talk.result(f"{signs[line.state].ljust(width)}  {translate(line.what)}")
        if line.hint:
            talk.result(f"{' ' * width}  {_('hint:')} {translate_whole(line.hint)}")
    return talk.answer(outcome, found.conclusion)
