"""A group of commands of which only the one that is called is imported, and how it is called."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from ulotki.cli.language import _
from ulotki.cli.options import FOLDER
from ulotki.cli.talk import Talk
from ulotki.content.text import composed
from ulotki.errors import misused, say
from ulotki.office import Outcome

OPTIONS, COMMAND = _("[OPTIONS]"), _("COMMAND [ARGS]…")
"""How a usage line names options, and a command with its arguments."""

LANG = click.Option(["--lang"], type=click.Choice(["pl", "en"]), expose_value=False, help=_("What the program speaks."))
"""Read before anything else is, see `language.choose`; here only so that click knows it."""

COMMON = (
    click.Option(
        ["--workspace"],
        type=FOLDER,
        metavar=_("DIR"),
        help=_("Folder with ulotki.toml; else the nearest one upwards from here."),
    ),
    LANG,
    click.Option(["--json", "as_json"], is_flag=True, help=_("The result as one JSON document.")),
    click.Option(["--quiet", "-q"], is_flag=True, help=_("Only results and complaints.")),
    click.Option(["--debug"], is_flag=True, expose_value=False, help=_("Show the program's own trace of a failure.")),
)
"""The options that every command has."""

NAMED = {click.IntRange: _("N"), type(click.STRING): _("NAME")}
"""How help names the value of an option that has no name for it; click would name its own types, in English."""


class LazyCommand(click.Command):
    """The name and help of a command, and where its function lies, such as "texts:open_page".

    place: the name of the module alone where the function is called as the command.
    """

    def __init__(self, name: str, place: str, help: str) -> None:
        super().__init__(name, help=help)
        self.place = place if ":" in place else f"{place}:{name.replace('-', '_')}"

    def loaded(self) -> click.Command:
        """The command itself: its module is imported for it."""
        module, _sign, function = self.place.partition(":")
        called = getattr(import_module(f"ulotki.cli.{module}"), function)
        given = click.Command(self.name, help=self.help, callback=_callback(called), options_metavar=OPTIONS)
        given.params = [*COMMON, *reversed(getattr(called, "__click_params__", []))]
        for one in given.params:
            one.metavar = one.metavar or NAMED.get(type(one.type))
        return given


class LazyGroup(click.Group):
    """Commands and groups by name. Whether one is listed or completed, only what is called is loaded."""

    def __init__(self, name: str, help: str, *commands: click.Command) -> None:
        super().__init__(name, help=help, commands=commands, options_metavar=OPTIONS, subcommand_metavar=COMMAND)
        self.context_settings = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
        self.params.insert(0, LANG)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that *args* name, loaded."""
        name, command, rest = super().resolve_command(ctx, args)
        return name, command.loaded() if isinstance(command, LazyCommand) else command, rest


def _callback(function: Callable[..., Outcome[Any] | None]) -> Callable[..., None]:
    """*function*, called with its voice and what was typed; then what it answers is told."""

    def call(workspace: Path | None, as_json: bool, quiet: bool, lying: Path | None = None, **values: Any) -> None:
        kind = ".".join(click.get_current_context().command_path.split()[1:])
        talk = Talk(as_json, quiet or as_json, kind, find(workspace), lying)
        if outcome := function(talk, **{name: _compose(value) for name, value in values.items()}):
            talk.outcome(outcome)

    return call


def find(workspace: Path | None) -> Path | None:
    """The workspace asked for, or the nearest upwards from here, or None. Raises Misused when it is not there."""
    if workspace is None:
        here = Path.cwd()
        return next((folder for folder in (here, *here.parents) if (folder / "ulotki.toml").is_file()), None)
    if not (workspace / "ulotki.toml").is_file():
        what = say('"{path}" is not a workspace: it has no ulotki.toml', path=workspace)
        raise misused(what, say("name the folder that holds ulotki.toml, such as leaflets/serniki"))
    return workspace


def _compose(value: Any) -> Any:
    """A text from the command line with its letters composed, also inside a list; a path names what lies there."""
    if isinstance(value, str):
        return composed(value)
    return tuple(map(_compose, value)) if type(value) is tuple else value
