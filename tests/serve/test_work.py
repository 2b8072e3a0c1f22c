"""Long work: it ends as done, as stopped, or with why it came to nothing; never as done when it was not."""

from __future__ import annotations

import threading
import time

import pytest

from ulotki.errors import Finding, Misused, Refused, say
from ulotki.office import Outcome
from ulotki.serve.work import Task, Work


def ran(deed):
    """The task once *deed* has ended."""
    task = Work().begin(Task("/here", say("The edition is being made"), "/there"), deed)
    for _ in range(6000):
        if not task.running:
            return task
        time.sleep(0.01)
    raise AssertionError("it does not end")


def refused(_task):
    raise Refused([Finding("fit", say("the cat"))])


def mistaken(_task):
    raise KeyError("a mistake of ours")


def full(_task):
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("deed", [refused, mistaken, full])
def test_what_fails_is_not_done(deed):
    """
    Refused, a mistake in the program, a full disk: each leaves a reason and no outcome.
    """
    task = ran(deed)

    assert task.trouble is not None
    assert task.outcome is None


def test_a_mistake_is_said_on_a_page(client, desk):
    """
    The page of the work leads to the reason, not to where it would have gone.
    """
    task = desk.work.begin(Task("/akcja", say("The edition is being made"), "/there"), mistaken)
    for _ in range(6000):
        if not task.running:
            break
        time.sleep(0.01)
    where = client.get("/praca").headers["Location"]
    answer = client.get(where)

    assert "/praca/koniec" == where
    assert 500 == answer.status_code
    assert "KeyError" in answer.text


def test_one_at_a_time():
    """
    A second work is refused while the first runs.
    """
    work = Work()

    def long(task):
        while not task.stop.wait(0.01):
            pass
        return Outcome(None)

    task = work.begin(Task("/a", say("The edition is being made"), "/b"), long)
    with pytest.raises(Misused):
        work.begin(Task("/a", say("The edition is being made"), "/b"), long)
    task.stop.set()


def test_work_says_how_far_it_is():
    """
    Of so many things, how many are done, and what is at hand.
    """
    seen = []

    def deed(task):
        with task.progress(["one", "two", "three"]) as done:
            for name in ("one", "two", "three"):
                seen.append((task.count, task.total, task.at))
                done(name)
        return Outcome(None)

    assert ran(deed).count == 3
    assert [(0, 3, "one"), (1, 3, "two"), (2, 3, "three")] == seen


def test_the_end_of_the_program_ends_the_work():
    """
    In order, at its next step: a thread that draws while the program is taken down would break it.
    """
    work, begun = Work(), threading.Event()

    def long(task):
        with task.progress(("a", "b")) as done:
            while True:
                begun.set()
                time.sleep(0.01)
                done("a")

    task = work.begin(Task("/here", say("The edition is being made"), "/there"), long)
    assert begun.wait(60)
    work.end(60)

    assert not task.running
    assert task.stopped


def test_without_work_the_program_ends_at_once():
    """
    There is nothing to wait for, and nothing is started.
    """
    work = Work()
    work.end(60)

    assert work.task is None
