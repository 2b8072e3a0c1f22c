"""Options that several commands share; and the clock."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from functools import partial, reduce
from pathlib import Path
from typing import Any

import click

from ulotki.cli.language import _
from ulotki.errors import misused, say

CommandFunction = Callable[..., Any]
Option = Callable[[CommandFunction], CommandFunction]


class Day(click.ParamType[datetime.date]):
    """A day such as 2024-08-01."""

    name = "day"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> datetime.date:
        """The day, or a usage error."""
        try:
            return datetime.date.fromisoformat(str(value))
        except ValueError:
            self.fail(_('"{value}" is not a day; write it as 2024-08-01').format(value=value), param, ctx)


FILE = click.Path(dir_okay=False, path_type=Path)
"""A file, which need not be there."""

FOLDER = click.Path(file_okay=False, path_type=Path)
"""A folder, which need not be there."""

MOST = 1_000_000
"""Copies, people and the like at most."""


def day(*names: str, help: str) -> Option:
    """An option that takes a day."""
    return click.option(*names, type=Day(), metavar=_("DAY"), help=help)


def count(*names: str, help: str, least: int = 1, **settings: Any) -> Option:
    """An option that takes a number of things."""
    return click.option(*names, type=click.IntRange(least, MOST), metavar=_("N"), help=help, **settings)


def words(*names: str, metavar: str, help: str, unsaid: tuple[str, ...] | None = ()) -> Option:
    """An option that may be repeated, or take several words with commas. unsaid: its value where it is not given."""
    return click.option(*names, multiple=True, callback=partial(_split, unsaid), metavar=metavar, help=help)


def many(name: str, metavar: str, **settings: Any) -> Option:
    """An argument of any number of words, also with commas."""
    return click.argument(name, nargs=-1, callback=partial(_split, ()), metavar=metavar, **settings)


def _split(
    unsaid: tuple[str, ...] | None, _context: click.Context, option: click.Parameter, given: tuple[str, ...]
) -> tuple[str, ...] | None:
    """Words given with commas, or one by one, or both; each once. unsaid: for no words."""
    found = tuple(dict.fromkeys(word.strip() for group in given for word in group.split(",") if word.strip()))
    if given and not found and isinstance(option, click.Option):
        raise misused(say("{option} names nothing", option=option.opts[0]))
    return found or unsaid


def together(*options: Option) -> Option:
    """Several options as one, in their order."""
    return lambda command: reduce(lambda made, option: option(made), reversed(options), command)


def pair(text: str, example: str) -> tuple[str, str]:
    """("gmina", "Serniki") for "gmina=Serniki". Raises Misused for anything else, with an example."""
    key, sign, value = text.partition("=")
    if not sign:
        raise misused(say('"{value}" sets nothing', value=text), say("as in: {example}", example=example))
    return key.strip(), value


def today() -> datetime.date:
    """Today: it decides what is due, and of which day a campaign speaks; it never reaches paper itself."""
    return datetime.date.today()


def now() -> str:
    """The moment, UTC, as the ledger writes it."""
    return datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


on = day("--on", "day", help=_("The day that decides which numbers hold."))
done_on = day("--on", "day", help=_("The day it happened; else today."))
letter_on = day("--on", "day", help=_("The day on the letter; else today."))

out = click.option("--out", "lying", type=FOLDER, help=_("Where to; else out/ in the workspace."))
lying = click.option("--out", "lying", type=FOLDER, help=_("Where the editions lie; else out/ in the workspace."))

note = click.option("--note", default="", metavar=_("TEXT"), help=_("A few words; they can be forgotten again."))
consent = click.option("--consent/--no-consent", default=None, help=_("Whether the host agreed to display."))
pieces = words("--piece", "pieces", metavar=_("CODE"), help=_("Only this piece, by code or name; repeatable."))
anyway = click.option("--anyway", is_flag=True, help=_("Also what is unlikely to be meant, without a question."))
force = click.option("--force", is_flag=True, help=_("Also when a file of that name is there."))
sure = click.option("--yes", "sure", is_flag=True, help=_("Do not ask."))

campaign = click.option("--campaign", metavar=_("ID"), help=_("Of this campaign; else the only or the newest one."))
palette = click.option("--palette", default="colour", show_default=True, help=_("colour, mono or eco."))
purposes = words("--for", "purposes", metavar=_("NAME"), help=_("web or press beside office."))
palettes = words("--palette", "palettes", metavar=_("NAME"), help=_("colour, mono or eco instead of the campaign's."))
jobs = click.option("--jobs", type=click.IntRange(1), default=min(4, os.cpu_count() or 1), help=_("Processes at once."))
opened = click.option("--open", "opened", is_flag=True, help=_("Open what was made."))
