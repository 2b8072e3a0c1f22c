"""How the program speaks: harmless for a terminal, one document for a machine, a bar or plain lines for who waits."""

from __future__ import annotations

import json
import sys
from io import StringIO
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ulotki.cli import terminal
from ulotki.cli.document import as_data
from ulotki.cli.language import LONGEST, path_text, place_text, plain, translate
from ulotki.cli.talk import Talk
from ulotki.errors import Finding, Where, say
from ulotki.office import Outcome
from ulotki.page.marks import Mark


@pytest.fixture(autouse=True)
def _english(english):
    """Every test here reads what is said."""


# Signs


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("Zażółć gęślą jaźń – „tak”", "Zażółć gęślą jaźń – „tak”"),
        ("\\u001b[31mred", "\x1b[31mred"),
        ("\\u001b]52;c;AAAA\\u0007", "\x1b]52;c;AAAA\x07"),
        ("\\u009b2J", "\x9b2J"),
        ("one\\u000atwo", "one\ntwo"),
        ("a\\u000db", "a\rb"),
        ("\\u202e211", "\u202e211"),
        ("1\\u200b12", "1\u200b12"),
        ("\\udcff", "\udcff"),
        ("47 812 00 00", "47\N{NO-BREAK SPACE}812\N{NO-BREAK SPACE}00\N{NO-BREAK SPACE}00"),
    ],
)
def test_signs_that_steer_a_terminal_are_spelled_out(expected, text):
    """
    Letters stay, and blanks that hold a number together become blanks; what cannot be seen is shown by its number.
    """
    assert expected == plain(text)


@given(st.text(max_size=3 * LONGEST))
def test_whatever_is_said_is_one_short_line(text):
    """
    Any words at all: nothing but signs that can be seen, and not endless.
    """
    safe = plain(text)

    assert safe.isprintable()
    assert len(safe) <= LONGEST


def test_what_is_cut_ends_in_dots():
    """
    The longest that is shown is shown whole.
    """
    assert "a" * LONGEST == plain("a" * LONGEST)
    assert "a" * (LONGEST - 1) + "…" == plain("a" * (LONGEST + 1))


def test_values_inside_values_are_made_harmless_too():
    """
    A sentence may carry a sentence, and braces in a value mean nothing.
    """
    inner = say('"{word}"', word="{evil}\x1b")

    assert 'it is "{evil}\\u001b"' == translate(say("it is {inner}", inner=inner))


# Places


def test_files_below_are_named_from_here(tmp_path, monkeypatch):
    """
    A path is what one can type where one stands; elsewhere it is whole.
    """
    monkeypatch.chdir(tmp_path)

    assert "a/b.toml" == path_text(tmp_path / "a/b.toml")
    assert "a/b.toml" == path_text(Path("a/b.toml"))
    assert "/elsewhere/b.toml" == path_text(Path("/elsewhere/b.toml"))


@pytest.mark.parametrize(
    ("expected", "at"),
    [
        ("a.toml:3", Where("a.toml", 3)),
        ("a.toml", Where("a.toml")),
        ("fonts/a.ttf", Where("fonts/a.ttf")),
        ("a\\u001b.toml:3", Where("a\x1b.toml", 3)),
    ],
)
def test_a_place_is_a_file_and_a_line(expected, at):
    """
    The form that editors open; no line when none is meant.
    """
    assert expected == place_text(at)


def test_a_long_path_keeps_its_line():
    """
    However deep the folder is, the file and the line can be found.
    """
    assert place_text(Where("/srv/" + "gmina/" * 40 + "numbers.toml", 14)).endswith("numbers.toml:14")


# Complaints


FAULT = Finding(
    "read", say('unknown key "{key}"', key="quot"), say("did you mean {key}?", key="quote"), Where("a.toml", 14)
)


