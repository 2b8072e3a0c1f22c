"""`python tests/faults`: every place of every use case fails in every way; prints a table."""
# ruff: noqa: T201

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import pytest

from faults.cases import CASES, Starts, world
from faults.runner import Box, memory
from faults.trial import Trial


def main(names: list[str]) -> int:
    with tempfile.TemporaryDirectory(dir=memory()) as folder, pytest.MonkeyPatch.context() as patch:
        base = Path(folder)
        world(patch, base / "home")
        (base / "stock").mkdir()
        box = Box(base / "box", base / "stock")
        starts = Starts(box)
        kinds = ("ENOSPC", "EIO", "EACCES", "killed")
        print("| use case | places | " + " | ".join(kinds) + " | wrong |")
        print("|---|---|" + "---|" * len(kinds) + "---|")
        bad = 0
        for case in CASES:
            if names and not any(case.name.startswith(name) for name in names):
                continue
            trial = Trial(box, starts, case)
            result = trial.run(every="--quick" not in sys.argv)
            counts = [sum(n for (_, fault), n in result.tried.items() if fault == kind) for kind in kinds]
            print(
                f"| {case.name} | {len(trial.expected.ran.places)} | {' | '.join(map(str, counts))} | {len(result.wrong)} |"
            )
            for one in result.wrong:
                print("    ", one, file=sys.stderr)
            sys.stdout.flush()
            bad += len(result.wrong)
    return int(bool(bad))


if __name__ == "__main__":
    sys.exit(main([name for name in sys.argv[1:] if not name.startswith("-")]))
