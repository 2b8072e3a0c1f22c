"""What several commands ask for in the same way."""

from __future__ import annotations

import datetime

import click
import pytest
from click.testing import CliRunner

from ulotki import workspace as workspaces
from ulotki.cli import options
from ulotki.errors import Misused, pick


@pytest.mark.parametrize("written", ["2024-08-01", "2024-02-29"])
def test_a_day_is_written_as_in_the_files(written):
    """
    Year, month, day, with hyphens.
    """
    assert datetime.date.fromisoformat(written) == options.Day().convert(written, None, None)


@pytest.mark.parametrize("written", ["", "1.8.2024", "2024-8-1", "2024-13-01", "2023-02-29", "2024-08-01 ", "jutro"])
def test_what_is_no_day_is_wrong_use(english, written):
    """
    The complaint repeats what was written and shows how a day is written.
    """
    with pytest.raises(click.UsageError) as wrong:
        options.Day().convert(written, None, None)

    assert f'"{written}" is not a day; write it as 2024-08-01' == wrong.value.message


def test_today_is_the_clock():
    """
    Nothing but a command asks the clock.
    """
    before = datetime.date.today()

    assert before <= options.today() <= datetime.date.today()


def test_what_is_known_is_picked():
    """
    The value behind the word.
    """
    assert 2 == pick("palette", {"mono": 1, "eco": 2}, "eco")


@pytest.mark.parametrize(
    ("hint", "word"), [('did you mean "mono"?', "mon"), ("known are: mono, eco", "pink"), ("known are: mono, eco", "")]
)
def test_what_is_not_known_gets_the_nearest(hint, word):
    """
    Or all there is, when nothing is near.
    """
    with pytest.raises(Misused) as wrong:
        pick("palette", {"mono": 1, "eco": 2}, word)

    (finding,) = wrong.value.findings
    assert f'there is no palette "{word}"' == str(finding.what)
    assert hint == str(finding.hint)


@pytest.mark.parametrize(
    ("expected", "given"),
    [
        (("a",), ["a"]),
        (("a", "b"), ["a", "b"]),
        (("a", "b"), ["a,b"]),
        (("a", "b", "c"), ["a, b", "c"]),
        (("a",), [" a ,"]),
        (("a", "b"), ["a,b", "a"]),
    ],
)
def test_words_come_with_commas_or_one_by_one(expected, given):
    """
    In the order in which they were given, each once; of an argument, too.
    """
    assert expected == topics([part for word in given for part in ("--topic", word)])
    assert expected == gotten(options.many("topic", "SCAM"), given)


@pytest.mark.parametrize("unsaid", [(), None])
def test_an_option_that_is_not_there_says_nothing(unsaid):
    """
    No words, or nothing at all, where that is another answer.
    """
    assert unsaid == topics([], unsaid=unsaid)


def test_an_option_that_names_nothing_is_wrong_use(english):
    """
    It is not taken for one that is not there.
    """
    with pytest.raises(Misused, match="--topic names nothing"):
        topics(["--topic", " ,"])


def topics(arguments, **settings):
    """What a command gets of --topic."""
    return gotten(options.words("--topic", metavar="SCAM", help="help", **settings), arguments)


def gotten(option, arguments):
    """What a command gets of an option or argument called topic."""
    seen = []
    command = click.Command("x", callback=lambda **typed: seen.append(typed["topic"]))
    option(command)
    CliRunner().invoke(command, arguments, standalone_mode=False, catch_exceptions=False)
    return seen[0]


def test_a_workspace_adds_to_the_national_library(workspace):
    """
    Its campaigns and places; the scams and numbers are those of everybody.
    """
    alone, here = (workspaces.read(one).believed(datetime.date.max) for one in (None, workspace))

    assert ({}, {}, None) == (alone.campaigns, alone.places, alone.publisher)
    assert {"maj"} == set(here.campaigns)
    assert set(alone.scams) == set(here.scams)
    assert {"number:dzielnicowy", "name:dzielnicowy"} == {v.ref for v in here.register} - {
        v.ref for v in alone.register
    }


def test_all_faults_are_told_at_once(workspace):
    """
    One of each file, in the order of files and lines.
    """
    (workspace / "places.toml").write_text("[place.bank]\n")
    (workspace / "campaigns/maj.toml").write_text('titel = "Maj"\n')
    (workspace / "numbers.toml").write_text('[number.x]\nvalue = 47\nlabel = ""\n')

    files = [finding.at.file.rpartition("/")[2] for finding in workspaces.read(workspace).findings]
    assert files == sorted(files)
    assert {"maj.toml", "numbers.toml", "places.toml"} == set(files)
