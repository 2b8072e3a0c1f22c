"""Whether all is there and in order, and what needs attention soon. Reads, and changes nothing."""

from __future__ import annotations

import datetime
import platform
from collections.abc import Iterator

from ulotki import __version__
from ulotki.errors import Say, Trouble, contact, say
from ulotki.frozen import dataclass
from ulotki.library import people
from ulotki.office import NOWHERE, Outcome
from ulotki.office.doctor import campaigns, folder, ledger, program, values
from ulotki.office.doctor.lines import Diagnosis, fault, good, look, with_short_paths
from ulotki.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Examined:
    """All that was looked at. good: whether nothing stops work."""

    good: bool
    lines: tuple[Diagnosis, ...]

    @property
    def wrong(self) -> int:
        """How many things stop work."""
        return sum(line.state == "wrong" for line in self.lines)

    @property
    def conclusion(self) -> Say:
        """The whole in a sentence."""
        if self.wrong:
            return say("wrong: {count}; begin with the first", count=self.wrong)
        if any(line.state == "look" for line in self.lines):
            return say("all works; some things are worth a look")
        return say("all is well")


def doctor(workspace: Workspace | None, day: datetime.date, today: datetime.date) -> Outcome[Examined]:
    """Look at everything as it is on *day*. workspace: None looks at the program alone."""
    lines = tuple(examine(workspace, day, today))
    sound = all(line.state != "wrong" for line in lines)
    return Outcome(Examined(sound, lines), final=sound)


def examine(workspace: Workspace | None, day: datetime.date, today: datetime.date) -> Iterator[Diagnosis]:
    """Everything that is looked at, in the order of how much depends on it. workspace: None looks at the program alone."""
    for line in _lines(workspace, day, today):
        yield with_short_paths(line, workspace.folder) if workspace else line


def _lines(workspace: Workspace | None, day: datetime.date, today: datetime.date) -> Iterator[Diagnosis]:
    machine = {"python": platform.python_version(), "system": platform.system()}
    yield good("program", say("ulotki {version}, Python {python}, {system}", version=__version__, **machine))
    yield from program.shipped_files()
    yield good("contact", say("a wrong number, or a fault of the program: {contact}", contact=contact()))
    if workspace is None:
        yield look("workspace", *NOWHERE)
        return
    try:
        library = workspace.library().believed(today)
    except Trouble as trouble:
        yield from (fault("workspace", finding) for finding in trouble.findings)
        return
    hosts = people(workspace.folder, library.places)
    yield from (fault("workspace", finding) for finding in (*library.findings, *hosts.faults()))
    yield folder.contents(workspace.folder, library)
    yield from folder.publisher(library)
    yield folder.writable(workspace.base)
    yield from folder.synchronised(workspace.folder)
    yield from folder.ended_campaigns(library, day)
    yield from campaigns.campaign_folders(workspace.base, library, day)
    yield from ledger.holds(workspace.folder, today)
    yield from ledger.names_kept_too_long(workspace.folder, library, day)
    yield from folder.copy_lines(workspace.folder, day)
    told = dict(values.marked_values(library, day))
    yield from told.values()
    yield from values.own_values(library)
    yield from program.own_texts(workspace.folder, library)
    yield from values.due_values(library, day, told)
