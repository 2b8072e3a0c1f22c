"""The group of commands, and how every run ends."""

from __future__ import annotations

import io
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from gettext import gettext as _
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import click

from ulotki import __version__, cli
from ulotki.cli.talk import Talk, as_data
from ulotki.content.text import composed
from ulotki.errors import Broken, Finding, Misused, Trouble, Where, say

INTERRUPTED = 130

STOPPED = Finding("use", say("interrupted; nothing half-written is left behind"))

LANG = _("What the program speaks.")

OPTIONS, COMMAND = _("[OPTIONS]"), _("COMMAND [ARGS]…")
"""What a line of usage calls them."""


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=_("Print leaflets and posters that warn people of swindlers."),
    options_metavar=OPTIONS,
    subcommand_metavar=COMMAND,
)
@click.option("--lang", type=click.Choice(["pl", "en"]), expose_value=False, help=LANG)
@click.version_option(__version__, prog_name="ulotki", help=_("Show the version and stop."))
def ulotki() -> None:
    """The group itself does nothing."""


def group(name: str, help: str) -> click.Group:
    """A command that has commands of its own: `command(…, of=group)` makes them."""
    language = click.Option(["--lang"], type=click.Choice(["pl", "en"]), expose_value=False, help=LANG)
    made = click.Group(name, help=help, params=[language], options_metavar=OPTIONS, subcommand_metavar=COMMAND)
    ulotki.add_command(made)
    return made


def command(function: Callable[..., None], of: click.Group = ulotki, **settings: Any) -> click.Command:
    """*function* as a command, or a command of the group *of*, with the options that every command has."""
    options = (
        click.option(
            "--workspace",
            type=click.Path(file_okay=False, path_type=Path),
            metavar=_("DIR"),
            help=_("Folder with ulotki.toml; else the nearest one upwards from here."),
        ),
        click.option("--lang", type=click.Choice(["pl", "en"]), expose_value=False, help=LANG),
        click.option("--json", "as_json", is_flag=True, help=_("The result as one JSON document.")),
        click.option("--quiet", "-q", is_flag=True, help=_("Only results and complaints.")),
        click.option("--verbose", "-v", is_flag=True, help=_("Say more.")),
        click.option("--debug", is_flag=True, expose_value=False, help=_("Show the program's own trace of a failure.")),
    )

    def run(workspace: Path | None, as_json: bool, quiet: bool, verbose: bool, **values: Any) -> None:
        talk = Talk(as_json, quiet or as_json, verbose)
        given = {name: _composed(value) for name, value in values.items()}
        function(talk=talk, workspace=found(workspace), **given)

    run.__click_params__ = getattr(function, "__click_params__", [])  # type: ignore[attr-defined]
    for option in reversed(options):
        run = option(run)
    made: click.Command = click.command(**{"options_metavar": OPTIONS, **settings})(run)
    of.add_command(made)
    return made


def _composed(value: Any) -> Any:
    """A text from the command line with its letters composed, also inside a list; a path names what lies there."""
    if isinstance(value, str):
        return composed(value)
    return tuple(map(_composed, value)) if type(value) is tuple else value


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


def run(arguments: list[str]) -> int:
    """Do what *arguments* ask and give the exit code. Never a traceback, unless --debug asks for one."""
    for module in iter_modules(cli.__path__):  # every command registers itself
        import_module(f"ulotki.cli.{module.name}")

    debug = "--debug" in arguments
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = ulotki.main(args=arguments, prog_name="ulotki", standalone_mode=False)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (Exception, KeyboardInterrupt) as error:
        talk = Talk(as_json="--json" in arguments)
        if interrupted(error):
            return _ended(talk, INTERRUPTED, [STOPPED], words=True)
        if debug and not isinstance(error, click.ClickException):
            traceback.print_exc()
        match error:
            case click.ClickException():
                error.show()
                return _ended(talk, error.exit_code, [Finding("use", say("{what}", what=error.format_message()))])
            case Trouble():
                return _ended(talk, error.code, error.findings, words=not talk.as_json)
            case OSError():
                return _ended(talk, Broken.code, machine(error).findings, words=not talk.as_json)
        what = say("this is a mistake in the program: {kind}: {what}", kind=type(error).__name__, what=error)
        mistake = Finding("program", what, say("run it again with --debug and report what it shows"))
        return _ended(talk, 1, [mistake], words=True)
    return code if isinstance(code, int) else 0


def interrupted(error: BaseException | None) -> bool:
    """Whether somebody stopped the program, also where a library made another exception of that."""
    while error is not None:
        if isinstance(error, (KeyboardInterrupt, click.Abort)):
            return True
        error = error.__cause__ or error.__context__
    return False


def machine(error: OSError) -> Broken:
    """What the machine refused, as a complaint."""
    where = Where(str(error.filename)) if error.filename else Where()
    return Broken(
        [
            Finding(
                "machine",
                say("the machine does not let us: {why}", why=error.strerror or error),
                say("look at the room on the disk, and whether you may write there"),
                where,
            )
        ]
    )


def _ended(talk: Talk, code: int, findings: Sequence[Finding], *, words: bool = False) -> int:
    """Say *findings*, in words to people too when they would hear nothing else; *code* is the exit code."""
    if words:
        Talk().complain(findings)
    with suppress(OSError):  # whoever was to read it is gone or has no room
        talk.data("error", exit=code, findings=[as_data(finding) for finding in findings])
    return code
