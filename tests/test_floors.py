"""Floors: a module imports from lower floors, never from higher ones or its neighbours; libraries are allowed by name."""

import ast
import re
import sys
from pathlib import Path

import pytest

import ulotki

SOURCE = Path(ulotki.__file__).parent

FLOORS = (
    ("folding", "frozen"),
    ("errors", "markup", "pins", "recent", "shelf"),
    ("files", "installed", "paper", "values"),
    ("content", "fingerprint", "look", "qr"),
    ("library", "page"),
    ("templates", "checks", "drawing", "readback"),
    ("layout", "stock"),
    ("press",),
    ("edition", "web"),
    ("handout",),
    ("documents",),
    ("workspace",),
    ("office",),
    ("serve",),
    ("cli",),
    ("__main__", "desktop"),
)
"""From the lowest floor up, as in docs/architecture.md."""

FLOOR = {name: number for number, names in enumerate(FLOORS) for name in names}

OUTSIDERS = {
    "reportlab": {"drawing.engine"},
    "uharfbuzz": {"look.faces", "readback.redrawn", "readback.shapes"},
    "qrcode": {"qr"},
    "pypdfium2": {"readback"},
    "pikepdf": {"readback"},
    "zxingcpp": {"readback"},
    "PIL": {"drawing.preview", "readback"},
    "click": {"cli"},
    "openpyxl": {"documents.workbook", "library.workbooks"},
    "filelock": {"workspace"},
    "icalendar": {"documents.calendar"},
    "email": {"documents.draft"},
    "tomllib": {"installed", "library"},
    "tomlkit": {"library.approvals", "library.tables", "library.toml_paths"},
    "flask": {"serve"},
    "werkzeug": {"serve"},
    "jinja2": {"markup", "serve"},
    "markupsafe": {"markup", "serve", "web"},
    "waitress": {"serve.running"},
    "gettext": {"cli.language", "installed"},
    "random": set(),
    "secrets": {"serve.keys", "serve.working"},
    "uuid": set(),
    "socket": set(),
    "urllib": {"serve.safety", "web.scam_page"},
    "http": {"serve.running"},
    "pickle": set(),
    "subprocess": {"cli"},
    "time": {"cli", "serve.desk", "serve.keys", "workspace.writing"},
    "os": {"__main__", "cli", "desktop", "drawing.engine", "files", "workspace"},
    "pathlib": {"cli", "desktop", "files", "fingerprint", "installed", "library", "office", "serve", "workspace"},
    "tempfile": {"serve.downloads", "workspace"},
    "sqlite3": {"workspace.ledger", "workspace.sqlite"},
    "shutil": {"cli", "office.clean", "workspace"},
}
"""Which modules or rooms may import a library or a part of Python."""

TYPES_ONLY = {("readback.seen", "PIL")}
"""Imports for types alone."""

CLOCK = {"today", "now", "utcnow", "time_ns", "perf_counter", "localtime"}


def modules():
    """(name, syntax tree) of every module: "page.fit"; a package goes by its own name."""
    for file in sorted(SOURCE.rglob("*.py")):
        parts = file.relative_to(SOURCE).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        yield name, ast.parse(file.read_text("utf-8"))


def imports(tree):
    """(module, whether for types alone) of every import, wherever it stands."""
    typed = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node in typed) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports say their whole name"
            yield node.module, node in typed
            yield from ((f"{node.module}.{alias.name}", node in typed) for alias in node.names)


MODULES = {name: tree for name, tree in modules() if name}


def rooms(tree):
    """The rooms of ours that a module imports from."""
    found = {name.split(".")[1] for name, _ in imports(tree) if name.startswith("ulotki.")}
    return found & set(FLOOR)


def test_every_module_has_a_floor():
    """
    Whatever lies in the program stands on a floor.
    """
    assert set() == {name.split(".")[0] for name in MODULES} - set(FLOOR) - {"locale", "shipped"}


@pytest.mark.parametrize("name", MODULES)
def test_a_module_looks_down(name):
    """
    A module imports its own room and the floors below: nothing above, and no neighbour.
    """
    room = name.split(".")[0]
    above = {other for other in rooms(MODULES[name]) - {room} if FLOOR[other] >= FLOOR[room]}

    assert set() == above


