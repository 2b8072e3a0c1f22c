"""What the office does, apart from how it is asked: one module for each use case.

A use case takes a `Workspace`, its own request, the day of today and, where the work is long, a function that is told of
progress. It answers with an `Outcome`. It knows no terminal and no browser, prints nothing and translates nothing, so
the command line and the local page ask the same question and get the same answer.

Its modules are its attributes, and are imported when they are first named: `office.show.show` imports what draws.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ulotki.errors import Finding, Say, say
from ulotki.frozen import dataclass
from ulotki.shelf import modules

if TYPE_CHECKING:
    from ulotki.office import (  # isort: skip
        answers, approve, boards, build, built, bundle, bundle_papers, bundles, bundles_given, cancelling, changes,
        checking, clean, copy, copy_comparison, copy_restore, correct, corrected_deed, desk, doctor, due, edition,
        edition_files, edits, entries, exchange, export, forgetting, gallery, hand_list, hand_list_rows, hand_over,
        hand_over_outcome, hand_over_plan, hanging, init, invitations, last_copy, ledger, ledger_lines, ledger_restore,
        listed_things, listing, listing_rows, meant_packs, meeting, meeting_fields, meeting_letters, meeting_papers,
        meetings, numbers, order_data, order_fields, order_file, orders, outline, overview, pack, places, plan,
        press_note, preview, recall, recall_words, recalled, report, scam_cards, scam_text, schedule, settings, show,
        site, site_archive, site_articles, stack, starting, summary, taken_down, text_trial, texts, ticked_list, trial,
        trying, unchanged, undo, value_row, verdicts, verified_data, verify,
    )  # fmt: skip
else:
    __getattr__ = modules(__name__)

V = TypeVar("V")
W = TypeVar("W")

Progress = Callable[[str], None]
"""Called with the name of each thing that is done."""

T = TypeVar("T")
S = TypeVar("S")

Tries = Callable[[Sequence[T], S], Iterator[tuple[T, V | tuple[Finding, ...]]]]
"""Tries tasks, here or in other processes, with what they share: each in order, with what came of it or was refused."""

Begin = Callable[[Sequence[str]], AbstractContextManager[Progress]]
"""Called with the names of all that is to be done; within the block that it gives, each is named as it is done."""


@contextmanager
def silent(names: Sequence[str]) -> Iterator[Progress]:
    """Progress that nobody hears of."""
    yield lambda name: None


@dataclass(frozen=True, slots=True)
class Outcome(Generic[V]):
    """The answer of a use case.

    value: the answer itself, a frozen dataclass.  findings: what was found to be wrong or doubtful.  asides: what is
    worth knowing and no part of the answer.  pending: something is to be done by people.  final: False for what was made
    and must not be given out as it is.
    """

    value: V
    findings: tuple[Finding, ...] = ()
    asides: tuple[Say, ...] = ()
    pending: bool = False
    final: bool = True

    def giving(self, value: W) -> Outcome[W]:
        """The same outcome with another value."""
        return Outcome(value, self.findings, self.asides, self.pending, self.final)

    @property
    def aside(self) -> Say | None:
        """The first of what is worth knowing, None for nothing."""
        return self.asides[0] if self.asides else None

    @property
    def data(self) -> object:
        """What other programs get: the value, or what it gives as its `data` where it holds more than they need."""
        value: Any = self.value
        return value.data if hasattr(type(value), "data") else value

    @property
    def code(self) -> int:
        """The exit code for scripts: 1 when something cannot be trusted or is not final, else 4 when something is to be done."""
        if not self.final or any(finding.grave for finding in self.findings):
            return 1
        return PENDING if self.pending else 0


@dataclass(frozen=True, slots=True)
class Copies:
    """Copies for a place."""

    id: str
    name: str
    copies: int


@dataclass(frozen=True, slots=True)
class FindingData:
    """A finding as other programs get it. grave: whether it forbids to go on.  pieces: those that it was found on."""

    check: str
    grave: bool
    file: str
    line: int
    field: str
    what: Say
    hint: Say | None
    pieces: tuple[str, ...]

    @classmethod
    def of(cls, finding: Finding) -> FindingData:
        """*finding*, its place beside the rest."""
        at = finding.at
        return cls(finding.check, finding.grave, at.file, at.line, at.field, finding.what, finding.hint, finding.pieces)


NOWHERE = (
    say("there is no workspace here: no ulotki.toml in this folder or above"),
    say("go to the folder that holds ulotki.toml, name it with --workspace, or make one with ulotki init"),
)
"""(what is wrong, the way out) where nobody says which workspace is meant."""

PENDING = 4
"""The exit code of something that is still to be done."""
