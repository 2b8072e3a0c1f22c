"""How tasks are tried, one after another or in several processes. What all of them share is sent to each process once."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from ulotki.edition.jobs import Job, Made
from ulotki.errors import Broken, Finding, say
from ulotki.office import Begin, Tries, build_pieces
from ulotki.workspace.taken import BuildWork

T = TypeVar("T")
S = TypeVar("S")
R = TypeVar("R")

FEW = 6
"""Pieces for which a second process is not worth its start."""


def trying(
    begin: Begin,
    attempt: Callable[[T, S], R | tuple[Finding, ...]],
    named: Callable[[T], str],
    processes: int = 1,
    few: int = 0,
) -> Tries[T, S, R]:
    """A function that tries tasks and reports each as *named* calls it. few: tasks for which one process is enough."""

    def tries(tasks: Sequence[T], shared: S) -> Iterator[tuple[T, R | tuple[Finding, ...]]]:
        if not tasks:
            return
        with begin([named(task) for task in tasks]) as done:
            for task, result in results(tasks, attempt, shared, processes, few):
                yield task, result
                done(named(task))

    return tries


def making(begin: Begin, processes: int = 1) -> Tries[Job, BuildWork, Made]:
    """How the jobs of a campaign are tried."""
    return trying(begin, build_pieces.try_piece, lambda job: job.name, processes, FEW)


def results(
    tasks: Sequence[T], attempt: Callable[[T, S], R], shared: S, processes: int, few: int
) -> Iterator[tuple[T, R]]:
    """(task, what *attempt* makes of it and *shared*) in order; here when there are no more than *few*."""
    if processes == 1 or len(tasks) <= few:
        for task in tasks:
            yield task, attempt(task, shared)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    pool = ProcessPoolExecutor(min(processes, len(tasks)), initializer=_start, initargs=(attempt, shared))
    try:
        yield from zip(tasks, pool.map(_attempt, tasks, chunksize=2), strict=True)
    except BrokenProcessPool:
        what = say("the system ended one of our processes, perhaps because there was too little memory")
        raise Broken([Finding("machine", what, say("try again with --jobs 1"))]) from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


_task: Callable[[Any], Any] | None = None
"""In a worker process: what it does with each task."""


def _start(attempt: Callable[[Any, Any], Any], shared: Any) -> None:
    global _task  # noqa: PLW0603 (a worker has no other way to keep what it was started with)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _task = lambda task: attempt(task, shared)  # noqa: E731 (a name for it would say no more)


def _attempt(task: Any) -> Any:
    assert _task is not None
    return _task(task)
