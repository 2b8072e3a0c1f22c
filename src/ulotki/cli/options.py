"""Options that several commands share, and what they look up."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from ulotki.cli.language import translated as _
from ulotki.errors import Finding, Misused, say

F = TypeVar("F", bound=Callable[..., Any])


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


def output(help: str, default: str = "") -> Callable[[F], F]:
    """-o FILE: where to. default: the name of the file when nobody says one, "" for none."""
    given = Path(default) if default else None
    return click.option(
        "-o", "--output", type=FILE, default=given, show_default=bool(default), metavar=_("FILE"), help=help
    )


on = click.option("--on", "day", type=Day(), metavar=_("DAY"), help=_("The day that decides which numbers hold."))


def today() -> datetime.date:
    """Today: it decides what is due, and of which day a campaign speaks; it never reaches paper itself."""
    return datetime.date.today()


def found(workspace: Path | None) -> Path | None:
    """The workspace asked for, or the nearest upwards from here, or None. Raises Misused when it is not there."""
    if workspace is not None:
        if not (workspace / "ulotki.toml").is_file():
            raise Misused(
                [
                    Finding(
                        "use",
                        say('"{path}" is not a workspace: it has no ulotki.toml', path=workspace),
                        say("name the folder that holds ulotki.toml, such as leaflets/serniki"),
                    )
                ]
            )
        return workspace
    here = Path.cwd()
    return next((folder for folder in (here, *here.parents) if (folder / "ulotki.toml").is_file()), None)


def needed(workspace: Path | None) -> Path:
    """*workspace*, when there is one. Raises Misused with the way to one."""
    if workspace is not None:
        return workspace
    raise Misused(
        [
            Finding(
                "use",
                say("there is no workspace here: no ulotki.toml in this folder or above"),
                say("go to the folder that holds ulotki.toml, name it with --workspace, or make one with ulotki init"),
            )
        ]
    )


def now() -> str:
    """The moment, UTC."""
    return datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def pair(text: str, example: str) -> tuple[str, str]:
    """("gmina", "Serniki") for "gmina=Serniki". Raises Misused for anything else, with an example."""
    key, sign, value = text.partition("=")
    if not sign:
        what = say('"{value}" sets nothing', value=text)
        raise Misused([Finding("use", what, say("as in: {example}", example=example))])
    return key.strip(), value


def several(words: Iterable[str]) -> tuple[str, ...]:
    """Words given with commas, or one by one, or both."""
    return tuple(word.strip() for group in words for word in group.split(",") if word.strip())


out = click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), help=_("Where to; else out/ in the workspace.")
)

lying = click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help=_("Where the editions lie; else out/ in the workspace."),
)

done_on = click.option("--on", "day", type=Day(), metavar=_("DAY"), help=_("The day it happened; else today."))
note = click.option("--note", default="", metavar=_("TEXT"), help=_("A few words; they can be forgotten again."))
anyway = click.option("--anyway", is_flag=True, help=_("Also what is unlikely to be meant, without a question."))

jobs = click.option("--jobs", type=click.IntRange(1), default=min(4, os.cpu_count() or 1), help=_("Processes at once."))
