"""What the office does, apart from how it is asked: one module for each use case.

A use case takes a `Workspace`, its own request, the day of today and, where the work is long, a function that hears of
progress. It answers with an `Outcome`. It knows no terminal and no browser, prints nothing and translates nothing, so
the command line and the local page ask the same question and get the same answer.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from ulotki.errors import Finding, Say

V = TypeVar("V")

Progress = Callable[[str], None]
"""Called with the name of each thing that is done."""


@dataclass(frozen=True, slots=True)
class Outcome(Generic[V]):
    """The answer of a use case.

    value: the answer itself, a frozen dataclass.  findings: what was found to be wrong or doubtful.  asides: what is
    worth knowing and no part of the answer.  pending: something is to be done by people.
    """

    value: V
    findings: tuple[Finding, ...] = ()
    asides: tuple[Say, ...] = ()
    pending: bool = False

    @property
    def code(self) -> int:
        """The exit code for scripts: 1 when something cannot be trusted, else 4 when something is to be done, else 0."""
        if any(finding.grave for finding in self.findings):
            return 1
        return PENDING if self.pending else 0


PENDING = 4
"""The exit code of something that is still to be done."""
