"""`ulotki numbers set`, `confirm`, `withdraw` and `stop`."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any, TypeVar

import click

from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.numbers.which import which
from ulotki.cli.sentences import told
from ulotki.cli.talk import Talk
from ulotki.errors import say
from ulotki.office import Outcome
from ulotki.office.numbers import change
from ulotki.office.numbers.change import ChangedValue
from ulotki.workspace import Workspace

R = TypeVar("R")

by = click.option("--by", "who", required=True, metavar=_("WHO"), help=_("Who does this: first name and surname."))
read_in = click.option("--source", required=True, metavar="URL", help=_("The page where the value was read."))


@which
@click.argument("value", metavar=_("VALUE"))
@read_in
@by
@click.option("--label", default="", metavar=_("TEXT"), help=_("Whose it is; a new number needs it."))
@click.option("--from", "first", type=options.Day(), metavar="DAY", help=_("The first day it holds."))
@click.option("--until", "last", type=options.Day(), metavar="DAY", help=_("The last day it holds."))
@click.option("--old-until", type=options.Day(), metavar="DAY", help=_("The old value holds as well, until this day."))
@click.option(
    "--review-by", type=options.Day(), metavar="DAY", help=_("When to read it anew in the source; else in a year.")
)
def set_value(talk: Talk, ours: Workspace, **given: Any) -> None:
    """Write a value down as one person read it."""
    _done(talk, "set", ours, change.set_value, change.SetRequest(**given))


@which
@click.argument("value", metavar=_("VALUE"))
@by
@click.option("--source", default="", metavar="URL", help=_("Where the second person read it."))
@click.option("--role", default="", metavar=_("TEXT"), help=_("What that person is, such as the head of the post."))
def confirm(talk: Talk, ours: Workspace, **given: Any) -> None:
    """Take the word of a second person."""
    _done(talk, "confirm", ours, change.confirm, change.ConfirmRequest(**given))


@which
@by
def withdraw(talk: Talk, ours: Workspace, **given: Any) -> None:
    """Let a value be printed no more."""
    _done(talk, "withdraw", ours, change.withdraw, change.WithdrawRequest(**given))


@which
@click.option("--source", required=True, metavar="URL", help=_("The page that says that it no longer holds."))
@by
def stop(talk: Talk, ours: Workspace, **given: Any) -> None:
    """Let a value of the program be printed here no more."""
    _done(talk, "stop", ours, change.stop, change.StopRequest(**given))


def _done(
    talk: Talk,
    kind: str,
    ours: Workspace,
    use_case: Callable[[Workspace, R, datetime.date], Outcome[ChangedValue]],
    request: R,
) -> None:
    """Ask *use_case*, and say what became of the value."""
    today = options.today()
    outcome = use_case(ours, request, today)
    made = outcome.value
    value = made.value
    state = value.state(max(day for day in (today, value.valid_from) if day))
    talk.result(told(say('{ref} = "{value}": {state}', ref=value.ref, value=value.printed, state=say(state.value))))
    talk.outcome(f"numbers.{kind}", outcome)
