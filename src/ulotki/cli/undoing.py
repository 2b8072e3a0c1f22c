"""`ulotki history` and `ulotki undo`: the changes of the workspace's files."""

from __future__ import annotations

import click

from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import told
from ulotki.cli.talk import Talk
from ulotki.errors import Say, say
from ulotki.office import undo as office
from ulotki.workspace import Workspace


def history(talk: Talk, ours: Workspace) -> None:
    """Say what was changed, the newest first."""
    outcome = office.list_changes(ours)
    for one in outcome.value:
        head = say("{number}  {day}  {title}", number=one.number, day=one.day, title=one.title)
        undone = say("{what} (taken back by {by})", what=head, by=one.undone_by) if one.undone_by else head
        talk.result(told(undone))
        _all(talk, one.what)
        for name in one.private:
            talk.result("    " + told(say("{file}: how it was is not kept", file=name)))
    if not outcome.value:
        talk.aside(say("nothing has been changed by the program yet"))
    talk.outcome("history", outcome.giving(office.History(outcome.value)))


@click.argument("number", type=click.IntRange(1), required=False, metavar=_("N"))
def undo(talk: Talk, ours: Workspace, number: int | None) -> None:
    """Take a change back."""
    outcome = office.undo(ours, number or 0, options.today())
    match outcome.value:
        case office.Undone() as done:
            talk.result(told(say("change {number} is taken back", number=done.number)))
            _all(talk, done.what)
        case office.Conflict() as conflict:
            talk.result(told(say("undoing it would change in {file}:", file=conflict.file)))
            _all(talk, conflict.what)
    talk.outcome("undo", outcome)


def _all(talk: Talk, sentences: tuple[Say, ...]) -> None:
    for sentence in sentences:
        talk.result("    " + told(sentence))
