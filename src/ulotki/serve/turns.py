"""Who draws first: a small picture waits while somebody waits for a large one, and while another small one is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition, Lock


class Turns:
    """`with first():` for what somebody waits for; `with later():` for what gives way to it, one at a time."""

    def __init__(self) -> None:
        self.urgent = 0
        self.changed = Condition()
        self.one = Lock()

    @contextmanager
    def first(self) -> Iterator[None]:
        """Go at once, and let all that gives way wait."""
        with self.changed:
            self.urgent += 1
        try:
            yield
        finally:
            with self.changed:
                self.urgent -= 1
                self.changed.notify_all()

    @contextmanager
    def later(self) -> Iterator[None]:
        """Go when nobody waits for anything else; after LONGEST at the latest."""
        with self.one:
            with self.changed:
                self.changed.wait_for(lambda: not self.urgent, LONGEST)
            yield


LONGEST = 2.0
"""Seconds that a small picture waits at most."""
