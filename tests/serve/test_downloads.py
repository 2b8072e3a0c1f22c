"""Files that a browser gets."""

from __future__ import annotations

from pathlib import Path

import pytest

from ulotki.serve.downloads import file_bytes, send, with_file


@pytest.mark.parametrize(
    ("shown", "name", "save"),
    [
        ("inline", "proba.pdf", None),
        ("attachment", "proba.pdf", True),
        ("attachment", "objazd.csv", None),
        ("inline", "letter.txt", False),
    ],
)
def test_a_pdf_is_shown_and_the_rest_is_saved(shown, name, save):
    """
    Unless the page says otherwise; under its name, and as what it is.
    """
    answer = send(b"data", name, save=save)

    assert f"{shown}; filename={name}" == answer.headers["Content-Disposition"]
    assert {"pdf": "application/pdf", "csv": "text/csv", "txt": "text/plain"}[name[-3:]] == answer.mimetype


def test_nothing_stays_on_the_disk():
    """
    Neither of what a use case writes into a file nor of what it reads from one.
    """
    files: list[Path] = []

    def write(file):
        files.append(file)
        file.write_bytes(b"written")

    def read(file):
        files.append(file)
        return file.read_bytes()

    assert b"written" == file_bytes("a.csv", write)
    assert b"sent" == with_file(b"sent", "a.zip", read)
    assert ["a.csv", "a.zip"] == [file.name for file in files]
    assert not any(file.parent.exists() for file in files)
