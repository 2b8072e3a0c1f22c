"""Questions to somebody at a terminal: one at a time, with an answer that Enter takes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TypeVar

import click

from ulotki.cli.talk import harmless, told
from ulotki.content.text import composed
from ulotki.errors import Say, Trouble, say

T = TypeVar("T")

YES = ("t", "tak", "y", "yes")
NO = ("n", "nie", "no")


def possible() -> bool:
    """Whether there is somebody to ask."""
    return sys.stdin.isatty()


def word(question: Say, default: str = "") -> str:
    """An answer in words, *default* when it is empty."""
    shown = f" [{harmless(default)}]" if default else ""
    answer: str = click.prompt(f"{told(question)}{shown}", default=default, show_default=False, err=True)
    return " ".join(composed(answer).split())


def until_good(question: Say, meaning: Callable[[str], T], default: str = "") -> T:
    """What *meaning* makes of the answer; when it raises Trouble, that is said and the question comes again."""
    while True:
        try:
            return meaning(word(question, default))
        except Trouble as trouble:
            for finding in trouble.findings:
                click.echo(told(finding.what), err=True)
                if finding.hint:
                    click.echo(f"  {told(finding.hint)}", err=True)


def yes(question: Say, *, default: bool = True) -> bool:
    """Yes or no."""
    choice = say("Y/n") if default else say("y/N")
    while True:
        answer = word(say("{question} ({choice})", question=question, choice=choice)).casefold()
        if answer in YES or (not answer and default):
            return True
        if answer in NO or not answer:
            return False
        click.echo(told(say("answer yes or no")), err=True)