@pytest.mark.parametrize("name", MODULES)
def test_outsiders_are_let_in_by_name(name):
    """
    A library from outside, a file, the clock or chance enters where it is expected and nowhere else.
    """
    strangers = set()
    for module, typed in imports(MODULES[name]):
        top = module.split(".")[0]
        allowed = OUTSIDERS.get(top)
        if allowed is None or any(name == door or name.startswith(f"{door}.") for door in allowed):
            continue
        if not (typed and ("*" in allowed or top in {"pathlib"})):
            strangers.add(top)

    assert set() == strangers


def test_types_alone():
    """
    The read-back names pictures in its types and opens none: PIL is imported for types alone.
    """
    for name, outsider in TYPES_ONLY:
        assert {True} == {typed for module, typed in imports(MODULES[name]) if module.split(".")[0] == outsider}


def test_nobody_else_comes_in():
    """
    Whatever is neither ours, nor Python's, nor on the list, is not imported.
    """
    known = {*OUTSIDERS, *sys.stdlib_module_names, "ulotki"}

    assert set() == {module.split(".")[0] for tree in MODULES.values() for module, _ in imports(tree)} - known


@pytest.mark.parametrize("name", MODULES)
def test_only_cli_asks_for_today(name):
    """
    Only the commands ask for today's date; everywhere else it is an argument.
    """
    asked = {node.attr for node in ast.walk(MODULES[name]) if isinstance(node, ast.Attribute) and node.attr in CLOCK}

    assert not asked or name.startswith("cli")


@pytest.mark.parametrize("name", MODULES)
def test_only_commands_print(name):
    """
    Nothing but the commands prints, asks or opens a file by hand.
    """
    calls = {
        node.func.id
        for node in ast.walk(MODULES[name])
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }

    kept = {"exec"} if name == "frozen" else set()  # compiles methods from the names of fields

    assert kept == calls & {"print", "input", "open", "eval", "exec", "__import__"} or name.startswith(
        ("cli", "library")
    )


@pytest.mark.parametrize("name", sorted(set(MODULES) - {"frozen"}))
def test_values_are_defined_by_frozen(name):
    """
    A dataclass of the standard library costs ten times as much at each start; `frozen` makes the same.
    """
    assert not {"dataclasses.dataclass", "dataclasses.make_dataclass"} & {
        module for module, _ in imports(MODULES[name])
    }
    assert not any(isinstance(node, ast.Attribute) and node.attr == "dataclass" for node in ast.walk(MODULES[name]))


WRITERS = {
    *(
        "build",
        "clean",
        "copy",
        "copy_editions",
        "copy_restore",
        "doctor.folder",
        "doctor.campaigns",
        "edition_completion",
        "edition_writing",
        "export",
        "gallery",
        "gallery_pieces",
        "last_copy",
        "meeting_letters",
        "pack",
        "removable",
        "show",
        "stack",
        "site",
    ),
    "init",
    "starting",
}
"""Use cases that write by themselves: what is made of a workspace, and a workspace that begins."""


def test_a_file_of_a_workspace_is_changed_where_it_can_be_undone():
    """
    All other use cases write through `Workspace.change`, which keeps the file as it was.
    """
    writing = {
        name.removeprefix("office.")
        for name, tree in MODULES.items()
        if name.startswith("office.") and "ulotki.workspace.writing" in {module for module, _ in imports(tree)}
    }

    assert WRITERS == writing


def test_the_test_sees():
    """
    An import upwards would be seen, also inside a function or for types.
    """
    tree = ast.parse("def f():\n    from ulotki.press import proof\nif TYPE_CHECKING:\n    import ulotki.cli.main")

    assert {"press", "cli"} == rooms(tree)
    assert {("ulotki.press", False), ("ulotki.cli.main", True)} <= set(imports(tree))


def test_the_architecture_shows_these_floors():
    """
    The picture of the floors in docs/architecture.md is the table above, and its table of rooms names every room.
    """
    page = (SOURCE.parents[1] / "docs/architecture.md").read_text("utf-8")
    shown = re.findall(r"^    +(\d+) ((?:\w+ *)+)$", page, re.MULTILINE)
    floors = {number: set(names) - {"__main__"} for number, names in enumerate(FLOORS, 1)}

    assert floors == {int(number): set(names.split()) for number, names in shown}
    assert set(FLOOR) - {"__main__"} <= {
        name.removesuffix("/").removesuffix(".py") for name in re.findall(r"`(\S+)`", page)
    }
