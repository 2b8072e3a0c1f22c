"""What the commands can do, the page can do: the two tables name the same, and ask the same use cases."""

from __future__ import annotations

import ast
import html
import re
from pathlib import Path

import click
import pytest

import ulotki
from ulotki.cli.commands import ULOTKI
from ulotki.cli.lazy import LazyCommand
from ulotki.errors import say
from ulotki.installed import catalogue
from ulotki.serve import ways_out
from ulotki.serve.screens import SCREENS, TERMINAL
from ulotki.serve.ways_out import COMMAND, stands_for

SOURCE = Path(ulotki.__file__).parent


def commands(group=ULOTKI, head=""):
    """(name, place of its function) of every command: "numbers set", "numbers.change:set_value"."""
    for name, one in group.commands.items():
        if isinstance(one, click.Group):
            yield from commands(one, f"{head}{name} ")
        elif isinstance(one, LazyCommand):
            yield f"{head}{name}", one.place


COMMANDS = dict(commands())
SHOWN = {name: screen.id for screen in SCREENS for name in screen.commands}


def used(file):
    """The modules of the office that a file imports, or names as `office.approve`."""
    tree = ast.parse(file.read_text("utf-8"))
    found = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    names = {f"{node.module}.{alias.name}" for node in found for alias in node.names} | {node.module for node in found}
    if "ulotki.office" in names:
        names |= {f"ulotki.{ast.unparse(node)}" for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return {name for name in names if (SOURCE.parent / f"{name.replace('.', '/')}.py").is_file() and ".office." in name}


def used_by(file, name):
    """The modules of the office that the function *name* of a file uses by itself."""
    tree = ast.parse(file.read_text("utf-8"))
    whence = {
        alias.asname or alias.name: (node.module, f"{node.module}.{alias.name}")
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    (function,) = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == name]
    inner = [node for part in function.body for node in ast.walk(part)]
    words = {ast.unparse(node) for node in inner if isinstance(node, ast.Name)}
    found = {module for word in words for module in whence.get(word, ())}
    return used(file) & (found | {f"ulotki.{ast.unparse(node)}" for node in inner if isinstance(node, ast.Attribute)})


def reached(names):
    """*names* of the office, and what they build on there."""
    found, left = set(), set(names)
    while left:
        name = left.pop()
        found.add(name)
        left |= used(SOURCE.parent / f"{name.replace('.', '/')}.py") - found
    return found


COMMANDED = reached(frozenset[str]().union(*(used(file) for file in (SOURCE / "cli").rglob("*.py"))))

PAGE = reached(frozenset[str]().union(*(used(file) for file in (SOURCE / "serve").glob("*.py"))))


def test_every_command_has_a_place():
    """
    A command is on a screen or for the terminal alone; and nothing is named that is no command.
    """
    assert set(COMMANDS) == set(SHOWN) | TERMINAL
    assert not set(SHOWN) & TERMINAL


@pytest.mark.parametrize("name", sorted(SHOWN))
def test_the_page_asks_what_the_command_asks(name):
    """
    The use cases that a command names, the page imports too.
    """
    module, _sign, function = COMMANDS[name].partition(":")

    assert not used_by(SOURCE / f"cli/{module}.py", function) - PAGE


def test_the_use_cases_of_a_command_are_seen():
    """
    Those that it imports, and those that it names as a part of the office.
    """
    assert used_by(SOURCE / "cli/editions.py", "approve") == {"ulotki.office.approve"}
    assert used_by(SOURCE / "cli/verify.py", "verify") == {"ulotki.office.verify", "ulotki.office.verdicts"}
    assert "ulotki.office.numbers.confirming" in used_by(SOURCE / "cli/numbers.py", "confirm")


def test_what_the_page_writes_a_command_writes():
    """
    A use case that changes files has a command: the page is not the only way to it.
    """
    changes = {
        name
        for name in PAGE
        if "workspace.alone(" in (SOURCE.parent / f"{name.replace('.', '/')}.py").read_text("utf-8")
    }

    assert len(changes) > 10
    assert not changes - COMMANDED


def test_every_screen_answers(client):
    """
    Each screen of the table is there, on an empty workspace, too.
    """
    for screen in SCREENS:
        answer = client.get(screen.path)
        assert 200 == answer.status_code, (screen.id, answer.text)
        assert 1 == answer.text.count("<h1"), screen.id


def test_every_screen_speaks_polish(client):
    """
    With the cookie of the language, all words of the frame are Polish.
    """
    client.get("/jezyk/pl")
    for screen in SCREENS:
        assert '<html lang="pl">' in client.get(screen.path).text
        assert "Wszystko zostaje na tym komputerze" in client.get(screen.path).text


def test_every_link_of_every_screen_leads_somewhere(client, workspace):
    """
    Where nothing can be made now the page says why, and never that there is nothing.
    """
    linked = {link for one in SCREENS for link in re.findall(r'href="(/[^"#]+)"', client.get(one.path).text)}
    files = sorted(html.unescape(link) for link in linked if "." in link.rpartition("/")[2])

    assert [] == [link for link in files if b"There is nothing here" in client.get(link).data]
    assert any(link.endswith("notatka.txt") for link in files)


HINTS = [
    (text, COMMAND.search(text))
    for pair in catalogue("pl")._catalog.items()
    for text in pair
    if isinstance(text, str) and re.search(r"\bulotki (?:numbers|build|recall|copy|settings|ledger|new)\b", text)
]


@pytest.mark.parametrize(("text", "typed"), HINTS, ids=lambda one: None)
def test_every_command_in_a_sentence_has_a_screen(text, typed):
    """
    So a way out that names a command can be a link on the page.
    """
    assert stands_for(typed[1]) is not None


@pytest.mark.parametrize(
    ("expected", "hint"),
    [
        ('Give it: <a href="/numery">Numbers</a>', 'give it: ulotki numbers set x "…" --source … --by …'),
        ('Make it anew: <a href="/akcja">Campaign</a>', "make it anew: ulotki build x; then ulotki recall says what"),
        ('Go to: <a href="/dziennik">Ledger</a>', "ulotki clean removes it"),
        ("Install ulotki again", "install ulotki again"),
        ('What is wrong says: <a href="/ustawienia">Settings</a>', "what is wrong says: ulotki check"),
        ('All are shown by: <a href="/miejsca">Places</a>', "all are shown by: ulotki list places"),
        ('Make one: <a href="/akcja">Campaign</a>', "make one: ulotki new campaign ID"),
        ('A &lt;b&gt;: <a href="/numery">Numbers</a>', "a <b>: ulotki numbers list"),
    ],
)
def test_a_command_as_a_way_out_is_a_link(expected, hint):
    """
    To the screen that stands for it, after the words before it; any other way out stays a sentence.
    """
    assert expected == str(ways_out.way_out(say("{hint}", hint=hint), "en", str))


def test_the_page_of_what_is_amiss_leads_on_by_links(client):
    """
    Whoever sits at the page has no command line.
    """
    told = client.get("/ustawienia/stan").text

    assert '<a href="/numery">' in told
    assert '<a href="/akcja">' in told
    assert not re.search(r"ulotki (?:numbers|build|copy|settings)", told)
