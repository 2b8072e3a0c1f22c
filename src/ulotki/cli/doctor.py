"""`ulotki doctor`: what was found and from where, and what to look at. Reads, and changes nothing."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

from ulotki import office
from ulotki.cli import options
from ulotki.cli.language import translated as _
from ulotki.cli.sentences import path_text, place_text, translate, translate_whole
from ulotki.cli.talk import Talk
from ulotki.errors import Say, Where
from ulotki.workspace import Workspace


@options.out
@options.on
def doctor(
    talk: Talk, workspace: Path | None, out: Path | None, day: datetime.date | None
) -> office.Outcome[office.doctor.Examined]:
    """Look at everything, and say it. Exit 1 when something is wrong."""
    ours = Workspace.at(workspace, out) if workspace else None
    outcome = office.doctor.doctor(ours, day or options.today(), options.today())
    lines = tuple(
        replace(line, what=local(line.what), hint=local(line.hint) if line.hint else None)
        for line in outcome.value.lines
    )
    found = replace(outcome.value, lines=lines)
    signs = {"good": _("good"), "look": _("look here"), "wrong": _("WRONG")}
    width = max(map(len, signs.values()))
    for line in lines:
        talk.result(f"{signs[line.state].ljust(width)}  {translate(line.what)}")
        if line.hint:
            talk.result(f"{' ' * width}  {_('hint:')} {translate_whole(line.hint)}")
    talk.result(found.conclusion)
    return outcome.giving(found)


def local(sentence: Say) -> Say:
    """*sentence* with its paths as they are seen from here."""

    def localize(value: object) -> object:
        match value:
            case Path():
                return path_text(value) if path_text(value) != "." else value.resolve()
            case Where():
                return place_text(value)
            case Say():
                return local(value)
            case _:
                return value

    return Say(sentence.text, tuple((name, localize(value)) for name, value in sentence.values))
