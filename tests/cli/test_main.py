"""How every run ends: with a code that scripts can trust and a line that people can read."""

from __future__ import annotations

import importlib.metadata
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import ulotki
from ulotki import __main__
from ulotki.cli.language import plain
from ulotki.errors import Misused, Refused
from ulotki.office import listing

# Bad input of any kind


USE = [
    [],
    ["nope"],
    ["build", "mai"],
    ["build", "maj", "maj"],
    ["build", "--only", "xyz"],
    ["build", "--palette", "pink"],
    ["build", "--on", "2024-13-01"],
    ["build", "--on"],
    ["build", "--jobs", "0"],
    ["build", "--jobs", "-1"],
    ["build", "--out", "ulotki.toml"],
    ["build", "--nope"],
    ["build", "\x1b[31m"],
    ["build", "\udcff"],
    ["build", ""],
    ["build", "maj" * 1000],
    ["show"],
    ["show", "nope"],
    ["show", ""],
    ["show", "ą" * 1000],
    ["show", "na-wnuczka", "--template", "nope"],
    ["show", "na-wnuczka", "--template", ""],
    ["show", "na-wnuczka", "--format", "A9"],
    ["show", "na-wnuczka", "--palette", "pink"],
    ["show", "na-wnuczka", "-o", "x.doc"],
    ["show", "na-wnuczka", "-o", ""],
    ["show", "na-wnuczka", "-o", "campaigns"],
    ["show", "na-wnuczka", "--dpi", "1"],
    ["show", "na-wnuczka", "--dpi", "1e3"],
    ["list"],
    ["list", "nope"],
    ["list", "scams", "--on", "yesterday"],
    ["check", "nope"],
    ["check", "--on", "٢٠٢٤-٠٨-٠١"],
    ["check", "--workspace", "nowhere"],
    ["check", "--workspace", "campaigns"],
    ["check", "--workspace", "ulotki.toml"],
    ["check", "--lang", "de"],
    ["--debug", "list", "scams"],
]


@pytest.mark.parametrize("arguments", USE, ids=lambda words: ascii(" ".join(words))[1:40])
def test_wrong_use_ends_with_2(run, workspace, tree, arguments):
    """
    A complaint on stderr, no trace, no result, and no file.
    """
    before = tree(workspace)
    ran = run(*arguments)

    assert 2 == ran.code
    assert "" == ran.out
    assert ran.err.strip()
    assert "Traceback" not in ran.err
    assert "mistake in the program" not in ran.err
    assert before == tree(workspace)


FILES = {
    "nothing": ("campaigns/maj.toml", b""),
    "not UTF-8": ("places.toml", "[place.x]\nname = 'żółw'\n".encode("cp1250")),
    "UTF-16": ("places.toml", "[place.x]\n".encode("utf-16")),
    "zeros": ("places.toml", b"\0" * 1000),
    "brackets": ("places.toml", b"x = " + b"[" * 5000),
    "dots": ("places.toml", b"a" + b".a" * 500 + b" = 1"),
    "digits": ("places.toml", b"x = " + b"1" * 5000),
    "too large": ("ulotki.toml", b"#" * 300_000),
    "too large a list": ("places.toml", b"#" * 8_400_000),
    "twice": ("ulotki.toml", b'issuer = "a"\nissuer = "b"\n'),
    "another type": ("ulotki.toml", b"issuer = 1\n"),
    "a list of lists": ("ulotki.toml", b"issuer = [[[]]]\n"),
    "no table": ("places.toml", b"place = 5\n"),
    "no tables": ("places.toml", b'place.bank = "bank"\n'),
    "a list": ("numbers.toml", b"number = []\n"),
    "an unknown kind": ("numbers.toml", b"[phone.x]\n"),
    "an id": ("numbers.toml", '[number."Ź ../x"]\nvalue = "112"\nlabel = ""\n'.encode()),
    "a national one": ("numbers.toml", b'[number.112]\nvalue = "112"\nlabel = ""\n'),
    "a number": ("numbers.toml", b'[number.x]\nvalue = "+48 700 123 456"\nlabel = ""\n'),
    "a dead number": ("numbers.toml", b'[number.x]\nvalue = "799 448 084"\nlabel = ""\n'),
    "an address": ("numbers.toml", b'[address.x]\nvalue = "https://evil.example\\\\@policja.pl"\nlabel = ""\n'),
    "a day": ("campaigns/maj.toml", b'title = "x"\nday = 2024-08-32\norder = []\n'),
    "an hour": ("campaigns/maj.toml", b'title = "x"\nday = 2024-08-01T10:00:00\norder = []\n'),
    "a scam": ("campaigns/maj.toml", b'title = "x"\nday = 2024-08-01\n[[order]]\nscams = ["x"]\n'),
    "a name": ("campaigns/Maj Drugi.toml", b'title = "x"\nday = 2024-08-01\norder = []\n'),
    "a language": ("scams/xx/blik.toml", b'name = "x"\n'),
    "orders": ("campaigns/maj.toml", b'title = "x"\nday = 2024-08-01\norder = 1\n'),
    "copies": (
        "campaigns/maj.toml",
        b'title = "x"\nday = 2024-08-01\n[[order]]\nscams = ["blik"]\ntemplate = "poster"\nformat = "A4"\n'
        b'places = ["all"]\ncopies = 0\n',
    ),
}


