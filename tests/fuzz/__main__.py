"""`python tests/fuzz N`: N broken files through the program, by lots that --seed decides; then more by --engine.

mutants: what mutants.py does, the same for the same seed.  hypothesis: the same lots, drawn and made smaller by hypothesis.
atheris: whole files, guided by what they reach, when it is installed.
"""
# ruff: noqa: T201

from __future__ import annotations

import argparse
import json
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

if "atheris" in sys.argv:  # what it is to follow must be loaded through it
    with suppress(ImportError):
        import atheris

        atheris.instrument_imports(include=["ulotki"]).__enter__()

from fuzz.guard import Guard, programs
from fuzz.mutants import mutant
from fuzz.targets import ROOT, TARGETS, found, world
from fuzz.trial import Bench, Case

KINDS = [name for name, target in TARGETS.items() for _ in range(target.weight)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("n", type=int, nargs="?", default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", default="", help="names, with commas")
    parser.add_argument("--engine", choices=("mutants", "hypothesis", "atheris"), default="mutants")
    parser.add_argument("--keep", type=Path, help="a folder for the files that went wrong")
    asked = parser.parse_args()
    kinds = [one for one in KINDS if not asked.kinds or one in asked.kinds.split(",")]
    with bench() as (ready, originals):
        engine = {"mutants": mutants, "hypothesis": drawn, "atheris": guided}[asked.engine]
        return engine(ready, originals, kinds, asked)


@contextmanager
def bench() -> Iterator[tuple[Bench, dict[str, bytes]]]:
    """A workspace with all kinds of files, and these files as they are."""
    memory = Path("/dev/shm")
    with (
        tempfile.TemporaryDirectory(prefix="fuzz-", dir=memory if memory.is_dir() else None) as name,
        world(Path(name)) as folder,
    ):
        stock = Path(name) / "stock"
        shutil.copytree(folder.parent, stock, symlinks=True)
        guard = Guard((*programs(ROOT), name))
        guard.install()
        yield (
            Bench(folder, stock, guard),
            {kind: found(folder, target).read_bytes() for kind, target in TARGETS.items()},
        )


def broken(kinds: list[str], originals: dict[str, bytes], lots: Random) -> Case:
    """A case by lots."""
    kind = lots.choice(kinds)
    target = TARGETS[kind]
    return Case(kind, lots.choice(target.acts), mutant(target.path, originals[kind], lots))


def peak() -> int:
    """The most memory that this program has had, in MB; `ru_maxrss` would begin with that of the process that started it."""
    (told,) = re.findall(r"^VmHWM:\s+(\d+) kB$", Path("/proc/self/status").read_text("ascii"), re.MULTILINE)
    return int(told) // 1024


def mutants(ready: Bench, originals: dict[str, bytes], kinds: list[str], asked: argparse.Namespace) -> int:
    tried: Counter[str] = Counter()
    wrong = 0
    for number in range(asked.n):
        case = broken(kinds, originals, Random(f"{asked.seed}/{number}"))
        tried[case.kind] += 1
        for fault in ready.faults(case):
            wrong += 1
            print(f"{number}: {case}: {fault}", file=sys.stderr)
            if asked.keep:
                asked.keep.mkdir(parents=True, exist_ok=True)
                (asked.keep / f"{number}-{case.kind}").write_bytes(case.data)
    print(json.dumps({"tried": dict(sorted(tried.items())), "wrong": wrong, "megabytes": peak()}))
    return int(bool(wrong))


def drawn(ready: Bench, originals: dict[str, bytes], kinds: list[str], asked: argparse.Namespace) -> int:
    from hypothesis import HealthCheck, Phase, given, seed, settings
    from hypothesis import strategies as st

    @seed(asked.seed)
    @settings(
        max_examples=asked.n,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
        report_multiple_bugs=True,
    )
    @given(st.randoms(use_true_random=False))
    def holds(lots: Random) -> None:
        case = broken(kinds, originals, lots)
        faults = ready.faults(case)
        assert not faults, f"{case}: {faults}: {case.data[:2000]!r}"

    try:
        holds()
    except (AssertionError, ExceptionGroup) as error:
        for one in error.exceptions if isinstance(error, ExceptionGroup) else (error,):
            print(one, file=sys.stderr)
        return 1
    print(json.dumps({"hypothesis": asked.n}))
    return 0


def guided(ready: Bench, originals: dict[str, bytes], kinds: list[str], asked: argparse.Namespace) -> int:
    try:
        import atheris
    except ImportError:
        print(
            "atheris is not installed, so no file was sought by what it reaches. It is no part of the pinned set: pip install atheris"
        )
        return 0

    def one(data: bytes) -> None:
        kind = sorted(set(kinds))[(data[0] if data else 0) % len(set(kinds))]
        case = Case(kind, TARGETS[kind].acts[(data[1] if data[1:] else 0) % len(TARGETS[kind].acts)], data[2:])
        if faults := ready.faults(case):
            raise AssertionError(f"{case}: {faults}")

    with tempfile.TemporaryDirectory(dir=ready.stock.parent) as seeds:
        for number, kind in enumerate(sorted(set(kinds))):
            (Path(seeds) / kind).write_bytes(bytes((number, 0)) + originals[kind])
        atheris.Setup(
            [sys.argv[0], f"-runs={asked.n}", f"-seed={asked.seed}", "-max_len=400000", "-len_control=0", seeds], one
        )
        atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
