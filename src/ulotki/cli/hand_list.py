"""The list of `hand-over --list`: out as a table, and back in."""

from __future__ import annotations

from pathlib import Path

from ulotki.cli import asking, options
from ulotki.cli.lines import told_of
from ulotki.cli.sentences import near, told
from ulotki.cli.talk import Talk
from ulotki.documents.table import csv_table
from ulotki.errors import Finding, Misused, say
from ulotki.folding import folded
from ulotki.office.hand_list import COLUMNS, blank_list, read_plan
from ulotki.office.hand_over import HandOverRequest, write_plan
from ulotki.workspace import Workspace, writing


def listing(talk: Talk, workspace: Workspace, request: HandOverRequest, file: Path) -> None:
    """Write the list when it is not there; else write down what is ticked in it."""
    if request.places or request.everything or request.pieces:
        what = say("a list names its places itself")
        raise Misused([Finding("use", what, say("leave the places and pieces out"))])
    if not file.exists():
        _out(talk, workspace, request, file)
        return
    heads = {folded(text): column for column, head in COLUMNS.items() for text in (told(head), str(head))}
    plan = read_plan(workspace, request, file, heads, options.today())
    outcome = asking.sure(talk, lambda sure: write_plan(workspace, plan, request.at, anyway=sure or request.anyway))
    if outcome is not None:
        told_of(talk, outcome)


def _out(talk: Talk, workspace: Workspace, request: HandOverRequest, file: Path) -> None:
    if file.suffix.lower() != ".csv":
        what = say('"{name}" does not end in .csv', name=file.name)
        raise Misused([Finding("use", what, say("a spreadsheet reads .csv"))])
    writing.writable(file)
    outcome = blank_list(workspace, request, options.today())
    writing.write(file, csv_table(map(told, COLUMNS.values()), outcome.value.rows))
    talk.result(near(file))
    talk.outcome("hand-over.list", outcome, file)
