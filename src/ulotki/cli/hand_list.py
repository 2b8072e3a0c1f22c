"""The list of `hand-over --list`: out as a table, and back in."""

from __future__ import annotations

from pathlib import Path

from ulotki.cli import options, target
from ulotki.cli.lines import write_down
from ulotki.cli.sentences import translate
from ulotki.cli.talk import Talk
from ulotki.documents.table import csv_table
from ulotki.errors import misused, say
from ulotki.folding import folded
from ulotki.office.hand_list import COLUMNS, blank_list, read_plan
from ulotki.office.hand_over import HandOverRequest
from ulotki.workspace import Workspace, writing


def listing(talk: Talk, workspace: Workspace, request: HandOverRequest, file: Path) -> None:
    """Write the list when it is not there; else write down what is ticked in it."""
    if request.places or request.everything or request.pieces:
        raise misused(say("a list names its places itself"), say("leave the places and pieces out"))
    if file.exists():
        heads = {folded(text): column for column, head in COLUMNS.items() for text in (translate(head), str(head))}
        write_down(talk, workspace, read_plan(workspace, request, file, heads, options.today()), request)
        return
    if file.suffix.lower() != ".csv":
        raise misused(say('"{name}" does not end in .csv', name=file.name), say("a spreadsheet reads .csv"))
    writing.writable(file)
    outcome = blank_list(workspace, request, options.today())
    target.write(talk, file, csv_table(map(translate, COLUMNS.values()), outcome.value.rows))
    talk.outcome(outcome, "hand-over.list")
