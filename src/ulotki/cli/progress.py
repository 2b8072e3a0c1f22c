"""How far the work is: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click

from ulotki.cli.sentences import plain, translate
from ulotki.errors import Say
from ulotki.office import Progress

TENTHS = 10
"""Lines of progress at most, where there is no terminal."""


@contextmanager
def progress(names: Sequence[str], label: Say) -> Iterator[Progress]:
    """A function to call with each of *names* as it is done."""
    if sys.stderr.isatty():
        with click.progressbar(length=len(names), label=translate(label), file=sys.stderr) as bar:
            yield lambda name: bar.update(1)
        return
    done = 0

    def line(name: str) -> None:
        nonlocal done
        done += 1
        if done * TENTHS // len(names) > (done - 1) * TENTHS // len(names):
            click.echo(f"{translate(label)} {done}/{len(names)} {plain(name)}", err=True)

    yield line
