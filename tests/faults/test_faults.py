"""Every place where the machine may fail, in every use case that writes: afterwards the old or the new, and the next run good."""

from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from pages import PORT

from faults.cases import AT, CASES, READERS, TODAY, Starts, line, opened
from faults.forms import FORMS, Posting
from faults.runner import Box
from faults.trial import Trial
from ulotki.cli.commands import ULOTKI
from ulotki.serve.app import create
from ulotki.serve.desk import Desk
from ulotki.serve.remembering import Remembering

SAMPLE = (
    "init, a new folder",
    "build, a second edition",
    "numbers confirm",
    "hand-over, one more",
    "ledger forget",
    "ledger restore",
    "places import",
    "undo",
    "copy restore",
    "pack, all places",
    "gallery, anew",
    "page /paczki/przekaz",
)
"""Use cases that write in different ways. `make faults` tries all, at every place."""

STEP = 5
"""Of the faults of these, every fifth is tried: an odd number, since errors and kills take turns."""


@pytest.fixture(scope="module")
def box() -> Iterator[tuple[Box, Starts]]:
    with opened() as found:
        yield found


def commands(group: click.Group, before: str = "") -> Iterator[str]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from commands(command, f"{before}{name} ")
        else:
            yield f"{before}{name}"


def test_every_command_is_tried():
    """
    A command either has a row in the table of those that write, or is tried as one that writes nothing.
    """
    known = {case.command for case in CASES if case.command} | set(READERS)

    assert known == set(commands(ULOTKI))


def test_every_form_of_the_page_is_tried():
    """
    Each address that takes a POST, by the table of routes, has its form.
    """
    desk = Desk(Remembering.at(Path()), lambda: TODAY, lambda: AT, "en", PORT)
    rules = create(desk).url_map.iter_rules()

    assert set(FORMS) == {rule.rule for rule in rules if "POST" in (rule.methods or ())}


@pytest.mark.slow
@pytest.mark.parametrize("rule", [rule for rule, form in FORMS.items() if not form.writes])
def test_a_form_that_writes_nothing(box, rule):
    """
    What only asks, shows or makes a file to save leaves the workspace as it was.
    """
    found, starts = box
    form = FORMS[rule]
    found.fill(starts[form.start])
    before = found.state()
    ran = found.run(Posting(form, TODAY, AT))

    assert [] == [place for place in ran.places if not place.reads and not tried(place.call, place.path)]
    assert before == found.state()


@pytest.mark.slow
@pytest.mark.parametrize("name", SAMPLE)
def test_nothing_is_torn_and_nothing_is_lost(box, name):
    """
    Whichever call fails, and however: the old or the new is there, whole; what is said is so; the next run is good.
    """
    case = next(one for one in CASES if one.name == name)

    assert [] == Trial(*box, case).run(step=STEP).wrong


@pytest.mark.slow
@pytest.mark.parametrize("command", READERS)
def test_what_only_reads_writes_nothing(box, command):
    """
    No file is opened for writing, made, renamed or removed, but for a file without a name that tries whether there is room.
    """
    found, starts = box
    found.fill(starts["handed"])
    before = found.state()
    ran = found.run(line(*READERS[command]))

    assert [] == [place for place in ran.places if not place.reads and not tried(place.call, place.path)]
    assert before == found.state()


def tried(call: str, path: str) -> bool:
    """Whether it only tries: the room on the disk, with a file without a name; the lock of a build, in the folder that is there.

    SQLite opens a ledger to read and write, and then reads.
    """
    trying = path == "gmina/out" or path.startswith("gmina/out/#") or path.endswith("/.lock")
    return trying or (call == "mkdir" and path == "gmina/out/maj") or call == "sqlite open"
