"""Questions to somebody at a terminal: one at a time, with an answer that Enter takes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TypeVar

import click

from ulotki.cli.sentences import harmless, translate
from ulotki.cli.talk import Talk
from ulotki.content.text import composed
from ulotki.errors import Say, Trouble, say
from ulotki.office.answers import Doubtful

T = TypeVar("T")

YES = ("t", "tak", "y", "yes")
NO = ("n", "nie", "no")


def possible() -> bool:
    """Whether there is somebody to ask."""
    return sys.stdin.isatty()


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
                click.echo(translate(finding.what), err=True)
                if finding.hint:
                    click.echo(f"  {translate(finding.hint)}", err=True)


def yes(question: Say, *, default: bool = True) -> bool:
    """Yes or no."""
    choice = say("Y/n") if default else say("y/N")
    while True:
        answer = word(say("{question} ({choice})", question=question, choice=choice)).casefold()
        if answer in YES or (not answer and default):
            return True
        if answer in NO or not answer:
            return False
        click.echo(translate(say("answer yes or no")), err=True)


def sure(talk: Talk, go: Callable[[bool], T]) -> T | None:
    """What *go* makes, called with False; when it doubts, somebody is asked, and on a yes it is called with True.

    None when the answer is no. Where nobody can be asked, the doubt is what is wrong.
    """
    try:
        return go(False)
    except Doubtful as doubt:
        if talk.as_json or not possible():
            raise
        for finding in doubt.findings:
            click.echo(translate(finding.what), err=True)
    if yes(say("Write it down all the same?"), default=False):
        return go(True)
    talk.aside(say("nothing was written"))
    return None
