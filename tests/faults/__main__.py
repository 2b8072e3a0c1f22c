"""`python tests/faults`: every place of every use case fails; prints a table of places and faults, and what went wrong.

NAME …: only use cases whose names begin so.  --every: each place with each error, not with one in turn; takes hours.
"""
# ruff: noqa: T201

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from functools import cache, partial
from multiprocessing import get_context
from multiprocessing.util import Finalize
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from faults.cases import CASES, Starts, opened
from faults.layer import FAULTS
from faults.runner import Box
from faults.trial import Trial


@cache
def box() -> tuple[Box, Starts]:
    """Those of this process; they go when it ends."""
    stack = ExitStack()
    Finalize(None, stack.close, exitpriority=1)
    return stack.enter_context(opened())


def tried(number: int, *, every: bool) -> tuple[str, tuple[str, ...]]:
    """(the row of the table, what went wrong) for a use case by its number."""
    trial = Trial(*box(), CASES[number])
    result = trial.run(every=every)
    counts = [sum(n for (_, fault), n in result.tried.items() if fault == kind) for kind in FAULTS]
    cells = (trial.case.name, len(trial.expected.ran.places), *counts, len(result.wrong))
    return f"| {' | '.join(map(str, cells))} |", tuple(result.wrong)


def main(words: Sequence[str]) -> int:
    """1 when anything is not as it must be."""
    names = tuple(word for word in words if not word.startswith("-"))
    chosen = [n for n, case in enumerate(CASES) if not names or case.name.startswith(names)]
    print(f"| use case | places | {' | '.join(FAULTS)} | wrong |\n|---|{'---|' * (len(FAULTS) + 2)}")
    bad = 0
    with get_context("fork").Pool(os.cpu_count()) as workers:
        for row, wrong in workers.imap(partial(tried, every="--every" in words), chosen):
            print(row, *wrong, sep="\n    ", flush=True)
            bad += len(wrong)
        workers.close()
        workers.join()  # each removes its box
    print(f"wrong: {bad}")
    return int(bool(bad))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