UNUSED = {"an unknown kind", "an id", "a number", "a dead number", "an address", "a language"}
"""Nothing that the campaign prints: check names it, and it stops no build."""


@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_ends_with_1(run, workspace, name):
    """
    The complaint names the file and the way out, whichever command needs it; no trace.
    """
    path, data = FILES[name]
    (workspace / path).parent.mkdir(parents=True, exist_ok=True)
    (workspace / path).write_bytes(data)
    for command in (["check"], *([] if name in UNUSED else [["build"]])):
        ran = run(*command)

        assert 1 == ran.code
        assert f"{path}:" in ran.said
        assert "\n  hint: " in ran.said
        assert "Traceback" not in ran.said
        assert "mistake in the program" not in ran.said


# Signs that steer a terminal


def test_signs_in_content_are_spelled_out(run, workspace):
    """
    In keys, values and names of files: what a terminal would obey is shown, not sent.
    """
    (workspace / "ulotki.toml").write_text('"\\u001b[31m" = 1\nissuer = "a\\u001b]52;c;AA\\u0007b"\n')
    (workspace / "numbers.toml").write_text('[number.x]\nvalue = "\\u202e211"\nlabel = "a\\u009b2J"\n')
    (workspace / "campaigns/\x1b[2Jmaj.toml").write_text("")
    for ran in (run("check"), run("build"), run("list", "campaigns"), run("check", "--json")):
        assert 1 == ran.code
        assert "\\u001b" in ran.said
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(ran.said)


def test_json_spells_out_what_steers_a_terminal(run, workspace):
    """
    Also in the data of an answer, which is the same for who reads the document.
    """
    change = workspace / ".ulotki/history/000001/change.json"
    change.parent.mkdir(parents=True)
    doing = "\u202e112\u202c \u009b \u2028"
    change.write_text(
        json.dumps({"schema": "ulotki.change/1", "day": "2024-08-01", "doing": doing, "files": []}), "utf-8"
    )
    ran = run("history", "--json")

    assert doing == ran.data["changes"][0]["doing"]
    assert not set(doing) - set("112 ") & set(ran.out)


@pytest.mark.parametrize("name", ["\x1b[2J", "\udcff", "\u202e211"], ids=ascii)
def test_signs_in_the_name_of_a_folder_are_spelled_out(run, workspace, name):
    """
    A folder from somebody's archive may be called anything: the piece is made, and its place is said.
    """
    (workspace / name).mkdir()
    ran = run("show", "na-wnuczka", "--on", "2024-08-01", "-o", f"{name}/a.pdf")

    assert (0, f"{plain(name)}/a.pdf\n") == (ran.code, ran.out)


# Where the workspace is


def test_the_workspace_is_the_nearest_above(run, workspace, monkeypatch):
    """
    From any folder inside it.
    """
    monkeypatch.chdir(workspace / "campaigns")

    assert ["maj"] == [row["id"] for row in run("list", "campaigns", "--json").data["campaigns"]]


def test_the_workspace_is_the_one_named(run, workspace, tmp_path, monkeypatch):
    """
    From anywhere.
    """
    monkeypatch.chdir(tmp_path)
    ran = run("list", "campaigns", "--json", "--workspace", workspace)

    assert ["maj"] == [row["id"] for row in ran.data["campaigns"]]


def test_a_workspace_that_is_not_there_is_wrong_use(run, empty):
    """
    Said with what makes a folder one.
    """
    ran = run("check", "--workspace", "nowhere")

    assert 2 == ran.code
    assert ran.err.startswith('"nowhere" is not a workspace: it has no ulotki.toml\n  hint: ')


# Every way to end


