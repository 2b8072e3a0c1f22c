"""Somebody at a terminal: questions, one at a time, with an answer that Enter takes; and how far the work is."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING, NoReturn, TypeVar

import click

from ulotki import office
from ulotki.cli.language import harmless, plain, translate
from ulotki.content.text import composed
from ulotki.errors import Say, Trouble, say

if TYPE_CHECKING:
    from ulotki.cli.talk import Talk

T = TypeVar("T")

YES = ("t", "tak", "y", "yes")
NO = ("n", "nie", "no")


def possible() -> bool:
    """Whether there is somebody to ask."""
    return sys.stdin.isatty()


def tell(*lines: Say | str, indent: int = 0) -> None:
    """Lines for who is asked: sentences, or texts that are harmless already."""
    for line in lines:
        click.echo(" " * indent + (translate(line) if isinstance(line, Say) else line), err=True)


def word(question: Say, default: str = "") -> str:
    """An answer in words, *default* when it is empty."""
    shown = f" [{harmless(default)}]" if default else ""
    answer: str = click.prompt(f"{translate(question)}{shown}", default=default, show_default=False, err=True)
    return " ".join(composed(answer).split())


def until_good(question: Say, meaning: Callable[[str], T], default: str = "") -> T:
    """What *meaning* makes of the answer. When it raises Trouble, that is shown and the question is asked again."""
    while True:
        try:
            return meaning(word(question, default))
        except Trouble as trouble:
            for finding in trouble.findings:
                tell(finding.what)
                tell(*filter(None, (finding.hint,)), indent=2)


def yes(question: Say, *, default: bool = True) -> bool:
    """Yes or no."""
    choice = say("Y/n") if default else say("y/N")
    while True:
        answer = word(say("{question} ({choice})", question=question, choice=choice)).casefold()
        if answer in (*YES, *NO):
            return answer in YES
        if not answer:
            return default
        tell(say("answer yes or no"))


def sure(talk: Talk, go: Callable[[bool], T]) -> T:
    """What *go* makes, called with False; when it doubts, somebody is asked, and on a yes it is called with True.

    On a no the command ends. Where nobody can be asked, the doubt is what is wrong.
    """
    try:
        return go(False)
    except office.answers.Doubtful as doubt:
        if talk.as_json or not possible():
            raise
        tell(*(finding.what for finding in doubt.findings))
    if not yes(say("Write it down all the same?"), default=False):
        stop(talk, say("nothing was written"))
    return go(True)


def stop(talk: Talk, sentence: Say) -> NoReturn:
    """End the command with nothing done: whoever was asked does not mean it."""
    talk.aside(sentence)
    click.get_current_context().exit()


TENTHS = 10
"""Lines of progress at most, where there is no terminal."""


@contextmanager
def progress(names: Sequence[str], label: Say) -> Iterator[office.Progress]:
    """A function to call with each of *names* as it is done."""
    if sys.stderr.isatty():
        with click.progressbar(length=len(names), label=translate(label), file=sys.stderr) as bar:
            yield lambda name: bar.update(1)
        return
    numbers = count(1)

    def line(name: str) -> None:
        done = next(numbers)
        if done * TENTHS // len(names) > (done - 1) * TENTHS // len(names):
            tell(f"{translate(label)} {done}/{len(names)} {plain(name)}")

    yield line
