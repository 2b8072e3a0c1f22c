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
from ulotki.errors import Broken, Finding, Refused, Trouble, contact, machine, mistake, say
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
        talk = Talk(as_json="--json" in arguments, kind="error")
        if interrupted(error):
            return _end(talk, INTERRUPTED, [STOPPED], words=True)
        if debug and not isinstance(error, click.ClickException):
            sys.excepthook(type(error), error, error.__traceback__)
        match error:
            case click.ClickException():
                error.show()
                return _end(talk, error.exit_code, [Finding("use", say("{what}", what=error.format_message()))])
            case Trouble():
                return _end(talk, error.code, error.findings, words=not talk.as_json)
            case Unfit():
                return _end(talk, Refused.code, [error.finding], words=not talk.as_json)
            case OSError():
                return _end(talk, Broken.code, machine(error).findings, words=not talk.as_json)
        hint = say("run it again with --debug and report what it shows: {contact}", contact=contact())
        return _end(talk, 1, [mistake(error, hint)], words=True)
    return code if isinstance(code, int) else 0


def interrupted(error: BaseException | None) -> bool:
    """Whether somebody stopped the program, also where a library made another exception of that."""
    while error is not None:
        if isinstance(error, (KeyboardInterrupt, click.Abort)):
            return True
        error = error.__cause__ or error.__context__
    return False


def _end(talk: Talk, code: int, findings: Sequence[Finding], *, words: bool = False) -> int:
    """Say *findings*, in words to people too when they would hear nothing else; *code* is the exit code."""
    if words:
        Talk().complain(findings)
    with suppress(OSError):  # the reader of the output is gone, or its disk is full
        talk.data({"exit": code}, findings=tuple(findings))
    return code
