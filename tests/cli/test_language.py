"""The program speaks Polish in full, and knows when to."""

from __future__ import annotations

import ast
import gettext
import importlib.util
import re
import string
import sys
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

import ulotki
from ulotki.cli.language import choose
from ulotki.errors import SYSTEM, machine, system_words

PERCENT = re.compile(r"%\(\w+\)\w")


@pytest.fixture(scope="module")
def catalogue(root):
    """tools/catalogue.py as a module."""
    spec = importlib.util.spec_from_file_location("catalogue", root / "tools/catalogue.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def said(catalogue):
    """Every sentence of the source: (its English forms, its Polish forms); one form each when nothing is counted."""
    with (catalogue.FOLDER / "messages.po").open("rb") as file:
        polish = read_po(file, locale="pl")
    pairs = [(message.id, polish.get(message.id)) for message in catalogue.collected() if message.id]
    return [(forms(english), forms(known.string if known else "")) for english, known in pairs]


def forms(text):
    return (text,) if isinstance(text, str) else tuple(text)


def placeholders(text):
    """What stands in {braces} or %(brackets)s, sorted. Raises ValueError at a brace without its partner."""
    braces = [(name, conversion, spec) for _, name, spec, conversion in string.Formatter().parse(text) if name]
    return sorted(map(str, braces)) + sorted(PERCENT.findall(text))


def test_every_sentence_has_a_translation(said):
    """
    Whatever the program or click says, it can say in Polish, and what is counted in all three Polish ways.
    """
    lacking = [english for english, polish in said if not all(polish) or len(polish) != (1 if len(english) == 1 else 3)]

    assert not lacking


def _literals(tree):
    """What is passed as a sentence, by syntax: (line, its text) of calls of say, gettext, pick and their kin."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args:
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            said = name in {"say", "_", "gettext", "ngettext"}
            first = node.args[0]
            for part in (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,):
                if isinstance(part, ast.Constant) and (said or name == "pick"):
                    yield node.lineno, part.value
                elif said and isinstance(part, ast.JoinedStr | ast.BinOp):
                    yield node.lineno, ast.unparse(part)


def test_the_collector_misses_no_sentence(root, catalogue):
    """
    Every sentence that the source says is collected, wherever the call stands: a call within an f-string is not seen by
    a collector that reads tokens. Kinds that `pick` puts into a sentence are sentences too.
    """
    known = {form for message in catalogue.collected() if message.id for form in forms(message.id)}
    missed = [
        f"{file.name}:{line}: {text}"
        for file in sorted((root / "src/ulotki").rglob("*.py"))
        for line, text in _literals(ast.parse(file.read_text("utf-8")))
        if text not in known
    ]

    assert not missed


def test_no_value_is_lost_in_translation(said):
    """
    A translation has the placeholders of its sentence: for one the singular's, for more the plural's.
    """
    different = [
        (original, translation)
        for english, polish in said
        for original, translation in zip((english[0], english[-1], english[-1]), polish, strict=False)
        if placeholders(original) != placeholders(translation)
    ]

    assert not different


def test_a_blank_at_the_edge_stays(said):
    """
    Sentences that are joined to others keep the blanks they begin and end with.
    """
    moved = [(english, polish) for english, polish in said if blanks(english[0]) != blanks(polish[0])]

    assert not moved


def blanks(text):
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def test_the_compiled_catalogue_is_the_written_one(catalogue):
    """
    messages.mo says what messages.po says, sentence by sentence; the header bears a day and may differ.
    """
    with (catalogue.FOLDER / "messages.mo").open("rb") as file:
        shipped = read_mo(file)
    fresh = read_mo(BytesIO(catalogue.compiled(catalogue.merged())))

    assert sentences(fresh) == sentences(shipped)
    assert fresh.plural_forms == shipped.plural_forms


def sentences(catalog):
    return [(message.id, message.string) for message in catalog if message.id]


@pytest.fixture
def system(monkeypatch):
    """system(LANG="pl_PL.UTF-8", …): what the system says of its language, and nothing else."""
    monkeypatch.setattr(sys, "platform", "linux")

    def say(**names):
        for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
            monkeypatch.setenv(name, names.get(name, ""))

    return say


POLISH, GERMAN = "pl_PL.UTF-8", "de_DE.UTF-8"


@pytest.mark.parametrize(
    ("lang", "names"),
    [
        ("pl", {"LANGUAGE": "pl:en", "LC_ALL": GERMAN, "LC_MESSAGES": GERMAN, "LANG": GERMAN}),
        ("pl", {"LC_ALL": POLISH, "LC_MESSAGES": GERMAN, "LANG": GERMAN}),
        ("pl", {"LC_MESSAGES": POLISH, "LANG": GERMAN}),
        ("pl", {"LANG": POLISH}),
        ("en", {"LANGUAGE": "en", "LC_ALL": POLISH, "LANG": POLISH}),
        ("en", {"LC_ALL": "C.UTF-8", "LANG": POLISH}),
        ("en", {"LANG": GERMAN}),
        ("en", {}),
    ],
)
def test_the_system_decides(system, lang, names):
    """
    LANGUAGE goes before LC_ALL, LC_MESSAGES and LANG. What is not Polish is English, and so is silence.
    """
    system(**names)

    assert lang == choose(["list", "scams"])


@pytest.mark.parametrize(
    ("lang", "arguments", "names"),
    [
        ("pl", ["list", "--lang", "pl", "scams"], {"LANGUAGE": "en", "LC_ALL": GERMAN}),
        ("pl", ["list", "--lang=pl"], {"LANGUAGE": "en", "LC_ALL": GERMAN}),
        ("en", ["list", "--lang", "en"], {"LANGUAGE": "pl", "LANG": POLISH}),
        ("en", ["list", "--lang=en"], {"LANGUAGE": "pl", "LANG": POLISH}),
        ("pl", ["list", "--lang"], {"LANG": POLISH}),
        ("en", ["list", "--lang"], {}),
    ],
)
def test_lang_goes_before_the_system(system, lang, arguments, names):
    """
    --lang decides, in both ways of writing it; one without a word leaves the choice to the system.
    """
    system(**names)

    assert lang == choose(arguments)


@pytest.mark.parametrize(("lang", "sentence"), [("pl", "musi być na każdym druku"), ("en", "every piece carries it")])
def test_sentences_follow_the_choice(system, lang, sentence):
    """
    After the choice gettext speaks that language, for us and for click.
    """
    system()

    choose([f"--lang={lang}"])

    assert sentence == gettext.gettext("every piece carries it")


def test_no_placeholder_of_an_option_stays_english(root, catalogue):
    """
    What an option or an argument is called in a line of help goes through the catalogue, and so does "[OPTIONS]".
    """
    sources = "\n".join(file.read_text("utf-8") for file in sorted((root / "src/ulotki/cli").glob("*.py")))
    said = {message.id for message in catalogue.collected()}

    assert [] == re.findall(r"metavar=(?!_\(|OPTIONS|COMMAND|metavar\b)[^,\n)]*", sources)
    assert {"[OPTIONS]", "COMMAND [ARGS]…", "DAY", "CODE", "WHO"} <= said


@pytest.mark.parametrize("number", sorted(SYSTEM))
def test_what_the_system_says_is_said_in_polish(number):
    """
    A full disk and missing rights, which systems name in English; what Windows says in its own words stays.
    """
    polish = gettext.translation("messages", Path(ulotki.__file__).parent / "locale", ["pl"])
    (finding,) = machine(OSError(number, "in English")).findings
    told = finding.what.told(polish.gettext)
    (windows := OSError(number, "po polsku")).winerror = 32

    assert told.startswith("komputer na to nie pozwala: ") and "English" not in told
    assert "po polsku" == system_words(windows)