def test_the_version(run):
    """
    The one that is installed.
    """
    assert (0, f"ulotki, version {ulotki.__version__}\n") == (run("--version").code, run("--version").out)
    assert importlib.metadata.version("ulotki") == ulotki.__version__


@pytest.mark.parametrize("command", ["build", "show", "check", "list"])
def test_every_command_has_the_common_options(run, command):
    """
    And says what they do.
    """
    ran = run(command, "--help")

    assert 0 == ran.code
    assert all(f"--{name}" in ran.out for name in ("workspace", "lang", "json", "quiet", "debug", "help"))


@pytest.fixture
def breaking(monkeypatch):
    """breaking(error): `list checks` raises it."""

    def arm(error: BaseException) -> None:
        def fail(*_):
            raise error

        monkeypatch.setitem(listing.KINDS, "checks", fail)

    return arm


def test_a_mistake_in_the_program_is_said_as_one(run, workspace, breaking):
    """
    No trace, unless --debug asks for it.
    """
    breaking(RuntimeError("a \x1b slip"))
    ran, debugged = run("list", "checks"), run("list", "checks", "--debug")

    assert (1, "") == (ran.code, ran.out)
    assert ran.err.startswith("this is a mistake in the program: RuntimeError: a \\u001b slip\n  hint: ")
    assert 1 == debugged.code
    assert "Traceback" in debugged.err


@pytest.mark.parametrize(
    ("code", "error"),
    [(130, KeyboardInterrupt()), (3, OSError(28, "No space left on device")), (2, Misused([])), (1, Refused([]))],
)
def test_an_error_has_its_code(run, workspace, breaking, code, error):
    """
    Whatever ends a run, scripts can tell whose turn it is; and --debug traces only what is one's own.
    """
    breaking(error)

    assert code == run("list", "checks").code
    assert code == run("list", "checks", "--debug").code
    assert "Traceback" not in run("list", "checks").said


def other(error: BaseException) -> BaseException:
    """What a library makes of *error*."""
    try:
        try:
            raise error
        except BaseException:
            raise RuntimeError("the pool was ended") from None
    except RuntimeError as made:
        return made


@pytest.mark.parametrize("flags", [[], ["--debug"], ["--json"]])
def test_control_c_inside_a_library(run, workspace, breaking, flags):
    """
    Whatever the library makes of it: exit 130, one line, no trace.
    """
    breaking(other(KeyboardInterrupt()))
    ran = run("list", "checks", *flags)

    assert (130, "interrupted; nothing half-written is left behind\n") == (ran.code, ran.err)


@pytest.mark.parametrize("arguments", [["list", "nope", "--json"], ["build", "--nope", "--json"]])
def test_wrong_use_as_json(run, workspace, arguments):
    """
    Also what the command line itself refuses is one document, beside the words for people.
    """
    ran = run(*arguments)

    assert ("ulotki.error/2", 2) == (ran.data["schema"], ran.data["exit"])
    assert ran.data["findings"][0]["what"]


def test_a_mistake_as_json(run, workspace, breaking):
    """
    The document says so, and so do the words on stderr.
    """
    breaking(RuntimeError("slip"))
    ran = run("list", "checks", "--json")

    assert (1, "program") == (ran.data["exit"], ran.data["findings"][0]["check"])
    assert "RuntimeError: slip" in ran.err


def test_trouble_as_json(run, workspace):
    """
    The document says what went wrong; stderr keeps silent.
    """
    ran = run("build", "mai", "--json")

    assert (2, "") == (ran.code, ran.err)
    assert ("ulotki.error/2", 2) == (ran.data["schema"], ran.data["exit"])
    assert ['there is no campaign "mai"'] == [finding["what"] for finding in ran.data["findings"]]
    assert 'did you mean "maj"?' == ran.data["findings"][0]["hint"]


def test_debug_shows_where_trouble_came_from(run, workspace):
    """
    The trace stands before the complaint.
    """
    ran = run("build", "mai", "--debug")

    assert 2 == ran.code
    assert ran.err.startswith("Traceback")
    assert 'there is no campaign "mai"' in ran.err


# As a process


@pytest.fixture
def process(workspace):
    """process("list", "scams", stdout=…, LANG=…): that command line, started and ended."""

    def go(*arguments: str, stdout=subprocess.PIPE, **env: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "ulotki", *arguments],
            stdout=stdout,
            stderr=subprocess.PIPE,
            check=False,
            timeout=120,
            env=os.environ | {"LANGUAGE": "en"} | env,
        )

    return go


