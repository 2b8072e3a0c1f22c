"""What the documents tell people to type, to open and to click: all of it is there."""

import ast
import re
import shlex
from pathlib import Path

import click
import pytest

from ulotki.cli.commands import ULOTKI

ROOT = Path(__file__).parents[1]

DOCUMENTS = ("README.md", "CZYTAJ.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/commands.md")

STARTS = ("py -P -m ulotki ", "../../.venv/bin/ulotki ", "ulotki ")
"""How a command begins where it can be typed."""

NAME = re.compile(r"[\w./\\-]*[/\\][\w./\\-]*|[\w-]+\.(?:toml|py|md)")
"""A path, or a file that people write."""

MADE = ("out", "site", "pieces", "print", "web", "press", "packs", "draft")
"""Folders that a command makes."""


def code(text: str) -> list[str]:
    """What stands in a block or between backticks; of a line of a block, the part before two spaces."""
    blocks = [re.split(r"  +", line.strip())[0] for line in re.findall(r"^    (.+)$", text, re.MULTILINE)]
    return [*blocks, *re.findall(r"`([^`\n]+)`", text)]


def commands(text: str) -> list[str]:
    """What somebody types after the name of the program."""
    return [
        word.removeprefix(start)
        for word in code(text)
        for start in STARTS
        if word.startswith(start) and "[" not in word
    ]


def parsed(typed: str) -> None:
    """Have click read it as it would read what was typed; nothing is run. Raises click.UsageError."""
    args = shlex.split(typed)
    group: click.Command = ULOTKI
    context = click.Context(ULOTKI, info_name="ulotki")
    while isinstance(group, click.Group):
        name, found, args = group.resolve_command(context, args)
        assert found is not None
        if isinstance(found, click.Group):
            context = click.Context(found, parent=context, info_name=name)
        group = found
    if any(word.startswith("-") for word in args) or len(args) > 1:  # else it is the name of a command, not all of it
        group.make_context(group.name, args, parent=context)


def paths(text: str) -> set[str]:
    """Files and folders of the project that a text names, in the manner of Linux; xx stands for any language."""
    found = {word.replace("\\", "/").strip("/") for word in code(text) if NAME.fullmatch(word)}
    named = {word for word in found if not word.startswith("ulotki.")}  # a schema, such as ulotki.recall/2
    named -= {f"campaigns/{id}.toml" for id in re.findall(r"new campaign (\S+)", text)}
    return {word for word in named if not set(word.replace(".", "/").split("/")) & {*MADE, "xx", "venv", "THINGS"}}


def links(text: str) -> list[str]:
    """What a click leads to, on this disk."""
    return [one for one in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in one]


def exists(word: str, beside: Path) -> bool:
    """Whether a name is one of a file or folder, from any place that a document speaks from."""
    leaflets = ROOT / "leaflets"
    homes = (ROOT, beside, leaflets / "serniki", leaflets / "library", leaflets / "library/starters")
    named = (word, f"{word}.py")
    rooms = (one for name in named for one in (ROOT / "src/ulotki").glob(f"**/{name}"))
    return any((home / name).exists() for home in homes for name in named) or any(rooms)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_command_can_be_typed(name, tmp_path, monkeypatch):
    """
    A command that a document names exists, with these options and values; files that it reads are taken to be there.
    """
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kopia.sqlite").touch()
    wrong = {}
    for typed in commands((ROOT / name).read_text(encoding="utf-8")):
        try:
            parsed(typed)
        except click.UsageError as error:
            wrong[typed] = error.format_message()

    assert {} == wrong


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_file_is_there(name):
    """
    A file or folder of the project that a document names, or leads to, exists.
    """
    file = ROOT / name
    text = file.read_text(encoding="utf-8")
    lost = [word for word in sorted(paths(text)) if not exists(word, file.parent)]
    dead = [
        one for one in links(text) if not one.startswith("#") and not (file.parent / one.partition("#")[0]).exists()
    ]

    assert ([], []) == (lost, dead)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_place_in_a_document_is_there(name):
    """
    A link within a document leads to one of its headings.
    """
    text = (ROOT / name).read_text(encoding="utf-8")
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    anchors = {"#" + re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in headings}

    assert set() == {one for one in links(text) if one.startswith("#")} - anchors


def test_what_is_counted():
    """
    The numbers of scams and templates in the README are those that lie in the folders.
    """
    scams = {lang: len(list((ROOT / "leaflets/library/scams" / lang).glob("*.toml"))) for lang in ("pl", "en", "uk")}
    templates = len(list((ROOT / "src/ulotki/templates").glob("[!_]*.py")))
    said = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())

    assert scams["en"] == scams["uk"]
    assert f"{scams['pl']} scams in Polish, {scams['en']} of them also in Ukrainian and English" in said
    assert f"{templates} templates" in said


@pytest.mark.parametrize("typed", ["zbuduj all", "build --fro web", "show x --palette pink --dpi a", "numbers set x 1"])
def test_a_command_that_is_not_there(typed):
    """
    The look at commands sees a wrong name, a wrong option, a wrong value and a lacking one.
    """
    with pytest.raises(click.UsageError):
        parsed(typed)


def ways(text: str) -> list[tuple[str, str]]:
    """(module, name of a function or class) of each step in "Four ways through the rooms"; "" where only a module is named."""
    part = text.partition("## Four ways")[2].partition("\n## ")[0]
    found, module = [], ""
    for word in re.findall(r"`([^`\n]+)`", part):
        if word.endswith(".py"):
            module = word
            found.append((module, ""))
        elif re.fullmatch(r"[A-Za-z_]+", word):
            found.append((module, word))
    return found


def test_the_four_ways_name_what_is_there():
    """
    Every module on a way through the rooms exists, and has the function that is named behind it.
    """
    found = ways((ROOT / "docs/architecture.md").read_text("utf-8"))
    defined = {
        module: {
            node.name
            for node in ast.parse((ROOT / "src/ulotki" / module).read_text("utf-8")).body
            if isinstance(node, ast.FunctionDef | ast.ClassDef)
        }
        for module in {module for module, _ in found}
    }

    assert [] == [f"{module} {name}" for module, name in found if name and name not in defined[module]]
    assert len(found) > 60


def test_a_way_with_a_wrong_name_is_found():
    """
    What a way names is read step by step: a module, then its functions.
    """
    text = "## Four ways\n1. `a/b.py`: `one` and `two`; `c.py` and `ulotki pack`\n\n## Values\n`three`"

    assert [("a/b.py", ""), ("a/b.py", "one"), ("a/b.py", "two"), ("c.py", "")] == ways(text)
