"""The sizes of the program: no figure is over its limit, and one that is would be seen."""

import ast
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))

from tools.figures import Module, figures, modules


def module(name, text):
    return Module(name, text.count("\n"), ast.parse(text))


@pytest.fixture(scope="module")
def program():
    return modules()


def over(found):
    """What is over its limit, and where."""
    return [str(figure) for figure in figures(found) if figure.over]


def test_no_figure_is_over_its_limit(program):
    """
    Who passes one looks for what can go first; docs/decisions/0045 says what they are for.
    """
    assert [] == over(program)


LONG = "def f(a):\n" + "    a += 1\n" * 46
WIDE = f"def f({', '.join('abcdefghi')}):\n    pass\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = 1\n" * 400, "lines of the longest module: 400"),
        ("a = 1\n" * 60_000, "lines of the program"),
        (LONG, "lines of the longest function: 47"),
        (WIDE, "most parameters of a function: 9"),
    ],
)
def test_what_is_over_is_seen(program, text, said):
    """
    A module or a function that is too large is named, with its size.
    """
    assert any(said in line for line in over((*program, module("office.more", text))))


def test_commands_stay_small(program):
    """
    A command of 121 lines is named, though other modules may have more.
    """
    assert any("cli.more" in line for line in over((*program, module("cli.more", "a = 1\n" * 121))))


def test_a_circle_is_seen(program):
    """
    Two modules that import one another.
    """
    pair = (
        module("office.one", "from ulotki.office import two\n"),
        module("office.two", "from ulotki.office import one\n"),
    )

    assert any("office.one" in line for line in over((*program, *pair)))
