"""The server as it is started: its address, a second start, and what is left when it is killed."""

from __future__ import annotations

import _thread
import http.client
import signal
import socket
import stat
import subprocess
import sys
import threading
import time
from urllib.parse import urlsplit

import pytest

from ulotki.errors import Broken, say
from ulotki.serve import running
from ulotki.serve.desk import IDLE
from ulotki.serve.work import Task
from ulotki.workspace import serving


@pytest.fixture
def started(workspace):
    """started(): a server of its own process on the workspace, and its first address."""
    begun = []

    def start(*options, wait=True):
        command = [sys.executable, "-m", "ulotki", "serve", "--workspace", str(workspace.folder), "--no-open", *options]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        begun.append(process)
        return (process, process.stdout.readline().strip()) if wait else process

    yield start
    for process in begun:
        process.kill()
        process.wait()
        process.stdout.close()
        process.stderr.close()


def ask(address, **headers):
    found = urlsplit(address)
    line = http.client.HTTPConnection(found.hostname, found.port, timeout=10)
    line.request("GET", found.path or "/", headers=headers)
    answer = line.getresponse()
    answer.read()
    line.close()
    return answer


def test_a_server_answers_whom_it_knows(started, workspace):
    """
    Its address opens once; a second start says another address of the same server and ends; its note is for this user.
    """
    _, first = started()
    other, second = started()
    entered = ask(first)
    page = ask(f"http://127.0.0.1:{urlsplit(first).port}/", Cookie=entered.headers["Set-Cookie"].split(";")[0])

    assert 0 == other.wait(20)
    assert urlsplit(first).netloc == urlsplit(second).netloc
    assert first != second
    assert (303, 200, 403) == (entered.status, page.status, ask(first).status)
    assert "text/html; charset=utf-8" == page.headers["Content-Type"]
    assert 0o600 == stat.S_IMODE(serving._file(workspace.folder).stat().st_mode)


def test_after_a_kill_another_one_starts(started, workspace):
    """
    A note of a server that is gone is no hindrance; an orderly end removes it.
    """
    process, _ = started()
    process.kill()
    process.wait()
    assert serving.known(workspace.folder) is not None

    process, second = started()
    assert 303 == ask(second).status
    process.send_signal(signal.SIGINT)

    assert 0 == process.wait(20)
    assert serving.known(workspace.folder) is None


def test_in_the_background_it_ends_in_order_too(started, workspace):
    """
    A shell has processes in the background ignore what ends the program, also when nobody has used it for long.
    """
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        process, _ = started()
    finally:
        signal.signal(signal.SIGINT, before)
    process.send_signal(signal.SIGINT)

    assert 0 == process.wait(20)
    assert serving.known(workspace.folder) is None


def test_a_taken_port_is_said(desk):
    """
    With a way out, as a fault of the machine.
    """
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(Broken, match="cannot use the port"):
            running.serve(desk, taken.getsockname()[1], lambda address: None)


def test_without_use_the_program_ends(desk, workspace):
    """
    In order, so that nothing says that it still runs.
    """
    heard = []
    begun = time.monotonic()
    late = threading.Timer(30, _thread.interrupt_main)  # a program that goes on would hang here
    late.start()

    assert running.serve(desk, 0, heard.append, idle=0.2)
    assert time.monotonic() - begun < 20
    late.cancel()
    assert 1 == len(heard)
    assert serving.known(workspace.folder) is None


def test_work_that_is_under_way_is_use(desk):
    """
    A server ends when it is asked to, or when its time is over; not while something is being made.
    """
    desk.used, desk.clock = 0.0, lambda: float(IDLE)
    assert not desk.over()
    desk.clock = lambda: IDLE + 1.0
    assert desk.over()
    desk.work.task = Task("/akcja", say("x"), "/akcja")
    assert not desk.over()
    desk.touch()
    desk.closed = True
    assert not desk.over()
    desk.work.task.running = False
    assert desk.over()


def test_two_starts_at_once_are_one_server(started):
    """
    Neither knows of the other when it begins; one of them serves, the other one says its address and ends.
    """
    first, second = started(wait=False), started(wait=False)
    addresses = [process.stdout.readline().strip() for process in (first, second)]

    assert 1 == len({urlsplit(address).netloc for address in addresses})
    assert [303, 303] == [ask(address).status for address in addresses]


def test_the_button_closes_the_program(client, desk):
    """
    After a question, and not while something is being made. What a tab asks by itself is no use of the program.
    """
    assert 200 == client.get("/zamknij").status_code
    desk.used = 0.0
    assert 204 == client.get("/zyje").status_code and desk.used == 0.0
    assert 204 == client.get("/zyje?typed").status_code and desk.used > 0.0
    desk.work.task = Task("/akcja", say("x"), "/akcja")
    assert 404 == client.send("/zamknij").status_code and not desk.closed
    desk.work.task.running = False
    ended = client.send("/zamknij")
    assert 200 == ended.status_code and desk.closed
    assert 'href="/akcja"' not in ended.text and 'href="/zamknij"' not in ended.text


def test_a_tab_of_nobody_hears_nothing(stranger):
    """
    Whether the program runs is said only to whom it knows.
    """
    assert 403 == stranger.get("/zyje").status_code