def test_a_complaint_is_a_line_and_a_hint(capsys):
    """
    Where, what, and the way out, for who stands at the terminal.
    """
    Talk().complain([FAULT])

    assert ("", 'a.toml:14: unknown key "quot"\n  hint: did you mean quote?\n') == capsys.readouterr()


def test_a_hint_is_never_cut(capsys):
    """
    What is to be typed stands there whole, signs that steer a terminal spelled out.
    """
    ids = ", ".join(f"miejsce-{number}" for number in range(60))
    finding = Finding("use", say("no"), say("known are: {ids}", ids=ids + "\x1b"))
    Talk().complain([finding])

    assert f"known are: {ids}\\u001b\n" in capsys.readouterr().err
    assert f"known are: {ids}\\u001b" == as_data(finding)["hint"]


def test_a_warning_says_that_it_is_one(capsys):
    """
    And one without a place or a hint is only its sentence.
    """
    Talk().complain([Finding("numbers", say("old"), grave=False)])

    assert "warning: old\n" == capsys.readouterr().err


def test_complaints_can_be_the_result(capsys):
    """
    Then they go where results go.
    """
    Talk().complain([FAULT], err=False)

    assert ('a.toml:14: unknown key "quot"\n  hint: did you mean quote?\n', "") == capsys.readouterr()


def test_a_finding_as_data():
    """
    What it says is said, hints too; a machine gets the line as a number and the field by name.
    """
    data = {"check": "read", "grave": True, "file": "a.toml", "line": 14, "field": "", "pieces": []}

    assert data | {"what": 'unknown key "quot"', "hint": "did you mean quote?"} == as_data(FAULT)
    assert None is as_data(Finding("x", say("y")))["hint"]


class Ended(Exception):
    """The exit code with which a command ended."""


@pytest.fixture
def ended(monkeypatch):
    """What the context of a command ends with."""

    def end(code):
        raise Ended(code)

    monkeypatch.setattr("click.get_current_context", lambda: type("Context", (), {"exit": staticmethod(end)}))


def test_an_outcome_is_told_as_a_whole(capsys, ended):
    """
    Complaints, asides and the exit code; what the command has complained about in its place is not said again.
    """
    outcome = Outcome(None, (FAULT,), (say("beside it"),))
    with pytest.raises(Ended, match="1"):
        Talk().outcome(outcome)
    assert ("", 'a.toml:14: unknown key "quot"\n  hint: did you mean quote?\nbeside it\n') == capsys.readouterr()

    talk = Talk()
    talk.complain(outcome.findings, err=False)
    with pytest.raises(Ended, match="1"):
        talk.outcome(outcome)
    assert ('a.toml:14: unknown key "quot"\n  hint: did you mean quote?\n', "beside it\n") == capsys.readouterr()


def test_a_sentence_can_be_whole(capsys):
    """
    What is long is cut for a terminal, unless it must be read to its end.
    """
    long = say("{name}", name="a" * (LONGEST + 1))
    Talk().result(long)
    Talk().result(long, whole=True)

    cut, whole = capsys.readouterr().out.splitlines()
    assert (LONGEST, LONGEST + 1) == (len(cut), len(whole))


# Results and asides


def test_results_and_asides_part_ways(capsys):
    """
    Results on stdout, asides on stderr.
    """
    talk = Talk()
    talk.result("one")
    talk.aside(say("two"))
    talk.data({"pieces": 1})

    assert ("one\n", "two\n") == capsys.readouterr()


def test_a_result_is_a_text_a_sentence_or_a_path(capsys, tmp_path, monkeypatch):
    """
    A sentence is translated, a path is named from here; a text is harmless already. Each is a line.
    """
    monkeypatch.chdir(tmp_path)
    Talk().result("one", say("two {what}", what="\x1b"), tmp_path / "a.pdf", indent=2)

    assert "  one\n  two \\u001b\n  a.pdf\n" == capsys.readouterr().out


