"""What people read when something goes wrong: a place, the value, a way out."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import ulotki
from ulotki.errors import Broken, Finding, Misused, Refused, Trouble, Where, alike, figure, nearest, say
from ulotki.installed import catalogue


def test_a_sentence_fills_its_values_after_translation():
    """
    The pattern is translated, the values are put into the translation.
    """
    polish = {"there is no {kind}": "nie ma: {kind}"}

    assert "nie ma: numer" == say("there is no {kind}", kind="numer").told(lambda text: polish.get(text, text))


def test_a_sentence_inside_a_sentence_is_translated_too():
    """
    A value that is a sentence goes through the same translation.
    """
    polish = {"there is no {kind}": "nie ma: {kind}", "number": "numer"}

    assert "nie ma: numer" == say("there is no {kind}", kind=say("number")).told(polish.__getitem__)


def test_values_go_through_plain():
    """
    What came from a file is made harmless on its way to the terminal; the pattern is ours and is not touched.
    """
    sentence = say("unknown key {key}", key="\x1b[2J")

    assert "unknown key '\\x1b[2J'" == sentence.told(str, plain=repr)


def test_a_figure_has_the_decimal_sign_of_the_language():
    """
    Also in a sentence inside a sentence; a version, a file and a day keep their dots.
    """
    polish = catalogue("pl").gettext
    size = say("{size} MB", size=figure(0.5, ".1f"))
    told = say("{file}: {what}", file="out/2.5.pdf", what=size)

    assert ("0.5 MB", "0,5 MB") == (str(size), size.told(polish).replace("\xa0", " "))
    assert "out/2.5.pdf: 0,5 MB" == told.told(polish).replace("\xa0", " ")
    assert "2" == figure(2.0) and "7.5" == figure(7.5) and "1.50" == figure(1.5, ".2f")


SOURCE = Path(ulotki.__file__).parent


def formatted(file: Path) -> list[str]:
    """The numbers with a decimal sign that a module formats itself among the values of its sentences.

    Also in a dictionary that has a name, and is given as `**name`: whatever is put into it anywhere in the module counts.
    """
    nodes = list(ast.walk(ast.parse(file.read_text("utf-8"))))
    said = [node for node in nodes if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("say")]
    values = [keyword.value for node in said for keyword in node.keywords]
    named = {
        one.id
        for node in said
        for one in (key.value for key in node.keywords if not key.arg)
        if isinstance(one, ast.Name)
    }
    for node in nodes:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        if any(isinstance(one, ast.AST) and re.split(r"\W", ast.unparse(one))[0] in named for one in targets):
            values += [part for part in (getattr(node, "value", None),) if part]
        elif isinstance(node, ast.Call) and ast.unparse(node.func).partition(".")[0] in named:
            values += [*node.args, *(keyword.value for keyword in node.keywords)]
    given = [part for value in values for part in ast.walk(value)]
    specs = [part for part in given if isinstance(part, ast.FormattedValue) and part.format_spec]
    decimal = [part for part in specs if re.search(r"\.\d*[efg]\b", ast.unparse(part.format_spec))]
    rounded = [part for part in given if isinstance(part, ast.Call) and ast.unparse(part.func) == "round"]
    return [ast.unparse(one) for one in (*decimal, *rounded)]


def test_every_figure_of_a_sentence_is_told_as_one():
    """
    A number with a decimal sign that is formatted beside a sentence keeps the English sign: `figure` gives it its own.
    """
    assert {} == {file.name: found for file in SOURCE.rglob("*.py") if (found := formatted(file))}


@pytest.mark.parametrize(
    "lines",
    [
        'say("{size}", size=f"{size:.1f}")',
        'say("{size}", **{"size": f"{size:.1f}"})',
        'said = {"size": f"{size:.1f}"}\nsay("{size}", **said)',
        'said: dict[str, object] = {}\nsaid["size"] = round(size, 1)\nsay("{size}", **said)',
        'said = dict(size=round(size, 1))\nerrors.say("{size}", **said)',
        'said = {}\nsaid.update(size=f"{size:.2e}")\nsay("{size}", **said)',
    ],
)
def test_a_figure_is_seen_wherever_it_is_formatted(lines, tmp_path):
    """
    Beside the sentence, in a dictionary beside it, and in one that was filled before.
    """
    (file := tmp_path / "module.py").write_text(lines)

    assert 1 == len(formatted(file))


def test_braces_in_a_value_stay():
    """
    A value is never read as a pattern.
    """
    assert "write {{number:id}} or {0}" == str(say("write {example} or {zero}", example="{{number:id}}", zero="{0}"))


def test_a_value_may_be_called_text():
    """
    The pattern has no name of its own that a value could clash with.
    """
    assert '"112" is dialable' == str(say('"{text}" is dialable', text="112"))


@pytest.mark.parametrize(
    ("shown", "where"), [("a.toml:14", Where("a.toml", 14, "quote")), ("a.toml", Where("a.toml")), ("", Where())]
)
def test_a_place_reads_as_file_and_line(shown, where):
    """
    Line 0 means the file as a whole and is not shown.
    """
    assert shown == str(where)


@pytest.mark.parametrize(("code", "kind"), [(1, Trouble), (1, Refused), (2, Misused), (3, Broken)])
def test_trouble_knows_its_exit_code(code, kind):
    """
    1 refused, 2 wrong use, 3 the machine.
    """
    assert code == kind([]).code


def test_trouble_names_every_finding():
    """
    Nothing is lost when trouble is shown as plain text.
    """
    trouble = Refused(
        Finding("read", say("no {key}", key=key), at=Where("a.toml", line)) for line, key in ((1, "x"), (2, "y"))
    )

    assert "a.toml:1: no x; a.toml:2: no y" == str(trouble)
    assert 2 == len(trouble.findings)


def test_a_finding_is_grave_unless_said_otherwise():
    """
    Forgetting the word must not let paper through.
    """
    assert Finding("read", say("x")).grave


@pytest.mark.parametrize(
    ("hint", "word"),
    [('did you mean "quote"?', "quot"), ('did you mean "story"?', "stroy"), ("None", "zupa"), ("None", "")],
)
def test_the_nearest_name_is_offered(hint, word):
    """
    A typing error gets a name; a word like none of them gets silence, not a guess.
    """
    assert hint == str(nearest(word, ["quote", "story", "rule"]))


@pytest.mark.parametrize(
    ("word", "known"), [("calendar", "call_end"), ("kalendarz", "lokalizacja"), ("wodociagi", "wnuczka")]
)
def test_what_is_not_near_is_not_offered(word, known):
    """
    Another word with some of the same letters is no slip of the hand.
    """
    assert nearest(word, [known]) is None


@pytest.mark.parametrize(
    ("word", "known"),
    [("mai", "maj"), ("dzelnicowy", "dzielnicowy"), ("na-policjnta", "na-policjanta"), ("nowawies", "nowa-wies")],
)
def test_a_slip_is_offered(word, known):
    """
    A letter too few, too many, or another one.
    """
    assert f'did you mean "{known}"?' == str(nearest(word, ["zupełnie-inne", known]))


SCAMS = ["bank", "blik-pomylka", "blik", "na-policjanta", "na-wnuczka", "odzyskiwanie", "urzad"]
TITLES = {"urzad": "Fałszywy telefon z urzędu: ZUS, KRUS", "odzyskiwanie": "„Odzyskamy straty”: drugie oszustwo"}


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("wnuczek", ["na-wnuczka"]),
        ("wnuczka", ["na-wnuczka"]),
        ("NA WNUCZKA", ["na-wnuczka"]),
        ("na_wnuczka", ["na-wnuczka"]),
        ("oszustwo-na-wnuczka", ["na-wnuczka"]),
        ("policjant", ["na-policjanta"]),
        ("BLIK", ["blik"]),
        ("pomyłka", ["blik-pomylka"]),
        ("urząd", ["urzad"]),
        ("straty", ["odzyskiwanie"]),
        ("ZUS", ["urzad"]),
        ("telefony z urzędu", ["urzad"]),
        ("na", ["na-policjanta", "na-wnuczka"]),
        ("hydraulik", []),
        ("ł", []),
        ("–", []),
    ],
)
def test_a_part_of_a_name_or_of_a_title_is_enough(word, expected):
    """
    Who remembers a part of a name, or a word of what it is about, is told the name.
    """
    assert expected == alike(word, SCAMS, TITLES)


def test_several_are_offered_together():
    """
    Where a word fits several, each of them is offered, but five at most.
    """
    assert "did you mean one of these: na-policjanta, na-wnuczka?" == str(nearest("na", SCAMS))
    assert 5 == len(alike("ulotka", [f"ulotka-{number}" for number in range(9)], {}))
