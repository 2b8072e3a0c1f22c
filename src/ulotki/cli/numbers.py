"""`ulotki numbers set`, `confirm`, `withdraw`, `stop`: a value changed; and `where`: on which pieces it stands."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import click

from ulotki import office
from ulotki.cli import options
from ulotki.cli.language import _, plain, translate
from ulotki.cli.lazy import find
from ulotki.cli.talk import Talk
from ulotki.content.typography import HOME
from ulotki.errors import Say, Trouble, say
from ulotki.workspace import read


def _complete(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    """Ids that begin so, for the shell; none when they cannot be read."""
    with suppress(Trouble, OSError):
        register = read(find(context.params.get("workspace")), HOME).believed(options.today()).register
        known = office.numbers.ids.Refs(frozenset(value.ref for value in register))
        return sorted(name for name in known.names() if name.startswith(begun))
    return []


which = click.argument("id", metavar=_("ID"), shell_complete=_complete)

by = click.option("--by", "who", required=True, metavar=_("WHO"), help=_("Who does this: first name and surname."))
value = click.argument("value", metavar=_("VALUE"))


@which
@value
@click.option("--source", required=True, metavar=_("URL"), help=_("The page where the value was read."))
@by
@click.option("--label", default="", metavar=_("TEXT"), help=_("Whose it is; a new number needs it."))
@options.day("--from", "first", help=_("The first day it holds."))
@options.day("--until", "last", help=_("The last day it holds."))
@options.day("--old-until", help=_("The old value holds as well, until this day."))
@options.day("--review-by", help=_("When to read it anew in the source; else in a year."))
def set_value(talk: Talk, **given: Any) -> office.Outcome[office.numbers.change.ChangedValue]:
    return _change(talk, office.numbers.change.set_value, office.numbers.change.SetRequest(**given))


@which
@value
@by
@click.option("--source", default="", metavar=_("URL"), help=_("Where the second person read it."))
@click.option("--role", default="", metavar=_("TEXT"), help=_("What that person is, such as the head of the post."))
def confirm(talk: Talk, **given: Any) -> office.Outcome[office.numbers.change.ChangedValue]:
    return _change(talk, office.numbers.confirming.confirm, office.numbers.confirming.ConfirmRequest(**given))


@which
@by
def withdraw(talk: Talk, **given: Any) -> office.Outcome[office.numbers.change.ChangedValue]:
    return _change(talk, office.numbers.stopping.withdraw, given["id"], given["who"])


@which
@click.option("--source", required=True, metavar=_("URL"), help=_("The page that says that it no longer holds."))
@by
def stop(talk: Talk, **given: Any) -> office.Outcome[office.numbers.change.ChangedValue]:
    return _change(talk, office.numbers.stopping.stop, office.numbers.stopping.StopRequest(**given))


def _change(talk: Talk, change: Callable[..., office.Outcome[Any]], *asked: Any) -> office.Outcome[Any]:
    """Change a value as *asked*, and say what became of it."""
    value = (outcome := change(talk.ours, *asked, options.today())).value.value
    state = value.state(max(day for day in (options.today(), value.valid_from) if day))
    what = say('{ref} = "{value}": {state}', ref=value.ref, value=value.printed, state=say(state.value))
    return talk.answer(outcome, what)


@which
@options.out
@options.on
def where(talk: Talk, id: str, day: datetime.date | None) -> office.Outcome[office.numbers.where.ValueUses]:
    outcome = office.numbers.where.where(talk.ours, id, options.today(), day)
    found = outcome.value
    talk.result(*_lines(found))
    if not found.pieces:
        nowhere = say("{ref} stands on no piece of any edition", ref=found.ref)
        torn = say("{ref} stands on no piece of the editions that can be read", ref=found.ref)
        talk.result(torn if outcome.findings else nowhere)
    return outcome


def _lines(found: office.numbers.where.ValueUses) -> Iterator[str | Say]:
    """What a terminal shows: a line for each piece with its places, a sum for each edition, what is out by the ledger."""
    for one in found.pieces:
        piece = {"campaign": one.campaign, "edition": one.folder.name, "piece": one.piece}
        stands = {"value": ", ".join(one.values), "verdict": one.verdict}
        counts = {"places": len(one.places), "copies": one.copies}
        yield say(
            "{campaign} {edition} {piece}: {value} ({verdict}), places {places}, copies {copies}",
            **{**piece, **stands, **counts},
        )
        if one.places:
            yield "    " + ", ".join(f"{plain(place.name)} {place.copies}" for place in one.places)
    for edition in found.editions:
        counts = {"pieces": edition.pieces, "places": edition.places, "copies": edition.copies}
        name = {"campaign": edition.campaign, "edition": edition.folder.name}
        yield say("{campaign} {edition}: pieces {pieces}, places {places}, copies {copies}", **name, **counts)
    if found.out:
        yield say("by the ledger it is at these places:")
    for out in found.out:
        place, counts = {"place": out.name, "id": out.place}, {"copies": out.copies, "hung": out.hung}
        line = say("{place} ({id}): {code}, copies {copies}, on boards {hung}", code=out.code, **place, **counts)
        yield f"  {translate(line)}"