def test_a_command_gives_its_outcome_once_it_is_told(capsys):
    """
    The same outcome comes back, for the voice to finish; in JSON nothing is told before that.
    """
    outcome = Outcome({"count": 1})

    assert outcome is Talk().answer(outcome, say("one"), "two")
    assert outcome is Talk(as_json=True).answer(outcome, say("one"), "two")
    assert "one\ntwo\n" == capsys.readouterr().out


def test_who_does_not_mean_it_ends_the_command(capsys):
    """
    With a word, and as if all were well: nothing was done.
    """
    command = click.Command("x", callback=lambda: terminal.stop(Talk(), say("nothing was written")))

    assert 0 == command.main([], standalone_mode=False)
    assert "nothing was written\n" == capsys.readouterr().err


def test_a_document_is_named_after_its_command(capsys):
    """
    Unless it is of another kind.
    """
    talk = Talk(as_json=True, kind="numbers.set")
    talk.data({})
    assert {"schema": "ulotki.numbers.set/2"} == json.loads(capsys.readouterr().out)
    talk.kind = "error"
    talk.data({})
    assert {"schema": "ulotki.error/2"} == json.loads(capsys.readouterr().out)


def test_quiet_leaves_results_and_complaints(capsys):
    """
    Only asides and progress fall silent.
    """
    talk = Talk(quiet=True)
    talk.result("one")
    talk.aside(say("two"))
    talk.complain([FAULT])
    with talk.begin(say("making"))(["a"]) as done:
        done("a")

    assert ("one\n", 'a.toml:14: unknown key "quot"\n  hint: did you mean quote?\n') == capsys.readouterr()


def test_json_is_one_document_and_nothing_else(capsys):
    """
    Named and versioned, letters as letters; complaints are in it, not beside it.
    """
    talk = Talk(as_json=True, quiet=True, kind="show")
    talk.result("one")
    talk.complain([FAULT])
    talk.data({"mark": Mark.SPECIMEN}, file=Path("ulotka.pdf"), findings=(FAULT,))
    out, err = capsys.readouterr()

    assert {
        "schema": "ulotki.show/2",
        "file": "ulotka.pdf",
        "mark": "WZÓR",
        "findings": [as_data(FAULT)],
    } == json.loads(out)
    assert "WZÓR" in out
    assert "" == err


# Progress


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (["making 1/1 1"], 1),
        ([f"making {n}/3 {n}" for n in (1, 2, 3)], 3),
        ([f"making {n * 10}/100 {n * 10}" for n in range(1, 11)], 100),
        ([f"making {n}/25 {n}" for n in (3, 5, 8, 10, 13, 15, 18, 20, 23, 25)], 25),
    ],
)
def test_progress_is_ten_lines_at_most(capsys, lines, count):
    """
    Where nobody watches, a log gets a line at each tenth, with the name of what is done.
    """
    names = [str(number + 1) for number in range(count)]
    with Talk().begin(say("making"))(names) as done:
        for name in names:
            done(name)

    assert ("", "".join(f"{line}\n" for line in lines)) == capsys.readouterr()


def test_names_in_progress_are_made_harmless(capsys):
    """
    A name from a file steers no terminal.
    """
    with Talk().begin(say("making"))(["\x1b"]) as done:
        done("\x1b")

    assert "making 1/1 \\u001b\n" == capsys.readouterr().err


def test_on_a_terminal_progress_is_a_bar(monkeypatch, capsys):
    """
    It fills up on stderr, so that results can go elsewhere.
    """

    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with Talk().begin(say("making"))(["a", "b"]) as done:
        done("a")
        done("b")

    assert "making" in terminal.getvalue()
    assert "100%" in terminal.getvalue()
    assert "" == capsys.readouterr().out


def test_no_work_is_no_progress(capsys):
    """
    Nothing to do is nothing to say, and no division by it.
    """
    with Talk().begin(say("making"))([]):
        pass

    assert ("", "") == capsys.readouterr()
