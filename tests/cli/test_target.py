"""The file that a command writes."""

from __future__ import annotations

import json

import click
import pytest
from click.testing import CliRunner

from ulotki.cli import target
from ulotki.cli.talk import Talk
from ulotki.errors import Broken, Misused
from ulotki.office import Outcome


def given(*arguments):
    """What a command gets as its file. Raises Trouble for one that cannot be written."""
    seen = []
    command = click.Command("x", callback=lambda **typed: seen.append(typed["output"]))
    target.output("help", (".pdf", ".txt"))(command)
    CliRunner().invoke(command, list(arguments), standalone_mode=False, catch_exceptions=False)
    return seen[0]


def test_a_file_is_refused_before_anything_is_made(english, tmp_path):
    """
    Its folder has to be there, and its name has to end as a kind of file that the command writes.
    """
    assert None is given()
    assert tmp_path / "a.TXT" == given("-o", str(tmp_path / "a.TXT"))
    with pytest.raises(Misused, match="no kind of file"):
        given("-o", str(tmp_path / "a.doc"))
    with pytest.raises(Broken, match="not there"):
        given("-o", str(tmp_path / "nie-ma/a.pdf"))


def test_a_file_that_is_written_is_named(capsys, tmp_path, monkeypatch):
    """
    As it is seen from here; in JSON it is the `file` of the document.
    """
    monkeypatch.chdir(tmp_path)
    made = Outcome({})
    assert made is target.write(Talk(), made, tmp_path / "a.txt", b"a")
    talk = Talk(as_json=True, kind="desk")
    target.write(talk, made, tmp_path / "b.txt", b"b")

    assert (b"a", b"b") == ((tmp_path / "a.txt").read_bytes(), (tmp_path / "b.txt").read_bytes())
    assert "a.txt\n" == capsys.readouterr().out
    talk.data({}, file=talk.file)
    assert {"schema": "ulotki.desk/2", "file": str(tmp_path / "b.txt")} == json.loads(capsys.readouterr().out)
