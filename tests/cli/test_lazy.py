"""The table of commands: all of them are in it, and only the one that is called is imported."""

import ast
import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete

from ulotki import cli
from ulotki.cli.commands import ULOTKI
from ulotki.cli.lazy import COMMON, LazyCommand, LazyGroup


def every(group=ULOTKI):
    """Every command, those of groups too."""
    for one in group.commands.values():
        if isinstance(one, LazyGroup):
            yield from every(one)
        else:
            yield one


COMMANDS = {command.place: command for command in every()}
MODULES = dict.fromkeys(place.partition(":")[0] for place in COMMANDS)
SOURCE = Path(cli.__file__).parent


@pytest.mark.parametrize("place", COMMANDS)
def test_a_command_is_where_the_table_says(place):
    """
    Under its name and with its help, and with the options that every command has.
    """
    command = COMMANDS[place]
    loaded = command.loaded()

    assert isinstance(command, LazyCommand)
    assert (command.name, command.help) == (loaded.name, loaded.help)
    assert {"--workspace", "--lang", "--json", "--quiet", "--debug"} <= {
        name for param in loaded.params for name in param.opts
    }


@pytest.mark.parametrize("place", COMMANDS)
def test_no_help_names_a_type_of_click(place):
    """
    What is typed behind an option has a name that is translated, or its choices.
    """
    english = (click.IntRange, click.FloatRange, type(click.INT), type(click.STRING))
    given = COMMANDS[place].loaded().params

    assert not [one.opts for one in given if isinstance(one.type, english) and not one.metavar]


@pytest.mark.parametrize("place", COMMANDS)
def test_no_option_takes_the_name_of_another(place):
    """
    What is for the voice of every command is called as nothing that a command asks for itself.
    """
    params = COMMANDS[place].loaded().params
    own = [param.name for param in params if param not in COMMON]
    taken = {param.name for param in COMMON} | {"talk"}

    assert len(own) == len(set(own))
    assert not taken & set(own)
    assert [["--out"]] * own.count("lying") == [param.opts for param in params if param.name == "lying"]


VOICES = {"terminal.py", "target.py", "questions.py"}
"""What several commands say and write."""


def test_no_command_is_missing_in_the_table():
    """
    Every function that takes something from the command line is in it.
    """
    found = {
        f"{'.'.join(file.relative_to(SOURCE).with_suffix('').parts)}:{node.name}"
        for file in SOURCE.rglob("*.py")
        for node in ast.parse(file.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
        if node.args.args and ast.unparse(node.args.args[0]) == "talk: Talk" and file.name not in VOICES
    }

    assert found == set(COMMANDS)


def test_what_is_no_command_says_what_it_does():
    """
    A command has its help in the table, and says itself at most its exit code; the linter asks nothing of a function here.
    """
    silent = {
        f"{file.stem}:{node.name}"
        for file in SOURCE.rglob("*.py")
        for node in ast.parse(file.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and not ast.get_docstring(node)
    }

    assert silent
    assert silent <= set(COMMANDS)


@pytest.mark.parametrize("module", MODULES)
def test_no_command_imports_a_command(module):
    """
    What two of them need lies below both.
    """
    tree = ast.parse(Path(import_module(f"ulotki.cli.{module}").__file__).read_text("utf-8"))
    names = {
        name.removeprefix("ulotki.cli.")
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("ulotki.cli")
        for name in (node.module, *(f"{node.module}.{alias.name}" for alias in node.names))
    }

    assert set() == names & set(MODULES)


LOADED = """
import json, sys
from ulotki.cli.main import run
code = run(sys.argv[1:])
print()
print(json.dumps([code, sorted(sys.modules)]))
"""


def loaded(*arguments):
    """(the exit code of a run, the modules that it loaded)."""
    done = subprocess.run([sys.executable, "-c", LOADED, *arguments], capture_output=True, check=True)
    code, modules = json.loads(done.stdout.splitlines()[-1])
    return code, set(modules)


@pytest.mark.parametrize("arguments", [["--help"], ["numbers", "--help"], ["nope"]])
def test_a_list_of_commands_loads_none(arguments):
    """
    Nor does a word that is none.
    """
    _code, modules = loaded(*arguments)

    assert set() == {f"ulotki.cli.{module}" for module in MODULES} & modules
    assert set() == {"ulotki.library", "ulotki.press", "ulotki.workspace.editions"} & modules


DRAWING = {
    *("ulotki.press", "ulotki.drawing", "ulotki.readback", "ulotki.templates", "ulotki.checks", "ulotki.page.blocks"),
    *("reportlab", "uharfbuzz", "qrcode", "PIL", "pypdfium2", "zxingcpp", "pikepdf"),
}


@pytest.mark.parametrize("kind", ["scams", "places", "numbers", "campaigns"])
def test_a_list_loads_nothing_that_draws(workspace, kind):
    """
    Nor a library that few commands need.
    """
    code, modules = loaded("list", kind)

    assert 0 == code
    assert set() == {*DRAWING, "tomlkit", "openpyxl", "jinja2", "sqlite3", "email", "multiprocessing"} & modules


def test_a_build_with_nothing_to_do_loads_nothing_that_draws_or_reads(run, campaign):
    """
    Digests say that nothing has changed: no file of content is read, and nothing is laid out.
    """
    campaign({})
    run("build", "maj")
    code, modules = loaded("build", "maj")

    assert 0 == code
    assert set() == {*DRAWING, "ulotki.library", "jinja2", "email", "multiprocessing", "concurrent"} & modules


@pytest.mark.parametrize(
    ("arguments", "others"),
    [
        (["approve", "nope", "--by", "Jan Nowak"], {"verify", "doctor"}),
        (["settings"], {"copy", "ledger"}),
        (["history"], {"copy", "settings"}),
        (["meetings", "list"], {"meeting", "build"}),
    ],
)
def test_a_command_loads_its_own_use_case_alone(workspace, arguments, others):
    """
    Not those of the commands that share its module.
    """
    _code, modules = loaded(*arguments)

    assert set() == {f"ulotki.office.{name}" for name in others} & modules


@pytest.mark.parametrize(
    ("words", "begun", "offered"),
    [
        ([], "ver", {"verify"}),
        (["ledger"], "re", {"restore"}),
        (["numbers"], "", {"confirm", "due", "list", "set", "stop", "where", "withdraw"}),
        (["numbers", "due"], "--ic", {"--ics"}),
        (["list"], "sc", {"scams"}),
    ],
)
def test_the_shell_completes_commands_and_what_belongs_to_them(words, begun, offered):
    """
    Names from the table; options and choices from the command itself.
    """
    complete = ShellComplete(ULOTKI, {}, "ulotki", "_ULOTKI_COMPLETE")

    assert offered == {item.value for item in complete.get_completions(words, begun)}


def test_a_place_that_is_not_there_is_seen():
    """
    The test above would fail for a wrong line of the table.
    """
    with pytest.raises(AttributeError):
        LazyCommand("x", "editions:nobody", "help").loaded()

    assert isinstance(ULOTKI, click.Group)