def test_the_exit_code_is_that_of_the_run(process):
    """
    Also for the script that pip installs: both call the same function.
    """
    (script,) = importlib.metadata.entry_points(group="console_scripts", name="ulotki")

    assert __main__.main is script.load()
    assert 2 == process("build", "mai").returncode
    assert 0 == process("list", "campaigns").returncode


@pytest.mark.parametrize(
    ("said", "env", "arguments"),
    [
        ("rada:", {"LANGUAGE": "pl"}, []),
        ("rada:", {"LANGUAGE": "", "LC_ALL": "pl_PL.UTF-8"}, []),
        ("rada:", {}, ["--lang", "pl"]),
        ("hint:", {"LANGUAGE": "pl"}, ["--lang=en"]),
    ],
)
def test_the_program_speaks_the_language_of_the_system(process, said, env, arguments):
    """
    Unless it is told another.
    """
    assert said in process("build", "mai", *arguments, **env).stderr.decode()


HEAVY = {
    *("reportlab", "uharfbuzz", "qrcode", "PIL", "pypdfium2", "zxingcpp", "pikepdf"),
    *("tomlkit", "tomllib", "sqlite3", "filelock", "concurrent", "multiprocessing"),
}

LIGHT = """
import json, sys
from ulotki.cli.main import run
code = run(sys.argv[1:])
print(json.dumps([code, sorted({name.partition(".")[0] for name in sys.modules})]))
"""


@pytest.mark.parametrize("arguments", [["--help"], ["numbers", "--help"], ["--version"], ["nope"]])
def test_help_imports_nothing_heavy(arguments):
    """
    Who asks what there is gets it at once: no library for drawing, reading or keeping is loaded for it.
    """
    done = subprocess.run([sys.executable, "-c", LIGHT, *arguments], capture_output=True, check=False)
    code, modules = json.loads(done.stdout.splitlines()[-1])

    assert (2 if "nope" in arguments else 0) == code
    assert set() == HEAVY & set(modules)


def test_a_full_disk_at_the_far_end(process):
    """
    A result that nobody got is not all good: exit 3 and one line.
    """
    with Path("/dev/full").open("wb") as full:
        done = process("list", "scams", stdout=full)

    assert 3 == done.returncode
    assert done.stderr.startswith(b"the machine does not let us: No space left on device\n  hint: ")
    assert b"Traceback" not in done.stderr


def test_a_reader_that_went_away(process):
    """
    As with `| head`: no trace, and no complaint.
    """
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = process("list", "scams", stdout=writer)
    finally:
        os.close(writer)

    assert b"" == done.stderr
    assert done.returncode in (0, 1)


@pytest.mark.parametrize("arguments", [["list", "places"], ["build", "Wólka"], ["list", "żółw"]])
def test_json_is_utf_8_whatever_the_code_page(process, workspace, arguments):
    """
    As RFC 8259 asks, also for errors.
    """
    with (workspace / "places.toml").open("a", encoding="utf-8") as file:
        file.write('\n[place.x]\nname = "Wólka Ñandú"\nkind = "solectwo"\n')
    done = process(*arguments, "--json", PYTHONUTF8="0", PYTHONIOENCODING="cp1250")

    assert {"places": "Ñandú", "Wólka": "Wólka", "żółw": "żółw"}[arguments[1]] in done.stdout.decode("utf-8")
    assert json.loads(done.stdout)["schema"]


def test_json_to_a_full_disk(process):
    """
    Exit 3 and no trace, although the complaint finds no room either.
    """
    with Path("/dev/full").open("wb") as full:
        done = process("list", "scams", "--json", stdout=full)

    assert 3 == done.returncode
    assert b"Traceback" not in done.stderr


def test_an_old_encoding_does_not_stop_it(process):
    """
    A file written in the encoding of an old system gets other signs for what it lacks.
    """
    done = process("list", "scams", PYTHONIOENCODING="latin-1")

    assert (0, b"") == (done.returncode, done.stderr)


LOADING = """
import sys
from types import ModuleType

class Loading(ModuleType):
    def __getattr__(self, name):
        raise KeyboardInterrupt

from ulotki.__main__ import main
sys.modules["ulotki.cli.main"] = Loading("ulotki.cli.main")
main()
"""


def test_control_c_before_the_start():
    """
    As at any other time: exit 130, and no trace.
    """
    done = subprocess.run([sys.executable, "-c", LOADING, "list", "scams"], capture_output=True, check=False)

    assert 130 == done.returncode
    assert b"Traceback" not in done.stderr
