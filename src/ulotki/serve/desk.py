"""What a running server holds: the workspace, who may come in, the long work, and what was done last."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import field
from time import monotonic

from ulotki.content.typography import HOME
from ulotki.errors import Say
from ulotki.frozen import dataclass
from ulotki.library import Library
from ulotki.office.stack import PrintStack
from ulotki.serve.keys import Keys
from ulotki.serve.work import Work
from ulotki.workspace import Workspace


@dataclass(frozen=True, slots=True)
class LastChange:
    """The last change, which its screen shows until the next one. back: (what the button says, where it leads), None for none."""

    screen: str
    what: Say
    more: Say | None = None
    back: tuple[Say, str] | None = None


IDLE = 30 * 60
"""Seconds without use after which the program ends."""


@dataclass(slots=True)
class Desk:
    """What a running server holds. used: when somebody last asked for something, by *clock*, in seconds.  closed: somebody asked for an end. day: gives today.  moment: gives the moment as the ledger writes it, UTC.  lang: what the page speaks.

    copy: what somebody chose to bring back, until they say so.  stacks: files to print, by a key for the browser.  printed: the stack of an edition, by its code.
    """

    workspace: Workspace
    day: Callable[[], datetime.date]
    moment: Callable[[], str]
    lang: str = HOME
    port: int = 0
    keys: Keys = field(default_factory=Keys)
    work: Work = field(default_factory=Work)
    last_change: LastChange | None = None
    copy: bytes = b""
    clock: Callable[[], float] = monotonic
    used: float = field(default_factory=monotonic)
    closed: bool = False
    stacks: dict[str, PrintStack] = field(default_factory=dict)
    printed: dict[str, PrintStack] = field(default_factory=dict)

    def library(self) -> Library:
        """What the program and the folder say today."""
        return self.workspace.library().believed(self.day())

    def touch(self) -> None:
        """Note that somebody uses the program."""
        self.used = self.clock()

    def over(self, idle: float = IDLE) -> bool:
        """Whether the program is to end: somebody asked for it, or nobody uses it, and no work is under way."""
        busy = self.work.task is not None and self.work.task.running
        return not busy and (self.closed or self.clock() - self.used > idle)

    @property
    def address(self) -> str:
        """Where the page is, without a key."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def hosts(self) -> tuple[str, str]:
        """What a browser calls us."""
        return f"127.0.0.1:{self.port}", f"localhost:{self.port}"
