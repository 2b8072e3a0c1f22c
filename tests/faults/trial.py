"""Tries a use case with every place failing in turn, and gathers what is not as it must be afterwards."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from faults.cases import Starts, UseCase
from faults.layer import Place
from faults.runner import Act, Box, Expected, Ran, State, torn, untrue

PARTIAL = (
    "spotkanie.txt",
    "dyzurny.pdf",
    "/draft",
    "/gallery",
    "odwolanie.csv",
    "raport.csv",
    "notatka.txt",
    "informacja.txt",
)
"""What is made of all that can be read, and is no edition: the run says what it lacks."""

STILL = ("flush", "fsync", "chmod", "close")
"""Calls after which the same lies on the disk as before, as long as the power does not go."""

ERRORS = ("ENOSPC", "EIO", "EACCES")


@dataclass
class Result:
    """What was tried of a use case. tried: (call, fault) → how often.  wrong: what is not as it must be."""

    name: str
    tried: Counter[tuple[str, str]] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    said: Counter[str] = field(default_factory=Counter)


class Trial:
    def __init__(self, box: Box, starts: Starts, case: UseCase) -> None:
        self.box, self.case = box, case
        self.source = starts[case.start]
        box.fill(self.source)
        box.here(case.act)
        box.fill(self.source)
        self.act: Act = box.here(ready) if (ready := getattr(case.act, "ready", None)) else case.act
        old = box.state()
        ran = box.run(self.act)
        self.expected = Expected(old, box.state(), ran)
        self.after: dict[object, list[str]] = {}

    def run(self, *, every: bool = False, step: int = 1) -> Result:
        """every: each error at each place; else the errors in turn, from place to place.  step: only every step-th of these."""
        result = Result(self.case.name)
        if self.expected.ran.code not in (0, 1, 4) or all(place.reads for place in self.expected.ran.places):
            result.wrong.append(f"it does nothing: exit code {self.expected.ran.code}: {self.expected.ran.said[-200:]}")
        result.wrong += [
            f"{one.call} {one.path}" for one in self.expected.ran.places if one.call.endswith("without waiting")
        ]
        for number, place, fault in islice(_faults(self.expected.ran.places, every=every), 0, None, step):
            self.box.fill(self.source)
            ran = self.box.run(self.act, number, fault)
            found = self.box.state()
            wrong = [*self._torn(found, ran, place), *untrue(ran, found, self.expected)]
            if self.case.careful and place.reads and found.core == self.expected.old.core:
                wrong = []
            wrong += self._left(found, place, fault)
            wrong = wrong or self._next(found)
            result.tried[place.call, fault] += 1
            result.said[ran.said] += 1
            result.wrong += (f"{number} {place.call} {place.path} {fault}: {one}" for one in wrong)
        return result

    def _torn(self, found: State, ran: Ran, place: Place) -> list[str]:
        """What is neither old nor new. A run that names what it could not read may leave it out of a draft or a list."""
        wrong = torn(found, self.expected, loose=self.case.loose)
        if place.reads and ran.code == 1 and place.path.split("/")[-1] in ran.said:
            return [one for one in wrong if not any(name in one for name in PARTIAL)]
        return wrong

    def _left(self, found: State, place: Place, fault: str) -> list[str]:
        """Unfinished files that a run which could go on has left, though nothing stopped it from removing them."""
        if fault == "killed" or place.call in ("unlink", "rmdir", "remove", "list", "open to read"):
            return []
        return [f"{one} is left" for one in found.parts]

    def _next(self, found: State) -> list[str]:
        """What is wrong with the next run. It depends on what lies there alone, so each state is tried once."""
        key = tuple(sorted(found.files.items())), tuple(re.sub(r"\.part-\w{8}", ".part-", one) for one in found.parts)
        if key not in self.after:
            self.after[key] = self._tried(found)
        return self.after[key]

    def _tried(self, found: State) -> list[str]:
        done = found.core == self.expected.new.core
        act = self.case.again if done and self.case.again else self.case.act
        ran: Ran = self.box.run(act, counted=False)
        after = self.box.state()
        wrong = [f"afterwards: {one}" for one in torn(after, self.expected, loose=self.case.loose)]
        if after.core != self.expected.new.core:
            wrong.append(f"afterwards the work is not done: exit code {ran.code}: {ran.said.strip()[-200:]}")
        if not (done and self.case.again) and ran.code != self.expected.ran.code:
            wrong.append(f"afterwards exit code {ran.code}: {ran.said.strip()[-200:]}")
        return wrong


def _faults(places: tuple[Place, ...], *, every: bool) -> Iterator[tuple[int, Place, str]]:
    """(number, place, fault) of all that is tried. Calls to which the same lines of code lead are one place.

    Of such a place the first and the last call are tried. A file that is read is one place, however often and by whom;
    files of one kind in a folder of the program's own are read alike. A process that is killed at a call that changes no
    file leaves what it leaves at the next one. every: each place with each error; else errors take turns.
    """
    numbers: dict[tuple[str, object], list[int]] = {}
    for number, place in enumerate(places, 1):
        numbers.setdefault((place.call, _alike(place.path) if place.reads else place.way), []).append(number)
    for turn, found in enumerate(numbers.values()):
        place = places[found[0] - 1]
        kinds = ERRORS[1:] if place.reads else ERRORS
        errors = kinds if every else (kinds[turn % len(kinds)],)
        killed = () if place.reads or place.call in STILL else ("killed",)
        for number in found[:1] if place.reads else sorted({found[0], found[-1]}):
            yield from ((number, places[number - 1], fault) for fault in (*errors, *killed))


def _alike(path: str) -> str:
    """The same for files that are read alike: those that a person writes each by itself, others by folder and kind."""
    folder, _, name = re.sub(r"\.part-\w{8}", ".part-", path).rpartition("/")
    return path if name.endswith(".toml") else f"{folder}/*{name[name.rfind('.') :]}" if "/" in folder else path
