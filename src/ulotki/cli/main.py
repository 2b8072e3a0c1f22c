"""A run of the program, and how it ends."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

import click

from ulotki.cli.commands import ULOTKI
from ulotki.cli.talk import Talk
from ulotki.errors import Broken, Finding, Refused, Trouble, Where, contact, say
from ulotki.files import Unfit

INTERRUPTED = 130

STOPPED = Finding("use", say("interrupted; nothing half-written is left behind"))


def run(arguments: list[str]) -> int:
    """Do what *arguments* ask and give the exit code. Never a traceback, unless --debug asks for one."""
    debug = "--debug" in arguments
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = ULOTKI.main(args=arguments, prog_name="ulotki", standalone_mode=False)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (Exception, KeyboardInterrupt) as error:
        talk = Talk(as_json="--json" in arguments)
        if interrupted(error):
            return _ended(talk, INTERRUPTED, [STOPPED], words=True)
        if debug and not isinstance(error, click.ClickException):
            sys.excepthook(type(error), error, error.__traceback__)
        match error:
            case click.ClickException():
                error.show()
                return _ended(talk, error.exit_code, [Finding("use", say("{what}", what=error.format_message()))])
            case Trouble():
                return _ended(talk, error.code, error.findings, words=not talk.as_json)
            case Unfit():
                return _ended(talk, Refused.code, [error.finding], words=not talk.as_json)
            case OSError():
                return _ended(talk, Broken.code, machine(error).findings, words=not talk.as_json)
        what = say("this is a mistake in the program: {kind}: {what}", kind=type(error).__name__, what=error)
        mistake = Finding(
            "program", what, say("run it again with --debug and report what it shows: {contact}", contact=contact())
        )
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
                say("check the free space on the disk, and whether you may write there"),
                where,
            )
        ]
    )


def _ended(talk: Talk, code: int, findings: Sequence[Finding], *, words: bool = False) -> int:
    """Say *findings*, in words to people too when they would hear nothing else; *code* is the exit code."""
    if words:
        Talk().complain(findings)
    with suppress(OSError):  # the reader of the output is gone, or its disk is full
        talk.data("error", {"exit": code}, findings=tuple(findings))
    return code
