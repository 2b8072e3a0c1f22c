"""`ulotki numbers set`, `confirm`, `withdraw` and `stop`."""

from __future__ import annotations

from typing import Any

import click

from ulotki import office
from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.talk import Talk
from ulotki.cli.which import which
from ulotki.errors import say
from ulotki.office.numbers import change, confirming, stopping

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
def set_value(talk: Talk, **given: Any) -> office.Outcome[change.ChangedValue]:
    """Write a value down as one person read it."""
    return _tell(talk, change.set_value(talk.ours, change.SetRequest(**given), options.today()))


@which
@value
@by
@click.option("--source", default="", metavar=_("URL"), help=_("Where the second person read it."))
@click.option("--role", default="", metavar=_("TEXT"), help=_("What that person is, such as the head of the post."))
def confirm(talk: Talk, **given: Any) -> office.Outcome[change.ChangedValue]:
    """Take the word of a second person."""
    return _tell(talk, confirming.confirm(talk.ours, confirming.ConfirmRequest(**given), options.today()))


@which
@by
def withdraw(talk: Talk, **given: Any) -> office.Outcome[change.ChangedValue]:
    """Let a value be printed no more."""
    return _tell(talk, stopping.withdraw(talk.ours, given["id"], given["who"], options.today()))


@which
@click.option("--source", required=True, metavar=_("URL"), help=_("The page that says that it no longer holds."))
@by
def stop(talk: Talk, **given: Any) -> office.Outcome[change.ChangedValue]:
    """Let a value of the program be printed here no more."""
    return _tell(talk, stopping.stop(talk.ours, stopping.StopRequest(**given), options.today()))


def _tell(talk: Talk, outcome: office.Outcome[change.ChangedValue]) -> office.Outcome[change.ChangedValue]:
    """Say what became of the value."""
    value = outcome.value.value
    state = value.state(max(day for day in (options.today(), value.valid_from) if day))
    talk.result(say('{ref} = "{value}": {state}', ref=value.ref, value=value.printed, state=say(state.value)))
    return outcome
