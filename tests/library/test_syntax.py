"""A line that is no TOML is explained by the slip that people make, in words of our own."""

from __future__ import annotations

import gettext
import tomllib

import pytest

from ulotki.library.toml import parse


@pytest.mark.parametrize(
    ("line", "what", "hint"),
    [
        ("day = 2024-11-31", "there is no such day: 2024-11-31", "that month has 30 days"),
        ("day = 2023-02-29", "there is no such day: 2023-02-29", "that month has 28 days"),
        ("day = 2024-08-32", "there is no such day: 2024-08-32", "that month has 31 days"),
        ("day = 2024-13-01", "there is no such day: 2024-13-01", "a month is 1 to 12; write a day as 2024-08-01"),
        ("day = 0000-01-01", "there is no such day: 0000-01-01", "that month has 31 days"),
        ("day = 31.11.2024 # x", "there is no such day: 31.11.2024", "that month has 30 days"),
        ("day = 1.8.2024", "this is not a date: 1.8.2024", "write it as 2024-08-01"),
        ("day = 01/08/2024", "this is not a date: 01/08/2024", "write it as 2024-08-01"),
        ("day = 2024-8-1", "this is not a date: 2024-8-1", "write it as 2024-08-01"),
        ("day = 2024.08.01", "this is not a date: 2024.08.01", "write it as 2024-08-01"),
        ("title = „Sierpień”", "a text stands in printed quotation marks: title = „Sierpień”", "write straight ones"),
        ('x = ["a", „b”]', "a text stands in printed", "write straight ones"),
        ("right = 0,5", "a number has a decimal comma: right = 0,5", "write a dot: 0.5"),
        ("value = 0112", "a number begins with 0: value = 0112", 'put it in quotes, as in value = "112"'),
        ('title = "Sierpień', 'a quotation mark is missing at the end: title = "Sierpień', "close the text"),
        ("title = 'Sierpień", "a quotation mark is missing at the end", "close the text"),
        ("gmina = Serniki", "a text has no quotation marks: gmina = Serniki", "words and numbers stand in quotes"),
        ("x = ", "this value cannot be read: x =", "words and numbers stand in quotes"),
        (
            'x = ["a" "b"]',
            'a list is not closed, or a comma is missing in it: x = ["a" "b"]',
            "write a comma between its entries",
        ),
        ("[place.a", "a heading is not closed: [place.a", "end it as it begins"),
        ("Sierpień", "there is no name with = here: Sierpień", 'write it as name = "…"'),
        ("x 3", "there is no name with = here: x 3", 'write it as name = "…"'),
        ('x = "a" "b"', 'something stands after the value: x = "a" "b"', "one value stands in a line"),
        ('x = "C:\\Users"', "a backslash stands in a text", "write it twice, or leave it out"),
        ('x = "a\0"', "a character cannot be printed", "type the line anew"),
        ("x = 1\nx = 2", "this name is given twice: x = 2", "delete or rename one of the two"),
        ("x = " + "9" * 5000, "this line cannot be read: ", "words and numbers stand in quotes"),
    ],
)
def test_a_slip_is_named(line, what, hint):
    """
    What is wrong, with the words that stand there, and how to write it.
    """
    fault = parse("a.toml", f"{line}\n".encode())

    assert str(fault.what).startswith(what)
    assert str(fault.hint).startswith(hint)


def test_good_lines_are_no_slips():
    """
    A day, printed quotation marks inside straight ones, a comma in a text.
    """
    text = 'day = 2024-08-01\ntitle = "„na wnuczka”, czyli 0,5"\nx = ["„a”", "b"]\n'

    assert tomllib.loads(text) == parse("a.toml", text.encode()).values


@pytest.mark.parametrize(
    "broken", ["a = nic", 'a = "x', "a = [1 2]", "a = 1\na = 2", "a.b = 1\n[a]\n", "[x", '"a', "a = {", "= 1"]
)
def test_no_english_of_the_parser_reaches_people(root, broken):
    """
    In Polish, not a word of what tomllib says is left.
    """
    polish = gettext.translation("messages", root / "src/ulotki/locale", ["pl"]).gettext
    with pytest.raises(tomllib.TOMLDecodeError) as error:
        tomllib.loads(broken)
    fault = parse("a.toml", broken.encode())
    said = fault.what.told(polish) + fault.hint.told(polish)

    assert str(error.value).partition(" (at")[0] not in said
    assert not {"the", "is", "not", "Cannot", "Expected", "Invalid"} & set(said.split())
