"""One long work at a time, in a thread of its own: it says how far it is, and stops when it is asked."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import field
from typing import Any

from ulotki.errors import Broken, Misused, Say, Trouble, mistake, misused, say
from ulotki.frozen import dataclass
from ulotki.office import Outcome, Progress


class Stopped(Exception):
    """Somebody asked for an end of the work."""


@dataclass(slots=True)
class Task:
    """A work that runs or ran. screen: whose it is.  then: where to go when it is done.  total: steps, 0 while unknown.

    outcome: what came of it.  trouble: why nothing did.  shown: whether somebody has seen the end of it.
    """

    screen: str
    title: Say
    then: str
    total: int = 0
    count: int = 0
    at: str = ""
    outcome: Outcome[Any] | None = None
    trouble: Trouble | OSError | None = None
    stopped: bool = False
    running: bool = True
    stop: threading.Event = field(default_factory=threading.Event)

    @contextmanager
    def progress(self, names: Sequence[str]) -> Iterator[Progress]:
        """What a use case calls for each thing that is done; it ends the work when somebody asked for that."""
        self.total, self.count = len(names), 0
        self.at = names[0] if names else ""

        def done(name: str) -> None:
            self.count += 1
            self.at = names[self.count] if self.count < len(names) else name
            if self.stop.is_set():
                raise Stopped

        yield done


def busy() -> Misused:
    """What whoever asks for other work is told."""
    return misused(say("other work is still under way"), say("wait until it is done, or stop it"))


@dataclass(slots=True)
class Work:
    """The long work of a server: one at a time."""

    task: Task | None = None
    lock: threading.Lock = field(default_factory=threading.Lock)
    thread: threading.Thread | None = None

    def begin(self, task: Task, deed: Callable[[Task], Outcome[Any]]) -> Task:
        """Start *deed*. Raises Misused while another one runs."""
        with self.lock:
            if self.task and self.task.running:
                raise busy()
            self.task = task
            self.thread = threading.Thread(target=_run, args=(task, deed), daemon=True)
            self.thread.start()
        return task

    def end(self, seconds: float) -> None:
        """Ask for an end of the work that runs, and wait for it, but no longer than *seconds*."""
        with self.lock:
            if self.task:
                self.task.stop.set()
            thread = self.thread
        if thread:
            thread.join(seconds)


def _run(task: Task, deed: Callable[[Task], Outcome[Any]]) -> None:
    try:
        task.outcome = deed(task)
    except Stopped:
        task.stopped = True
    except (Trouble, OSError) as trouble:
        task.trouble = trouble
    except Exception as error:  # a mistake in the program must not look like work that is done
        task.trouble = Broken([mistake(error)])
    finally:
        task.running = False
